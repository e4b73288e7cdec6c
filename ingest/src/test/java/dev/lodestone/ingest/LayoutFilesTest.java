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

/** Users' own layouts: what they can say, and how a mistake in them is told. */
class LayoutFilesTest {

    private static final String OFFICE = """
            id: office
            title: Some Office
            status: documented
            recognise:
              headers: [Land, Ware, Jahr, Wert]
              title-rows: 3
            delimiters: [";"]
            columns:
              reporter: {constant: DEU, scheme: iso3}
              partner: {column: Land, scheme: [iso2, names]}
              flow: {constant: M}
              classification: {constant: "CN{year}"}
              commodity: Ware
              year: Jahr
              value: {column: Wert, multiplier: 1000}
              currency: {constant: EUR}
            numbers: {decimal: ",", grouping: "."}
            suppressed: ["/"]
            nil: ["-"]
            missing: ["..."]
            footer: 'Summe.*'
            """;

    @TempDir
    Path folder;

    @Test
    void aUsersLayoutNeedNotSayWhetherItsFileWasSeen() throws IOException {
        write("office.yaml", OFFICE.replace("status: documented\n", ""));

        Loaded<TradeDataset> loaded = TradeStatisticsReader.withDefaults().withLayouts(folder)
                .read(List.of(Fixture.text("a.csv", "Land;Ware;Jahr;Wert\nCN;284690;2024;1,5\n")));

        assertThat(Fixture.lines(loaded)).containsExactly("DEU M CHN CN2024:284690 2024 1500EUR missing kg UNKNOWN selected-partners");
    }

    @Test
    void readsAPublisherThatOnlyAYamlFileDescribes() throws IOException {
        write("office.yaml", OFFICE);
        String text = """
                Aussenhandel;;;
                in Tausend Euro;;;
                Land;Ware;Jahr;Wert
                CN;2846 90;2024;1.234,5
                Vietnam;284690;2024;/
                JP;284690;2024;-
                KR;284690;2024;...
                US;284690;2024;1,234.5
                Summe;;;1.234,5
                """;

        Loaded<TradeDataset> loaded =
                TradeStatisticsReader.withDefaults().withLayouts(folder).read(List.of(Fixture.text("a.csv", text)));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "DEU M CHN CN2024:284690 2024 1234500EUR missing kg UNKNOWN complete",
                "DEU M VNM CN2024:284690 2024 suppressed EUR missing kg UNKNOWN complete",
                "DEU M JPN CN2024:284690 2024 nil EUR missing kg UNKNOWN complete",
                "DEU M KOR CN2024:284690 2024 missing EUR missing kg UNKNOWN complete",
                "DEU M USA CN2024:284690 2024 missing EUR missing kg UNKNOWN complete");
        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("6 = 4 + 1 + 1");
        assertThat(Fixture.messages(loaded)).containsExactly(
                "a.csv:8: column 'Wert': found '1,234.5', expected a plain number with decimal mark ',' and thousands mark '.'; row set aside"
                        + " [ambiguous-number]");
        assertThat(loaded.files().get(0).why()).isEqualTo("4 required columns found in line 3, semicolons, UTF-8; out of scope: 1 footer");
    }

    @Test
    void namesFileAndLineOfAnUnknownKey() throws IOException {
        write("office.yaml", OFFICE.replace("footer:", "foot:"));

        assertThatThrownBy(() -> TradeStatisticsReader.withDefaults().withLayouts(folder))
                .isInstanceOf(IngestException.class)
                .hasMessageStartingWith("office.yaml:21: unknown key 'foot', expected one of [aligned, charset, columns, delimiters, flags, footer,");
    }

    @Test
    void namesFileAndLineOfAWrongType() throws IOException {
        write("office.yaml", OFFICE.replace("title-rows: 3", "title-rows: few"));

        assertThatThrownBy(() -> TradeStatisticsReader.withDefaults().withLayouts(folder))
                .hasMessage("office.yaml:6: expected a whole number from 0 to 50, found 'few'");
    }

    @Test
    void namesAMissingField() throws IOException {
        write("office.yaml", OFFICE.replace("  commodity: Ware\n", ""));

        assertThatThrownBy(() -> TradeStatisticsReader.withDefaults().withLayouts(folder))
                .hasMessage("office.yaml:9: field 'commodity' is missing");
    }

    @Test
    void refusesTheIdOfAShippedLayout() throws IOException {
        write("office.yaml", OFFICE.replace("id: office", "id: tidy"));

        assertThatThrownBy(() -> TradeStatisticsReader.withDefaults().withLayouts(folder))
                .hasMessage("office.yaml: there is a layout 'tidy' already; give this one another id");
    }

    @Test
    void namesBothLayoutsThatFitEqually() throws IOException {
        write("office.yaml", OFFICE);
        write("twin.yaml", OFFICE.replace("id: office", "id: twin"));
        TradeStatisticsReader reader = TradeStatisticsReader.withDefaults().withLayouts(folder);

        assertThatThrownBy(() -> reader.read(List.of(Fixture.text("a.csv", "Land;Ware;Jahr;Wert\nCN;284690;2024;1\n"))))
                .isInstanceOf(IngestException.class)
                .hasMessage("a.csv: fits the layouts office and twin equally; make their headers differ");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
