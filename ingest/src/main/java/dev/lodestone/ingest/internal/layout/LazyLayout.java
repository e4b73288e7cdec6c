package dev.lodestone.ingest.internal.layout;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A layout of which no more is read than is asked for: first one header, in its text, then the required headers, the whole when it may fit
 * a file. Reading forty layouts whole took a third of a second of every start, and a file needs one or two. Safe for use by several threads.
 */
final class LazyLayout {

    private static final String RECOGNISE = "recognise";

    private static final Pattern BY_POSITION = Pattern.compile("(?m)^ +positions:");

    private static final Pattern CHARSET = Pattern.compile("(?m)^charset:");

    private static final Pattern ABOVE = Pattern.compile("(?m)^ +above: *columns");

    private static final String PLAIN = "[\\p{L}\\p{N} _./]+";

    /** The first of the headers where it is written plainly: a text or a list of them in a list on one line, or on a line of its own. */
    private static final Pattern FIRST_HEADER = Pattern.compile(
            "recognise:\\s+headers:\\s+(?:(?:\\[|- )\\[(?<several>" + PLAIN + "(?:," + PLAIN + ")*)]|\\[(?<one>" + PLAIN + ")[],]|- (?<line>" + PLAIN + ")\n *- )");

    private final String file;
    private final String text;
    private final String recognition;
    private final List<String> first;
    private volatile Optional<List<RequiredHeader>> headers;
    private volatile Optional<Layout> read;

    private LazyLayout(String file, String text, String recognition, Optional<Layout> read) {
        this.file = file;
        this.text = text;
        this.recognition = recognition;
        this.first = firstHeader(recognition);
        this.headers = read.map(Layout::headers);
        this.read = read;
    }

    static LazyLayout of(Layout layout) {
        return new LazyLayout(layout.id(), "", "", Optional.of(layout));
    }

    /**
     * A layout in YAML.
     *
     * @throws dev.lodestone.ingest.IngestException if the file is not written in blocks and is wrong; else when it is asked for what is wrong
     */
    static LazyLayout of(String file, String text) {
        return recognition(text)
                .map(part -> new LazyLayout(file, text, part, Optional.empty()))
                .orElseGet(() -> of(Layout.parse(file, text)));
    }

    /** The texts of one header that a fitting file has, to be compared; empty where they are not plain to see. */
    private static List<String> firstHeader(String recognition) {
        Matcher plain = FIRST_HEADER.matcher(recognition);
        if (!plain.lookingAt()) {
            return List.of();
        }
        String[] texts = Stream.of("several", "one", "line").map(plain::group).filter(Objects::nonNull).findFirst().orElseThrow().split(",");
        return Arrays.stream(texts).map(HeaderText::compared).toList();
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
        if (ABOVE.matcher(recognition).find() || read.filter(Layout::labelledRows).isPresent()) {
            return (first.isEmpty() || isAboveOrBelow(first, present))
                    && headers().stream().allMatch(header -> isAboveOrBelow(header.texts().stream().map(HeaderText::compared).toList(), present));
        }
        if (recognition.contains("header-rows:") || read.filter(layout -> layout.headerRows() > 1).isPresent()) {
            return true; // its headers are put together of several rows
        }
        if (!first.isEmpty() && Collections.disjoint(first, present)) {
            return false;
        }
        for (RequiredHeader header : headers()) {
            if (!header.isAmong(present)) {
                return false;
            }
        }
        return true;
    }

    /** Whether one of the headers may be among the texts: as it is, as a label, or with its last part, of those put together of several rows. */
    private static boolean isAboveOrBelow(List<String> headers, Set<String> present) {
        return headers.stream().anyMatch(header -> present.stream().anyMatch(text -> isLabelled(text, header) || !text.isBlank() && header.endsWith(" " + text)));
    }

    /** Whether a text is a header, or a label with its code or its text behind it. */
    private static boolean isLabelled(String text, String label) {
        return text.startsWith(label) && (text.length() == label.length() || " [:".indexOf(text.charAt(label.length())) >= 0);
    }

    private List<RequiredHeader> headers() {
        Optional<List<RequiredHeader>> known = headers;
        if (known.isEmpty()) {
            known = Optional.of(Layout.headersOf(YamlNode.parse(file, recognition), RECOGNISE));
            headers = known;
        }
        return known.get();
    }

    /** Whether it is one of files without header. */
    boolean isByPosition() {
        Optional<Layout> known = read;
        return known.map(layout -> !layout.positions().isEmpty()).orElseGet(() -> BY_POSITION.matcher(text).find());
    }

    /** Whether it names the charset of its text. */
    boolean namesCharset() {
        Optional<Layout> known = read;
        return known.map(layout -> layout.charset().isPresent()).orElseGet(() -> CHARSET.matcher(text).find());
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
