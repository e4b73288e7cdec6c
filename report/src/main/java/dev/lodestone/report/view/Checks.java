package dev.lodestone.report.view;

import java.text.Normalizer;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** The rules that the words of a page obey. */
final class Checks {

    private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]*");
    private static final char REPLACEMENT = '\uFFFD';

    private Checks() {
    }

    /** Text that may be empty, in Unicode's composed form: what XML forbids becomes the replacement character, what acts unseen is left out. */
    static String text(String value, String name) {
        Objects.requireNonNull(value, name);
        String composed = Normalizer.isNormalized(value, Normalizer.Form.NFC)
                ? value
                : Normalizer.normalize(value, Normalizer.Form.NFC);
        return isPrintable(composed) ? composed : withReplacements(composed);
    }

    /** Text that must say something. */
    static String filled(String value, String name) {
        String text = text(value, name);
        if (text.isBlank()) {
            throw new IllegalArgumentException(name + " is empty");
        }
        return text;
    }

    /** An anchor inside a page: a letter, then letters, digits, {@code . _ -}. */
    static String id(String value, String name) {
        Objects.requireNonNull(value, name);
        if (!ID.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    name + " '" + value + "' is not an anchor: a letter, then letters, digits, dot, underscore or hyphen");
        }
        return value;
    }

    static String optionalId(String value, String name) {
        Objects.requireNonNull(value, name);
        return value.isEmpty() ? value : id(value, name);
    }

    static <T> List<T> list(List<T> values, String name) {
        Objects.requireNonNull(values, name);
        return List.copyOf(values);
    }

    static double fraction(double value, String name) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must lie between 0 and 1, was " + value);
        }
        return value;
    }

    private static boolean isPrintable(String s) {
        return isPlain(s) || s.codePoints().noneMatch(c -> isForbidden(c) || isInvisible(c));
    }

    /** Whether all is printable ASCII, as most of hundred thousands of texts are. */
    private static boolean isPlain(String s) {
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }

    private static String withReplacements(String s) {
        StringBuilder clean = new StringBuilder(s.length());
        s.codePoints()
                .filter(c -> !isInvisible(c))
                .forEach(c -> clean.appendCodePoint(isForbidden(c) ? REPLACEMENT : c));
        return clean.toString();
    }

    private static boolean isForbidden(int c) {
        boolean control = c < 0x20 && c != '\t' && c != '\n' && c != '\r' || c >= 0x7F && c < 0xA0;
        boolean loneSurrogate = c >= 0xD800 && c <= 0xDFFF;
        boolean notCharacter = (c & 0xFFFE) == 0xFFFE || c >= 0xFDD0 && c <= 0xFDEF;
        return control || loneSurrogate || notCharacter;
    }

    /** Characters that act on their neighbours without being seen: they reorder, join or hide what a reader should read. */
    private static boolean isInvisible(int c) {
        return c == 0x00AD
                || c == 0x061C
                || c >= 0x200B && c <= 0x200F
                || c >= 0x202A && c <= 0x202E
                || c >= 0x2060 && c <= 0x206F
                || c == 0xFEFF
                || c >= 0xE0000 && c <= 0xE0FFF;
    }
}
