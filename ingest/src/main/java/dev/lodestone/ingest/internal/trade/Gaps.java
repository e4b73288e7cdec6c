package dev.lodestone.ingest.internal.trade;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Flows that a table speaks of in rows that were set aside: they exist, their amounts are unknown. */
final class Gaps {

    private final Map<Candidate.Key, Candidate> byKey = new LinkedHashMap<>();

    void add(Candidate gap) {
        byKey.putIfAbsent(gap.key(), gap);
    }

    /** The gaps of flows that no sound row tells. */
    List<Candidate> unless(Predicate<Candidate.Key> told) {
        return byKey.values().stream().filter(gap -> !told.test(gap.key())).toList();
    }

    /** The gaps of flows that no sound row tells. */
    List<Candidate> besides(List<Candidate> sound) {
        if (byKey.isEmpty()) {
            return List.of();
        }
        Set<Candidate.Key> told = new HashSet<>();
        for (Candidate each : sound) {
            if (byKey.containsKey(each.key())) {
                told.add(each.key());
            }
        }
        return unless(told::contains);
    }
}
