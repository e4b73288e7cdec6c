package dev.lodestone.report.diff;

import java.util.Comparator;

/** Which verdict: the columns of commitments.csv that name it. */
public record VerdictKey(String id, String party, String stage, String commodity) implements Comparable<VerdictKey> {

    private static final Comparator<VerdictKey> ORDER = Comparator.comparing(VerdictKey::id)
            .thenComparing(VerdictKey::party)
            .thenComparing(VerdictKey::stage)
            .thenComparing(VerdictKey::commodity);

    @Override
    public int compareTo(VerdictKey other) {
        return ORDER.compare(this, other);
    }
}
