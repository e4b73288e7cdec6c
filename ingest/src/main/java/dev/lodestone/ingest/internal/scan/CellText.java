package dev.lodestone.ingest.internal.scan;

import dev.lodestone.ingest.internal.table.FallbackReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Texts of cells, from their bytes.
 *
 * @param mixed whether some bytes around are no UTF-8
 */
public record CellText(boolean mixed) {

    /**
     * The text of a cell.
     *
     * @param quoted whether it stands in quotes: quotes in it are doubled
     */
    public String of(byte[] bytes, int from, int to, boolean quoted) {
        if (from == to) {
            return "";
        }
        String text = mixed ? mixedText(bytes, from, to) : new String(bytes, from, to - from, StandardCharsets.UTF_8);
        return quoted ? text.replace("\"\"", "\"").replace("\r\n", "\n") : text;
    }

    private static String mixedText(byte[] bytes, int from, int to) {
        if (Utf8.malformed(bytes, from, to) == 0) {
            return new String(bytes, from, to - from, StandardCharsets.UTF_8);
        }
        StringWriter text = new StringWriter(to - from);
        try (Reader reader = new FallbackReader(new ByteArrayInputStream(bytes, from, to - from), new FallbackReader.Count())) {
            reader.transferTo(text);
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot fail to be read", e);
        }
        return text.toString();
    }
}
