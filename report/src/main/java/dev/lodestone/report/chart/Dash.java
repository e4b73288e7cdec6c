package dev.lodestone.report.chart;

import java.util.List;

/** How a stroke is broken; line ends are butt, joins are round. */
public enum Dash {
  SOLID(),
  DASHED(5, 3),
  SHORT(3.2, 2),
  DOTTED(1, 2),
  DASH_DOT(6, 2, 1, 2);

  private final List<Double> pattern;

  Dash(double... pattern) {
    this.pattern = java.util.Arrays.stream(pattern).boxed().toList();
  }

  /** Lengths in points, on and off in turn, starting with on; empty for a solid line. */
  public List<Double> pattern() {
    return pattern;
  }
}
