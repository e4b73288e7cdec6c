package dev.lodestone.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.lodestone.model.quality.Loaded;
import dev.lodestone.model.trade.TradeDataset;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages made to exhaust their reader are refused by a limit that says so; what a page merges is read; a broken workbook is closed. */
class HostilePagesTest {

    private static final String HEADER = "<html><table><tr><td>reporter<td>partner<td>flow<td>commodity<td>period<td>value</tr>";

    @TempDir
    Path folder;

    @Test
    void refusesAPageWhoseCellsSpanMillionsOfOthers() {
        String rows = "<tr><td colspan=9999>x</tr>".repeat(200);

        assertThat(Fixture.messages(Fixture.read(Fixture.text("p.xls", HEADER + rows)))).last().isEqualTo(
                "p.xls: expected a file that can be read to its end, but its cells span more than 1048576 others; file not read"
                        + " [file-not-readable]");
    }

    @Test
    void refusesAPageWhoseRowHasMoreCellsThanATableHasColumns() {
        assertThat(Fixture.messages(Fixture.read(Fixture.text("p.xls", HEADER + "<tr>" + "<td>1".repeat(20_000))))).containsExactly(
                "p.xls: expected a file that can be read to its end, but a row of it has more than 16384 cells; file not read"
                        + " [file-not-readable]");
    }

    @Test
    void refusesCellsThatSpanRowsWithoutEnd() {
        String rows = "<tr>" + "<td rowspan=99999>x".repeat(5_000) + "</tr>" + "<tr><td>y</tr>".repeat(300);

        assertThat(Fixture.messages(Fixture.read(Fixture.text("p.xls", HEADER + rows)))).last().asString()
                .contains("its cells span more than 1048576 others");
    }

    @Test
    void readsACellThatSpansRowsInEachOfThem() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("p.xls", HEADER
                + "<tr><td rowspan=3>JPN<td>CHN<td rowspan='2'>M<td>2846<td>2023<td>5</tr>"
                + "<tr><td>KOR<td>2846<td>2023<td>6</tr>"
                + "<tr><td>USA<td>X<td>2846<td rowspan=2>2023<td>7</tr>"
                + "<tr><td>DEU<td>USA<td>M<td>2846<td>8</tr></table>"));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "JPN M CHN :2846 2023 5USD missing kg UNKNOWN complete",
                "JPN M KOR :2846 2023 6USD missing kg UNKNOWN complete",
                "JPN X USA :2846 2023 7USD missing kg UNKNOWN complete",
                "DEU M USA :2846 2023 8USD missing kg UNKNOWN complete");
        assertThat(loaded.issues()).isEmpty();
    }

    @Test
    void endsASpanWithItsTable() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("p.xls",
                "<table><tr><td rowspan=9>Titles</td></tr></table>" + HEADER.substring(6) + "<tr><td>JPN<td>CHN<td>M<td>2846<td>2023<td>5</tr>"));

        assertThat(Fixture.lines(loaded)).containsExactly("JPN M CHN :2846 2023 5USD missing kg UNKNOWN complete");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!-- > > > -->", "<b>", "<", "<script><x></script>", "</td>", "&nbsp;", "<tr>"})
    void readsOnBehindWhateverIsRepeated(String what) {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text(
                "p.xls", HEADER + what.repeat(20_000) + "<tr><td>JPN<td>CHN<td>M<td>2846<td>2023<td>5</tr></table>"));

        assertThat(Fixture.lines(loaded)).containsExactly("JPN M CHN :2846 2023 5USD missing kg UNKNOWN complete");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xl/sharedStrings.xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"})
    void leavesNoFileOpenWhereAPartOfAWorkbookIsBroken(String part) throws IOException {
        assumeThat(ManagementFactory.getOperatingSystemMXBean()).isInstanceOf(UnixOperatingSystemMXBean.class);
        UnixOperatingSystemMXBean system = (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        Path file = folder.resolve("w.xlsx");
        Files.write(file, withBroken(part));
        Fixture.read(InputSource.ofPath(file));
        long before = system.getOpenFileDescriptorCount();

        for (int i = 0; i < 40; i++) {
            assertThat(Fixture.read(InputSource.ofPath(file)).issues()).isNotEmpty();
        }

        assertThat(system.getOpenFileDescriptorCount()).isLessThan(before + 20);
    }

    private static byte[] withBroken(String part) throws IOException {
        byte[] sound = Fixture.workbook(Map.of("S", List.of(List.of("reporter", "partner", "flow", "commodity", "period", "value"), List.of("JPN"))));
        Map<String, byte[]> members = new LinkedHashMap<>();
        try (var zip = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(sound))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] bytes = zip.readAllBytes();
                members.put(entry.getName(), entry.getName().equals(part)
                        ? new String(bytes, StandardCharsets.UTF_8).substring(0, bytes.length / 2).getBytes(StandardCharsets.UTF_8)
                        : bytes);
            }
        }
        return Fixture.zip(members);
    }
}
