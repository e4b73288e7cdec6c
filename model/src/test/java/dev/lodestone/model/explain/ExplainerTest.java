package dev.lodestone.model.explain;

import static dev.lodestone.model.testing.Rows.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.lodestone.model.assess.Assessment;
import dev.lodestone.model.assess.AssessmentOptions;
import dev.lodestone.model.assess.Assessor;
import dev.lodestone.model.measure.Basis;
import dev.lodestone.model.measure.Indicator;
import dev.lodestone.model.measure.Outcome;
import dev.lodestone.model.measure.ProfileKey;
import dev.lodestone.model.measure.Sensitivity;
import dev.lodestone.model.testing.Rows;
import dev.lodestone.model.testing.TestRegisters;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.Quantity;
import dev.lodestone.model.trade.ReferencePeriod;
import dev.lodestone.model.trade.TradeDataset;
import dev.lodestone.model.trade.TradeObservation;
import dev.lodestone.model.trade.TradeFlow;
import dev.lodestone.model.trade.Valuation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ExplainerTest {

    private static final List<String> BUYERS = List.of("JPN", "DEU", "FRA");
    private static final List<String> PARTNERS = List.of("CHN", "USA", "JPN", "VNM", "DEU", "FRA", "X99", "W00");

    private static Assessment assess(TradeDataset dataset) {
        AssessmentOptions options = AssessmentOptions.of(LocalDate.of(2026, 11, 21), TestRegisters.MATERIAL)
                .withEconomies(List.of(Economy.of("JPN"), Economy.of("DEU"), Economy.of("FRA"), Economy.of("EUU")));
        return new Assessor(TestRegisters.registers()).assess(dataset, options);
    }

    private static FigureExplanation explain(Rows rows, String economy, String measure, String supplier, Basis basis) {
        Explainer explainer = new Explainer(assess(rows.dataset()));
        ProfileKey key = new ProfileKey(Economy.of(economy), TestRegisters.MATERIAL, "magnet", "", ReferencePeriod.ofYear(2024));
        return explainer.explain(explainer.find(key, measure, supplier, basis).orElseThrow());
    }

    private static List<String> partners(List<FigureRow> rows) {
        return rows.stream().map(r -> r.observation().reporter() + "<" + r.observation().partner()).toList();
    }

    @Test
    void aShareIsTakenApartIntoItsTwoSumsAndEveryRow() {
        FigureExplanation e = explain(
                rows().reporter("JPN").add("USA", 100, 1).add("CHN", 300, 9).add("VNM", 200, 4), "JPN", "supplier-share", "CHN", Basis.VALUE);

        assertThat(e.formula()).isEqualTo("s_i = m_i / T, within [s_i, s_i + u]");
        assertThat(e.indicator().outcome().value()).hasValue(0.5);
        assertThat(e.inputs()).extracting(FigureInput::name, FigureInput::amount, FigureInput::unit).containsExactly(
                tuple("imports from China", 300.0, "USD"),
                tuple("imports in all", 600.0, "USD"),
                tuple("suppliers named", 3.0, "1"));
        assertThat(partners(e.movers())).as("its own supplier first, then the largest").containsExactly("JPN<CHN", "JPN<VNM", "JPN<USA");
        assertThat(e.rows().getFirst().role()).isEqualTo(FigureRow.Role.SUPPLIER);
        assertThat(e.rows().get(1).role()).isEqualTo(FigureRow.Role.OTHER_SUPPLIER);
    }

    @Test
    void theShareOfAnOnlySupplierDependsOnNoRow() {
        FigureExplanation e = explain(rows().reporter("JPN").add("CHN", 300, 9), "JPN", "supplier-share", "CHN", Basis.VALUE);

        assertThat(e.indicator().outcome().value()).hasValue(1);
        assertThat(e.rows()).hasSize(1);
        assertThat(e.movers()).as("it is all of the imports, whatever they are").isEmpty();
    }

    @Test
    void theShareOfASmallSupplierThatNoTableListsIsExplainedToo() {
        Rows many = rows().reporter("JPN").add("CHN", 10_000);
        for (int i = 0; i < 12; i++) {
            many.add("S" + (char) ('A' + i) + "A", 1000 - i);
        }
        many.add("VNM", 5);

        FigureExplanation e = explain(many, "JPN", "supplier-share", "VNM", Basis.VALUE);

        assertThat(e.indicator().outcome().value().getAsDouble()).isCloseTo(5 / (10_000 + 12_000 - 66 + 5.0), within(1e-12));
        assertThat(e.movers()).hasSize(14);
    }

    @Test
    void aWorldRowCountsWhereItHoldsMoreThanThePartners() {
        Rows open = rows().reporter("JPN").add("CHN", 300).add("USA", 100).add("W00", 500);

        FigureExplanation total = explain(open, "JPN", "import-value", "", Basis.VALUE);
        FigureExplanation share = explain(open, "JPN", "supplier-share", "CHN", Basis.VALUE);

        assertThat(partners(total.movers())).as("the total is the World row's").containsExactly("JPN<W00");
        assertThat(partners(share.movers())).containsExactly("JPN<CHN", "JPN<USA", "JPN<W00");
        assertThat(share.inputs()).extracting(FigureInput::name, FigureInput::amount, FigureInput::unit)
                .contains(tuple("of which from partners that are not named", 100.0, "USD"));
        assertThat(explain(rows().reporter("JPN").add("CHN", 300).add("USA", 200).add("W00", 500), "JPN", "import-value", "", Basis.VALUE)
                        .rows())
                .as("a World row that says what its partners say is no part of the sum")
                .extracting(r -> r.observation().partner().code())
                .containsExactly("CHN", "USA");
    }

    @Test
    void tradeWithinABlocMovesItOnlyThroughAWorldRow() {
        Rows union = rows().reporter("DEU").add("CHN", 300).add("FRA", 50).add("W00", 500).reporter("FRA").add("CHN", 80).add("DEU", 9);

        FigureExplanation e = explain(union, "EUU", "import-value", "", Basis.VALUE);

        assertThat(partners(e.movers())).containsExactlyInAnyOrder("FRA<CHN", "DEU<W00", "DEU<FRA");
        assertThat(e.movers()).extracting(FigureRow::role).contains(FigureRow.Role.WITHIN_BLOC);
    }

    @Test
    void aFigureThatCannotBeComputedKeepsItsReasonAndDependsOnNoRow() {
        FigureExplanation e = explain(rows().reporter("JPN").add("CHN", 300).add("USA", 1), "JPN", "supplier-share", "CHN", Basis.WEIGHT);

        assertThat(e.indicator().outcome().reason()).isEqualTo("no net weight in the source");
        assertThat(e.rows()).hasSize(2);
        assertThat(e.movers()).isEmpty();
    }

    @Test
    void aFigureWithoutAnyPublicSourceHasNoProfile() {
        Assessment a = assess(rows().reporter("DEU").add("CHN", 3).dataset());
        Explainer explainer = new Explainer(a);
        ProfileKey key = new ProfileKey(Economy.of("JPN"), TestRegisters.MATERIAL, "magnet", "", ReferencePeriod.ofYear(2024));

        FigureExplanation e = explainer.explain(explainer.find(key, "hhi", "", Basis.VALUE).orElseThrow());

        assertThat(e.profile()).isEmpty();
        assertThat(e.rows()).isEmpty();
        assertThat(e.indicator().outcome().reason()).contains("no public figure");
    }

    /** The heart of it: what explain says a figure depends on is what it depends on, no row less and no row more. */
    @Property(tries = 20, seed = "20261121", edgeCases = net.jqwik.api.EdgeCasesMode.NONE)
    void changingOneRowChangesExactlyTheFiguresThatListIt(@ForAll long seed) {
        Random random = new Random(seed);
        assertThatExplanationsTellWhatMoves(trade(random), random, 8);
    }

    /** The same for what needs many years, months, exports, rounded figures or weights that are missing: trend, projection, mirror, CDI 3 and the like. */
    @Property(tries = 4, seed = "20261122", shrinking = net.jqwik.api.ShrinkingMode.OFF, edgeCases = net.jqwik.api.EdgeCasesMode.NONE)
    void changingOneRowOfALongSeriesChangesExactlyTheFiguresThatListIt(@ForAll long seed) {
        Random random = new Random(seed);
        Set<String> computed = assertThatExplanationsTellWhatMoves(longSeries(random), random, 10);
        assertThat(computed).contains(
                "trend", "trend-p", "projected-share", "projection-hit-rate", "rolling-share", "rolling-trend", "mirror-gap",
                "supplier-share-mirror", "cdi2", "cdi3", "cdi-passed", "share-change", "hhi-change", "hhi-contribution", "watch");
    }

    /** Returns the measures of which at least one figure could be computed. */
    private static Set<String> assertThatExplanationsTellWhatMoves(List<TradeObservation> rows, Random random, int changes) {
        Assessment before = assess(new TradeDataset(rows));
        Map<String, FigureExplanation> explained = new LinkedHashMap<>();
        Explainer explainer = new Explainer(before);
        before.indicators().forEach(i -> explained.put(nameOf(i), explainer.explain(i)));
        Map<String, Outcome> figuresBefore = figures(before);
        for (int n = 0; n < changes; n++) {
            int at = random.nextInt(rows.size());
            TradeObservation row = rows.get(at);
            List<TradeObservation> changed = new ArrayList<>(rows);
            changed.set(at, larger(row, 3, 7));
            Map<String, Outcome> figuresAfter = figures(assess(new TradeDataset(changed)));

            Set<String> moved = moved(figuresBefore, figuresAfter);
            Set<String> listed = explained.entrySet().stream()
                    .filter(e -> e.getValue().movers().stream().anyMatch(r -> r.observation().equals(row)))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toCollection(TreeSet::new));

            if (!listed.equals(moved)) {
                // A count, a rank or a test moves by leaps: one that lies between the two steps is no fault, if the step that the
                // definition speaks of does what the explanation says.
                changed.set(at, larger(row, 1, 1.7));
                moved = moved(figuresBefore, figures(assess(new TradeDataset(changed))));
            }
            assertThat(listed).as("figures that list %s", row).isEqualTo(moved);
        }
        return before.indicators().stream()
                .filter(i -> i.outcome().status() != Outcome.Status.NOT_COMPUTABLE)
                .map(Indicator::measure)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Ten years of two members of a bloc and of Japan, with exports of theirs and of China; three years of Japan's months. */
    private static List<TradeObservation> longSeries(Random random) {
        Rows rows = rows().commodity("850511");
        double step = random.nextBoolean() ? 1000 : 0;
        for (int year = 2015; year <= 2024; year++) {
            rows.period(Integer.toString(year));
            for (String buyer : BUYERS) {
                rows.reporter(buyer).roundedTo(buyer.equals("JPN") ? step : 0, 0).valuation(Valuation.CIF);
                boolean weightless = random.nextInt(3) == 0;
                for (String partner : List.of("CHN", "USA", "VNM", "DEU", "FRA", "X99")) {
                    if (!partner.equals(buyer)) {
                        double v = 1e5 * (partner.equals("CHN") ? 8 : 1) * (0.8 + random.nextDouble());
                        rows.add(partner, Quantity.reported(v), weightless && partner.equals("VNM") ? Quantity.MISSING : Quantity.reported(v / (10 + random.nextInt(9))));
                    }
                }
                for (String partner : List.of("USA", "CHN")) {
                    rows.valuation(Valuation.FOB).add(
                            partner, TradeFlow.EXPORT, Quantity.reported(1e4 + 1e5 * random.nextDouble()), Quantity.MISSING);
                }
            }
            rows.reporter("CHN").roundedTo(0, 0).valuation(Valuation.FOB);
            for (String buyer : BUYERS) {
                rows.add(buyer, TradeFlow.EXPORT, Quantity.reported(1e5 * (5 + 4 * random.nextDouble())), Quantity.MISSING);
            }
        }
        rows.commodity("280530").reporter("JPN").valuation(Valuation.CIF);
        for (int month = 0; month < 36; month++) {
            rows.period(String.format(Locale.ROOT, "%d-%02d", 2022 + month / 12, 1 + month % 12));
            for (String partner : List.of("CHN", "VNM")) {
                rows.add(partner, 1e4 + 1e5 * random.nextDouble());
            }
        }
        return rows.list();
    }

    private static List<TradeObservation> trade(Random random) {
        Rows rows = rows();
        for (String buyer : BUYERS) {
            rows.reporter(buyer).currency(random.nextInt(3) == 0 ? "EUR" : "USD");
            for (String period : List.of("2023", "2024")) {
                for (String code : List.of("850511", "284610", "284690")) {
                    rows.period(period).commodity(code);
                    series(rows, buyer, random);
                }
            }
        }
        return rows.list();
    }

    private static void series(Rows rows, String buyer, Random random) {
        boolean withWorld = random.nextInt(3) == 0;
        boolean withWeights = random.nextInt(4) > 0;
        double value = 0;
        double weight = 0;
        for (String partner : PARTNERS) {
            double v = 10 + 1e5 * random.nextDouble();
            double w = 1 + 1e3 * random.nextDouble();
            if (partner.equals("W00")) {
                if (withWorld && value > 0) {
                    double more = random.nextBoolean() ? 1 : 1.02 + random.nextDouble();
                    rows.add(partner, Quantity.reported(value * more), withWeights ? Quantity.reported(weight * more) : Quantity.MISSING);
                }
            } else if (!partner.equals(buyer) && random.nextInt(3) > 0) {
                value += v;
                weight += w;
                rows.add(partner, Quantity.reported(v), !withWeights ? Quantity.MISSING : random.nextInt(9) == 0 ? Quantity.estimated(w) : Quantity.reported(w));
            }
        }
    }

    private static Set<String> moved(Map<String, Outcome> before, Map<String, Outcome> after) {
        Set<String> moved = new TreeSet<>();
        before.forEach((name, outcome) -> {
            if (Sensitivity.differs(Optional.of(outcome), Optional.ofNullable(after.get(name)))) {
                moved.add(name);
            }
        });
        return moved;
    }

    /** By steps of a ten-thousandth. */
    private static TradeObservation larger(TradeObservation o, double valueSteps, double weightSteps) {
        return new TradeObservation(
                o.reporter(), o.partner(), o.flow(), o.classification(), o.commodity(), o.period(), times(o.value(), 1 + valueSteps * 1e-4), o.currency(),
                times(o.netWeightKg(), 1 + weightSteps * 1e-4), o.valuation(), o.coverage(), o.origin());
    }

    private static Quantity times(Quantity q, double factor) {
        return q.isKnown() ? new Quantity(q.amount() * factor, q.status()) : q;
    }

    private static Map<String, Outcome> figures(Assessment a) {
        Map<String, Outcome> figures = new LinkedHashMap<>();
        a.indicators().forEach(i -> figures.put(nameOf(i), i.outcome()));
        return figures;
    }

    private static String nameOf(Indicator i) {
        return i.about() + " " + i.measure() + " " + i.supplier() + " " + i.basis();
    }
}
