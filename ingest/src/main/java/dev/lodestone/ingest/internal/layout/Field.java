package dev.lodestone.ingest.internal.layout;

/** What a column of a publisher's table says. */
public enum Field {
    REPORTER,
    PARTNER,
    FLOW,
    CLASSIFICATION,
    COMMODITY,
    /** The whole period in one column. */
    PERIOD,
    /** The year where months have a column of their own. */
    YEAR,
    MONTH,
    VALUE,
    CURRENCY,
    /** What a value is to be multiplied with, such as 1000 where a title says thousands. */
    MULTIPLIER,
    NET_WEIGHT,
    /** Whether the publisher estimated the value. */
    VALUE_ESTIMATED,
    NET_WEIGHT_ESTIMATED,
    VALUATION,
    COVERAGE,
    /** Why a value is absent, in the tidy layout's words. */
    STATUS,
    /** The same of the net weight, where it has a status of its own. */
    NET_WEIGHT_STATUS,
    /** What the publisher says of the row. */
    NOTE,
    /** What a wide row's cells measure. */
    MEASURE,
    /** The unit of a wide row's quantities. */
    UNIT,
    /** The day on which the publisher made the file: a period that ends later is not over. */
    DOWNLOADED;

    public String word() {
        return Layout.word(this);
    }
}
