package dev.lodestone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssessCommandTest {

    private static final String HEADER = "reporter,partner,flow,commodity,period,value\n";

    @TempDir
    private Path folder;

    @Test
    void figuresOfSoundRowsGoOutWithoutARemark() throws IOException {
        CommandLineRun run = assess(HEADER + "JPN,CHN,import,850511,2024,75\nJPN,VNM,Imports,850511,2024,25\n");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("JPN,rare-earths,magnet,,2024,supplier-share,CHN,value,0.75,0.75,0.75,1,ok,");
    }

    @Test
    void aRowSetAsideIsSaidWhereAPersonLooks() throws IOException {
        CommandLineRun run = assess(HEADER + "JPN,CHN,M,850511,2024,75\nJPN,VNM,M,850511,2024,x25\n");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEqualTo("lodestone: 1 row was set aside; 'lodestone inspect' names each" + System.lineSeparator());
    }

    @Test
    void aColumnThatIsPerhapsMisnamedIsSaidWhereItsFiguresAreMissed() throws IOException {
        CommandLineRun run = assess("reporter,partner,flow,commodity,period,value,netWeight\nJPN,CHN,M,850511,2024,75,5\nJPN,VNM,M,850511,2024,25,2\n");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).startsWith("lodestone: ").contains("column 'netWeight': expected the name 'net_weight_kg', if it holds net weights; not read")
                .hasLineCount(1);
    }

    @Test
    void sourcesThatContradictEachOtherAreToldWithTheirFigures() throws IOException {
        Path one = Files.writeString(folder.resolve("one.csv"), HEADER + "JPN,CHN,M,850511,2024,75\nJPN,VNM,M,850511,2024,25\n");
        Path two = Files.writeString(folder.resolve("two.csv"), HEADER + "JPN,CHN,M,850511,2024,5000\nJPN,VNM,M,850511,2024,25\n");

        CommandLineRun run = CommandLineRun.of("assess", "--ally", "JPN", "--trade", one.toString(), "--trade", two.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEqualTo("lodestone: 1 flow is told by sources that contradict each other; JPN 850511 2024: 5,025 USD used, of tidy table"
                + " (two.csv, complete); 100 USD left aside, of tidy table (one.csv, complete); 'differences' of '--format json' names each"
                + System.lineSeparator());
    }

    @Test
    void sourcesThatAgreeForThePartnersOfBothAreNoContradiction() throws IOException {
        Path one = Files.writeString(folder.resolve("one.csv"), HEADER + "JPN,CHN,M,850511,2024,75\nJPN,VNM,M,850511,2024,25\n");
        Path two = Files.writeString(folder.resolve("two.csv"), HEADER + "JPN,CHN,M,850511,2024,75\n");

        assertThat(CommandLineRun.of("assess", "--ally", "JPN", "--trade", one.toString(), "--trade", two.toString()).err()).isEmpty();
    }

    @Test
    void statisticsOfOtherGoodsAreRefusedWithWhatTheyHold() throws IOException {
        CommandLineRun run = assess(HEADER + "JPN,CHN,M,010121,2024,75\nJPN,VNM,M,010121,2024,75\nJPN,CHN,M,81129289,2024,75\n");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines().map(String::strip).map(line -> line.substring(line.lastIndexOf('/') + 1)).toList()).containsExactly(
                "lodestone: no row read tells of partners' trade in rare earths, under 25309020, 261220, 2805, 2846, 850511 or codes within",
                "t.csv: 3 rows read, of 010121, 81129289",
                "These are codes of another material: --material gallium.",
                "Nothing was published.");
    }

    @Test
    void statisticsWhoseRowsAreAllSetAsideAreRefused() throws IOException {
        CommandLineRun run = assess(HEADER + "Atlantis,CHN,M,850511,2024,75\n");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("t.csv: 1 row read (", "); 1 set aside, which 'lodestone inspect' names").doesNotContain("another material");
    }

    @Test
    void statisticsOfNobodyAssessedAreSaidToBeOfOthers() throws IOException {
        CommandLineRun run = assess(HEADER + "KOR,CHN,M,850511,2024,75\nJPN,CHN,X,850511,2024,75\n");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEqualTo("lodestone: the rows of the material's codes are of Japan (not imports), South Korea, and none tells imports of an economy"
                + " assessed: the results hold no figure of these statistics" + System.lineSeparator());
    }

    @Test
    void nobodyIsAssessedForWhatItBuysFromItselfOrFromItsMembers() {
        assertThat(CommandLineRun.of("assess", "--watch", "JPN").out()).contains("\nKOR,").doesNotContain("\nJPN,");

        CommandLineRun itself = CommandLineRun.of("assess", "--watch", "JPN", "--ally", "KOR,JPN");
        assertThat(itself.exitCode()).isEqualTo(2);
        assertThat(itself.err()).contains("Japan cannot be assessed for what it buys from itself: leave it out, or --watch another supplier");
        assertThat(CommandLineRun.of("assess", "--watch", "DEU", "--ally", "EUU").err())
                .contains("European Union cannot be assessed for what it buys from Germany, one of its members:");
    }

    /** Added up apart from the rows of data/trade: USD 1,849,660,495 from outside, of it 1,244,034,097 from China. */
    @Test
    void theG7IsMeasuredAsOneBuyer() {
        CommandLineRun run = CommandLineRun.of("assess", "--ally", "G7");

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("G7,rare-earths,magnet,,2024,import-value,,value,1849660495,1849660495,1849660495,USD,ok,")
                .contains("G7,rare-earths,magnet,,2024,supplier-share,CHN,value,0.672574,0.672574,0.672574,1,ok,")
                .contains("G7,rare-earths,magnet,,2024,supplier-share,CHN,weight,0.75155,0.75155,0.75155,1,ok,")
                .doesNotContain("2024,supplier-share,DEU,");
    }

    /** Added up apart from the rows of data/trade: 39,204,639 of 53,204,102 kg; the years before 2023 hold 18 partners. */
    @Test
    void yearsAreAddedUpAsPublishersDo() {
        CommandLineRun run = CommandLineRun.of("assess", "--ally", "USA", "--codes", "2846", "--years", "2020..2023");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("USA,rare-earths,compound,2846,2020-01/2023-12,import-weight,,weight,,53204102,,kg,bounded,")
                .contains("USA,rare-earths,compound,2846,2020-01/2023-12,supplier-share,CHN,weight,,,0.736872,1,bounded,")
                .doesNotContain("magnet");
        assertThat(run.err()).contains("Adds up what several publishers tell: UN Comtrade, USITC DataWeb").contains("Valuations differ inside the sum: CIF, CUSTOMS");
    }

    @Test
    void sumsThatCannotBeMeantAreRefusedWithTheReason() {
        assertThat(CommandLineRun.of("assess", "--codes", "2846,284690").err()).contains("--codes: code 284690 is within 2846: its goods would count twice");
        assertThat(CommandLineRun.of("assess", "--codes", "earths").err()).contains("--codes: 'earths' is no customs code: 2 to 12 digits, such as 2846 or 2846.90");
        CommandLineRun backwards = CommandLineRun.of("assess", "--years", "2023..2020");
        assertThat(backwards.exitCode()).isEqualTo(2);
        assertThat(backwards.err()).contains("'2023..2020' is no run of years: --years takes the first and the last, such as 2020..2023");
    }

    @Test
    void aYearThatWasNotOverIsLeftOutAndNamed() throws IOException {
        CommandLineRun run = assess(HEADER + "JPN,CHN,M,850511,2024,70\nJPN,CHN,M,850511,9931,70\nJPN,CHN,M,850511,2131,70\n");

        assertThat(run.err()).contains("lodestone: nothing is told of 2131, on record, first by t.csv:4: not over on ", ", the day of the results");
        assertThat(run.out()).contains(",2024,").doesNotContain("2131");
        assertThat(assess(HEADER + "JPN,CHN,M,850511,2024,70\n").err()).doesNotContain("not over");
    }

    /** The hidden sheet stands behind the other, and what is read later counts where two tell the same flow. */
    @Test
    void aSheetThatShowsWhatItHoldsGoesBeforeAHiddenOne() throws IOException {
        Path file = folder.resolve("t.xlsx");
        try (Workbook workbook = new XSSFWorkbook(); OutputStream out = Files.newOutputStream(file)) {
            for (String[] sheet : new String[][] {{"Data", "700", "300"}, {"Old", "500", "400"}}) {
                Sheet rows = workbook.createSheet(sheet[0]);
                String text = HEADER + "JPN,CHN,M,850511,2024," + sheet[1] + "\nJPN,VNM,M,850511,2024," + sheet[2] + "\n";
                for (String line : text.split("\n")) {
                    Row row = rows.createRow(rows.getPhysicalNumberOfRows());
                    for (String cell : line.split(",")) {
                        row.createCell(Math.max(0, row.getLastCellNum())).setCellValue(cell);
                    }
                }
            }
            workbook.setSheetVisibility(1, SheetVisibility.HIDDEN);
            workbook.write(out);
        }
        CommandLineRun run = CommandLineRun.of("assess", "--trade", file.toString(), "--ally", "JPN");

        assertThat(run.out()).contains("2024,import-value,,value,1000,1000,1000,USD");
    }

    private CommandLineRun assess(String content) throws IOException {
        Path table = Files.writeString(folder.resolve("t.csv"), content);
        return CommandLineRun.of("assess", "--trade", table.toString(), "--ally", "JPN");
    }
}
