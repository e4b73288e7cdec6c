package dev.lodestone.report.data;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * The texts of a workbook that are kept once and referred to by number, as spreadsheets do: most cells repeat a few names. What would
 * make the table large (a long text, or one more after very many) is left to stand in its cell.
 */
final class SharedTexts {

    /** Characters that a cell can hold. */
    static final int MOST_CHARACTERS = 32_767;

    private static final int MOST_TEXTS = 100_000;
    private static final int LONGEST = 400;

    /** {@code _x0041_} in a cell means the letter A: someone's text that looks like it would change, into a formula even. */
    private static final Pattern ESCAPE_LIKE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private final Map<String, Integer> numbers = new HashMap<>();
    private final StringBuilder items = new StringBuilder();
    private long references;

    /** The number of a text; absent when it must stand in its cell. */
    OptionalInt numberOf(String text) throws IOException {
        Integer known = numbers.get(text);
        if (known == null) {
            if (text.length() > LONGEST || numbers.size() >= MOST_TEXTS) {
                return OptionalInt.empty();
            }
            known = numbers.size();
            numbers.put(text, known);
            items.append("<si>");
            element(text, items);
            items.append("</si>");
        }
        references++;
        return OptionalInt.of(known);
    }

    /** Writes the table. */
    void writeTo(Appendable out) throws IOException {
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n")
                .append("<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" count=\"")
                .append(Long.toString(references))
                .append("\" uniqueCount=\"")
                .append(Integer.toString(numbers.size()))
                .append("\">")
                .append(items)
                .append("</sst>");
    }

    /** Writes a text's element: made safe, cut to what a cell can hold, escaped. */
    static void element(String text, Appendable out) throws IOException {
        String safe = fitting(SafeText.of(text.replace("\r\n", "\n").replace('\r', '\n')));
        boolean spaced = safe.length() != safe.strip().length() || safe.indexOf('\n') >= 0;
        out.append("<t").append(spaced ? " xml:space=\"preserve\">" : ">");
        escape(ESCAPE_LIKE.matcher(safe).replaceAll("_x005F_"), out);
        out.append("</t>");
    }

    /** A text cut to what a cell can hold, never inside a pair of surrogates. */
    private static String fitting(String text) {
        if (text.length() <= MOST_CHARACTERS) {
            return text;
        }
        int end = MOST_CHARACTERS - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    private static void escape(String text, Appendable out) throws IOException {
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            String entity = switch (text.charAt(i)) {
                case '&' -> "&amp;";
                case '<' -> "&lt;";
                case '>' -> "&gt;";
                default -> "";
            };
            if (!entity.isEmpty()) {
                out.append(text, from, i).append(entity);
                from = i + 1;
            }
        }
        out.append(text, from, text.length());
    }
}
