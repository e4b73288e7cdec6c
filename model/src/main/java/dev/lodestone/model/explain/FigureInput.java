package dev.lodestone.model.explain;

import dev.lodestone.model.text.Statement;

/**
 * An amount that goes into a figure.
 *
 * @param what what it is
 * @param amount the amount
 * @param unit its unit: a currency, {@code kg}, or {@code 1}
 */
public record FigureInput(Statement what, double amount, String unit) {

    /** {@link #what()} in English. */
    public String name() {
        return what.english();
    }
}
