package dev.lodestone.ingest.internal.economy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a publisher writes economies. Every scheme but the numeric ones also knows ISO alpha-3 codes and names. */
public enum CodeScheme {
    ISO3("ISO 3166 alpha-3 code"),
    ISO2("ISO 3166 alpha-2 code"),
    M49("M49 number"),
    /** UN Comtrade's numbers: M49 with its own exceptions. CEPII BACI uses the same. */
    COMTRADE("UN Comtrade number"),
    /** ISO alpha-2 with Eurostat's own codes, such as EL for Greece. */
    EUROSTAT("Eurostat code"),
    /** US Census schedule C. */
    CENSUS("Schedule C code"),
    NAMES("name");

    private final String label;

    CodeScheme(String label) {
        this.label = label;
    }

    /** What messages call such a code. */
    public String label() {
        return label;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<CodeScheme> find(String word) {
        return Arrays.stream(values()).filter(scheme -> scheme.word().equals(word)).findFirst();
    }
}
