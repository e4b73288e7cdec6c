package dev.lodestone.report.chart;

/** How sure a figure is; drawn by shape and dash, never by colour alone. */
public enum Certainty {
  /** All partners are in the statistics. */
  MEASURED,
  /** Some partners are missing, so the true share is this or less. */
  UPPER_BOUND
}
