package dev.lodestone.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Runs what users run most, so that the archive of loaded classes that the launcher makes at the end of this process holds what they
 * need: {@code Training FOLDER}; or only what is run over large files, {@code Training FOLDER large}, or for figures alone, {@code Training
 * FOLDER figures}, since all of an archive takes memory, and what a cache remembers is compiled at each start.
 * Prints nothing; what it writes goes to the folder given.
 */
final class Training {

    /** Rows that make a file large enough to be scanned. */
    private static final int ROWS = 10_000;

    /** Rows after which the JVM knows, and a cache remembers, which methods a large file is worth compiling. */
    private static final int MANY_ROWS = 600_000;

    /** As many as tell every row of a file from the others, with partners and years: none is told twice, as in most files. */
    private static final int CODES = 5_000;

    private static final int FIRST_CODE = 100_000;
    private static final String WANTED = "1000";

    private static final List<String> PARTNERS = List.of("CHN", "USA", "DEU", "FRA", "AUS", "IND", "KOR", "GBR", "VNM", "MYS");
    private static final String HEADER = "reporter,partner,flow,commodity,period,value,net_weight_kg";

    private Training() {}

    public static void main(String[] args) throws IOException {
        String[][] commandLines = switch (args.length > 1 ? args[1] : "") {
            case "large" -> onLargeFile(Path.of(args[0]));
            case "figures" -> onFigures(Path.of(args[0]));
            default -> onAll(args[0]);
        };
        try (PrintWriter nowhere = new PrintWriter(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            // The rules of the machine's time zone, which a command without --as-of asks for, are read with classes of their own.
            Clock day = Clock.fixed(Instant.EPOCH, args.length > 1 && args[1].equals("large") ? ZoneOffset.UTC : new LocalClock().getZone());
            LocalDate.now(day);
            for (String[] commandLine : commandLines) {
                new Application(nowhere, nowhere, day).run(commandLine);
            }
        }
    }

    private static String[][] onAll(String folder) {
        return new String[][] {
            {"--help"}, {"--version"}, {"assess", "--as-of", "2026-01-01"},
            // Two allies need the classes of twelve.
            {"brief", "--as-of", "2026-01-01", "--ally", "JPN,EUU", "--out", folder}
        };
    }

    private static String[][] onFigures(Path folder) throws IOException {
        return new String[][] {{"assess", "--as-of", "2026-01-01"}, inspect(folder.resolve("small.csv"), ROWS, "")};
    }

    /**
     * Cells as they are and in quotes are told apart by different methods; so are rows of wanted commodities and all rows. None of what only
     * figures need: each class takes memory.
     */
    private static String[][] onLargeFile(Path folder) throws IOException {
        String[] plain = inspect(folder.resolve("plain.csv"), MANY_ROWS, "");
        return new String[][] {plain, inspect(folder.resolve("quoted.csv"), MANY_ROWS, "\""), {"inspect", plain[plain.length - 1]}};
    }

    private static String[] inspect(Path file, int rows, String quote) throws IOException {
        Files.createDirectories(file.getParent());
        try (Writer text = Files.newBufferedWriter(file)) {
            text.write(line(quote, HEADER.split(",")));
            for (int row = 0; row < rows; row++) {
                String code = Integer.toString(FIRST_CODE + row % CODES);
                String partner = PARTNERS.get(row / CODES % PARTNERS.size());
                String year = Integer.toString(1990 + row / CODES / PARTNERS.size());
                text.write(line(quote, "JPN", partner, "M", code, year, row + ".5", "1"));
            }
        }
        return new String[] {"inspect", "--commodity", WANTED, file.toString()};
    }

    private static String line(String quote, String... cells) {
        return quote + String.join(quote + "," + quote, cells) + quote + "\n";
    }
}
