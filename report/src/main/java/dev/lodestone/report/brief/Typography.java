package dev.lodestone.report.brief;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * How a reader's page sets what registers and bundles write in plain characters: {@code Japan's} with the apostrophe of print. Tables for
 * machines keep the text as its register has it.
 */
final class Typography {

    private static final String APOSTROPHE = "\u2019";

    private static final Pattern WITHIN_A_WORD = Pattern.compile("(?<=\\p{L})'(?=\\p{L})");

    private static final Pattern AFTER_A_WORD = Pattern.compile("(?<=\\p{L})'(?!\\p{L})");

    /** An apostrophe that begins a word may be a quotation mark; then the one behind a later word is its end. */
    private static final Pattern OPENS = Pattern.compile("(?<![\\p{L}\\p{N}])'");

    private Typography() {}

    /** The text as it is printed. */
    static String of(String text) {
        if (text.indexOf('\'') < 0) {
            return text;
        }
        String within = WITHIN_A_WORD.matcher(text).replaceAll(APOSTROPHE);
        return OPENS.matcher(within).find() ? within : AFTER_A_WORD.matcher(within).replaceAll(APOSTROPHE);
    }

    /** Sentences as they are printed, by their keys. */
    static Map<String, String> of(Map<String, String> sentences) {
        Map<String, String> printed = new TreeMap<>();
        sentences.forEach((key, sentence) -> printed.put(key, of(sentence)));
        return printed;
    }
}
