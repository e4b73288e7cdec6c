package dev.lodestone.report.chart;

/** Argument checks that name what was wrong. */
final class Check {

  private Check() {}

  static void finite(String what, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(what + " must be a finite number, not " + value);
    }
  }

  static void notNegative(String what, double value) {
    finite(what, value);
    if (value < 0) {
      throw new IllegalArgumentException(what + " must not be negative, but is " + value);
    }
  }

  static void positive(String what, double value) {
    finite(what, value);
    if (value <= 0) {
      throw new IllegalArgumentException(what + " must be above 0, but is " + value);
    }
  }

  static void share(String what, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(what + " must be 0 to 1, not " + value);
    }
  }
}
