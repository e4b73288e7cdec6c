package dev.lodestone.report.data;

import dev.lodestone.model.measure.Measure;

/** How a cell of the workbook looks: one style each. */
enum Look {
    TEXT("General"),
    /** Text over several lines. */
    PROSE("General"),
    /** Text of a table over several lines. */
    WRAPPED("General"),
    HEADER("General"),
    TITLE("General"),
    LINK("General"),
    /** A share 0..1, shown as a percentage. */
    SHARE("0.0%"),
    /** A difference of shares, with its sign. */
    POINTS("+0.0%;-0.0%;0.0%"),
    /** Money or weight, shown without decimals; the cell holds them. */
    AMOUNT("#,##0"),
    /** Small amounts, such as dollars a kilogram. */
    PRECISE("#,##0.00"),
    /** An index 0..1. */
    INDEX("0.000"),
    /** A year, or a count without grouping. */
    WHOLE("0"),
    /** A number of years. */
    TENTHS("0.0"),
    DATE("yyyy-mm-dd");

    private final String format;

    Look(String format) {
        this.format = format;
    }

    /** Number format, in the notation of spreadsheets. */
    String format() {
        return format;
    }

    /** The look of a figure of a measure, or of a commitment, by what it is and its unit. */
    static Look ofFigure(Measure.Form form, String unit) {
        return switch (unit) {
            case "1" -> switch (form) {
                case SHARE -> SHARE;
                case DIFFERENCE -> POINTS;
                case INDEX -> INDEX;
                case NUMBER, AMOUNT -> PRECISE;
            };
            case "USD", "kg" -> AMOUNT;
            default -> PRECISE;
        };
    }
}
