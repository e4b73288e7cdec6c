package dev.lodestone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
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
        Path output = folder.resolve("stdout");
        List<String> command = new ArrayList<>(List.of("sh", Path.of("target", "application", "bin", "lodestone").toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(folder.resolve("stderr").toFile());
        builder.environment().put("LODESTONE_JAVA", System.getProperty("java.home"));
        builder.environment().remove("LODESTONE_JAVA_OPTS");
        Process process = builder.start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(folder.resolve("stderr"))).isZero();
        return output;
    }
}
