package dev.lodestone.model.trade;

/** At which border goods are valued. A field of the observation: some economies compile imports FOB. */
public enum Valuation {
    CIF,
    FOB,
    /** The United States' customs value: neither quite CIF nor FOB. */
    CUSTOMS,
    UNKNOWN
}
