package dev.lodestone.report.internal.pdf;

import dev.lodestone.report.ReportException;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Locale;
import org.openpdf.text.DocumentException;
import org.openpdf.text.pdf.BaseFont;

/**
 * The bytes of a font; shared between engines, which each parse their own copy.
 *
 * @param name the file's name with its extension; {@code ,0} behind that of a collection chooses the font in it
 * @param family how style sheets call it
 * @param weight the weight up to which letters are not thickened artificially
 * @param italic whether it slants
 * @param bytes the file; not to be changed
 */
record FontFile(String name, String family, int weight, boolean italic, byte[] bytes) {

  EmbeddedFont load() {
    try {
      BaseFont base =
          BaseFont.createFont(
              name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, bytes, null, false, false);
      base.setSubset(true);
      base.setIncludeCidSet(false);
      base.setSecureRandom(new ConstantRandom(name));
      return new EmbeddedFont(family, base, weight, italic);
    } catch (DocumentException | IOException e) {
      throw new ReportException("the font file \"" + name + "\" cannot be used: " + e.getMessage(), e);
    }
  }

  /** The library draws the prefix of a subset's name at random; the same input must give the same bytes. */
  private static final class ConstantRandom extends SecureRandom {
    private static final long serialVersionUID = 1L;
    private static final int LETTERS = 26;

    private final double value;

    ConstantRandom(String name) {
      value = (Math.floorMod(name.toLowerCase(Locale.ROOT).hashCode(), LETTERS) + 0.5) / LETTERS;
    }

    @Override
    public double nextDouble() {
      return value;
    }
  }
}
