package dev.lodestone.model.measure;

import static dev.lodestone.model.testing.Rows.rows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.model.testing.Profiles;
import dev.lodestone.model.testing.Rows;
import dev.lodestone.model.trade.Coverage;
import dev.lodestone.model.trade.Quantity;
import dev.lodestone.model.trade.TradeFlow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Three years alike: imports of 100 from one supplier, 50 sold, and sellers of the world whose amounts their publisher rounds. */
class GeoDependencyTest {

    private static SupplierProfile seller(double amount, double margin) {
        return Profiles.profile(rows().roundedTo(2 * margin, 0).add("USA", TradeFlow.EXPORT, Quantity.reported(amount), Quantity.MISSING));
    }

    private static Outcome figure(Rows imports, SupplierProfile... sellers) {
        SupplierProfile profile = Profiles.profile(imports);
        Records records = new Records() {
            @Override
            public Optional<SupplierProfile> yearBefore(SupplierProfile of, int year) {
                return Optional.of(profile);
            }

            @Override
            public Optional<SupplierProfile> exports(SupplierProfile of) {
                return Optional.of(seller(50, 0));
            }

            @Override
            public List<SupplierProfile> exporters(SupplierProfile of) {
                return List.of(sellers);
            }
        };
        return new GeoDependency().read(profile, Basis.VALUE, Profiles.CONTEXT.with(records)).getFirst().outcome();
    }

    private static SupplierProfile[] sellers(double margin, double... amounts) {
        List<SupplierProfile> list = new ArrayList<>();
        for (double amount : amounts) {
            list.add(seller(amount, margin));
        }
        return list.toArray(SupplierProfile[]::new);
    }

    private static Rows imports() {
        return rows().add("CHN", 100);
    }

    /** 6000 and 4000: 0.52. With 600 open of each at least 0.54² + 0.34² = 0.4072, with 700 at least 0.53² + 0.33² = 0.3898. */
    @Test
    void worldExportsAreConcentratedWhereTheyAreHoweverTheyWereRounded() {
        assertThat(figure(imports(), sellers(600, 6000, 4000)).value()).hasValue(3);
        assertThat(figure(imports(), sellers(700, 6000, 4000)).reason()).isEqualTo("for 3 of the three years the answer is open");
    }

    /** 5900 of 5900 + 4900 and 3100 of 3100 + 6100: 0.2984 + 0.1135 = 0.4120. With 1200 open of the second 0.2825 + 0.0990 = 0.3815. */
    @Test
    void theLeastOfOneStandsAgainstTheMostOfTheOthers() {
        assertThat(figure(imports(), seller(6000, 100), seller(4000, 900)).value()).hasValue(3);
        assertThat(figure(imports(), seller(6000, 100), seller(4000, 1200)).reason()).isEqualTo("for 3 of the three years the answer is open");
    }

    /** 4000, 3000 and 3000: 0.34. With 200 open at most (42/98)² + 2 (32/98)² = 0.3969, with 250 at most (42.5/97.5)² + 2 (32.5/97.5)² = 0.4122. */
    @Test
    void theyAreNotConcentratedWhereTheyAreNotHoweverTheyWereRounded() {
        assertThat(figure(imports(), sellers(200, 4000, 3000, 3000)).value()).hasValue(0);
        assertThat(figure(imports(), sellers(250, 4000, 3000, 3000)).reason()).isEqualTo("for 3 of the three years the answer is open");
    }

    @Test
    void exportsOfNothingAreNoWorld() {
        assertThat(figure(imports(), sellers(0, 0, 0)).reason()).isEqualTo("exports are not at hand");
    }

    @Test
    void whatIsMissingIsNamedAndWhatIsOpenIsNotCalledMissing() {
        assertThat(figure(imports()).reason()).isEqualTo("exports of the world are not at hand: fewer than 100 exporters report");
        Rows open = rows().add("CHN", 50).add("X99", 40).add("JPN", 10);
        assertThat(figure(open, sellers(0, 6000, 1000)).reason()).isEqualTo("for 3 of the three years the answer is open");
    }

    @Test
    void aSellerThatIsNotToldInFullIsNamed() {
        SupplierProfile selected = Profiles.profile(rows().coverage(Coverage.SELECTED_PARTNERS)
                .add("USA", TradeFlow.EXPORT, Quantity.reported(10), Quantity.MISSING));
        assertThat(figure(imports(), seller(6000, 0), selected).reason()).isEqualTo("the exports of AAA are not reported in full");
    }
}
