package dev.lodestone.report.data;

import dev.lodestone.model.assess.Assessment;
import dev.lodestone.model.quality.FileReport;
import dev.lodestone.model.quality.Loaded;
import dev.lodestone.model.trade.TradeDataset;
import dev.lodestone.report.diff.EditionDiff;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes the data files of an edition.
 *
 * <p>{@link #write} gives them all, ready to be placed into the edition's folder; the other methods write one of them to wherever it is
 * wanted, standard output for example. They write nothing but their argument, close nothing, and give the same output for the same
 * assessment.
 */
public final class DataFiles {

    private DataFiles() {}

    @FunctionalInterface
    private interface Characters {
        void writeTo(Appendable out) throws IOException;
    }

    @FunctionalInterface
    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * The data files in the formats asked for, by path relative to the edition's folder.
     *
     * @param assessment what was measured and judged
     * @param loaded what was read, for its issues and the account of its files
     * @param formats which of them to write
     */
    public static SortedMap<String, byte[]> write(Assessment assessment, Loaded<TradeDataset> loaded, Set<Format> formats) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        if (formats.contains(Format.CSV)) {
            files.put("data/indicators.csv", bytes(out -> indicatorsCsv(assessment, out)));
            files.put("data/commitments.csv", bytes(out -> commitmentsCsv(assessment, out)));
            files.put("data/commitment-terms.csv", bytes(out -> commitmentTermsCsv(assessment, out)));
            files.put("data/statements.csv", bytes(out -> statementsCsv(assessment, out)));
            files.put("data/observations.csv", bytes(out -> observationsCsv(assessment, out)));
            files.put("data/issues.csv", bytes(out -> issuesCsv(loaded, out)));
        }
        if (formats.contains(Format.JSON)) {
            files.put("data/assessment.json", content(out -> assessmentJson(assessment, loaded.files(), out)));
            files.put("data/assessment.schema.json", schema());
        }
        if (formats.contains(Format.XLSX)) {
            files.put("data/workbook.xlsx", content(out -> workbook(assessment, loaded, out)));
        }
        return files;
    }

    /** Writes indicators.csv: every figure with its bounds, status and reason. */
    public static void indicatorsCsv(Assessment assessment, Appendable out) throws IOException {
        CsvFiles.indicators(assessment, out);
    }

    /** Writes commitments.csv: how each commitment stands, per party, stage and commodity. */
    public static void commitmentsCsv(Assessment assessment, Appendable out) throws IOException {
        CsvFiles.commitments(assessment, out);
    }

    /** Writes commitment-terms.csv: what each commitment of the material says, in the columns of the register, so that Lodestone reads it back. */
    public static void commitmentTermsCsv(Assessment assessment, Appendable out) throws IOException {
        CsvFiles.commitmentTerms(assessment, out);
    }

    /**
     * Writes observations.csv: every figure as published that the assessment used, with where it stands. The columns contain those of the
     * tidy layout, so that Lodestone reads the file back.
     */
    public static void observationsCsv(Assessment assessment, Appendable out) throws IOException {
        CsvFiles.observations(UsedObservation.of(assessment), out);
    }

    /** Writes issues.csv: what was wrong with the files that were read. */
    public static void issuesCsv(Loaded<?> loaded, Appendable out) throws IOException {
        CsvFiles.issues(loaded, out);
    }

    /**
     * Writes reasons.csv: every reason of a figure or verdict as the other tables have it, in English, and what readers of another language
     * read instead.
     *
     * @param words the sentences and numbers of that language
     */
    public static void reasonsCsv(Assessment assessment, WorkbookWords words, Appendable out) throws IOException {
        CsvFiles.reasons(assessment, words, out);
    }

    /** Writes statements.csv: every reason of the tables as what is said without a language, so that any can be made of it. */
    public static void statementsCsv(Assessment assessment, Appendable out) throws IOException {
        CsvFiles.statements(assessment, out);
    }

    /** Writes assessment.json: the whole assessment, with the suppliers behind each figure and the account of the files read. */
    public static void assessmentJson(Assessment assessment, List<FileReport> files, OutputStream out) throws IOException {
        AssessmentJson.write(assessment, files, out);
    }

    /** Writes how each commitment stands as a JSON array, each in the form that it has under {@code commitments} in assessment.json. */
    public static void commitmentsJson(Assessment assessment, OutputStream out) throws IOException {
        AssessmentJson.writeCommitments(assessment, out);
    }

    /** Writes workbook.xlsx in English: the tables for reading, filtering and sorting, one sheet each, with names beside codes. */
    public static void workbook(Assessment assessment, Loaded<?> loaded, OutputStream out) throws IOException {
        workbook(assessment, loaded, Optional.empty(), WorkbookWords.english(), out);
    }

    /**
     * Writes workbook.xlsx in a language.
     *
     * @param assessment what was measured and judged, its registers in that language
     * @param changes what changed since an earlier edition, for a sheet of its own; absent where there is none to compare with
     */
    public static void workbook(
            Assessment assessment, Loaded<?> loaded, Optional<EditionDiff> changes, WorkbookWords words, OutputStream out) throws IOException {
        WorkbookTables tables = new WorkbookTables(assessment, loaded, changes, words);
        WorkbookFile.write(tables.all(), tables.title(), assessment.options().asOf(), out);
    }

    /** The JSON Schema (2020-12) of assessment.json. */
    public static byte[] schema() {
        try (InputStream in = DataFiles.class.getResourceAsStream("/dev/lodestone/report/assessment.schema.json")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the schema could not be read from the application's own jar", e);
        }
    }

    private static byte[] bytes(Characters characters) {
        return content(out -> {
            Batches text = Batches.utf8(out);
            characters.writeTo(text);
            text.flush();
        });
    }

    private static byte[] content(Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            content.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return bytes.toByteArray();
    }
}
