package dev.lodestone.report.data;

import dev.lodestone.model.assess.Assessment;
import dev.lodestone.model.commitment.CommitmentResult;
import dev.lodestone.model.commitment.Pace;
import dev.lodestone.model.measure.Indicator;
import dev.lodestone.model.measure.Outcome;
import dev.lodestone.model.measure.ProfileKey;
import dev.lodestone.model.quality.Issue;
import dev.lodestone.model.quality.Loaded;
import dev.lodestone.model.register.Commitment;
import dev.lodestone.model.text.Statement;
import dev.lodestone.model.trade.TradeObservation;
import dev.lodestone.report.diff.StatementJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The CSV tables of an edition. */
final class CsvFiles {

    private static final List<String> INDICATORS = header(
            "economy,material,stage,commodity,period,measure,supplier,basis,value,low,high,unit,status,reason");
    private static final List<String> COMMITMENTS = header(
            "id,party,applies,kind,stage,commodity,status,measured,low,high,period,unit,comparator,threshold,baseline,baseline_period,"
                    + "target_date,pace_needed,pace_seen,distance_points,distance_years,projected_year,projected_low,projected_high,chance,"
                    + "confidence,reason,source");
    private static final List<String> OBSERVATIONS = header(
            "reporter,partner,flow,classification,commodity,period,value,currency,net_weight_kg,valuation,coverage,status,source,"
                    + "file,sheet,line,cell,sha256,stage,weight_status");
    private static final List<String> STATEMENTS = header("reason,statement");
    private static final List<String> REASONS = header("reason,text");
    private static final List<String> TERMS = header(
            "id,parties,applies,kind,instrument,summary,adopted,stages,commodities,each_line,supplier,comparator,threshold,unit,basis,denominator,"
                    + "baseline,baseline_year,target_date,done_date,delivered,outcome,binding,testable_with,missing,source_title,source_url,recorded,"
                    + "confidence,supersedes,notes");
    private static final List<String> ISSUES = header("code,severity,file,sheet,line,record,column,cell,text,expected,action");

    /** As many as a register's number may need: what it holds is told as it stands. */
    private static final int REGISTER_DECIMALS = 6;

    /** Figures that are put into text at once, beside others. */
    private static final int PART = 8192;

    private CsvFiles() {}

    static void indicators(Assessment assessment, Appendable out) throws IOException {
        new CsvTable(out, INDICATORS);
        List<Indicator> all = assessment.indicators();
        int step = PART * Runtime.getRuntime().availableProcessors();
        for (int at = 0; at < all.size(); at += step) {
            int begin = at;
            int end = Math.min(all.size(), at + step);
            List<StringBuilder> parts = IntStream.range(0, (end - begin + PART - 1) / PART)
                    .parallel()
                    .mapToObj(k -> indicators(all.subList(begin + k * PART, Math.min(end, begin + (k + 1) * PART))))
                    .toList();
            for (StringBuilder part : parts) {
                out.append(part);
            }
        }
    }

    private static StringBuilder indicators(List<Indicator> part) {
        StringBuilder text = new StringBuilder(part.size() * 128);
        IndicatorRows rows = new IndicatorRows(CsvTable.below(text, INDICATORS));
        try {
            for (Indicator i : part) {
                rows.write(i);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("text in memory cannot be written", e);
        }
        return text;
    }

    /** Rows one by one: the JVM compiles a method called often long before it would the loop that calls it. */
    private static final class IndicatorRows {

        private final CsvTable table;
        private final Reasons reasons;
        private ProfileKey about;
        private CsvTable.Prepared begin;

        IndicatorRows(CsvTable table) {
            this.table = table;
            this.reasons = Reasons.inEnglish(table::safe);
        }

        void write(Indicator i) throws IOException {
            // Some forty figures in a row are of the same imports.
            if (i.about() != about) {
                about = i.about();
                begin = table.prepare(
                        about.economy().code(), about.material(), about.stage(), about.commodity(), about.period().toString());
            }
            int decimals = Decimals.of(i.unit());
            Outcome outcome = i.outcome();
            String value = Decimals.text(outcome.value(), decimals);
            boolean exact = outcome.low().equals(outcome.value()) && outcome.high().equals(outcome.value());
            table.prepared(begin)
                    .text(i.measure())
                    .text(i.supplier())
                    .text(i.basis().code())
                    .number(value)
                    .number(exact ? value : Decimals.text(outcome.low(), decimals))
                    .number(exact ? value : Decimals.text(outcome.high(), decimals))
                    .text(i.unit())
                    .text(outcome.status().code())
                    .word(reasons.of(outcome.why()))
                    .end();
        }
    }

    static void commitments(Assessment assessment, Appendable out) throws IOException {
        CsvTable table = new CsvTable(out, COMMITMENTS);
        for (CommitmentResult r : assessment.commitments()) {
            Commitment c = r.commitment();
            int decimals = Decimals.of(c.unit());
            table.text(c.id())
                    .text(r.party())
                    .text(CommitmentWords.applies(c))
                    .text(c.kind().code())
                    .text(r.stage())
                    .text(r.commodity())
                    .text(r.status().code())
                    .number(Decimals.text(r.measured(), decimals))
                    .number(Decimals.text(r.low(), decimals))
                    .number(Decimals.text(r.high(), decimals))
                    .text(r.period())
                    .text(c.unit())
                    .word(c.comparator())
                    .number(Decimals.text(c.threshold(), decimals))
                    .number(Decimals.text(c.baseline(), decimals))
                    .position(c.baselineYear())
                    .text(c.targetDate().map(LocalDate::toString).orElse(""))
                    .number(paced(r, p -> Decimals.text(p.needed(), decimals)))
                    .number(paced(r, p -> Decimals.text(p.seen(), decimals)))
                    .number(Decimals.text(r.distancePoints(), decimals))
                    .number(paced(r, p -> Decimals.years(p.distanceYears())))
                    .number(paced(r, p -> Decimals.years(p.projectedYear())))
                    .number(paced(r, p -> Decimals.years(p.projectedLow())))
                    .number(paced(r, p -> Decimals.years(p.projectedHigh())))
                    .number(paced(r, p -> Decimals.text(p.chance(), Decimals.of("1"))))
                    .text(c.confidence().code())
                    .text(r.reason())
                    .text(CommitmentWords.source(c))
                    .end();
        }
    }

    /** The register of commitments as it stood, in its own columns. */
    static void commitmentTerms(Assessment assessment, Appendable out) throws IOException {
        CsvTable table = new CsvTable(out, TERMS);
        for (Commitment c : assessment.material().commitments()) {
            table.text(c.id())
                    .text(String.join("|", c.parties()))
                    .text(CommitmentWords.applies(c))
                    .text(c.kind().code())
                    .text(c.instrument())
                    .text(c.summary())
                    .text(day(c.adopted()))
                    .text(String.join("|", c.stages()))
                    .text(String.join("|", c.commodities()))
                    .text(yesOrNo(c.eachLine()))
                    .text(c.supplier())
                    .word(c.comparator())
                    .number(Decimals.text(c.threshold(), REGISTER_DECIMALS))
                    .text(c.unit())
                    .text(c.basis())
                    .text(c.denominator())
                    .number(Decimals.text(c.baseline(), REGISTER_DECIMALS))
                    .position(c.baselineYear())
                    .text(day(c.targetDate()))
                    .text(day(c.doneDate()))
                    .number(Decimals.text(c.delivered(), REGISTER_DECIMALS))
                    .text(c.outcome())
                    .text(yesOrNo(c.binding()))
                    .text(c.testableWith())
                    .text(c.missing())
                    .text(c.sourceTitle())
                    .text(c.sourceUrl())
                    .text(c.recorded().toString())
                    .text(c.confidence().code())
                    .text(c.supersedes())
                    .text(c.notes())
                    .end();
        }
    }

    private static String day(Optional<LocalDate> date) {
        return date.map(LocalDate::toString).orElse("");
    }

    private static String yesOrNo(boolean yes) {
        return yes ? "yes" : "no";
    }

    static void reasons(Assessment assessment, WorkbookWords words, Appendable out) throws IOException {
        CsvTable table = new CsvTable(out, REASONS);
        for (Map.Entry<String, Statement> why : reasons(assessment).entrySet()) {
            table.text(why.getKey()).text(words.tell(why.getValue())).end();
        }
    }

    static void statements(Assessment assessment, Appendable out) throws IOException {
        CsvTable table = new CsvTable(out, STATEMENTS);
        for (Map.Entry<String, Statement> why : reasons(assessment).entrySet()) {
            table.text(why.getKey()).text(StatementJson.write(why.getValue())).end();
        }
    }

    /** What the tables give as reasons, by their English, each once. */
    private static Map<String, Statement> reasons(Assessment assessment) {
        // Dozens of figures in a row share one statement, and thousands the same words.
        Set<Statement> met = Collections.newSetFromMap(new IdentityHashMap<>());
        Map<String, Statement> told = new LinkedHashMap<>();
        List<Statement> reasons = new ArrayList<>(assessment.indicators().size() + assessment.commitments().size());
        assessment.indicators().forEach(i -> reasons.add(i.outcome().why()));
        assessment.commitments().forEach(r -> reasons.add(r.why()));
        for (Statement why : reasons) {
            if (!why.isEmpty() && met.add(why)) {
                told.putIfAbsent(why.english(), why);
            }
        }
        told.remove("");
        return told;
    }

    static void observations(List<UsedObservation> observations, Appendable out) throws IOException {
        CsvTable table = new CsvTable(out, OBSERVATIONS);
        for (UsedObservation used : observations) {
            TradeObservation o = used.observation();
            table.text(o.reporter().code())
                    .text(o.partner().code())
                    .text(o.flow().code())
                    .text(o.classification())
                    .text(o.commodity().digits())
                    .text(o.period().toString())
                    .number(UsedObservation.amount(o.value()))
                    .text(o.currency())
                    .number(UsedObservation.amount(o.netWeightKg()))
                    .text(used.valuation())
                    .text(o.coverage().code())
                    .text(UsedObservation.status(o.value()))
                    .text(used.source())
                    .text(used.file())
                    .text(o.origin().source().sheet())
                    .position(o.origin().line())
                    .text(o.origin().cell())
                    .text(o.origin().source().sha256())
                    .text(String.join(" ", used.stages()))
                    .text(UsedObservation.status(o.netWeightKg()))
                    .end();
        }
    }

    static void issues(Loaded<?> loaded, Appendable out) throws IOException {
        CsvTable table = new CsvTable(out, ISSUES);
        for (Issue i : IssueList.of(loaded)) {
            table.text(i.code())
                    .text(i.severity().name().toLowerCase(Locale.ROOT))
                    .text(i.file())
                    .text(i.sheet())
                    .position(i.line())
                    .position(i.record())
                    .text(i.column())
                    .text(i.cell())
                    .text(i.text())
                    .text(i.expected())
                    .text(i.action())
                    .end();
        }
    }

    private static String paced(CommitmentResult result, Function<Pace, String> part) {
        return result.pace().map(part).orElse("");
    }

    private static List<String> header(String names) {
        return List.of(names.split(","));
    }
}
