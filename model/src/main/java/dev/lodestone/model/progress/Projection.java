package dev.lodestone.model.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;

/**
 * Where a share may stand in later years, if it goes on changing as it has.
 *
 * <p>On y = ln(s/(1 − s)): a random walk with drift μ = (y_T − y_1)/(T − 1). After h years the median is y_T + hμ, the variance
 * σ² h (1 + h/(T − 1)) with σ² = Σ(Δy − μ)²/(T − 2); the second term is the uncertainty of the drift itself. The chance of arriving is
 * the share of {@link #PATHS} simulated paths inside the target at its year: yearly deviations from the drift are drawn in blocks of
 * neighbouring years (moving-block bootstrap, block length ∛(T − 1)), and each path draws its own drift. The seed is fixed: the same
 * series gives the same chance.
 *
 * <p>Where unnamed partners or rounding leave the first or the last share open, the interval reaches as far as they can move the median, at the
 * spread of the values themselves; so does the chance.
 *
 * <p>Not computable with fewer than {@link #LEAST} consecutive years up to the last, or where a share is 0 or 1. The model knows nothing of
 * plants being built or of export controls to come.
 *
 * <p>Sources: R. J. Hyndman, G. Athanasopoulos, "Forecasting: Principles and Practice", 3rd ed. (2021), section 5.5; H. R. Künsch, "The
 * Jackknife and the Bootstrap for General Stationary Observations", Annals of Statistics 17 (1989).
 */
public final class Projection {

    /** Fewest consecutive years from which a projection is made. */
    public static final int LEAST = 8;

    /** Simulated paths. */
    public static final int PATHS = 4000;

    /** Years ahead beyond which nothing is told. */
    public static final int HORIZON = 50;

    /** What a share may lose on its way to the scale of the walk and back: of a share that never moved the interval has no width. */
    private static final double LAST_DIGITS = 1e-9;

    private static final long SEED = 20_241_121L;
    private static final double STEP = 0.1;

    private final int lastYear;
    private final int points;
    private final double last;
    private final Open first;
    private final Open end;
    private final double drift;
    private final double sigma;
    private final double[] deviations;
    private final int block;
    private final double blockMean;

    /** How far below and above a share may lie, on the logit scale. */
    private record Open(double below, double above) {

        static Open of(YearlyValue share) {
            double y = logit(share.value());
            return new Open(y - logit(Math.max(0, share.low())), logit(Math.min(1, share.high())) - y);
        }
    }

    private Projection(List<YearlyValue> run) {
        double[] logits = run.stream().mapToDouble(v -> logit(v.value())).toArray();
        this.lastYear = run.getLast().year();
        this.first = Open.of(run.getFirst());
        this.end = Open.of(run.getLast());
        this.points = logits.length;
        this.last = logits[points - 1];
        this.drift = (last - logits[0]) / (points - 1);
        this.deviations = new double[points - 1];
        double squares = 0;
        for (int i = 1; i < points; i++) {
            deviations[i - 1] = logits[i] - logits[i - 1] - drift;
            squares += deviations[i - 1] * deviations[i - 1];
        }
        this.sigma = Math.sqrt(squares / (points - 2));
        this.block = Math.max(1, (int) Math.round(Math.cbrt(deviations.length)));
        // Blocks hold the first and last years less often than the others: without this their mean would not be 0.
        this.blockMean = meanOfBlocks(deviations, block);
    }

    /** A projection from the unbroken run of years up to the last; empty where it cannot be made. */
    public static Optional<Projection> of(List<YearlyValue> shares) {
        List<YearlyValue> ordered = YearlyValue.ordered(shares);
        List<YearlyValue> run = new ArrayList<>();
        for (YearlyValue v : ordered.reversed()) {
            if (!run.isEmpty() && run.getLast().year() != v.year() + 1) {
                break;
            }
            run.add(v);
        }
        if (run.size() < LEAST || run.stream().anyMatch(v -> v.value() <= 0 || v.value() >= 1)) {
            return Optional.empty();
        }
        return Optional.of(new Projection(run.reversed()));
    }

    /** Years used. */
    public int years() {
        return points;
    }

    public double medianAt(int year) {
        return share(last + (year - lastYear) * drift);
    }

    /** Lower end of the 90 % interval, the first and the last share taken as they make it lowest. */
    public double lowAt(int year) {
        return share(edge(year - lastYear, -1));
    }

    /** Upper end of the 90 % interval, the first and the last share taken as they make it highest. */
    public double highAt(int year) {
        return share(edge(year - lastYear, 1));
    }

    /** Year in which the median falls to a ceiling; absent when not within {@link #HORIZON} years. */
    public OptionalDouble yearWithin(double ceiling) {
        return firstYear(ceiling, 0);
    }

    /** Earliest such year within the 90 % interval. */
    public OptionalDouble earliestYearWithin(double ceiling) {
        return firstYear(ceiling, -1);
    }

    /** Latest such year within the 90 % interval; absent when never. */
    public OptionalDouble latestYearWithin(double ceiling) {
        return firstYear(ceiling, 1);
    }

    /** Chance that the share is at or below a ceiling in a year, 0..1. */
    public double chanceWithin(double ceiling, int year) {
        return chance(ceiling, year, 0);
    }

    /** The least that this chance can be, the first and the last share taken as they make it least. */
    public double leastChanceWithin(double ceiling, int year) {
        return chance(ceiling, year, open(year - lastYear, 1));
    }

    /** The most that this chance can be. */
    public double greatestChanceWithin(double ceiling, int year) {
        return chance(ceiling, year, -open(year - lastYear, -1));
    }

    private double chance(double ceiling, int year, double moved) {
        int years = year - lastYear;
        double target = logit(Math.clamp(ceiling, 1e-9, 1 - 1e-9)) - moved;
        if (years <= 0) {
            return last <= target ? 1 : 0;
        }
        Random random = new Random(SEED);
        int arrived = 0;
        for (int path = 0; path < PATHS; path++) {
            double ownDrift = drift + sumOfBlocks(random, deviations.length) / deviations.length;
            double end = last + years * ownDrift + sumOfBlocks(random, years);
            if (end <= target) {
                arrived++;
            }
        }
        return (double) arrived / PATHS;
    }

    /**
     * How often the 90 % interval held what came: the last years are left out in turn, one more each time, and projected from those before.
     *
     * @return share of hits, 0..1; empty when the series is too short to leave any year out
     */
    public static OptionalDouble hitRate(List<YearlyValue> shares) {
        List<YearlyValue> ordered = YearlyValue.ordered(shares);
        int hits = 0;
        int tries = 0;
        for (int known = LEAST; known < ordered.size(); known++) {
            Optional<Projection> made = of(ordered.subList(0, known));
            if (made.isEmpty()) {
                continue;
            }
            for (YearlyValue later : ordered.subList(known, ordered.size())) {
                tries++;
                boolean held = later.value() >= made.get().lowAt(later.year()) - LAST_DIGITS && later.value() <= made.get().highAt(later.year()) + LAST_DIGITS;
                hits += held ? 1 : 0;
            }
        }
        return tries == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) hits / tries);
    }

    private static double meanOfBlocks(double[] deviations, int block) {
        double sum = 0;
        int starts = deviations.length - block + 1;
        for (int start = 0; start < starts; start++) {
            for (int i = 0; i < block; i++) {
                sum += deviations[start + i];
            }
        }
        return sum / (starts * block);
    }

    private double sumOfBlocks(Random random, int length) {
        double sum = 0;
        int drawn = 0;
        while (drawn < length) {
            int start = random.nextInt(deviations.length - block + 1);
            for (int i = 0; i < block && drawn < length; i++, drawn++) {
                sum += deviations[start + i] - blockMean;
            }
        }
        return sum;
    }

    private double edge(double years, int side) {
        double middle = last + years * drift;
        return side == 0
                ? middle
                : middle + side * (open(years, side) + Normal.Z90 * sigma * Math.sqrt(Math.max(0, years * (1 + years / (points - 1)))));
    }

    /** How far the bounds of the first and the last share, between which the drift is taken, can move the median up or down. */
    private double open(double years, int side) {
        double carried = Math.max(0, years) / (points - 1);
        double ahead = (side > 0 ? end.above() : end.below()) * (1 + carried);
        double behind = carried == 0 ? 0 : (side > 0 ? first.below() : first.above()) * carried;
        return ahead + behind;
    }

    private OptionalDouble firstYear(double ceiling, int side) {
        if (ceiling <= 0) {
            return OptionalDouble.empty();
        }
        double target = ceiling >= 1 ? Double.POSITIVE_INFINITY : logit(ceiling);
        for (int step = 0; step <= HORIZON / STEP; step++) {
            if (edge(step * STEP, side) <= target) {
                return OptionalDouble.of(lastYear + step * STEP);
            }
        }
        return OptionalDouble.empty();
    }

    private static double logit(double share) {
        return Math.log(share / (1 - share));
    }

    private static double share(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }
}
