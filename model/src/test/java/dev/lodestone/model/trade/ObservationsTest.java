package dev.lodestone.model.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.model.testing.Rows;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObservationsTest {

    private static final List<TradeObservation> ROWS = Rows.rows()
            .from("a.csv", "Office, revised")
            .add("CHN", 70, 7)
            .add("X99", Quantity.SUPPRESSED, Quantity.estimated(3))
            .reporter("BBB")
            .period("2024-03")
            .commodity("284610")
            .coverage(Coverage.MAIN_PARTNERS)
            .valuation(Valuation.FOB)
            .currency("EUR")
            .add("W00", TradeFlow.EXPORT, Quantity.NIL, Quantity.MISSING)
            .list();

    @Test
    void columnsGiveBackTheRowsThatWentIn() {
        Observations.Builder builder = new Observations.Builder();
        ROWS.forEach(builder::add);

        assertThat(builder.build()).isEqualTo(ROWS);
    }

    @Test
    void aRowMadeFromColumnsIsTheSameObjectEveryTime() {
        Observations columns = new Observations.Builder().add(ROWS.get(0)).build();

        assertThat(columns.get(0)).isSameAs(columns.get(0)).isNotSameAs(ROWS.get(0));
    }

    @Test
    void rowsGivenAsObjectsAreHandedOutAsThoseObjects() {
        TradeDataset dataset = new TradeDataset(ROWS);

        assertThat(dataset.observations().get(1)).isSameAs(ROWS.get(1));
        assertThat(dataset.columns().select(new int[] {2, 0})).containsExactly(ROWS.get(2), ROWS.get(0));
    }

    @Test
    void columnsTellMissingAmountsFromZero() {
        Observations columns = Observations.copyOf(ROWS);

        assertThat(columns.hasValue(0)).isTrue();
        assertThat(columns.hasValue(1)).as("suppressed").isFalse();
        assertThat(columns.hasValue(2)).as("nil is known").isTrue();
        assertThat(columns.hasWeight(2)).as("missing").isFalse();
        assertThat(columns.isWeightEstimated(1)).isTrue();
    }

    @Test
    void growsBeyondItsFirstSize() {
        Observations.Builder builder = new Observations.Builder();
        for (int i = 0; i < 5_000; i++) {
            builder.add(ROWS.get(i % 3));
        }
        Observations columns = builder.build();

        assertThat(columns).hasSize(5_000);
        assertThat(columns.get(4_999)).isEqualTo(ROWS.get(4_999 % 3));
        assertThat(columns.economies()).isEqualTo(5);
    }
}
