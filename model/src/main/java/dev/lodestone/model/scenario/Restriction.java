package dev.lodestone.model.scenario;

import dev.lodestone.model.trade.Economy;

/**
 * A supplier that delivers less.
 *
 * @param supplier the supplier
 * @param severity part of its deliveries that stays away, above 0 and up to 1
 */
public record Restriction(Economy supplier, double severity) {

    public Restriction {
        if (!(severity > 0 && severity <= 1)) {
            throw new IllegalArgumentException("a severity lies above 0 and up to 1: " + severity);
        }
    }
}
