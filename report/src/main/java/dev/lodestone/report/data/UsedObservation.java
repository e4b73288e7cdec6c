package dev.lodestone.report.data;

import dev.lodestone.model.assess.Assessment;
import dev.lodestone.model.measure.SupplierFlow;
import dev.lodestone.model.measure.SupplierProfile;
import dev.lodestone.model.register.StageEntry;
import dev.lodestone.model.trade.Quantity;
import dev.lodestone.model.trade.TradeObservation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/**
 * An observation behind the figures of an assessment, with the stages that it counts for.
 *
 * @param observation the observation, as read
 * @param stages stage ids in chain order
 */
record UsedObservation(TradeObservation observation, List<String> stages) {

    private static final Comparator<UsedObservation> ORDER = Comparator.comparing((UsedObservation u) -> u.observation().reporter())
            .thenComparing(u -> u.observation().commodity())
            .thenComparing(u -> u.observation().period())
            .thenComparing(u -> u.observation().partner())
            .thenComparing(u -> u.observation().origin().source().label())
            .thenComparing(u -> u.observation().origin().line())
            .thenComparing(u -> u.observation().origin().cell());

    UsedObservation {
        stages = List.copyOf(stages);
    }

    /**
     * Every observation that feeds a profile, exports and trade within blocs included, once, however many profiles it feeds: by identity, because two rows of a file may say the
     * same and both count. World rows are among them where what they hold beyond their partners was counted.
     */
    static List<UsedObservation> of(Assessment assessment) {
        Map<TradeObservation, Set<String>> stagesOf = new IdentityHashMap<>();
        List<TradeObservation> met = new ArrayList<>();
        List<SupplierProfile> profiles = new ArrayList<>(assessment.profiles().values());
        profiles.addAll(assessment.context().records().further());
        for (SupplierProfile profile : profiles) {
            String stage = profile.key().stage();
            for (SupplierFlow flow : profile.suppliers()) {
                flow.rows().forEach(row -> note(row, stage, stagesOf, met));
            }
            for (SupplierFlow flow : profile.unnamedFlows()) {
                flow.rows().forEach(row -> note(row, stage, stagesOf, met));
            }
            profile.worldRows().forEach(row -> note(row, stage, stagesOf, met));
        }
        List<String> chain = assessment.material().stages().stream().map(StageEntry::id).toList();
        return met.stream()
                .map(o -> new UsedObservation(o, inChainOrder(stagesOf.get(o), chain)))
                .sorted(ORDER)
                .toList();
    }

    private static void note(TradeObservation row, String stage, Map<TradeObservation, Set<String>> stagesOf, List<TradeObservation> met) {
        Set<String> stages = stagesOf.get(row);
        if (stages == null) {
            stages = new TreeSet<>();
            stagesOf.put(row, stages);
            met.add(row);
        }
        stages.add(stage);
    }

    private static List<String> inChainOrder(Set<String> stages, List<String> chain) {
        return stages.stream().sorted(Comparator.comparingInt(chain::indexOf)).toList();
    }

    /** The publisher as the row names it, else as its layout does, else the file. */
    String source() {
        String note = observation.origin().note();
        if (!note.isEmpty()) {
            return note;
        }
        String title = observation.origin().source().title();
        return title.isEmpty() ? observation.origin().source().file() : title;
    }

    /** File, and archive member after {@code !}, as issues name it. */
    String file() {
        String member = observation.origin().source().member();
        return observation.origin().source().file() + (member.isEmpty() ? "" : "!" + member);
    }

    /** In the words of the tidy layout: blank when unknown. */
    String valuation() {
        return switch (observation.valuation()) {
            case CIF, FOB -> observation.valuation().name();
            case CUSTOMS -> "customs";
            case UNKNOWN -> "";
        };
    }

    /** The amount as read; blank where the publisher gives none. */
    static String amount(Quantity quantity) {
        OptionalDouble published = published(quantity);
        return published.isPresent() ? Decimals.exact(published.getAsDouble()) : "";
    }

    /** The amount as read; absent where the publisher gives none, be it missing, withheld or nil. */
    static OptionalDouble published(Quantity quantity) {
        return quantity.status() == Quantity.Status.NIL ? OptionalDouble.empty() : quantity.known();
    }

    /** In the words of the tidy layout: blank for a reported and for a missing amount, which differ by the amount. */
    static String status(Quantity quantity) {
        return switch (quantity.status()) {
            case REPORTED, MISSING, OF_SOMEONE -> "";
            case ESTIMATED, NIL, SUPPRESSED -> quantity.status().name().toLowerCase(Locale.ROOT);
        };
    }
}
