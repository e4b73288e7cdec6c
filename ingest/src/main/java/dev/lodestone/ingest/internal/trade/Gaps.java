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

    private final Map<Candidate.Key, Candidate> byKey = new LinkedHashMap<>();

    /** Each is a flow of its own: that nobody knows whose they are makes them neither one flow nor that of a partner without a name. */
    private final List<Candidate> ofSomeone = new ArrayList<>();

    void add(Candidate gap) {
        if (gap.key().partner().isUnnamed()) {
            ofSomeone.add(gap);
        } else {
            byKey.putIfAbsent(gap.key(), gap);
        }
    }

    /** The gaps of flows that no sound row tells. */
    List<Candidate> unless(Predicate<Candidate.Key> told) {
        return Stream.concat(byKey.values().stream().filter(gap -> !told.test(gap.key())), ofSomeone.stream()).toList();
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
