package dev.lodestone.report.chart;

/**
 * A straight map from values to points.
 *
 * @param fromLow value that lands at toLow
 * @param fromHigh value that lands at toHigh, not equal to fromLow
 */
record Scale(double fromLow, double fromHigh, double toLow, double toHigh) {

  Scale {
    Check.finite("scale start", fromLow);
    Check.finite("scale end", fromHigh);
    Check.positive("scale span", fromHigh - fromLow);
  }

  double at(double value) {
    return toLow + (value - fromLow) / (fromHigh - fromLow) * (toHigh - toLow);
  }
}
