package dev.lodestone.report.edition;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** An edition could not be published: nothing of it is left, and past editions stand as they were. The message names the folder. */
public final class EditionException extends IOException {

    private static final long serialVersionUID = 1L;

    EditionException(Path out, IOException cause) {
        super("cannot publish into " + out + ": " + reasonOf(cause), cause);
    }

    private static String reasonOf(IOException cause) {
        return switch (cause) {
            case AccessDeniedException e -> "permission denied: " + e.getFile();
            case NoSuchFileException e -> e.getFile() + " does not exist";
            case FileAlreadyExistsException e -> e.getFile() + " is a file, where a folder is needed";
            case FileSystemException e when e.getReason() != null -> e.getReason() + ": " + e.getFile();
            default -> cause.getMessage() == null ? cause.toString() : cause.getMessage();
        };
    }
}
