package dev.lodestone.report.chart;

import java.util.ArrayList;
import java.util.List;

/** Round numbers for axes. */
final class Ticks {

  private Ticks() {}

  /** The smallest of 1, 2, 2.5 and 5 times a power of ten that makes at most so many steps of the span. */
  static double step(double span, int maxSteps) {
    double raw = span / Math.max(1, maxSteps);
    double magnitude = Math.pow(10, Math.floor(Math.log10(raw)));
    for (double factor : new double[] {1, 2, 2.5, 5, 10}) {
      if (factor * magnitude >= raw * (1 - 1e-9)) {
        return factor * magnitude;
      }
    }
    return 10 * magnitude;
  }

  /** Multiples of the step from the first at or above low to the last at or below high. */
  static List<Double> multiples(double low, double high, double step) {
    List<Double> ticks = new ArrayList<>();
    long first = (long) Math.ceil(low / step - 1e-9);
    long last = (long) Math.floor(high / step + 1e-9);
    for (long k = first; k <= last; k++) {
      ticks.add(k * step);
    }
    return ticks;
  }

  /**
   * Which years get a label: as many as fit, at round distances, the anchor always among them.
   *
   * @param anchor the year that readers look for, such as the last one with figures
   * @param minYears least distance between two labels
   */
  static List<Integer> years(int first, int last, int anchor, double minYears) {
    int step = yearStep(minYears);
    List<Integer> years = new ArrayList<>();
    if (step <= 2) {
      int start = first + Math.floorMod(anchor - first, step);
      for (int year = start; year <= last; year += step) {
        years.add(year);
      }
      return years;
    }
    for (int year = Math.ceilDiv(first, step) * step; year <= last; year += step) {
      if (Math.abs(year - anchor) >= minYears) {
        years.add(year);
      }
    }
    years.add(anchor);
    years.sort(null);
    return years;
  }

  private static int yearStep(double minYears) {
    for (int scale = 1; ; scale *= 10) {
      for (int factor : new int[] {1, 2, 5}) {
        if (factor * scale >= minYears || scale >= 100_000) {
          return factor * scale;
        }
      }
    }
  }
}
