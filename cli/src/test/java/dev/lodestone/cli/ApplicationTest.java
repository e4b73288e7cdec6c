package dev.lodestone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ApplicationTest {

    @TempDir
    private Path folder;

    @Test
    void helpIsAsWideAsColumnsAsksWithinReason() {
        assertThat(Terminal.width("60")).hasValue(60);
        assertThat(Terminal.width("20")).as("no room beside the options").hasValue(55);
        assertThat(Terminal.width("9999")).hasValue(160);
        for (String nothing : new String[] {"", "0", "-80", "wide", "99999"}) {
            assertThat(Terminal.width(nothing)).as("%s", nothing).isEmpty();
        }
    }

    @Test
    void tellsItsVersionOnStdout() {
        CommandLineRun run = CommandLineRun.of("--version");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("Lodestone ").contains("Java ");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void helpNamesCommandsAndExitCodes() {
        CommandLineRun run = CommandLineRun.of("--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("Usage: lodestone", "inspect", "--config=FILE", "Exit codes:", "the input is refused");
    }

    @Test
    void everyCommandShowsAnExampleInItsHelp() {
        CommandLine commands = new Application(new PrintWriter(Writer.nullWriter()), new PrintWriter(Writer.nullWriter()), CommandLineRun.TODAY).commands();

        assertThat(commands.getSubcommands()).isNotEmpty();
        commands.getSubcommands().forEach((name, command) -> {
            String help = command.getUsageMessage();
            assertThat(help).as(name).contains("Example", "lodestone " + name);
            assertThat(help.lines()).as(name).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
            assertThat(help).as("words of the library in the help on " + name).doesNotContainPattern("=<").doesNotContain("%%");
            assertThat(help.lines().dropWhile(line -> !line.startsWith("Example")).skip(1))
                    .as("examples that can be copied").allSatisfy(line -> assertThat(line).startsWith("  lodestone "));
            assertThat(command.getCommandSpec().usageMessage().description()).as(name).isNotEmpty();
        });
    }

    @Test
    void helpIsACommandToo() {
        assertThat(CommandLineRun.of("help", "brief")).isEqualTo(CommandLineRun.of("brief", "--help"));
        assertThat(CommandLineRun.of("help")).isEqualTo(CommandLineRun.of("--help"));
    }

    @Test
    void aMissingCommandIsAUsageErrorThatNamesThem() {
        CommandLineRun run = CommandLineRun.of();

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).startsWith("lodestone: Missing command: one of brief, inspect").contains("Try 'lodestone --help'.");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void anUnknownOptionIsNamedWithWhatMayHaveBeenMeant() {
        CommandLineRun run = CommandLineRun.of("inspect", "--formta", "json", "x.csv");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("Unknown option", "'--formta'", "--format", "Try 'lodestone inspect --help'.");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void anUnknownOptionBehindOneThatTakesSeveralValuesIsNoValue() {
        CommandLineRun run = CommandLineRun.of("assess", "--ally", "JPN", "--fromat", "csv");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("Unknown option", "'--fromat'", "--format", "Try 'lodestone assess --help'.");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void anUnknownCommandIsNamedWithWhatMayHaveBeenMeant() {
        CommandLineRun run = CommandLineRun.of("inspct");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("inspct", "inspect");
    }

    @Test
    void aConfigurationFileSuppliesOptionsAndTheCommandLineGoesBeforeIt() throws IOException {
        Path config = Files.writeString(folder.resolve("l.properties"), "format = json\n");
        Path table = Files.writeString(folder.resolve("t.csv"), "reporter,partner,flow,commodity,period,value\nDEU,CHN,M,850511,2024,5\n");

        assertThat(CommandLineRun.of("inspect", "--config", config.toString(), table.toString()).out()).startsWith("[");
        assertThat(CommandLineRun.of("inspect", "--config=" + config, "--format", "text", table.toString()).out()).doesNotStartWith("[");
    }

    @Test
    void aKeyThatNamesACommandGoesBeforeOneThatNamesNone() throws IOException {
        Path config = Files.writeString(folder.resolve("l.properties"), "format = text\ninspect.format = json\n");
        Path table = Files.writeString(folder.resolve("t.csv"), "reporter,partner,flow,commodity,period,value\nDEU,CHN,M,850511,2024,5\n");

        assertThat(CommandLineRun.of("inspect", "--config", config.toString(), table.toString()).out()).startsWith("[");
    }

    @Test
    void unknownKeysOfAConfigurationFileAreNamedTogether() throws IOException {
        Path config = Files.writeString(folder.resolve("l.properties"), "formt = json\noutt = x\nformat = json\n");

        CommandLineRun run = CommandLineRun.of("--config", config.toString(), "inspect", "x.csv");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).isEqualTo("lodestone: the configuration file " + config + " sets what is no option: formt (did you mean 'format'?), outt (did you mean 'out'?); "
                + "a key is an option's long name without dashes, alone or after a command's name, such as out or brief.out"
                + System.lineSeparator());
    }

    @Test
    void aConfigurationFileThatIsNotThereIsAUsageErrorThatNamesIt() {
        Path config = folder.resolve("none.properties");

        CommandLineRun run = CommandLineRun.of("inspect", "--config", config.toString(), "x.csv");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).isEqualTo("lodestone: cannot read the configuration file " + config + ": " + config + " does not exist"
                + System.lineSeparator());
    }

    @Test
    void aStackTraceIsShownOnlyForDebug() {
        String missing = folder.resolve("none.csv").toString();

        assertThat(CommandLineRun.of("inspect", missing).err()).doesNotContain("\tat ");
        assertThat(CommandLineRun.of("inspect", "--debug", missing).err()).contains("\tat dev.lodestone");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "brief --as-of 22.11.2026 | Invalid value for option '--as-of': '22.11.2026' is no day of the calendar written as year-month-day, such as 2026-11-21",
        "brief --as-of 2026-02-30 | Invalid value for option '--as-of': '2026-02-30' is no day of the calendar written as year-month-day, such as 2026-11-21",
        "schedule --cron x --zone berlin | Invalid value for option '--zone': 'berlin' is no time zone such as Europe/Berlin; did you mean 'Europe/Berlin'?",
        "schedule --cron x --zone Europe/Belrin | Invalid value for option '--zone': 'Europe/Belrin' is no time zone such as Europe/Berlin; did you mean 'Europe/Berlin'?",
        "explain hhi --basis vlaue | Invalid value for option '--basis': expected one of [VALUE, WEIGHT] (case-insensitive) but was 'vlaue'; did you mean 'VALUE'?",
        "brief --format html,pfd | Invalid value for option '--format' (FORMAT): expected one of [HTML, PDF, XLSX, CSV, JSON] (case-insensitive) but was 'pfd'; did you mean 'PDF'?",
        "schedule --cron x --keep many | Invalid value for option '--keep': 'many' is no whole number",
        "diff --figures -3 | Invalid value for option '--figures': '-3' is no whole number from 0 on",
        "schedule --cron x --webhook a^b | Invalid value for option '--webhook': 'a^b' is no address such as https://example.org/hook"
    })
    void aValueThatCannotBeReadIsToldInWordsAndNotByClasses(String line, String message) {
        CommandLineRun run = CommandLineRun.of(line.split(" "));

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).startsWith("lodestone: " + message + System.lineSeparator() + "Try 'lodestone ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "brief --ally JNP | JPN (Japan)", "brief --ally JPN,DUE | DEU (Germany)", "brief --watch CNH | CHN (China)", "brief --ally UK | GBR (United Kingdom)",
        "brief --ally EU | EUU (European Union)", "brief --ally JP | JPN (Japan)", "brief --ally JAN | JPN (Japan)", "brief --ally G8 | G7",
        "brief --ally Japna | JPN (Japan)", "schedule --cron 0_7_*_*_1 --ally JNP | JPN (Japan)",
        "schedule --cron 0_7_*_*_1 --material galium | 'gallium'", "assess --material galium | 'gallium'", "brief --lang fre | 'fr'",
        "commitments --status mett | 'met'", "brief --meeting 2026-12-14-g20-maimi | '2026-12-14-g20-miami'", "explain commitment EU-CRMA-SNGLE | 'EU-CRMA-SINGLE'"
    })
    void aNameMistypedIsAnsweredWithTheOneThatWasMeantAndNothingIsMade(String line, String meant) {
        Path out = folder.resolve("out");
        List<String> words = new ArrayList<>(Arrays.stream(line.split(" ")).map(word -> word.replace('_', ' ')).toList());
        if (line.startsWith("brief") || line.startsWith("schedule")) {
            words.addAll(List.of("--out", out.toString()));
        }

        CommandLineRun run = CommandLineRun.of(words.toArray(String[]::new));

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err().strip()).endsWith("; did you mean " + meant + "?");
        assertThat(out).doesNotExist();
    }

    /** Java takes an empty path for the folder one is in: the statistics read would be whatever lies there. */
    @ParameterizedTest
    @CsvSource({"brief, --trade", "brief, --out", "brief, --registers", "assess, --layouts", "schedule, --watch-dir", "status, --out", "diff, --out"})
    void anEmptyPathAsAnUnsetVariableOfTheShellGivesItIsRefused(String command, String option) {
        for (String value : List.of("", " ")) {
            CommandLineRun run = CommandLineRun.of(command, option, value);

            assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
            assertThat(run.err()).contains("'" + option + "'", "names no file or folder");
        }
    }

    @Test
    void aFolderOfDriversThatIsNotThereIsRefusedAsAnyOtherInput() {
        CommandLineRun run = CommandLineRun.of("brief", "--drivers", "/no/such/folder");

        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT_REFUSED);
        assertThat(run.err().strip()).isEqualTo("lodestone: /no/such/folder: the folder of drivers cannot be read");
    }

    @Test
    void aScheduleDoesNotOfferWhatItRefuses() {
        assertThat(CommandLineRun.of("schedule", "--help").out()).contains("--cron").doesNotContain("--as-of").doesNotContain("--fail-on");
        assertThat(CommandLineRun.of("schedule", "--cron", "0 7 * * 1", "--as-of", "2026-01-01").err().strip())
                .isEqualTo("lodestone: --as-of does not go with a schedule: each edition bears the day of its run");
    }

    @Test
    void noOptionOfOneNameMeansTwoThings() {
        CommandLine commands = new Application(new PrintWriter(Writer.nullWriter()), new PrintWriter(Writer.nullWriter()), CommandLineRun.TODAY).commands();

        commands.getSubcommands().forEach((name, command) -> command.getCommandSpec().options().forEach(option ->
                assertThat(Arrays.stream(option.names()).filter(n -> n.startsWith("--"))).as(name + " " + option).isNotEmpty()));
    }
}
