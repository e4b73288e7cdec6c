package dev.lodestone.report.data;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import com.fasterxml.jackson.core.util.Separators;
import dev.lodestone.model.assess.Assessment;
import dev.lodestone.model.assess.SeriesDifference;
import dev.lodestone.model.commitment.CommitmentResult;
import dev.lodestone.model.commitment.Pace;
import dev.lodestone.model.measure.Basis;
import dev.lodestone.model.measure.Indicator;
import dev.lodestone.model.measure.Measure;
import dev.lodestone.model.measure.Measures;
import dev.lodestone.model.measure.ProfileKey;
import dev.lodestone.model.measure.SupplierFlow;
import dev.lodestone.model.measure.SupplierProfile;
import dev.lodestone.model.quality.FileReport;
import dev.lodestone.model.register.Commitment;
import dev.lodestone.model.register.StageEntry;
import dev.lodestone.model.trade.Economy;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Writes an assessment as JSON, one record a line, so that two editions can be compared line by line.
 *
 * <p>Every field is always there: {@code null} is an absent number or date, an empty string a text that does not apply. Numbers are rounded
 * as in the CSV tables. Nothing is put before texts, for JSON is not opened in spreadsheets; only what no XML or terminal can carry is
 * replaced, as in the tables.
 */
final class AssessmentJson {

    /** Version of the form; it rises with every change that could break a reader. */
    static final int FORMAT_VERSION = 1;

    /** Objects and arrays nested deeper than this stay on the line of their record, in the whole document. */
    private static final int DEPTH_ON_LINES = 2;

    private static final JsonFactory FACTORY =
            JsonFactory.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final JsonGenerator json;

    private AssessmentJson(JsonGenerator json) {
        this.json = json;
    }

    static void write(Assessment assessment, List<FileReport> files, OutputStream out) throws IOException {
        write(out, DEPTH_ON_LINES, json -> json.document(assessment, files));
    }

    /** The commitments alone, each as in the whole document. */
    static void writeCommitments(Assessment assessment, OutputStream out) throws IOException {
        write(out, DEPTH_ON_LINES - 1, json -> json.commitments(assessment));
    }

    @FunctionalInterface
    private interface Content {
        void writeTo(AssessmentJson json) throws IOException;
    }

    private static void write(OutputStream out, int depthOnLines, Content content) throws IOException {
        try (JsonGenerator generator = FACTORY.createGenerator(out, JsonEncoding.UTF8)) {
            generator.setPrettyPrinter(new OneRecordALine(depthOnLines));
            content.writeTo(new AssessmentJson(new PrintableTexts(generator)));
            generator.writeRaw('\n');
        }
    }

    /** Keeps halves of surrogate pairs, which UTF-8 cannot carry, from ending the whole document. */
    private static final class PrintableTexts extends JsonGeneratorDelegate {

        PrintableTexts(JsonGenerator generator) {
            super(generator);
        }

        @Override
        public void writeString(String text) throws IOException {
            super.writeString(SafeText.printable(text));
        }
    }

    /** Breaks lines down to the records only. */
    private static final class OneRecordALine extends DefaultPrettyPrinter {

        private record Lines(int depth) implements Indenter {
            @Override
            public void writeIndentation(JsonGenerator g, int level) throws IOException {
                if (level <= depth) {
                    g.writeRaw('\n');
                    g.writeRaw("  ".repeat(level));
                }
            }

            @Override
            public boolean isInline() {
                return false;
            }
        }

        OneRecordALine(int depth) {
            super(Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));
            indentObjectsWith(new Lines(depth));
            indentArraysWith(new Lines(depth));
        }

        private OneRecordALine(OneRecordALine base) {
            super(base);
        }

        @Override
        public OneRecordALine createInstance() {
            return new OneRecordALine(this);
        }
    }

    private void document(Assessment a, List<FileReport> files) throws IOException {
        json.writeStartObject();
        json.writeStringField("$schema", "assessment.schema.json");
        json.writeNumberField("formatVersion", FORMAT_VERSION);
        json.writeStringField("asOf", a.options().asOf().toString());
        options(a);
        material(a);
        json.writeArrayFieldStart("economies");
        for (Economy economy : a.economies()) {
            json.writeStartObject();
            json.writeStringField("code", economy.code());
            json.writeStringField("name", a.registers().nameOf(economy));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("stages");
        for (StageEntry stage : a.material().stages()) {
            json.writeStartObject();
            json.writeStringField("id", stage.id());
            json.writeStringField("label", stage.label());
            json.writeNumberField("order", stage.order());
            json.writeStringField("note", stage.note());
            json.writeEndObject();
        }
        json.writeEndArray();
        measures(a);
        json.writeArrayFieldStart("profiles");
        for (SupplierProfile profile : a.profiles().values()) {
            profile(profile);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("indicators");
        IndicatorLines lines = new IndicatorLines();
        for (Indicator indicator : a.indicators()) {
            json.writeRawValue(lines.of(indicator));
        }
        json.writeEndArray();
        json.writeFieldName("commitments");
        commitments(a);
        json.writeArrayFieldStart("differences");
        for (SeriesDifference difference : a.differences()) {
            difference(difference);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("files");
        for (FileReport file : files) {
            file(file);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void options(Assessment a) throws IOException {
        json.writeObjectFieldStart("options");
        json.writeStringField("material", a.options().material());
        strings("economies", a.options().economies().stream().map(Economy::code).toList());
        json.writeStringField("watched", a.context().watchedCode().code());
        strings("countedAsWatched", a.context().watched().stream().map(Economy::code).sorted().toList());
        json.writeBooleanField("withSpecialRegions", a.options().withSpecialRegions());
        strings("alliedSupply", a.context().alliedSupply().stream().map(Economy::code).sorted().toList());
        json.writeEndObject();
    }

    private void material(Assessment a) throws IOException {
        json.writeObjectFieldStart("material");
        json.writeStringField("id", a.material().id());
        json.writeStringField("label", a.material().label());
        json.writeEndObject();
    }

    /** The standard measures that have figures here; measures of one's own have figures, but no entry. */
    private void measures(Assessment a) throws IOException {
        List<String> used = a.indicators().stream().map(Indicator::measure).distinct().toList();
        json.writeArrayFieldStart("measures");
        for (Measure measure : Measures.standard()) {
            if (used.contains(measure.id())) {
                json.writeStartObject();
                json.writeStringField("id", measure.id());
                json.writeStringField("title", measure.title());
                json.writeStringField("formula", measure.formula());
                json.writeStringField("unit", measure.unit());
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    private void key(ProfileKey key) throws IOException {
        json.writeStringField("economy", key.economy().code());
        json.writeStringField("material", key.material());
        json.writeStringField("stage", key.stage());
        json.writeStringField("commodity", key.commodity());
        json.writeStringField("period", key.period().toString());
    }

    private void profile(SupplierProfile p) throws IOException {
        int money = Decimals.of("USD");
        int mass = Decimals.of("kg");
        json.writeStartObject();
        key(p.key());
        json.writeStringField("publisher", p.publisher());
        json.writeStringField("classification", p.classification());
        strings("codes", p.codes());
        json.writeStringField("coverage", p.coverage().code());
        strings("valuations", p.valuations().stream().map(v -> v.name().toLowerCase(Locale.ROOT)).toList());
        json.writeStringField("currency", p.currency());
        number("usdPerUnit", p.usdPerUnit(), Decimals.of("1"));
        json.writeStringField("rateNote", p.rateNote());
        number("value", p.total(Basis.VALUE), money);
        number("weightKg", p.total(Basis.WEIGHT), mass);
        number("unnamedValue", p.unnamed(Basis.VALUE), money);
        number("unnamedWeightKg", p.unnamed(Basis.WEIGHT), mass);
        number("residualValue", p.residual(Basis.VALUE), money);
        number("residualWeightKg", p.residual(Basis.WEIGHT), mass);
        json.writeStringField("defect", p.defect());
        strings("caveats", p.caveats());
        suppliers("suppliers", p.suppliers(), money, mass);
        suppliers("unnamed", p.unnamedFlows(), money, mass);
        json.writeEndObject();
    }

    private void suppliers(String name, List<SupplierFlow> flows, int money, int mass) throws IOException {
        json.writeArrayFieldStart(name);
        for (SupplierFlow flow : flows) {
            json.writeStartObject();
            json.writeStringField("supplier", flow.supplier().code());
            number("value", flow.value(), money);
            number("weightKg", flow.weightKg(), mass);
            number("valueWithoutWeight", flow.valueWithoutWeight(), money);
            number("estimatedWeightKg", flow.estimatedWeightKg(), mass);
            json.writeNumberField("rows", flow.rows().size());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void commitments(Assessment a) throws IOException {
        json.writeStartArray();
        for (CommitmentResult result : a.commitments()) {
            commitment(result);
        }
        json.writeEndArray();
    }

    private void commitment(CommitmentResult r) throws IOException {
        Commitment c = r.commitment();
        int decimals = Decimals.of(c.unit());
        json.writeStartObject();
        json.writeStringField("id", c.id());
        json.writeStringField("party", r.party());
        json.writeStringField("applies", CommitmentWords.applies(c));
        json.writeStringField("kind", c.kind().code());
        json.writeStringField("instrument", c.instrument());
        json.writeStringField("summary", c.summary());
        json.writeBooleanField("binding", c.binding());
        text("adopted", c.adopted());
        json.writeStringField("stage", r.stage());
        json.writeStringField("commodity", r.commodity());
        json.writeStringField("status", r.status().code());
        number("measured", r.measured(), decimals);
        number("low", r.low(), decimals);
        number("high", r.high(), decimals);
        json.writeStringField("period", r.period());
        json.writeStringField("supplier", r.supplier());
        json.writeStringField("unit", c.unit());
        json.writeStringField("comparator", c.comparator());
        number("threshold", c.threshold(), decimals);
        json.writeStringField("basis", c.basis());
        json.writeStringField("denominator", c.denominator());
        number("baseline", c.baseline(), decimals);
        year("baselineYear", c.baselineYear() == 0 ? OptionalInt.empty() : OptionalInt.of(c.baselineYear()));
        text("targetDate", c.targetDate());
        text("doneDate", c.doneDate());
        number("delivered", c.delivered(), decimals);
        number("distancePoints", r.distancePoints(), decimals);
        if (r.pace().isPresent()) {
            pace(r.pace().get(), decimals);
        } else {
            json.writeNullField("pace");
        }
        json.writeStringField("reason", r.reason());
        json.writeStringField("whatWouldChange", r.whatWouldChange());
        json.writeStringField("testableWith", c.testableWith());
        json.writeStringField("missing", c.missing());
        json.writeStringField("confidence", c.confidence().code());
        json.writeStringField("sourceTitle", c.sourceTitle());
        json.writeStringField("sourceUrl", c.sourceUrl());
        json.writeStringField("recorded", c.recorded().toString());
        json.writeStringField("supersedes", c.supersedes());
        json.writeEndObject();
    }

    private void pace(Pace p, int decimals) throws IOException {
        json.writeObjectFieldStart("pace");
        number("needed", p.needed(), decimals);
        number("seen", p.seen(), decimals);
        years("distanceYears", p.distanceYears());
        years("projectedYear", p.projectedYear());
        years("projectedLow", p.projectedLow());
        years("projectedHigh", p.projectedHigh());
        number("chance", p.chance(), Decimals.of("1"));
        json.writeNumberField("years", p.years());
        json.writeEndObject();
    }

    private void difference(SeriesDifference d) throws IOException {
        int money = Decimals.of("USD");
        json.writeStartObject();
        json.writeStringField("reporter", d.reporter().code());
        json.writeStringField("commodity", d.commodity());
        json.writeStringField("period", d.period().toString());
        json.writeStringField("used", d.used().english());
        number("usedTotal", d.usedTotal(), money);
        json.writeStringField("usedCurrency", d.usedCurrency());
        json.writeStringField("other", d.other().english());
        number("otherTotal", d.otherTotal(), money);
        json.writeStringField("otherCurrency", d.otherCurrency());
        json.writeEndObject();
    }

    private void file(FileReport f) throws IOException {
        json.writeStartObject();
        json.writeStringField("file", f.source().file());
        json.writeStringField("member", f.source().member());
        json.writeStringField("sheet", f.source().sheet());
        json.writeStringField("sha256", f.source().sha256());
        json.writeStringField("layout", f.source().layout());
        json.writeStringField("title", f.source().title());
        json.writeStringField("why", f.why());
        json.writeNumberField("rowsRead", f.rowsRead());
        json.writeNumberField("rowsKept", f.rowsKept());
        json.writeNumberField("rowsOutOfScope", f.rowsOutOfScope());
        json.writeNumberField("rowsSetAside", f.rowsSetAside());
        strings("periods", f.periods());
        strings("reporters", f.reporters());
        json.writeObjectFieldStart("issueCounts");
        for (Map.Entry<String, Long> count : f.issueCounts().entrySet()) {
            json.writeNumberField(count.getKey(), count.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void strings(String name, Collection<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private void text(String name, Optional<?> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(name, value.get().toString());
        } else {
            json.writeNullField(name);
        }
    }

    private void number(String name, OptionalDouble number, int decimals) throws IOException {
        if (number.isPresent()) {
            number(name, number.getAsDouble(), decimals);
        } else {
            json.writeNullField(name);
        }
    }

    private void number(String name, double number, int decimals) throws IOException {
        json.writeFieldName(name);
        json.writeNumber(Decimals.text(number, decimals));
    }

    private void years(String name, OptionalDouble years) throws IOException {
        decimal(name, years.isPresent() ? Optional.of(Decimals.years(years.getAsDouble())) : Optional.empty());
    }

    private void decimal(String name, Optional<BigDecimal> decimal) throws IOException {
        if (decimal.isPresent()) {
            json.writeNumberField(name, decimal.get());
        } else {
            json.writeNullField(name);
        }
    }

    private void year(String name, OptionalInt year) throws IOException {
        if (year.isPresent()) {
            json.writeNumberField(name, year.getAsInt());
        } else {
            json.writeNullField(name);
        }
    }
}
