package dev.lodestone.ingest.internal.economy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a publisher writes economies. Every scheme but the numeric ones also knows ISO alpha-3 codes and names. */
public enum CodeScheme {
    ISO3,
    ISO2,
    M49,
    /** UN Comtrade's numbers: M49 with its own exceptions. CEPII BACI uses the same. */
    COMTRADE,
    /** ISO alpha-2 with Eurostat's own codes, such as EL for Greece. */
    EUROSTAT,
    /** US Census schedule C. */
    CENSUS,
    NAMES;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<CodeScheme> find(String word) {
        return Arrays.stream(values()).filter(scheme -> scheme.word().equals(word)).findFirst();
    }
}
