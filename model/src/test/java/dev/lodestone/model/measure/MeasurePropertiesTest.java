package dev.lodestone.model.measure;

import static dev.lodestone.model.testing.Rows.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lodestone.model.testing.Profiles;
import dev.lodestone.model.testing.Rows;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.TradeObservation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What must hold for any imports whatever. */
class MeasurePropertiesTest {

    @Provide
    Arbitrary<List<Double>> purchases() {
        return Arbitraries.doubles().between(0.01, 1e9).ofScale(2).list().ofMinSize(1).ofMaxSize(40);
    }

    private static String supplier(int index) {
        return "S" + (char) ('A' + index / 26) + (char) ('A' + index % 26);
    }

    private static Rows supplied(List<Double> values) {
        Rows rows = rows();
        for (int i = 0; i < values.size(); i++) {
            rows.add(supplier(i), values.get(i), values.get(i) / 7);
        }
        return rows;
    }

    private static double value(Outcome outcome) {
        return outcome.value().orElseThrow();
    }

    @Property(seed = "20261123")
    void sharesAddUpToOne(@ForAll("purchases") List<Double> values) {
        SupplierProfile p = Profiles.profile(supplied(values));
        double sum = 0;
        for (SupplierFlow flow : p.suppliers()) {
            sum += value(Shares.of(p, Basis.VALUE, flow.supplier()));
        }
        assertThat(sum).isCloseTo(1, within(1e-9));
    }

    @Property(seed = "20261123")
    void concentrationLiesBetweenEqualSharesAndOne(@ForAll("purchases") List<Double> values) {
        double hhi = value(Shares.hhi(Profiles.profile(supplied(values)), Basis.VALUE));
        assertThat(hhi).isBetween(1.0 / values.size() - 1e-12, 1.0);
        double effective = value(Profiles.read("effective-suppliers", Profiles.profile(supplied(values)), Basis.VALUE));
        assertThat(effective).isBetween(1.0, values.size() + 1e-9);
    }

    @Property(seed = "20261123")
    void orderOfRowsIsIrrelevant(@ForAll("purchases") List<Double> values, @ForAll long seed) {
        List<TradeObservation> shuffled = new ArrayList<>(supplied(values).list());
        Collections.shuffle(shuffled, new Random(seed));
        SupplierProfile a = Profiles.profile(supplied(values));
        SupplierProfile b = Profiles.builder(shuffled).build();
        for (Measure m : Measures.standard()) {
            for (Basis basis : m.bases()) {
                List<Measure.Reading> before = m.read(a, basis, Profiles.CONTEXT);
                List<Measure.Reading> after = m.read(b, basis, Profiles.CONTEXT);
                assertThat(after).extracting(Measure.Reading::supplier).isEqualTo(before.stream().map(Measure.Reading::supplier).toList());
                for (int i = 0; i < before.size(); i++) {
                    Outcome expected = before.get(i).outcome();
                    Outcome found = after.get(i).outcome();
                    assertThat(found.status()).as(m.id()).isEqualTo(expected.status());
                    assertThat(found.value().orElse(0)).as(m.id()).isCloseTo(
                            expected.value().orElse(0), within(1e-12 * Math.max(1, expected.value().orElse(0))));
                }
            }
        }
    }

    @Property(seed = "20261123")
    void scalingEverythingChangesNoRatio(
            @ForAll("purchases") List<Double> values, @ForAll @DoubleRange(min = 0.01, max = 1000) double factor) {
        SupplierProfile a = Profiles.profile(supplied(values));
        SupplierProfile b = Profiles.profile(supplied(values.stream().map(v -> v * factor).toList()));
        for (String id : List.of("hhi", "effective-suppliers", "allied-share", "unnamed-share", "unit-value")) {
            double expected = value(Profiles.read(id, a, Basis.VALUE));
            assertThat(value(Profiles.read(id, b, Basis.VALUE))).as(id).isCloseTo(expected, within(1e-9 * Math.max(1, expected)));
        }
    }

    @Property(seed = "20261123")
    void boundsHoldTheTruthWhoeverTheUnnamedSupplierIs(
            @ForAll("purchases") List<Double> values,
            @ForAll @DoubleRange(min = 0.01, max = 1e9) double unnamed,
            @ForAll @IntRange(min = 0, max = 40) int whose) {
        SupplierProfile told = Profiles.profile(supplied(values).add("X99", unnamed, unnamed / 7));
        SupplierProfile truth = Profiles.profile(supplied(values).add(supplier(Math.min(whose, values.size())), unnamed, unnamed / 7));
        for (SupplierFlow flow : told.suppliers()) {
            assertInside(Shares.of(told, Basis.VALUE, flow.supplier()), value(Shares.of(truth, Basis.VALUE, flow.supplier())));
        }
        assertInside(Shares.top(told, Basis.VALUE), value(Shares.top(truth, Basis.VALUE)));
        assertInside(Shares.hhi(told, Basis.VALUE), value(Shares.hhi(truth, Basis.VALUE)));
        assertInside(
                Profiles.read("effective-suppliers", told, Basis.VALUE),
                value(Profiles.read("effective-suppliers", truth, Basis.VALUE)));
        assertInside(
                Shares.of(told, Basis.VALUE, Economy.of("CHN")), value(Shares.of(truth, Basis.VALUE, Economy.of("CHN"))));
    }

    private static void assertInside(Outcome bounds, double truth) {
        assertThat(truth).isBetween(bounds.low().orElseThrow() - 1e-9, bounds.high().orElseThrow() + 1e-9);
    }
}
