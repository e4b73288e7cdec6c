package dev.lodestone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The packaged application as its script starts it: what it prints is the command's answer and nothing of the JVM's. */
@DisabledOnOs(OS.WINDOWS)
class LauncherIT {

    private static final String HEADER =
            "reporter,partner,flow,classification,commodity,period,value,currency,net_weight_kg,valuation,coverage,source";

    @TempDir
    Path folder;

    @Test
    void theAnswerAboutALargeFileIsJsonFromTheFirstByteToTheLast() throws Exception {
        Path large = large(9 << 20);

        Path output = run("inspect", "--commodity", "850511", "--format", "json", large.toString());

        assertThat(Files.readString(output)).startsWith("[\n").endsWith("]\n").contains("\"verdict\" : \"complete\"");
        assertThat(folder.resolve("stderr")).isEmptyFile();
    }

    @Test
    void theAssessmentOfALargeFileBeginsWithItsHeader() throws Exception {
        Path output = run("assess", "--trade", large(9 << 20).toString(), "--ally", "AUS");

        assertThat(Files.readAllLines(output).getFirst()).startsWith("economy,material,stage,");
    }

    @Test
    void aBriefingFromALargeFileSaysWhereItIsAndNothingElse() throws Exception {
        Path application = copied(folder.resolve("application"));
        run(application, Map.of("LODESTONE_TRAIN", "1"), List.of());
        List<String> command = List.of(
                "brief", "--trade", large(9 << 20).toString(), "--ally", "AUS", "--format", "csv", "--as-of", "2026-01-01", "--out", folder.resolve("out").toString());

        Path output = run(application, Map.of(), command);

        assertThat(Files.readString(output)).isEqualTo("published " + folder.resolve("out/editions/2026-01-01") + System.lineSeparator());
        assertThat(folder.resolve("stderr")).isEmptyFile();
        // From a cache, or not: the same bytes.
        assertThat(Files.readString(run(application, Map.of("LODESTONE_JAVA_OPTS", "-Xmx90m"), command))).startsWith("unchanged ");
    }

    /** What a start is made faster by must change nothing, whatever the heap, and must not be missed when it is damaged. */
    @Test
    void answersFromItsCachesAreThoseWithoutThem() throws Exception {
        Path application = copied(folder.resolve("application"));
        Path large = large(9 << 20);
        Path small = Files.writeString(folder.resolve("small.csv"), HEADER + "\nAUS,CHN,M,HS2022,850511,2023,1000,USD,50,CIF,complete,made up\n");
        List<List<String>> commands = new ArrayList<>();
        for (Path file : List.of(large, small)) {
            commands.add(List.of("inspect", "--commodity", "850511", file.toString()));
            commands.add(List.of("assess", "--trade", file.toString(), "--ally", "AUS", "--as-of", "2026-01-01"));
        }
        commands.add(List.of("--version"));
        List<String> answers = answers(application, commands, "");

        run(application, Map.of("LODESTONE_TRAIN", "1"), List.of());

        assertThat(application.resolve("startup")).isNotEmptyDirectory();
        for (String options : List.of("", "-Xmx48m", "-Xms8m -Xmn4m", "-Xms8m", "-Xmn600m", "-XX:+UseG1GC", "-Dsome=thing")) {
            assertThat(answers(application, commands, options)).as("with options '" + options + "'").isEqualTo(answers);
        }
        Path moved = Files.move(application, folder.resolve("moved"));
        assertThat(answers(moved, commands, "")).as("moved, with nothing where the caches were made").isEqualTo(answers);
        Files.move(moved, application);
        try (Stream<Path> caches = Files.list(application.resolve("startup"))) {
            for (Path cache : caches.filter(each -> !each.endsWith("made-at")).toList()) {
                Files.write(cache, Arrays.copyOf(Files.readAllBytes(cache), 1 << 16));
            }
        }
        assertThat(answers(application, commands, "")).as("with caches cut short").isEqualTo(answers);
    }

    @Test
    void aHeapThatIsTooSmallIsToldInWords() throws Exception {
        Path application = copied(folder.resolve("application"));
        run(application, Map.of("LODESTONE_TRAIN", "1"), List.of());

        assertThat(Files.readString(run(application, Map.of("LODESTONE_JAVA_OPTS", "-Xmx12m"), List.of("--version")))).startsWith("Lodestone ");
        Path output = run(4, application, Map.of("LODESTONE_JAVA_OPTS", "-Xmx12m"), List.of("brief", "--out", folder.resolve("out").toString()));

        assertThat(output).isEmptyFile();
        assertThat(Files.readString(folder.resolve("stderr"))).contains("lodestone: out of memory: Java may use 1", "-Xmx2g").doesNotContain("\tat ");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    /** As cron and containers start it: without a locale, Java would not find even its own classes in such a folder. */
    @Test
    void withoutALocaleItRunsFromAndReadsPathsOfAnyLetters() throws Exception {
        Path application = copied(folder.resolve("Größe 磁石's"));
        Path file = Files.writeString(folder.resolve("März 釹.csv"), HEADER + "\nAUS,CHN,M,HS2022,850511,2023,1000,USD,50,CIF,complete,made up\n");
        for (Map<String, String> environment : List.of(Map.of("LC_ALL", "C"), Map.of("LC_ALL", "", "LANG", "xx_XX.UTF-8"), Map.of("LC_ALL", "POSIX"))) {
            Path output = run(application, environment, List.of("inspect", file.toString()));

            assertThat(Files.readString(output)).as(environment.toString()).contains("März 釹.csv", "kept          1");
            assertThat(folder.resolve("stderr")).isEmptyFile();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void resultsThatAFullDiskDoesNotTakeAreAFailureAndThoseThatNobodyReadsOnAreNot() throws Exception {
        String application = Path.of("target", "application", "bin", "lodestone").toAbsolutePath().toString();
        for (String line : List.of("assess --ally AUS", "inspect --format json ../data/trade", "--help", "--version", "meetings")) {
            assertThat(shell("sh '" + application + "' " + line + " > /dev/full")).as(line).isEqualTo(ExitCode.FAILURE);
            assertThat(folder.resolve("stderr")).content().startsWith("lodestone: standard output does not hold all results: ");
        }

        assertThat(shell("{ sh '" + application + "' assess --ally AUS; echo $? > '" + folder.resolve("code") + "'; } | head -n 1")).isZero();
        assertThat(folder.resolve("code")).hasContent("0");
        assertThat(folder.resolve("stderr")).isEmptyFile();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFolderThatIsGoneUnderItsFeetIsAFailureInWordsAndNotTheEndOfTheJvm() throws Exception {
        String application = Path.of("target", "application", "bin", "lodestone").toAbsolutePath().toString();
        Path gone = Files.createDirectory(folder.resolve("gone"));

        assertThat(shell("cd '" + gone + "' && rmdir '" + gone + "' && sh '" + application + "' --version")).isEqualTo(ExitCode.FAILURE);

        assertThat(folder.resolve("stdout")).isEmptyFile();
        assertThat(folder.resolve("stderr")).content().contains("lodestone: the current folder is gone").doesNotContain("Error occurred during initialization");
    }

    private int shell(String line) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", line).redirectError(folder.resolve("stderr").toFile());
        builder.redirectOutput(folder.resolve("stdout").toFile());
        builder.environment().put("LODESTONE_JAVA", System.getProperty("java.home"));
        Process process = builder.start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }

    private List<String> answers(Path application, List<List<String>> commands, String options) throws IOException, InterruptedException {
        List<String> answers = new ArrayList<>();
        for (List<String> command : commands) {
            answers.add(Files.readString(run(application, Map.of("LODESTONE_JAVA_OPTS", options), command)));
            assertThat(folder.resolve("stderr")).as(command + " with options '" + options + "'").isEmptyFile();
        }
        return answers;
    }

    /** The application in a folder of its own, without what was made for starts. */
    private static Path copied(Path to) throws IOException {
        Path from = Path.of("target", "application").toAbsolutePath();
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(each -> !each.startsWith(from.resolve("startup"))).toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return to;
    }

    /** One row of magnets, and rows of another commodity until the file is large. */
    private Path large(int bytes) throws IOException {
        Path file = folder.resolve("large.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(HEADER + "\nAUS,CHN,M,HS2022,850511,2023,1000,USD,50,CIF,complete,made up\n");
            String other = ",M,HS2022,720000,2023,1000,USD,50,CIF,complete,made up\n";
            for (int row = 0; row * (other.length() + 7L) < bytes; row++) {
                out.write("AUS,CAN" + other);
            }
        }
        return file;
    }

    private Path run(String... arguments) throws IOException, InterruptedException {
        return run(Path.of("target", "application").toAbsolutePath(), Map.of(), List.of(arguments));
    }

    private Path run(Path application, Map<String, String> environment, List<String> arguments) throws IOException, InterruptedException {
        return run(0, application, environment, arguments);
    }

    private Path run(int exitCode, Path application, Map<String, String> environment, List<String> arguments) throws IOException, InterruptedException {
        Path output = folder.resolve("stdout");
        List<String> command = new ArrayList<>(List.of("sh", application.resolve("bin/lodestone").toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(folder.resolve("stderr").toFile());
        builder.environment().put("LODESTONE_JAVA", System.getProperty("java.home"));
        builder.environment().remove("LODESTONE_JAVA_OPTS");
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(arguments + ": " + Files.readString(folder.resolve("stderr"))).isEqualTo(exitCode);
        return output;
    }
}
