package dev.lodestone.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.model.quality.Loaded;
import dev.lodestone.model.trade.TradeDataset;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading over JDBC: typed columns, NULLs, and what is said when the driver, the columns or the query are wrong. */
class QueryTest {

    private static final String COLUMNS = """
            recognise:
              headers: [t, i, j, k, v, q]
            columns:
              reporter: {column: j, scheme: comtrade}
              partner: {column: i, scheme: comtrade}
              flow: {constant: M}
              commodity: {column: k, digits: [6]}
              period: t
              value: {column: v, multiplier: 1000}
              currency: {constant: USD}
              net-weight: {column: q, multiplier: 1000}
            """;

    private static final String ROWS = """
            SELECT * FROM (VALUES
              (2024, 156, 842, CAST('040690' AS VARCHAR), CAST(337169.059 AS DOUBLE), CAST(5212.74 AS DECIMAL(20, 3))),
              (2024, 490, 392, CAST('850511' AS VARCHAR), CAST(1234567890.126 AS DOUBLE), CAST(NULL AS DECIMAL(20, 3)))
            ) AS baci(t, i, j, k, v, q)""";

    @TempDir
    Path folder;

    private Path layouts;

    @BeforeEach
    void makeFolder() throws IOException {
        layouts = Files.createDirectory(folder.resolve("layouts"));
    }

    @Test
    void readsAWarehouseThatAFileNames() throws IOException {
        layout("lake", "jdbc:h2:mem:lake", ROWS);

        Loaded<TradeDataset> loaded = read(Fixture.text("baci.query", "# last year's figures\nlodestone-query: lake\n"));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "USA M CHN :040690 2024 337169059USD 5212740kg UNKNOWN selected-partners",
                "JPN M TWN :850511 2024 1234567890126USD missing kg UNKNOWN selected-partners");
        assertThat(Fixture.messages(loaded)).isEmpty();
        assertThat(loaded.files().get(0).why())
                .isEqualTo("6 required columns found in the result of the layout's query over jdbc:h2:mem:lake");
    }

    @Test
    void readsAFileThatOnlyAnEngineReads() throws IOException {
        layout("parquet", "jdbc:h2:mem:parquet", ROWS.replace("SELECT *", "SELECT t, i, j, k, v, q").replace("CAST('040690'", "CAST(RIGHT({file}, 6)"));
        Path file = Files.write(folder.resolve("it's 280530"), "PAR1....PAR1".getBytes(StandardCharsets.ISO_8859_1));

        Loaded<TradeDataset> loaded = read(InputSource.ofPath(file));

        assertThat(Fixture.lines(loaded).get(0)).startsWith("USA M CHN :280530 2024");
    }

    @Test
    void saysWhichDriverIsMissing() throws IOException {
        layout("duck", "jdbc:duckdb:", "SELECT * FROM read_parquet({file})");
        Path file = Files.write(folder.resolve("a.parquet"), "PAR1....PAR1".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(Fixture.messages(read(InputSource.ofPath(file)))).containsExactly("a.parquet: expected a known layout, but the query of"
                + " layout 'duck' needs a JDBC driver for 'jdbc:duckdb:', which is not there: put its jar into a folder and name that"
                + " with --drivers (for Parquet org.duckdb:duckdb_jdbc from Maven Central); file not read [file-not-recognised]");
    }

    @Test
    void saysWhatAParquetFileNeedsWhereNoLayoutHasAQuery() {
        Loaded<TradeDataset> loaded =
                Fixture.read(InputSource.ofBytes("a.parquet", "PAR1....PAR1".getBytes(StandardCharsets.ISO_8859_1)));

        assertThat(loaded.files().get(0).why()).isEqualTo("its bytes are Parquet, which a layout of your own with a 'query' reads, on"
                + " DuckDB's driver for example; docs/FORMATS.md shows one");
    }

    @Test
    void refusesAResultWithOtherColumns() throws IOException {
        layout("lake", "jdbc:h2:mem:other", "SELECT 2024 AS t, 156 AS i, 842 AS j, '850511' AS k, 1.0 AS v");

        assertThat(read(Fixture.text("a.query", "lodestone-query: lake")).files().get(0).why()).isEqualTo(
                "the query of layout 'lake' gives other columns: nearest is layout lake: line 1 has 5 of its 6 required columns; missing: q");
    }

    @Test
    void usesNoRowOfAQueryThatFails() throws IOException {
        layout("lake", "jdbc:h2:mem:failing;USER=sa;PASSWORD=secret", "SELECT t, i, j, k, v, q FROM nowhere");

        Loaded<TradeDataset> loaded = read(Fixture.text("a.query", "lodestone-query: lake"));

        assertThat(loaded.value().observations()).isEmpty();
        assertThat(Fixture.messages(loaded)).singleElement().asString().contains("NOWHERE").endsWith("[file-not-readable]").doesNotContain("secret");
    }

    @Test
    void readsNoQueryOutOfAFileOfData() throws IOException {
        Loaded<TradeDataset> loaded = read(Fixture.text("a.query", "lodestone-query: unheard-of"));

        assertThat(loaded.files().get(0).why()).isEqualTo("it names the query of layout 'unheard-of', and no layout with a query has this id;"
                + " add its folder of layouts");
    }

    @Test
    void namesFileAndLineOfAQueryWithoutAddress() throws IOException {
        Files.writeString(layouts.resolve("a.yaml"), "id: a\ntitle: a\nstatus: seen\n" + COLUMNS + "query: {url: 'http://x', sql: SELECT 1}\n");

        assertThatThrownBy(() -> TradeStatisticsReader.withDefaults().withLayouts(layouts))
                .isInstanceOf(IngestException.class)
                .hasMessageContaining("a.yaml:15")
                .hasMessageContaining("expected a JDBC address such as 'jdbc:duckdb:'");
    }

    private void layout(String id, String url, String sql) throws IOException {
        Files.writeString(layouts.resolve(id + ".yaml"), "id: " + id + "\ntitle: CEPII BACI\nstatus: seen\n" + COLUMNS + "query:\n  url: '" + url
                + "'\n  sql: |\n    " + sql.replace("\n", "\n    ") + "\n");
    }

    private Loaded<TradeDataset> read(InputSource source) {
        return TradeStatisticsReader.withDefaults().withLayouts(layouts).read(List.of(source));
    }
}
