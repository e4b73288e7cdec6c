package dev.lodestone.report.brief;

import dev.lodestone.model.measure.Basis;
import dev.lodestone.model.measure.Outcome;
import dev.lodestone.model.measure.SupplierProfile;
import dev.lodestone.model.register.StageEntry;
import dev.lodestone.model.text.Statement;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.ReferencePeriod;
import java.util.List;
import java.util.Optional;

/**
 * One buyer's figures at one stage: the last year that can be told, and what it may be compared with. Where there is no calendar year, the
 * last part of one, or fiscal year, stands for it.
 *
 * @param buyer the buyer
 * @param stage the stage
 * @param years calendar years on record, in order
 * @param basis what the shares are shares of
 * @param latest last year with a figure of its own; absent when there are only bounds or nothing
 * @param bound last year of which only bounds are known, or an upper one, where it is later than {@code latest} or there is no such year
 * @param earlier last year before {@code latest} that has a figure and may be compared with it
 * @param soFar newest part of a year that is not over, behind the last year on record, where its share is known
 * @param weighed the same told by weight, where that tells anything and the value nothing
 * @param line the one customs line that is told of, since nothing is known of the stage as a whole; empty for the whole
 */
record StageStory(
        Economy buyer,
        StageEntry stage,
        Basis basis,
        List<SupplierProfile> years,
        Optional<SupplierProfile> latest,
        Optional<SupplierProfile> bound,
        Optional<SupplierProfile> earlier,
        Optional<SupplierProfile> soFar,
        Optional<StageStory> weighed,
        String line) {

    /** Half a point: a share that moved less is told as about the same. */
    static final double HARDLY = 0.005;

    /** A point: a share known no better is told by its bounds, and neither compared nor counted. */
    private static final double A_POINT = 0.01;

    static StageStory of(Desk desk, Economy buyer, StageEntry stage) {
        StageStory byValue = of(desk, buyer, stage, Basis.VALUE, "");
        Optional<StageStory> weighed = byValue.hasAnything() ? Optional.empty() : Optional.of(of(desk, buyer, stage, Basis.WEIGHT, "")).filter(StageStory::hasAnything);
        return new StageStory(buyer, stage, byValue.basis, byValue.years, byValue.latest, byValue.bound, byValue.earlier, byValue.soFar, weighed, "");
    }

    /**
     * One customs line of a stage, told as a stage is.
     *
     * @param as the stage under the name of its line
     */
    static StageStory ofLine(Desk desk, Economy buyer, StageEntry as, String line) {
        return of(desk, buyer, as, Basis.VALUE, line);
    }

    private static StageStory of(Desk desk, Economy buyer, StageEntry stage, Basis basis, String line) {
        List<SupplierProfile> years = desk.assessment.years(buyer, stage.id(), line);
        List<SupplierProfile> parts = line.isEmpty() ? desk.assessment.parts(buyer, stage.id()) : List.of();
        SupplierProfile latest = null;
        SupplierProfile bound = null;
        SupplierProfile earlier = null;
        for (SupplierProfile p : (years.isEmpty() ? parts : years).reversed()) {
            Outcome share = desk.watchedShare(p, basis);
            if (latest == null && isFigure(share)) {
                latest = p;
            } else if (latest == null && share.hasValue()) {
                // Known from both sides, it says more of today than an older figure.
                bound = p;
                break;
            } else if (latest == null && bound == null && share.high().isPresent()) {
                bound = p;
            } else if (latest != null
                    && earlier == null
                    && isFigure(share)
                    && isSamePart(p.key().period(), latest.key().period())
                    && desk.assessment.breakBetween(p, latest).isEmpty()) {
                earlier = p;
            }
        }
        Optional<SupplierProfile> newest = parts.isEmpty() || years.isEmpty() ? Optional.empty() : Optional.of(parts.getLast());
        Optional<SupplierProfile> soFar =
                newest.filter(p -> p.key().period().end().isAfter(years.getLast().key().period().end())).filter(p -> desk.watchedShare(p, basis).hasValue());
        return new StageStory(
                buyer, stage, basis, years, Optional.ofNullable(latest), Optional.ofNullable(bound), Optional.ofNullable(earlier), soFar, Optional.empty(), line);
    }

    /** What an ally's own page tells: the story by value, or that by weight where the value tells nothing. */
    StageStory told() {
        return weighed.orElse(this);
    }

    /** What a history may show: the calendar years; without any, the parts of a year, or fiscal years, that are like the one told of. */
    List<SupplierProfile> history(Desk desk) {
        return years.isEmpty() && hasAnything()
                ? desk.assessment.parts(buyer, stage.id()).stream().filter(p -> isSamePart(p.key().period(), period())).toList()
                : years;
    }

    /** Whether one is as long as the other and begins in the same month: other parts of a year differ by the season. */
    private static boolean isSamePart(ReferencePeriod one, ReferencePeriod other) {
        return one.months() == other.months() && one.start().getMonth() == other.start().getMonth();
    }

    /** Whether a share is known well enough to be told as one number. */
    static boolean isFigure(Outcome share) {
        return share.hasValue() && (share.isOk() || share.high().orElse(1) - share.low().orElse(0) <= A_POINT);
    }

    boolean hasFigure() {
        return latest.isPresent();
    }

    boolean hasAnything() {
        return latest.isPresent() || bound.isPresent();
    }

    /** Whether a share is known by weight alone: it is told as such, and not compared with shares by value. */
    boolean isByWeight() {
        return basis == Basis.WEIGHT || weighed.isPresent();
    }

    /** The watched supplier's share in a profile of this story. */
    Outcome share(Desk desk, SupplierProfile p) {
        return desk.watchedShare(p, basis);
    }

    /** Key of a text that names the basis: there is one of each. */
    String key(String key) {
        return basis == Basis.WEIGHT ? key + "-weight" : key;
    }

    /** The profile that speaks for the stage: the last figure, else the last bound. */
    Optional<SupplierProfile> spoken() {
        return latest.isPresent() ? latest : bound;
    }

    /** Year in which what is told of ends. */
    int year() {
        return period().end().getYear();
    }

    ReferencePeriod period() {
        return spoken().orElseThrow().key().period();
    }

    /** Why there is no figure, in short. */
    String whyNot(Desk desk) {
        if (years.isEmpty()) {
            return desk.say("stage.none-at-hand");
        }
        SupplierProfile last = years.getLast();
        Statement why = last.obstacle(Basis.VALUE).orElseGet(() -> share(desk, last).why());
        return why.isEmpty() ? desk.say("stage.none-at-hand") : desk.tell(why);
    }
}
