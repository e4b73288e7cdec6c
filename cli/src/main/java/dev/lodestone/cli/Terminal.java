package dev.lodestone.cli;

import java.util.Arrays;

/** What the streams are. The launcher tells, since Java cannot ask about one stream alone. */
final class Terminal {

    private Terminal() {}

    /** Whether {@code out} or {@code err} is a terminal, {@code pipe}: whether results go through a pipe; false when unknown. */
    static boolean shows(String stream) {
        return Arrays.asList(System.getProperty("lodestone.terminal", "").split(",")).contains(stream);
    }
}
