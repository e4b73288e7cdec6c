package dev.lodestone.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.lodestone.report.diff.EditionDiff;
import dev.lodestone.report.diff.EditionDiff.CommitmentChange;
import dev.lodestone.report.diff.EditionDiff.FigureChange;
import dev.lodestone.report.diff.EditionDiff.InputChange;
import dev.lodestone.report.diff.EditionDiff.Kind;
import dev.lodestone.report.diff.EditionDiff.Pair;
import dev.lodestone.report.diff.EditionDiff.VerdictChange;
import dev.lodestone.report.diff.FigureState;
import dev.lodestone.report.diff.VerdictState;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What changed between two editions, for a program: everything. */
public final class DiffJson {

    private DiffJson() {}

    public static void print(EditionDiff diff, PrintWriter out) throws IOException {
        JsonText.print(out, json -> document(json, diff));
    }

    private static void document(JsonGenerator json, EditionDiff diff) throws IOException {
        json.writeStartObject();
        json.writeStringField("earlier", diff.earlier());
        json.writeStringField("later", diff.later());
        json.writeBooleanField("unchanged", diff.isEmpty());
        json.writeFieldName("method");
        if (diff.method().isPresent()) {
            pair(json, diff.method().get());
        } else {
            json.writeNull();
        }
        pairs(json, "options", diff.options());
        json.writeArrayFieldStart("inputs");
        for (InputChange i : diff.inputs()) {
            json.writeStartObject();
            json.writeStringField("change", word(i.kind()));
            json.writeStringField("file", i.file());
            json.writeBooleanField("register", i.register());
            json.writeEndObject();
        }
        json.writeEndArray();
        periods(json, "newPeriods", diff.newPeriods());
        periods(json, "gonePeriods", diff.gonePeriods());
        json.writeArrayFieldStart("figures");
        for (FigureChange f : diff.figures()) {
            figure(json, f);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("commitments");
        for (CommitmentChange c : diff.commitments()) {
            json.writeStartObject();
            json.writeStringField("change", word(c.kind()));
            json.writeStringField("id", c.id());
            json.writeStringField("instrument", c.row().getOrDefault("instrument", ""));
            JsonText.strings(json, "parties", diff.partiesOf(c));
            pairs(json, "terms", c.terms());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("verdicts");
        for (VerdictChange v : diff.verdicts()) {
            verdict(json, v, diff);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void periods(JsonGenerator json, String name, Map<EditionDiff.Series, ? extends Collection<String>> bySeries) throws IOException {
        json.writeArrayFieldStart(name);
        for (var series : bySeries.entrySet()) {
            json.writeStartObject();
            json.writeStringField("economy", series.getKey().economy());
            json.writeStringField("stage", series.getKey().stage());
            JsonText.strings(json, "periods", series.getValue());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void figure(JsonGenerator json, FigureChange f) throws IOException {
        json.writeStartObject();
        json.writeStringField("change", word(f.kind()));
        json.writeStringField("economy", f.key().economy());
        json.writeStringField("material", f.key().material());
        json.writeStringField("stage", f.key().stage());
        json.writeStringField("commodity", f.key().commodity());
        json.writeStringField("period", f.key().period());
        json.writeStringField("measure", f.key().measure());
        json.writeStringField("supplier", f.key().supplier());
        json.writeStringField("basis", f.key().basis());
        state(json, "before", f.before());
        state(json, "after", f.after());
        json.writeEndObject();
    }

    private static void state(JsonGenerator json, String name, Optional<FigureState> state) throws IOException {
        if (state.isEmpty()) {
            json.writeNullField(name);
            return;
        }
        json.writeObjectFieldStart(name);
        number(json, "value", state.get().value());
        number(json, "low", state.get().low());
        number(json, "high", state.get().high());
        json.writeStringField("unit", state.get().unit());
        json.writeStringField("status", state.get().status());
        json.writeStringField("reason", state.get().reason());
        json.writeEndObject();
    }

    private static void verdict(JsonGenerator json, VerdictChange v, EditionDiff diff) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", v.key().id());
        json.writeStringField("party", v.key().party());
        json.writeStringField("stage", v.key().stage());
        json.writeStringField("commodity", v.key().commodity());
        json.writeBooleanField("turned", v.turned());
        JsonText.strings(json, "causes", diff.causesOf(v).stream().map(c -> c.name().toLowerCase(Locale.ROOT)).toList());
        standing(json, "before", v.before());
        standing(json, "after", v.after());
        json.writeEndObject();
    }

    private static void standing(JsonGenerator json, String name, Optional<VerdictState> state) throws IOException {
        if (state.isEmpty()) {
            json.writeNullField(name);
            return;
        }
        json.writeObjectFieldStart(name);
        json.writeStringField("status", state.get().status());
        number(json, "measured", state.get().measured());
        json.writeStringField("period", state.get().period());
        json.writeStringField("reason", state.get().reason());
        json.writeEndObject();
    }

    /** A number of a table as a number where it is one: an edition may have been edited by hand. */
    private static void number(JsonGenerator json, String name, String text) throws IOException {
        if (text.isEmpty()) {
            json.writeNullField(name);
        } else if (text.matches("-?\\d{1,40}(\\.\\d{1,40})?")) {
            json.writeNumberField(name, new BigDecimal(text));
        } else {
            json.writeStringField(name, text);
        }
    }

    private static void pairs(JsonGenerator json, String name, Map<String, Pair> pairs) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, Pair> p : pairs.entrySet()) {
            json.writeFieldName(p.getKey());
            pair(json, p.getValue());
        }
        json.writeEndObject();
    }

    private static void pair(JsonGenerator json, Pair pair) throws IOException {
        json.writeStartObject();
        json.writeStringField("before", pair.before());
        json.writeStringField("after", pair.after());
        json.writeEndObject();
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
