package dev.lodestone.report.internal.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.color.ICC_Profile;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundledFontsTest {

  private final FontSet fonts = new FontSet(FontLibrary.bundledOnly());

  @Test
  void everyFontHasTheLettersOfWesternAndCentralEuropeGreeceAndTheEast() {
    String letters = "àâæçéèêëîïôœùûüÿßÄÖÜñáíóúìòãõåøðþčďěňřšťůžćłńśźżőűăâîșțğışāēģīķļņūėįųαβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώ"
        + "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґў€£%‰–—“”„‘’…•·×−±≤≥≈½²³°";
    for (FontFile file : FontLibrary.bundledOnly().bundled()) {
      EmbeddedFont font = file.load();
      assertThat(letters.codePoints().filter(c -> !font.has(c)).mapToObj(Character::toString).toList())
          .as(file.name())
          .isEmpty();
    }
  }

  @Test
  void everyFontHasPrintableLatin1() {
    for (FontFile file : FontLibrary.bundledOnly().bundled()) {
      EmbeddedFont font = file.load();
      assertThat(IntStream.rangeClosed(0x20, 0xff).filter(c -> c < 0x7f || c >= 0xa0 && c != 0xad).allMatch(font::has))
          .as(file.name())
          .isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void figuresAreEquallyWide(boolean semibold) {
    EmbeddedFont font = fonts.sans(semibold, false);
    assertThat(IntStream.rangeClosed('0', '9').map(c -> font.width(Character.toString(c))).distinct().count())
        .isEqualTo(1);
  }

  @Test
  void kerningDrawsLettersTogether() {
    EmbeddedFont font = fonts.sans(false, false);
    assertThat(font.kerning('A', 'V')).isNegative();
    assertThat(font.kernedWidth("AVATAR")).isLessThan(font.width("AVATAR"));
    assertThat(font.kernedWidth("2024")).isEqualTo(font.width("2024"));
  }

  @Test
  void choosesByFamilyWeightAndSlant() {
    assertThat(fonts.choose(new String[] {"Helvetica", "\"Inter\""}, 700, false)).isSameAs(fonts.sans(true, false));
    assertThat(fonts.choose(new String[] {"sans-serif"}, 400, true)).isSameAs(fonts.sans(false, true));
    assertThat(fonts.choose(new String[] {"unheard of"}, 400, false).family()).isEqualTo(FontLibrary.SERIF);
  }

  @Test
  void measuresAsTheFontSays() {
    BundledTextMeasure measure = new BundledTextMeasure(FontLibrary.bundledOnly());
    // 1328 of 2048 units a figure, in whole thousandths of the size
    assertThat(measure.widthPt("2024", false, 10)).isCloseTo(4 * 6.48, within(0.05));
    assertThat(measure.widthPt("日本", false, 10)).isEqualTo(20);
    assertThat(measure.widthPt("", true, 10)).isZero();
  }

  @Test
  void writesAColourProfileThatOthersRead() {
    ICC_Profile profile = ICC_Profile.getInstance(SrgbProfile.bytes());
    assertThat(profile.getNumComponents()).isEqualTo(3);
    assertThat(profile.getProfileClass()).isEqualTo(ICC_Profile.CLASS_DISPLAY);
  }
}
