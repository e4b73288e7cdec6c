package dev.lodestone.report;

import java.util.Objects;

/**
 * A briefing that cannot be told: a broken template, a text that no font can show, a page that is not well-formed. Its message is one
 * line that says what is wrong and, where it is known, in which file, line and column.
 */
public class ReportException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final int line;
    private final int column;

    /** A failure at no particular place, with what a library said of it. */
    public ReportException(String problem, Throwable cause) {
        this(problem, "", 0, 0, cause);
    }

    /** A failure at no particular place. */
    public ReportException(String problem) {
        this(problem, "", 0, 0, null);
    }

    /**
     * A failure in a file.
     *
     * @param problem what is wrong, in a sentence without a full stop
     * @param file file or template; empty if none
     * @param line line of the file, from 1; 0 if unknown
     * @param column column of the line, from 1; 0 if unknown
     * @param cause what the library said, or null if our own check found it
     */
    public ReportException(String problem, String file, int line, int column, Throwable cause) {
        super(message(problem, file, line, column), cause);
        this.file = Objects.requireNonNull(file, "file");
        this.line = line;
        this.column = column;
    }

    /** The file or template; empty if none. */
    public String file() {
        return file;
    }

    /** Line of the file, from 1; 0 if unknown. */
    public int line() {
        return line;
    }

    /** Column of the line, from 1; 0 if unknown. */
    public int column() {
        return column;
    }

    private static String message(String problem, String file, int line, int column) {
        if (file.isEmpty()) {
            return problem;
        }
        String place = line > 0 ? ", line " + line + (column > 0 ? ", column " + column : "") : "";
        return file + place + ": " + problem;
    }
}
