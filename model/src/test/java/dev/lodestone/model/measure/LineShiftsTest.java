package dev.lodestone.model.measure;

import static dev.lodestone.model.testing.Profiles.profile;
import static dev.lodestone.model.testing.Rows.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.Quantity;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a stage's profile keeps must be what was asked for, not what was asked for before. */
class LineShiftsTest {

    private static final Set<Economy> CHINA = Set.of(Economy.of("CHN"));
    private static final Set<Economy> RUSSIA = Set.of(Economy.of("RUS"));

    private final SupplierProfile stage = profile(rows().add("CHN", 60, 6).add("RUS", 40, 14));
    private final List<SupplierProfile> lines = List.of(stage);
    private final List<SupplierProfile> before = List.of(profile(rows().add("CHN", 50, 10).add("RUS", 10, 10).add("JPN", 40, 80)));

    @Test
    void isKeptForTheSameLinesAndSuppliers() {
        LineShifts first = stage.shifts(before, lines, CHINA, Basis.VALUE);

        assertThat(stage.shifts(List.copyOf(before), List.copyOf(lines), Set.copyOf(CHINA), Basis.VALUE)).isSameAs(first);
    }

    @Test
    void isMadeAnewForOtherSuppliers() {
        stage.shifts(before, lines, CHINA, Basis.VALUE);

        // Russia: from 10 to 40 %.
        assertThat(stage.shifts(before, lines, RUSSIA, Basis.VALUE).parts().change()).isCloseTo(0.3, within(1e-12));
    }

    @Test
    void isMadeAnewForOtherLinesOfEitherYear() {
        List<SupplierProfile> other = List.of(profile(rows().add("CHN", 20).add("JPN", 80)));
        stage.shifts(before, lines, CHINA, Basis.VALUE);

        assertThat(stage.shifts(other, lines, CHINA, Basis.VALUE).parts().change()).isCloseTo(0.4, within(1e-12));
        assertThat(stage.shifts(before, other, CHINA, Basis.VALUE).parts().change()).isCloseTo(-0.3, within(1e-12));
    }

    @Test
    void isKeptByValueAndByWeightApart() {
        LineShifts byValue = stage.shifts(before, lines, CHINA, Basis.VALUE);
        LineShifts byWeight = stage.shifts(before, lines, CHINA, Basis.WEIGHT);

        assertThat(byValue.parts().change()).isCloseTo(0.1, within(1e-12));
        assertThat(byWeight.parts().change()).isCloseTo(0.2, within(1e-12));
        assertThat(stage.shifts(before, lines, CHINA, Basis.VALUE)).isSameAs(byValue);
        assertThat(stage.shifts(before, lines, CHINA, Basis.WEIGHT)).isSameAs(byWeight);
    }

    @Test
    void isNotToldWhereALinesShareIsOpenToOneSide() {
        // Of all value 0.2 % was not weighed, too little to matter; of China's it is 2 %.
        List<SupplierProfile> unweighed = List.of(profile(rows()
                .add("CHN", 98, 10).add("CHN", Quantity.reported(2), Quantity.MISSING).add("RUS", 900, 90)));

        assertThat(unweighed.get(0).obstacle(Basis.WEIGHT)).isEmpty();
        assertThat(Shares.of(unweighed.get(0), Basis.WEIGHT, CHINA).high()).isEmpty();
        for (Decomposition told : List.of(
                Decomposition.ofShare(before, unweighed, CHINA, Basis.WEIGHT), Decomposition.ofShare(unweighed, before, CHINA, Basis.WEIGHT))) {
            assertThat(told.parts()).isEmpty();
            assertThat(told.reason()).isEqualTo("net weight missing for 2.0% of the value");
        }
        assertThat(Decomposition.ofShare(before, unweighed, CHINA, Basis.VALUE).change()).isCloseTo(-0.4, within(1e-12));
    }
}
