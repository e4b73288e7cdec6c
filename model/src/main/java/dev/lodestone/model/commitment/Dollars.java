package dev.lodestone.model.commitment;

import java.util.Locale;

/** Amounts of money inside a sentence. */
final class Dollars {

    private Dollars() {}

    static String text(double dollars) {
        double size = Math.abs(dollars);
        if (size >= 1e9) {
            return String.format(Locale.ROOT, "%.1f billion dollars", dollars / 1e9);
        }
        if (size >= 10e6) {
            return String.format(Locale.ROOT, "%.0f million dollars", dollars / 1e6);
        }
        if (size >= 1e6) {
            return String.format(Locale.ROOT, "%.1f million dollars", dollars / 1e6);
        }
        if (size >= 1000) {
            return String.format(Locale.ROOT, "%.0f thousand dollars", dollars / 1e3);
        }
        return String.format(Locale.ROOT, "%.0f dollars", dollars);
    }
}
