package dev.lodestone.model.explain;

/**
 * An amount that goes into a figure.
 *
 * @param name what it is
 * @param amount the amount
 * @param unit its unit: a currency, {@code kg}, or {@code 1}
 */
public record FigureInput(String name, double amount, String unit) {}
