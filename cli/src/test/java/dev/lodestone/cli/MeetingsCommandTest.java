package dev.lodestone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeetingsCommandTest {

    private static final String MIAMI = "2026-12-14-g20-miami";

    @TempDir
    private Path folder;

    @Test
    void listsTheMeetingsToComeWithTheAlliesThatTakePart() {
        CommandLineRun run = CommandLineRun.of("meetings");

        assertThat(run.exitCode()).isZero();
        // Rows that are added to the register, of allies and of meetings, stand beside these.
        assertThat(run.out().lines()).containsSubsequence("2026-12-14 " + MIAMI + " (unverified)", "    G20 summit in Miami");
        assertThat(run.out()).containsPattern("(?m)^    CAN FRA DEU ITA JPN GBR USA EUU AUS IND KOR MEX").containsPattern("\\d+ meetings? from 2026-11-21 on\n$");
    }

    @Test
    void listsThoseThatAreOverTooWhereAsked() {
        CommandLineRun run = CommandLineRun.of("meetings", "--all", "--format", "csv");

        assertThat(run.out().lines()).contains("id,date,title,participants,confidence,source");
        assertThat(run.out()).contains(
                "\n2026-01-12-washington-finance,2026-01-12,Finance ministers in Washington,CAN|FRA|DEU|ITA|JPN|GBR|USA|EUU|AUS|IND|KOR|MEX,verified,\"Devdiscourse, 2026-01-13; ",
                "\n2026-11-18-apec-shenzhen,2026-11-18,APEC leaders in Shenzhen,,unverified,");
    }

    @Test
    void programsReadThemAsJsonWithTheirSource() throws IOException {
        String toCome = CommandLineRun.of("meetings", "--format", "json").out();
        assertThat(toCome).startsWith("[").endsWith("]\n")
                .contains("\"id\" : \"" + MIAMI + "\"", "\"date\" : \"2026-12-14\"", "\"firstDay\" : \"2026-12-14\"", "\"confidence\" : \"unverified\"")
                .containsPattern("\"participants\" : \\[\\s+\"CAN\",\\s+\"FRA\"").doesNotContain("washington");
        assertThat(CommandLineRun.of("meetings", "--all", "--format", "json").out())
                .contains("\"id\" : \"2026-01-12-washington-finance\"").doesNotContain("\"source\" : \"\"");
        List<String> fields = Pattern.compile("(?m)^    \"(\\w+)\" : ").matcher(toCome).results().map(m -> "`" + m.group(1) + "`").distinct().toList();
        assertThat(fields).hasSize(10);
        assertThat(Files.readString(Path.of("../docs/EDITION.md"))).contains(fields);
    }

    @Test
    void questionsAreAskedWholeInTheReadersLanguage() throws IOException {
        Path trade = Files.writeString(folder.resolve("t.csv"), "reporter,partner,flow,commodity,period,value\nJPN,CHN,M,850511,2024,75\nJPN,VNM,M,850511,2024,25\n");
        CommandLineRun run = CommandLineRun.of(
                "brief", "--trade", trade.toString(), "--meeting", MIAMI, "--lang", "de", "--format", "html", "--out", folder.resolve("out").toString());

        assertThat(run.err()).isEmpty();
        String page = Files.readString(folder.resolve("out/editions/2026-11-21/meeting.html"));
        assertThat(page).as("what is missing, and units").contains("Es fehlt: Kapazität", "t/Jahr, \u201e").doesNotContain("t/year")
                .doesNotContainPattern("Es fehlt: (The|A|Which|Yearly|Output|Purchases) ");
    }

    @Test
    void anUnknownMeetingIsRefusedWithThoseToCome() {
        CommandLineRun run = CommandLineRun.of("brief", "--meeting", "g21", "--out", folder.resolve("out").toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err().strip()).startsWith("lodestone: no meeting 'g21' in the register of events; to come: ")
                .contains(MIAMI + " (G20 summit in Miami, 2026-12-14)");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aMeetingThatIsOverIsRefusedWithItsDay() {
        CommandLineRun run = CommandLineRun.of("brief", "--meeting", "2026-01-12-washington-finance", "--out", folder.resolve("out").toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("was on 2026-01-12, before 2026-11-21 (--as-of takes an earlier day)");
    }

    @Test
    void aMeetingWithoutAKnownAllyNeedsToBeToldWhomToBrief() {
        CommandLineRun run = CommandLineRun.of(
                "brief", "--meeting", "2026-11-18-apec-shenzhen", "--as-of", "2026-11-01", "--out", folder.resolve("out").toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("the register names no ally that takes part in '2026-11-18-apec-shenzhen'; --ally says whom to brief");
    }

    @Test
    void anEditionForAMeetingHoldsWhatToAskTheParticipants() throws IOException {
        Path table = Files.writeString(
                folder.resolve("t.csv"), "reporter,partner,flow,commodity,period,value\nJPN,CHN,M,850511,2024,75\nJPN,VNM,M,850511,2024,25\n");

        CommandLineRun run = CommandLineRun.of("brief", "--trade", table.toString(), "--meeting", "2025-12-08-g7-finance", "--as-of", "2025-12-01",
                "--format", "html,pdf", "--out", folder.resolve("out").toString());

        assertThat(run.err()).isEmpty();
        Path edition = folder.resolve("out/editions/2025-12-01");
        assertThat(edition.resolve("meeting.pdf")).isNotEmptyFile();
        assertThat(edition.resolve("MEX.html")).as("reviewed with Mexico").isNotEmptyFile();
        assertThat(edition.resolve("EUU.html")).as("the Union is not named").doesNotExist();
        assertThat(Files.readString(edition.resolve("meeting.html")))
                .contains("G7 finance ministers, online: what to ask")
                .contains("Since “G7 energy ministers in Toronto” (31 October 2025) the participants have made")
                .contains("Bring China");
        assertThat(Files.readString(edition.resolve("index.html"))).contains("href=\"meeting.html\"");
        assertThat(Files.readString(edition.resolve("manifest.json"))).contains("\"meeting\" : \"2025-12-08-g7-finance\"");
    }

    @Test
    void theMeetingsPageTellsWhatMovedInFiguresAndSinceTheEditionThatStoodWhenTheyMet() throws IOException {
        Path table = folder.resolve("t.csv");
        String header = "reporter,partner,flow,commodity,period,value\n";
        String before = "JPN,CHN,M,850511,2023,60\nJPN,VNM,M,850511,2023,40\nDEU,CHN,M,850511,2023,70\nDEU,VNM,M,850511,2023,30\n";
        String then = "JPN,CHN,M,850511,2024,75\nJPN,VNM,M,850511,2024,25\nDEU,CHN,M,850511,2024,70\nDEU,VNM,M,850511,2024,30\n";
        Files.writeString(table, header + before);
        publish(table, "--as-of", "2026-01-12");
        Files.writeString(table, header + before + then);
        publish(table, "--as-of", "2026-05-02");

        publish(table, "--meeting", MIAMI);

        String page = Files.readString(folder.resolve("out/editions/2026-11-21/meeting.html"));
        assertThat(page)
                .as("the edition of the day on which they met, not the newest").contains("What changed since the edition of 12 January 2026")
                .contains("First figures for permanent magnets, 2024. China’s share by value: Germany\u00a070.0%, Japan\u00a075.0%.")
                .contains("China’s share of permanent magnets has since 2023 risen for 1 and moved less than half a point for 1"
                        + " (by value, 2024). Full figures end in 2024: none tells of the time since that meeting.")
                .contains("14 December 2026 (date not confirmed). 2 of the economies briefed take part: Germany, Japan.")
                .contains("60.0 (2023)").contains("75.0 (2024)").contains("+15.0");
        assertThat(page).as("one sentence for all that a promise binds").containsOnlyOnce("now “Outcome unknown”, until then “Open”. Due 31 August 2026");
    }

    @Test
    void withoutAnEditionOfThatTimeTheNewestIsComparedWith() throws IOException {
        Path table = Files.writeString(folder.resolve("t.csv"), "reporter,partner,flow,commodity,period,value\nJPN,CHN,M,850511,2024,75\nJPN,VNM,M,850511,2024,25\n");
        publish(table, "--as-of", "2026-05-02");

        publish(table, "--meeting", MIAMI);

        assertThat(Files.readString(folder.resolve("out/editions/2026-11-21/meeting.html"))).contains("What changed since the edition of 2 May 2026");
    }

    private void publish(Path table, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "brief", "--trade", table.toString(), "--ally", "DEU,JPN", "--format", "html,csv", "--out", folder.resolve("out").toString()));
        arguments.addAll(List.of(more));
        CommandLineRun run = CommandLineRun.of(arguments.toArray(String[]::new));
        assertThat(run.err()).isEmpty();
    }
}
