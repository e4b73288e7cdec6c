package dev.lodestone.ingest.internal.trade;

import java.text.Normalizer;
import java.util.Locale;

/** How a row writes whose trade it is. */
enum Naming {

    /** {@code 156}. */
    NUMBER,

    /** {@code CN}, {@code CHN}. */
    LETTERS,

    /** {@code China}. */
    NAME;

    private static final int LONGEST_CODE = 3;

    /** Codes of one kind may be parts of one economy, as GB and XI are; a code and a name of it are the same said twice. */
    static Naming of(String text) {
        String folded = folded(text);
        if (!folded.isEmpty() && folded.chars().allMatch(Character::isDigit)) {
            return NUMBER;
        }
        return folded.length() <= LONGEST_CODE && folded.chars().allMatch(c -> c < 0x80) ? LETTERS : NAME;
    }

    /** The text without case, accents, marks and leading zeros. */
    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip()
                .toUpperCase(Locale.ROOT)
                .replaceFirst("^0+(?=\\d+$)", "");
    }
}
