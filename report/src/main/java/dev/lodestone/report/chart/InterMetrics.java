package dev.lodestone.report.chart;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Advance widths of Inter Regular and SemiBold, from a table beside this class, so that charts are laid out without a
 * font engine. The table is written from the bundled fonts by {@code InterWidthsTest}, which also fails if the two
 * differ. Kerning is left out: it makes texts narrower more often than wider.
 *
 * <p>Characters that the font lacks are drawn by another one; they count as a full em where scripts are wide, as nothing
 * where they sit on their neighbour, and otherwise as a wide letter.
 */
final class InterMetrics implements TextMeasure {

  private static final String TABLE = "inter-widths.txt";
  private static final double UNKNOWN_EM = 0.8;
  private static final int FIRST_WIDE_SCRIPT = 0x1100;

  private final int unitsPerEm;
  private final int[] codePoints;
  private final int[] regular;
  private final int[] semibold;

  private InterMetrics(BufferedReader table) throws IOException {
    unitsPerEm = Integer.parseInt(table.readLine().strip());
    String[] lines = table.lines().toArray(String[]::new);
    codePoints = new int[lines.length];
    regular = new int[lines.length];
    semibold = new int[lines.length];
    for (int i = 0; i < lines.length; i++) {
      String[] fields = lines[i].split(" ");
      codePoints[i] = Integer.parseInt(fields[0], 16);
      regular[i] = Integer.parseInt(fields[1]);
      semibold[i] = Integer.parseInt(fields[2]);
    }
  }

  static InterMetrics instance() {
    return Holder.INSTANCE;
  }

  @Override
  public double widthPt(String text, boolean semiboldWeight, double sizePt) {
    int[] widths = semiboldWeight ? semibold : regular;
    double ems = text.codePoints().mapToDouble(c -> widthEm(c, widths)).sum();
    return ems * sizePt;
  }

  private double widthEm(int codePoint, int[] widths) {
    int index = Arrays.binarySearch(codePoints, codePoint);
    if (index >= 0) {
      return (double) widths[index] / unitsPerEm;
    }
    int type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    return codePoint < FIRST_WIDE_SCRIPT ? UNKNOWN_EM : 1;
  }

  private static final class Holder {
    static final InterMetrics INSTANCE = load();

    private static InterMetrics load() {
      try (InputStream in = InterMetrics.class.getResourceAsStream(TABLE)) {
        if (in == null) {
          throw new IllegalStateException("the table of letter widths is not on the class path: " + TABLE);
        }
        return new InterMetrics(new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII)));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read the table of letter widths", e);
      }
    }
  }
}
