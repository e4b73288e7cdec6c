package dev.lodestone.report.chart;

import dev.lodestone.report.chart.Mark.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** One bar, cut by how many commitments stand where. */
public final class StatusStrip {

  private StatusStrip() {}

  /**
   * What to draw.
   *
   * @param title the chart's subject, for listeners
   * @param alt its message in a sentence
   * @param parts in the order in which they stand; parts of 0 are left out of the bar
   * @param statusHeader header of the data table's first column
   * @param countHeader header of its second
   */
  public record Input(String title, String alt, List<Part> parts, String statusHeader, String countHeader) {
    public Input {
      Objects.requireNonNull(statusHeader, "status header");
      Objects.requireNonNull(countHeader, "count header");
      parts = List.copyOf(parts);
    }
  }

  /** What a status means for the reader; each tone has its own lightness, and the unknown are hatched. */
  public enum Tone {
    REACHED,
    ON_WAY,
    OPEN,
    BEHIND,
    FAILED,
    UNKNOWN
  }

  /** A status with its count. */
  public record Part(String label, int count, Tone tone) {
    public Part {
      Objects.requireNonNull(label, "label");
      Objects.requireNonNull(tone, "tone");
      if (count < 0) {
        throw new IllegalArgumentException("a count of " + count + " for \"" + label + "\"");
      }
    }
  }

  /** Lays the strip out; labels stand under their parts, or in a list if there is not room. */
  public static Drawing draw(Input input, Frame frame, TextMeasure measure) {
    Scene scene = new Scene(frame, measure);
    double em = frame.baseSizePt();
    List<Part> shown = input.parts().stream().filter(p -> p.count() > 0).toList();
    double height = em * 1.8;
    long total = shown.stream().mapToLong(Part::count).sum();
    scene.rect(0, 0, frame.widthPt(), height, em * 0.15, Fill.of(Theme.FAINT), Stroke.NONE);
    List<Box> boxes = new ArrayList<>();
    long before = 0;
    for (Part part : shown) {
      double from = frame.widthPt() * before / total;
      before += part.count();
      double to = frame.widthPt() * before / total;
      boxes.add(new Box(from, 0, to - from, height));
      drawPart(scene, part, boxes.getLast());
    }
    double bottom = drawLabels(scene, shown, boxes, height + em * 0.25);
    return scene.finish(bottom + em * 0.3, input.title(), input.alt(), table(input));
  }

  private static void drawPart(Scene scene, Part part, Box box) {
    double em = scene.frame().baseSizePt();
    Colour colour = colour(part.tone());
    double gap = Math.min(em * 0.12, box.width() * 0.2);
    Box inner = new Box(box.x(), box.y(), box.width() - gap, box.height());
    scene.rect(inner.x(), inner.y(), inner.width(), inner.height(), 0, Fill.of(colour), Stroke.NONE);
    if (part.tone() == Tone.UNKNOWN) {
      scene.hatch(inner, em * 0.7, Stroke.of(Theme.CONTEXT, em * 0.1));
    }
    TextStyle style = TextStyle.semibold(em * 1.1, Theme.textOn(colour));
    String count = Integer.toString(part.count());
    if (holdsCount(scene, part, box)) {
      Mark.Text text =
          Mark.Text.of(
              inner.x() + inner.width() / 2, inner.height() / 2 + Scene.centring(style), count, style, Anchor.MIDDLE);
      scene.add(part.tone() == Tone.UNKNOWN ? text.withHalo(Stroke.of(Theme.FAINT, em * 0.5)) : text);
    }
  }

  private static boolean holdsCount(Scene scene, Part part, Box box) {
    double em = scene.frame().baseSizePt();
    TextStyle style = TextStyle.semibold(em * 1.1, Theme.INK);
    return scene.fit().width(Integer.toString(part.count()), style) + em * 0.6 <= box.width();
  }

  private static double drawLabels(Scene scene, List<Part> parts, List<Box> boxes, double top) {
    Frame frame = scene.frame();
    double em = frame.baseSizePt();
    TextStyle style = frame.label();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      String label = PlainText.clean(part.label());
      texts.add(holdsCount(scene, part, boxes.get(i)) ? label : part.count() + " " + label);
    }
    List<Shelf.Wish> wishes = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      double centre = boxes.get(i).x() + boxes.get(i).width() / 2;
      wishes.add(new Shelf.Wish(centre, scene.fit().width(texts.get(i), style) + em, 0));
    }
    // The gap between neighbours may hang over at both ends.
    List<Shelf.Place> places = Shelf.place(wishes, -em / 2, frame.widthPt() + em / 2);
    if (places.size() < parts.size()) {
      return drawList(scene, parts, texts, top);
    }
    for (Shelf.Place place : places) {
      Box box = boxes.get(place.index());
      scene.line(
          box.x() + box.width() / 2, top - em * 0.15, place.centre(), top + em * 0.35, Stroke.of(Theme.CONTEXT, em * 0.08));
      scene.text(place.centre(), top + em * 1.3, texts.get(place.index()), style, Anchor.MIDDLE);
    }
    return top + em * (parts.isEmpty() ? 0 : 1.6);
  }

  private static double drawList(Scene scene, List<Part> parts, List<String> texts, double top) {
    Frame frame = scene.frame();
    double em = frame.baseSizePt();
    TextStyle style = frame.label();
    double x = 0;
    double baseline = top + em * 1.1;
    for (int i = 0; i < parts.size(); i++) {
      String text = scene.fit().oneLine(texts.get(i), style, frame.widthPt() - em * 1.4);
      double width = em * 1.4 + scene.fit().width(text, style);
      if (x > 0 && x + width > frame.widthPt()) {
        x = 0;
        baseline += frame.lead() * 1.1;
      }
      Box swatch = new Box(x, baseline - em * 0.8, em * 0.9, em * 0.9);
      scene.rect(swatch.x(), swatch.y(), swatch.width(), swatch.height(), 0, Fill.of(colour(parts.get(i).tone())), Stroke.NONE);
      if (parts.get(i).tone() == Tone.UNKNOWN) {
        scene.hatch(swatch, em * 0.5, Stroke.of(Theme.MUTED, em * 0.08));
      }
      scene.text(x + em * 1.3, baseline, text, style, Anchor.START);
      x += width + em * 1.2;
    }
    return baseline + em * 0.3;
  }

  private static Colour colour(Tone tone) {
    return switch (tone) {
      case REACHED -> Theme.NAVY;
      case ON_WAY -> Theme.TEAL;
      case OPEN -> Colour.ofHex("cfe0ea");
      case BEHIND -> Colour.ofHex("e3a94f");
      case FAILED -> Theme.RED;
      case UNKNOWN -> Theme.FAINT;
    };
  }

  private static DataTable table(Input input) {
    return new DataTable(
        List.of(input.statusHeader(), input.countHeader()),
        input.parts().stream().map(p -> List.of(p.label(), Integer.toString(p.count()))).toList());
  }
}
