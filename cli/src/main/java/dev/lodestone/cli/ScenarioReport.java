package dev.lodestone.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.lodestone.model.assess.Assessment;
import dev.lodestone.model.measure.Basis;
import dev.lodestone.model.measure.Outcome;
import dev.lodestone.model.register.StageEntry;
import dev.lodestone.model.scenario.Loss;
import dev.lodestone.model.scenario.Restriction;
import dev.lodestone.model.scenario.RestrictionScenario;
import dev.lodestone.model.text.Statement;
import dev.lodestone.report.data.CsvTable;
import dev.lodestone.report.data.Decimals;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A scenario's losses, for a person or a program; never without its assumptions where there is room for them. */
public final class ScenarioReport {

    private static final List<String> HEADER = List.of(
            "economy", "material", "stage", "period", "restrict", "months", "basis", "imports", "imports_restricted", "gross", "reserve_days",
            "loss", "low", "high", "unit", "status", "reason");

    private final Assessment assessment;
    private final RestrictionScenario scenario;
    private final List<Restriction> restrictions;
    private final int months;
    private final Set<String> stages;

    /**
     * @param stages stage ids
     */
    public ScenarioReport(Assessment assessment, List<Restriction> restrictions, int months, Set<String> stages) {
        this.assessment = assessment;
        this.scenario = new RestrictionScenario(assessment, restrictions, months);
        this.restrictions = List.copyOf(restrictions);
        this.months = months;
        this.stages = Set.copyOf(stages);
    }

    public void printText(PrintWriter out) {
        List<Loss> losses = scenario.losses(stages);
        out.println("Scenario, no forecast: " + restrict() + " for " + months + (months == 1 ? " month" : " months"));
        out.println("Assumptions");
        scenario.assumptions().forEach(a -> out.println("  " + a.english()));
        for (StageEntry stage : assessment.material().stages()) {
            if (!stages.contains(stage.id())) {
                continue;
            }
            out.println();
            out.println(OneLine.of(stage.label()));
            out.println(String.format(Locale.ROOT, "  %-16s %-6s %18s %18s  %s", "buyer", "year", "loss, USD", "loss, kg", "of its imports in that time"));
            for (Loss value : of(losses, stage, Basis.VALUE)) {
                Loss weight = of(losses, stage, Basis.WEIGHT).stream().filter(l -> l.economy().equals(value.economy())).findFirst().orElseThrow();
                out.println(OneLine.of(row(value, weight)).stripTrailing());
            }
            SortedMap<String, Set<String>> notes = new TreeMap<>();
            of(losses, stage, Basis.VALUE)
                    .forEach(l -> l.notes().forEach(n -> notes.computeIfAbsent(n.english(), k -> new TreeSet<>()).add(l.economy().code())));
            notes.forEach((note, buyers) -> out.println("  " + OneLine.of(String.join(" ", buyers) + ": " + note)));
        }
    }

    public void printCsv(PrintWriter out) throws IOException {
        CsvTable table = new CsvTable(out, HEADER);
        for (Loss l : scenario.losses(stages)) {
            int decimals = Decimals.of(l.unit());
            table.text(l.economy().code())
                    .text(assessment.material().id())
                    .text(l.stage())
                    .text(l.period())
                    .text(restrict())
                    .number(Integer.toString(months))
                    .text(l.basis().code())
                    .number(Decimals.text(l.imports(), decimals))
                    .number(Decimals.text(l.restricted(), decimals))
                    .number(Decimals.text(l.gross().value(), decimals))
                    .number(Decimals.text(l.reserveDays(), 2))
                    .number(Decimals.text(l.loss().value(), decimals))
                    .number(Decimals.text(l.loss().low(), decimals))
                    .number(Decimals.text(l.loss().high(), decimals))
                    .text(l.unit())
                    .text(l.loss().status().code())
                    .text(l.loss().reason())
                    .end();
        }
    }

    public void printJson(PrintWriter out) throws IOException {
        JsonText.print(out, json -> {
            json.writeStartObject();
            json.writeStringField("version", Version.number());
            json.writeStringField("material", assessment.material().id());
            json.writeNumberField("months", months);
            json.writeObjectFieldStart("restrict");
            for (Restriction r : restrictions) {
                json.writeNumberField(r.supplier().code(), Decimals.rounded(r.severity(), 6));
            }
            json.writeEndObject();
            texts(json, "assumptions", scenario.assumptions().stream().map(Statement::english).toList());
            json.writeArrayFieldStart("losses");
            for (Loss l : scenario.losses(stages)) {
                loss(json, l);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void loss(JsonGenerator json, Loss l) throws IOException {
        json.writeStartObject();
        json.writeStringField("economy", l.economy().code());
        json.writeStringField("stage", l.stage());
        json.writeStringField("period", l.period());
        json.writeStringField("basis", l.basis().code());
        json.writeStringField("unit", l.unit());
        JsonText.number(json, "imports", l.imports(), l.unit());
        JsonText.number(json, "importsRestricted", l.restricted(), l.unit());
        JsonText.number(json, "gross", l.gross().value(), l.unit());
        JsonText.number(json, "reserveDays", OptionalDouble.of(l.reserveDays()), "1");
        JsonText.number(json, "loss", l.loss().value(), l.unit());
        JsonText.number(json, "low", l.loss().low(), l.unit());
        JsonText.number(json, "high", l.loss().high(), l.unit());
        json.writeStringField("status", l.loss().status().code());
        json.writeStringField("reason", l.loss().reason());
        texts(json, "notes", l.notes().stream().map(Statement::english).toList());
        json.writeEndObject();
    }

    private static void texts(JsonGenerator json, String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private static List<Loss> of(List<Loss> losses, StageEntry stage, Basis basis) {
        return losses.stream().filter(l -> l.stage().equals(stage.id()) && l.basis() == basis).toList();
    }

    private String row(Loss value, Loss weight) {
        String name = assessment.registers().nameOf(value.economy());
        String part = value.loss().value().isEmpty() || value.loss().high().isEmpty()
                ? value.loss().reason()
                : value.imports().orElse(0) > 0
                        ? part(value)
                        : "not told: its imports are not known in full";
        return String.format(
                Locale.ROOT, "  %-16s %-6s %18s %18s  %s", name, value.period().isEmpty() ? "-" : value.period(), amount(value), amount(weight), part);
    }

    /** The loss as a part of what would have come in that time; both ends where partners that are not named, or rounding, leave it open. */
    private String part(Loss l) {
        double duration = months / 12.0;
        double imports = l.imports().getAsDouble();
        double most = 100 * restrictions.stream().mapToDouble(Restriction::severity).max().orElse(1);
        double fewest = imports - l.importsMargin();
        double highest = fewest > 0 ? Math.min(most, 100 * l.loss().high().getAsDouble() / (fewest * duration)) : most;
        String low = String.format(Locale.ROOT, "%.1f", 100 * l.loss().low().getAsDouble() / ((imports + l.importsMargin()) * duration));
        String high = String.format(Locale.ROOT, "%.1f", highest);
        return (low.equals(high) ? low : low + " to " + high) + "%";
    }

    private static String amount(Loss l) {
        Outcome o = l.loss();
        if (o.low().isEmpty()) {
            return o.high().isEmpty() ? "-" : String.format(Locale.ROOT, "at most %,.0f", o.high().getAsDouble());
        }
        if (o.high().isEmpty()) {
            return String.format(Locale.ROOT, "at least %,.0f", o.low().getAsDouble());
        }
        return String.format(Locale.ROOT, o.isOk() ? "%,.0f" : "%,.0f to %,.0f", o.low().getAsDouble(), o.high().getAsDouble());
    }

    private String restrict() {
        return restrictions.stream()
                .map(r -> r.supplier() + "=" + Decimals.text(100 * r.severity(), 4) + "%")
                .collect(Collectors.joining(" "));
    }
}
