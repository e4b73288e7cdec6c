package dev.lodestone.model.assess;

import dev.lodestone.model.quality.DataSource;
import dev.lodestone.model.trade.CommodityCode;
import dev.lodestone.model.trade.Coverage;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.ReferencePeriod;
import dev.lodestone.model.trade.TradeObservation;
import java.util.List;
import java.util.Optional;

/**
 * One reporter's imports of one commodity in one period, by partner, as one source tells them.
 *
 * @param reporter who reports
 * @param commodity commodity code
 * @param period period
 * @param publisher who published it
 * @param family classification family: {@code HS}, {@code CN}, {@code HTS} ...
 * @param coverage how much it holds
 * @param partners one or more observations per partner, World excluded
 * @param world the World row, where the source has one
 */
record Series(
        Economy reporter,
        CommodityCode commodity,
        ReferencePeriod period,
        String publisher,
        String family,
        Coverage coverage,
        List<TradeObservation> partners,
        Optional<TradeObservation> world) {

    DataSource source() {
        return (partners.isEmpty() ? world.orElseThrow() : partners.getFirst()).origin().source();
    }

    String currency() {
        return (partners.isEmpty() ? world.orElseThrow() : partners.getFirst()).currency();
    }

    double sumOfValues() {
        return partners.stream().filter(o -> o.value().isKnown()).mapToDouble(o -> o.value().amount()).sum();
    }

    long weighed() {
        return partners.stream().filter(o -> o.netWeightKg().isKnown() && o.netWeightKg().amount() > 0).count();
    }

    /** Family of a classification: the letters at its beginning ({@code HS2022} and {@code H6} are HS). */
    static String familyOf(String classification) {
        int end = 0;
        while (end < classification.length() && Character.isLetter(classification.charAt(end))) {
            end++;
        }
        String letters = classification.substring(0, end);
        return letters.equals("H") ? "HS" : letters;
    }
}
