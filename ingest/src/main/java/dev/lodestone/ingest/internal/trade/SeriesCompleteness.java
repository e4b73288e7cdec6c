package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.IssueCode;
import dev.lodestone.model.quality.Completeness;
import dev.lodestone.model.quality.Completeness.Reason;
import dev.lodestone.model.quality.Completeness.Verdict;
import dev.lodestone.model.quality.FileReport;
import dev.lodestone.model.trade.CommodityCode;
import dev.lodestone.model.trade.Coverage;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.ReferencePeriod;
import dev.lodestone.model.trade.TradeFlow;
import dev.lodestone.model.trade.TradeObservation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Judges which series of a table are complete, by the same signs that the measures go by. */
final class SeriesCompleteness {

    /** Below this, a World row and its partners differ by rounding. */
    private static final double WORLD_TOLERANCE = 0.005;

    private static final int MOST_SHOWN = 1_000;

    /** One reporter's flow of one commodity in one period. */
    record SeriesKey(Economy reporter, TradeFlow flow, CommodityCode commodity, ReferencePeriod period) {

        static SeriesKey of(TradeObservation o) {
            return new SeriesKey(o.reporter(), o.flow(), o.commodity(), o.period());
        }
    }

    /** What is known of a series while its table is read. */
    static final class State {
        private Set<Reason> reasons = Set.of(); // most series have none, and there may be a million of them
        private boolean hasPartners;
        private double partners;
        private double world = -1;

        /** One of sums that were made elsewhere. */
        static State of(Set<Reason> reasons, boolean hasPartners, double partners, double world) {
            State state = new State();
            reasons.forEach(state::add);
            state.hasPartners = hasPartners;
            state.partners = partners;
            state.world = world;
            return state;
        }

        /** Adds what another part of the series says. */
        void merge(State other) {
            other.reasons.forEach(this::add);
            hasPartners |= other.hasPartners;
            partners += other.partners;
            world = other.world < 0 ? world : Math.max(world, 0) + other.world;
        }

        void add(Reason reason) {
            if (reasons.isEmpty()) {
                reasons = EnumSet.of(reason);
            } else {
                reasons.add(reason);
            }
        }

        void remove(Reason reason) {
            if (reasons.contains(reason)) {
                reasons.remove(reason);
            }
        }
    }

    private final boolean cut;
    private final Set<Reason> all = EnumSet.noneOf(Reason.class);
    private final List<Completeness.Series> shown = new ArrayList<>();
    private long complete;
    private long bounded;
    private long unusable;

    /**
     * @param cut whether the table ends where the publisher cuts its answers
     */
    SeriesCompleteness(boolean cut) {
        this.cut = cut;
    }

    /**
     * The verdict.
     *
     * @param observations the table's observations, World rows and flows without amounts included
     * @param cut whether the table ends where the publisher cuts its answers
     * @param untold number of rows set aside that do not tell of which series they are
     */
    static Completeness of(Stream<TradeObservation> observations, boolean cut, long untold) {
        Map<SeriesKey, State> states = new LinkedHashMap<>();
        observations.forEach(o -> look(o, states.computeIfAbsent(SeriesKey.of(o), key -> new State())));
        SeriesCompleteness judged = new SeriesCompleteness(cut);
        states.forEach(judged::judge);
        return judged.verdict(untold);
    }

    /** The verdict over a table that was reported, with observations that were added to its own. */
    static Completeness anew(FileReport report, Stream<TradeObservation> observations) {
        return of(
                observations,
                report.issueCounts().containsKey(IssueCode.ROW_LIMIT_REACHED.code()),
                report.completeness().reasons().contains(Reason.UNTOLD_ROWS) ? 1 : 0);
    }

    /** Takes in a series whose rows were all seen. */
    void judge(SeriesKey key, State state) {
        Verdict verdict = verdict(state, cut);
        complete += verdict == Verdict.COMPLETE ? 1 : 0;
        bounded += verdict == Verdict.BOUNDED ? 1 : 0;
        unusable += verdict == Verdict.UNUSABLE ? 1 : 0;
        if (verdict != Verdict.COMPLETE) {
            all.addAll(state.reasons);
            if (shown.size() < MOST_SHOWN) {
                shown.add(new Completeness.Series(
                        key.reporter().code(), key.flow().code(), key.commodity().digits(), key.period().toString(), verdict, state.reasons));
            }
        }
    }

    /**
     * The verdict over all series judged.
     *
     * @param untold number of rows set aside that do not tell of which series they are
     */
    Completeness verdict(long untold) {
        if (untold > 0) {
            all.add(Reason.UNTOLD_ROWS);
        }
        return new Completeness(complete, bounded, unusable, all, shown);
    }

    private static void look(TradeObservation o, State state) {
        if (o.partner().isWorld()) {
            state.world = o.value().isKnown() ? Math.max(state.world, 0) + o.value().amount() : state.world;
            return;
        }
        state.hasPartners = true;
        state.partners += o.value().isKnown() ? o.value().amount() : 0;
        if (o.coverage() != Coverage.COMPLETE) {
            state.add(o.coverage() == Coverage.MAIN_PARTNERS ? Reason.MAIN_PARTNERS : Reason.SELECTED_PARTNERS);
        }
        if (!o.value().isKnown()) {
            state.add(reason(o.origin().note()));
        }
    }

    /** Why a flow with this note has no amount. */
    static Reason reason(String note) {
        if (note.contains(VanishedSuppliers.NO_ROW)) {
            return Reason.SUPPLIER_VANISHED;
        }
        return note.contains(Candidate.SET_ASIDE) ? Reason.ROWS_SET_ASIDE : Reason.WITHHELD;
    }

    private static Verdict verdict(State state, boolean cut) {
        if (!state.hasPartners) {
            state.add(Reason.WORLD_ONLY);
            return Verdict.UNUSABLE;
        }
        boolean agrees = state.world >= 0 && state.partners >= state.world * (1 - WORLD_TOLERANCE);
        if (state.world > 0 && !agrees) {
            state.add(Reason.LESS_THAN_WORLD);
        }
        if (agrees && state.world > 0) {
            return bounded(state);
        }
        if (cut) {
            state.remove(Reason.SELECTED_PARTNERS); // which is what a cut makes of a series
            state.add(Reason.CUT_AT_LIMIT);
        }
        return bounded(state);
    }

    private static Verdict bounded(State state) {
        return state.reasons.isEmpty() ? Verdict.COMPLETE : Verdict.BOUNDED;
    }
}
