package dev.lodestone.report.edition;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.lodestone.model.quality.FileReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What an edition was made from, and a checksum of each of its files. It holds no time, no absolute path and no output path, so that
 * equal results have equal manifests.
 *
 * @param version the program's version
 * @param asOf the briefings' date
 * @param options options that bear on the results, by name
 * @param inputs the account of every table read
 * @param outputs SHA-256 in lower-case hexadecimal by file name; empty before the edition's files are known
 */
public record Manifest(
        String version, LocalDate asOf, SortedMap<String, String> options, List<FileReport> inputs, SortedMap<String, String> outputs) {

    /** The manifest's own file name; it does not list itself. */
    public static final String FILE = "manifest.json";

    public Manifest {
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(asOf, "asOf");
        options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
        inputs = List.copyOf(inputs);
        outputs = Collections.unmodifiableSortedMap(new TreeMap<>(outputs));
    }

    /** A manifest of an edition whose files are not made yet. */
    public static Manifest of(String version, LocalDate asOf, Map<String, String> options, List<FileReport> inputs) {
        return new Manifest(version, asOf, new TreeMap<>(options), inputs, Collections.emptySortedMap());
    }

    /** The same with one option more, or set anew. */
    public Manifest withOption(String name, String value) {
        SortedMap<String, String> more = new TreeMap<>(options);
        more.put(name, value);
        return new Manifest(version, asOf, more, inputs, outputs);
    }

    Manifest withOutputs(SortedMap<String, byte[]> files) {
        SortedMap<String, String> sums = new TreeMap<>(files.entrySet().parallelStream()
                .collect(Collectors.toMap(Map.Entry::getKey, file -> Sha256.of(file.getValue()))));
        return new Manifest(version, asOf, options, inputs, sums);
    }

    /** The manifest as JSON in UTF-8, line ends LF, keys in a fixed order. */
    public byte[] toJson() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        try (JsonGenerator json = new JsonFactory().createGenerator(bytes)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
            json.writeStartObject();
            json.writeStringField("version", version);
            json.writeStringField("asOf", asOf.toString());
            json.writeObjectFieldStart("options");
            for (Map.Entry<String, String> option : options.entrySet()) {
                json.writeStringField(option.getKey(), option.getValue());
            }
            json.writeEndObject();
            json.writeArrayFieldStart("inputs");
            for (FileReport input : inputs) {
                write(input, json);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("outputs");
            for (Map.Entry<String, String> output : outputs.entrySet()) {
                json.writeStartObject();
                json.writeStringField("file", output.getKey());
                json.writeStringField("sha256", output.getValue());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        bytes.writeBytes("\n".getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    private static void write(FileReport input, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("file", input.source().label());
        json.writeStringField("sha256", input.source().sha256());
        json.writeStringField("layout", input.source().layout());
        json.writeNumberField("rowsRead", input.rowsRead());
        json.writeNumberField("rowsKept", input.rowsKept());
        json.writeNumberField("rowsOutOfScope", input.rowsOutOfScope());
        json.writeNumberField("rowsSetAside", input.rowsSetAside());
        if (input.completeness().all() > 0) {
            json.writeStringField("completeness", input.completeness().verdict().code());
        }
        json.writeEndObject();
    }
}
