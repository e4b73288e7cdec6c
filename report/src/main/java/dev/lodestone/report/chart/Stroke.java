package dev.lodestone.report.chart;

import java.util.Objects;

/**
 * A line's look.
 *
 * @param colour of the line
 * @param widthPt in points; 0 means that no line is drawn
 * @param dash how it is broken
 * @param opacity 0 (invisible) to 1
 */
public record Stroke(Colour colour, double widthPt, Dash dash, double opacity) {

  /** No line. */
  public static final Stroke NONE = new Stroke(Colour.BLACK, 0, Dash.SOLID, 1);

  public Stroke {
    Objects.requireNonNull(colour, "colour");
    Objects.requireNonNull(dash, "dash");
    Check.notNegative("stroke width", widthPt);
    Check.share("stroke opacity", opacity);
  }

  /** A solid, opaque line. */
  public static Stroke of(Colour colour, double widthPt) {
    return new Stroke(colour, widthPt, Dash.SOLID, 1);
  }

  /** An opaque line with a dash. */
  public static Stroke of(Colour colour, double widthPt, Dash dash) {
    return new Stroke(colour, widthPt, dash, 1);
  }

  /** Whether there is something to draw. */
  public boolean visible() {
    return widthPt > 0 && opacity > 0;
  }
}
