package dev.lodestone.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.model.quality.Loaded;
import dev.lodestone.model.trade.TradeDataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files without header, whose columns a layout knows by their places and shapes. All figures are made up. */
class PositionsTest {

    private static final String IMPORT = "284690500|52595|000|720|CN|720|CN|03/2024|001|FXT|006|GB|000||0|000|010|30|000||000|400|000|"
            + "+000000000001500|+0000000000040|+0000000000000";
    private static final String EXPORT =
            "850511009|77881|000|400|US|04/2024|011|LHR|400|US|0|000|040|40|000||000|100|+000000000000700|+0000000000003|+0000000000000|000000000000000";

    @TempDir
    Path folder;

    @Test
    void readsHmrcsBulkImportsAndAddsUpTheirParts() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("BDSImp2403", String.join(
                "\n",
                "000000000|\0|MARCH 2024|2",
                IMPORT,
                IMPORT.replace("FXT", "LGW").replace("+000000000001500", "+000000000000500").replace("40|+00", "02|+00"),
                IMPORT.replace("|CN|720|CN|", "|DE|720|#Q|"),
                "999999999|00000003") + "\n"));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "GBR M CHN CN-GBR2024:28469050 2024-03 2000GBP 42kg CIF selected-partners",
                "GBR M X99 CN-GBR2024:28469050 2024-03 of_someone GBP of_someone kg UNKNOWN complete");
        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("5 = 2 + 2 + 1");
        assertThat(loaded.files().get(0).source().layout()).isEqualTo("uk-hmrc-bulk-imports");
        assertThat(loaded.files().get(0).why()).startsWith("26 columns of the layout's shape and no header, '|', UTF-8; out of scope: 2 footer");
        assertThat(Fixture.messages(loaded)).containsExactly(
                "BDSImp2403:4: column 'COO-ALPHA': found '#Q', expected an economy's Eurostat code; row set aside [unknown-economy]");
    }

    @Test
    void readsHmrcsBulkExports() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("BDSExp2404", EXPORT + "\n"));

        assertThat(Fixture.lines(loaded)).containsExactly("GBR X USA CN-GBR2024:85051100 2024-04 700GBP 3kg FOB selected-partners");
    }

    @Test
    void refusesAFileOfWhichOneRowHasAnotherShape() {
        String many = (IMPORT + "\n").repeat(100);

        assertThat(Fixture.messages(Fixture.read(Fixture.text("moved", many + IMPORT.replace("|03/2024|", "|202403|") + "\n")))).containsExactly(
                "moved: expected a file that can be read to its end, but line 101 has '202403' where ACCOUNT-DATE stands: the file has no header, and is"
                        + " read only where all of its rows have the shape of layout uk-hmrc-bulk-imports; file not read [file-not-readable]");
        assertThat(Fixture.messages(Fixture.read(Fixture.text("longer", many + IMPORT + "|7\n")))).singleElement().asString()
                .contains("line 101 has 27 cells and not 26: the file has no header");
        assertThat(Fixture.messages(Fixture.read(Fixture.text("first", IMPORT.replace("CN", "China") + "\n" + IMPORT + "\n"))))
                .singleElement().asString().contains("[file-not-recognised]");
    }

    @Test
    void readsAUsersFileWithoutHeader() throws IOException {
        Files.writeString(folder.resolve("office.yaml"), OFFICE);

        Loaded<TradeDataset> loaded = TradeStatisticsReader.withDefaults().withLayouts(folder)
                .read(List.of(Fixture.text("a.csv", "CN;284690;2024;1500\nJP;284690;2024;7\n")));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "DEU M CHN CN2024:284690 2024 1500EUR missing kg UNKNOWN complete", "DEU M JPN CN2024:284690 2024 7EUR missing kg UNKNOWN complete");
    }

    @Test
    void twoLayoutsOfTheSameShapeAreAnErrorThatNamesBoth() throws IOException {
        Files.writeString(folder.resolve("office.yaml"), OFFICE);
        Files.writeString(folder.resolve("other.yaml"), OFFICE.replace("id: office", "id: other"));
        TradeStatisticsReader reader = TradeStatisticsReader.withDefaults().withLayouts(folder);

        assertThatThrownBy(() -> reader.read(List.of(Fixture.text("a.csv", "CN;284690;2024;1500\n"))))
                .isInstanceOf(IngestException.class)
                .hasMessage("a.csv: fits the layouts office and other equally; make their headers differ");
    }

    @Test
    void aLayoutHasAHeaderOrPositions() throws IOException {
        Files.writeString(folder.resolve("office.yaml"), OFFICE.replace("  positions:", "  headers: [Land]\n  positions:"));
        TradeStatisticsReader reader = TradeStatisticsReader.withDefaults();

        assertThatThrownBy(() -> reader.withLayouts(folder))
                .isInstanceOf(IngestException.class)
                .hasMessageContaining("a file has a header or columns by position, not both");
    }

    private static final String OFFICE = """
            id: office
            title: Some Office
            recognise:
              positions:
                - {name: land, matches: '[A-Z]{2}'}
                - {name: code, matches: '\\d{6}'}
                - {name: year, matches: '20\\d\\d'}
                - {name: value, matches: '\\d+'}
            delimiters: [";"]
            columns:
              reporter: {constant: DEU, scheme: iso3}
              partner: {column: land, scheme: iso2}
              flow: {constant: M}
              classification: {constant: "CN{year}"}
              commodity: code
              year: year
              value: value
              currency: {constant: EUR}
            """;
}
