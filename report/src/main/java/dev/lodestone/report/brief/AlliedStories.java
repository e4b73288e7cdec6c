package dev.lodestone.report.brief;

import dev.lodestone.model.measure.Basis;
import dev.lodestone.model.measure.SupplierProfile;
import dev.lodestone.model.register.StageEntry;
import dev.lodestone.model.trade.Economy;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What each of an edition's buyers shows at each stage, and which of these figures the allied pages count. */
final class AlliedStories {

    /** A share above which a buyer depends on one supplier more than on all others together. */
    static final double HALF = 0.5;

    private final Desk desk;
    private final Map<Economy, List<StageStory>> byBuyer = new LinkedHashMap<>();

    AlliedStories(Desk desk) {
        this.desk = desk;
        for (Economy e : desk.assessment.economies()) {
            byBuyer.put(e, desk.stages().stream().map(s -> StageStory.of(desk, e, s)).toList());
        }
    }

    /** The stages of each buyer, in the register's order. */
    Map<Economy, List<StageStory>> byBuyer() {
        return byBuyer;
    }

    Stream<StageStory> all() {
        return byBuyer.values().stream().flatMap(List::stream);
    }

    /** The stage with most figures; of equals the one nearest to the finished good. */
    StageEntry lead() {
        return desk.stages().stream()
                .max(Comparator.comparingLong((StageEntry s) -> withFigure(s).size()).thenComparing(StageEntry::order))
                .orElseThrow();
    }

    /** Who has a figure of a year at a stage. */
    List<StageStory> withFigure(StageEntry stage) {
        return at(stage).filter(StageStory::hasFigure).toList();
    }

    /** As {@link #withFigure}, blocs left out where anyone else has a figure: their members are counted already. */
    List<StageStory> counted(StageEntry stage) {
        return desk.byThemselves(withFigure(stage));
    }

    /** Who has anything at some stage; where nobody has a figure, a bound. */
    List<Economy> withAnything() {
        return byBuyer.entrySet().stream()
                .filter(of -> of.getValue().stream().anyMatch(StageStory::hasAnything))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Who has a share by weight at some stage; told where nobody has anything by value. */
    List<Economy> withWeights() {
        return byBuyer.entrySet().stream()
                .filter(of -> of.getValue().stream().anyMatch(StageStory::isByWeight))
                .map(Map.Entry::getKey)
                .toList();
    }

    Stream<StageStory> at(StageEntry stage) {
        return all().filter(s -> s.stage().equals(stage));
    }

    /** Those of {@link #withFigure} whose share is known by weight, too. */
    List<StageStory> weighed(StageEntry stage) {
        return withFigure(stage).stream()
                .filter(s -> s.latest().orElseThrow().obstacle(Basis.WEIGHT).isEmpty())
                .toList();
    }

    /** The watched supplier's share by value in the last year with a figure. */
    double share(StageStory s) {
        return desk.watchedShare(s.latest().orElseThrow(), Basis.VALUE).value().orElse(0);
    }

    double weightShare(StageStory s) {
        return desk.watchedShare(s.latest().orElseThrow(), Basis.WEIGHT).value().orElse(0);
    }

    String publishers() {
        return desk.assessment.profiles().values().stream().map(SupplierProfile::publisher).distinct().collect(Collectors.joining(", "));
    }
}
