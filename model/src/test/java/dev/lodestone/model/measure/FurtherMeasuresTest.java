package dev.lodestone.model.measure;

import static dev.lodestone.model.testing.Profiles.CONTEXT;
import static dev.lodestone.model.testing.Profiles.profile;
import static dev.lodestone.model.testing.Profiles.read;
import static dev.lodestone.model.testing.Rows.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.lodestone.model.measure.CoreDependency.Flag;
import dev.lodestone.model.measure.NetImportReliance.StageAmount;
import dev.lodestone.model.register.Confidence;
import dev.lodestone.model.register.ProductionEntry;
import dev.lodestone.model.testing.Rows;
import dev.lodestone.model.text.Statement;
import dev.lodestone.model.trade.Coverage;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.ReferencePeriod;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FurtherMeasuresTest {

    private static final Offset<Double> EXACT = within(1e-12);

    // Net import reliance

    private static ProductionEntry reliance(String stage, String scope, int year, String text, String edition) {
        return new ProductionEntry("net-import-reliance", "USA", stage, scope, year, text, "%", edition, "s", Confidence.VERIFIED, "");
    }

    @ParameterizedTest
    @CsvSource({">95, 0.95, 1", ">90, 0.9, 1", "<25, 0, 0.25", "53, 0.525, 0.535", "100, 0.995, 1", "67.5, 0.6745, 0.6755"})
    void publishedFiguresAreIntervals(String text, double low, double high) {
        Outcome o = NetImportReliance.read(text, Statement.verbatim("scope, MCS2026"));
        assertThat(o.low().orElseThrow()).isCloseTo(low, EXACT);
        assertThat(o.high().orElseThrow()).isCloseTo(high, EXACT);
    }

    @Test
    void netExporterIsAtMostZeroAndMissingIsNoFigure() {
        assertThat(NetImportReliance.read("E", Statement.NONE).isUpperBound()).isTrue();
        assertThat(NetImportReliance.read("E", Statement.NONE).high().orElseThrow()).isZero();
        for (String none : new String[] {"NA", "W", "s", "", "150", "about 50"}) {
            assertThat(NetImportReliance.read(none, Statement.NONE).status()).as(none).isEqualTo(Outcome.Status.NOT_COMPUTABLE);
        }
    }

    @Test
    void newestEditionGivesTheWholeSeries() {
        List<NetImportReliance.Published> series = NetImportReliance.published(
                List.of(
                        reliance("compound", "compounds and metals", 2020, "100", "MCS2025"),
                        reliance("compound", "compounds and metals", 2024, "80", "MCS2025"),
                        reliance("compound", "compounds and metals", 2024, "53", "MCS2026"),
                        reliance("compound", "compounds and metals", 2025, "67", "MCS2026")),
                Economy.of("USA"));
        assertThat(series).extracting(NetImportReliance.Published::year).containsExactly(2024, 2025);
        assertThat(series.getFirst().outcome().value().orElseThrow()).isCloseTo(0.53, EXACT);
        assertThat(NetImportReliance.published(List.of(), Economy.of("USA"))).isEmpty();
    }

    @Test
    void aRecomputedRelianceIsHeldAgainstWhatWasPublishedAndAgainstNothingElse() {
        Outcome recomputed = Outcome.within(0.52, 0.53, 0.54, Statement.NONE);
        assertThat(heldAgainst(recomputed, "53")).isEqualTo("agrees with the published figure of 52.5% to 53.5% within rounding");
        assertThat(heldAgainst(recomputed, "> 50%")).isEqualTo("agrees with the published figure of 50.0% to 100.0% within rounding");
        assertThat(heldAgainst(recomputed, "55.0")).isEqualTo("differs from the published figure of 54.95% to 55.05% by more than rounding");
        assertThat(heldAgainst(recomputed, "E")).isEqualTo("differs by more than rounding from the publisher, who tells a net exporter");
        assertThat(heldAgainst(Outcome.within(-0.1, 0, 0.1, Statement.NONE), "E")).isEqualTo("agrees with the publisher, who tells a net exporter");
        assertThat(heldAgainst(recomputed, "NA")).isEqualTo("the publisher gives no figure to hold it against");
    }

    private static String heldAgainst(Outcome recomputed, String published) {
        return RecomputedReliance.checked(recomputed, NetImportReliance.read(published, Statement.NONE)).reason();
    }

    @Test
    void relianceFromAmountsOfOneStage() {
        // (70 − 20 + 0) / (50 + 50) = 0.5
        Outcome o = NetImportReliance.of(metal(50), metal(70), metal(20), metal(0));
        assertThat(o.value().orElseThrow()).isCloseTo(0.5, EXACT);
        assertThat(NetImportReliance.of(metal(50), metal(0), metal(60), metal(0)).reason()).isEqualTo("apparent consumption is not positive");
    }

    @Test
    void stagesAreNeverNetted() {
        assertThat(NetImportReliance.of(new StageAmount("ore", 50), metal(70), metal(20), metal(0)).reason())
                .isEqualTo("stages are never netted against each other");
    }

    private static StageAmount metal(double amount) {
        return new StageAmount("metal", amount);
    }

    // Decompositions

    @Test
    void concentrationIsTakenApartBySupplier() {
        // 0.52 to 0.58: China 0.6 to 0.7 gives 0.13; Japan 0.4 to 0.3 gives −0.07
        Decomposition d = Decomposition.ofHhi(
                profile(rows().add("CHN", 60).add("JPN", 40)), profile(rows().add("CHN", 70).add("JPN", 30)), Basis.VALUE);
        assertThat(d.change()).isCloseTo(0.06, EXACT);
        assertThat(d.parts()).extracting(Decomposition.Part::of).containsExactly("CHN", "JPN");
        assertThat(d.parts().get(0).total()).isCloseTo(0.13, EXACT);
        assertThat(d.parts().get(1).total()).isCloseTo(-0.07, EXACT);
    }

    @Property(seed = "20261123")
    void partsOfConcentrationAddUp(
            @ForAll @Size(min = 3, max = 8) List<@DoubleRange(min = 0.01, max = 1000) Double> before,
            @ForAll @Size(min = 3, max = 8) List<@DoubleRange(min = 0.01, max = 1000) Double> after) {
        SupplierProfile a = profile(supplied(before));
        SupplierProfile b = profile(supplied(after));
        double change = Shares.hhi(b, Basis.VALUE).value().orElseThrow() - Shares.hhi(a, Basis.VALUE).value().orElseThrow();
        assertThat(Decomposition.ofHhi(a, b, Basis.VALUE).change()).isCloseTo(change, within(1e-9));
    }

    private static Rows supplied(List<Double> values) {
        Rows rows = rows();
        for (int i = 0; i < values.size(); i++) {
            rows.add("SA" + (char) ('A' + i), values.get(i));
        }
        return rows;
    }

    @Test
    void partialSeriesIsNotTakenApart() {
        SupplierProfile partial = profile(rows().coverage(Coverage.MAIN_PARTNERS).add("CHN", 60));
        assertThat(Decomposition.ofHhi(partial, partial, Basis.VALUE).reason()).startsWith("the source holds only the main partners");
    }

    private static SupplierProfile line(String code, double china, double others) {
        ProfileKey key = new ProfileKey(Economy.of("AAA"), "stuff", "metal", code, ReferencePeriod.ofYear(2024));
        ProfileBuilder builder = new ProfileBuilder(key, "USD");
        rows().commodity(code).add("CHN", china).add("JPN", others).list().forEach(o -> builder.add(o, 1));
        return builder.build();
    }

    @Test
    void shareIsTakenApartIntoMixAndWithin() {
        // Line 11: weight 0.5 to 0.8, share 0.8 to 0.9; line 22: weight 0.5 to 0.2, share 0.2 to 0.2. Whole: 0.5 to 0.76.
        Decomposition d = Decomposition.ofShare(
                List.of(line("11", 40, 10), line("22", 10, 40)),
                List.of(line("11", 72, 8), line("22", 4, 16)),
                Set.of(Economy.of("CHN")),
                Basis.VALUE);
        assertThat(d.change()).isCloseTo(0.26, EXACT);
        assertThat(d.parts().get(0).of()).isEqualTo("11");
        assertThat(d.parts().get(0).within()).isCloseTo(0.065, EXACT); // 0.65 · 0.1
        assertThat(d.parts().get(0).mix()).isCloseTo(0.255, EXACT); // 0.85 · 0.3
        assertThat(d.parts().get(1).within()).isCloseTo(0, EXACT);
        assertThat(d.parts().get(1).mix()).isCloseTo(-0.06, EXACT); // 0.2 · −0.3
    }

    @Test
    void lineThatOneYearLacksIsAChangeOfWeight() {
        Decomposition d = Decomposition.ofShare(
                List.of(line("11", 50, 50)), List.of(line("11", 50, 50), line("22", 100, 0)), Set.of(Economy.of("CHN")), Basis.VALUE);
        assertThat(d.change()).isCloseTo(0.25, EXACT);
        assertThat(d.parts()).allSatisfy(p -> assertThat(p.within()).isZero());
    }

    // Core dependency

    @Test
    void coreDependencyOfABloc() {
        SupplierProfile outside = profile(rows().add("CHN", 90).add("JPN", 10));
        CoreDependency d = CoreDependency.of(outside, OptionalDouble.of(25), OptionalDouble.of(50));
        assertThat(d.concentration().value().orElseThrow()).isCloseTo(0.82, EXACT);
        assertThat(d.outsideShare().value().orElseThrow()).isCloseTo(0.8, EXACT);
        assertThat(d.importsToExports().value().orElseThrow()).isCloseTo(2, EXACT);
        assertThat(d.dependent()).isEqualTo(Flag.YES);
        assertThat(CoreDependency.of(outside, OptionalDouble.of(300), OptionalDouble.of(50)).dependent()).isEqualTo(Flag.NO);
        assertThat(CoreDependency.of(outside, OptionalDouble.empty(), OptionalDouble.of(50)).dependent()).isEqualTo(Flag.INDETERMINATE);
    }

    @Test
    void thresholdItselfIsNotPassedAndNoExportsIs() {
        SupplierProfile outside = profile(rows().add("CHN", 100));
        assertThat(CoreDependency.of(outside, OptionalDouble.of(100), OptionalDouble.of(50)).dependent()).isEqualTo(Flag.NO);
        CoreDependency none = CoreDependency.of(outside, OptionalDouble.of(0), OptionalDouble.of(0));
        assertThat(none.importsToExports().reason()).isEqualTo("no exports: unbounded");
        assertThat(none.dependent()).isEqualTo(Flag.YES);
    }

    @Test
    void variantAsksForTwoOfThreeYears() {
        CoreDependency high = CoreDependency.of(profile(rows().add("CHN", 100)), OptionalDouble.of(0), OptionalDouble.of(50));
        CoreDependency low = CoreDependency.of(profile(rows().add("CHN", 100)), OptionalDouble.of(0), OptionalDouble.of(500));
        List<Outcome> world = List.of(Outcome.of(0.5), Outcome.of(0.5), Outcome.of(0.5));
        assertThat(CoreDependency.geoDep(List.of(high, low, high), world)).isEqualTo(Flag.YES);
        assertThat(CoreDependency.geoDep(List.of(high, low, low), world)).isEqualTo(Flag.NO);
        Outcome unknown = Outcome.notComputable("no figure");
        assertThat(CoreDependency.geoDep(List.of(high, high, low), List.of(unknown, Outcome.of(0.5), unknown)))
                .isEqualTo(Flag.INDETERMINATE);
        assertThatIllegalArgumentException().isThrownBy(() -> CoreDependency.geoDep(List.of(high), world));
    }

    // Unit values

    @Test
    void priceGapComparesTheWatchedSupplierWithTheOthers() {
        // China 50/10 = 5; others 50/25 = 2
        SupplierProfile p = profile(rows().add("CHN", 50, 10).add("JPN", 30, 15).add("VNM", 20, 10));
        assertThat(read("price-gap", "CHN", p, Basis.VALUE).value().orElseThrow()).isCloseTo(2.5, EXACT);
        assertThat(read("price-gap", "CHN", profile(rows().add("CHN", 50, 10)), Basis.VALUE).reason())
                .isEqualTo("other suppliers: no imports recorded");
    }

    @Test
    void boxplotMarksTheFarUnitValue() {
        List<Double> values = List.of(10.0, 11.0, 9.0, 10.5, 9.5, 1000.0);
        assertThat(UnitValueScreen.boxplot(values, 3)).containsExactly(5);
        assertThat(UnitValueScreen.boxplot(List.of(1.0, 2.0, 1000.0), 3)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> UnitValueScreen.boxplot(List.of(1.0, 1.0, 1.0, 0.0), 3));
    }

    @Test
    void medianRatioIsClosedAtItsLimit() {
        assertThat(UnitValueScreen.medianRatio(List.of(1.0, 1.0, 1.0, 99.0, 101.0, 1 / 101.0), 100)).containsExactly(4, 5);
    }

    @Test
    void largeFlowIsMarkedForASmallerChangeThanASmallOne() {
        List<Double> before = List.of(100.0, 100.0, 100.0, 100.0, 100.0, 10_000.0, 1.0);
        List<Double> after = List.of(101.0, 99.0, 102.0, 98.0, 100.0, 13_000.0, 1.3);
        assertThat(UnitValueScreen.hidiroglouBerthelot(before, after, 0.5, 0.05, 20)).containsExactly(5);
    }

    /**
     * Changes of 1, 1.25, 2, 4 and 8 times, from 1, 4, 9, 16 and 1: the median is 2, S is −1, −0.6, 0, 1 and 3, times the roots of the larger values 1, 5, 18, 64 and 8 the
     * effects are −1, −1.342, 0, 8 and 8.485. Their quartiles are −1, 0 and 8.
     */
    @Test
    void theReachOfAChangeIsSoManyQuartilesFromTheMedianEffect() {
        List<Double> before = List.of(1.0, 4.0, 9.0, 16.0, 1.0);
        List<Double> after = List.of(1.0, 5.0, 18.0, 64.0, 8.0);
        assertThat(UnitValueScreen.hidiroglouBerthelot(before, after, 0.5, 0.05, 1.05)).as("beyond −1.05 to 8.4").containsExactly(1, 4);
        assertThat(UnitValueScreen.hidiroglouBerthelot(before, after, 0.5, 0.05, 1.07)).as("beyond −1.07 to 8.56").containsExactly(1);
        assertThat(UnitValueScreen.hidiroglouBerthelot(before, after, 0.5, 0.05, 1.35)).as("beyond −1.35 to 10.8").isEmpty();
        assertThat(UnitValueScreen.hidiroglouBerthelot(before, after, 0, 0.05, 2.9)).as("S alone: quartiles −0.6, 0 and 1, beyond −1.74 to 2.9").containsExactly(4);
        assertThat(UnitValueScreen.hidiroglouBerthelot(before, after, 0, 0.05, 3)).isEmpty();
    }

    // What a watch list hides

    @Test
    void secondSupplierIsNamedForItsSizeOrItsRise() {
        SupplierProfile now = profile(rows().add("CHN", 40).add("RUS", 35).add("VNM", 15).add("JPN", 10));
        SupplierProfile then = profile(rows().add("CHN", 60).add("RUS", 30).add("VNM", 2).add("JPN", 8));
        assertThat(SupplierAlerts.others(now, Optional.of(then), Basis.VALUE, CONTEXT))
                .extracting(o -> o.supplier().code())
                .containsExactly("RUS", "VNM");
        assertThat(SupplierAlerts.others(now, Optional.empty(), Basis.VALUE, CONTEXT))
                .extracting(o -> o.supplier().code())
                .containsExactly("RUS");
    }

    @Test
    void flipNamesBothLeaders() {
        assertThat(SupplierAlerts.flip(profile(rows().add("CHN", 60, 1).add("JPN", 40, 9))))
                .contains(new SupplierAlerts.Flip(Economy.of("CHN"), Economy.of("JPN")));
        assertThat(SupplierAlerts.flip(profile(rows().add("CHN", 60, 9).add("JPN", 40, 1)))).isEmpty();
        assertThat(SupplierAlerts.flip(profile(rows().add("CHN", 60).add("JPN", 40)))).isEmpty();
    }

    @Test
    void singleFlowThatCarriesTheTotalIsNamed() {
        SupplierProfile p = profile(rows()
                .reporter("IRL").add("NOR", 25).reporter("DEU").add("CHN", 15).reporter("FRA").add("CHN", 15)
                .reporter("ITA").add("JPN", 15).reporter("ESP").add("USA", 15).reporter("POL").add("KOR", 15));
        DominantFlow flow = DominantFlow.find(p).orElseThrow();
        assertThat(flow.largest().reporter().code()).isEqualTo("IRL");
        assertThat(flow.share()).isCloseTo(0.25, EXACT);
        assertThat(DominantFlow.find(profile(rows().add("CHN", 90).add("JPN", 10)))).isEmpty();
    }

    @Test
    void noFlowIsAPartOfATotalThatIsNotKnown() {
        Rows few = rows().coverage(Coverage.SELECTED_PARTNERS)
                .reporter("IRL").add("NOR", 25).reporter("DEU").add("CHN", 15).reporter("FRA").add("CHN", 15);
        assertThat(DominantFlow.find(profile(few))).isEmpty();
    }
}
