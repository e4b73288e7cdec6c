package dev.lodestone.model.commitment;

import dev.lodestone.model.measure.Basis;
import dev.lodestone.model.measure.MirrorGap;
import dev.lodestone.model.measure.Outcome;
import dev.lodestone.model.measure.Shares;
import dev.lodestone.model.measure.SupplierFlow;
import dev.lodestone.model.measure.SupplierProfile;
import dev.lodestone.model.measure.Threshold;
import dev.lodestone.model.progress.Projection;
import dev.lodestone.model.progress.SenSlope;
import dev.lodestone.model.progress.YearlyValue;
import dev.lodestone.model.register.Commitment;
import dev.lodestone.model.register.Material;
import dev.lodestone.model.register.Registers;
import dev.lodestone.model.register.StageEntry;
import dev.lodestone.model.text.Statement;
import dev.lodestone.model.text.Term;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.ReferencePeriod;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.DoubleStream;

/**
 * Ceiling on a supplier's share.
 *
 * <p>The last calendar year with a figure is held against the threshold, by value; where the text does not say which basis it means and
 * weight gives another verdict, the result is indeterminate. Fiscal years, and weight of years of which no value is told, stand in where
 * they come nearer to the year that decides. A verdict stands only when the whole interval of the figure lies on one
 * side of the threshold. Above the ceiling and before the date, the pace over at least four comparable years decides between on track,
 * off track and moving away, where the whole 90 % interval of the pace, and all that is open about the last figure, lies in one of these
 * bands, else it is indeterminate; with fewer years it is open. After the date only a figure for the target year or a later one decides; an older one leaves the
 * outcome unknown. Import shares stand in for consumption shares only by name: the reason says so.
 */
final class CeilingRule {

    /** Fewest comparable years from which a pace is told. */
    static final int LEAST_YEARS = 4;

    /** What bounds leave open is told from here on: less does not show in a percentage. */
    private static final double VISIBLE = 0.0005;
    /** One in the last digit of a share that is told. */
    private static final double LEAST_POINTS = 0.001;

    /** Further off than any year after a target. */
    private static final int FAR = 1000;

    private static final double ON_TRACK = 0.95;
    private static final double SLOW_FROM = 0.60;

    /** What a ratio of paces may lie below an edge and stand at it: more than the last binary digits of shares bring in, less than any figure resolves. */
    private static final double SLACK = 1e-9;

    private final Registers registers;
    private final Material material;
    private final LocalDate asOf;

    CeilingRule(Registers registers, Material material, LocalDate asOf) {
        this.registers = registers;
        this.material = material;
        this.asOf = asOf;
    }

    private record Level(SupplierProfile profile, Economy supplier, Outcome share) {
        /** A year goes by its first month: figures of a fiscal year and a deadline in it stand in the same one. */
        int year() {
            return profile.key().period().year();
        }

        Term when() {
            return CeilingRule.when(profile.key().period());
        }
    }

    private static Term when(ReferencePeriod year) {
        return year.isCalendarYear() ? Term.year(year.year()) : Term.span(year);
    }

    /**
     * What a verdict stands on.
     *
     * @param record years of one kind, calendar or fiscal
     * @param basis what they are read by
     * @param alone whether the text does not say which basis counts, and no value is told of the year
     */
    private record Ground(SupplyRecord record, Basis basis, boolean alone) {}

    /** The figures that can decide, the usual ones first: calendar years before fiscal years, value before weight where the text does not say which counts. */
    private static List<Ground> grounds(Commitment c, SupplyRecord all) {
        List<Ground> grounds = new ArrayList<>();
        for (SupplyRecord record : all.fiscalYears().isEmpty() ? List.of(all) : List.of(all, all.inFiscalYears())) {
            grounds.add(new Ground(record, c.basis().equals("weight") ? Basis.WEIGHT : Basis.VALUE, false));
            if (c.basis().isBlank()) {
                grounds.add(new Ground(record, Basis.WEIGHT, true));
            }
        }
        return grounds;
    }

    /** The newest figure of a ground, and after the date the first from the year in which it lay. */
    private Optional<Level> deciding(Commitment c, Ground ground) {
        Optional<Level> newest = latest(c, ground.record(), ground.basis(), c.threshold().getAsDouble());
        return isPast(c)
                ? firstFrom(c, ground.record(), ground.basis(), ground.record().yearOf(c.targetDate().get()).year()).or(() -> newest)
                : newest;
    }

    private boolean isPast(Commitment c) {
        return c.targetDate().isPresent() && c.targetDate().get().isBefore(asOf);
    }

    /** Years by which a figure is further from deciding than one could be: from the target's year once that is past, else from the end of time. */
    private int distance(Commitment c, Ground ground, Level level) {
        if (!isPast(c)) {
            return -level.year();
        }
        int after = level.year() - ground.record().yearOf(c.targetDate().get()).year();
        return after >= 0 ? after : FAR - after;
    }

    /** The first of the grounds unless another has a figure of a year that is nearer to deciding; weight stands alone only for a year of which no value is told. */
    private Ground best(Commitment c, SupplyRecord all) {
        List<Ground> grounds = grounds(c, all);
        Ground best = grounds.getFirst();
        int least = deciding(c, best).map(level -> distance(c, grounds.getFirst(), level)).orElse(Integer.MAX_VALUE);
        for (Ground ground : grounds.subList(1, grounds.size())) {
            Optional<Level> level = deciding(c, ground)
                    .filter(l -> l.share().hasValue() || side(l.share(), c.threshold().getAsDouble()) != CommitmentStatus.INDETERMINATE)
                    .filter(l -> !ground.alone() || levelOf(c, l.profile(), Basis.VALUE).isEmpty());
            if (level.isPresent() && distance(c, ground, level.get()) < least) {
                best = ground;
                least = distance(c, ground, level.get());
            }
        }
        return best;
    }

    CommitmentResult judge(Commitment c, Economy party, StageEntry stage, String line, SupplyRecord onRecord) {
        SupplyRecord all = onRecord.endedBy(asOf);
        Statement notOver = notOver(onRecord, all);
        Ground ground = best(c, all);
        SupplyRecord record = ground.record();
        Basis basis = ground.basis();
        boolean past = isPast(c);
        double threshold = c.threshold().getAsDouble();
        Optional<Level> newest = latest(c, record, basis, threshold);
        Optional<Level> found = deciding(c, ground);
        if (found.isEmpty()) {
            Statement why = record.profiles().isEmpty()
                    ? Statement.of("ceiling.no-figure", stage.nounTerm(), registers.inText(party))
                    : untold(c, record, basis);
            return result(c, party, stage, line, CommitmentStatus.NOT_TESTABLE, null, Optional.empty(),
                    c.missing().isBlank()
                            ? Statement.of("ceiling.untold", why).and(notOver)
                            : Statement.of("ceiling.untold-missing", why, c.term("missing", c.missing())).and(notOver),
                    why.key().equals("reason.no-imports")
                            ? Statement.of("ceiling.settle-purchases", stage.nounTerm(), registers.inText(party))
                            : Statement.of("ceiling.settle-series", stage.nounTerm(), registers.inText(party)));
        }
        Level level = found.get();
        int year = level.year();
        CommitmentStatus side = side(level.share(), threshold);
        ReferencePeriod target = c.targetDate().map(record::yearOf).orElse(null);
        List<Statement> said = new ArrayList<>();
        said.add(told(level, basis, threshold));
        if (ground.alone()) {
            said.add(Statement.of("ceiling.weight-alone"));
        }
        if (!level.profile().key().period().isCalendarYear()) {
            said.add(past ? Statement.of("ceiling.fiscal-deadline", Term.day(c.targetDate().get())) : Statement.of("ceiling.fiscal"));
        }
        Optional<Level> byWeight = otherBasis(c, level, basis);
        boolean split = byWeight.isPresent() && isOtherwise(byWeight.get().share(), threshold, side);
        byWeight.ifPresent(w -> said.add(Statement.of("ceiling.by-weight", shareText(w.share()))));
        if (split) {
            said.add(Statement.of("ceiling.split"));
        }
        Optional<Outcome> bySeller = bySeller(record, basis, level);
        CommitmentStatus sellersSide = bySeller.map(o -> side(o, threshold)).orElse(side);
        bySeller.filter(o -> sellersSide != side).ifPresent(
                o -> said.add(Statement.of("ceiling.mirror", registers.inText(level.supplier()), Shares.span(o.low().orElse(0), o.high().orElse(1)))));
        said.add(denominator(c));
        if (past && year > target.year()) {
            said.add(Statement.of("ceiling.first-since", when(target), level.when()));
        }
        said.add(notOver);
        Statement why = Statement.text(said);
        if (past && year < target.year()) {
            return result(c, party, stage, line, CommitmentStatus.OUTCOME_UNKNOWN, level, Optional.empty(),
                    Statement.of("ceiling.stale", level.when(), why, noFigure(c, record, basis, target))
                            .and(
                                    c.missing().isBlank()
                                            ? Statement.NONE
                                            : Statement.of("commitment.missing", c.term("missing", c.missing()))),
                    Statement.of("ceiling.settle-figure", when(target)));
        }
        if (split) {
            return result(c, party, stage, line, CommitmentStatus.INDETERMINATE, level, Optional.empty(), why,
                    Statement.of("ceiling.settle-basis"));
        }
        if (side == CommitmentStatus.INDETERMINATE) {
            return result(c, party, stage, line, side, level, Optional.empty(), why,
                    basis == Basis.WEIGHT && level.profile().obstacle(basis).isPresent()
                            ? Statement.of("ceiling.settle-weights", level.when())
                            : level.share().isUpperBound()
                            ? Statement.of("ceiling.settle-complete", level.when())
                            : Statement.of("ceiling.settle-unnamed"));
        }
        if (sellersSide != side) {
            return result(c, party, stage, line, CommitmentStatus.INDETERMINATE, level, Optional.empty(), why,
                    Statement.of("ceiling.settle-mirror"));
        }
        if (past) {
            return afterTheDate(c, party, stage, line, record, basis, level, newest.orElse(level), side, why);
        }
        if (side == CommitmentStatus.MET) {
            return result(c, party, stage, line, CommitmentStatus.MET, level, Optional.empty(),
                    why.and(held(c, record, basis, level)),
                    reversal(c, level, basis));
        }
        return beforeTheDate(c, party, stage, line, record, basis, level, why);
    }

    /** Which years on record were not over on the day of the briefing: they say nothing of the year as a whole. */
    private static Statement notOver(SupplyRecord onRecord, SupplyRecord over) {
        boolean calendar = onRecord.profiles().size() > over.profiles().size();
        List<SupplierProfile> all = calendar ? onRecord.profiles() : onRecord.fiscalYears();
        List<SupplierProfile> counted = calendar ? over.profiles() : over.fiscalYears();
        List<Term> left = all.stream().filter(p -> !counted.contains(p)).map(p -> when(p.key().period())).distinct().toList();
        return left.isEmpty() ? Statement.NONE : Statement.of("ceiling.not-over", among(left));
    }

    private static Term among(List<Term> years) {
        return years.size() == 1 ? years.getFirst() : Term.together(years);
    }

    /** That a year has no figure; where it is on record, why none can be told. */
    private static Statement noFigure(Commitment c, SupplyRecord record, Basis basis, ReferencePeriod year) {
        return record.profiles().stream()
                .filter(p -> p.key().period().equals(year))
                .map(p -> p.obstacle(basis).orElseGet(() -> shareOf(c, p, basis).why()))
                .filter(why -> !why.isEmpty())
                .findFirst()
                .map(why -> Statement.of("ceiling.none-why", when(year), why))
                .orElseGet(() -> Statement.of("ceiling.none", when(year)));
    }

    /** Why no share is told of the newest year; where the other basis alone is told, which the text does not mean, that. */
    private static Statement untold(Commitment c, SupplyRecord record, Basis basis) {
        Basis other = basis == Basis.VALUE ? Basis.WEIGHT : Basis.VALUE;
        return record.profiles().reversed().stream()
                .filter(p -> !c.basis().isBlank())
                .flatMap(p -> levelOf(c, p, other).stream())
                .findFirst()
                .map(level -> Statement.of(
                        "ceiling.other-basis", Statement.of("basis." + basis.code()), Statement.of("basis." + other.code()), shareText(level.share()), level.when()))
                .orElseGet(() -> record.profiles().getLast().obstacle(basis).orElse(Statement.of("ceiling.no-share")));
    }

    /** The side on which a level lies by all that counts: weight too where the text does not say by which basis, and the supplier's own figure. */
    private static CommitmentStatus settled(Commitment c, SupplyRecord record, Basis basis, Level level) {
        double threshold = c.threshold().getAsDouble();
        CommitmentStatus side = side(level.share(), threshold);
        boolean disputed = otherBasis(c, level, basis).filter(w -> isOtherwise(w.share(), threshold, side)).isPresent()
                || bySeller(record, basis, level).filter(o -> side(o, threshold) != side).isPresent();
        return disputed ? CommitmentStatus.INDETERMINATE : side;
    }

    /** Whether weight gives another verdict; a bound at one end alone, which missing weights leave, is no verdict where it does not decide. */
    private static boolean isOtherwise(Outcome byWeight, double threshold, CommitmentStatus byValue) {
        CommitmentStatus side = side(byWeight, threshold);
        return side != byValue && (byWeight.hasValue() || side != CommitmentStatus.INDETERMINATE);
    }

    /** The share by the supplier's own figure, where both sides of the flow are told. */
    private static Optional<Outcome> bySeller(SupplyRecord record, Basis basis, Level level) {
        return basis == Basis.VALUE
                ? MirrorGap.of(level.profile(), Set.of(level.supplier()), record.records()).map(MirrorGap.Mirror::share)
                : Optional.empty();
    }

    /** The figure of the target year decides; what came later is told beside it, and a ceiling reached late counts as met. */
    private CommitmentResult afterTheDate(
            Commitment c,
            Economy party,
            StageEntry stage,
            String line,
            SupplyRecord record,
            Basis basis,
            Level level,
            Level newest,
            CommitmentStatus side,
            Statement why) {
        double threshold = c.threshold().getAsDouble();
        if (side == CommitmentStatus.MET) {
            return metAfterTheDate(c, party, stage, line, record, basis, level, newest, why);
        }
        for (SupplierProfile p : record.profiles()) {
            Optional<Level> later = levelOf(c, p, basis).filter(l -> l.year() > level.year());
            if (later.isPresent() && settled(c, record, basis, later.get()) == CommitmentStatus.MET) {
                int late = later.get().year() - record.yearOf(c.targetDate().get()).year();
                return metAfterTheDate(c, party, stage, line, record, basis, later.get(), newest,
                        why.and(Statement.of("ceiling.met-late", Term.count(late), told(later.get(), basis, threshold))));
            }
        }
        Statement all = why.and(openSince(c, record, basis, level));
        return relieved(result(c, party, stage, line, CommitmentStatus.MISSED, level, Optional.empty(), all, Statement.NONE), newest, basis);
    }

    /** Later years on record in which it may have been met, late: missed it was all the same. */
    private static Statement openSince(Commitment c, SupplyRecord record, Basis basis, Level level) {
        List<Term> open = record.profiles().stream()
                .filter(p -> p.key().period().year() > level.year())
                .filter(p -> levelOf(c, p, basis).filter(later -> settled(c, record, basis, later) == CommitmentStatus.MISSED).isEmpty())
                .map(p -> when(p.key().period()))
                .toList();
        return open.isEmpty() ? Statement.NONE : Statement.of("ceiling.open-since", among(open));
    }

    /** Met in a year; where it was exceeded since, that is said with what would bring it back. */
    private CommitmentResult metAfterTheDate(
            Commitment c, Economy party, StageEntry stage, String line, SupplyRecord record, Basis basis, Level level, Level newest, Statement why) {
        boolean exceeded = newest.year() > level.year() && settled(c, record, basis, newest) == CommitmentStatus.MISSED;
        return exceeded
                ? relieved(result(c, party, stage, line, CommitmentStatus.MET, level, Optional.empty(),
                        why.and(Statement.of("ceiling.exceeded", shareText(newest.share()), newest.when())), Statement.NONE), newest, basis)
                : result(c, party, stage, line, CommitmentStatus.MET, level, Optional.empty(), why, reversal(c, newest, basis));
    }

    private CommitmentResult beforeTheDate(
            Commitment c, Economy party, StageEntry stage, String line, SupplyRecord record, Basis basis, Level level, Statement why) {
        double threshold = c.threshold().getAsDouble();
        List<YearlyValue> points = comparablePoints(c, record, basis, level.profile());
        if (!level.share().hasValue() && c.targetDate().isPresent()) {
            return result(c, party, stage, line, CommitmentStatus.OPEN, level, Optional.empty(),
                    why.and(Statement.of("ceiling.bound-not-due", Term.day(c.targetDate().get()), level.when())), Statement.NONE);
        }
        if (points.size() < LEAST_YEARS || c.targetDate().isEmpty()) {
            Statement no = c.targetDate().isEmpty()
                    ? Statement.of("commitment.no-date")
                    : Statement.of("ceiling.not-due", Term.day(c.targetDate().get()), Term.count(points.size()));
            return relieved(result(c, party, stage, line, CommitmentStatus.OPEN, level, Optional.empty(), why.and(no), Statement.NONE), level, basis);
        }
        ReferencePeriod target = record.yearOf(c.targetDate().get());
        int targetYear = target.year();
        Optional<YearlyValue> baseline = baseline(c);
        Pace pace = Paces.of(points, baseline, threshold, targetYear);
        SenSlope slope = SenSlope.of(points);
        // What is open about the last figure leaves open how much is needed, as years leave open what is seen.
        YearlyValue last = points.getLast();
        double[] ratios = DoubleStream.of(slope.low().orElse(slope.slope()), slope.high().orElse(slope.slope()))
                .flatMap(seen -> DoubleStream.of(last.low(), last.high())
                        .map(from -> seen / Paces.needed(from, last.year(), threshold, targetYear)))
                .sorted()
                .toArray();
        Band slowest = Band.of(ratios[0]);
        Band fastest = Band.of(ratios[ratios.length - 1]);
        CommitmentStatus status = slowest.status == fastest.status ? slowest.status : CommitmentStatus.INDETERMINATE;
        Statement verdict = slowest == fastest
                ? slowest.words
                : Statement.of(
                        status == CommitmentStatus.INDETERMINATE ? "band.indeterminate" : "band.between", slowest.words, fastest.words);
        Statement told = Statement.of(
                "ceiling.pace",
                Term.count(pace.years()),
                level.when(),
                Term.signedPoints(pace.seen()),
                Term.signedPoints(slope.low().orElse(slope.slope())),
                Term.signedPoints(slope.high().orElse(slope.slope())),
                Term.signedPoints(pace.needed()),
                when(target),
                verdict);
        Statement all = Statement.text(why, told, pledgedFrom(c, baseline, points), projection(pace, points, threshold, targetYear));
        return relieved(result(c, party, stage, line, status, level, Optional.of(pace), all, Statement.NONE), level, basis);
    }

    /** The level at the pledge with its year, as the register has it. */
    private static Optional<YearlyValue> baseline(Commitment c) {
        boolean known = c.baseline().isPresent() && c.baselineYear() > 0;
        return known ? Optional.of(new YearlyValue(c.baselineYear(), c.baseline().getAsDouble())) : Optional.empty();
    }

    /** The level at the pledge beside what these figures tell of that year: statistics are revised, and pledges count what they count. */
    private static Statement pledgedFrom(Commitment c, Optional<YearlyValue> baseline, List<YearlyValue> points) {
        if (baseline.isEmpty()) {
            return c.baseline().isEmpty() ? Statement.NONE : Statement.of("ceiling.baseline-no-year", Term.percent(c.baseline().getAsDouble()));
        }
        Term pledged = Term.percent(baseline.get().value());
        Term year = Term.year(baseline.get().year());
        return points.stream()
                .filter(p -> p.year() == baseline.get().year())
                .findFirst()
                .map(here -> Statement.of("ceiling.baseline-here", pledged, year, Term.percent(here.value())))
                .orElseGet(() -> Statement.of("ceiling.baseline", pledged, year));
    }

    private static Statement projection(Pace pace, List<YearlyValue> points, double threshold, int targetYear) {
        if (pace.chance().isEmpty()) {
            return Statement.NONE;
        }
        OptionalDouble hits = Projection.hitRate(points);
        Statement chance = chance(Projection.of(points).orElseThrow(), threshold, targetYear);
        return hits.isEmpty()
                ? Statement.of("ceiling.chance-untested", chance)
                : Statement.of("ceiling.chance", chance, Term.roundPercent(hits.getAsDouble()));
    }

    /** The chance of arriving, as far as what is open about the shares leaves it open. */
    private static Statement chance(Projection projection, double threshold, int targetYear) {
        double least = projection.leastChanceWithin(threshold, targetYear);
        double most = projection.greatestChanceWithin(threshold, targetYear);
        return Math.round(100 * least) == Math.round(100 * most)
                ? Statement.of("share.exact", Term.roundPercent(least))
                : Statement.of("share.between", Term.roundPercent(least), Term.roundPercent(most));
    }

    /** Bands of the ratio of pace seen to pace needed. */
    private enum Band {
        AWAY(CommitmentStatus.MOVING_AWAY, "band.away"),
        INSUFFICIENT(CommitmentStatus.OFF_TRACK, "band.insufficient"),
        SLOW(CommitmentStatus.OFF_TRACK, "band.slow"),
        ENOUGH(CommitmentStatus.ON_TRACK, "band.enough");

        private final CommitmentStatus status;
        private final Statement words;

        Band(CommitmentStatus status, String key) {
            this.status = status;
            this.words = Statement.of(key);
        }

        static Band of(double ratio) {
            if (ratio < -SLACK) {
                return AWAY;
            }
            return ratio >= ON_TRACK - SLACK ? ENOUGH : ratio >= SLOW_FROM - SLACK ? SLOW : INSUFFICIENT;
        }
    }

    /** The newest figure that can decide: a value, or a bound that lies on one side of the ceiling; else the newest bound. */
    private static Optional<Level> latest(Commitment c, SupplyRecord record, Basis basis, double threshold) {
        Level bound = null;
        for (SupplierProfile profile : record.profiles().reversed()) {
            Optional<Level> level = levelOf(c, profile, basis);
            if (level.isEmpty()) {
                continue;
            }
            if (level.get().share().hasValue() || side(level.get().share(), threshold) != CommitmentStatus.INDETERMINATE) {
                return level;
            }
            if (bound == null) {
                bound = level.get();
            }
        }
        return Optional.ofNullable(bound);
    }

    /** The figure of a year, else the first after it: a still later one cannot tell that the ceiling was not kept in between. */
    private static Optional<Level> firstFrom(Commitment c, SupplyRecord record, Basis basis, int year) {
        return record.profiles().stream()
                .filter(p -> p.key().period().year() >= year)
                .flatMap(p -> levelOf(c, p, basis).stream())
                .findFirst();
    }

    private static Optional<Level> levelOf(Commitment c, SupplierProfile profile, Basis basis) {
        Optional<Economy> supplier = ofAny(c) ? profile.top(basis).map(SupplierFlow::supplier) : Optional.of(Economy.of(c.supplier()));
        return supplier.map(s -> new Level(profile, s, shareOf(c, profile, basis))).filter(level -> level.share().status() != Outcome.Status.NOT_COMPUTABLE);
    }

    private static Outcome shareOf(Commitment c, SupplierProfile profile, Basis basis) {
        return ofAny(c) ? Shares.top(profile, basis) : Shares.of(profile, basis, Economy.of(c.supplier()));
    }

    private static CommitmentStatus side(Outcome share, double threshold) {
        if (share.high().isPresent() && !Threshold.isExceeded(share.high().getAsDouble(), threshold)) {
            return CommitmentStatus.MET;
        }
        if (share.low().isPresent() && Threshold.isExceeded(share.low().getAsDouble(), threshold)) {
            return CommitmentStatus.MISSED;
        }
        return CommitmentStatus.INDETERMINATE;
    }

    private Statement told(Level level, Basis basis, double threshold) {
        double v = level.share().valueOrHigh().orElseGet(() -> level.share().low().getAsDouble());
        double gap = 100 * (v - threshold);
        boolean undecided = level.share().isUpperBound() && gap > 0;
        boolean open = level.share().low().isPresent()
                && level.share().high().isPresent()
                && level.share().high().getAsDouble() - level.share().low().getAsDouble() >= VISIBLE;
        Statement place = undecided
                ? Statement.of("ceiling.bound-above", Term.percent(threshold))
                : open
                ? place(level.share().low().getAsDouble() - threshold, level.share().high().getAsDouble() - threshold, threshold)
                : Math.abs(gap) < 0.05
                ? Statement.of("ceiling.at", Term.percent(threshold))
                : Statement.of(
                        gap > 0 ? "ceiling.above" : "ceiling.below", Term.points(Math.abs(v - threshold)), Term.percent(threshold));
        return Statement.of(
                "ceiling.told",
                registers.inText(level.supplier()),
                shareText(level.share()),
                Statement.of("basis." + basis.code()),
                level.when(),
                place);
    }

    /** Where a share that lies between two stands to the ceiling: both of its ends. */
    private static Statement place(double low, double high, double threshold) {
        Term least = Term.points(Math.min(Math.abs(low), Math.abs(high)));
        Term most = Term.points(Math.max(Math.abs(low), Math.abs(high)));
        Term ceiling = Term.percent(threshold);
        if (Math.abs(low) < VISIBLE || Math.abs(high) < VISIBLE) {
            return Statement.of(Math.abs(low) < VISIBLE ? "ceiling.at-or-above" : "ceiling.at-or-below", most, ceiling);
        }
        if (low < 0 && high > 0) {
            return Statement.of("ceiling.across", Term.points(-low), Term.points(high), ceiling);
        }
        return Statement.of(low > 0 ? "ceiling.between-above" : "ceiling.between-below", least, most, ceiling);
    }

    private static Statement shareText(Outcome share) {
        if (share.isUpperBound()) {
            return Statement.of("share.at-most", Term.percent(share.high().getAsDouble()));
        }
        double low = share.low().getAsDouble();
        if (share.high().isEmpty()) {
            return Statement.of("share.at-least", Term.percent(low));
        }
        double high = share.high().getAsDouble();
        if (high - low < VISIBLE) {
            return Statement.of("share.exact", Term.percent(share.value().getAsDouble()));
        }
        return Statement.of("share.between", Term.percent(low), Term.percent(high));
    }

    private static Statement denominator(Commitment c) {
        return switch (c.denominator()) {
            case "consumption", "demand" -> Statement.of("ceiling.proxy-" + c.denominator());
            default -> Statement.NONE;
        };
    }

    /** A result with what to buy elsewhere, at a level beyond the ceiling. */
    private CommitmentResult relieved(CommitmentResult result, Level level, Basis basis) {
        return result.withRelief(relief(result.commitment(), level, basis), reliefInMoney(result.commitment(), level, basis));
    }

    private Optional<CommitmentResult.Relief> reliefInMoney(Commitment c, Level level, Basis basis) {
        if (basis != Basis.VALUE || !level.share().hasValue()) {
            return Optional.empty();
        }
        SupplierProfile p = level.profile();
        Excess excess = excess(c, level, basis);
        double part = excess.isOpen() ? excess.least() : excess.part();
        OptionalDouble dollars = excess.isCertain() ? dollars(p, part) : OptionalDouble.empty();
        return dollars.isEmpty()
                ? Optional.empty()
                : Optional.of(new CommitmentResult.Relief(registers.inText(p.key().economy()), dollars.getAsDouble(), excess.isOpen()));
    }

    /** What to buy elsewhere; where the text does not say by which basis, by weight too, for the verdict needs both within the ceiling. */
    private Statement relief(Commitment c, Level level, Basis basis) {
        Statement told = reliefOn(c, level, basis);
        return otherBasis(c, level, basis)
                .filter(w -> !told.isEmpty() && w.share().hasValue())
                .flatMap(w -> reliefByWeight(c, w))
                .map(told::and)
                .orElse(told);
    }

    private Optional<Statement> reliefByWeight(Commitment c, Level level) {
        Excess excess = excess(c, level, Basis.WEIGHT);
        if (!excess.isCertain()) {
            return Optional.empty();
        }
        Term from = from(c, level, Basis.WEIGHT);
        return excess.isOpen()
                ? amount(level.profile(), Basis.WEIGHT, excess.least()).map(least -> Statement.of("ceiling.relief-weight-open", least.plain(), from))
                : excess.amount().map(amount -> Statement.of("ceiling.relief-weight", amount.about(), from));
    }

    private Statement reliefOn(Commitment c, Level level, Basis basis) {
        if (!level.share().hasValue()) {
            return Statement.NONE;
        }
        Excess excess = excess(c, level, basis);
        if (!excess.isCertain()) {
            return Statement.NONE;
        }
        SupplierProfile p = level.profile();
        Term buyer = registers.inText(p.key().economy());
        Term year = level.when();
        if (excess.amount().isPresent() && excess.isOpen()) {
            return Statement.of(
                    "ceiling.relief-open", buyer, amount(p, basis, excess.least()).orElseThrow().plain(), from(c, level, basis), year,
                    amount(p, basis, excess.most()).orElseThrow().plain());
        }
        if (excess.amount().isPresent()) {
            return Statement.of("ceiling.relief", buyer, excess.amount().get().about(), from(c, level, basis), year);
        }
        boolean visible = excess.part() >= VISIBLE;
        return Statement.of(
                visible ? "ceiling.relief-points" : "ceiling.relief-points-less",
                buyer, Term.points(visible ? excess.part() : LEAST_POINTS), from(c, level, basis), year);
    }

    /** By weight, where the text does not say whether value or weight counts. */
    private static Optional<Level> otherBasis(Commitment c, Level level, Basis basis) {
        return c.basis().isBlank() && basis == Basis.VALUE ? levelOf(c, level.profile(), Basis.WEIGHT) : Optional.empty();
    }

    /**
     * What is bought beyond the ceiling.
     *
     * @param part as a part of all that is bought
     * @param least the least it can be, by what is open about the shares and the total; 0 where nothing may be beyond
     * @param most the most it can be
     * @param amount the part as an amount; absent where it cannot be told, or is none
     */
    private record Excess(double part, double least, double most, Optional<Quantity> amount) {

        boolean isCertain() {
            return part > 0 && least > 0;
        }

        boolean isOpen() {
            return most - least >= VISIBLE;
        }
    }

    /** What has no name is bought from one supplier alone, however many may be beyond the ceiling. */
    private static Excess excess(Commitment c, Level level, Basis basis) {
        SupplierProfile p = level.profile();
        double threshold = c.threshold().getAsDouble();
        double part = beyond(c, level, basis).stream().mapToDouble(s -> Shares.of(p, basis, s).value().orElse(0) - threshold).sum();
        double total = p.total(basis);
        double hidden = total > 0 ? p.partOf(p.unnamed(basis), basis) : 0;
        double open = total > 0 ? p.totalMargin(basis) / total : 0;
        double least = 0;
        double most = hidden;
        for (Economy supplier : perhapsBeyond(c, level, basis)) {
            Outcome share = ofAny(c) ? Shares.of(p, basis, supplier) : level.share();
            least += Math.max(0, share.low().orElse(0) - threshold);
            most += Math.max(0, share.high().orElse(1) - hidden - threshold);
        }
        return new Excess(
                part, Math.min(part, Math.max(0, least * (1 - open))), Math.max(part, most * (1 + open)),
                part > 0 ? amount(p, basis, part) : Optional.empty());
    }

    /** Those that may be above the ceiling by what rounding leaves open. */
    private static List<Economy> perhapsBeyond(Commitment c, Level level, Basis basis) {
        SupplierProfile p = level.profile();
        double open = p.totalMargin(basis);
        double ceiling = c.threshold().getAsDouble() * (p.total(basis) - open) - open;
        List<Economy> above = p.suppliers().stream().filter(f -> ofAny(c) && f.amount(basis) > ceiling).map(SupplierFlow::supplier).toList();
        return above.isEmpty() ? List.of(level.supplier()) : above;
    }

    /** The supplier that a ceiling speaks of; where it speaks of any, every one above it. */
    private static List<Economy> beyond(Commitment c, Level level, Basis basis) {
        SupplierProfile p = level.profile();
        double ceiling = c.threshold().getAsDouble() * p.total(basis);
        List<Economy> above = p.suppliers().stream().filter(f -> ofAny(c) && Threshold.isExceeded(f.amount(basis), ceiling)).map(SupplierFlow::supplier).toList();
        return above.size() > 1 ? above : List.of(level.supplier());
    }

    private Term from(Commitment c, Level level, Basis basis) {
        List<Economy> beyond = beyond(c, level, basis);
        return beyond.size() == 1 ? registers.inText(beyond.getFirst()) : Term.together(beyond.stream().map(registers::inText).toList());
    }

    private static boolean ofAny(Commitment c) {
        return c.supplier().equals("ANY") || c.supplier().isBlank();
    }

    /** The headroom that is there for sure: below the ceiling from the upper end of the share, and by weight too where the text does not say by which basis. */
    private Statement reversal(Commitment c, Level level, Basis basis) {
        Statement told = reversalOn(c, level, basis, "ceiling.reversal");
        return otherBasis(c, level, basis)
                .filter(w -> !told.isEmpty())
                .map(w -> told.and(reversalOn(c, w, Basis.WEIGHT, "ceiling.reversal-weight")))
                .orElse(told);
    }

    private Statement reversalOn(Commitment c, Level level, Basis basis, String key) {
        if (level.share().high().isEmpty()) {
            return Statement.NONE;
        }
        double points = c.threshold().getAsDouble() - level.share().high().getAsDouble();
        if (points <= 0) {
            return Statement.of("ceiling.reversal-none", registers.inText(level.supplier()), level.when());
        }
        return amount(level.profile(), basis, points)
                .map(amount -> Statement.of(key, amount.about(), registers.inText(level.supplier()), level.when()))
                .orElse(Statement.NONE);
    }

    /** A part of what was bought, as an amount of the same basis; none without a rate, or where the whole is not known. */
    private static Optional<Quantity> amount(SupplierProfile p, Basis basis, double part) {
        if (basis == Basis.VALUE) {
            OptionalDouble dollars = dollars(p, part);
            return dollars.isEmpty() ? Optional.empty() : Optional.of(new Quantity(dollars.getAsDouble(), Basis.VALUE));
        }
        if (!isWhole(p, basis)) {
            return Optional.empty();
        }
        return Optional.of(new Quantity(part * p.total(basis), Basis.WEIGHT));
    }

    /** A part of what was bought, in US dollars; absent without a rate, or where the whole is not known. */
    private static OptionalDouble dollars(SupplierProfile p, double part) {
        return isWhole(p, Basis.VALUE) && p.usdPerUnit().isPresent()
                ? OptionalDouble.of(part * p.total(Basis.VALUE) * p.usdPerUnit().getAsDouble())
                : OptionalDouble.empty();
    }

    private static boolean isWhole(SupplierProfile p, Basis basis) {
        return p.isComplete(basis) && p.obstacle(basis).isEmpty();
    }

    /** Years running up to this level within the ceiling: a gap, a break or a year that cannot be told ends the count. */
    private static Statement held(Commitment c, SupplyRecord record, Basis basis, Level last) {
        int held = 1;
        boolean exceededBefore = false;
        SupplierProfile after = last.profile();
        for (SupplierProfile p : record.profiles().reversed()) {
            if (p.key().period().year() >= after.key().period().year()) {
                continue;
            }
            Optional<Level> level = levelOf(c, p, basis);
            boolean told = p.key().period().year() == after.key().period().year() - 1
                    && record.comparable().test(p, after)
                    && level.isPresent();
            CommitmentStatus side = told ? settled(c, record, basis, level.get()) : CommitmentStatus.INDETERMINATE;
            if (side != CommitmentStatus.MET) {
                exceededBefore = side == CommitmentStatus.MISSED;
                break;
            }
            held++;
            after = p;
        }
        if (exceededBefore) {
            return Statement.of("ceiling.held-since", when(after.key().period()), when(new ReferencePeriod(after.key().period().start().minusYears(1), 12)));
        }
        return held == 1 ? Statement.of("ceiling.held-once") : Statement.of("ceiling.held", Term.count(held));
    }

    /** Year and share of every profile that can be compared with the last one and has a share, with its bounds. */
    private static List<YearlyValue> comparablePoints(Commitment c, SupplyRecord record, Basis basis, SupplierProfile last) {
        List<YearlyValue> points = new ArrayList<>();
        for (SupplierProfile p : record.profiles()) {
            if (p.key().period().year() > last.key().period().year()) {
                continue;
            }
            Optional<Level> level = levelOf(c, p, basis);
            if (level.isPresent() && level.get().share().hasValue() && (p == last || record.comparable().test(p, last))) {
                double value = level.get().share().value().getAsDouble();
                points.add(new YearlyValue(
                        p.key().period().year(), value, level.get().share().low().orElse(value), level.get().share().high().orElse(value)));
            }
        }
        return points;
    }

    private CommitmentResult result(
            Commitment c,
            Economy party,
            StageEntry stage,
            String line,
            CommitmentStatus status,
            Level level,
            Optional<Pace> pace,
            Statement why,
            Statement remedy) {
        if (level == null) {
            return new CommitmentResult(
                    c, party.code(), stage.id(), line, status, OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(),
                    "", "", pace, OptionalDouble.empty(), why, remedy, Optional.empty());
        }
        OptionalDouble v = level.share().value();
        OptionalDouble distance = v.isPresent()
                ? OptionalDouble.of(v.getAsDouble() - c.threshold().getAsDouble())
                : OptionalDouble.empty();
        return new CommitmentResult(
                c, party.code(), stage.id(), line, status, v, level.share().low(), level.share().high(),
                level.profile().key().period().toString(), level.supplier().code(), pace, distance, why, remedy, Optional.empty());
    }
}
