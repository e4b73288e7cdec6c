package dev.lodestone.ingest.internal.trade;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Flows that a table speaks of in rows that were set aside: they exist, their amounts are unknown. */
final class Gaps {

    /** So many rows of unknown partners are told one by one; of more, as of a column that was read wrongly, those of a series are one. */
    private static final int APART = 1000;

    private final Map<Candidate.Key, Candidate> byKey = new LinkedHashMap<>();

    /** Each is a flow of its own: that nobody knows whose they are makes them neither one flow nor that of a partner without a name. */
    private final List<Candidate> ofSomeone = new ArrayList<>();
    private final Map<Candidate.Key, Candidate> together = new LinkedHashMap<>();

    void add(Candidate gap) {
        if (gap.key().partner().isUnnamed() && ofSomeone.size() < APART) {
            ofSomeone.add(gap);
        } else if (gap.key().partner().isUnnamed()) {
            together.merge(gap.key(), gap, Candidate::together);
        } else {
            byKey.putIfAbsent(gap.key(), gap);
        }
    }

    /** The gaps of flows that no sound row tells. */
    List<Candidate> unless(Predicate<Candidate.Key> told) {
        return Stream.of(byKey.values().stream().filter(gap -> !told.test(gap.key())), ofSomeone.stream(), together.values().stream())
                .flatMap(gaps -> gaps)
                .toList();
    }

    /** The gaps of flows that no sound row tells. */
    List<Candidate> besides(List<Candidate> sound) {
        Set<Candidate.Key> told = new HashSet<>();
        for (Candidate each : sound) {
            if (byKey.containsKey(each.key())) {
                told.add(each.key());
            }
        }
        return unless(told::contains);
    }
}
