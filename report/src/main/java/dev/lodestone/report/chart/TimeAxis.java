package dev.lodestone.report.chart;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Places on a time axis, as decimal years. A figure for a period stands in the period's middle, so that a yearly figure,
 * a month and an event of a day share one axis truly: 2023 as a year is 2023.5, 1 August 2023 is 2023.58.
 */
public final class TimeAxis {

  private TimeAxis() {}

  /** The middle of a calendar year. */
  public static double ofYear(int year) {
    return year + 0.5;
  }

  /** The middle of a month. */
  public static double ofMonth(YearMonth month) {
    return month.getYear() + (month.getMonthValue() - 0.5) / 12;
  }

  /** Noon of a day. */
  public static double ofDate(LocalDate date) {
    return date.getYear() + (date.getDayOfYear() - 0.5) / date.lengthOfYear();
  }
}
