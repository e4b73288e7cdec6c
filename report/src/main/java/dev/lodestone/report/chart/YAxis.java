package dev.lodestone.report.chart;

import java.util.List;
import java.util.Objects;

/**
 * The axis of values.
 *
 * @param unit what is measured, in which unit; drawn above the axis
 * @param format how ticks and direct labels are written
 * @param low the axis reaches down to at least this
 * @param high the axis reaches up to at least this, and further if the data do
 * @param ends where the axis may end, rising: at the first that the data do not pass; where they pass all, or there is none, the data say
 */
public record YAxis(String unit, ValueFormat format, double low, double high, List<Double> ends) {

  /** A fifth, a half, all: shares of a few percent would be lines along the bottom of an axis of 100 %. */
  private static final List<Double> OF_SHARES = List.of(0.2, 0.5, 1.0);

  public YAxis {
    ends = List.copyOf(ends);
    if (unit.isBlank()) {
      throw new IllegalArgumentException("an axis without a unit");
    }
    Objects.requireNonNull(format, "format");
    Check.finite("axis low", low);
    Check.finite("axis high", high);
    if (high < low) {
      throw new IllegalArgumentException("an axis from " + low + " to " + high);
    }
  }

  /** Shares of 0..1, written as whole percentages. */
  public static YAxis share(String unit) {
    return share(unit, ValueFormat.percent(0));
  }

  /** Shares of 0..1 as a reader's language writes them. */
  public static YAxis share(String unit, ValueFormat format) {
    return new YAxis(unit, format, 0, 0, OF_SHARES);
  }

  /** Amounts from 0 to what the data need. */
  public static YAxis amount(String unit, ValueFormat format) {
    return new YAxis(unit, format, 0, 0, List.of());
  }

  /** Where an axis of shares ends that reaches up to the highest of them. */
  static double endOfShares(double highest) {
    return OF_SHARES.stream().filter(end -> end >= highest).findFirst().orElse(highest);
  }

  /** The axis widened to hold the values, ending on multiples of a round step. */
  Fitted fit(double dataLow, double dataHigh, int maxSteps) {
    double from = Math.min(low, dataLow);
    double reached = Math.max(high, dataHigh);
    double to = ends.stream().filter(end -> end >= reached).findFirst().orElse(reached);
    if (to - from < 1e-12 * Math.max(1, Math.abs(to))) {
      to = from + Math.max(1, Math.abs(from));
    }
    double step = Ticks.step(to - from, maxSteps);
    return new Fitted(Math.floor(from / step + 1e-9) * step, Math.ceil(to / step - 1e-9) * step, step);
  }

  /** An axis with round ends. */
  record Fitted(double low, double high, double step) {}
}
