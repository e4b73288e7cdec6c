package dev.lodestone.cli.schedule;

import java.util.Optional;

/** A way in which somebody is told of runs. What goes wrong in telling changes nothing about the run. */
public interface Notices {

    /** The option that asks for it: what could not be told is kept by this name. */
    String name();

    /** Whether a notice of this kind goes this way. */
    boolean takes(Notice.Event event);

    /**
     * Tells.
     *
     * @return what went wrong; empty once somebody was told
     */
    Optional<String> tell(Notice notice);
}
