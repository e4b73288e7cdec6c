package dev.lodestone.cli;

import java.util.Arrays;
import java.util.OptionalInt;

/** What the streams are. The launcher tells, since Java cannot ask about one stream alone. */
final class Terminal {

    /** Less leaves no room beside the names of options. */
    private static final int NARROWEST = 55;

    /** Longer lines are read no better. */
    private static final int WIDEST = 160;

    private Terminal() {}

    /** Whether {@code out} or {@code err} is a terminal, {@code pipe}: whether results go through a pipe; false when unknown. */
    static boolean shows(String stream) {
        return Arrays.asList(System.getProperty("lodestone.terminal", "").split(",")).contains(stream);
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
