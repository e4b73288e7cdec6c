package dev.lodestone.report.chart;

import java.util.Locale;

/**
 * An opaque sRGB colour.
 *
 * @param r red, 0 to 255
 * @param g green, 0 to 255
 * @param b blue, 0 to 255
 */
public record Colour(int r, int g, int b) {

  /** The page. */
  public static final Colour WHITE = new Colour(255, 255, 255);

  public static final Colour BLACK = new Colour(0, 0, 0);

  public Colour {
    checkChannel("red", r);
    checkChannel("green", g);
    checkChannel("blue", b);
  }

  /** Reads {@code #rrggbb}, with or without the hash. */
  public static Colour ofHex(String hex) {
    String digits = hex.startsWith("#") ? hex.substring(1) : hex;
    if (!digits.matches("[0-9a-fA-F]{6}")) {
      throw new IllegalArgumentException("a colour is six hexadecimal digits, not \"" + hex + "\"");
    }
    int value = Integer.parseInt(digits, 16);
    return new Colour(value >> 16 & 0xff, value >> 8 & 0xff, value & 0xff);
  }

  /** As {@code #rrggbb}, lower case. */
  public String hex() {
    return String.format(Locale.ROOT, "#%02x%02x%02x", r, g, b);
  }

  /** This colour mixed with another: 0 gives this one, 1 the other. */
  public Colour mixedWith(Colour other, double shareOfOther) {
    if (!(shareOfOther >= 0 && shareOfOther <= 1)) {
      throw new IllegalArgumentException("a share of 0 to 1, not " + shareOfOther);
    }
    return new Colour(
        mix(r, other.r, shareOfOther), mix(g, other.g, shareOfOther), mix(b, other.b, shareOfOther));
  }

  /** Relative luminance of WCAG 2.2, 0 (black) to 1 (white). */
  public double luminance() {
    return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
  }

  /**
   * Contrast ratio of WCAG 2.2: (lighter + 0.05) / (darker + 0.05), 1 to 21. Small text wants 4.5.
   */
  public double contrastWith(Colour other) {
    double mine = luminance();
    double theirs = other.luminance();
    return (Math.max(mine, theirs) + 0.05) / (Math.min(mine, theirs) + 0.05);
  }

  private static int mix(int from, int to, double share) {
    return (int) Math.round(from + (to - from) * share);
  }

  private static double linear(int channel) {
    double s = channel / 255.0;
    return s <= 0.04045 ? s / 12.92 : StrictMath.pow((s + 0.055) / 1.055, 2.4);
  }

  private static void checkChannel(String name, int value) {
    if (value < 0 || value > 255) {
      throw new IllegalArgumentException(name + " must be 0 to 255, not " + value);
    }
  }
}
