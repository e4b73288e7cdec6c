package dev.lodestone.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.model.quality.Loaded;
import dev.lodestone.model.trade.TradeDataset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** USITC DataWeb: the long form, general imports, saved sheets, and years that were not over. All figures are made up. */
class DataWebTest {

    private static final List<Object> VALUES =
            List.of("Data Type", "Country", "Year", "Month", "HTS Number", "Description", "Quantity Description", "General Customs Value");
    private static final List<Object> WEIGHTS = List.of(
            "Data Type", "Country", "Year", "Month", "HTS Number", "Description", "Quantity Description", "General 1st Unit of Qty",
            "General 1st Unit of Qty_Suppressed");

    @Test
    void readsTheLongFormByMonthWithASheetForEachMeasure() {
        Map<String, List<List<Object>>> sheets = new LinkedHashMap<>();
        sheets.put("Query Parameters", parameters("General Imports", "February 22, 2025, 10:26 AM"));
        sheets.put("General Customs Value", List.of(
                VALUES,
                List.of("General Customs Value", "China", 2024, 11, "8505110000", "MAGNETS", "Value for: kilograms", 500),
                List.of("General Customs Value", "China", 2024, 11, "8505110000", "MAGNETS", "Value for: number", 7),
                List.of("General Customs Value", "China", 2024, 12, "2846901000", "COMPOUNDS", "Value for: kilograms", 0),
                List.of("General Customs Value", "Japan", 2025, 1, "2846901000", "COMPOUNDS", "Value for: kilograms", 30),
                List.of("General Customs Value", "Japan", 2025, 2, "2846901000", "COMPOUNDS", "Value for: kilograms", 3),
                List.of("Total:", "", "", "", "", "", "", 540)));
        sheets.put("General 1st Unit of Qty", List.of(
                WEIGHTS,
                List.of("General 1st Unit of Qty", "China", 2024, 11, "8505110000", "MAGNETS", "kilograms", 40, 0),
                List.of("General 1st Unit of Qty", "China", 2024, 11, "8505110000", "MAGNETS", "number", 9, 0),
                List.of("General 1st Unit of Qty", "China", 2024, 12, "2846901000", "COMPOUNDS", "kilograms", 0, 0),
                List.of("General 1st Unit of Qty", "Japan", 2025, 1, "2846901000", "COMPOUNDS", "kilograms", 2, 1)));

        Loaded<TradeDataset> loaded = Fixture.read(InputSource.ofBytes("long.xlsx", Fixture.workbook(sheets)));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "USA M CHN HTS:8505110000 2024-11 507USD missing kg CUSTOMS complete",
                "USA M CHN HTS:2846901000 2024-12 nil USD nil kg CUSTOMS complete",
                "USA M JPN HTS:2846901000 2025-01 30USD suppressed kg CUSTOMS complete");
        assertThat(loaded.files()).extracting(Fixture::counts).containsExactly("6 = 4 + 1 + 1", "4 = 3 + 1 + 0");
        assertThat(Fixture.messages(loaded)).contains(
                "long.xlsx [General Customs Value]:C6: column 'Year': found '2025-02', expected a period that was over when the file was made,"
                        + " on 2025-02-22; row set aside [period-not-over]",
                "long.xlsx [General Customs Value]:H2: column 'General Customs Value': found 'number', expected a unit of weight for all of USA M"
                        + " CHN, HTS 8505110000, 2024-11; value kept, weight left open [weight-not-covered]");
    }

    @Test
    void readsTheLongFormWithAllMeasuresInOneSheet() {
        Map<String, List<List<Object>>> sheets = new LinkedHashMap<>();
        sheets.put("Query Parameters", parameters("Total Exports", 45_800.25));
        sheets.put("Query Results", List.of(
                List.of("Data Type", "HTS Number", "Country", "Quantity Description", "Year", "FAS Value"),
                List.of("FAS Value", "280530", "Japan", "Value for: kilograms", "2023", "1,200"),
                List.of("FAS Value", "280530", "Japan", "Value for: kilograms", "2024", "1,300"),
                List.of("FAS Value", "280530", "Japan", "Value for: kilograms", "2025", "900"),
                List.of("First Unit of Quantity", "280530", "Japan", "kilograms", "2023", "12"),
                List.of("First Unit of Quantity", "280530", "Japan", "kilograms", "2024", "13")));

        Loaded<TradeDataset> loaded = Fixture.read(InputSource.ofBytes("all.xlsx", Fixture.workbook(sheets)));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "USA X JPN HTS:280530 2023 1200USD 12kg FOB complete", "USA X JPN HTS:280530 2024 1300USD 13kg FOB complete");
        assertThat(Fixture.messages(loaded)).containsExactly(
                "all.xlsx [Query Results]:E4: column 'Year': found '2025', expected a period that was over when the file was made, on 2025-05-23;"
                        + " row set aside [period-not-over]");
    }

    @Test
    void takesTheColumnOfTheRowsMeasureWhereSeveralAreFilled() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("joined.csv", """
                Data Type,HTS Number,Country,Quantity Description,Year,Customs Value,First Unit of Quantity
                Customs Value,280530,Japan,Value for: kilograms,2023,100,7
                First Unit of Quantity,280530,Japan,kilograms,2023,100,7
                Charges,280530,Japan,kilograms,2023,5,
                CIF Import Value,280530,Japan,Value for: kilograms,2023,110,7
                """));

        assertThat(Fixture.lines(loaded)).first().isEqualTo("USA M JPN HTS:280530 2023 100USD missing kg CUSTOMS selected-partners");
        assertThat(Fixture.messages(loaded)).contains(
                "joined.csv:3: expected a trade flow, which a line above the table says; row set aside [missing-cell]",
                "joined.csv:5: column 'Data Type': found 'CIF Import Value', expected the measure of one of the columns Customs Value, First Unit"
                        + " of Quantity; row set aside [unknown-word]");
        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("4 = 1 + 1 + 2");
    }

    @Test
    void asksForTheFlowOfExportsThatASavedSheetDoesNotSay() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text(
                "fas.csv", "Data Type,HTS Number,Country,Year,Month,FAS Value\nFAS Value,280530,Japan,2024,3,100\n"));

        assertThat(Fixture.lines(loaded)).isEmpty();
        assertThat(Fixture.messages(loaded)).containsExactly("fas.csv:2: expected a trade flow, which a line above the table says; row set aside [missing-cell]");
    }

    @Test
    void readsASheetSavedAsTextWithItsTitles() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("saved.csv", """
                General Imports|Annual + Year-To-Date Data from Jan - Apr,,,,,,
                Data Row Count,2,,,,,
                Data Type,Country,HTS Number,Quantity Description,Year 2024,2025,2026
                General Customs Value,China,2846901000,Value for: kilograms,"1,000",2000,0
                General Customs Value,Japan,2846901000,Value for: kilograms,0,5,0
                Total:,,,,"1,000",2005,0
                """));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "USA M CHN HTS:2846901000 2024 1000USD missing kg CUSTOMS selected-partners",
                "USA M CHN HTS:2846901000 2025 2000USD missing kg CUSTOMS selected-partners",
                "USA M JPN HTS:2846901000 2024 nil USD missing kg CUSTOMS selected-partners",
                "USA M JPN HTS:2846901000 2025 5USD missing kg CUSTOMS selected-partners");
        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("3 = 2 + 1 + 0");
    }

    @Test
    void takesAYearInWhichEveryRowFallsToZeroForOneThatIsNotThereYetWhereTheTitleWasDeleted() {
        String head = "Data Type,Country,HTS Number,Quantity Description,2024,2025,2026\n";
        String china = "Customs Value,China,2846901000,Value for: kilograms,1000,2000,0\n";

        Loaded<TradeDataset> several = Fixture.read(Fixture.text(
                "bare.csv", head + china + "Customs Value,Japan,2846901000,Value for: kilograms,0,5,0\n"));
        Loaded<TradeDataset> one = Fixture.read(Fixture.text("bare.csv", head + china));

        assertThat(Fixture.lines(several)).containsExactly(
                "USA M CHN HTS:2846901000 2024 1000USD missing kg CUSTOMS selected-partners",
                "USA M CHN HTS:2846901000 2025 2000USD missing kg CUSTOMS selected-partners",
                "USA M JPN HTS:2846901000 2024 nil USD missing kg CUSTOMS selected-partners",
                "USA M JPN HTS:2846901000 2025 5USD missing kg CUSTOMS selected-partners");
        assertThat(Fixture.messages(several)).contains("bare.csv: found '2026', expected figures for a whole year, but no row holds any, nor does a title"
                + " say that the year was over; column not read [period-not-complete]");
        assertThat(Fixture.lines(one)).as("one row may well have ended").anyMatch(line -> line.contains(" 2026 nil USD"));
    }

    @Test
    void keepsWeightsWhoseValuesStandInNoSheet() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("quantity.csv", """
                Imports For Consumption|Annual Data,,,,
                Data Type,Country,HTS Number,Quantity Description,2024
                First Unit of Quantity,China,2846901000,kilograms,70
                """));

        assertThat(Fixture.lines(loaded))
                .containsExactly("USA M CHN HTS:2846901000 2024 missing USD 70kg UNKNOWN selected-partners");
    }

    @Test
    void neverTakesAYearThatWasNotOverForAWholeOne() {
        Map<String, List<List<Object>>> sheets = new LinkedHashMap<>();
        sheets.put("Query Parameters", parameters("Imports For Consumption", "July 10, 2026"));
        sheets.put("Customs Value", List.of(
                List.of("Imports For Consumption|Annual Data"),
                List.of("Data Type", "Country", "HTS Number", "Quantity Description", "2025", "2026"),
                List.of("Customs Value", "China", "2846901000", "Value for: kilograms", 100, 60)));

        Loaded<TradeDataset> loaded = Fixture.read(InputSource.ofBytes("open.xlsx", Fixture.workbook(sheets)));

        assertThat(Fixture.lines(loaded)).containsExactly("USA M CHN HTS:2846901000 2025 100USD missing kg CUSTOMS complete");
        assertThat(Fixture.messages(loaded)).containsExactly(
                "open.xlsx [Customs Value]: expected rows of the measure 'First Unit of Quantity' or 'General First Unit of Quantity' or"
                        + " 'General 1st Unit of Qty', where the file was saved with them; net weights are missing, unless another file of the run has"
                        + " them [column-not-there]",
                "open.xlsx [Customs Value]: found '2026', expected figures for a whole year, but it was not over when the file was made and"
                        + " nothing says which months they hold; column not read [period-not-complete]");
    }

    @Test
    void leavesOutTheTotalOfQuantitiesThatAreNoWeight() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("world.csv", """
                Imports For Consumption|Annual Data,,,,
                Data Type,Country,HTS Number,Quantity Description,2024
                Customs Value,China,8505110000,Value for: number,70
                First Unit of Quantity,China,8505110000,number,7
                First Unit of Quantity,All Countries,8505110000,number,7
                """));

        assertThat(Fixture.lines(loaded)).containsExactly("USA M CHN HTS:8505110000 2024 70USD missing kg CUSTOMS selected-partners");
        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("3 = 1 + 2 + 0");
    }

    private static List<List<Object>> parameters(String flow, Object day) {
        return List.of(
                List.of("Download Date", day),
                List.of("Step 1: Trade Flow and Classification System"),
                List.of("Trade Flow", flow),
                List.of("Step 2: Data and Years"),
                List.of("Data Format", "1"),
                List.of("Step 3: Countries"),
                List.of("Select Type", "Use All Countries"));
    }
}
