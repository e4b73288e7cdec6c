package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.IssueCode;
import dev.lodestone.model.quality.FileReport;
import dev.lodestone.model.quality.Issue;
import dev.lodestone.model.trade.CommodityCode;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.Quantity;
import dev.lodestone.model.trade.ReferencePeriod;
import dev.lodestone.model.trade.TradeFlow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Joins values and net weights of one publisher that stand in files of their own, as sheets of a workbook that were saved one by one.
 * A weight belongs to a value where both speak of the same flow and every part of the value is counted in a unit of weight.
 */
public final class ApartTables {

    /**
     * A table that has values without weights, or weights without values.
     *
     * @param layout its layout
     * @param account its account
     * @param figures its figures, which are changed where they are joined
     * @param weighed of a table of values, those that are counted in units of weight alone
     */
    record Apart(String layout, TableAccount account, List<Candidate> figures, Set<Candidate.Key> weighed) {

        boolean isOfWeights() {
            return figures.stream().noneMatch(figure -> figure.value().isKnown());
        }
    }

    private record SeriesKey(String layout, Economy reporter, TradeFlow flow, CommodityCode commodity, ReferencePeriod period) {

        static SeriesKey of(String layout, Candidate.Key key) {
            return new SeriesKey(layout, key.reporter(), key.flow(), key.commodity(), key.period());
        }
    }

    private ApartTables() {}

    /** Joins what belongs together. Weights of a series whose values are there, and that belong to none of them, are told and left out. */
    public static void join(List<TradeFileReader.Result> results, List<Issue> issues, List<FileReport> reports) {
        joinTables(results.stream().flatMap(result -> result.apart().stream()).toList(), issues, reports);
    }

    /** As {@link #join}, of tables whose files' other rows need not be there. */
    static void joinTables(List<Apart> tables, List<Issue> issues, List<FileReport> reports) {
        List<Apart> values = new ArrayList<>();
        List<Apart> weights = new ArrayList<>();
        tables.forEach(table -> (table.isOfWeights() ? weights : values).add(table));
        if (values.isEmpty() || weights.isEmpty()) {
            return;
        }
        Set<SeriesKey> told = new HashSet<>();
        values.forEach(table -> table.figures().forEach(figure -> told.add(SeriesKey.of(table.layout(), figure.key()))));
        for (Apart table : weights) {
            Map<Candidate.Key, Candidate> byKey = new HashMap<>();
            table.figures().forEach(figure -> byKey.put(figure.key(), figure));
            Set<Candidate.Key> joined = new HashSet<>();
            values.stream().filter(each -> each.layout().equals(table.layout())).forEach(each -> join(each, table, byKey, joined));
            long before = table.figures().size();
            table.figures().removeIf(figure -> told.contains(SeriesKey.of(table.layout(), figure.key())));
            long left = before - table.figures().size() - joined.size();
            if (left > 0) {
                tell(table, left, issues, reports);
            }
        }
    }

    private static void join(Apart values, Apart weights, Map<Candidate.Key, Candidate> byKey, Set<Candidate.Key> joined) {
        values.figures().replaceAll(figure -> {
            Candidate weight = byKey.get(figure.key());
            if (weight == null || figure.netWeightKg().status() != Quantity.Status.MISSING || !values.weighed().contains(figure.key())) {
                return figure;
            }
            joined.add(figure.key());
            String note = "net weight from " + weights.account().label() + ":" + weight.line();
            return figure.with(figure.value(), weight.netWeightKg(), figure.note().isEmpty() ? note : figure.note() + "; " + note);
        });
    }

    private static void tell(Apart table, long left, List<Issue> issues, List<FileReport> reports) {
        IssueCode code = IssueCode.WEIGHT_NOT_COVERED;
        TableAccount account = table.account();
        issues.add(new Issue(
                code.code(), code.severity(), account.label(), account.sheet(), 0, 0, "", "", left == 1 ? "1 weight" : left + " weights",
                "values of the same flows in the file beside it, counted in units of weight", "values kept, weight left open"));
        reports.replaceAll(report -> account.isOf(report.source()) ? withIssue(report, code) : report);
    }

    private static FileReport withIssue(FileReport report, IssueCode code) {
        TreeMap<String, Long> counts = new TreeMap<>(report.issueCounts());
        counts.merge(code.code(), 1L, Long::sum);
        return new FileReport(
                report.source(), report.why(), report.rowsRead(), report.rowsKept(), report.rowsOutOfScope(), report.rowsSetAside(), report.periods(),
                report.reporters(), counts, report.completeness());
    }
}
