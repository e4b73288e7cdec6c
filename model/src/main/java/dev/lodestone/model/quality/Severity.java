package dev.lodestone.model.quality;

/** How much an issue matters. */
public enum Severity {
    /** The file breaks a rule of its format: the row or value cannot be used. */
    ERROR,
    /** The figure may mislead an indicator. */
    WARNING,
    /** Worth knowing; nothing is lost. */
    INFO
}
