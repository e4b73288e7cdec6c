package dev.lodestone.model.measure;

/** Whether a figure counts money or mass. */
public enum Basis {
    /** Money, in the currency of the profile. */
    VALUE,
    /** Net mass, in kilograms. */
    WEIGHT;

    /** As files write it: {@code value}, {@code weight}. */
    public String code() {
        return this == VALUE ? "value" : "weight";
    }
}
