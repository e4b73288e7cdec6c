package dev.lodestone.model.measure;

/** Whether a figure counts money or mass. */
public enum Basis {
    VALUE,
    WEIGHT;

    public String code() {
        return this == VALUE ? "value" : "weight";
    }
}
