package dev.lodestone.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.lodestone.model.commitment.CommitmentResult;
import dev.lodestone.model.explain.CommitmentExplanation;
import dev.lodestone.model.explain.FigureExplanation;
import dev.lodestone.model.explain.FigureInput;
import dev.lodestone.model.explain.FigureRow;
import dev.lodestone.model.measure.Indicator;
import dev.lodestone.model.measure.SupplierProfile;
import dev.lodestone.model.register.Commitment;
import dev.lodestone.model.register.ProductionEntry;
import dev.lodestone.model.text.Statement;
import dev.lodestone.model.trade.Quantity;
import dev.lodestone.model.trade.TradeObservation;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;

/** Figures taken apart, for a program: every row, with a mark on those that the figure depends on. */
public final class ExplanationJson {

    private ExplanationJson() {}

    public static void print(FigureExplanation e, PrintWriter out) throws IOException {
        JsonText.print(out, json -> figure(json, e));
    }

    public static void print(List<CommitmentExplanation> verdicts, PrintWriter out) throws IOException {
        JsonText.print(out, json -> {
            json.writeStartArray();
            for (CommitmentExplanation e : verdicts) {
                verdict(json, e);
            }
            json.writeEndArray();
        });
    }

    private static void verdict(JsonGenerator json, CommitmentExplanation e) throws IOException {
        CommitmentResult r = e.result();
        Commitment c = r.commitment();
        json.writeStartObject();
        json.writeStringField("version", Version.number());
        json.writeStringField("id", c.id());
        json.writeStringField("party", r.party());
        json.writeStringField("stage", r.stage());
        json.writeStringField("commodity", r.commodity());
        json.writeStringField("kind", c.kind().code());
        json.writeStringField("summary", c.summary());
        json.writeStringField("status", r.status().code());
        json.writeStringField("reason", r.reason());
        json.writeStringField("whatWouldChange", r.whatWouldChange());
        json.writeStringField("comparator", c.comparator());
        JsonText.number(json, "threshold", c.threshold(), c.unit());
        JsonText.number(json, "measured", r.measured(), c.unit());
        JsonText.number(json, "low", r.low(), c.unit());
        JsonText.number(json, "high", r.high(), c.unit());
        json.writeStringField("unit", c.unit());
        json.writeStringField("period", r.period());
        json.writeStringField("source", c.sourceUrl().isEmpty() ? c.sourceTitle() : c.sourceUrl());
        json.writeArrayFieldStart("figures");
        for (FigureExplanation figure : e.figures()) {
            figure(json, figure);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void figure(JsonGenerator json, FigureExplanation e) throws IOException {
        Indicator i = e.indicator();
        json.writeStartObject();
        json.writeStringField("version", Version.number());
        json.writeStringField("economy", i.about().economy().code());
        json.writeStringField("material", i.about().material());
        json.writeStringField("stage", i.about().stage());
        json.writeStringField("commodity", i.about().commodity());
        json.writeStringField("period", i.about().period().toString());
        json.writeStringField("measure", i.measure());
        json.writeStringField("title", e.title());
        json.writeStringField("formula", e.formula());
        json.writeStringField("supplier", i.supplier());
        json.writeStringField("basis", i.basis().code());
        JsonText.number(json, "value", i.outcome().value(), i.unit());
        JsonText.number(json, "low", i.outcome().low(), i.unit());
        JsonText.number(json, "high", i.outcome().high(), i.unit());
        json.writeStringField("unit", i.unit());
        json.writeStringField("status", i.outcome().status().code());
        json.writeStringField("reason", i.outcome().reason());
        json.writeArrayFieldStart("inputs");
        for (FigureInput input : e.inputs()) {
            json.writeStartObject();
            json.writeStringField("name", input.name());
            JsonText.number(json, "amount", OptionalDouble.of(input.amount()), input.unit());
            json.writeStringField("unit", input.unit());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringField("publisher", e.profile().map(SupplierProfile::publisher).orElse(""));
        json.writeStringField("classification", e.profile().map(SupplierProfile::classification).orElse(""));
        texts(json, "codes", e.profile().map(SupplierProfile::codes).orElse(List.of()));
        json.writeStringField("conversion", e.profile().map(SupplierProfile::rateNote).orElse(""));
        texts(json, "caveats", e.caveats().stream().map(Statement::english).toList());
        texts(json, "leftAside", e.differences().stream().map(d -> d.other().english()).toList());
        json.writeArrayFieldStart("entries");
        for (ProductionEntry entry : e.entries()) {
            entry(json, entry);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("rows");
        for (FigureRow row : e.rows()) {
            row(json, row);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void entry(JsonGenerator json, ProductionEntry entry) throws IOException {
        json.writeStartObject();
        json.writeStringField("where", entry.where());
        json.writeStringField("series", entry.series());
        json.writeStringField("economy", entry.economy());
        json.writeStringField("stage", entry.stage());
        json.writeStringField("scope", entry.scope());
        json.writeNumberField("year", entry.year());
        json.writeStringField("text", entry.text());
        json.writeStringField("unit", entry.unit());
        json.writeStringField("edition", entry.edition());
        json.writeStringField("source", entry.source());
        json.writeEndObject();
    }

    private static void row(JsonGenerator json, FigureRow row) throws IOException {
        TradeObservation o = row.observation();
        json.writeStartObject();
        json.writeStringField("file", o.origin().source().file());
        json.writeStringField("member", o.origin().source().member());
        json.writeStringField("sheet", o.origin().source().sheet());
        json.writeNumberField("line", o.origin().line());
        json.writeStringField("cell", o.origin().cell());
        json.writeStringField("sha256", o.origin().source().sha256());
        json.writeStringField("reporter", o.reporter().code());
        json.writeStringField("partner", o.partner().code());
        json.writeStringField("flow", o.flow().code());
        json.writeStringField("classification", o.classification());
        json.writeStringField("commodity", o.commodity().digits());
        json.writeStringField("period", o.period().toString());
        amount(json, "value", o.value());
        json.writeStringField("valueStatus", ExplanationCsv.status(o.value()));
        json.writeStringField("currency", o.currency());
        amount(json, "netWeightKg", o.netWeightKg());
        json.writeStringField("weightStatus", ExplanationCsv.status(o.netWeightKg()));
        json.writeStringField("role", row.role().code());
        json.writeBooleanField("moves", row.moves());
        json.writeEndObject();
    }

    private static void amount(JsonGenerator json, String name, Quantity quantity) throws IOException {
        if (quantity.isKnown()) {
            json.writeNumberField(name, new BigDecimal(ExplanationCsv.amount(quantity)));
        } else {
            json.writeNullField(name);
        }
    }

    private static void texts(JsonGenerator json, String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
