package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.internal.layout.Layout;
import dev.lodestone.ingest.internal.table.TextEncoding;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Encodings in which a text may be read. A layout that names its charset is looked for in no other, but where the text shows that it is UTF-8 or
 * UTF-16: it was saved again.
 *
 * @param all encodings to be tried in turn
 * @param told those that the text allows by itself
 * @param shown whether the text shows its encoding
 * @param ascii whether its beginning could be nearly any
 */
record Encodings(List<TextEncoding> all, List<TextEncoding> told, boolean shown, boolean ascii) {

    /**
     * @param named charsets that layouts name
     */
    static Encodings of(byte[] head, Set<Charset> named) {
        List<TextEncoding> told = TextEncoding.of(head);
        boolean shown = TextEncoding.isShown(head);
        List<TextEncoding> all = shown ? told : Stream.concat(named.stream().map(TextEncoding::named), told.stream()).distinct().toList();
        return new Encodings(all, told, shown, TextEncoding.isAscii(head));
    }

    /** Whether a layout is looked for in an encoding. */
    boolean admits(Layout layout, TextEncoding encoding) {
        return shown || layout.charset().map(charset -> charset.equals(encoding.charset())).orElseGet(() -> told.contains(encoding));
    }

    /** The encoding of a text whose layout was found in one: what follows a beginning of ASCII is in the layout's. */
    TextEncoding settled(Layout layout, TextEncoding found) {
        return ascii ? layout.charset().map(TextEncoding::named).orElse(found) : found;
    }
}
