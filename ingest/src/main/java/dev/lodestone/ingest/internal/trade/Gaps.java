package dev.lodestone.ingest.internal.trade;

import dev.lodestone.model.trade.Quantity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Flows that a table speaks of in rows that were set aside, or in parts alone: they exist, their amounts are unknown. */
final class Gaps {

    /** So many rows of unknown partners are told one by one; of more, as of a column that was read wrongly, those of a series are one. */
    private static final int APART = 1000;

    private final Map<Candidate.Key, Candidate> byKey = new LinkedHashMap<>();

    /** Each is a flow of its own: that nobody knows whose they are makes them neither one flow nor that of a partner without a name. */
    private final List<Candidate> ofSomeone = new ArrayList<>();
    private final Map<Candidate.Key, Together> together = new LinkedHashMap<>();

    /** Flows of which a part was met: as a rule their whole is met, too, and they are none. */
    private final Map<Candidate.Key, Candidate> inParts = new LinkedHashMap<>();

    /** Flows of one series as one. What they come to is added up here: a flow made anew with each row would outlive a young generation. */
    private static final class Together {

        private final Candidate first;

        /** Not a number where it is not known. */
        private double value;

        private double weight;

        Together(Candidate first) {
            this.first = first;
            this.value = first.value().ofSomeone().orElse(Double.NaN);
            this.weight = first.netWeightKg().ofSomeone().orElse(Double.NaN);
        }

        void add(Candidate other) {
            value += first.currency().equals(other.currency()) ? other.value().ofSomeone().orElse(Double.NaN) : Double.NaN;
            weight += other.netWeightKg().ofSomeone().orElse(Double.NaN);
        }

        Candidate candidate() {
            Quantity worth = quantity(value);
            Quantity kilograms = quantity(weight);
            return first.with(worth, kilograms, Candidate.setAside(worth, kilograms));
        }

        private static Quantity quantity(double amount) {
            return Double.isNaN(amount) ? Quantity.MISSING : Quantity.ofSomeone(amount);
        }
    }

    void add(Candidate gap) {
        if (gap.key().partner().isUnnamed() && ofSomeone.size() < APART) {
            ofSomeone.add(gap);
        } else if (gap.key().partner().isUnnamed()) {
            Together before = together.get(gap.key());
            if (before == null) {
                together.put(gap.key(), new Together(gap));
            } else {
                before.add(gap);
            }
        } else {
            byKey.putIfAbsent(gap.key(), gap);
        }
    }

    /** Adds the flow of a row that tells a part of it. */
    void addPart(Candidate part) {
        inParts.putIfAbsent(part.key(), part);
    }

    /** The flows that no sound row tells and no row set aside: only parts of them stand there. */
    List<Candidate> onlyInParts(Predicate<Candidate.Key> told) {
        return inParts.values().stream()
                .filter(part -> !byKey.containsKey(part.key()) && !together.containsKey(part.key()) && !told.test(part.key()))
                .toList();
    }

    /** The flows that no sound row tells and no row set aside: only parts of them stand there. */
    List<Candidate> onlyInParts(List<Candidate> sound) {
        Set<Candidate.Key> told = new HashSet<>();
        for (Candidate each : inParts.isEmpty() ? List.<Candidate>of() : sound) {
            told.add(each.key());
        }
        return onlyInParts(told::contains);
    }

    /** The gaps of flows that no sound row tells. */
    List<Candidate> unless(Predicate<Candidate.Key> told) {
        return Stream.of(byKey.values().stream().filter(gap -> !told.test(gap.key())), ofSomeone.stream(), together.values().stream().map(Together::candidate))
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
