package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.CommodityScope;
import dev.lodestone.ingest.IssueCode;
import dev.lodestone.ingest.internal.container.Content;
import dev.lodestone.ingest.internal.container.ContentKind;
import dev.lodestone.ingest.internal.economy.EconomyCodes;
import dev.lodestone.ingest.internal.layout.ColumnRule;
import dev.lodestone.ingest.internal.layout.Layout;
import dev.lodestone.ingest.internal.table.KeyedRows;
import dev.lodestone.ingest.internal.table.OldWorkbookFile;
import dev.lodestone.ingest.internal.table.Row;
import dev.lodestone.ingest.internal.table.RowSource;
import dev.lodestone.ingest.internal.table.Workbook;
import dev.lodestone.ingest.internal.table.WorkbookFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Reads workbooks: every sheet that a layout fits. */
final class WorkbookReading implements ContentReading {

    private static final int ROWS_LOOKED_AT = 60;
    private static final int TITLES = 10;

    private final List<Layout> layouts;
    private final EconomyCodes economies;
    private final CommodityScope scope;
    private final TableReading plain;

    WorkbookReading(List<Layout> layouts, EconomyCodes economies, CommodityScope scope, TableReading plain) {
        this.plain = plain;
        this.layouts = layouts;
        this.economies = economies;
        this.scope = scope;
    }

    @Override
    public Outcome read(Content content, TableAccount account, Consumer<TableAccount> begun) throws IOException {
        Path path = content.file().orElseThrow(() -> new IOException("the workbook is not on disk"));
        try (Workbook workbook = open(content.kind(), path)) {
            Recognition every = new Recognition(account.label());
            Map<String, Recognition.Match> matches = new LinkedHashMap<>();
            for (String sheet : workbook.sheetNames()) {
                List<Row> rows = firstRows(workbook, sheet);
                Recognition recognition = new Recognition(account.label() + " [" + sheet + "]");
                recognition.look(layouts, rows, layout -> true);
                every.look(layouts, rows, layout -> true);
                recognition.best().ifPresent(match -> matches.put(sheet, match));
            }
            if (matches.isEmpty()) {
                return Outcome.nothing(every.whyNot("sheets: " + String.join(", ", workbook.sheetNames())));
            }
            return new Outcome(read(workbook, matches, account, begun), "");
        }
    }

    private static Workbook open(ContentKind kind, Path path) throws IOException {
        return kind == ContentKind.OLD_WORKBOOK ? new OldWorkbookFile(path.toFile()) : new WorkbookFile(path.toFile());
    }

    private List<Table> read(
            Workbook workbook, Map<String, Recognition.Match> matches, TableAccount account, Consumer<TableAccount> begun)
            throws IOException {
        List<Table> tables = new ArrayList<>();
        Map<Layout, WideReading> wide = new LinkedHashMap<>();
        Map<TableAccount, Recognition.Match> wideSheets = new LinkedHashMap<>();
        // What is read later goes before what was read earlier of the same flow: sheets that show what they hold after hidden ones.
        List<Map.Entry<String, Recognition.Match>> hiddenFirst = matches.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Recognition.Match> each) -> !workbook.isHidden(each.getKey())))
                .toList();
        for (Map.Entry<String, Recognition.Match> each : hiddenFirst) {
            Recognition.Match match = each.getValue();
            Layout layout = match.layout();
            TableAccount sheet = account.ofSheet(each.getKey());
            begun.accept(sheet);
            if (layout.wide().isPresent() && !wide.containsKey(layout)) {
                wide.put(layout, new WideReading(economies, scope, cover(workbook, layout)));
            }
            try (RowSource rows = rowsOf(workbook, each.getKey())) {
                if (layout.wide().isPresent()) {
                    wide.get(layout).read(rows, match, sheet);
                    wideSheets.put(sheet, match);
                } else {
                    List<Row> first = firstRows(workbook, each.getKey());
                    Recognition.Match styled = OtherStyle.settle(match, first, false, sheet);
                    Recognition.Match settled = workbook.countsFrom1904()
                            ? styled
                            : DatePeriods.settle(styled, first, () -> rowsOf(workbook, each.getKey()), sheet);
                    tables.add(Table.read(layout, why(match), sheet, plain.read(rows, settled, sheet)));
                }
                tellHidden(workbook.isHidden(each.getKey()), rows.hiddenRows(), sheet);
            }
        }
        wide.forEach((layout, reading) -> reading.finish(layout).forEach((sheet, candidates) ->
                tables.add(Table.read(layout, why(wideSheets.get(sheet)), sheet, candidates))));
        tellSheetsNotRead(workbook, matches, tables);
        return tables;
    }

    /** What nobody sees who opens the workbook, and is there all the same. */
    private static void tellHidden(boolean sheetHidden, long rows, TableAccount account) {
        if (sheetHidden || rows > 0) {
            String found = sheetHidden ? "a hidden sheet" : rows == 1 ? "1 hidden row" : rows + " hidden rows";
            account.issue(IssueCode.HIDDEN_ROWS, found, "a sheet that shows what it holds", "read as all others");
        }
    }

    private static String why(Recognition.Match match) {
        return match.layout().headers().size() + " required columns found in row " + match.header().line();
    }

    /** Sheets that hold more than a cover sheet's texts and fit no layout. */
    private static void tellSheetsNotRead(Workbook workbook, Map<String, Recognition.Match> matches, List<Table> tables)
            throws IOException {
        Set<String> covers = tables.stream()
                .flatMap(table -> table.layout().columns().values().stream())
                .flatMap(rule -> rule.cover().stream())
                .map(ColumnRule.CoverCell::sheet)
                .collect(Collectors.toSet());
        for (String sheet : workbook.sheetNames()) {
            if (!matches.containsKey(sheet) && !covers.contains(sheet) && !firstRows(workbook, sheet).isEmpty()) {
                tables.get(0).account().issueOfSheet(
                        IssueCode.SHEET_NOT_READ, sheet, "", "a table of layout " + tables.get(0).layout().id(), "sheet not read");
            }
        }
    }

    /** The cells of cover sheets that the layout asks for. */
    private static Map<ColumnRule.CoverCell, String> cover(Workbook workbook, Layout layout) throws IOException {
        Map<ColumnRule.CoverCell, String> found = new HashMap<>();
        for (ColumnRule rule : layout.columns().values()) {
            if (rule.cover().isPresent() && workbook.sheetNames().contains(rule.cover().get().sheet())) {
                coverCell(workbook, rule.cover().get()).ifPresent(text -> found.put(rule.cover().get(), text));
            }
        }
        return found;
    }

    private static Optional<String> coverCell(Workbook workbook, ColumnRule.CoverCell wanted) throws IOException {
        boolean inSection = false;
        for (Row row : firstRows(workbook, wanted.sheet())) {
            String label = row.cell(0).strip();
            inSection |= label.equals(wanted.section());
            if (inSection && label.equals(wanted.label())) {
                return Optional.of(row.cell(1).strip());
            }
        }
        return Optional.empty();
    }

    private static RowSource rowsOf(Workbook workbook, String sheet) throws IOException {
        return new KeyedRows(workbook.rows(sheet), TITLES);
    }

    private static List<Row> firstRows(Workbook workbook, String sheet) throws IOException {
        List<Row> first = new ArrayList<>();
        try (RowSource rows = rowsOf(workbook, sheet)) {
            while (first.size() < ROWS_LOOKED_AT && rows.advance()) {
                first.add(rows.row());
            }
        }
        return first;
    }
}
