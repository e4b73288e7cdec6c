package dev.lodestone.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.model.quality.Loaded;
import dev.lodestone.model.trade.TradeDataset;
import org.junit.jupiter.api.Test;

/** Values and quantities of DataWeb, each saved as a text of its own. */
class ApartTablesTest {

    private static final InputSource VALUES = Fixture.text("values.csv", """
            Imports For Consumption|Annual Data,,,,,
            Data Type,Country,HTS Number,Quantity Description,2023,2024
            Customs Value,China,2846901000,Value for: kilograms,100,200
            Customs Value,Japan,2846901000,Value for: kilograms,30,40
            Customs Value,China,8505110000,Value for: number,7,8
            Customs Value,China,8505110000,Value for: kilograms,1,2
            """);
    private static final InputSource QUANTITIES = Fixture.text("quantities.csv", """
            Imports For Consumption|Annual Data,,,,,
            Data Type,Country,HTS Number,Quantity Description,2023,2024
            First Unit of Quantity,China,2846901000,kilograms,10,20
            First Unit of Quantity,Japan,2846901000,kilograms,3,4
            First Unit of Quantity,China,8505110000,number,700,800
            First Unit of Quantity,China,8505110000,kilograms,11,22
            """);

    @Test
    void joinsValuesWithTheWeightsOfAnotherFile() {
        for (Loaded<TradeDataset> loaded : java.util.List.of(Fixture.read(VALUES, QUANTITIES), Fixture.read(QUANTITIES, VALUES))) {
            assertThat(Fixture.lines(loaded)).containsExactlyInAnyOrder(
                    "USA M CHN HTS:2846901000 2023 100USD 10kg CUSTOMS selected-partners", "USA M CHN HTS:2846901000 2024 200USD 20kg CUSTOMS selected-partners",
                    "USA M JPN HTS:2846901000 2023 30USD 3kg CUSTOMS selected-partners", "USA M JPN HTS:2846901000 2024 40USD 4kg CUSTOMS selected-partners",
                    "USA M CHN HTS:8505110000 2023 8USD missing kg CUSTOMS selected-partners",
                    "USA M CHN HTS:8505110000 2024 10USD missing kg CUSTOMS selected-partners");
            assertThat(loaded.value().observations()).extracting(o -> o.origin().note()).contains("net weight from quantities.csv:3");
            assertThat(Fixture.messages(loaded)).contains("quantities.csv: found '2 weights', expected values of the same flows in the file beside it,"
                    + " counted in units of weight; values kept, weight left open [weight-not-covered]");
            assertThat(loaded.files().stream().filter(file -> file.source().file().equals("quantities.csv")))
                    .singleElement().satisfies(file -> assertThat(file.issueCounts()).containsEntry("weight-not-covered", 1L));
        }
    }

    @Test
    void joinsNothingWhereUnitsAreNotTold() {
        InputSource bare = Fixture.text("bare.csv", """
                Imports For Consumption|Annual Data,,,
                Data Type,Country,HTS Number,2024
                Customs Value,China,2846901000,200
                """);

        Loaded<TradeDataset> loaded = Fixture.read(bare, QUANTITIES);

        assertThat(Fixture.lines(loaded))
                .contains("USA M CHN HTS:2846901000 2024 200USD missing kg CUSTOMS selected-partners")
                .doesNotContain("USA M CHN HTS:2846901000 2024 missing USD 20kg UNKNOWN selected-partners");
    }

    @Test
    void tellsOfAFileAlone() {
        assertThat(Fixture.messages(Fixture.read(QUANTITIES))).containsExactly("quantities.csv: expected rows of the measure 'Customs Value' or"
                + " 'General Customs Value' or 'FAS Value' or 'CIF Import Value' or 'CIF Imports Value' or 'General CIF Import Value' or"
                + " 'General CIF Imports Value', where the file was saved with them; values are missing, unless another file of the run has them"
                + " [column-not-there]");
    }
}
