package dev.lodestone.model.assess;

import dev.lodestone.model.measure.ExactSum;
import dev.lodestone.model.quality.DataSource;
import dev.lodestone.model.trade.CommodityCode;
import dev.lodestone.model.trade.Coverage;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.Observations;
import dev.lodestone.model.trade.ReferencePeriod;
import dev.lodestone.model.trade.Valuation;
import java.util.Arrays;
import java.util.BitSet;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** One reporter's imports of one commodity in one period, by partner, as one source tells them. Rows are numbers of a data set's rows. */
final class Series {

    private final Observations data;
    private final Economy reporter;
    private final CommodityCode commodity;
    private final ReferencePeriod period;
    private final String publisher;
    private final String family;
    private final Coverage coverage;
    private final int[] partners;
    private final int[] world;
    private final boolean sumOfMonths;
    private final BitSet partnerKinds;
    private final long weighed;

    /**
     * @param data the rows
     * @param reporter who reports
     * @param commodity commodity code
     * @param period period
     * @param publisher who published it
     * @param family classification family: {@code HS}, {@code CN}, {@code HTS} ...
     * @param coverage how much it holds
     * @param partners one or more rows per partner, World excluded
     * @param world the World rows: none, one, or one per row that the source splits it into (a month, a customs procedure); not each
     *     month of a sum needs one
     * @param sumOfMonths whether it was added up from months
     */
    Series(
            Observations data,
            Economy reporter,
            CommodityCode commodity,
            ReferencePeriod period,
            String publisher,
            String family,
            Coverage coverage,
            int[] partners,
            int[] world,
            boolean sumOfMonths) {
        this.data = data;
        this.reporter = reporter;
        this.commodity = commodity;
        this.period = period;
        this.publisher = publisher;
        this.family = family;
        this.coverage = coverage;
        this.partners = partners;
        this.world = world;
        this.sumOfMonths = sumOfMonths;
        this.partnerKinds = new BitSet(data.kinds());
        long withWeight = 0;
        int last = -1;
        for (int row : partners) {
            int kind = data.kind(row);
            if (kind != last) {
                partnerKinds.set(kind);
                last = kind;
            }
            if (data.weightKg(row) > 0) {
                withWeight++;
            }
        }
        this.weighed = withWeight;
    }

    Observations data() {
        return data;
    }

    Economy reporter() {
        return reporter;
    }

    CommodityCode commodity() {
        return commodity;
    }

    ReferencePeriod period() {
        return period;
    }

    String publisher() {
        return publisher;
    }

    String family() {
        return family;
    }

    Coverage coverage() {
        return coverage;
    }

    /** Rows of partners; not to be changed. */
    int[] partners() {
        return partners;
    }

    /** World rows; not to be changed. */
    int[] world() {
        return world;
    }

    /** World rows that hold what partners lack: each has a value; of months, all of those months whose World has one. Not to be changed. */
    int[] toldWorld() {
        if (Arrays.stream(world).allMatch(data::hasValue)) {
            return world;
        }
        BitSet untold = periodsOf(Arrays.stream(world).filter(row -> !data.hasValue(row)));
        return sumOfMonths ? Arrays.stream(world).filter(row -> !untold.get(data.period(row))).toArray() : new int[0];
    }

    /** Rows of partners beside World rows, those of {@link #toldWorld} say: all, or those of the months that have one; not to be changed. */
    int[] partnersBeside(int[] worldRows) {
        if (worldRows.length == 0) {
            return worldRows;
        }
        if (!sumOfMonths) {
            return partners;
        }
        BitSet told = periodsOf(Arrays.stream(worldRows));
        return Arrays.stream(partners).filter(row -> told.get(data.period(row))).toArray();
    }

    /** How many World rows stand in months of which no partner is told. */
    int countWithoutPartners(int[] worldRows) {
        BitSet told = periodsOf(Arrays.stream(partners));
        return (int) Arrays.stream(worldRows).filter(row -> !told.get(data.period(row))).count();
    }

    /** World rows that tell a weight alone, beside {@link #toldWorld}: all of them, of months all of those months; not to be changed. */
    int[] weighedWorld() {
        BitSet valued = periodsOf(Arrays.stream(toldWorld()));
        BitSet unweighed = periodsOf(Arrays.stream(world).filter(row -> !data.hasWeight(row)));
        int[] left = Arrays.stream(world).filter(row -> !valued.get(data.period(row))).toArray();
        return sumOfMonths
                ? Arrays.stream(left).filter(row -> !unweighed.get(data.period(row))).toArray()
                : unweighed.isEmpty() ? left : new int[0];
    }

    /** Whether no row of it has a value: statistics of weights alone. */
    boolean tellsWeightsAlone() {
        return Arrays.stream(partners).noneMatch(data::hasValue) && Arrays.stream(world).noneMatch(data::hasValue);
    }

    private BitSet periodsOf(IntStream rows) {
        BitSet periods = new BitSet();
        rows.forEach(row -> periods.set(data.period(row)));
        return periods;
    }

    boolean sumOfMonths() {
        return sumOfMonths;
    }

    /** The periods that it was added up from: months, quarters or both. */
    BitSet periodsAdded() {
        return periodsOf(IntStream.concat(Arrays.stream(partners), Arrays.stream(world)));
    }

    private Observations.Kind firstKind() {
        return data.kindOf(data.kind(partners.length == 0 ? world[0] : partners[0]));
    }

    DataSource source() {
        return firstKind().source();
    }

    /** The currency of its first row; see {@link #addCurrencies}. */
    String currency() {
        return firstKind().currency();
    }

    /** Adds every currency that it is told in. */
    void addCurrencies(SortedSet<String> currencies) {
        partnerKinds.stream().forEach(kind -> currencies.add(data.kindOf(kind).currency()));
        for (int row : world) {
            currencies.add(data.kindOf(data.kind(row)).currency());
        }
    }

    double sumOfValues() {
        return sum(partners);
    }

    double sumOfWorld() {
        return sum(world);
    }

    private double sum(int[] rows) {
        ExactSum sum = new ExactSum();
        for (int row : rows) {
            if (data.hasValue(row)) {
                sum.add(data.value(row));
            }
        }
        return sum.value();
    }

    /** Partners' rows with a net weight. */
    long weighed() {
        return weighed;
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
