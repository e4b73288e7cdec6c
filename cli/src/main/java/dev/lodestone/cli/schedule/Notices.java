package dev.lodestone.cli.schedule;

import java.util.List;

/** Who is told of a run. What goes wrong in telling is kept for who asks how the schedule fares and changes nothing about the run. */
public interface Notices {

    /**
     * A new edition stands.
     *
     * @return what went wrong in telling; empty if nothing did
     */
    List<String> published(RunResult result);

    /**
     * A run failed.
     *
     * @param error its message
     * @param failures runs that failed since the last success, this one included
     * @return what went wrong in telling; empty if nothing did
     */
    List<String> failed(String error, int failures);
}
