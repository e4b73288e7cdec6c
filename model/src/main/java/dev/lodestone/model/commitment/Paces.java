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
 * <p>Needed: (target − last) / (target year − last year). Seen: {@link SenSlope}. Chance and the interval of the projected year come from
 * {@link Projection} where enough years run on without a gap; there the projected year is the projection's median, else it follows the
 * pace seen.
 */
final class Paces {

    private Paces() {}

    /**
     * @param points comparable years in order of time, at least two
     * @param target share to come down to
     * @param targetYear year in which to reach it
     */
    static Pace of(List<YearlyValue> points, double target, int targetYear) {
        YearlyValue first = points.getFirst();
        YearlyValue last = points.getLast();
        double yearsLeft = targetYear - last.year();
        double needed = yearsLeft > 0 ? (target - last.value()) / yearsLeft : target - last.value();
        double seen = SenSlope.of(points).slope();
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
}
