package dev.lodestone.report.brief;

import dev.lodestone.model.measure.Basis;
import dev.lodestone.model.measure.SupplierProfile;
import dev.lodestone.model.register.CommodityEntry;
import dev.lodestone.model.register.StageEntry;
import dev.lodestone.model.trade.ReferencePeriod;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The customs lines of a stage that a briefing tells: in the year told of the stage those that it is made of, where there are several; where the
 * stage is not told as a whole, since lines of it are missing, those at hand in the newest year that has any.
 */
final class StageLines {

    private final Desk desk;

    StageLines(Desk desk) {
        this.desk = desk;
    }

    List<SupplierProfile> of(StageStory story) {
        if (story.spoken().isPresent() && story.line().isEmpty()) {
            List<SupplierProfile> lines = in(story, story.period());
            return lines.size() > 1 ? lines : List.of();
        }
        return isPartial(story) ? partial(story) : List.of();
    }

    /** Whether lines of the stage have figures and the stage as a whole has none. */
    boolean isPartial(StageStory story) {
        return !story.line().isEmpty() || !story.told().hasAnything() && !partial(story).isEmpty();
    }

    /** The largest line of a stage of which nothing is known as a whole, told as a stage is, under its own name. */
    Optional<StageStory> largest(StageStory story) {
        return partial(story).stream().max(Comparator.comparingDouble(p -> p.total(Basis.VALUE))).map(SupplierProfile::key).map(key -> {
            CommodityEntry line = desk.commodity(key.stage(), key.commodity()).orElseThrow();
            StageEntry stage = story.stage();
            StageEntry as = new StageEntry(
                    stage.id(), desk.say("lines.named", line.label(), key.commodity()), desk.say("lines.named", desk.inSentence(line.label()), key.commodity()),
                    stage.order(), stage.note());
            return StageStory.ofLine(desk, story.buyer(), as, key.commodity());
        }).filter(StageStory::hasAnything);
    }

    private List<SupplierProfile> partial(StageStory story) {
        List<SupplierProfile> years = desk.assessment.years(story.buyer(), story.stage().id(), "");
        List<SupplierProfile> periods = years.isEmpty() ? desk.assessment.parts(story.buyer(), story.stage().id()) : years;
        return periods.reversed().stream().map(p -> in(story, p.key().period())).filter(lines -> !lines.isEmpty()).findFirst().orElse(List.of());
    }

    private List<SupplierProfile> in(StageStory story, ReferencePeriod period) {
        List<SupplierProfile> lines = desk.assessment.lines(story.buyer(), story.stage().id(), period).stream()
                .filter(p -> desk.commodity(p.key().stage(), p.key().commodity())
                        .filter(c -> c.use() == CommodityEntry.Use.MEASURE)
                        .isPresent())
                .filter(p -> p.obstacle(Basis.VALUE).isEmpty())
                .toList();
        boolean finer = lines.stream().anyMatch(p -> !isWhole(p));
        return finer ? lines.stream().filter(p -> !isWhole(p)).toList() : lines;
    }

    private boolean isWhole(SupplierProfile p) {
        return desk.commodity(p.key().stage(), p.key().commodity()).map(CommodityEntry::wholeStage).orElse(false);
    }
}
