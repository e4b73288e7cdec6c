package dev.lodestone.model.commitment;

import dev.lodestone.model.measure.Basis;
import dev.lodestone.model.measure.Outcome;
import dev.lodestone.model.measure.Shares;
import dev.lodestone.model.measure.SupplierFlow;
import dev.lodestone.model.measure.SupplierProfile;
import dev.lodestone.model.progress.Projection;
import dev.lodestone.model.progress.SenSlope;
import dev.lodestone.model.progress.YearlyValue;
import dev.lodestone.model.register.Commitment;
import dev.lodestone.model.register.Material;
import dev.lodestone.model.register.Registers;
import dev.lodestone.model.register.StageEntry;
import dev.lodestone.model.trade.Economy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Ceiling on a supplier's share.
 *
 * <p>The last calendar year with a figure is held against the threshold, by value; where the text does not say which basis it means and
 * weight gives another verdict, the result is indeterminate. A verdict stands only when the whole interval of the figure lies on one
 * side of the threshold. Above the ceiling and before the date, the pace over at least four comparable years decides between on track,
 * off track and moving away, where the whole 90 % interval of the pace lies in one of these bands, else it is indeterminate; with fewer
 * years it is open. After the date only a figure for the target year or a later one decides; an older one leaves the
 * outcome unknown. Import shares stand in for consumption shares only by name: the reason says so.
 */
final class CeilingRule {

    /** Fewest comparable years from which a pace is told. */
    static final int LEAST_YEARS = 4;

    private static final double ON_TRACK = 0.95;
    private static final double SLOW_FROM = 0.60;

    private final Registers registers;
    private final Material material;
    private final LocalDate asOf;

    CeilingRule(Registers registers, Material material, LocalDate asOf) {
        this.registers = registers;
        this.material = material;
        this.asOf = asOf;
    }

    private record Level(SupplierProfile profile, Economy supplier, Outcome share) {
        int year() {
            return profile.key().period().year();
        }
    }

    CommitmentResult judge(Commitment c, Economy party, StageEntry stage, String line, SupplyRecord record) {
        Basis basis = c.basis().equals("weight") ? Basis.WEIGHT : Basis.VALUE;
        boolean past = c.targetDate().isPresent() && c.targetDate().get().isBefore(asOf);
        double threshold = c.threshold().getAsDouble();
        Optional<Level> newest = latest(c, record, basis, threshold);
        Optional<Level> found = past ? inYear(c, record, basis, c.targetDate().get().getYear()).or(() -> newest) : newest;
        if (found.isEmpty()) {
            String why = record.profiles().isEmpty()
                    ? "no public figure of imports of " + stage.noun() + " ships for " + registers.nameInText(party)
                    : record.profiles().getLast().obstacle(basis).orElse("no supplier's share can be told");
            return result(c, party, stage, line, CommitmentStatus.NOT_TESTABLE, null, Optional.empty(),
                    CommitmentJudge.sentence(c.missing().isBlank() ? why : why + "; missing: " + c.missing()), "");
        }
        Level level = found.get();
        int year = level.year();
        CommitmentStatus side = side(level.share(), threshold);
        StringBuilder reason = new StringBuilder(told(level, basis, threshold));
        Optional<Level> byWeight = c.basis().isBlank()
                ? levelOf(c, level.profile(), Basis.WEIGHT)
                : Optional.empty();
        boolean split = byWeight.isPresent() && side(byWeight.get().share(), threshold) != side;
        byWeight.ifPresent(w -> reason.append(" By weight ").append(shareText(w.share())).append('.'));
        if (split) {
            reason.append(" The text does not say whether value or weight counts, and they give different verdicts.");
        }
        reason.append(denominator(c));
        if (past && year < c.targetDate().get().getYear()) {
            return result(c, party, stage, line, CommitmentStatus.OUTCOME_UNKNOWN, level, Optional.empty(),
                    "The last figure before the deadline is for " + year + ": " + reason
                            + " No figure for " + c.targetDate().get().getYear() + " is at hand."
                            + (c.missing().isBlank() ? "" : " " + CommitmentJudge.sentence("Missing: " + c.missing())),
                    "");
        }
        if (split) {
            return result(c, party, stage, line, CommitmentStatus.INDETERMINATE, level, Optional.empty(), reason.toString(),
                    "An official reading that says whether value or weight counts would settle it.");
        }
        if (side == CommitmentStatus.INDETERMINATE) {
            return result(c, party, stage, line, side, level, Optional.empty(), reason.toString(),
                    level.share().isUpperBound()
                            ? "A complete series for " + year + ", with every partner, would settle it."
                            : "Knowing the suppliers that the publisher does not name would settle it.");
        }
        if (past) {
            return afterTheDate(c, party, stage, line, record, basis, level, newest.orElse(level), side, reason.toString());
        }
        if (side == CommitmentStatus.MET) {
            int held = yearsHeld(c, record, basis, level, threshold);
            return result(c, party, stage, line, CommitmentStatus.MET, level, Optional.empty(),
                    reason + " Within the ceiling for " + (held == 1 ? "one year on record" : held + " years running")
                            + ": watch for reversal.",
                    reversal(level, threshold));
        }
        return beforeTheDate(c, party, stage, line, record, basis, level, reason.toString());
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
            String reason) {
        double threshold = c.threshold().getAsDouble();
        if (side == CommitmentStatus.MET) {
            String since = newest.year() > level.year() && side(newest.share(), threshold) == CommitmentStatus.MISSED
                    ? " Since exceeded: " + shareText(newest.share()) + " in " + newest.year() + "."
                    : "";
            return result(c, party, stage, line, side, level, Optional.empty(), reason + since, reversal(level, threshold));
        }
        for (SupplierProfile p : record.profiles()) {
            Optional<Level> later = levelOf(c, p, basis);
            if (later.isPresent()
                    && later.get().year() > level.year()
                    && side(later.get().share(), threshold) == CommitmentStatus.MET) {
                int late = later.get().year() - c.targetDate().get().getYear();
                return result(c, party, stage, line, CommitmentStatus.MET, later.get(), Optional.empty(),
                        reason + " Met " + (late == 1 ? "one year" : late + " years") + " late: " + told(later.get(), basis, threshold),
                        reversal(later.get(), threshold));
            }
        }
        return result(c, party, stage, line, CommitmentStatus.MISSED, level, Optional.empty(), reason, relief(newest, threshold));
    }

    private CommitmentResult beforeTheDate(
            Commitment c, Economy party, StageEntry stage, String line, SupplyRecord record, Basis basis, Level level, String reason) {
        double threshold = c.threshold().getAsDouble();
        List<YearlyValue> points = comparablePoints(c, record, basis, level.profile());
        if (points.size() < LEAST_YEARS || c.targetDate().isEmpty()) {
            String no = c.targetDate().isEmpty()
                    ? " No date was set."
                    : " Not due until " + c.targetDate().get() + "; "
                            + (points.size() == 1 ? "one comparable year" : points.size() + " comparable years")
                            + " on record: a level, no pace.";
            return result(c, party, stage, line, CommitmentStatus.OPEN, level, Optional.empty(), reason + no, relief(level, threshold));
        }
        int year = level.profile().key().period().year();
        Pace pace = Paces.of(points, threshold, c.targetDate().get().getYear());
        SenSlope slope = SenSlope.of(points);
        double one = slope.low().orElse(slope.slope()) / pace.needed();
        double other = slope.high().orElse(slope.slope()) / pace.needed();
        Band slowest = Band.of(Math.min(one, other));
        Band fastest = Band.of(Math.max(one, other));
        CommitmentStatus status = slowest.status == fastest.status ? slowest.status : CommitmentStatus.INDETERMINATE;
        String verdict = slowest == fastest
                ? slowest.words
                : status == CommitmentStatus.INDETERMINATE
                        ? "indeterminate between " + slowest.words + " and " + fastest.words
                        : slowest.words + " to " + fastest.words;
        String told = String.format(
                Locale.ROOT,
                " Over %d comparable years to %d the share changed by %+.1f points a year (%+.1f to %+.1f in nine cases of ten);"
                        + " %+.1f a year are needed to %d: %s.",
                pace.years(),
                year,
                100 * pace.seen(),
                100 * slope.low().orElse(slope.slope()),
                100 * slope.high().orElse(slope.slope()),
                100 * pace.needed(),
                c.targetDate().get().getYear(),
                verdict);
        return result(
                c, party, stage, line, status, level, Optional.of(pace), reason + told + projection(pace, points), relief(level, threshold));
    }

    private static String projection(Pace pace, List<YearlyValue> points) {
        if (pace.chance().isEmpty()) {
            return "";
        }
        OptionalDouble hits = Projection.hitRate(points);
        return String.format(Locale.ROOT, " Going on as before it would arrive in time with a chance of %.0f%%", 100 * pace.chance().getAsDouble())
                + (hits.isEmpty()
                        ? ", a projection that could not be tested on earlier years."
                        : String.format(
                                Locale.ROOT,
                                "; on earlier years the 90%% interval of such projections held %.0f%% of what came.",
                                100 * hits.getAsDouble()));
    }

    /** Bands of the ratio of pace seen to pace needed. */
    private enum Band {
        AWAY(CommitmentStatus.MOVING_AWAY, "moving away"),
        INSUFFICIENT(CommitmentStatus.OFF_TRACK, "insufficient"),
        SLOW(CommitmentStatus.OFF_TRACK, "slow"),
        ENOUGH(CommitmentStatus.ON_TRACK, "on track");

        private final CommitmentStatus status;
        private final String words;

        Band(CommitmentStatus status, String words) {
            this.status = status;
            this.words = words;
        }

        static Band of(double ratio) {
            if (ratio < 0) {
                return AWAY;
            }
            return ratio >= ON_TRACK ? ENOUGH : ratio >= SLOW_FROM ? SLOW : INSUFFICIENT;
        }
    }

    /** The newest figure that can decide: a value, or an upper bound within the ceiling; else the newest bound. */
    private static Optional<Level> latest(Commitment c, SupplyRecord record, Basis basis, double threshold) {
        Level bound = null;
        for (SupplierProfile profile : record.profiles().reversed()) {
            Optional<Level> level = levelOf(c, profile, basis);
            if (level.isEmpty()) {
                continue;
            }
            if (level.get().share().hasValue() || side(level.get().share(), threshold) == CommitmentStatus.MET) {
                return level;
            }
            if (bound == null) {
                bound = level.get();
            }
        }
        return Optional.ofNullable(bound);
    }

    private static Optional<Level> inYear(Commitment c, SupplyRecord record, Basis basis, int year) {
        return record.profiles().stream()
                .filter(p -> p.key().period().year() == year)
                .findFirst()
                .flatMap(p -> levelOf(c, p, basis));
    }

    private static Optional<Level> levelOf(Commitment c, SupplierProfile profile, Basis basis) {
        Economy supplier;
        Outcome share;
        if (c.supplier().equals("ANY") || c.supplier().isBlank()) {
            Optional<SupplierFlow> top = profile.top(basis);
            if (top.isEmpty()) {
                return Optional.empty();
            }
            supplier = top.get().supplier();
            share = Shares.top(profile, basis);
        } else {
            supplier = Economy.of(c.supplier());
            share = Shares.of(profile, basis, supplier);
        }
        return share.status() == Outcome.Status.NOT_COMPUTABLE
                ? Optional.empty()
                : Optional.of(new Level(profile, supplier, share));
    }

    private static CommitmentStatus side(Outcome share, double threshold) {
        if (share.high().isPresent() && share.high().getAsDouble() <= threshold) {
            return CommitmentStatus.MET;
        }
        if (share.low().isPresent() && share.low().getAsDouble() > threshold) {
            return CommitmentStatus.MISSED;
        }
        return CommitmentStatus.INDETERMINATE;
    }

    private String told(Level level, Basis basis, double threshold) {
        double v = level.share().valueOrHigh().orElse(0);
        double gap = 100 * (v - threshold);
        String place = Math.abs(gap) < 0.05
                ? "at the ceiling of " + percent(threshold)
                : String.format(Locale.ROOT, "%.1f points %s the ceiling of %s", Math.abs(gap), gap > 0 ? "above" : "below", percent(threshold));
        return String.format(
                Locale.ROOT,
                "%s supplied %s of imports by %s in %d, %s.",
                CommitmentJudge.sentence(registers.nameInText(level.supplier())).replaceAll("\\.$", ""),
                shareText(level.share()),
                basis.code(),
                level.profile().key().period().year(),
                place);
    }

    private static String shareText(Outcome share) {
        if (share.isUpperBound()) {
            return "at most " + percent(share.high().getAsDouble());
        }
        double low = share.low().getAsDouble();
        double high = share.high().getAsDouble();
        if (high - low < 0.0005) {
            return percent(share.value().getAsDouble());
        }
        return percent(low) + " to " + percent(high);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }

    private static String denominator(Commitment c) {
        return switch (c.denominator()) {
            case "consumption", "demand" -> " The commitment speaks of " + c.denominator()
                    + "; an import share is only a proxy: it overstates where there is own output, and misses what comes inside finished goods.";
            default -> "";
        };
    }

    private String relief(Level level, double threshold) {
        SupplierProfile p = level.profile();
        if (!level.share().hasValue() || p.usdPerUnit().isEmpty()) {
            return "";
        }
        double dollars = (level.share().value().getAsDouble() - threshold) * p.total(Basis.VALUE) * p.usdPerUnit().getAsDouble();
        return dollars <= 0
                ? ""
                : CommitmentJudge.sentence(String.format(
                        Locale.ROOT,
                        "%s would have to buy about %s a year elsewhere than from %s, at the level of %d",
                        registers.nameInText(p.key().economy()),
                        Dollars.text(dollars),
                        registers.nameInText(level.supplier()),
                        p.key().period().year()));
    }

    private String reversal(Level level, double threshold) {
        SupplierProfile p = level.profile();
        if (!level.share().hasValue() || p.usdPerUnit().isEmpty()) {
            return "";
        }
        double dollars = (threshold - level.share().value().getAsDouble()) * p.total(Basis.VALUE) * p.usdPerUnit().getAsDouble();
        return CommitmentJudge.sentence(String.format(
                Locale.ROOT,
                "another %s a year of the same purchases moving to %s would bring it to the ceiling",
                Dollars.text(dollars),
                registers.nameInText(level.supplier())));
    }

    /** Years running up to this level within the ceiling: a gap, a break or a year that cannot be told ends the count. */
    private static int yearsHeld(Commitment c, SupplyRecord record, Basis basis, Level last, double threshold) {
        int held = 1;
        SupplierProfile after = last.profile();
        for (SupplierProfile p : record.profiles().reversed()) {
            if (p.key().period().year() >= after.key().period().year()) {
                continue;
            }
            Optional<Level> level = levelOf(c, p, basis);
            boolean running = p.key().period().year() == after.key().period().year() - 1
                    && record.comparable().test(p, after)
                    && level.isPresent()
                    && side(level.get().share(), threshold) == CommitmentStatus.MET;
            if (!running) {
                break;
            }
            held++;
            after = p;
        }
        return held;
    }

    /** Year and share of every profile that can be compared with the last one and has an exact share. */
    private static List<YearlyValue> comparablePoints(Commitment c, SupplyRecord record, Basis basis, SupplierProfile last) {
        List<YearlyValue> points = new ArrayList<>();
        for (SupplierProfile p : record.profiles()) {
            if (p.key().period().year() > last.key().period().year()) {
                continue;
            }
            Optional<Level> level = levelOf(c, p, basis);
            if (level.isPresent() && level.get().share().isOk() && (p == last || record.comparable().test(p, last))) {
                points.add(new YearlyValue(p.key().period().year(), level.get().share().value().getAsDouble()));
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
            String reason,
            String whatWouldChange) {
        if (level == null) {
            return new CommitmentResult(
                    c, party.code(), stage.id(), line, status, OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(),
                    "", "", pace, OptionalDouble.empty(), reason, whatWouldChange);
        }
        OptionalDouble v = level.share().value();
        OptionalDouble distance = v.isPresent()
                ? OptionalDouble.of(v.getAsDouble() - c.threshold().getAsDouble())
                : OptionalDouble.empty();
        return new CommitmentResult(
                c, party.code(), stage.id(), line, status, v, level.share().low(), level.share().high(),
                level.profile().key().period().toString(), level.supplier().code(), pace, distance, reason, whatWouldChange);
    }
}
