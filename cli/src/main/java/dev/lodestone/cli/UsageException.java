package dev.lodestone.cli;

/** An option's value is well-formed and means nothing; the message is complete. Ends the program with {@link ExitCode#USAGE}. */
public final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }
}
