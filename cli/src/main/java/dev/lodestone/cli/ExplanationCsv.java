package dev.lodestone.cli;

import dev.lodestone.model.explain.FigureExplanation;
import dev.lodestone.model.explain.FigureRow;
import dev.lodestone.model.measure.Indicator;
import dev.lodestone.model.trade.Quantity;
import dev.lodestone.model.trade.TradeObservation;
import dev.lodestone.report.data.CsvTable;
import dev.lodestone.report.data.Decimals;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** The rows behind figures as a table: one line per figure and row. */
public final class ExplanationCsv {

    private static final List<String> HEADER = List.of(
            "economy", "material", "stage", "commodity", "period", "measure", "supplier", "basis", "file", "sheet", "line", "cell", "sha256",
            "reporter", "partner", "row_classification", "row_commodity", "row_period", "value", "value_status", "currency", "net_weight_kg",
            "weight_status", "role", "moves", "flow");

    private ExplanationCsv() {}

    public static void print(List<FigureExplanation> explanations, PrintWriter out) throws IOException {
        CsvTable table = new CsvTable(out, HEADER);
        for (FigureExplanation e : explanations) {
            for (FigureRow row : e.rows()) {
                figure(e.indicator(), table);
                row(row, table);
                table.end();
            }
        }
    }

    private static void figure(Indicator i, CsvTable table) throws IOException {
        table.text(i.about().economy().code())
                .text(i.about().material())
                .text(i.about().stage())
                .text(i.about().commodity())
                .text(i.about().period().toString())
                .text(i.measure())
                .text(i.supplier())
                .text(i.basis().code());
    }

    private static void row(FigureRow row, CsvTable table) throws IOException {
        TradeObservation o = row.observation();
        String member = o.origin().source().member();
        table.text(o.origin().source().file() + (member.isEmpty() ? "" : "!" + member))
                .text(o.origin().source().sheet())
                .position(o.origin().line())
                .text(o.origin().cell())
                .text(o.origin().source().sha256())
                .text(o.reporter().code())
                .text(o.partner().code())
                .text(o.classification())
                .text(o.commodity().digits())
                .text(o.period().toString())
                .number(amount(o.value()))
                .text(status(o.value()))
                .text(o.currency())
                .number(amount(o.netWeightKg()))
                .text(status(o.netWeightKg()))
                .text(row.role().code())
                .text(row.moves() ? "yes" : "no")
                .text(o.flow().code());
    }

    static String amount(Quantity quantity) {
        return quantity.isKnown() ? Decimals.exact(quantity.amount()) : "";
    }

    static String status(Quantity quantity) {
        return quantity.status().name().toLowerCase(Locale.ROOT);
    }
}
