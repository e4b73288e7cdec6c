package dev.lodestone.cli;

import dev.lodestone.model.quality.Loaded;
import java.io.PrintWriter;
import java.util.List;

/** Says on stderr what is wrong with what was read, and which exit code that is. */
public final class Verdict {

    private final PrintWriter err;

    public Verdict(PrintWriter err) {
        this.err = err;
    }

    /**
     * The exit code of a reading: refused files count more than broken thresholds.
     *
     * @param reading what was read
     * @param rules thresholds that the user set
     */
    public int on(Workbench.Reading reading, List<FailOnRule> rules) {
        if (!reading.refused().isEmpty()) {
            reading.refused().forEach(line -> err.println("lodestone: " + OneLine.of(line)));
            return ExitCode.INPUT_REFUSED;
        }
        return onThresholds(reading.loaded(), rules);
    }

    /** {@link ExitCode#BELOW_THRESHOLD} if a rule is broken, each said in a line; else {@link ExitCode#DONE}. */
    public int onThresholds(Loaded<?> loaded, List<FailOnRule> rules) {
        List<String> broken = rules.stream().flatMap(rule -> rule.verdictOn(loaded).stream()).toList();
        broken.forEach(line -> err.println("lodestone: " + line));
        return broken.isEmpty() ? ExitCode.DONE : ExitCode.BELOW_THRESHOLD;
    }
}
