package dev.lodestone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.model.assess.Assessment;
import dev.lodestone.model.assess.Assessor;
import dev.lodestone.model.explain.Explainer;
import dev.lodestone.model.measure.Indicator;
import dev.lodestone.model.measure.Outcome;
import dev.lodestone.model.measure.ProfileKey;
import dev.lodestone.model.measure.Sensitivity;
import dev.lodestone.model.measure.SupplierProfile;
import dev.lodestone.model.trade.Quantity;
import dev.lodestone.model.trade.TradeDataset;
import dev.lodestone.model.trade.TradeFlow;
import dev.lodestone.model.trade.TradeObservation;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {

    @TempDir
    private Path folder;

    private Path table;

    @BeforeEach
    void writeStatistics() throws IOException {
        table = Files.writeString(folder.resolve("magnets.csv"), """
                reporter,partner,flow,classification,commodity,period,value,currency,net_weight_kg,source
                JPN,CHN,M,HS2022,850511,2023,700,USD,70,Office
                JPN,VNM,M,HS2022,850511,2023,300,USD,30,Office
                JPN,CHN,M,HS2022,850511,2024,600,USD,60,Office
                JPN,VNM,M,HS2022,850511,2024,150,USD,15,Office
                JPN,X99,M,HS2022,850511,2024,50,USD,5,Office
                """);
    }

    private CommandLineRun explain(String... arguments) {
        List<String> all = new ArrayList<>(List.of("explain"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--trade", table.toString()));
        return CommandLineRun.of(all.toArray(String[]::new));
    }

    @Test
    void aFigureIsTakenApartDownToFileAndLine() {
        CommandLineRun run = explain("supplier-share", "--economy", "jpn", "--stage", "magnet", "--period", "2024", "--supplier", "CHN", "--basis", "value");

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .startsWith("Supplier's share of imports: China; Japan, permanent magnets, 2024, by value\n")
                .contains("  value        0.75 (75.0%)\n", "  bounds       0.75 to 0.8125 (75.0% to 81.3%)\n", "  status       bounded\n",
                        "formula      s_i = m_i / T, within [s_i, s_i + u]", "Lodestone development",
                        "  imports from China: 600 USD\n", "  imports in all: 800 USD\n", "not named: 50 USD",
                        "Rows that it depends on: 3\n",
                        "magnets.csv:4  JPN from CHN  HS2022 850511  2024  600 USD  60 kg  supplier  (Office)\n");
    }

    @Test
    void withoutAPeriodTheNewestFigureIsMeant() {
        assertThat(explain("hhi", "--economy", "JPN", "--stage", "magnet").out()).contains("magnets, 2024, by value");
        assertThat(explain("import-weight", "--economy", "JPN", "--stage", "magnet").out()).contains("2024, by weight", "80 kg");
    }

    @Test
    void onlyAsManyRowsAsAskedForAreShownAndTheRestIsCounted() {
        String few = explain("hhi", "--economy", "JPN", "--stage", "magnet", "--rows", "1").out();
        String all = explain("hhi", "--economy", "JPN", "--stage", "magnet", "--all").out();

        assertThat(few).contains("and 2 more; --all shows every one").contains("from CHN").doesNotContain("from VNM");
        assertThat(all).contains("from CHN", "from VNM", "from X99").doesNotContain("more;");
    }

    @Test
    void csvHoldsEveryRowWithItsRole() {
        String csv = explain("supplier-share", "--economy", "JPN", "--stage", "magnet", "--format", "csv").out();

        assertThat(csv.lines()).hasSize(4);
        assertThat(csv).startsWith("economy,material,stage,commodity,period,measure,supplier,basis,file,sheet,line,cell,sha256,")
                .contains("JPN,rare-earths,magnet,,2024,supplier-share,CHN,value,magnets.csv,,4,,")
                .contains(",JPN,X99,HS2022,850511,2024,50,reported,USD,5,reported,unnamed-partner,yes,M\n");
    }

    @Test
    void jsonHoldsInputsAndRows() {
        String json = explain("supplier-share", "--economy", "JPN", "--stage", "magnet", "--format", "json").out();

        assertThat(json).startsWith("{\n").endsWith("}\n").contains(
                "\"value\" : 0.75", "\"name\" : \"imports from China\"", "\"line\" : 4", "\"role\" : \"other-supplier\"", "\"moves\" : true");
    }

    @Test
    void economiesAndSuppliersMayBeNamed() {
        assertThat(explain("supplier-share", "--economy", "japan", "--stage", "magnet", "--supplier", "China").out())
                .isEqualTo(explain("supplier-share", "--economy", "JPN", "--stage", "magnet", "--supplier", "CHN").out())
                .contains("0.75");
    }

    @Test
    void aPeriodThatWasNotOverIsRefusedWithTheDay() {
        assertThat(CommandLineRun.of("explain", "hhi", "--economy", "USA", "--stage", "magnet", "--period", "2024", "--as-of", "2024-06-30").err())
                .endsWith("lodestone: nothing is told of 2024, which is on record: it was not over on 2024-06-30, the day of the results (--as-of takes a later one)\n");
    }

    @Test
    void whatDoesNotExistIsAnsweredWithWhatDoes() {
        assertThat(explain("supplier-shar", "--economy", "JPN").err())
                .startsWith("lodestone: no measure 'supplier-shar'; did you mean 'supplier-share'?");
        assertThat(explain("hhi", "--economy", "JPN", "--stage", "magnet", "--period", "2022").err())
                .isEqualTo("lodestone: no period '2022'; known: 2023, 2024\n");
        assertThat(explain("hhi", "--economy", "JPN", "--stage", "coin").err())
                .isEqualTo("lodestone: no stage 'coin' of: ore, compound, metal, alloy, magnet\n");
        assertThat(explain("supplier-share", "--economy", "JPN", "--stage", "magnet", "--supplier", "BRA").err())
                .isEqualTo("lodestone: no supplier-share of supplier 'BRA' for JPN, magnet, 2024; suppliers there: CHN, VNM\n");
        assertThat(explain("hhi", "--economy", "JPN", "--stage", "magnet", "--commodity", "999").err())
                .isEqualTo("lodestone: no line of magnet for JPN '999'; known: 850511\n");
        assertThat(explain("hhi", "--economy", "QQQ").err()).startsWith("lodestone: no economy 'QQQ' in the registers");
        assertThat(explain("hih", "--economy", "JPN").err()).endsWith("; did you mean 'hhi'?\n");
        assertThat(explain("hhi", "--economy", "JPN", "--stage", "magents").err()).endsWith("; did you mean 'magnet'?\n");
        assertThat(explain("hhi", "--economy", "Germny").err()).endsWith("; did you mean DEU (Germany)?\n");
        assertThat(explain("EU-CRMA-SINGLE", "--economy", "JPN").err())
                .isEqualTo("lodestone: 'EU-CRMA-SINGLE' is a commitment: explain commitment EU-CRMA-SINGLE\n");
        for (String[] wrong : new String[][] {
            {"hhi"}, {"hhi", "--economy", "JPN"}, {"hhi", "one", "--economy", "JPN"}, {"commitment"}, {"commitment", "NO-SUCH"},
            {"hhi", "--economy", "JPN", "--stage", "magnet", "--period", "lately"}, {"hhi", "--economy", "JPN", "--stage", "magnet", "--supplier", "?"}
        }) {
            CommandLineRun run = explain(wrong);
            assertThat(run.exitCode()).as(String.join(" ", wrong)).isEqualTo(ExitCode.USAGE);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).startsWith("lodestone: ").doesNotContain("internal error");
        }
    }

    @Test
    void aVerdictIsTakenApartIntoTheSharesThatItRestsOn() {
        CommandLineRun run = CommandLineRun.of("explain", "commitment", "eu-crma-single", "--stage", "magnet");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains(
                "EU-CRMA-SINGLE for European Union, magnet, line 850511", "rule         supplier-share-ceiling: <= 0.65 by 2030-12-31",
                "measured     0.886173, 2024", "Rests on", "  2024  CHN  0.886173\n", "  2017  CHN  at most 0.792403\n",
                "DEU from CHN  HS2017 850511  2024  513918501 USD", "imports from China: 1,077,193,795 USD");
    }

    /** On the shipped statistics: what explain lists is what a changed row changes, through stages, lines and the Union's sum. */
    @Test
    void changingARowOfTheShippedStatisticsChangesExactlyTheFiguresThatListIt() throws IOException {
        Workbench workbench = new Workbench(new Progress(new PrintWriter(Writer.nullWriter()), false));
        Assessed assessed = workbench.assess(new AssessmentRequest(
                List.of(), Optional.empty(), Optional.empty(), "rare-earths", List.of(), Optional.empty(), false, LocalDate.of(2026, 11, 21)));
        Assessment before = assessed.assessment();
        List<TradeObservation> rows = assessed.statistics().value().observations();
        Map<TradeObservation, Set<ProfileKey>> profiles = new HashMap<>();
        List<SupplierProfile> all = new ArrayList<>(before.profiles().values());
        all.addAll(before.context().records().further());
        all.forEach(p -> new Sensitivity(p).rows().forEach(o -> profiles.computeIfAbsent(o, k -> new HashSet<>()).add(p.key())));
        Map<String, Outcome> figures = figures(before);
        Set<String> ofSeveralYears = ofSeveralYears(before);
        assertThat(ofSeveralYears).contains("share-change", "supplier-growth").doesNotContain("supplier-share", "hhi");
        int asked = 0;
        for (int at = 1; at < rows.size(); at += rows.size() / 9) {
            TradeObservation row = rows.get(at);
            List<TradeObservation> changed = new ArrayList<>(rows);
            changed.set(at, larger(row));
            Map<String, Outcome> after = figures(new Assessor(before.registers()).assess(new TradeDataset(changed), before.options()));
            Set<String> moved = figures.keySet().stream()
                    .filter(name -> Sensitivity.differs(Optional.of(figures.get(name)), Optional.ofNullable(after.get(name))))
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> listed = listing(before, ofSeveralYears, row, profiles.getOrDefault(row, Set.of()));
            assertThat(listed).as(row.toString()).isEqualTo(moved);
            asked += row.flow() == TradeFlow.IMPORT && !moved.isEmpty() ? 1 : 0;
        }
        assertThat(asked).as("rows that moved a figure").isGreaterThan(4);
    }

    private static Set<String> listing(Assessment assessment, Set<String> ofSeveralYears, TradeObservation row, Set<ProfileKey> among) {
        Explainer explainer = new Explainer(assessment);
        return assessment.indicators().stream()
                .filter(i -> among.contains(i.about())
                        || (ofSeveralYears.contains(i.measure())
                                && i.outcome().status() != Outcome.Status.NOT_COMPUTABLE
                                && among.stream().anyMatch(k -> isLaterOf(k, i.about()))))
                .filter(i -> explainer.explain(i).movers().stream().anyMatch(r -> r.observation().equals(row)))
                .map(ExplainCommandTest::nameOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Measures of which one figure of a stage or more rests on rows of a year before its own: of these, later figures are asked for too. */
    private static Set<String> ofSeveralYears(Assessment assessment) {
        Explainer explainer = new Explainer(assessment);
        Set<String> measures = new HashSet<>();
        Map<String, Integer> tried = new HashMap<>();
        for (Indicator i : assessment.indicators()) {
            if (!measures.contains(i.measure())
                    && i.about().commodity().isEmpty()
                    && i.outcome().status() != Outcome.Status.NOT_COMPUTABLE
                    && tried.merge(i.measure(), 1, Integer::sum) <= 60
                    && explainer.explain(i).movers().stream().anyMatch(r -> r.observation().period().year() < i.about().period().year())) {
                measures.add(i.measure());
            }
        }
        return measures;
    }

    /** A later year of the same economy and stage may rest on the row too: what changed since, and where it goes. */
    private static boolean isLaterOf(ProfileKey rows, ProfileKey figure) {
        return rows.economy().equals(figure.economy())
                && rows.stage().equals(figure.stage())
                && rows.period().compareTo(figure.period()) < 0;
    }

    private static TradeObservation larger(TradeObservation o) {
        return new TradeObservation(
                o.reporter(), o.partner(), o.flow(), o.classification(), o.commodity(), o.period(), times(o.value(), 1.00013), o.currency(),
                times(o.netWeightKg(), 1.00029), o.valuation(), o.coverage(), o.origin());
    }

    private static Quantity times(Quantity q, double factor) {
        return q.isKnown() ? new Quantity(q.amount() * factor, q.status()) : q;
    }

    private static Map<String, Outcome> figures(Assessment a) {
        return a.indicators().stream().collect(Collectors.toMap(ExplainCommandTest::nameOf, Indicator::outcome));
    }

    private static String nameOf(Indicator i) {
        return i.about() + " " + i.measure() + " " + i.supplier() + " " + i.basis();
    }

    /** 0.281223 of both headings: 24.8 % of compounds, 75.3 % of metals and alloys. */
    @Test
    void aSumOfCodesIsTakenApartByItsRows() {
        CommandLineRun run = CommandLineRun.of("explain", "supplier-share", "--economy", "EUU", "--codes", "280530,2846", "--period", "2023", "--rows", "1");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("goods of several stages, codes 280530+2846, 2023, by value").contains("0.281223 (28.1%)")
                .contains("Adds up goods of several stages (metal, alloy, compound)");
        assertThat(CommandLineRun.of("explain", "hhi", "--economy", "EUU", "--codes", "2846", "--stage", "compound").err())
                .contains("--codes says which goods: leave out --stage and --commodity");
        assertThat(CommandLineRun.of("explain", "hhi", "--economy", "EUU", "--stage", "compound", "--years", "2023..2024", "--period", "2024").err())
                .contains("leave out --period");
        assertThat(CommandLineRun.of("explain", "commitment", "EU-CRMA-SINGLE", "--years", "2023..2024").err())
                .contains("a commitment is judged by single years");
    }
}
