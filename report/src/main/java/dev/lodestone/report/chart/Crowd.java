package dev.lodestone.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Knows what already stands in a drawing and finds a free place for one more label. */
final class Crowd {

  private record Segment(double x1, double y1, double x2, double y2, int weight) {}

  private final Box room;
  private final List<Box> labels = new ArrayList<>();
  private final List<Segment> lines = new ArrayList<>();

  Crowd(Box room) {
    this.room = room;
  }

  void addLabel(Box box) {
    labels.add(box);
  }

  /** A line that labels should not cover, the less so the higher its weight. */
  void addLine(double x1, double y1, double x2, double y2, int weight) {
    lines.add(new Segment(x1, y1, x2, y2, weight));
  }

  /**
   * The candidate that crosses the least weight of lines, the earlier one if two are equal; none if each would touch another
   * label or leave the room. The winner is remembered.
   */
  Optional<Integer> place(List<Box> candidates) {
    int best = -1;
    long fewest = Long.MAX_VALUE;
    for (int i = 0; i < candidates.size(); i++) {
      Box box = candidates.get(i);
      if (!room.contains(box, 1e-6) || labels.stream().anyMatch(box::overlaps)) {
        continue;
      }
      long crossings = lines.stream().filter(line -> crosses(line, box)).mapToLong(Segment::weight).sum();
      if (crossings < fewest) {
        fewest = crossings;
        best = i;
      }
    }
    if (best < 0) {
      return Optional.empty();
    }
    labels.add(candidates.get(best));
    return Optional.of(best);
  }

  /** Liang and Barsky's clipping: whether any part of the segment lies in the box. */
  private static boolean crosses(Segment s, Box box) {
    double from = 0;
    double to = 1;
    double dx = s.x2 - s.x1;
    double dy = s.y2 - s.y1;
    double[] p = {-dx, dx, -dy, dy};
    double[] q = {s.x1 - box.x(), box.right() - s.x1, s.y1 - box.y(), box.bottom() - s.y1};
    for (int edge = 0; edge < 4; edge++) {
      if (p[edge] == 0) {
        if (q[edge] < 0) {
          return false;
        }
        continue;
      }
      double t = q[edge] / p[edge];
      if (p[edge] < 0) {
        from = Math.max(from, t);
      } else {
        to = Math.min(to, t);
      }
    }
    return from <= to;
  }
}
