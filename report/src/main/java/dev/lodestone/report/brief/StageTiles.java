package dev.lodestone.report.brief;

import dev.lodestone.model.measure.Basis;
import dev.lodestone.model.measure.Indicator;
import dev.lodestone.model.measure.Outcome;
import dev.lodestone.model.measure.Shares;
import dev.lodestone.model.measure.SupplierProfile;
import dev.lodestone.report.view.KeyFigure;
import dev.lodestone.report.view.Tone;
import java.util.Optional;

/** The figures at the top of a page that tell of one buyer. */
final class StageTiles {

    private static final double HALF = 0.5;

    /** Where no ally has set a line. */
    private static final double TWO_THIRDS = 2 / 3.0;

    private final Desk desk;
    private final Explanations explanations;

    StageTiles(Desk desk, Explanations explanations) {
        this.desk = desk;
        this.explanations = explanations;
    }

    /** The watched supplier's share at a stage, by value, with that by weight beneath. */
    KeyFigure stage(StageStory story) {
        return share(story, "tile.stage");
    }

    /** As {@link #stage}, on a page of several buyers. */
    KeyFigure ally(StageStory story) {
        return share(story, "tile.stage-ally");
    }

    private KeyFigure share(StageStory story, String key) {
        SupplierProfile p = story.spoken().orElseThrow();
        Outcome share = story.share(desk, p);
        String label = desk.say(key, Desk.capital(desk.watchedName()), story.stage().noun(), p.key().period(), desk.name(story.buyer()));
        String note = story.isByWeight()
                ? desk.say("tile.only-weight")
                : p.obstacle(Basis.WEIGHT).isEmpty()
                ? desk.say("tile.by-weight", desk.numbers.share(desk.watchedShare(p, Basis.WEIGHT)))
                : desk.say("tile.no-weight");
        // Of bounds the lower one warns: what is at least so much.
        double level = StageStory.isFigure(share) || share.low().isEmpty() ? share.valueOrHigh().orElse(0) : share.low().getAsDouble();
        return new KeyFigure(label, desk.numbers.shareNumber(share), "%", note, tone(level, story.stage().id()), explanations.watchedShare(p, story.basis()));
    }

    /** How many suppliers of equal size would concentrate supply as much; nothing where that is not known. */
    Optional<KeyFigure> concentration(StageStory story) {
        SupplierProfile p = story.spoken().orElseThrow();
        Outcome hhi = Shares.hhi(p, story.basis());
        Outcome equal = Shares.effectiveSuppliers(p, story.basis());
        if (hhi.valueOrHigh().isEmpty() || equal.low().isEmpty()) {
            return Optional.empty();
        }
        // An index below a ceiling leaves the number of suppliers open upwards.
        String suppliers = equal.high().isEmpty()
                ? desk.numbers.oneDecimal(equal.low().getAsDouble())
                : Numbers.span(equal, desk.numbers::oneDecimal);
        return Optional.of(new KeyFigure(desk.say("tile.suppliers", story.stage().noun(), p.key().period()), suppliers,
                desk.say("tile.suppliers-unit"), desk.say(story.key("tile.suppliers-note"), Numbers.span(hhi, desk.numbers::hhi)), Tone.NEUTRAL,
                explanations.hhi(p, story.basis())));
    }

    /** What allies supply at a stage; without a stage, or without a figure for it, that nothing is known. */
    KeyFigure allied(Optional<StageStory> story) {
        Optional<Indicator> known = story
                .map(s -> s.spoken().orElseThrow())
                .flatMap(p -> desk.indicators.about(p.key()).stream()
                        .filter(i -> i.measure().equals("allied-share") && i.basis() == story.orElseThrow().basis())
                        .findFirst())
                .filter(i -> i.outcome().valueOrHigh().isPresent());
        if (known.isEmpty()) {
            return new KeyFigure(desk.say("tile.allied-none"), desk.say("figure.none"), "", desk.say("tile.none-note"), Tone.NEUTRAL, "");
        }
        Indicator share = known.get();
        return new KeyFigure(desk.say("tile.allied", story.orElseThrow().stage().noun(), share.about().period()), desk.numbers.shareNumber(share.outcome()), "%",
                desk.say(story.orElseThrow().key("tile.allied-note"), desk.allies()), Tone.NEUTRAL, explanations.figure(share));
    }

    private Tone tone(double share, String stage) {
        return share > Yardstick.at(desk, stage).map(Yardstick::share).orElse(TWO_THIRDS) ? Tone.BAD : share > HALF ? Tone.WARN : Tone.NEUTRAL;
    }
}
