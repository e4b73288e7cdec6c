package dev.lodestone.ingest.internal.layout;

import java.util.Locale;
import java.util.regex.Pattern;

/** Texts of headers as they are compared: without blanks around them, line breaks, marks that nobody sees and differences of case. */
public final class HeaderText {

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** Marks that nobody sees: of the byte order where files were joined, of the direction of writing. */
    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}+");

    private HeaderText() {}

    /** The text with single blanks inside and none around it. */
    public static String normal(String text) {
        return isNormal(text) ? text : BLANKS.matcher(UNSEEN.matcher(text.replace('\u00a0', ' ')).replaceAll("")).replaceAll(" ").strip();
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
