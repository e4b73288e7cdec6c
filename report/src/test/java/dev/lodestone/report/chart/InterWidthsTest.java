package dev.lodestone.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.junit.jupiter.api.Test;

/** Keeps the table of letter widths equal to the bundled fonts; {@code -Dgolden.update=true} writes it anew. */
class InterWidthsTest {

  @Test
  void theTableHoldsTheWidthsOfTheBundledFonts() throws IOException {
    StringBuilder table = new StringBuilder();
    try (TrueTypeFont regular = font("Inter-Regular.ttf");
        TrueTypeFont semibold = font("Inter-SemiBold.ttf")) {
      CmapLookup regularGlyphs = regular.getUnicodeCmapLookup();
      CmapLookup semiboldGlyphs = semibold.getUnicodeCmapLookup();
      assertThat(semibold.getUnitsPerEm()).isEqualTo(regular.getUnitsPerEm());
      table.append(regular.getUnitsPerEm()).append('\n');
      for (int c = 0x20; c <= 0xFFFF; c++) {
        int glyph = regularGlyphs.getGlyphId(c);
        int semiboldGlyph = semiboldGlyphs.getGlyphId(c);
        boolean privateUse = c >= 0xE000 && c <= 0xF8FF;
        if (glyph > 0 && semiboldGlyph > 0 && !privateUse) {
          table.append(
              String.format(
                  Locale.ROOT, "%04x %d %d%n", c, regular.getAdvanceWidth(glyph), semibold.getAdvanceWidth(semiboldGlyph)));
        }
      }
    }
    Golden.check("src/main/resources/dev/lodestone/report/chart/inter-widths.txt", table.toString().replace("\r\n", "\n"));
  }

  @Test
  void addsUpTheLettersInEachWeight() {
    TextMeasure inter = TextMeasure.inter();
    double a = inter.widthPt("a", false, 10);
    double b = inter.widthPt("b", false, 10);
    assertThat(inter.widthPt("ab", false, 10)).isCloseTo(a + b, within(1e-9));
    assertThat(inter.widthPt("ab", false, 20)).isCloseTo(2 * (a + b), within(1e-9));
    assertThat(inter.widthPt("supply", true, 10)).isGreaterThan(inter.widthPt("supply", false, 10));
    assertThat(inter.widthPt("", false, 10)).isZero();
  }

  @Test
  void givesUnknownLettersRoomAndCombiningMarksNone() {
    TextMeasure inter = TextMeasure.inter();
    assertThat(inter.widthPt("\u65e5\u672c", false, 10)).isEqualTo(20);
    assertThat(inter.widthPt("\u0ba3", false, 10)).isEqualTo(8);
    assertThat(inter.widthPt("\u0947", false, 10)).isZero();
  }

  private static TrueTypeFont font(String name) throws IOException {
    try (InputStream in = InterWidthsTest.class.getResourceAsStream("/dev/lodestone/report/fonts/" + name)) {
      assertThat(in).as(name).isNotNull();
      return new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
    }
  }
}
