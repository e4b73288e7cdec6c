package dev.lodestone.report.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How a chart writes its numbers. Implementations must not depend on the machine's locale. */
@FunctionalInterface
public interface ValueFormat {

  /** The number as readers see it, with its unit where one belongs to it. */
  String format(double value);

  /** A share of 0..1 as a percentage, half up: 0.745 with one decimal is {@code 74.5%}. */
  static ValueFormat percent(int decimals) {
    return value -> decimal(value * 100, decimals) + "%";
  }

  /** A plain number, half up, thousands set apart by commas. */
  static ValueFormat number(int decimals) {
    return value -> decimal(value, decimals);
  }

  private static String decimal(double value, int decimals) {
    // Twelve significant figures first: 0.0745 * 1000 must not round as 74.49999.
    BigDecimal rounded =
        new BigDecimal(value)
            .round(new java.math.MathContext(12, RoundingMode.HALF_EVEN))
            .setScale(decimals, RoundingMode.HALF_UP);
    String plain = rounded.abs().toPlainString();
    int point = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
    StringBuilder grouped = new StringBuilder(plain);
    for (int at = point - 3; at > 0; at -= 3) {
      grouped.insert(at, ',');
    }
    return (rounded.signum() < 0 ? "\u2212" : "") + grouped;
  }
}
