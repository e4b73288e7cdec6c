package dev.lodestone.cli.schedule;

/** Who is told of a run. What goes wrong in telling is reported and changes nothing about the run. */
public interface Notices {

    /** A new edition stands. */
    void published(RunResult result);

    /**
     * A run failed.
     *
     * @param error its message
     * @param failures runs that failed since the last success, this one included
     */
    void failed(String error, int failures);
}
