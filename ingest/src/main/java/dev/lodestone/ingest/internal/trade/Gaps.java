package dev.lodestone.ingest.internal.trade;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Flows that a table speaks of in rows that were set aside: they exist, their amounts are unknown. */
final class Gaps {

    private final Map<Candidate.Key, Candidate> byKey = new LinkedHashMap<>();

    void add(Candidate gap) {
        byKey.putIfAbsent(gap.key(), gap);
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
        List<Candidate> gaps = new ArrayList<>();
        byKey.forEach((key, gap) -> {
            if (!told.contains(key)) {
                gaps.add(gap);
            }
        });
        return gaps;
    }
}
