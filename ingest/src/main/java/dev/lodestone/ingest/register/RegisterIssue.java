package dev.lodestone.ingest.register;

/** What can be wrong with a row of a register; each code is documented in docs/REGISTERS.md. */
public enum RegisterIssue {
    /** A row has more or fewer cells than the header. */
    CELL_COUNT,
    /** A quote is opened and never closed, or stands where none may. */
    BROKEN_QUOTE,
    /** A cell that must be filled is blank. */
    BLANK,
    /** Not a day written as {@code 2026-11-21}. */
    BAD_DATE,
    /** Not a plain number. */
    BAD_NUMBER,
    /** Not one of the words allowed. */
    BAD_WORD,
    /** Not a well-formed id, economy, currency or commodity code. */
    BAD_CODE,
    /** Not a period written as {@code 2024} or {@code 2024-03}. */
    BAD_PERIOD,
    /** Not a complete http or https address. */
    BAD_URL,
    /** A number outside its range. */
    OUT_OF_RANGE,
    /** The same key as an earlier row. */
    DUPLICATE,
    /** An economy that economies.csv does not list. */
    UNKNOWN_ECONOMY,
    /** Neither an economy nor a group that the registers list. */
    UNKNOWN_PARTY,
    /** A stage that stages.csv does not list. */
    UNKNOWN_STAGE,
    /** A code that commodities.csv does not list. */
    UNKNOWN_COMMODITY,
    /** A commitment that commitments.csv does not list. */
    UNKNOWN_COMMITMENT,
    /** A comparator without threshold, or a threshold without comparator. */
    HALF_THRESHOLD,
    /** A cell that this kind of row needs is blank. */
    INCOMPLETE,
    /** An end before its beginning. */
    DATES_REVERSED,
    /** Two memberships of one member in one group overlap. */
    OVERLAP,
    /** Two rows of one group name it differently. */
    TWO_NAMES,
    /** A day on which nobody can have checked the row yet. */
    DAY_TO_COME,
    /** material.csv does not hold exactly one row of the folder's name. */
    NOT_ONE_MATERIAL,
    /** A CSV file that no register has the name of. */
    UNKNOWN_FILE;

    /** Stable code, such as {@code register-bad-date}. */
    public String code() {
        return "register-" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
