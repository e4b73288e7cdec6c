package dev.lodestone.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * Runs what users run most, so that the archive of loaded classes that the launcher makes at the end of this process holds what they
 * need: {@code Training FOLDER}; or only what is run over large files, {@code Training FOLDER large}, or for figures alone, {@code Training
 * FOLDER figures}, since all of an archive takes memory.
 * Prints nothing; what it writes goes to the folder given.
 */
final class Training {

    /** Rows that make a file large enough to be scanned. */
    private static final int ROWS = 10_000;

    private Training() {}

    public static void main(String[] args) throws IOException {
        String[][] commandLines = switch (args.length > 1 ? args[1] : "") {
            case "large" -> onLargeFile(Path.of(args[0]));
            case "figures" -> onFigures(Path.of(args[0]));
            default -> onAll(args[0]);
        };
        try (PrintWriter nowhere = new PrintWriter(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            Clock day = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
            for (String[] commandLine : commandLines) {
                new Application(nowhere, nowhere, day).run(commandLine);
            }
        }
    }

    private static String[][] onAll(String folder) {
        return new String[][] {
            {"--help"}, {"--version"}, {"assess", "--as-of", "2026-01-01"}, {"brief", "--as-of", "2026-01-01", "--out", folder}
        };
    }

    private static String[][] onFigures(Path folder) throws IOException {
        return new String[][] {{"assess", "--as-of", "2026-01-01"}, onLargeFile(folder)[0]};
    }

    private static String[][] onLargeFile(Path folder) throws IOException {
        StringBuilder text = new StringBuilder("reporter,partner,flow,commodity,period,value,net_weight_kg\n");
        for (int row = 0; row < ROWS; row++) {
            text.append("JPN,CHN,M,").append(row % 100 == 0 ? 280_530 : 100_000 + row).append(",2023,").append(row).append(".5,1\n");
        }
        String file = Files.writeString(Files.createDirectories(folder).resolve("large.csv"), text).toString();
        return new String[][] {
            {"inspect", "--commodity", "280530", file},
            {"assess", "--trade", file, "--as-of", "2026-01-01"}
        };
    }
}
