package dev.lodestone.cli;

/** What a script may rely on. */
public final class ExitCode {

    /** Done. */
    public static final int DONE = 0;

    /** Done, but below a threshold that the user set. */
    public static final int BELOW_THRESHOLD = 1;

    /** The command line or the configuration is wrong. */
    public static final int USAGE = 2;

    /** The input is refused: not there, not readable, of no known layout. */
    public static final int INPUT_REFUSED = 3;

    /** Failed: nothing was published. */
    public static final int FAILURE = 4;

    private ExitCode() {}
}
