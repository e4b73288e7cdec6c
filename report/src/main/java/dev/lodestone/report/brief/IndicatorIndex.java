package dev.lodestone.report.brief;

import dev.lodestone.model.measure.Indicator;
import dev.lodestone.model.measure.ProfileKey;
import dev.lodestone.model.trade.Economy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An assessment's figures by what they are about, in their order: pages ask for one of many thousands, again and again. */
final class IndicatorIndex {

    private final Map<ProfileKey, List<Indicator>> byKey = new HashMap<>();
    private final Map<Economy, List<Indicator>> byEconomy = new HashMap<>();

    IndicatorIndex(List<Indicator> indicators) {
        ProfileKey last = null;
        List<Indicator> ofKey = List.of();
        List<Indicator> ofEconomy = List.of();
        for (Indicator i : indicators) {
            // Figures of the same imports follow each other and share the key.
            if (i.about() != last) {
                last = i.about();
                ofKey = byKey.computeIfAbsent(last, k -> new ArrayList<>());
                ofEconomy = byEconomy.computeIfAbsent(last.economy(), e -> new ArrayList<>());
            }
            ofKey.add(i);
            ofEconomy.add(i);
        }
    }

    /** Figures of one stage or line in one period. */
    List<Indicator> about(ProfileKey key) {
        return byKey.getOrDefault(key, List.of());
    }

    /** Figures of a buyer. */
    List<Indicator> of(Economy buyer) {
        return byEconomy.getOrDefault(buyer, List.of());
    }

    /** A measure's figures of a buyer's stage as a whole, in every period. */
    List<Indicator> ofStage(Economy buyer, String stage, String measure) {
        return of(buyer).stream()
                .filter(i -> i.measure().equals(measure) && i.about().isWholeStage() && i.about().stage().equals(stage))
                .toList();
    }
}
