package dev.lodestone.model.commitment;

import dev.lodestone.model.progress.Projection;
import dev.lodestone.model.progress.SenSlope;
import dev.lodestone.model.progress.YearlyValue;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Pace of a share towards a ceiling with a date.
 *
 * <p>Needed: (target − last) / (target year − last year). The path to the target is straight, from the level at the pledge where the
 * register has one for a year before the last figure, else from the first comparable year. Seen: {@link SenSlope}. Chance and the interval of the projected year come from
 * {@link Projection} where enough years run on without a gap; there the projected year is the projection's median, else it follows the
 * pace seen.
 */
final class Paces {

    /** Below, a share stands still: the last binary digits of shares bring in less than this, and no figure resolves as much. */
    private static final double STILL = 1e-12;

    private Paces() {}

    /**
     * @param points comparable years in order of time, at least two
     * @param baseline level at the pledge and its year, where known
     * @param target share to come down to
     * @param targetYear year in which to reach it
     */
    static Pace of(List<YearlyValue> points, Optional<YearlyValue> baseline, double target, int targetYear) {
        YearlyValue last = points.getLast();
        YearlyValue first = baseline.filter(b -> b.year() < Math.min(last.year(), targetYear)).orElse(points.getFirst());
        double needed = needed(last.value(), last.year(), target, targetYear);
        double slope = SenSlope.of(points).slope();
        double seen = Math.abs(slope) < STILL ? 0 : slope;
        double pathSlope = targetYear > first.year() ? (target - first.value()) / (targetYear - first.year()) : 0;
        OptionalDouble behind = pathSlope == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((last.year() - first.year()) - (last.value() - first.value()) / pathSlope);
        Optional<Projection> projection = Projection.of(points);
        if (projection.isPresent()) {
            Projection p = projection.get();
            return new Pace(
                    needed,
                    seen,
                    behind,
                    p.yearWithin(target),
                    p.earliestYearWithin(target),
                    p.latestYearWithin(target),
                    OptionalDouble.of(p.chanceWithin(target, targetYear)),
                    points.size());
        }
        OptionalDouble projected = seen == 0 || (target - last.value()) / seen < 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(last.year() + (target - last.value()) / seen);
        return new Pace(
                needed, seen, behind, projected, OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), points.size());
    }

    /** Change a year from a level to the target at its year; all of it where that year has come. */
    static double needed(double level, int year, double target, int targetYear) {
        int yearsLeft = targetYear - year;
        return yearsLeft > 0 ? (target - level) / yearsLeft : target - level;
    }
}
