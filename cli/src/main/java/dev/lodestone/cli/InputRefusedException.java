package dev.lodestone.cli;

/** What the user named cannot be taken as input; the message is complete and names it. Ends the program with {@link ExitCode#INPUT_REFUSED}. */
public final class InputRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InputRefusedException(String message) {
        super(message);
    }

    public InputRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
