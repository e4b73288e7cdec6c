package dev.lodestone.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.lodestone.report.data.Decimals;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.OptionalDouble;

/** JSON on standard output: indented, line ends LF, absent numbers as null. */
final class JsonText {

    private static final JsonFactory FACTORY =
            JsonFactory.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    /** Writes a value. */
    @FunctionalInterface
    interface Content {
        void writeTo(JsonGenerator json) throws IOException;
    }

    private JsonText() {}

    static void print(PrintWriter out, Content content) throws IOException {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
            content.writeTo(json);
        }
        out.print('\n');
    }

    static void strings(JsonGenerator json, String name, Collection<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    /** A number rounded as the tables round its unit; null when absent. */
    static void number(JsonGenerator json, String name, OptionalDouble number, String unit) throws IOException {
        if (number.isPresent()) {
            json.writeNumberField(name, Decimals.rounded(number.getAsDouble(), Decimals.of(unit)));
        } else {
            json.writeNullField(name);
        }
    }
}
