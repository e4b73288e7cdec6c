package dev.lodestone.report.diff;

import dev.lodestone.model.text.Statement;
import dev.lodestone.report.edition.Manifest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an edition tells, as far as editions are compared.
 *
 * @param name the edition's name, such as {@code 2026-11-21} or {@code 2026-11-21.2}
 * @param version version that made it
 * @param options options that bore on its results
 * @param inputs checksum by input, statistics and registers
 * @param figures figures in the order of indicators.csv
 * @param verdicts verdicts in the order of commitments.csv
 * @param terms the register of commitments as it stood, by id and column; empty for an edition of before it was kept
 * @param statements by its English, each reason of the tables without a language; empty for an edition of before they were kept
 * @param reasons by language, what its readers read for a reason of the tables, which are in English
 */
public record EditionData(
        String name,
        String version,
        SortedMap<String, String> options,
        SortedMap<String, InputState> inputs,
        Map<FigureKey, FigureState> figures,
        Map<VerdictKey, VerdictState> verdicts,
        Map<String, SortedMap<String, String>> terms,
        Map<String, String> statements,
        Map<String, Map<String, String>> reasons) {

    /** The table of figures, relative to an edition's folder. */
    public static final String INDICATORS = "data/indicators.csv";

    /** The table of verdicts, relative to an edition's folder. */
    public static final String COMMITMENTS = "data/commitments.csv";

    /** The register of commitments as it stood, relative to an edition's folder. */
    public static final String COMMITMENT_TERMS = "data/commitment-terms.csv";

    /** The reasons of the tables without a language, relative to an edition's folder. */
    public static final String STATEMENTS = "data/statements.csv";

    /** The table of reasons in the language of a folder, relative to it; none where that is English. */
    public static final String REASONS = "data/reasons.csv";

    private static final String MATERIAL = "material";

    private static final String REMOVED = "was removed while it was being read";

    private static final String TAG = "[A-Za-z0-9-]{1,35}";

    private static final List<String> TERMS = List.of(
            "applies", "kind", "comparator", "threshold", "unit", "baseline", "baseline_period", "target_date", "confidence", "source");

    /**
     * An input file.
     *
     * @param sha256 its checksum
     * @param layout the layout that read it; a register's begins with {@code register-}
     */
    public record InputState(String sha256, String layout) {

        public boolean isRegister() {
            return layout.startsWith("register-");
        }
    }

    public EditionData {
        options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
        inputs = Collections.unmodifiableSortedMap(new TreeMap<>(inputs));
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        verdicts = Collections.unmodifiableMap(new LinkedHashMap<>(verdicts));
        terms = Map.copyOf(terms);
        statements = Map.copyOf(statements);
        reasons = Map.copyOf(reasons);
    }

    /** A reason of the tables without a language, where this edition holds it so. */
    public Optional<Statement> statement(String english) {
        return Optional.ofNullable(statements.get(english)).flatMap(StatementJson::read);
    }

    /** The material that it is about; empty where its manifest does not say. */
    public String material() {
        return options.getOrDefault(MATERIAL, "");
    }

    /** A reason of the tables in a language, where this edition was published in it. */
    public Optional<String> reasonIn(String tag, String english) {
        return Optional.ofNullable(reasons.getOrDefault(tag, Map.of()).get(english));
    }

    /** Whether a folder holds what a comparison needs. */
    public static boolean standsIn(Path folder) {
        return Files.isRegularFile(folder.resolve(Manifest.FILE))
                && Files.isRegularFile(folder.resolve(INDICATORS))
                && Files.isRegularFile(folder.resolve(COMMITMENTS));
    }

    /**
     * Reads an edition.
     *
     * @throws EditionReadException if the folder holds none, or one without tables
     */
    public static EditionData read(Path folder) throws EditionReadException {
        if (!Files.isRegularFile(folder.resolve(Manifest.FILE))) {
            throw new EditionReadException(folder + " is no edition: it holds no " + Manifest.FILE);
        }
        try {
            EditionData told = of(folder.toRealPath().getFileName().toString(),
                    Files.readAllBytes(folder.resolve(Manifest.FILE)),
                    Files.readAllBytes(folder.resolve(INDICATORS)),
                    Files.readAllBytes(folder.resolve(COMMITMENTS)),
                    Files.isRegularFile(folder.resolve(COMMITMENT_TERMS)) ? Files.readAllBytes(folder.resolve(COMMITMENT_TERMS)) : new byte[0]);
            EditionData whole = new EditionData(
                    told.name, told.version, told.options, told.inputs, told.figures, told.verdicts, told.terms, statements(folder), reasons(folder, told.options));
            // A table that an edition may lack would seem to be lacking.
            if (wasRemoved(folder)) {
                throw new EditionReadException(REMOVED);
            }
            return whole;
        } catch (NoSuchFileException e) {
            if (wasRemoved(folder)) {
                throw new EditionReadException(folder + ": " + REMOVED, e);
            }
            throw new EditionReadException(folder + " cannot be compared: it was published without " + folder.relativize(Path.of(e.getFile())), e);
        } catch (EditionReadException e) {
            throw new EditionReadException(folder + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new EditionReadException("cannot read the edition " + folder + ": " + e, e);
        }
    }

    /** Whether it stands no more, since a schedule keeps newer ones only; it is moved away as a whole. */
    private static boolean wasRemoved(Path folder) {
        return !Files.isRegularFile(folder.resolve(Manifest.FILE));
    }

    /** An edition in the making, from the files it will hold. */
    public static EditionData of(String name, Manifest manifest, byte[] indicators, byte[] commitments, byte[] terms) {
        try {
            return of(name, manifest.toJson(), indicators, commitments, terms);
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory what was written there", e);
        }
    }

    private static EditionData of(String name, byte[] manifest, byte[] indicators, byte[] commitments, byte[] register) throws IOException {
        ManifestFile told = ManifestFile.read(new ByteArrayInputStream(manifest));
        Map<FigureKey, FigureState> figures = new LinkedHashMap<>();
        try (InputStream in = new ByteArrayInputStream(indicators)) {
            for (Map<String, String> row : OwnCsv.read(in, INDICATORS, List.of("economy", "stage", "period", "measure", "value", "status"))) {
                figures.put(
                        new FigureKey(cell(row, "economy"), cell(row, "material"), cell(row, "stage"), cell(row, "commodity"), cell(row, "period"),
                                cell(row, "measure"), cell(row, "supplier"), cell(row, "basis")),
                        new FigureState(cell(row, "value"), cell(row, "low"), cell(row, "high"), cell(row, "unit"), cell(row, "status"),
                                cell(row, "reason")));
            }
        }
        Map<VerdictKey, VerdictState> verdicts = new LinkedHashMap<>();
        try (InputStream in = new ByteArrayInputStream(commitments)) {
            for (Map<String, String> row : OwnCsv.read(in, COMMITMENTS, List.of("id", "party", "stage", "status"))) {
                SortedMap<String, String> terms = new TreeMap<>();
                TERMS.stream().filter(row::containsKey).forEach(t -> terms.put(t, cell(row, t)));
                String measured = cell(row, "measured").isEmpty() ? cell(row, "high") : cell(row, "measured");
                verdicts.put(
                        new VerdictKey(cell(row, "id"), cell(row, "party"), cell(row, "stage"), cell(row, "commodity")),
                        new VerdictState(cell(row, "status"), measured, cell(row, "period"), terms, cell(row, "reason")));
            }
        }
        Map<String, SortedMap<String, String>> terms = new HashMap<>();
        if (register.length > 0) {
            try (InputStream in = new ByteArrayInputStream(register)) {
                OwnCsv.read(in, COMMITMENT_TERMS, List.of("id")).forEach(row -> terms.put(cell(row, "id"), new TreeMap<>(row)));
            }
        }
        return new EditionData(name, told.version(), told.options(), told.inputs(), figures, verdicts, terms, Map.of(), Map.of());
    }

    private static Map<String, String> statements(Path folder) throws IOException {
        Map<String, String> statements = new HashMap<>();
        if (Files.isRegularFile(folder.resolve(STATEMENTS))) {
            try (InputStream in = Files.newInputStream(folder.resolve(STATEMENTS))) {
                OwnCsv.read(in, STATEMENTS, List.of("reason", "statement")).forEach(row -> statements.put(row.get("reason"), row.get("statement")));
            }
        }
        return statements;
    }

    /** The first language stands at the top of an edition, each other in a folder of its own. */
    private static Map<String, Map<String, String>> reasons(Path folder, Map<String, String> options) throws IOException {
        Map<String, Map<String, String>> reasons = new HashMap<>();
        boolean first = true;
        for (String tag : options.getOrDefault("lang", "").split(",")) {
            // A manifest may have been edited by hand: what is no tag names no folder.
            Path table = tag.matches(TAG) ? folder.resolve(first ? REASONS : tag + "/" + REASONS) : folder;
            first = false;
            if (Files.isRegularFile(table)) {
                Map<String, String> told = new HashMap<>();
                try (InputStream in = Files.newInputStream(table)) {
                    OwnCsv.read(in, REASONS, List.of("reason", "text")).forEach(row -> told.put(row.get("reason"), row.get("text")));
                }
                reasons.put(tag, Map.copyOf(told));
            }
        }
        return reasons;
    }

    private static String cell(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }
}
