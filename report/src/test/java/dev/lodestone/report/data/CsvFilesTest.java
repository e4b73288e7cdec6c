package dev.lodestone.report.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.opencsv.CSVReaderHeaderAware;
import com.opencsv.CSVReaderHeaderAwareBuilder;
import com.opencsv.RFC4180ParserBuilder;
import dev.lodestone.model.assess.Assessment;
import dev.lodestone.model.quality.DataSource;
import dev.lodestone.model.quality.FileReport;
import dev.lodestone.model.quality.Issue;
import dev.lodestone.model.quality.Loaded;
import dev.lodestone.model.quality.Origin;
import dev.lodestone.model.quality.Severity;
import dev.lodestone.model.trade.Quantity;
import dev.lodestone.model.trade.TradeDataset;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CsvFilesTest {

    private static String indicators(Assessment assessment) throws Exception {
        StringBuilder out = new StringBuilder();
        DataFiles.indicatorsCsv(assessment, out);
        return out.toString();
    }

    private static List<Map<String, String>> read(String csv) throws Exception {
        List<Map<String, String>> rows = new ArrayList<>();
        try (CSVReaderHeaderAware reader = new CSVReaderHeaderAwareBuilder(new StringReader(csv))
                .withCSVParser(new RFC4180ParserBuilder().build())
                .build()) {
            for (Map<String, String> row = reader.readMap(); row != null; row = reader.readMap()) {
                rows.add(row);
            }
        }
        return rows;
    }

    @Test
    void indicatorsHaveTheColumnsOfTheContract() throws Exception {
        assertThat(indicators(Examples.assessment()).lines().findFirst())
                .contains("economy,material,stage,commodity,period,measure,supplier,basis,value,low,high,unit,status,reason");
    }

    @Test
    void indicatorsTellValueBoundsStatusAndReason() throws Exception {
        // Germany 2024: China 750.25, Japan 200, unnamed 49.75, together 1000
        assertThat(indicators(Examples.assessment()).lines())
                .contains(
                        "DEU,rare-earths,magnet,,2024,import-value,,value,1000,1000,1000,USD,ok,",
                        "DEU,rare-earths,magnet,,2024,import-weight,,weight,34.625,34.625,34.625,kg,ok,",
                        "DEU,rare-earths,magnet,850511,2024,import-value,,value,1000,1000,1000,USD,ok,",
                        "JPN,rare-earths,magnet,,2024,supplier-share,CHN,value,0.25,0.25,0.25,1,ok,",
                        "JPN,rare-earths,magnet,,2024,top-supplier-share,PHL,value,0.75,0.75,0.75,1,ok,",
                        "JPN,rare-earths,magnet,,2024,hhi,,value,0.625,0.625,0.625,1,ok,")
                .anyMatch(l -> l.startsWith("DEU,rare-earths,magnet,,2024,supplier-share,CHN,value,0.75025,0.75025,0.8,1,bounded,5.0% of the total"))
                .anyMatch(l -> l.matches("DEU,rare-earths,metal,,2024,hhi,,value,,,,1,not-computable,\"?no public figure.*rare-earth metals.*"));
    }

    @Test
    void everyIndicatorIsOneRow() throws Exception {
        Assessment assessment = Examples.assessment();
        assertThat(read(indicators(assessment))).hasSameSizeAs(assessment.indicators());
    }

    @Test
    void commitmentsHaveTheColumnsOfTheContract() throws Exception {
        StringBuilder out = new StringBuilder();
        DataFiles.commitmentsCsv(Examples.assessment(), out);
        List<String> lines = out.toString().lines().toList();
        assertThat(lines.getFirst())
                .isEqualTo("id,party,applies,kind,stage,commodity,status,measured,low,high,period,unit,comparator,threshold,baseline,"
                        + "baseline_period,target_date,pace_needed,pace_seen,distance_points,distance_years,projected_year,projected_low,"
                        + "projected_high,chance,confidence,reason,source");
        assertThat(lines).hasSize(3);
        assertThat(lines.get(1))
                .startsWith("DE-HALF,DEU,each,supplier-share-ceiling,magnet,,open,0.75025,0.75025,0.8,2024,1,<=,0.5,0.9,2022,2030-12-31,,,"
                        + "0.25025,,,,,,verified,")
                .endsWith(",https://example.org/strategy");
        assertThat(lines.get(2))
                .startsWith("G7-WORDS,G7,together,pledge,any,,not-testable,,,,,,,,,,,,,,,,,,,partly-verified,")
                .endsWith(",\"Leaders' communiqué, 2025\"");
    }

    @Test
    void paceIsWrittenWhereItCanBeTold() throws Exception {
        List<dev.lodestone.model.trade.TradeObservation> rows = new ArrayList<>();
        for (int year = 2020; year <= 2024; year++) {
            double china = 100 - 5 * (year - 2020);
            rows.add(Examples.row("DEU", "CHN", year, china, 1, year));
            rows.add(Examples.row("DEU", "JPN", year, 100 - china, 1, year + 100));
        }
        Assessment assessment = Examples.assessment(
                new TradeDataset(rows), List.of(Examples.ceiling("DE-HALF", "DEU", 0.5, LocalDate.of(2030, 12, 31))));
        StringBuilder out = new StringBuilder();
        DataFiles.commitmentsCsv(assessment, out);
        Map<String, String> row = read(out.toString()).getFirst();
        // from 1.00 in 2020 to 0.80 in 2024, five points a year; 0.30 in six years are needed
        assertThat(row)
                .containsEntry("status", "on-track")
                .containsEntry("pace_seen", "-0.05")
                .containsEntry("pace_needed", "-0.05")
                .containsEntry("distance_points", "0.3")
                .containsEntry("distance_years", "0")
                .containsEntry("projected_year", "2030");
    }

    @Test
    void observationsTellWhereEachFigureStands() throws Exception {
        StringBuilder out = new StringBuilder();
        DataFiles.observationsCsv(Examples.assessment(), out);
        assertThat(out.toString()).isEqualTo("""
                reporter,partner,flow,classification,commodity,period,value,currency,net_weight_kg,valuation,coverage,status,source,\
                file,sheet,line,cell,sha256,stage,weight_status
                DEU,CHN,M,HS2022,850511,2024,750.25,USD,30,CIF,complete,,CEPII BACI V202601,trade/magnets.csv,,2,,SHA,magnet,
                DEU,JPN,M,HS2022,850511,2024,200,USD,4.5,CIF,complete,,CEPII BACI V202601,trade/magnets.csv,,3,,SHA,magnet,
                DEU,PHL,M,HS2022,850511,2024,,USD,,CIF,complete,nil,CEPII BACI V202601,trade/magnets.csv,,5,,SHA,magnet,
                DEU,X99,M,HS2022,850511,2024,49.75,USD,0.125,CIF,complete,,CEPII BACI V202601,trade/magnets.csv,,4,,SHA,magnet,
                JPN,CHN,M,HS2022,850511,2024,200,USD,,CIF,complete,,USITC DataWeb,pull.zip!in/table.xlsx,Sheet 1,8,F8,SHA,magnet,suppressed
                JPN,PHL,M,HS2022,850511,2024,600,USD,20,CIF,complete,estimated,USITC DataWeb,pull.zip!in/table.xlsx,Sheet 1,7,F7,SHA,magnet,estimated
                """.replace("SHA", Examples.SHA));
    }

    @Test
    void observationsHoldTheWorldRowWhoseExcessWasCounted() throws Exception {
        TradeDataset dataset = new TradeDataset(List.of(
                Examples.row("DEU", "CHN", 2024, 75, 1, 2), Examples.row("DEU", "W00", 2024, 100, 2, 3), Examples.row("JPN", "CHN", 2024, 75, 1, 4),
                Examples.row("JPN", "W00", 2024, 75, 1, 5)));
        StringBuilder out = new StringBuilder();
        DataFiles.observationsCsv(Examples.assessment(dataset, List.of()), out);
        assertThat(read(out.toString())).extracting(r -> r.get("reporter") + r.get("partner")).containsExactly("DEUCHN", "DEUW00", "JPNCHN");
    }

    @Test
    void twoRowsThatSayTheSameAreBothThere() throws Exception {
        TradeDataset dataset = new TradeDataset(List.of(
                Examples.row("DEU", "CHN", 2024, 75, 1, 0), Examples.row("DEU", "CHN", 2024, 75, 1, 0), Examples.row("DEU", "JPN", 2024, 5, 1, 3)));
        StringBuilder out = new StringBuilder();
        DataFiles.observationsCsv(Examples.assessment(dataset, List.of()), out);
        assertThat(read(out.toString())).hasSize(3);
    }

    @Test
    void issuesNameFileLineColumnAndWhatWasDone() throws Exception {
        StringBuilder out = new StringBuilder();
        DataFiles.issuesCsv(
                Examples.loaded(
                        TradeDataset.EMPTY,
                        Examples.issue("12,5"),
                        Issue.ofFile("not-recognised", Severity.INFO, "notes.txt", "", "a known layout", "file not read")),
                out);
        assertThat(out.toString()).isEqualTo("""
                code,severity,file,sheet,line,record,column,cell,text,expected,action
                bad-number,error,trade/magnets.csv,,14,12,value,,"12,5",a plain number,row set aside
                not-recognised,info,notes.txt,,,,,,,a known layout,file not read
                """);
    }

    @Test
    void issuesThatWereCountedButNotStoredAreTold() throws Exception {
        FileReport report = new FileReport(
                new DataSource("a.zip", "b.csv", "", Examples.SHA, "tidy", ""), "", 500, 100, 0, 400, List.of(), new TreeSet<>(),
                new TreeMap<>(Map.of("bad-number", 400L)));
        Issue stored = new Issue("bad-number", Severity.ERROR, "a.zip!b.csv", "", 2, 1, "value", "", "x", "a plain number", "row set aside");
        StringBuilder out = new StringBuilder();
        DataFiles.issuesCsv(new Loaded<>(TradeDataset.EMPTY, List.of(stored), List.of(report)), out);
        assertThat(out.toString().lines().skip(2))
                .containsExactly("bad-number,error,a.zip!b.csv,,,,,,,,399 more of this code counted but not listed");
    }

    @Test
    void everyColumnOfEveryTableIsDocumented() throws Exception {
        String page = Files.readString(Path.of("../docs/EDITION.md"));
        TradeDataset dataset = new TradeDataset(List.of());
        SortedMap<String, byte[]> files = DataFiles.write(Examples.assessment(), Examples.loaded(dataset), EnumSet.of(Format.CSV));
        assertThat(files).isNotEmpty();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            int at = page.indexOf("## `" + file.getKey() + "`");
            assertThat(at).as(file.getKey()).isNotNegative();
            int end = page.indexOf("\n## ", at + 1);
            String section = page.substring(at, end);
            for (String column : new String(file.getValue(), StandardCharsets.UTF_8).lines().findFirst().orElseThrow().split(",")) {
                assertThat(section).as(file.getKey()).contains("`" + column + "`");
            }
        }
    }

    @Test
    void noCellStartsAFormulaWhateverTheInputsAreCalled() throws Exception {
        DataSource hostile = new DataSource("=cmd|' /C calc'!A0.csv", "", "+sheet", Examples.SHA, "tidy", "");
        TradeDataset dataset = new TradeDataset(List.of(
                Examples.row("DEU", "CHN", 2024, Quantity.reported(1), Quantity.reported(1), new Origin(hostile, 2, "", "@note, <b>\"x\"</b>\r\n=2"))));
        Loaded<TradeDataset> loaded = Examples.loaded(dataset, Examples.issue("\t=HYPERLINK(\"http://evil\")"), Examples.issue("-12,5"));
        Assessment assessment = Examples.assessment(dataset, List.of(Examples.pledge("-ID", "=1", "+44 people")));
        SortedMap<String, byte[]> files = DataFiles.write(assessment, loaded, EnumSet.of(Format.CSV));
        assertThat(files.keySet())
                .containsExactly("data/commitment-terms.csv", "data/commitments.csv", "data/indicators.csv", "data/issues.csv", "data/observations.csv",
                        "data/statements.csv");
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            for (Map<String, String> row : read(new String(file.getValue(), StandardCharsets.UTF_8))) {
                assertThat(row.values()).as(file.getKey()).noneMatch(cell -> cell.strip().matches("(?s)[=+\\-@].*"));
            }
        }
        Map<String, String> observation = read(new String(files.get("data/observations.csv"), StandardCharsets.UTF_8)).getFirst();
        assertThat(observation)
                .containsEntry("file", "'=cmd|' /C calc'!A0.csv")
                .containsEntry("sheet", "'+sheet");
    }

    @Test
    void theSameAssessmentGivesTheSameBytesInAnyLocale() throws Exception {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.ROOT);
            SortedMap<String, byte[]> first =
                    DataFiles.write(Examples.assessment(), Examples.loaded(Examples.dataset()), EnumSet.of(Format.CSV));
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            SortedMap<String, byte[]> second =
                    DataFiles.write(Examples.assessment(), Examples.loaded(Examples.dataset()), EnumSet.of(Format.CSV));
            assertThat(second.keySet()).isEqualTo(first.keySet());
            first.forEach((path, bytes) -> assertThat(second.get(path)).as(path).isEqualTo(bytes));
        } finally {
            Locale.setDefault(before);
        }
    }
}
