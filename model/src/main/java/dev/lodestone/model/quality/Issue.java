package dev.lodestone.model.quality;

import java.util.Objects;

/**
 * Something wrong with someone's file: data, not a failure.
 *
 * @param code stable kebab-case code, documented in docs/ISSUES.md
 * @param severity how much it matters
 * @param file file, and archive member after {@code !}
 * @param sheet worksheet; empty if none
 * @param line physical line on which the record starts, the header being line 1; 0 when the issue is the whole file's
 * @param record record number, header excluded; 0 when the issue is the whole file's
 * @param column column header; empty if none
 * @param cell cell address in a workbook; empty if none
 * @param text the text found
 * @param expected what was expected, in words
 * @param action what was done: {@code row set aside}, {@code value dropped}, {@code row kept}, {@code file not read} ...
 */
public record Issue(
        String code,
        Severity severity,
        String file,
        String sheet,
        long line,
        long record,
        String column,
        String cell,
        String text,
        String expected,
        String action) {

    public Issue {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(sheet, "sheet");
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(cell, "cell");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(expected, "expected");
        Objects.requireNonNull(action, "action");
    }

    /** An issue of a whole file. */
    public static Issue ofFile(String code, Severity severity, String file, String text, String expected, String action) {
        return new Issue(code, severity, file, "", 0, 0, "", "", text, expected, action);
    }

    /** One line that says all: {@code magnets.csv:14: column 'value': found '12,5', expected a plain number; row set aside [bad-number]}. */
    public String message() {
        StringBuilder s = new StringBuilder(file);
        if (!sheet.isEmpty()) {
            s.append(" [").append(sheet).append(']');
        }
        if (!cell.isEmpty()) {
            s.append(':').append(cell);
        } else if (line > 0) {
            s.append(':').append(line);
        }
        s.append(": ");
        if (!column.isEmpty()) {
            s.append("column '").append(column).append("': ");
        }
        if (!text.isEmpty()) {
            s.append("found '").append(text).append("', ");
        }
        s.append("expected ").append(expected);
        if (!action.isEmpty()) {
            s.append("; ").append(action);
        }
        return s.append(" [").append(code).append(']').toString();
    }
}
