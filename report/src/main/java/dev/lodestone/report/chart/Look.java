package dev.lodestone.report.chart;

import java.util.ArrayList;
import java.util.List;

/** The look of a series: colour, width and marker shape. */
record Look(Colour colour, double widthPt, Marker marker, int priority) {

  /** More equals than there are colours cannot be told apart; the rest become context. */
  static List<Look> ofAll(List<Role> roles, double baseSizePt) {
    double thin = baseSizePt * 0.11;
    List<Look> looks = new ArrayList<>();
    int normal = roles.contains(Role.FOCUS) ? 1 : 0;
    for (int i = 0; i < roles.size(); i++) {
      Marker marker = Marker.ofSeries(i);
      switch (roles.get(i)) {
        case FOCUS -> looks.add(new Look(Theme.NAVY, thin * 2.2, marker, 3));
        case WATCHED -> looks.add(new Look(Theme.RED, thin * 2, marker, 3));
        case CONTEXT -> looks.add(new Look(Theme.CONTEXT, thin, marker, 1));
        case NORMAL -> {
          boolean distinct = normal < Theme.SERIES.size();
          looks.add(
              distinct
                  ? new Look(Theme.SERIES.get(normal), thin * 1.6, marker, 2)
                  : new Look(Theme.CONTEXT, thin, marker, 0));
          normal++;
        }
      }
    }
    return looks;
  }

  /** As {@link #ofAll}, but a series with a place of its own has the colour and the marker of that place. */
  static List<Look> ofSeries(List<LineChart.Series> series, double baseSizePt) {
    List<Look> looks = new ArrayList<>(ofAll(series.stream().map(LineChart.Series::role).toList(), baseSizePt));
    for (int i = 0; i < looks.size(); i++) {
      int place = series.get(i).place();
      if (series.get(i).role() == Role.NORMAL && place >= 0 && place < Theme.SERIES.size()) {
        looks.set(i, new Look(Theme.SERIES.get(place), baseSizePt * 0.11 * 1.6, Marker.ofSeries(place), 2));
      }
    }
    return looks;
  }

  Colour textColour() {
    return Theme.asText(colour);
  }
}
