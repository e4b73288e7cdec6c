package dev.lodestone.report.chart;

import java.util.List;

/**
 * The house's colours and the order in which series take them.
 *
 * <p>Neighbours in the series order differ in lightness as well as in hue, so that they stay apart in greyscale and for
 * colour-blind readers; builders add a marker shape and a direct label in any case.
 */
public final class Theme {

  public static final Colour NAVY = Colour.ofHex("12283f");
  public static final Colour TEAL = Colour.ofHex("0b7285");
  public static final Colour RED = Colour.ofHex("b42318");
  public static final Colour AMBER = Colour.ofHex("b7791f");
  public static final Colour SKY = Colour.ofHex("5b9bd5");
  public static final Colour PLUM = Colour.ofHex("6b3a75");

  /** Text. */
  public static final Colour INK = Colour.ofHex("1b2733");

  /** Secondary text: 5.8 to 1 on white. */
  public static final Colour MUTED = Colour.ofHex("5a6672");

  /** Series that are only context. */
  public static final Colour CONTEXT = Colour.ofHex("a9b3bd");

  /** Grid lines. */
  public static final Colour RULE = Colour.ofHex("dbe1e6");

  /** Backgrounds of empty cells and tracks. */
  public static final Colour FAINT = Colour.ofHex("f1f4f6");

  /** The colours of ordinary series, in turn; red is kept for the supplier being watched. */
  public static final List<Colour> SERIES = List.of(NAVY, AMBER, TEAL, PLUM, SKY);

  /** From little to much; each step carries text in {@link #INK} or white at 4.5 to 1 or better. */
  public static final List<Colour> SEQUENTIAL =
      List.of(
          Colour.ofHex("fdf4e8"),
          Colour.ofHex("f9d9b3"),
          Colour.ofHex("f0aa72"),
          Colour.ofHex("c2461f"),
          Colour.ofHex("821717"));

  private static final double READABLE = 4.5;

  private Theme() {}

  /** Black or white, whichever reads better on the background. */
  public static Colour textOn(Colour background) {
    return background.contrastWith(INK) >= background.contrastWith(Colour.WHITE) ? INK : Colour.WHITE;
  }

  /** The colour itself, or as little darker as makes small text in it readable on white (4.5 to 1). */
  public static Colour asText(Colour colour) {
    Colour darker = colour;
    for (double share = 0; darker.contrastWith(Colour.WHITE) < READABLE; share += 0.05) {
      darker = colour.mixedWith(Colour.BLACK, Math.min(1, share));
    }
    return darker;
  }
}
