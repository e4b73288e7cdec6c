package dev.lodestone.model.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.model.testing.Profiles;
import dev.lodestone.model.testing.Rows;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.Observations;
import dev.lodestone.model.trade.Quantity;
import dev.lodestone.model.trade.TradeObservation;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rows added one by one and rows added by number make the same profile, to the last bit. */
class ProfileColumnsTest {

    private static final String[] PARTNERS = {"CHN", "JPN", "USA", "DEU", "X99", "X95", "FRA", "KOR", "VNM", "AUS"};

    private static List<TradeObservation> someRows(long seed) {
        Random random = new Random(seed);
        Rows rows = Rows.rows();
        for (int i = 0; i < 60; i++) {
            Quantity value = random.nextInt(8) == 0 ? Quantity.SUPPRESSED : Quantity.reported(Math.rint(random.nextInt(4) * 1e4) / 3);
            Quantity weight = switch (random.nextInt(4)) {
                case 0 -> Quantity.MISSING;
                case 1 -> Quantity.estimated(random.nextDouble());
                default -> Quantity.reported(random.nextDouble() * 100);
            };
            rows.commodity(i % 2 == 0 ? "850511" : "284610").add(PARTNERS[random.nextInt(PARTNERS.length)], value, weight);
        }
        return rows.list();
    }

    private static ProfileBuilder byNumber(List<TradeObservation> rows, boolean[] inside) {
        Observations columns = Observations.copyOf(rows);
        ProfileBuilder builder = Profiles.builder(List.of());
        int half = rows.size() / 2;
        double[] factors = new double[columns.kinds()];
        Arrays.fill(factors, 1);
        builder.add(columns, IntStream.range(0, half).toArray(), factors, inside, false);
        builder.add(columns, IntStream.range(half, rows.size()).toArray(), factors, inside, false);
        return builder;
    }

    @Test
    void sameFlowsRowsAndTotals() {
        for (long seed = 0; seed < 200; seed++) {
            List<TradeObservation> rows = someRows(seed);
            SupplierProfile single = Profiles.builder(rows).build();
            SupplierProfile columns = byNumber(rows, new boolean[0]).build();

            assertThat(columns.suppliers()).as("seed %d", seed).isEqualTo(single.suppliers());
            assertThat(columns.unnamedFlows()).isEqualTo(single.unnamedFlows());
            assertThat(columns.codes()).isEqualTo(single.codes());
            for (Basis basis : Basis.values()) {
                assertThat(columns.total(basis)).isEqualTo(single.total(basis));
                assertThat(columns.unnamed(basis)).isEqualTo(single.unnamed(basis));
                assertThat(columns.top(basis)).isEqualTo(single.top(basis));
            }
        }
    }

    @Test
    void suppliersStandByValueThenByCode() {
        for (long seed = 0; seed < 200; seed++) {
            List<SupplierFlow> suppliers = Profiles.builder(someRows(seed)).build().suppliers();

            assertThat(suppliers).as("seed %d", seed).isSortedAccordingTo((a, b) ->
                    a.value() != b.value() ? Double.compare(b.value(), a.value()) : a.supplier().compareTo(b.supplier()));
        }
    }

    @Test
    void partnersInsideABlocAreLeftOutAndRowsWithoutValueCounted() {
        List<TradeObservation> rows =
                Rows.rows().add("DEU", 5).add("CHN", Quantity.MISSING, Quantity.MISSING).add("JPN", 3).list();
        Observations columns = Observations.copyOf(rows);
        boolean[] inside = new boolean[columns.economies()];
        inside[columns.partner(0)] = true;
        ProfileBuilder builder = Profiles.builder(List.of());

        ProfileBuilder.Untold untold = builder.add(columns, new int[] {0, 1, 2}, new double[] {2}, inside, false);

        assertThat(untold.byValue()).isEqualTo(1);
        assertThat(builder.build().suppliers()).extracting(SupplierFlow::supplier).containsExactly(Economy.of("JPN"), Economy.of("CHN"));
        assertThat(builder.build().total(Basis.VALUE)).isEqualTo(6);
    }
}
