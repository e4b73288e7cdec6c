package dev.lodestone.ingest.internal.layout;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A column that every file of a layout has.
 *
 * @param texts its header, as the publisher's editions and tools write it
 */
public record RequiredHeader(List<String> texts) {

    public RequiredHeader {
        texts = List.copyOf(texts);
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("a required header needs a text");
        }
    }

    static RequiredHeader read(YamlNode node) {
        List<String> texts = node.texts();
        if (texts.isEmpty()) {
            throw node.wrong("expected a header or a list of alternatives");
        }
        return new RequiredHeader(texts);
    }

    /** The header as messages name it: with its alternatives, but those that only add a label to the first. */
    public String label() {
        return texts.stream().filter(text -> !text.startsWith(texts.get(0) + ":")).collect(Collectors.joining(" or "));
    }
}
