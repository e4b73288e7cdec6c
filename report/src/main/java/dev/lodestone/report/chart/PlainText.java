package dev.lodestone.report.chart;

import java.text.Normalizer;

/** Makes any string fit to be drawn: one line, composed (NFC), no characters that act instead of being seen. */
final class PlainText {

  private static final int REPLACEMENT = 0xFFFD;

  private PlainText() {}

  /**
   * White space becomes a blank, bidirectional and other invisible controls vanish, and what no document may hold
   * (control characters, lone surrogates, noncharacters) becomes the replacement character, so that a loss is seen.
   */
  static String clean(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> append(out, c));
    return Normalizer.normalize(out, Normalizer.Form.NFC);
  }

  private static void append(StringBuilder out, int c) {
    if (c == '\t' || c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029) {
      out.append(' ');
    } else if (acts(c)) {
      return;
    } else if (Character.getType(c) == Character.CONTROL
        || Character.getType(c) == Character.SURROGATE
        || (c & 0xFFFE) == 0xFFFE
        || c >= 0xFDD0 && c <= 0xFDEF) {
      out.appendCodePoint(REPLACEMENT);
    } else {
      out.appendCodePoint(c);
    }
  }

  private static boolean acts(int c) {
    return c == 0x00AD
        || c == 0x061C
        || c >= 0x200B && c <= 0x200F
        || c >= 0x202A && c <= 0x202E
        || c >= 0x2060 && c <= 0x206F
        || c == 0xFEFF
        || c >= 0xE0000 && c <= 0xE0FFF;
  }
}
