package dev.lodestone.model.quality;

/**
 * To what a publisher rounds its figures: half a step either way is what a figure leaves open.
 *
 * @param value step of values, in units of their currency, multipliers applied; 0 where it is not known
 * @param weightKg step of net weights in kilograms; 0 where it is not known
 */
public record Rounding(double value, double weightKg) {

    public static final Rounding NONE = new Rounding(0, 0);

    public Rounding {
        if (!(value >= 0 && weightKg >= 0) || Double.isInfinite(value) || Double.isInfinite(weightKg)) {
            throw new IllegalArgumentException("a step of rounding is 0 or more: " + value + ", " + weightKg);
        }
    }
}
