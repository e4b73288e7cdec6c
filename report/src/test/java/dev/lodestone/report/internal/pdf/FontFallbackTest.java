package dev.lodestone.report.internal.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.report.CharactersWithoutFont;
import dev.lodestone.report.ReportException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fonts of these tests were drawn for them: squares that stand for a few Japanese and Korean characters. */
class FontFallbackTest {

  private static final String JAPANESE = "SquaresJP-Regular.ttf";
  private static final String KOREAN = "SquaresKR-Regular.ttf";

  @TempDir private Path folder;

  @BeforeEach
  void copyFonts() throws IOException {
    Files.createDirectories(folder.resolve("deeper"));
    copy(JAPANESE, folder.resolve(JAPANESE));
    copy(KOREAN, folder.resolve("deeper").resolve(KOREAN));
  }

  @Test
  void findsCharactersInTheFolderThatTheCallerNames() throws IOException {
    byte[] pdf = render("<p>Japan (日本) and Seoul (서울)</p>");
    assertThat(text(pdf)).isEqualTo("Japan (日本) and Seoul (서울)");
    assertThat(fonts(pdf)).containsExactly("LodestoneSerif-Regular", "SquaresJP-Regular", "SquaresKR-Regular");
    assertThat(Conformance.failures(pdf, "ua1")).isEmpty();
    assertThat(Conformance.failures(pdf, "2a")).isEmpty();
  }

  @Test
  void showsJapaneseAndKoreanNamesWithNothingButWhatIsShipped() throws IOException {
    String names = "日本 トヨタ自動車 ひらがな 한국 대한민국 현대 Ελλάδα България";
    byte[] pdf = new PdfRenderer(FontLibrary.bundledOnly()).render(SampleDocument.body("<p>" + names + "</p>"));
    assertThat(text(pdf)).isEqualTo(names);
    assertThat(fonts(pdf)).containsExactly("LodestoneSerif-Regular", "NotoSansJP-Regular", "NotoSansKR-Regular");
    assertThat(Conformance.failures(pdf, "ua1")).isEmpty();
    assertThat(Conformance.failures(pdf, "2a")).isEmpty();
    assertThat(pdf).as("subsets only, not 2.6 MB of fonts").hasSizeLessThan(60_000);
  }

  @Test
  void prefersTheFontOfTheLanguage() throws IOException {
    assertThat(fonts(render("<p lang=\"ja\">日</p>"))).containsExactly("SquaresJP-Regular");
    assertThat(fonts(render("<p lang=\"ko\">日</p>"))).containsExactly("SquaresKR-Regular");
  }

  @Test
  void stillTellsWhatTheFolderLacks() throws IOException {
    assertThat(text(render("<p>日本𠀀</p>"))).isEqualTo("日本[U+20000]");
  }

  @Test
  void passesOverFilesThatAreNoFonts() throws IOException {
    Files.writeString(folder.resolve("aaa-Regular.ttf"), "not a font");
    assertThat(text(render("<p>日本</p>"))).isEqualTo("日本");
  }

  @Test
  void namesFilesThatAreNoFontsWhereNoOtherHasTheCharacter() throws IOException {
    Files.writeString(folder.resolve("house.ttf"), "not a font");
    List<CharactersWithoutFont> missing = new ArrayList<>();
    new PdfRenderer(FontLibrary.withFolder(folder)).render(SampleDocument.body("<p>𠀀</p>"), missing::add);
    assertThat(missing).singleElement().extracting(CharactersWithoutFont::problem).asString()
        .endsWith("; what lies there is no font that can be read: house.ttf");
  }

  @Test
  void refusesAFolderThatIsNotThere() {
    Path missing = folder.resolve("missing");
    assertThatThrownBy(() -> FontLibrary.withFolder(missing))
        .isInstanceOf(ReportException.class)
        .hasMessage("the folder of fonts \"" + missing + "\" does not exist or is no folder");
  }

  @Test
  void triesFontsForTheLanguageFirst() {
    List<String> names =
        List.of(
            "NotoSansCJK-Bold.ttc",
            "NotoSansKR-Regular.otf",
            "NotoSerifJP-Regular.otf",
            "NotoSansJP-Bold.otf",
            "NotoSansJP-Regular.otf");
    List<String> order =
        names.stream().sorted(FallbackOrder.forLanguage("ja", Character.UnicodeScript.HAN)).toList();
    assertThat(order)
        .containsExactly(
            "NotoSansJP-Regular.otf",
            "NotoSansJP-Bold.otf",
            "NotoSerifJP-Regular.otf",
            "NotoSansKR-Regular.otf",
            "NotoSansCJK-Bold.ttc");
  }

  private byte[] render(String body) {
    return new PdfRenderer(FontLibrary.withFolder(folder)).render(SampleDocument.body(body));
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).strip();
    }
  }

  private static TreeSet<String> fonts(byte[] pdf) throws IOException {
    TreeSet<String> result = new TreeSet<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (COSName name : document.getPage(0).getResources().getFontNames()) {
        result.add(document.getPage(0).getResources().getFont(name).getName().substring("ABCDEF+".length()));
      }
    }
    return result;
  }

  private static void copy(String name, Path to) throws IOException {
    try (InputStream in = FontFallbackTest.class.getResourceAsStream("fonts/" + name)) {
      Files.copy(in, to);
    }
  }
}
