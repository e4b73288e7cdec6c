package dev.lodestone.report.data;

import dev.lodestone.model.assess.Assessment;
import dev.lodestone.model.quality.Loaded;
import dev.lodestone.model.trade.TradeDataset;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
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

    /** Something that writes characters. */
    @FunctionalInterface
    private interface Body {
        void writeTo(Appendable out) throws IOException;
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
            files.put("data/observations.csv", bytes(out -> observationsCsv(assessment, out)));
            files.put("data/issues.csv", bytes(out -> issuesCsv(loaded, out)));
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

    private static byte[] bytes(Body body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Writer out = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
            body.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return bytes.toByteArray();
    }
}
