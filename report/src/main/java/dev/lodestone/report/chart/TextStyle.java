package dev.lodestone.report.chart;

import java.util.Objects;

/**
 * The look of a text; the family is the document's sans serif (Inter).
 *
 * @param sizePt font size in points
 * @param weight regular or semibold
 * @param italic slanted
 * @param colour of the letters
 */
public record TextStyle(double sizePt, Weight weight, boolean italic, Colour colour) {

  /** The two weights that the briefings' fonts have. */
  public enum Weight {
    REGULAR,
    SEMIBOLD
  }

  public TextStyle {
    Check.positive("font size", sizePt);
    Objects.requireNonNull(weight, "weight");
    Objects.requireNonNull(colour, "colour");
  }

  /** Upright, regular weight. */
  public static TextStyle regular(double sizePt, Colour colour) {
    return new TextStyle(sizePt, Weight.REGULAR, false, colour);
  }

  /** Upright, semibold. */
  public static TextStyle semibold(double sizePt, Colour colour) {
    return new TextStyle(sizePt, Weight.SEMIBOLD, false, colour);
  }

  /** Whether the weight is semibold, as {@link TextMeasure} asks. */
  public boolean isSemibold() {
    return weight == Weight.SEMIBOLD;
  }

  public TextStyle withColour(Colour other) {
    return new TextStyle(sizePt, weight, italic, other);
  }

  public TextStyle withSizePt(double otherSizePt) {
    return new TextStyle(otherSizePt, weight, italic, colour);
  }

  public TextStyle slanted() {
    return new TextStyle(sizePt, weight, true, colour);
  }
}
