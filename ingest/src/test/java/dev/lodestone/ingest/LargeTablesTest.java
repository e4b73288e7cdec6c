package dev.lodestone.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.model.quality.Completeness;
import dev.lodestone.model.quality.Loaded;
import dev.lodestone.model.trade.TradeDataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tables of more rows than are kept in one block. */
class LargeTablesTest {

    private static final int ROWS = 40_000;

    @Test
    void settlesRepeatsAmongManySoundRowsAndKeepsTheOrder() {
        List<String> rows = rows();
        rows.add(10, "JPN,CHN,M,100005,2024,5"); // repeats a row with other amounts than theirs: neither can be believed
        rows.add(30_000, rows.get(29_000)); // repeats a row

        Loaded<TradeDataset> read = Fixture.read(Fixture.tidy(rows.toArray(String[]::new)));

        assertThat(read.files().get(0).issueCounts()).containsOnlyKeys("conflicting-rows", "duplicate-row");
        assertThat(read.files().get(0).rowsKept()).isEqualTo(ROWS - 1);
        assertThat(read.files().get(0).rowsSetAside()).isEqualTo(3);
        List<Long> lines = read.value().observations().stream().map(o -> o.origin().line()).toList();
        List<Long> sound = lines.subList(0, ROWS - 1);
        assertThat(sound).isSorted().doesNotHaveDuplicates().contains(29_002L).doesNotContain(7L, 12L, 30_002L);
        assertThat(read.value().observations().get(ROWS - 1).value().isKnown()).as("the contradicted flow, without amounts").isFalse();
        assertThat(read.value().observations()).hasSize(ROWS);
    }

    @Test
    void accountsForFilesAsReadingThemDoes() {
        List<String> rows = rows();
        rows.set(100, "JPN,CHN,M,2846,2024,oops");
        rows.set(200, rows.get(199));
        rows.addAll(List.of(
                "USA,CHN,M,2846,2021,60", "USA,VNM,M,2846,2021,20", "USA,EST,M,2846,2021,20", "USA,VNM,M,2846,2022,20",
                "USA,EST,M,2846,2022,20", "USA,CHN,M,2846,2023,60", "USA,VNM,M,2846,2023,20", "USA,W00,M,2846,2023,100"));
        List<InputSource> sources = List.of(Fixture.tidy(rows.toArray(String[]::new)), Fixture.tidy("JPN,CHN,M,2846,2023,60"));

        Loaded<TradeDataset> read = TradeStatisticsReader.withDefaults().read(sources);
        Loaded<Integer> account = TradeStatisticsReader.withDefaults().account(sources);

        assertThat(read.files().get(0).issueCounts()).containsKeys("supplier-vanished", "duplicate-row");
        assertThat(account.value()).isEqualTo(read.value().observations().size());
        assertThat(account.issues()).isEqualTo(read.issues());
        assertThat(account.files()).isEqualTo(read.files());
    }

    /** Suppliers that vanish for a year are looked for among rows: large files were passed over once more for them. */
    @Test
    void passesOverALargeFileOfSeveralYearsOnceWhereFewRowsAreWanted() {
        List<String> rows = rows();
        rows.addAll(List.of("USA,CHN,M,2846,2021,60", "USA,VNM,M,2846,2021,20", "USA,VNM,M,2846,2022,20", "USA,CHN,M,2846,2023,60"));
        AtomicLong bytes = new AtomicLong();
        InputSource source = Fixture.tidy(rows.toArray(String[]::new)).watched(bytes::addAndGet);
        TradeStatisticsReader scanning = TradeStatisticsReader.withDefaults().withoutChecksums();

        Loaded<Integer> account = scanning.withScope(CommodityScope.of("2846")).account(List.of(source));

        assertThat(account.files().getFirst().rowsKept()).isEqualTo(4);
        assertThat(account.files().getFirst().issueCounts()).containsKey("supplier-vanished");
        assertThat((double) bytes.get() / source.size().orElseThrow()).isBetween(1.0, 1.5);
    }

    @Test
    void accountsForManyRowsOfSeveralYearsAsReadingThemDoes() {
        List<String> rows = new ArrayList<>();
        for (int year = 2021; year <= 2023; year++) {
            for (int i = 0; i < ROWS; i++) {
                rows.add("DEU,CHN,M," + (100_000 + i) + "," + year + ",60");
            }
        }
        rows.addAll(List.of(
                "USA,CHN,M,2846,2021,60", "USA,VNM,M,2846,2021,20", "USA,EST,M,2846,2021,20", "USA,VNM,M,2846,2022,20",
                "USA,EST,M,2846,2022,20", "USA,CHN,M,2846,2023,60", "USA,VNM,M,2846,2023,20"));
        InputSource source = Fixture.tidy(rows.toArray(String[]::new));

        TradeStatisticsReader reader = TradeStatisticsReader.withDefaults().withScope(CommodityScope.of("10", "11", "12", "13", "2846"));
        Loaded<TradeDataset> read = reader.read(List.of(source));
        Loaded<Integer> account = reader.account(List.of(source));

        assertThat(account.value()).isEqualTo(read.value().observations().size());
        assertThat(account.files().getFirst().issueCounts()).containsKey("supplier-vanished");
        assertThat(account.issues()).isEqualTo(read.issues());
        assertThat(account.files()).isEqualTo(read.files());
    }

    /** Rows of a few files are there at a time: what a year lacks is told of the file that holds it, and its series are judged anew. */
    @Test
    void accountsForManyFilesOfAYearEachAsReadingThemDoes() {
        List<InputSource> sources = new ArrayList<>();
        for (int year = 2001; year <= 2040; year++) {
            List<String> rows = new ArrayList<>(List.of("USA,VNM,M,2846," + year + ",20", "USA,EST,M,2846," + year + ",15", "USA,EST,M,2805," + year + ",7"));
            for (int i = 0; i < 14_000; i++) { // all together more than are kept
                rows.add("DEU,CHN,X," + (100_000 + i) + "," + year + ",1");
            }
            if (year % 5 != 0) {
                rows.add("USA,CHN,M,2846," + year + ",60");
            }
            sources.add(Fixture.text("usa-" + year + ".csv", "reporter,partner,flow,commodity,period,value\n" + String.join("\n", rows) + "\n"));
        }
        sources.add(sources.get(9)); // the same file twice

        Loaded<TradeDataset> read = TradeStatisticsReader.withDefaults().read(sources);
        Loaded<Integer> account = TradeStatisticsReader.withDefaults().account(sources);

        assertThat(account.value()).isEqualTo(read.value().observations().size());
        assertThat(account.issues()).isEqualTo(read.issues());
        assertThat(account.files()).isEqualTo(read.files());
        for (int file : List.of(14, 34)) {
            assertThat(account.files().get(file).issueCounts()).containsEntry("supplier-vanished", 1L);
            assertThat(account.files().get(file).completeness().reasons()).contains(Completeness.Reason.SUPPLIER_VANISHED);
        }
        assertThat(account.files().get(39).issueCounts()).containsEntry("supplier-gone", 1L);
        assertThat(account.files().get(0).issueCounts()).doesNotContainKeys("supplier-vanished", "supplier-gone");
    }

    /** Each row was compared with every other of its flow: sixty thousand took minutes. */
    @Test
    @Timeout(60)
    void setsAsideAnyNumberOfRowsThatContradictEachOther() {
        List<String> rows = new ArrayList<>();
        for (int i = 1; i <= 60_000; i++) {
            rows.add("JPN,CHN,M,284690,2023," + i);
        }

        Loaded<TradeDataset> read = Fixture.read(Fixture.tidy(rows.toArray(String[]::new)));

        assertThat(read.files().get(0).issueCounts()).containsExactly(Map.entry("conflicting-rows", 60_000L));
        assertThat(read.files().get(0).rowsSetAside()).isEqualTo(60_000);
        assertThat(read.issues().get(2).expected())
                .isEqualTo("one amount for JPN M CHN, 284690, 2023, not another in lines 2, 3, 5, 6, 7, 8 and 59993 more");
    }

    private static List<String> rows() {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            rows.add((i % 2 == 0 ? "DEU" : "JPN") + ",CHN,M," + (100_000 + i) + ",2024," + (i + 10));
        }
        return rows;
    }
}
