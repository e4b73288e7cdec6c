package dev.lodestone.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;

/** What must hold for every drawing, whatever it shows. */
final class Layouts {

  /** Letters may come this near to each other or to the edge: rounding, not overlap. */
  private static final double TOLERANCE_PT = 0.05;

  private Layouts() {}

  static void assertReadable(Drawing drawing) {
    assertInside(drawing);
    assertNoTextOverlaps(drawing);
    assertTableFits(drawing);
  }

  static void assertInside(Drawing drawing) {
    for (Mark.Text text : drawing.texts()) {
      Box box = text.bounds(SampleCharts.MEASURE);
      assertThat(drawing.bounds().contains(box, TOLERANCE_PT))
          .as("\"%s\" at %s lies inside %s", text.string(), box, drawing.bounds())
          .isTrue();
    }
    for (Mark mark : drawing.marks()) {
      if (mark instanceof Mark.Rect rect) {
        Box box = new Box(rect.x(), rect.y(), rect.width(), rect.height());
        assertThat(drawing.bounds().contains(box, TOLERANCE_PT)).as("%s inside %s", rect, drawing.bounds()).isTrue();
      }
      if (mark instanceof Mark.Polyline line) {
        for (Point p : line.points()) {
          assertThat(drawing.bounds().contains(new Box(p.x(), p.y(), 0, 0), TOLERANCE_PT)).as("%s", p).isTrue();
        }
      }
    }
  }

  static void assertNoTextOverlaps(Drawing drawing) {
    List<Mark.Text> texts = drawing.texts();
    List<Box> boxes = texts.stream().map(t -> shrunk(t.bounds(SampleCharts.MEASURE))).toList();
    for (int i = 0; i < boxes.size(); i++) {
      for (int j = i + 1; j < boxes.size(); j++) {
        if (boxes.get(i).overlaps(boxes.get(j))) {
          fail("\"%s\" %s overlaps \"%s\" %s", texts.get(i).string(), boxes.get(i), texts.get(j).string(), boxes.get(j));
        }
      }
    }
  }

  private static void assertTableFits(Drawing drawing) {
    assertThat(drawing.data().headers()).isNotEmpty();
  }

  private static Box shrunk(Box box) {
    double dx = Math.min(box.width() / 2, TOLERANCE_PT);
    double dy = Math.min(box.height() / 2, TOLERANCE_PT);
    return new Box(box.x() + dx, box.y() + dy, box.width() - 2 * dx, box.height() - 2 * dy);
  }
}
