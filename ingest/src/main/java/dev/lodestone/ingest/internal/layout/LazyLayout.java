package dev.lodestone.ingest.internal.layout;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A layout of which only the required headers are read until it may fit a file: reading forty layouts whole took a third of a second of
 * every start, and a file needs one or two. Safe for use by several threads.
 */
final class LazyLayout {

    private static final String RECOGNISE = "recognise";

    private static final Pattern BY_POSITION = Pattern.compile("(?m)^ +positions:");

    private final String file;
    private final String text;
    private final List<RequiredHeader> headers;
    private volatile Optional<Layout> read;

    private LazyLayout(String file, String text, List<RequiredHeader> headers, Optional<Layout> read) {
        this.file = file;
        this.text = text;
        this.headers = headers;
        this.read = read;
    }

    static LazyLayout of(Layout layout) {
        return new LazyLayout(layout.id(), "", layout.headers(), Optional.of(layout));
    }

    /**
     * A layout in YAML.
     *
     * @throws dev.lodestone.ingest.IngestException if its required headers cannot be read
     */
    static LazyLayout of(String file, String text) {
        Optional<String> part = recognition(text);
        if (part.isEmpty()) {
            return of(Layout.parse(file, text));
        }
        return new LazyLayout(file, text, Layout.headersOf(YamlNode.parse(file, part.get()), RECOGNISE), Optional.empty());
    }

    /** The lines from {@code recognise:} to the next key of the file; empty where the file is not written in such blocks. */
    private static Optional<String> recognition(String text) {
        int begin = text.startsWith(RECOGNISE + ":") ? 0 : text.indexOf("\n" + RECOGNISE + ":") + 1;
        if (begin == 0 && !text.startsWith(RECOGNISE + ":")) {
            return Optional.empty();
        }
        int end = text.indexOf('\n', begin);
        while (end >= 0 && end + 1 < text.length() && !Character.isLetter(text.charAt(end + 1))) {
            end = text.indexOf('\n', end + 1);
        }
        return Optional.of(end < 0 ? text.substring(begin) : text.substring(begin, end + 1));
    }

    /** Whether all required headers are among texts given as {@link HeaderText#compared}. */
    boolean isPossible(Set<String> present) {
        for (RequiredHeader header : headers) {
            if (!header.isAmong(present)) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is one of files without header. */
    boolean isByPosition() {
        Optional<Layout> known = read;
        return known.map(layout -> !layout.positions().isEmpty()).orElseGet(() -> BY_POSITION.matcher(text).find());
    }

    Layout layout() {
        Optional<Layout> known = read;
        if (known.isEmpty()) {
            known = Optional.of(Layout.parse(file, text));
            read = known;
        }
        return known.get();
    }
}
