package dev.lodestone.model.quality;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * The account of one table: every row read is kept, out of scope or set aside.
 *
 * @param source the table; its layout is empty when none was recognised
 * @param why how the layout was recognised, or why none was
 * @param rowsRead data rows read
 * @param rowsKept rows whose figures became observations
 * @param rowsOutOfScope sound rows that are not wanted: other commodities, declared totals or repeats
 * @param rowsSetAside defective or suspect rows
 * @param periods first and last period, or fewer; in text form
 * @param reporters reporters met
 * @param issueCounts number of issues by code, all counted even where not all are stored
 * @param completeness whether the table tells all of the trade that it speaks of
 */
public record FileReport(
        DataSource source,
        String why,
        long rowsRead,
        long rowsKept,
        long rowsOutOfScope,
        long rowsSetAside,
        List<String> periods,
        SortedSet<String> reporters,
        SortedMap<String, Long> issueCounts,
        Completeness completeness) {

    /** An account of a table that holds no series of trade. */
    public FileReport(
            DataSource source,
            String why,
            long rowsRead,
            long rowsKept,
            long rowsOutOfScope,
            long rowsSetAside,
            List<String> periods,
            SortedSet<String> reporters,
            SortedMap<String, Long> issueCounts) {
        this(source, why, rowsRead, rowsKept, rowsOutOfScope, rowsSetAside, periods, reporters, issueCounts, Completeness.NOTHING);
    }

    public FileReport {
        if (rowsRead != rowsKept + rowsOutOfScope + rowsSetAside) {
            throw new IllegalArgumentException(source.label() + ": rows read " + rowsRead + " are not the sum of kept " + rowsKept
                    + ", out of scope " + rowsOutOfScope + " and set aside " + rowsSetAside);
        }
        periods = List.copyOf(periods);
    }

    public boolean isRecognised() {
        return !source.layout().isEmpty();
    }
}
