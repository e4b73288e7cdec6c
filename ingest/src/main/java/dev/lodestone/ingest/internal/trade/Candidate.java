package dev.lodestone.ingest.internal.trade;

import dev.lodestone.model.quality.DataSource;
import dev.lodestone.model.quality.Origin;
import dev.lodestone.model.trade.CommodityCode;
import dev.lodestone.model.trade.Coverage;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.Quantity;
import dev.lodestone.model.trade.ReferencePeriod;
import dev.lodestone.model.trade.TradeFlow;
import dev.lodestone.model.trade.TradeObservation;
import dev.lodestone.model.trade.Valuation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * A sound row before it was compared with the others of its table.
 *
 * @param key what the row speaks of
 * @param reporterText the publisher's text for the reporter: two texts may stand for one economy
 * @param partnerText the publisher's text for the partner
 * @param part which part of a flow that the publisher splits the row is; empty if it splits none
 * @param value value
 * @param currency currency
 * @param netWeightKg net weight
 * @param valuation border of the value
 * @param coverage how much of the reporter's trade the series holds
 * @param publisher who published the row, where the row says it; else empty
 * @param note what was done to the row, such as adding two of them up; else empty
 * @param line line on which the row starts
 * @param record record number
 * @param valueColumn header of the value's column
 * @param cell address of the value's cell in a workbook; else empty
 */
record Candidate(
        Key key,
        String reporterText,
        String partnerText,
        String part,
        Quantity value,
        String currency,
        Quantity netWeightKg,
        Valuation valuation,
        Coverage coverage,
        String publisher,
        String note,
        long line,
        long record,
        String valueColumn,
        String cell) {

    /** How a note begins that tells why a flow has no amount of its own. */
    static final String SET_ASIDE = "row set aside: ";

    /** Note of a flow whose row was set aside: that it exists is known, its amounts are not. */
    private static final String WITHOUT_AMOUNTS = SET_ASIDE + "amounts unknown";

    /** Note of a flow of which only parts stand in the table. */
    static final String ONLY_PARTS = "only parts of the flow are given: what it comes to is unknown";

    /** What stands between the texts that tell of which part of its flow a row is. */
    static final String BETWEEN_PARTS = "/";

    /** Stands for a text that the publisher gives rows of all parts together. */
    static final String ALL_PARTS = "(all)";

    /** What a figure speaks of: two rows with one key are not two figures. */
    record Key(
            Economy reporter, Economy partner, TradeFlow flow, String classification, CommodityCode commodity, ReferencePeriod period) {

        @Override
        public String toString() {
            return reporter + " " + flow.code() + " " + partner + ", " + (classification.isEmpty() ? "" : classification + " ")
                    + commodity + ", " + period;
        }
    }

    /** In how many of the ways in which the publisher splits the flow the row is called one of all parts together. */
    private long waysWhole() {
        return Arrays.stream(part.split(BETWEEN_PARTS, -1)).filter(ALL_PARTS::equals).count();
    }

    /** Whether the publisher calls the row the total of all parts of its flow. */
    boolean isCalledTotal() {
        return !part.isEmpty() && waysWhole() == part.split(BETWEEN_PARTS, -1).length;
    }

    /** Whether the publisher calls the row a part in every way in which it splits the flow. */
    boolean isPartAlone() {
        return waysWhole() == 0;
    }

    Candidate with(Quantity value, Quantity netWeightKg, String note) {
        return new Candidate(
                key, reporterText, partnerText, part, value, currency, netWeightKg, valuation, coverage, publisher, note, line, record,
                valueColumn, cell);
    }

    /** The same figure as one of a selection of partners. */
    Candidate selected() {
        return new Candidate(
                key, reporterText, partnerText, part, value, currency, netWeightKg, valuation, Coverage.SELECTED_PARTNERS, publisher, note, line,
                record, valueColumn, cell);
    }

    /** The flow with amounts of which nobody knows whose they are. */
    Candidate ofSomeone() {
        Quantity worth = Quantities.ofSomeone(value);
        Quantity weight = Quantities.ofSomeone(netWeightKg);
        return with(worth, weight, setAside(worth, weight));
    }

    /** The flow of which the row is a part, without its amounts. */
    Candidate asWholeOfPart() {
        return with(Quantity.MISSING, Quantity.MISSING, ONLY_PARTS);
    }

    /** The flow without its amounts. */
    Candidate asGap() {
        return with(Quantity.MISSING, Quantity.MISSING, WITHOUT_AMOUNTS);
    }

    /**
     * The observation.
     *
     * @param sources the table's source by the publisher that a row names; empty text for the layout's own
     */
    TradeObservation observation(Function<String, DataSource> sources) {
        return new TradeObservation(
                key.reporter(),
                key.partner(),
                key.flow(),
                key.classification(),
                key.commodity(),
                key.period(),
                value,
                currency,
                netWeightKg,
                valuation,
                coverage,
                new Origin(sources.apply(publisher), line, cell, remark(publisher, note)));
    }

    /** Why a flow has no amount of its own: that nothing is known of it, or what it comes to if it is anyone's. */
    static String setAside(Quantity value, Quantity netWeightKg) {
        List<String> known = new ArrayList<>(2);
        value.ofSomeone().ifPresent(amount -> known.add("value " + Quantities.plain(amount)));
        netWeightKg.ofSomeone().ifPresent(amount -> known.add(Quantities.plain(amount) + " kg"));
        return known.isEmpty() ? WITHOUT_AMOUNTS : SET_ASIDE + "partner unknown, " + String.join(", ", known);
    }

    static String remark(String publisher, String note) {
        if (publisher.isEmpty()) {
            return note;
        }
        return note.isEmpty() ? publisher : publisher + "; " + note;
    }
}
