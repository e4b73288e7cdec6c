package dev.lodestone.model.progress;

import java.util.List;

/**
 * One point of a yearly series.
 *
 * @param year calendar year
 * @param value finite value
 * @param low the least that it can be
 * @param high the most that it can be
 */
public record YearlyValue(int year, double value, double low, double high) {

    public YearlyValue {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a yearly value must be finite: " + value);
        }
        if (!(low <= value && value <= high)) {
            throw new IllegalArgumentException("a yearly value must lie within its bounds: " + low + ", " + value + ", " + high);
        }
    }

    /** An exact value. */
    public YearlyValue(int year, double value) {
        this(year, value, value, value);
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
}
