package dev.lodestone.cli;

import dev.lodestone.ingest.PublishedFigure;
import dev.lodestone.model.quality.FileReport;
import dev.lodestone.model.quality.Issue;
import dev.lodestone.model.quality.Loaded;
import dev.lodestone.model.register.Material;
import dev.lodestone.model.register.ProductionEntry;
import dev.lodestone.model.register.StageEntry;
import dev.lodestone.report.data.CsvTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Figures on production and reliance as a survey publishes them, as rows of a material's {@code production.csv}. */
public final class ProductionRows {

    private static final List<String> HEADER =
            List.of("series", "economy", "stage", "scope", "year", "text", "unit", "edition", "source", "confidence", "notes");

    /** Units that count a mass, behind which stands what is counted. */
    private static final Set<String> MASSES = Set.of("t", "thousand t", "million t", "kg");

    private final Material material;
    private final Loaded<List<PublishedFigure>> loaded;
    private final Map<Key, Line> rows = new LinkedHashMap<>();
    private final Map<String, Long> left = new TreeMap<>();
    private final List<String> differing = new ArrayList<>();
    private long known;
    private long copied;

    /** What one figure is of: a register has it once. */
    private record Key(String series, String economy, String stage, String scope, int year, String edition) {

        static Key of(ProductionEntry entry) {
            return new Key(entry.series(), entry.economy(), entry.stage(), entry.scope(), entry.year(), entry.edition());
        }

        @Override
        public String toString() {
            return series + ", " + economy + (stage.isEmpty() ? "" : ", " + stage) + ", " + scope + ", " + year + ", " + edition;
        }
    }

    private record Line(Key key, String text, String unit, String source, String notes) {

        List<String> cells() {
            return List.of(
                    key.series(), key.economy(), key.stage(), key.scope(), Integer.toString(key.year()), text, unit, key.edition(), source,
                    "verified", notes);
        }
    }

    /**
     * What the user says where the files do not.
     *
     * @param edition edition of files that do not name theirs
     * @param stage stage of figures whose words mean none; empty for all
     * @param counted what is counted, behind units of mass, such as {@code REO}; empty for nothing
     */
    public record Given(Optional<String> edition, String stage, String counted) {}

    /**
     * Makes the rows.
     *
     * @throws UsageException if a file does not say its edition and nobody else does, or the stage is none of the material's
     */
    ProductionRows(Material material, Loaded<List<PublishedFigure>> loaded, Given given) {
        this.material = material;
        this.loaded = loaded;
        List<String> stages = material.stages().stream().map(StageEntry::id).toList();
        if (!given.stage().isEmpty() && !stages.contains(given.stage())) {
            throw new UsageException("no stage '" + given.stage() + "' of " + material.noun() + DidYouMean.among(given.stage(), stages));
        }
        Map<Key, ProductionEntry> before = new LinkedHashMap<>();
        material.production().forEach(entry -> before.put(Key.of(entry), entry));
        String only = stages.size() == 1 ? stages.iterator().next() : given.stage();
        for (PublishedFigure figure : loaded.value()) {
            if (!isOf(figure.commodity())) {
                left.merge(figure.commodity(), 1L, Long::sum);
                continue;
            }
            Line line = line(figure, stages.contains(figure.stage()) ? figure.stage() : only, given);
            ProductionEntry there = before.get(line.key());
            Line twin = rows.get(line.key());
            if (there != null || twin != null) {
                String text = there == null ? twin.text() : there.text();
                if (there == null || text.equals(line.text())) {
                    known++;
                }
                if (!text.equals(line.text())) {
                    differing.add(line.key() + ": " + line.text() + " (" + figure.place() + "), where "
                            + (there == null ? "an earlier row" : there.where()) + " has " + text);
                }
            } else {
                rows.put(line.key(), line);
            }
        }
    }

    private Line line(PublishedFigure figure, String stage, Given given) {
        String edition = figure.edition().isEmpty()
                ? given.edition().orElseThrow(() -> new UsageException(
                        figure.place() + ": the file does not say its edition; --edition names it, such as MCS2026 or MYB2023"))
                : figure.edition();
        String commodity = words(figure.commodity());
        String scope = commodity.isEmpty() || commodity.equals(name()) || figure.scope().equals(commodity) || figure.scope().startsWith(commodity)
                ? figure.scope()
                : commodity + ", " + figure.scope();
        String unit = MASSES.contains(figure.unit()) && !given.counted().isEmpty() ? figure.unit() + " " + given.counted() : figure.unit();
        boolean nil = figure.note().startsWith("Nil");
        return new Line(
                new Key(figure.series(), figure.economy().code(), stage, scope, figure.year(), edition),
                nil ? "0" : figure.text(),
                unit.isEmpty() ? "not said" : unit,
                figure.publication() + ", " + figure.place(),
                nil ? figure.note().replaceFirst("Nil", "Nil, printed as " + figure.text()) : figure.note());
    }

    /** Whether a publisher's commodity is the material, or a part of it; a file that names none is about what the user says. */
    private boolean isOf(String commodity) {
        String words = words(commodity);
        return words.isEmpty() || words.equals(name()) || words.startsWith(name() + " ");
    }

    private String name() {
        return material.id().replace('-', ' ');
    }

    private static String words(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }

    /** The rows, with the header of the register. */
    public String csv() {
        return csv(true);
    }

    private String csv(boolean withHeader) {
        StringWriter out = new StringWriter();
        try {
            CsvTable table = new CsvTable(out, HEADER);
            for (Line line : rows.values()) {
                for (String cell : line.cells()) {
                    table.text(cell);
                }
                table.end();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String text = out.toString();
        return withHeader ? text : text.substring(text.indexOf('\n') + 1);
    }

    /**
     * Adds the rows behind those of the material's register, whole or not at all. Where the folder is laid over the shipped registers and has none of its own,
     * the new one begins with the shipped rows, in whose place it stands from then on.
     *
     * @return the register
     */
    public Path addTo(Path registers) throws IOException {
        Path file = registers.resolve(material.id()).resolve("production.csv");
        if (rows.isEmpty()) {
            return file;
        }
        String before = "";
        if (Files.exists(file)) {
            before = Files.readString(file, StandardCharsets.UTF_8);
        } else if (!Files.exists(registers.resolve("economies.csv"))) {
            before = ShippedData.register(material.id() + "/production.csv").orElse("");
            copied = Math.max(0, before.lines().count() - 1);
        }
        if (!before.isEmpty() && !before.lines().findFirst().orElse("").replace("\uFEFF", "").equals(String.join(",", HEADER))) {
            throw new UsageException(file + ": its columns stand in another order than " + String.join(",", HEADER) + "; print the rows and add them by hand");
        }
        String end = before.isEmpty() || before.endsWith("\n") ? "" : "\n";
        String after = before.isEmpty() ? csv(true) : before + end + csv(false);
        Files.createDirectories(file.getParent());
        Path aside = file.resolveSibling(".production.csv.new");
        Files.writeString(aside, after, StandardCharsets.UTF_8);
        Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return file;
    }

    /** Tells what was read and what became of it. */
    public void tell(PrintWriter out, Optional<Path> added) {
        Paragraphs page = new Paragraphs(out);
        for (FileReport file : loaded.files()) {
            page.line("file", file.source().label() + ": " + (file.isRecognised() ? file.source().layout() : "not recognised") + "; rows read "
                    + file.rowsRead() + " = kept " + file.rowsKept() + " + out of scope " + file.rowsOutOfScope() + " + set aside "
                    + file.rowsSetAside());
        }
        loaded.issues().stream().limit(20).map(Issue::message).forEach(message -> page.line("issue", message));
        page.line(added.isPresent() ? "added" : "rows", rows.size() + (rows.size() == 1 ? " row" : " rows")
                + added.map(path -> " to " + path).orElse("") + (rows.isEmpty() ? "" : ": " + counted()));
        if (copied > 0) {
            page.line("copied", copied + " shipped rows, in whose place the new register stands");
        }
        if (known > 0) {
            page.line("known", known + (known == 1 ? " figure stands" : " figures stand") + " there already");
        }
        differing.stream().limit(20).forEach(each -> page.line("differs", each + "; not added"));
        if (differing.size() > 20) {
            page.line("differs", "and " + (differing.size() - 20) + " more");
        }
        long reliance = rows.keySet().stream().filter(key -> key.series().equals("net-import-reliance") && key.stage().isEmpty()).count();
        if (reliance > 0) {
            page.line("note", reliance + " figures of net import reliance belong to no stage by their words, and reach no measure; --stage says which one");
        }
        if (!left.isEmpty()) {
            page.line("left out", left.values().stream().mapToLong(Long::longValue).sum() + " figures of other commodities: "
                    + left.keySet().stream().limit(8).collect(Collectors.joining(", ")) + (left.size() > 8 ? " and " + (left.size() - 8) + " more" : ""));
        }
        out.flush();
    }

    private String counted() {
        Map<String, Long> series = new TreeMap<>();
        rows.keySet().forEach(key -> series.merge(key.series(), 1L, Long::sum));
        return series.entrySet().stream().map(each -> each.getValue() + " " + each.getKey()).collect(Collectors.joining(", "));
    }
}
