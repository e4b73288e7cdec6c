package dev.lodestone.report.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.lodestone.model.assess.Assessment;
import dev.lodestone.model.assess.SeriesDifference;
import dev.lodestone.model.text.Statement;
import dev.lodestone.model.trade.ReferencePeriod;
import dev.lodestone.model.trade.TradeDataset;
import dev.lodestone.model.trade.TradeObservation;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class AssessmentJsonTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final SchemaRegistry DIALECT = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Schema SCHEMA = DIALECT.getSchema(new String(DataFiles.schema(), StandardCharsets.UTF_8), InputFormat.JSON);

    private static String json(Assessment assessment) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DataFiles.assessmentJson(assessment, Examples.loaded(TradeDataset.EMPTY, Examples.issue("x")).files(), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<Error> errors(JsonNode document) {
        return SCHEMA.validate(document);
    }

    /** Five years towards a target, two sources of one flow, a pledge: something in every array. */
    private static Assessment rich() {
        List<TradeObservation> rows = new ArrayList<>(Examples.dataset().observations());
        for (int year = 2019; year < 2024; year++) {
            rows.add(Examples.row("DEU", "CHN", year, 100 - year % 5, 2, year));
            rows.add(Examples.row("DEU", "X99", year, 3, 1, year));
        }
        Assessment a = Examples.assessment(
                new TradeDataset(rows),
                List.of(
                        Examples.ceiling("DE-HALF", "DEU", 0.5, LocalDate.of(2030, 12, 31)),
                        Examples.ceiling("JP-HALF", "JPN", 0.5, LocalDate.of(2025, 12, 31)),
                        Examples.pledge("G7-WORDS", "=More \"diverse\" supply \u0001\uD800.", "A source")));
        return new Assessment(
                a.options(), a.registers(), a.material(), a.economies(), a.context(), a.profiles(), a.indicators(), a.commitments(),
                List.of(new SeriesDifference(
                        Examples.economy("DEU"), "850511", ReferencePeriod.ofYear(2024), Statement.verbatim("A (a.csv, complete)"), 1000.126, "USD",
                        Statement.verbatim("B (b.csv, complete)"), 990, "EUR", 1000.126, 990)),
                a.notOver());
    }

    @Test
    void theSchemaIsAValidSchemaItself() throws Exception {
        Schema ofSchemas = DIALECT.getSchema(com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertThat(ofSchemas.validate(MAPPER.readTree(DataFiles.schema()))).isEmpty();
    }

    @Test
    void whatIsWrittenFollowsTheSchema() throws Exception {
        JsonNode document = MAPPER.readTree(json(rich()));
        assertThat(errors(document)).isEmpty();
        for (String part : List.of("economies", "stages", "measures", "profiles", "indicators", "commitments", "differences", "files")) {
            assertThat(document.get(part)).as(part).isNotEmpty();
        }
    }

    @Test
    void anEmptyAssessmentFollowsTheSchema() throws Exception {
        assertThat(errors(MAPPER.readTree(json(Examples.assessment(TradeDataset.EMPTY, List.of()))))).isEmpty();
    }

    @Test
    void theSchemaRefusesBrokenDocuments() throws Exception {
        List<Consumer<ObjectNode>> breaks = List.of(
                d -> d.remove("asOf"),
                d -> d.put("surplus", 1),
                d -> d.put("formatVersion", 2),
                d -> ((ObjectNode) d.at("/indicators/0")).put("status", "fine"),
                d -> ((ObjectNode) d.at("/indicators/0")).put("economy", "Germany"),
                d -> ((ObjectNode) first(d, "indicators", "status", "ok")).putNull("value"),
                d -> ((ObjectNode) first(d, "indicators", "status", "not-computable")).put("value", 0),
                d -> ((ObjectNode) first(d, "indicators", "measure", "unnamed-share")).put("high", 1.5),
                d -> ((ObjectNode) d.at("/profiles/0/suppliers/0")).put("value", "12"),
                d -> ((ObjectNode) d.at("/commitments/0")).put("targetDate", "soon"),
                d -> ((ObjectNode) d.at("/files/0")).put("rowsRead", -1));
        String json = json(rich());
        for (int i = 0; i < breaks.size(); i++) {
            ObjectNode document = (ObjectNode) MAPPER.readTree(json);
            breaks.get(i).accept(document);
            assertThat(errors(document)).as("break " + i).isNotEmpty();
        }
    }

    private static JsonNode first(JsonNode document, String array, String field, String value) {
        for (JsonNode node : document.get(array)) {
            if (node.get(field).asText().equals(value)) {
                return node;
            }
        }
        throw new AssertionError("no " + array + " with " + field + " " + value);
    }

    @Test
    void tellsAProfileWithItsSuppliers() throws Exception {
        JsonNode profile = first(MAPPER.readTree(json(Examples.assessment())), "profiles", "economy", "DEU");
        assertThat(profile.get("value").decimalValue()).isEqualByComparingTo("1000");
        assertThat(profile.get("unnamedValue").decimalValue()).isEqualByComparingTo("49.75");
        assertThat(profile.get("suppliers")).hasSize(3);
        assertThat(profile.at("/suppliers/0").toString())
                .isEqualTo("{\"supplier\":\"CHN\",\"value\":750.25,\"weightKg\":30,\"valueWithoutWeight\":0,\"estimatedWeightKg\":0,\"rows\":1}");
        assertThat(profile.at("/unnamed/0/supplier").asText()).isEqualTo("X99");
    }

    @Test
    void tellsPaceAndWhatWouldChangeAVerdict() throws Exception {
        JsonNode commitment = first(MAPPER.readTree(json(rich())), "commitments", "id", "JP-HALF");
        assertThat(commitment.get("pace").isNull()).isTrue();
        assertThat(commitment.get("sourceUrl").asText()).isEqualTo("https://example.org/strategy");
        assertThat(commitment.has("whatWouldChange")).isTrue();
    }

    @Test
    void writesOneRecordALine() throws Exception {
        Assessment assessment = Examples.assessment();
        List<String> lines = json(assessment).lines().toList();
        assertThat(lines).filteredOn(l -> l.contains("\"measure\": ")).hasSameSizeAs(assessment.indicators());
        assertThat(lines.getFirst()).isEqualTo("{");
        assertThat(lines.getLast()).isEqualTo("}");
        assertThat(json(assessment)).doesNotContain("\r").endsWith("}\n");
    }

    @Test
    void putsNothingBeforeTextsAndReplacesWhatCannotBeCarried() throws Exception {
        JsonNode pledge = first(MAPPER.readTree(json(rich())), "commitments", "id", "G7-WORDS");
        assertThat(pledge.get("summary").asText()).isEqualTo("=More \"diverse\" supply \uFFFD\uFFFD.");
    }

    @Test
    void isTheSameFromRunToRun() throws Exception {
        assertThat(json(rich())).isEqualTo(json(rich()));
    }
}
