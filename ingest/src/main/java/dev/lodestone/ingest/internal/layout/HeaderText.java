package dev.lodestone.ingest.internal.layout;

import java.util.Locale;
import java.util.regex.Pattern;

/** Texts of headers as they are compared: without blanks around them, line breaks and differences of case. */
public final class HeaderText {

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private HeaderText() {}

    /** The text with single blanks inside and none around it. */
    public static String normal(String text) {
        return isNormal(text) ? text : BLANKS.matcher(text.replace('\u00a0', ' ')).replaceAll(" ").strip();
    }

    /** The normal text in lower case. */
    public static String compared(String text) {
        return normal(text).toLowerCase(Locale.ROOT);
    }

    /** Whether the text is ASCII with single blanks inside, which most headers are, of thousands compared for every file. */
    private static boolean isNormal(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || (c == ' ' && before == ' ')) {
                return false;
            }
            before = c;
        }
        return before != ' ' || text.isEmpty();
    }
}
