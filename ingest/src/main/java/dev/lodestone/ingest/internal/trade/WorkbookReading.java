package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.CommodityScope;
import dev.lodestone.ingest.internal.container.Content;
import dev.lodestone.ingest.internal.economy.EconomyCodes;
import dev.lodestone.ingest.internal.layout.Layout;
import dev.lodestone.ingest.internal.table.Row;
import dev.lodestone.ingest.internal.table.RowSource;
import dev.lodestone.ingest.internal.table.WorkbookFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads workbooks: every sheet that a layout fits. */
final class WorkbookReading implements ContentReading {

    private static final int ROWS_LOOKED_AT = 60;

    private final List<Layout> layouts;
    private final EconomyCodes economies;
    private final CommodityScope scope;

    WorkbookReading(List<Layout> layouts, EconomyCodes economies, CommodityScope scope) {
        this.layouts = layouts;
        this.economies = economies;
        this.scope = scope;
    }

    @Override
    public Outcome read(Content content, TableAccount account, Consumer<TableAccount> begun) throws IOException {
        Path path = content.file().orElseThrow(() -> new IOException("the workbook is not on disk"));
        try (WorkbookFile workbook = new WorkbookFile(path.toFile())) {
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
                return Outcome.nothing(every.whyNot() + "; sheets: " + String.join(", ", workbook.sheetNames()));
            }
            List<Table> tables = new ArrayList<>();
            for (Map.Entry<String, Recognition.Match> each : matches.entrySet()) {
                TableAccount sheetAccount = account.ofSheet(each.getKey());
                begun.accept(sheetAccount);
                tables.add(read(workbook, each.getKey(), each.getValue(), sheetAccount));
            }
            return new Outcome(tables, "");
        }
    }

    private Table read(WorkbookFile workbook, String sheet, Recognition.Match match, TableAccount account) throws IOException {
        String why = match.layout().headers().size() + " required columns found in row " + match.header().line();
        try (RowSource rows = workbook.rows(sheet)) {
            return new Table(match.layout(), why, account, new TableReading(economies, scope).read(rows, match, account));
        }
    }

    private static List<Row> firstRows(WorkbookFile workbook, String sheet) throws IOException {
        List<Row> first = new ArrayList<>();
        try (RowSource rows = workbook.rows(sheet)) {
            while (first.size() < ROWS_LOOKED_AT && rows.advance()) {
                first.add(rows.row());
            }
        }
        return first;
    }
}
