package dev.lodestone.report.chart;

import java.util.ArrayList;
import java.util.List;

/** Makes texts fit a width: by breaking them into lines, and where that is not enough, by an ellipsis. */
final class TextFit {

  private static final String ELLIPSIS = "\u2026";
  private static final double SMALLEST = 0.8;

  private final TextMeasure measure;

  TextFit(TextMeasure measure) {
    this.measure = measure;
  }

  double width(String text, TextStyle style) {
    return measure.widthPt(text, style);
  }

  double widest(List<String> texts, TextStyle style) {
    return texts.stream().mapToDouble(t -> width(t, style)).max().orElse(0);
  }

  /** The style in which the text fits the width, down to four fifths of its size: a name set smaller is better than half a name. */
  TextStyle smaller(String text, TextStyle style, double maxWidth) {
    double width = width(PlainText.clean(text).strip(), style);
    if (width <= maxWidth) {
      return style;
    }
    double size = style.sizePt() * Math.max(SMALLEST, 0.999 * maxWidth / width);
    return new TextStyle(size, style.weight(), style.italic(), style.colour());
  }

  /** The text, or as much of its beginning as fits with an ellipsis. */
  String oneLine(String text, TextStyle style, double maxWidth) {
    String clean = PlainText.clean(text).strip();
    if (width(clean, style) <= maxWidth) {
      return clean;
    }
    int[] points = clean.codePoints().toArray();
    int low = 0;
    int high = points.length;
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (width(beginning(points, middle), style) <= maxWidth) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return beginning(points, low);
  }

  private static String beginning(int[] points, int count) {
    return new String(points, 0, count).stripTrailing() + ELLIPSIS;
  }

  /** At most so many lines, broken at blanks where possible; the last one may end in an ellipsis. */
  List<String> lines(String text, TextStyle style, double maxWidth, int maxLines) {
    List<String> lines = new ArrayList<>();
    String rest = PlainText.clean(text).strip();
    while (!rest.isEmpty()) {
      if (lines.size() == maxLines - 1 || width(rest, style) <= maxWidth) {
        lines.add(oneLine(rest, style, maxWidth));
        break;
      }
      int cut = cut(rest, style, maxWidth);
      lines.add(rest.substring(0, cut).strip());
      rest = rest.substring(cut).strip();
    }
    return lines;
  }

  /** Where the first line ends: after the last word that fits, or inside a word that is too long by itself. */
  private int cut(String text, TextStyle style, double maxWidth) {
    int best = 0;
    for (int at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) {
      if (width(text.substring(0, at), style) > maxWidth) {
        break;
      }
      best = at;
    }
    if (best > 0) {
      return best;
    }
    int end = text.offsetByCodePoints(0, 1);
    while (end < text.length()) {
      int next = text.offsetByCodePoints(end, 1);
      if (width(text.substring(0, next), style) > maxWidth) {
        break;
      }
      end = next;
    }
    return end;
  }
}
