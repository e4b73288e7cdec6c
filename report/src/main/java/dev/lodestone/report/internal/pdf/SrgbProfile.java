package dev.lodestone.report.internal.pdf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An ICC profile (version 2.1) of the colour space sRGB, IEC 61966-2-1, written here so that documents do not depend
 * on which profile a Java release brings. Three primaries adapted to D50 and one tone curve for all three.
 */
final class SrgbProfile {

  private static final int HEADER = 128;
  private static final int CURVE_POINTS = 512;
  private static final byte[] BYTES = build();

  private SrgbProfile() {}

  static byte[] bytes() {
    return BYTES.clone();
  }

  private static byte[] build() {
    Map<String, byte[]> tags = new LinkedHashMap<>();
    tags.put("desc", description("sRGB IEC61966-2.1"));
    tags.put("cprt", text("No copyright, use freely"));
    tags.put("wtpt", xyz(0.9642, 1.0, 0.8249));
    tags.put("rXYZ", xyz(0.43607, 0.22249, 0.01392));
    tags.put("gXYZ", xyz(0.38515, 0.71687, 0.09708));
    tags.put("bXYZ", xyz(0.14307, 0.06061, 0.71410));
    byte[] curve = curve();
    int directory = 4 + 12 * (tags.size() + 3);
    int size = HEADER + directory + tags.values().stream().mapToInt(tag -> tag.length).sum() + curve.length;
    ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.BIG_ENDIAN);
    header(out, size);
    out.putInt(tags.size() + 3);
    int offset = HEADER + directory;
    for (Map.Entry<String, byte[]> tag : tags.entrySet()) {
      entry(out, tag.getKey(), offset, tag.getValue().length);
      offset += tag.getValue().length;
    }
    for (String channel : new String[] {"rTRC", "gTRC", "bTRC"}) {
      entry(out, channel, offset, curve.length);
    }
    tags.values().forEach(out::put);
    out.put(curve);
    return out.array();
  }

  private static void header(ByteBuffer out, int size) {
    out.putInt(size);
    out.putInt(0);
    out.putInt(0x02100000);
    out.put(ascii("mntrRGB XYZ "));
    for (int part : new int[] {2026, 1, 1, 0, 0, 0}) {
      out.putShort((short) part);
    }
    out.put(ascii("acsp"));
    out.position(68);
    out.putInt(fixed(0.9642)).putInt(fixed(1)).putInt(fixed(0.8249));
    out.position(HEADER);
  }

  private static void entry(ByteBuffer out, String name, int offset, int length) {
    out.put(ascii(name)).putInt(offset).putInt(length);
  }

  /** The transfer function of the standard: a straight foot, then a power of 2.4. */
  private static byte[] curve() {
    ByteBuffer out = ByteBuffer.allocate(12 + 2 * CURVE_POINTS).order(ByteOrder.BIG_ENDIAN);
    out.put(ascii("curv")).putInt(0).putInt(CURVE_POINTS);
    for (int i = 0; i < CURVE_POINTS; i++) {
      double encoded = i / (double) (CURVE_POINTS - 1);
      double linear =
          encoded <= 0.04045 ? encoded / 12.92 : StrictMath.pow((encoded + 0.055) / 1.055, 2.4);
      out.putShort((short) Math.round(linear * 65535));
    }
    return out.array();
  }

  private static byte[] xyz(double x, double y, double z) {
    return ByteBuffer.allocate(20)
        .order(ByteOrder.BIG_ENDIAN)
        .put(ascii("XYZ "))
        .putInt(0)
        .putInt(fixed(x))
        .putInt(fixed(y))
        .putInt(fixed(z))
        .array();
  }

  private static byte[] text(String value) {
    int length = 8 + value.length() + 1;
    return ByteBuffer.allocate(padded(length)).put(ascii("text")).putInt(0).put(ascii(value)).array();
  }

  /** With the empty Unicode and Macintosh forms that version 2 demands. */
  private static byte[] description(String value) {
    int length = 12 + value.length() + 1 + 8 + 3 + 67;
    return ByteBuffer.allocate(padded(length))
        .order(ByteOrder.BIG_ENDIAN)
        .put(ascii("desc"))
        .putInt(0)
        .putInt(value.length() + 1)
        .put(ascii(value))
        .array();
  }

  private static int padded(int length) {
    return (length + 3) / 4 * 4;
  }

  private static int fixed(double value) {
    return (int) Math.round(value * 65536);
  }

  private static byte[] ascii(String value) {
    return value.getBytes(StandardCharsets.US_ASCII);
  }
}
