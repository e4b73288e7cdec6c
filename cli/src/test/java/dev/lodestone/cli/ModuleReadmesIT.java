package dev.lodestone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each module is used alone: the example of its README runs against its packaged jar and no other module than it declares, on the class path and on the module path. */
class ModuleReadmesIT {

    private static final Pattern EXAMPLE = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern CLASS_NAME = Pattern.compile("public class (\\w+)");
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    @Test
    void modelMeasuresWithNothingButItsOwnJar() throws Exception {
        String printed = run("model", List.of(jar("model")));

        assertThat(printed).contains("China by value").contains("value=OptionalDouble[0.7], low=OptionalDouble[0.7], high=OptionalDouble[0.8]");
    }

    @Test
    void ingestReadsWithTheModelAndItsLibraries() throws Exception {
        List<Path> classPath = new ArrayList<>(List.of(jar("ingest"), jar("model")));
        classPath.addAll(libraries());

        String printed = run("ingest", classPath, ROOT.resolve("data/trade/compounds-2846-allies-2023.csv").toString());

        assertThat(printed).contains("tidy, 151 of 151 rows kept, 0 set aside").contains("JPN M CHN 2846 2023");
    }

    @Test
    void ingestAddsUpWithoutKeepingRows() throws Exception {
        List<Path> classPath = new ArrayList<>(List.of(jar("ingest"), jar("model")));
        classPath.addAll(libraries());

        String printed = run("ingest", 1, classPath, ROOT.resolve("data/trade/compounds-2846-allies-2023.csv").toString());

        assertThat(printed).contains("151 of 151 rows kept").containsPattern("(?m)^2846 USD \\d");
    }

    /** What is compiled and run above is each of them: one more in a README is one more test. */
    @Test
    void everyExampleOfTheReadmesIsTried() throws IOException {
        for (String module : List.of("model", "ingest", "report")) {
            assertThat(EXAMPLE.matcher(Files.readString(ROOT.resolve(module).resolve("README.md"))).results().count())
                    .as(module)
                    .isEqualTo(module.equals("ingest") ? 2 : 1);
        }
    }

    @Test
    void reportWritesPagesWithTheModelAndItsLibraries() throws Exception {
        List<Path> classPath = new ArrayList<>(List.of(jar("report"), jar("model")));
        classPath.addAll(libraries());

        run("report", classPath, folder.toString());

        assertThat(Files.readString(folder.resolve("mine.html"))).contains("Seven tenths of our magnets come from China");
        assertThat(Files.readAllBytes(folder.resolve("mine.pdf"))).startsWith("%PDF-1.7".getBytes(StandardCharsets.US_ASCII));
    }

    private String run(String module, List<Path> classPath, String... arguments) throws IOException, InterruptedException {
        return run(module, 0, classPath, arguments);
    }

    private String run(String module, int which, List<Path> classPath, String... arguments) throws IOException, InterruptedException {
        List<String> examples = EXAMPLE.matcher(Files.readString(ROOT.resolve(module).resolve("README.md"))).results().map(found -> found.group(1)).toList();
        assertThat(examples).as("examples in Java in " + module + "/README.md").hasSizeGreaterThan(which);
        Matcher name = CLASS_NAME.matcher(examples.get(which));
        assertThat(name.find()).isTrue();
        Path source = Files.writeString(folder.resolve(name.group(1) + ".java"), examples.get(which));
        Path output = folder.resolve("output.txt");
        String jars = classPath.stream().map(Path::toString).collect(Collectors.joining(System.getProperty("path.separator")));
        String onModulePath = started(output, List.of("-p", jars, "--add-modules", "ALL-MODULE-PATH", source.toString()), arguments);
        String onClassPath = started(output, List.of("-cp", jars, source.toString()), arguments);
        assertThat(onModulePath).as("on the module path").isEqualTo(onClassPath);
        return onClassPath;
    }

    private static String started(Path output, List<String> options, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Djava.awt.headless=true"));
        command.addAll(options);
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        String printed = Files.readString(output);
        assertThat(process.exitValue()).as(printed).isZero();
        return printed;
    }

    private static Path jar(String module) throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve(module).resolve("target"))) {
            return files.filter(f -> f.getFileName().toString().matches("lodestone-" + module + "-[0-9.]+\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no packaged jar of " + module));
        }
    }

    /** The libraries of the packaged application, without Lodestone's own jars and without the logging back end, which is a host's own affair. */
    private static List<Path> libraries() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target", "application", "lib").toAbsolutePath())) {
            return files.filter(f -> !f.getFileName().toString().matches("(lodestone-|slf4j-nop-).*")).sorted().toList();
        }
    }
}
