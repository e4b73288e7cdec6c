package dev.lodestone.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.OptionalInt;
import picocli.CommandLine.Model.CommandSpec;

/** What the streams are. The launcher tells, since Java cannot ask about one stream alone. */
public final class Terminal {

    /** Less leaves no room beside the names of options. */
    private static final int NARROWEST = 55;

    /** Longer lines are read no better. */
    private static final int WIDEST = 160;

    private Terminal() {}

    /** Whether {@code out} or {@code err} is a terminal, {@code pipe}: whether results go through a pipe; false when unknown. */
    static boolean shows(String stream) {
        return Arrays.asList(System.getProperty("lodestone.terminal", "").split(",")).contains(stream);
    }

    /** Where a command tells results in words: on a terminal in lines as wide as it is, else as they are. */
    public static PrintWriter words(CommandSpec command) {
        PrintWriter out = command.commandLine().getOut();
        return shows("out") ? new PrintWriter(new LineBreaker(out, Math.max(NARROWEST, command.usageMessage().width() - 1))) : out;
    }

    /**
     * The width that a user or a script asked for, as far as help can be set in it.
     *
     * @param asked the variable {@code COLUMNS}; empty where there is none
     */
    static OptionalInt width(String asked) {
        return asked.matches("[1-9]\\d{0,3}")
                ? OptionalInt.of(Math.clamp(Integer.parseInt(asked), NARROWEST, WIDEST))
                : OptionalInt.empty();
    }
}
