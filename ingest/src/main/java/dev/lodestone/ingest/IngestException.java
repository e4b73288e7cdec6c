package dev.lodestone.ingest;

import java.util.Objects;

/** Reading cannot go on: a layout file is wrong, or a file fits two layouts. What is wrong with rows is an issue, never this. */
public final class IngestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String file;

    public IngestException(String file, String message) {
        super(file + ": " + message);
        this.file = Objects.requireNonNull(file, "file");
    }

    public IngestException(String file, String message, Throwable cause) {
        super(file + ": " + message, cause);
        this.file = Objects.requireNonNull(file, "file");
    }

    /** The file's name as it was given. */
    public String file() {
        return file;
    }
}
