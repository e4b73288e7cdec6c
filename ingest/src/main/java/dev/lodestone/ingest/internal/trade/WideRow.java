package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.internal.layout.WideRule;
import dev.lodestone.model.trade.Quantity;
import dev.lodestone.model.trade.ReferencePeriod;
import java.util.Map;
import java.util.Set;

/**
 * A sound row of a wide table.
 *
 * @param account the account of its table
 * @param head whom and what it speaks of
 * @param measure value or net weight
 * @param measureText the publisher's word for the measure
 * @param unit unit of its quantity
 * @param figures figures by period; a period without figure is absent
 * @param weights net weights that stand in the same row, by period
 * @param isTotal whether the row is a total of all partners, out of scope and kept to measure against
 * @param withheld periods of which the publisher withheld a part
 * @param line row number
 * @param record record number
 * @param classification classification, with {@code {year}} for the period's year
 * @param currency currency
 * @param note what the publisher says of the row
 */
record WideRow(
        TableAccount account,
        RowReading.RowHead head,
        WideRule.Measure measure,
        String measureText,
        String unit,
        Map<ReferencePeriod, Figure> figures,
        Map<ReferencePeriod, Figure> weights,
        boolean isTotal,
        Set<ReferencePeriod> withheld,
        long line,
        long record,
        String classification,
        String currency,
        String note) {

    /**
     * One cell's figure.
     *
     * @param quantity the figure
     * @param cell the cell's address in a workbook; else empty
     * @param header the column's header
     */
    record Figure(Quantity quantity, String cell, String header) {}

    /** What two rows of one table share only if one repeats the other. */
    record Identity(
            String reporter, String partner, String flow, String commodity, String measure, String unit, Set<ReferencePeriod> periods) {

        /** The same of any period. */
        Identity without() {
            return new Identity(reporter, partner, flow, commodity, measure, unit, Set.of());
        }
    }

    Identity identity() {
        return new Identity(
                head.reporterText(),
                head.partnerText(),
                head.flow().code(),
                head.commodity().digits(),
                measureText,
                unit,
                Set.copyOf(figures.keySet()));
    }

    boolean hasFiguresOf(WideRow other) {
        return hasFiguresOf(figures, other.figures) && hasFiguresOf(weights, other.weights);
    }

    private static boolean hasFiguresOf(Map<ReferencePeriod, Figure> one, Map<ReferencePeriod, Figure> other) {
        return one.keySet().equals(other.keySet())
                && one.entrySet().stream().allMatch(entry -> entry.getValue().quantity().equals(other.get(entry.getKey()).quantity()));
    }

    Candidate.Key key(ReferencePeriod period) {
        return new Candidate.Key(
                head.reporter(),
                head.partner(),
                head.flow(),
                classification.replace("{year}", Integer.toString(period.year())),
                head.commodity(),
                period);
    }
}
