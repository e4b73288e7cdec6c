package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.CommodityScope;
import dev.lodestone.ingest.IssueCode;
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
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Reads tables in which values and weights stand in columns, rows or tables of their own: a column for each period, or a row for each
 * measure. {@link WideAssembly} joins them.
 */
final class WideReading {

    /** Stands for the period of a row that has several. */
    private static final ReferencePeriod NO_PERIOD = ReferencePeriod.ofYear(1900);

    private final EconomyCodes economies;
    private final CommodityScope scope;
    private final Map<ColumnRule.CoverCell, String> cover;
    private final List<WideSheet> sheets = new ArrayList<>();
    private final Set<String> otherMeasures = new TreeSet<>();
    private boolean valuesMet;
    private boolean weightsMet;

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
        refuseTwice(columns.columns(), match);
        refuseOpenEnd(columns.columns(), match);
        HeaderPlan plan = new HeaderPlan(match, 0);
        RowReading reading = new RowReading(plan, economies, scope, texts);
        WideSheet sheet = new WideSheet(account, columns, reading::isOpen, SelectedPartners.isToBeAsked(plan));
        RowShape shape = new RowShape(match.header().size() + (rule.marksBeside() ? 1 : 0), account);
        Set<Integer> figureColumns = MergedRows.figures(plan);
        columns.columns().forEach(column -> figureColumns.add(column.column()));
        MergedRows merged = new MergedRows(rows, plan, figureColumns);
        NotesBelow notes = new NotesBelow(plan, reading, figureColumns, account);
        Passing passing = new Passing(match, plan, reading, merged, shape, rule, sheet, notes);
        long record = 0;
        while (rows.advance()) {
            Row row = rows.row();
            if (row.isTextBesideTables()) {
                title.addAll(row.cells());
            }
            if (row.isBlank() || row.isTextBesideTables()) {
                notes.blank();
                continue;
            }
            record++;
            take(row, record, passing);
        }
        notes.settle();
        for (String header : columns.unread()) {
            account.issue(
                    IssueCode.COLUMN_PERHAPS_RENAMED, 0, 0, header, "", "", "the name of a month, if it holds the figures of one", "column not read");
        }
        AbsentColumns.tell(plan, weightsMet || columns.columns().stream().anyMatch(WideColumns.Column::isWeight), account);
        shape.tellTrailingCells();
        reading.refuseOtherStyle(account.rowsRead());
        reading.refuseForeignReporters(account.rowsRead());
        setSharedAside(merged, sheet);
        merged.tell(account);
        reading.tellScientific(account);
        reading.tellUndecided(account);
        account.roundedTo(reading.rounding());
        sheets.add(sheet);
    }

    /**
     * What rows are read with.
     *
     * @param match the layout
     * @param plan where columns stand
     * @param reading what cells say
     * @param merged what merged cells say
     * @param shape whether rows have their cells
     * @param rule how figures stand
     * @param sheet where rows go
     * @param notes what may be a note
     */
    private record Passing(
            Recognition.Match match,
            HeaderPlan plan,
            RowReading reading,
            MergedRows merged,
            RowShape shape,
            WideRule rule,
            WideSheet sheet,
            NotesBelow notes) {}

    /** Takes a row, or lets it wait where it may be a note below the table. */
    private void take(Row row, long record, Passing passing) throws IOException {
        boolean isHeader = TableReading.isHeaderAgain(passing.match(), row, passing.plan());
        boolean isFooter = TableReading.isFooter(passing.match().layout(), row);
        NotesBelow notes = passing.notes();
        if (isHeader || isFooter) {
            notes.settle();
        } else if (notes.holds(row, record)) {
            return;
        } else {
            for (NotesBelow.Held held : notes.release()) { // no note stands between rows
                takeRow(held.row(), held.record(), false, false, passing);
            }
        }
        takeRow(row, record, isHeader, isFooter, passing);
    }

    private void takeRow(Row found, long record, boolean isHeader, boolean isFooter, Passing passing) throws IOException {
        Layout layout = passing.match().layout();
        WideRule rule = passing.rule();
        RowReading reading = passing.reading();
        HeaderPlan plan = passing.plan();
        WideSheet sheet = passing.sheet();
        TableAccount account = sheet.account();
        Row row = isHeader || isFooter ? found : passing.merged().fill(found, record); // may fail, hence before the row is counted
        account.read();
        noteLastMonth(row, reading, sheet);
        if (!isHeader && !isFooter && row.defect().isEmpty()) {
            noteMeasure(row, reading, rule);
        }
        Optional<String> notWanted = isHeader
                ? Optional.of(TableReading.HEADER_AGAIN)
                : isFooter ? Optional.of(TableReading.FOOTER) : whyNotWanted(row, reading, layout);
        if (notWanted.isPresent()) {
            List<Problem> problems = new ArrayList<>();
            boolean isTotal = !isHeader && !isFooter && !reading.isUnwanted(row)
                    && reading.leftOut(row).filter(left -> left.rule().worldTotal()).isPresent();
            if (isTotal && isRead(row, reading, rule)) {
                figures(row, record, reading, plan, rule, sheet, true, problems).ifPresent(sheet.rows()::add);
            }
            if (problems.isEmpty() || !reading.isOfWorld(row)) {
                account.outOfScope(notWanted.get());
            } else {
                account.setAside(); // a total that cannot be read: what the partners lack is not known
                for (Problem problem : problems) {
                    TableReading.tell(problem, row, record, plan, account, "row set aside");
                }
            }
        } else if (passing.shape().isWrong(row, record)) {
            account.setAside();
            account.untold();
        } else {
            List<Problem> problems = new ArrayList<>();
            Optional<WideRow> figures = figures(row, record, reading, plan, rule, sheet, false, problems);
            if (figures.isPresent() && problems.isEmpty()) {
                account.kept();
                passing.notes().met(found);
                sheet.rows().add(figures.get());
            } else {
                account.setAside();
                figures.ifPresentOrElse(sheet.ofSomeone()::add, account::untold);
                for (Problem problem : problems) {
                    TableReading.tell(problem, row, record, plan, account, "row set aside");
                }
            }
        }
    }

    /** Refuses a table of which two columns hold figures of one measure and one period, as where a header of two rows says above what they are. */
    private static void refuseTwice(List<WideColumns.Column> columns, Recognition.Match match) throws IOException {
        for (WideColumns.Column column : columns) {
            for (WideColumns.Column before : columns) {
                if (before.column() < column.column() && column.isFigure() && column.isOfSame(before)) {
                    throw new IOException("its columns " + (before.column() + 1) + " and " + (column.column() + 1) + ", headed '"
                            + Headers.normal(match.header().cell(before.column())) + "' and '" + Headers.normal(match.header().cell(column.column()))
                            + "', are of the same period, and nothing says in what they differ");
                }
            }
        }
    }

    /** Refuses a table of the year so far of which no column of a month is left: of how many months its figures are, nobody can tell. */
    private static void refuseOpenEnd(List<WideColumns.Column> columns, Recognition.Match match) throws IOException {
        Optional<WideColumns.Column> soFar = columns.stream().filter(WideColumns.Column::soFar).findFirst();
        if (soFar.isPresent() && columns.stream().noneMatch(column -> column.period().isMonth())) {
            throw new IOException("its column '" + Headers.normal(match.header().cell(soFar.get().column()))
                    + "' holds the year up to the last month that has figures, and no column of a month says which that is");
        }
    }

    /** Sets rows aside that share a figure with others: what each of them amounts to is not known. */
    private static void setSharedAside(MergedRows merged, WideSheet sheet) throws IOException {
        for (MergedRows.SharedFigure figure : merged.shared()) {
            List<WideRow> sharing = sheet.rows().stream().filter(row -> figure.isOf(row.line(), row.record())).toList();
            if (!sharing.isEmpty()) {
                WideRow first = sharing.get(0);
                merged.tell(figure, first.line(), first.record(), figure.byLine() ? figure.cell() : "", sheet.account());
                sharing.stream().filter(row -> !row.isTotal()).forEach(row -> {
                    sheet.account().notKeptButSetAside();
                    sheet.account().untold();
                });
                sheet.rows().removeAll(sharing);
            }
        }
    }

    /** Marks what the file measures, whatever the row is about. */
    private void noteMeasure(Row row, RowReading reading, WideRule rule) {
        WideRule.Measure measure = measure(row, reading, rule);
        valuesMet |= measure == WideRule.Measure.VALUE;
        weightsMet |= measure == WideRule.Measure.NET_WEIGHT;
        if (measure == WideRule.Measure.NOT_READ) {
            otherMeasures.add(reading.text(row, Field.MEASURE));
        }
    }

    /** The figures of all tables read, by table. */
    Map<TableAccount, List<Candidate>> finish(Layout layout) {
        WideRule rule = layout.wide().orElseThrow();
        boolean anyKept = sheets.stream().anyMatch(sheet -> sheet.account().rowsKept() > 0);
        if (anyKept && valuesMet && !weightsMet && rule.measures().containsValue(WideRule.Measure.NET_WEIGHT)) {
            otherMeasures.removeAll(rule.measures().keySet());
            AbsentColumns.tellNoWeights(rule, otherMeasures, sheets.get(0).account());
        }
        if (!valuesMet && weightsMet && anyKept && rule.measures().containsValue(WideRule.Measure.VALUE)) {
            AbsentColumns.tellNoValues(rule, sheets.get(0).account());
        }
        WideAssembly assembly = new WideAssembly(layout);
        Map<TableAccount, List<Candidate>> figures = assembly.join(sheets, valuesMet);
        if (valuesMet != weightsMet && !rule.measures().isEmpty()) {
            figures.keySet().forEach(account -> account.isApart(assembly.weighed()));
        }
        return figures;
    }

    private static Optional<String> whyNotWanted(Row row, RowReading reading, Layout layout) {
        if (row.defect().isPresent()) {
            return Optional.empty();
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
        boolean noWeight = measure == WideRule.Measure.NET_WEIGHT && kilograms(row, reading, rule).isEmpty();
        return noWeight ? Optional.of("quantity that is no weight") : Optional.empty();
    }

    /** Whether the row holds a value, or a quantity in a unit of weight. */
    private static boolean isRead(Row row, RowReading reading, WideRule rule) {
        WideRule.Measure measure = measure(row, reading, rule);
        return measure == WideRule.Measure.VALUE || measure == WideRule.Measure.NET_WEIGHT && kilograms(row, reading, rule).isPresent();
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

    /** Kilograms of the unit in which the row counts, told by the unit or by the measure; empty if it is no weight. */
    private static Optional<Double> kilograms(Row row, RowReading reading, WideRule rule) {
        return Optional.ofNullable(rule.weights().get(unit(row, reading, rule)))
                .or(() -> Optional.ofNullable(rule.weights().get(reading.text(row, Field.MEASURE))));
    }

    /** Marks how far into the year the columns of months are filled, whatever the row is about. */
    private static void noteLastMonth(Row row, RowReading reading, WideSheet sheet) {
        if (sheet.columns().columns().stream().noneMatch(column -> column.period().isMonth()) || row.defect().isPresent()) {
            return;
        }
        Optional<Integer> year = year(row, reading);
        for (WideColumns.Column column : sheet.columns().columns()) {
            String text = row.cell(column.column()).strip();
            if (column.period().isMonth() && !text.isEmpty() && !text.matches("0+(\\.0*)?")) {
                ReferencePeriod month = column.periodIn(year);
                sheet.lastMonths().merge(month.year(), month.start().getMonthValue(), Math::max);
            }
        }
    }

    private static Optional<Integer> year(Row row, RowReading reading) {
        return ReferencePeriod.parse(reading.text(row, Field.YEAR)).filter(ReferencePeriod::isCalendarYear).map(ReferencePeriod::year);
    }

    /** The row's figures; empty if its head cannot be read, its partner's name apart, which the problems then tell. */
    private static Optional<WideRow> figures(
            Row row, long record, RowReading reading, HeaderPlan plan, WideRule rule, WideSheet sheet, boolean isTotal, List<Problem> problems) {
        RowReading.RowHead head = reading.head(row, problems);
        String currency = reading.readCurrency(row, problems);
        String classification = reading.text(row, Field.CLASSIFICATION);
        String unit = unit(row, reading, rule);
        WideRule.Measure measure = measure(row, reading, rule);
        Map<ReferencePeriod, WideRow.Figure> figures = new LinkedHashMap<>();
        Map<ReferencePeriod, WideRow.Figure> weights = new LinkedHashMap<>();
        Set<ReferencePeriod> withheld = new HashSet<>();
        // a scale that is not known is one of weights as well
        double scale = reading.multiplier(row, Field.VALUE, problems);
        double multiplier = measure == WideRule.Measure.NET_WEIGHT ? kilograms(row, reading, rule).orElseThrow() : scale;
        boolean oneFigure = rule.hasOneFigureARow();
        ReferencePeriod rowPeriod = oneFigure ? reading.readPeriod(row, problems) : NO_PERIOD;
        if (oneFigure) {
            int column = valueColumn(row, reading, plan, problems);
            Quantity quantity = reading.withStatus(row, reading.quantity(row, column, multiplier, problems), true, problems);
            figures.put(rowPeriod, new WideRow.Figure(quantity, row.address(column), plan.header(column)));
        }
        Optional<Integer> year = year(row, reading);
        if (!oneFigure && year.isEmpty() && sheet.columns().columns().stream().anyMatch(column -> !column.namesYear())) {
            problems.add(new Problem(IssueCode.BAD_PERIOD, plan.column(Field.YEAR), reading.text(row, Field.YEAR), "a year such as 2024"));
        }
        boolean ofSomeone = !isTotal && reading.isOfSomeone(row, problems);
        if (!problems.isEmpty() && !ofSomeone) {
            return Optional.empty();
        }
        for (WideColumns.Column column : sheet.columns().columns()) {
            if (!row.cell(column.column()).isBlank() || !mark(row, column, plan, rule).isEmpty()) {
                ReferencePeriod period = oneFigure ? rowPeriod : column.periodIn(year);
                switch (column.measure().orElse(measure)) {
                    case SUPPRESSED -> {
                        List<Problem> unread = new ArrayList<>(1);
                        if (reading.quantity(row, column.column(), 1, unread).amount() > 0 || !unread.isEmpty()) {
                            withheld.add(period);
                        }
                    }
                    case NET_WEIGHT -> {
                        // a measure column says weight for the whole row; a header says it for a cell beside the value
                        boolean besideValue = column.measure().isPresent();
                        kilograms(row, reading, rule).ifPresent(kilograms -> (besideValue ? weights : figures)
                                .put(period, figure(row, record, column, kilograms, reading, plan, rule, sheet)));
                    }
                    case VALUE -> figures.put(period, figure(row, record, column, multiplier, reading, plan, rule, sheet));
                    case NOT_READ -> { }
                }
            }
        }
        return Optional.of(new WideRow(
                sheet.account(),
                ofSomeone ? head.ofSomeone() : head,
                measure,
                reading.text(row, Field.MEASURE),
                unit,
                figures,
                weights,
                isTotal,
                withheld,
                row.line(),
                record,
                classification,
                currency,
                reading.text(row, Field.NOTE)));
    }

    /** The column that holds the row's figure: the one headed as the row's measure, else the only one that is filled. */
    private static int valueColumn(Row row, RowReading reading, HeaderPlan plan, List<Problem> problems) {
        String measure = reading.text(row, Field.MEASURE);
        int first = plan.column(Field.VALUE);
        List<Integer> filled = plan.columns(Field.VALUE).stream().filter(column -> !row.cell(column).isBlank()).toList();
        for (int column : filled) {
            if (plan.header(column).equals(measure)) {
                return column;
            }
        }
        if (filled.size() > 1) {
            problems.add(new Problem(
                    IssueCode.UNKNOWN_WORD,
                    plan.column(Field.MEASURE),
                    measure,
                    "the measure of one of the columns " + filled.stream().map(plan::header).collect(Collectors.joining(", "))));
        }
        return filled.isEmpty() ? first : filled.get(0);
    }

    /** The mark in the column without header to the right of a figure; empty if there is none. */
    private static String mark(Row row, WideColumns.Column column, HeaderPlan plan, WideRule rule) {
        return rule.marksBeside() && plan.header(column.column() + 1).isEmpty() ? row.cell(column.column() + 1).strip() : "";
    }

    private static WideRow.Figure figure(
            Row row, long record, WideColumns.Column column, double multiplier, RowReading reading, HeaderPlan plan, WideRule rule, WideSheet sheet) {
        List<Problem> problems = new ArrayList<>(1);
        Quantity quantity = reading.marked(reading.quantity(row, column.column(), multiplier, problems), column.column() + 1, mark(row, column, plan, rule), problems);
        problems.forEach(problem -> TableReading.tell(problem, row, record, plan, sheet.account(), "value dropped, row kept"));
        return new WideRow.Figure(quantity, row.address(column.column()), plan.header(column.column()));
    }
}
