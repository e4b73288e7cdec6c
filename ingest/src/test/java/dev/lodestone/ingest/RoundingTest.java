package dev.lodestone.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.model.quality.Rounding;
import org.junit.jupiter.api.Test;

/** To what a publisher rounds is known from its layout, in the units of the observations. */
class RoundingTest {

    private static Rounding rounding(InputSource file) {
        return Fixture.read(file).value().observations().getFirst().origin().source().rounding();
    }

    @Test
    void baciIsPublishedInThousandsWithThreeDecimalsAndTonnesWithThree() {
        assertThat(rounding(Fixture.file("cepii-baci.csv"))).isEqualTo(new Rounding(1, 1));
    }

    @Test
    void theStepOfAPageIsInTheUnitThatItsTitleNames() {
        String page = "<table><tr><td>Department of Commerce</td></tr><tr><td>Import :: Country-wise all commodities</td></tr>"
                + "<tr><td>Country : CHINA P RP</td></tr><tr><td>Values in US $ %s</td></tr></table><table>"
                + "<tr><th>S.No.</th><th>HSCode</th><th>Commodity</th><th>2022-2023</th><th>2023-2024</th><th>%%Growth</th></tr>"
                + "<tr><td>1</td><td>280530</td><td>RARE-EARTH METALS</td><td>0.05</td><td>0.12</td><td>140</td></tr></table>";

        assertThat(rounding(Fixture.text("india.xls", page.formatted("Million")))).isEqualTo(new Rounding(10_000, 0));
    }

    @Test
    void aTableWhoseStepIsNotKnownLeavesNothingOpen() {
        assertThat(rounding(Fixture.file("tidy.csv"))).isEqualTo(Rounding.NONE);
    }
}
