package dev.lodestone.model.assess;

import dev.lodestone.model.measure.ExactSum;
import dev.lodestone.model.quality.DataSource;
import dev.lodestone.model.trade.CommodityCode;
import dev.lodestone.model.trade.Coverage;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.ReferencePeriod;
import dev.lodestone.model.trade.TradeObservation;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

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
 * @param world the World rows: none, one, or one per row that the source splits it into (a month, a customs procedure)
 * @param sumOfMonths whether it was added up from months
 */
record Series(
        Economy reporter,
        CommodityCode commodity,
        ReferencePeriod period,
        String publisher,
        String family,
        Coverage coverage,
        List<TradeObservation> partners,
        List<TradeObservation> world,
        boolean sumOfMonths) {

    private TradeObservation first() {
        return partners.isEmpty() ? world.getFirst() : partners.getFirst();
    }

    DataSource source() {
        return first().origin().source();
    }

    /** The currency of its first row; see {@link #currencies()}. */
    String currency() {
        return first().currency();
    }

    /** Every currency it is told in. */
    SortedSet<String> currencies() {
        SortedSet<String> found = new TreeSet<>();
        partners.forEach(o -> found.add(o.currency()));
        world.forEach(o -> found.add(o.currency()));
        return found;
    }

    double sumOfValues() {
        ExactSum sum = new ExactSum();
        partners.stream().filter(o -> o.value().isKnown()).forEach(o -> sum.add(o.value().amount()));
        return sum.value();
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
