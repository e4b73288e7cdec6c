package dev.lodestone.model.progress;

import java.util.List;

/**
 * One point of a yearly series.
 *
 * @param year calendar year
 * @param value finite value
 */
public record YearlyValue(int year, double value) {

    public YearlyValue {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a yearly value must be finite: " + value);
        }
    }

    /** Checks that years rise from point to point. */
    static List<YearlyValue> ordered(List<YearlyValue> points) {
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i).year() <= points.get(i - 1).year()) {
                throw new IllegalArgumentException("years must rise: " + points.get(i - 1).year() + ", " + points.get(i).year());
            }
        }
        return List.copyOf(points);
    }

    static boolean isUnbroken(List<YearlyValue> points) {
        return points.getLast().year() - points.getFirst().year() == points.size() - 1;
    }
}
