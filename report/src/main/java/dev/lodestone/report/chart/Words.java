package dev.lodestone.report.chart;

/**
 * The few words that builders write themselves, so that a briefing in another language can give its own.
 *
 * @param atMost stands before an upper bound
 * @param others a pattern with {@code %d}, for what could not be labelled
 * @param period header of the column of periods in data tables
 * @param series header of the column of names in data tables
 * @param value header of a column of values
 * @param low header of a lower end
 * @param high header of an upper end
 * @param noFigure stands where there is none
 * @param status header of the column that says how sure a figure is
 * @param measured said of a complete figure
 */
public record Words(
    String atMost,
    String others,
    String period,
    String series,
    String value,
    String low,
    String high,
    String noFigure,
    String status,
    String measured) {

  public Words {
    if (!others.contains("%d")) {
      throw new IllegalArgumentException("the pattern for others needs %d: \"" + others + "\"");
    }
  }

  public static Words english() {
    return new Words(
        "at most", "and %d more", "Period", "Series", "Value", "Low", "High", "no figure", "Status", "measured");
  }

  String others(int count) {
    return others.replace("%d", Integer.toString(count));
  }
}
