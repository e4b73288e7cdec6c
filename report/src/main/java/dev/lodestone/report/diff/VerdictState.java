package dev.lodestone.report.diff;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.Collections;

/**
 * A verdict as an edition tells it.
 *
 * @param status how the commitment stands
 * @param measured what was measured; the upper bound where only that is known; empty without a figure
 * @param period period of the figure
 * @param terms what was promised: threshold, date and other columns that the register sets, by column
 * @param reason why it stands so
 */
public record VerdictState(String status, String measured, String period, SortedMap<String, String> terms, String reason) {

    public VerdictState {
        terms = Collections.unmodifiableSortedMap(new TreeMap<>(terms));
    }
}
