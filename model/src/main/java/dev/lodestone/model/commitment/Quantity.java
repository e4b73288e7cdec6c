package dev.lodestone.model.commitment;

import dev.lodestone.model.measure.Basis;
import dev.lodestone.model.text.Statement;
import dev.lodestone.model.text.Term;

/**
 * What would have to be bought elsewhere, or could be bought more.
 *
 * @param size in US dollars by value, in kilograms by weight
 */
record Quantity(double size, Basis basis) {

    /** Below, weights are told in kilograms. */
    private static final double LEAST_TONNES_KG = 10_000;
    /** What is less is not told to the dollar or kilogram: no statistics know trade so well, and of half a dollar it would be nothing. */
    private static final double LEAST = 10;

    Term plain() {
        return of(size);
    }

    /** As an estimate: about so much, or less than the least worth telling. */
    Term about() {
        return isSmall() ? Statement.of("ceiling.about-less", of(LEAST)) : Statement.of("ceiling.about", plain());
    }

    /** As a part of another amount that is told as an estimate. */
    Term part() {
        return isSmall() ? about() : plain();
    }

    /** By what is printed: 9.6 dollars are about 10. */
    private boolean isSmall() {
        return Math.rint(size) < LEAST;
    }

    private Term of(double amount) {
        if (basis == Basis.VALUE) {
            return Term.money(amount);
        }
        return amount >= LEAST_TONNES_KG
                ? Statement.of("mass.tonnes", Term.figure(amount / 1000, 0))
                : Statement.of("mass.kilograms", Term.figure(amount, 0));
    }
}
