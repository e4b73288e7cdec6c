package dev.lodestone.report.chart;

import java.util.Objects;

/**
 * A surface's look.
 *
 * @param colour of the surface
 * @param opacity 0 (not filled) to 1
 */
public record Fill(Colour colour, double opacity) {

  /** Not filled. */
  public static final Fill NONE = new Fill(Colour.WHITE, 0);

  public Fill {
    Objects.requireNonNull(colour, "colour");
    Check.share("fill opacity", opacity);
  }

  /** An opaque surface. */
  public static Fill of(Colour colour) {
    return new Fill(colour, 1);
  }

  /** Whether there is something to draw. */
  public boolean visible() {
    return opacity > 0;
  }
}
