package dev.lodestone.report.diff;

import java.io.IOException;

/** A folder holds no edition that can be compared; the message names it and what is missing or wrong. */
public final class EditionReadException extends IOException {

    private static final long serialVersionUID = 1L;

    EditionReadException(String message) {
        super(message);
    }

    EditionReadException(String message, IOException cause) {
        super(message, cause);
    }
}
