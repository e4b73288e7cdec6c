package dev.lodestone.ingest;

import dev.lodestone.model.quality.Severity;
import java.util.Locale;
import java.util.Optional;

/** Every code that reading trade statistics may give an issue. {@code docs/ISSUES.md} explains each with an example. */
public enum IssueCode {
    // the file as a whole
    FILE_NOT_READABLE(Severity.ERROR, "the file cannot be opened, decompressed or parsed to its end"),
    FILE_NOT_RECOGNISED(Severity.ERROR, "no layout fits the file"),
    FILE_EMPTY(Severity.WARNING, "the file, or its table, holds no data row"),
    NESTED_ARCHIVE(Severity.WARNING, "an archive inside an archive is not opened"),
    SHEET_NOT_READ(Severity.INFO, "a worksheet beside the recognised ones holds no table of the layout"),
    HIDDEN_ROWS(Severity.INFO, "the workbook hides the sheet, or rows of it, and they were read as all others"),
    MERGED_CELLS(Severity.INFO, "cells of a workbook are merged over several rows, and the text of the first was read in each"),
    MIXED_CHARSET(Severity.INFO, "bytes that are not UTF-8 were read as Windows-1252"),
    SHIFTED_HEADER(Severity.WARNING, "the header stands one column beside its data; the columns were realigned"),
    COLUMN_NOT_THERE(Severity.INFO, "a column, or a measure, that the layout reads where it stands is not in the file"),
    COLUMN_PERHAPS_RENAMED(Severity.WARNING, "a column, or a measure, that the layout reads is not in the file, and an unknown one may be it"),
    TRAILING_CELLS(Severity.INFO, "rows end with empty cells beyond the header"),
    NOTE_BELOW_TABLE(Severity.INFO, "a text below the table is no row of it"),
    ROW_LIMIT_REACHED(Severity.WARNING, "the file holds exactly as many rows as the publisher's answers are cut at"),
    FEW_PARTNERS(Severity.WARNING, "the table names few partners and no World row, as an answer does that was asked for these"),
    PERIOD_NOT_COMPLETE(Severity.INFO, "a period's column holds no figure yet"),

    // the shape of a row
    WRONG_CELL_COUNT(Severity.ERROR, "a row has more or fewer cells than the header"),
    UNCLOSED_QUOTE(Severity.ERROR, "a quote opens in the row and is not closed"),
    ROW_TOO_LONG(Severity.ERROR, "a row is longer than any row of trade statistics"),

    // a cell
    MISSING_CELL(Severity.ERROR, "a cell that every row needs is empty"),
    BAD_NUMBER(Severity.ERROR, "the text is no number"),
    AMBIGUOUS_NUMBER(Severity.ERROR, "the number can be read in two ways"),
    FOOTNOTE_MARK(Severity.ERROR, "a footnote mark is glued to the number"),
    THOUSANDS_OR_DECIMALS(Severity.WARNING, "no number of the table shows whether a mark stands before decimals or between thousands"),
    OTHER_NUMBER_STYLE(Severity.WARNING, "numbers are written in another style than the publisher's, and were read in theirs"),
    DIGITS_CUT(Severity.WARNING, "numbers are written with a power of ten, and their last digits are not there"),
    NUMBER_OUT_OF_RANGE(Severity.ERROR, "the number is not finite"),
    NEGATIVE_AMOUNT(Severity.ERROR, "a value or weight is below zero"),
    BAD_PERIOD(Severity.ERROR, "the text is no period of the layout"),
    DATES_AS_MONTHS(Severity.INFO, "periods are dates, and were read as the months that they begin"),
    PERIOD_NOT_OVER(Severity.ERROR, "the period was not over when the publisher made the file"),
    BAD_COMMODITY_CODE(Severity.ERROR, "the text is no commodity code"),
    LOST_LEADING_ZERO(Severity.ERROR, "the commodity code has an odd number of digits: its leading zero was lost"),
    UNKNOWN_ECONOMY(Severity.ERROR, "the code or name stands for no economy of the register"),
    GROUP_AS_PARTNER(Severity.WARNING, "the partner is a group of economies, whose members may stand beside it"),
    UNKNOWN_FLOW(Severity.ERROR, "the text stands for no trade flow of the layout"),
    UNKNOWN_WORD(Severity.ERROR, "a coded column holds a word outside its list"),
    STATUS_CONTRADICTS_VALUE(Severity.ERROR, "the status says that there is no figure and a figure stands there"),
    SPREADSHEET_ERROR(Severity.ERROR, "the cell holds a spreadsheet error instead of a value"),
    FORMULA_WITHOUT_RESULT(Severity.ERROR, "the cell holds a formula that was never computed"),

    // rows beside each other
    MERGED_FIGURE(Severity.ERROR, "a figure stands in a cell that is merged over several rows, and nobody can tell what belongs to each"),
    DUPLICATE_ROW(Severity.WARNING, "the row repeats an earlier one with the same amounts"),
    SUSPECTED_BREAKDOWN(Severity.WARNING, "rows of one key add up to a multiple of the largest: parts beside their total"),
    CONFLICTING_ROWS(Severity.ERROR, "rows of one key give different amounts"),
    ONLY_PARTS(Severity.WARNING, "parts of flows stand there without the flows' totals"),
    WORLD_DIFFERS(Severity.WARNING, "the World row is not the sum of the partners in the file"),
    MIXED_LEVELS(Severity.INFO, "codes stand beside the longer codes that they contain"),
    SUPPLIER_VANISHED(Severity.WARNING, "the largest supplier of the year before has no row"),
    SUPPLIER_GONE(Severity.WARNING, "the largest supplier of the year before has no row in the last year"),
    WEIGHT_NOT_COVERED(Severity.INFO, "part of the value is counted in a unit that is no weight, so the weight is left open");

    private final String code;
    private final Severity severity;
    private final String meaning;

    IssueCode(Severity severity, String meaning) {
        this.code = name().toLowerCase(Locale.ROOT).replace('_', '-');
        this.severity = severity;
        this.meaning = meaning;
    }

    /** The code as it stands in issues.csv, such as {@code ambiguous-number}. */
    public String code() {
        return code;
    }

    public Severity severity() {
        return severity;
    }

    /** What it means, in one line. */
    public String meaning() {
        return meaning;
    }

    public static Optional<IssueCode> find(String code) {
        for (IssueCode each : values()) {
            if (each.code().equals(code)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
