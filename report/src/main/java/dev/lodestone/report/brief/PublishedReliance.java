package dev.lodestone.report.brief;

import dev.lodestone.model.measure.Indicator;
import dev.lodestone.model.measure.Outcome;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.report.view.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Net import reliance as a survey publishes it: what is known of a buyer even where no trade is at hand. */
final class PublishedReliance {

    /** What is published in whole percent has bounds further apart, even 100% that cannot be more. */
    private static final double WHOLE_PERCENT = 0.004;

    private final Desk desk;
    private final Explanations explanations;

    PublishedReliance(Desk desk, Explanations explanations) {
        this.desk = desk;
        this.explanations = explanations;
    }

    /** Every year that has a figure or a bound. */
    List<Indicator> of(Economy buyer) {
        return desk.indicators.of(buyer).stream()
                .filter(i -> i.measure().equals("net-import-reliance"))
                .filter(i -> i.outcome().status() != Outcome.Status.NOT_COMPUTABLE)
                .toList();
    }

    /** The newest year of each stage in a sentence; nothing where none is published. */
    Text newest(Economy buyer) {
        Map<String, Indicator> byStage = new LinkedHashMap<>();
        of(buyer).forEach(i -> byStage.merge(i.about().stage(), i, (a, b) -> b.about().period().compareTo(a.about().period()) > 0 ? b : a));
        if (byStage.isEmpty()) {
            return Text.empty();
        }
        Text text = Text.of(desk.say("reliance.told", desk.inText(buyer)));
        String before = "";
        for (Indicator i : byStage.values()) {
            text = text.and(before)
                    .and(desk.say("reliance.of-stage", desk.stage(i.about().stage()).noun()))
                    .explained(rounded(i.outcome()), explanations.figure(i))
                    .and(desk.say("reliance.when", i.about().period()));
            before = desk.say("list.semicolon");
        }
        return text.and(".");
    }

    /** A published figure with its qualifier, or a value within its bounds. */
    String bounded(Outcome o) {
        return o.value().isPresent()
                ? desk.say("reliance.within", desk.numbers.percent(o.value().getAsDouble()),
                        desk.numbers.percentNumber(o.low().orElse(0)), desk.numbers.percent(o.high().orElse(1)))
                : qualified(o);
    }

    /** As {@link #bounded}, a value in no more decimals than it was published with. */
    private String rounded(Outcome o) {
        if (o.value().isEmpty()) {
            return qualified(o);
        }
        boolean whole = o.high().orElse(1) - o.low().orElse(0) > WHOLE_PERCENT;
        return whole ? desk.numbers.roundPercent(o.value().getAsDouble()) : desk.numbers.percent(o.value().getAsDouble());
    }

    private String qualified(Outcome o) {
        if (o.low().isEmpty()) {
            return desk.say("reliance.exporter");
        }
        return o.high().orElse(1) >= 1
                ? desk.say("reliance.more", desk.numbers.roundPercent(o.low().getAsDouble()))
                : desk.say("reliance.less", desk.numbers.roundPercent(o.high().getAsDouble()));
    }
}
