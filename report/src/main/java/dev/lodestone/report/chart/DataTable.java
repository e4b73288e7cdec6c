package dev.lodestone.report.chart;

import java.util.List;

/**
 * The figures behind a chart, as text, for those who cannot or would rather not look at it.
 *
 * @param headers one per column, with units
 * @param rows each as long as the headers
 */
public record DataTable(List<String> headers, List<List<String>> rows) {

  /** A drawing that shows no data. */
  public static final DataTable EMPTY = new DataTable(List.of(), List.of());

  public DataTable {
    headers = headers.stream().map(PlainText::clean).toList();
    int columns = headers.size();
    rows = rows.stream().map(row -> row.stream().map(PlainText::clean).toList()).toList();
    for (List<String> row : rows) {
      if (row.size() != columns) {
        throw new IllegalArgumentException(
            "a row of " + row.size() + " cells under " + columns + " headers: " + row);
      }
    }
  }
}
