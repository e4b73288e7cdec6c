package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.CommodityScope;
import dev.lodestone.ingest.internal.economy.EconomyCodes;
import dev.lodestone.ingest.internal.layout.ColumnRule;
import dev.lodestone.ingest.internal.layout.Field;
import dev.lodestone.ingest.internal.layout.Layout;
import dev.lodestone.ingest.internal.layout.WideRule;
import dev.lodestone.ingest.internal.table.Row;
import dev.lodestone.ingest.internal.table.RowSource;
import dev.lodestone.model.trade.Quantity;
import dev.lodestone.model.trade.ReferencePeriod;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads tables with a column for each period. Values and weights may stand in tables of their own; {@link WideAssembly} joins them. */
final class WideReading {

    private final EconomyCodes economies;
    private final CommodityScope scope;
    private final Map<ColumnRule.CoverCell, String> cover;
    private final List<WideSheet> sheets = new ArrayList<>();

    WideReading(EconomyCodes economies, CommodityScope scope, Map<ColumnRule.CoverCell, String> cover) {
        this.economies = economies;
        this.scope = scope;
        this.cover = cover;
    }

    /** Reads a table from the beginning of its source. */
    void read(RowSource rows, Recognition.Match match, TableAccount account) throws IOException {
        List<String> title = new ArrayList<>();
        for (int at = 0; at <= match.headerAt() && rows.advance(); at++) {
            if (at < match.headerAt()) {
                title.addAll(rows.row().cells());
            }
        }
        Layout layout = match.layout();
        WideRule rule = layout.wide().orElseThrow();
        TableTexts texts = new TableTexts(title, cover);
        WideColumns columns = new WideColumns(rule, match.header(), texts);
        HeaderPlan plan = new HeaderPlan(layout, match.header().cells(), 0);
        RowReading reading = new RowReading(plan, economies, scope, texts);
        WideSheet sheet = new WideSheet(account, columns);
        RowShape shape = new RowShape(match.header().size(), account);
        long record = 0;
        while (rows.advance()) {
            Row row = rows.row();
            if (row.isBlank()) {
                continue;
            }
            record++;
            account.read();
            Optional<String> notWanted = whyNotWanted(row, reading, layout);
            if (notWanted.isPresent()) {
                account.outOfScope(notWanted.get());
            } else if (shape.isWrong(row, record)) {
                account.setAside();
            } else {
                read(row, record, reading, plan, rule, sheet);
            }
        }
        shape.tellTrailingCells();
        sheets.add(sheet);
    }

    /** The figures of all tables read, by table. */
    Map<TableAccount, List<Candidate>> finish(Layout layout) {
        return new WideAssembly(layout).join(sheets);
    }

    private static Optional<String> whyNotWanted(Row row, RowReading reading, Layout layout) {
        if (row.defect().isPresent()) {
            return Optional.empty();
        }
        if (TableReading.isFooter(layout, row)) {
            return Optional.of(TableReading.FOOTER);
        }
        if (reading.isUnwanted(row)) {
            return Optional.of(TableReading.OTHER_COMMODITY);
        }
        Optional<HeaderPlan.PlacedRule> leftOut = reading.leftOut(row);
        if (leftOut.isPresent()) {
            return Optional.of(leftOut.get().rule().reason());
        }
        WideRule rule = layout.wide().orElseThrow();
        WideRule.Measure measure = measure(row, reading, rule);
        if (measure == WideRule.Measure.NOT_READ) {
            return Optional.of("a measure that is not read");
        }
        boolean noWeight = measure == WideRule.Measure.NET_WEIGHT && !rule.weights().containsKey(unit(row, reading, rule));
        return noWeight ? Optional.of("quantity that is no weight") : Optional.empty();
    }

    private static WideRule.Measure measure(Row row, RowReading reading, WideRule rule) {
        return rule.measures().isEmpty()
                ? WideRule.Measure.VALUE
                : rule.measures().getOrDefault(reading.text(row, Field.MEASURE), WideRule.Measure.NOT_READ);
    }

    private static String unit(Row row, RowReading reading, WideRule rule) {
        String unit = reading.text(row, Field.UNIT);
        return unit.startsWith(rule.unitPrefix()) ? unit.substring(rule.unitPrefix().length()) : unit;
    }

    private static void read(Row row, long record, RowReading reading, HeaderPlan plan, WideRule rule, WideSheet sheet) {
        TableAccount account = sheet.account();
        List<Problem> problems = new ArrayList<>();
        RowReading.RowHead head = reading.head(row, problems);
        String currency = reading.readCurrency(row, problems);
        String classification = reading.text(row, Field.CLASSIFICATION);
        if (!problems.isEmpty()) {
            account.setAside();
            problems.forEach(problem -> TableReading.tell(problem, row, record, plan, account, "row set aside"));
            return;
        }
        String unit = unit(row, reading, rule);
        WideRule.Measure measure = measure(row, reading, rule);
        double multiplier = measure == WideRule.Measure.NET_WEIGHT ? rule.weights().get(unit) : 1;
        Map<ReferencePeriod, WideRow.Figure> figures = new LinkedHashMap<>();
        Set<ReferencePeriod> withheld = new HashSet<>();
        for (WideColumns.Column column : sheet.columns().columns()) {
            if (row.cell(column.column()).isBlank()) {
                continue;
            }
            List<Problem> cellProblems = new ArrayList<>(1);
            Quantity quantity = reading.quantity(row, column.column(), multiplier, cellProblems);
            cellProblems.forEach(problem -> TableReading.tell(problem, row, record, plan, account, "value dropped, row kept"));
            if (column.measure().filter(each -> each == WideRule.Measure.SUPPRESSED).isPresent()) {
                if (quantity.amount() > 0 || !cellProblems.isEmpty()) {
                    withheld.add(column.period());
                }
            } else {
                String header = plan.header(column.column());
                figures.put(column.period(), new WideRow.Figure(quantity, row.address(column.column()), header));
            }
        }
        account.kept();
        sheet.rows().add(new WideRow(
                account,
                head,
                measure,
                reading.text(row, Field.MEASURE),
                unit,
                figures,
                withheld,
                row.line(),
                record,
                classification,
                currency,
                reading.text(row, Field.NOTE)));
    }
}
