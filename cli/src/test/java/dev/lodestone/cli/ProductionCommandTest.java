package dev.lodestone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables that a survey publishes become rows of a register, and figures. All figures are made up. */
class ProductionCommandTest {

    private static final String SALIENT = """
            DataSource,Commodity,Year,USprod_Primary_kg,Imports_Metal_kg,NIR_pct
            MCS2025,Gallium,2023,--,"8,890",>95
            MCS2025,Gallium,2024,—,19000,100
            """;

    @TempDir
    private Path folder;

    private Path registers;

    @BeforeEach
    void copyRegisters() throws IOException {
        registers = folder.resolve("registers");
        Path shipped = Path.of("..", "data", "registers");
        try (Stream<Path> files = Files.walk(shipped)) {
            for (Path file : files.toList()) {
                Path copy = registers.resolve(shipped.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }

    @Test
    void printsRowsOfTheRegisterAndTellsWhatBecameOfTheFile() throws IOException {
        CommandLineRun run = CommandLineRun.of("production", "--material", "gallium", write("salient.csv", SALIENT));

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines()).containsExactly(
                "series,economy,stage,scope,year,text,unit,edition,source,confidence,notes",
                source("production,USA,metal,primary,2023,0,kg,", 2, "\"Nil, printed as --\""),
                source("imports,USA,metal,metal,2023,8890,kg,", 2, ""),
                source("net-import-reliance,USA,metal,gallium,2023,>95,% of apparent consumption,", 2, ""),
                source("production,USA,metal,primary,2024,0,kg,", 3, "\"Nil, printed as —\""),
                source("imports,USA,metal,metal,2024,19000,kg,", 3, ""),
                source("net-import-reliance,USA,metal,gallium,2024,100,% of apparent consumption,", 3, ""));
        assertThat(oneLine(run.err())).contains(
                "salient.csv: usgs-mcs-salient; rows read 2 = kept 2 + out of scope 0 + set aside 0",
                "6 rows: 2 imports, 2 net-import-reliance, 2 production");
    }

    private static String source(String row, int line, String notes) {
        return row + "MCS2025,\"USGS Mineral Commodity Summaries, data release MCS2025, salient.csv:" + line + "\",verified," + notes;
    }

    @Test
    void addedRowsReachTheMeasuresAndAreAddedOnce() throws IOException {
        String file = write("salient.csv", SALIENT);

        CommandLineRun added = CommandLineRun.of("production", "--material", "gallium", "--registers", registers.toString(), "--add", file);
        CommandLineRun again = CommandLineRun.of("production", "--material", "gallium", "--registers", registers.toString(), "--add", file);
        CommandLineRun assessed = CommandLineRun.of(
                "assess", "--material", "gallium", "--registers", registers.toString(), "--ally", "USA", "--format", "csv");

        assertThat(oneLine(added.out())).contains("6 rows to " + registers.resolve("gallium").resolve("production.csv"));
        assertThat(oneLine(again.out())).contains("0 rows to ", "6 figures stand there already");
        assertThat(assessed.out().lines().filter(line -> line.contains(",net-import-reliance,"))).containsExactly(
                "USA,gallium,metal,,2023,net-import-reliance,,weight,,0.95,1,1,bounded,\"published as more than 95%; gallium, MCS2025\"",
                "USA,gallium,metal,,2024,net-import-reliance,,weight,1,0.995,1,1,bounded,\"gallium, MCS2025\"");
    }

    /** A register replaces the shipped one of its name: one with the new rows alone would take the others from every measure. */
    @Test
    void aFolderLaidOverTheShippedRegistersKeepsTheirRowsBesideThoseAdded() throws IOException {
        Path own = folder.resolve("own");
        String file = write("salient.csv", "DataSource,Commodity,Year,USprod_t,NIR_pct\nMCS2027,Rare earths,2026,50000,60\n");
        List<String> shipped = Files.readAllLines(registers.resolve("rare-earths").resolve("production.csv"));

        CommandLineRun added = CommandLineRun.of("production", "--registers", own.toString(), "--stage", "ore", "--add", file);
        CommandLineRun again = CommandLineRun.of("production", "--registers", own.toString(), "--stage", "ore", "--add", file);

        assertThat(added.exitCode()).as(added.err()).isZero();
        assertThat(oneLine(added.out())).contains("2 rows to ", "copied " + (shipped.size() - 1) + " shipped rows");
        assertThat(oneLine(again.out())).contains("0 rows to ").doesNotContain("copied");
        List<String> rows = Files.readAllLines(own.resolve("rare-earths").resolve("production.csv"));
        assertThat(rows).startsWith(shipped.toArray(String[]::new)).hasSize(shipped.size() + 2);
        List<String> reliance = reliance();
        assertThat(reliance).isNotEmpty();
        assertThat(reliance("--registers", own.toString())).containsAll(reliance);
    }

    @Test
    void nothingToAddMakesNoRegister() throws IOException {
        Path own = folder.resolve("own");
        String file = write("salient.csv", "DataSource,Commodity,Year,USprod_kg,NIR_pct\nMCS2027,Gallium,2026,0,100\n");

        CommandLineRun run = CommandLineRun.of("production", "--registers", own.toString(), "--add", file);

        assertThat(oneLine(run.out())).contains("0 rows to ", "2 figures of other commodities: Gallium");
        assertThat(own).doesNotExist();
    }

    private static List<String> reliance(String... options) {
        String[] words = Stream.concat(Stream.of("assess", "--ally", "USA", "--as-of", "2027-03-01"), Stream.of(options)).toArray(String[]::new);
        return CommandLineRun.of(words).out().lines().filter(line -> line.contains(",net-import-reliance,") && !line.contains(",not-computable,")).toList();
    }

    @Test
    void aFigureThatDiffersFromTheRegistersIsToldAndNotAdded() throws IOException {
        CommandLineRun.of("production", "--material", "gallium", "--registers", registers.toString(), "--add", write("salient.csv", SALIENT));

        CommandLineRun run = CommandLineRun.of(
                "production", "--material", "gallium", "--registers", registers.toString(), "--add",
                write("later.csv", SALIENT.replace("2024,—,19000,100", "2024,—,19000,97")));

        assertThat(oneLine(run.out())).contains(
                "net-import-reliance, USA, metal, gallium, 2024, MCS2025: 97 (later.csv:3), where gallium/production.csv:7 has 100; not added");
        assertThat(Files.readString(registers.resolve("gallium").resolve("production.csv"))).doesNotContain(",97,");
    }

    @Test
    void takesTheMaterialsCommodityAndItsPartsFromATableOfAll() throws IOException {
        String table = write("MCS2026_Commodities_Data.csv", """
                MCS chapter,Section,Commodity,Country,Statistics,Statistics_detail,Unit,Year,Value,Notes
                RARE EARTHS,US,Rare Earths,United States,Net import reliance,Net import reliance as a percentage of apparent consumption: Compounds and metals,percent,2025,66,Estimated.
                RARE EARTHS (Heavy),US,Rare Earths (Heavy),United States,Net import reliance,"Net import reliance as a percentage of apparent consumption, compounds and metals",percent,2027,100,Estimated.
                GALLIUM,US,Gallium,United States,Net import reliance,Net import reliance as a percentage of apparent consumption,percent,2025,100,
                RARE EARTHS,World,Rare Earths,China,Production,Mine production,metric tons,2027,"290,000",
                """);

        CommandLineRun refused = CommandLineRun.of("production", table);
        CommandLineRun run = CommandLineRun.of("production", "--edition", "MCS2026", "--counted", "REO", table);

        assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(refused.err()).contains("MCS2026_Commodities_Data.csv:2: the file does not say its edition; --edition names it");
        assertThat(run.out().lines().skip(1).map(line -> line.substring(0, line.indexOf(",\"USGS")))).containsExactly(
                "net-import-reliance,USA,compound,\"rare earths (heavy), compounds and metals\",2027,100,% of apparent consumption,MCS2026",
                "mine-production,CHN,ore,mine production,2027,290000,t REO,MCS2026");
        assertThat(oneLine(run.err())).contains("compounds and metals, 2025, MCS2026: 66", "1 figures of other commodities: Gallium");
    }

    @Test
    void refusesFilesWithoutSuchFiguresAndShippedRegistersAreNotChanged() throws IOException {
        String trade = write("t.csv", "reporter,partner,flow,commodity,period,value\nJPN,CHN,M,2846,2023,1\n");

        assertThat(CommandLineRun.of("production", trade).exitCode()).isEqualTo(ExitCode.INPUT_REFUSED);
        assertThat(CommandLineRun.of("production", "--add", trade).err()).contains("--add needs --registers DIR");
    }

    private static String oneLine(String page) {
        return page.replaceAll("\\s+", " ");
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
