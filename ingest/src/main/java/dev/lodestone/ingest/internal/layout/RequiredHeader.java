package dev.lodestone.ingest.internal.layout;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A column that every file of a layout has. Immutable. */
public final class RequiredHeader {

    private final List<String> texts;
    private final List<String> compared;

    /**
     * @param texts its header, as the publisher's editions and tools write it
     */
    public RequiredHeader(List<String> texts) {
        this.texts = List.copyOf(texts);
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("a required header needs a text");
        }
        this.compared = texts.stream().map(HeaderText::compared).toList();
    }

    static RequiredHeader read(YamlNode node) {
        List<String> texts = node.texts();
        if (texts.isEmpty()) {
            throw node.wrong("expected a header or a list of alternatives");
        }
        return new RequiredHeader(texts);
    }

    /** The header, as the publisher's editions and tools write it. */
    public List<String> texts() {
        return texts;
    }

    /** Whether it stands among headers given as {@link HeaderText#compared}; asked for every layout and every file. */
    public boolean isAmong(Set<String> headers) {
        for (String each : compared) {
            if (headers.contains(each)) {
                return true;
            }
        }
        return false;
    }

    /** The header as messages name it: with its alternatives, but those that only add a label to the first. */
    public String label() {
        return texts.stream().filter(text -> !text.startsWith(texts.get(0) + ":")).collect(Collectors.joining(" or "));
    }
}
