package dev.lodestone.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.lodestone.model.quality.Completeness;
import dev.lodestone.model.quality.FileReport;
import dev.lodestone.model.quality.Issue;
import dev.lodestone.model.quality.Loaded;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** What was read, for a program: an array with one object per table. */
public final class InspectionJson {

    public void print(Loaded<?> loaded, PrintWriter out) throws IOException {
        IssuesByTable issues = IssuesByTable.of(loaded);
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
            json.writeStartArray();
            for (FileReport table : loaded.files()) {
                json.writeStartObject();
                json.writeStringField("file", table.source().file());
                json.writeStringField("member", table.source().member());
                json.writeStringField("sheet", table.source().sheet());
                json.writeStringField("layout", table.source().layout());
                json.writeStringField("why", table.why());
                json.writeStringField("sha256", table.source().sha256());
                json.writeNumberField("rowsRead", table.rowsRead());
                json.writeNumberField("rowsKept", table.rowsKept());
                json.writeNumberField("rowsOutOfScope", table.rowsOutOfScope());
                json.writeNumberField("rowsSetAside", table.rowsSetAside());
                writeArray(json, "periods", table.periods());
                writeArray(json, "reporters", table.reporters());
                write(table.completeness(), json);
                json.writeArrayFieldStart("issues");
                for (Issue issue : issues.of(table)) {
                    write(issue, json);
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        out.println();
    }

    private static void writeArray(JsonGenerator json, String name, Iterable<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    private static void write(Completeness completeness, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("completeness");
        json.writeStringField("verdict", completeness.verdict().code());
        json.writeNumberField("complete", completeness.complete());
        json.writeNumberField("bounded", completeness.bounded());
        json.writeNumberField("unusable", completeness.unusable());
        writeArray(json, "reasons", codes(completeness.reasons()));
        json.writeArrayFieldStart("series");
        for (Completeness.Series series : completeness.series()) {
            json.writeStartObject();
            json.writeStringField("reporter", series.reporter());
            json.writeStringField("flow", series.flow());
            json.writeStringField("commodity", series.commodity());
            json.writeStringField("period", series.period());
            json.writeStringField("verdict", series.verdict().code());
            writeArray(json, "reasons", codes(series.reasons()));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static List<String> codes(Collection<Completeness.Reason> reasons) {
        return reasons.stream().map(Completeness.Reason::code).toList();
    }

    private static void write(Issue issue, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("code", issue.code());
        json.writeStringField("severity", issue.severity().name().toLowerCase(Locale.ROOT));
        json.writeStringField("file", issue.file());
        json.writeStringField("sheet", issue.sheet());
        json.writeNumberField("line", issue.line());
        json.writeNumberField("record", issue.record());
        json.writeStringField("column", issue.column());
        json.writeStringField("cell", issue.cell());
        json.writeStringField("text", issue.text());
        json.writeStringField("expected", issue.expected());
        json.writeStringField("action", issue.action());
        json.writeEndObject();
    }
}
