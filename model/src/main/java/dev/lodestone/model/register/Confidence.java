package dev.lodestone.model.register;

/** How far a register's row may be trusted. */
public enum Confidence {
    /** A source was read. */
    VERIFIED,
    /** Part of the row was read in a source; the notes say which part was not. */
    PARTLY_VERIFIED,
    /** From memory or second hand: shown, never judged. */
    UNVERIFIED;

    /** Lower case with hyphens, as registers and contracts write it. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
