package dev.lodestone.report.internal.pdf;

import dev.lodestone.report.CharacterWithoutFontException;
import dev.lodestone.report.ReportException;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The fonts of one engine: chooses by family, weight and slant, and cuts a text into runs that each have a font for
 * all their characters. Not thread-safe.
 */
final class FontSet {

  /** Text that is drawn in one font. */
  record Run(EmbeddedFont font, String text) {}

  private static final int SEMIBOLD_FROM = 550;
  private static final int LONGEST_QUOTE = 60;

  /** Written in shapes that depend on their neighbours: glyph by glyph they would come out wrong. */
  private static final Set<UnicodeScript> SHAPED =
      EnumSet.of(
          UnicodeScript.ARABIC, UnicodeScript.HEBREW, UnicodeScript.SYRIAC, UnicodeScript.THAANA,
          UnicodeScript.NKO, UnicodeScript.DEVANAGARI, UnicodeScript.BENGALI, UnicodeScript.GURMUKHI,
          UnicodeScript.GUJARATI, UnicodeScript.ORIYA, UnicodeScript.TAMIL, UnicodeScript.TELUGU,
          UnicodeScript.KANNADA, UnicodeScript.MALAYALAM, UnicodeScript.SINHALA, UnicodeScript.THAI,
          UnicodeScript.LAO, UnicodeScript.TIBETAN, UnicodeScript.MYANMAR, UnicodeScript.KHMER,
          UnicodeScript.MONGOLIAN);

  private final FontLibrary library;
  private final Map<String, Family> families = new HashMap<>();
  private final Map<String, Optional<EmbeddedFont>> fallbacks = new LinkedHashMap<>();
  private final Set<String> unreadable = new TreeSet<>();

  FontSet(FontLibrary library) {
    this.library = library;
    for (String family : List.of(FontLibrary.SANS, FontLibrary.SERIF)) {
      List<EmbeddedFont> fonts =
          library.bundled().stream().filter(file -> file.family().equals(family)).map(FontFile::load).toList();
      families.put(family, new Family(fonts.get(0), fonts.get(1), fonts.get(2)));
    }
  }

  /** The font for a style; the first family that is known counts, else the serif. */
  EmbeddedFont choose(String[] names, int weight, boolean italic) {
    for (String name : names) {
      String plain = name.replace("\"", "").replace("'", "").strip();
      Family family = families.get(generic(plain));
      if (family != null) {
        return family.choose(weight, italic);
      }
    }
    return families.get(FontLibrary.SERIF).choose(weight, italic);
  }

  EmbeddedFont sans(boolean semibold, boolean italic) {
    return families.get(FontLibrary.SANS).choose(semibold ? SEMIBOLD_FROM : 0, italic);
  }

  /**
   * Cuts a text into runs.
   *
   * @param language BCP 47, which decides between Chinese, Japanese and Korean shapes; may be empty
   * @throws CharacterWithoutFontException if a character has no font
   */
  List<Run> runs(String text, EmbeddedFont preferred, String language) {
    List<Run> result = new ArrayList<>();
    int start = 0;
    EmbeddedFont current = preferred;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      EmbeddedFont font = isLayoutSpace(codePoint) ? current : fontFor(codePoint, text, preferred, language);
      if (font != current && i > start) {
        result.add(new Run(current, text.substring(start, i)));
        start = i;
      }
      current = font;
      i += Character.charCount(codePoint);
    }
    if (start < text.length()) {
      result.add(new Run(current, text.substring(start)));
    }
    return result;
  }

  /** Line breaks and tabs of the source, which layout turns into spaces. */
  static boolean isLayoutSpace(int codePoint) {
    return codePoint == '\n' || codePoint == '\t' || codePoint == '\r';
  }

  /** @throws ReportException that says which character of which text no font has */
  static CharacterWithoutFontException noGlyph(int codePoint, String text) {
    String shown = Character.isISOControl(codePoint) ? "" : " \"" + Character.toString(codePoint) + "\"";
    String name = Character.isDefined(codePoint) ? " " + Character.getName(codePoint) : "";
    return new CharacterWithoutFontException(
        codePoint,
        String.format(
            Locale.ROOT,
            "no font has the character%s (U+%04X%s) of the text \"%s\"; put a font that has it, such as one of Noto Sans,"
                + " into a folder 'fonts' of your templates' folder (--templates)",
            shown,
            codePoint,
            name,
            abbreviated(text)));
  }

  private EmbeddedFont fontFor(int codePoint, String text, EmbeddedFont preferred, String language) {
    if (preferred.has(codePoint)) {
      return preferred;
    }
    EmbeddedFont sans = families.get(FontLibrary.SANS).regular();
    if (sans.has(codePoint)) {
      return sans;
    }
    if (SHAPED.contains(UnicodeScript.of(codePoint))) {
      throw new CharacterWithoutFontException(
          codePoint,
          String.format(
              Locale.ROOT,
              "the text \"%s\" is in a script (%s) whose letters change with their neighbours or run from right to"
                  + " left, which the PDF cannot show; use a transliteration",
              abbreviated(text),
              UnicodeScript.of(codePoint).name().toLowerCase(Locale.ROOT)));
    }
    EmbeddedFont serif = families.get(FontLibrary.SERIF).regular();
    if (serif.has(codePoint)) {
      return serif;
    }
    return fallback(codePoint, language).orElseThrow(() -> {
      CharacterWithoutFontException missing = noGlyph(codePoint, text);
      return unreadable.isEmpty()
          ? missing
          : new CharacterWithoutFontException(
              codePoint, missing.getMessage() + "; what lies there is no font that can be read: " + String.join(", ", unreadable));
    });
  }

  private Optional<EmbeddedFont> fallback(int codePoint, String language) {
    for (List<FontLibrary.Candidate> group : library.candidates()) {
      List<FontLibrary.Candidate> candidates = new ArrayList<>(group);
      candidates.sort(Comparator.comparing(FontLibrary.Candidate::name, FallbackOrder.forLanguage(language, UnicodeScript.of(codePoint))));
      for (FontLibrary.Candidate candidate : candidates) {
        Optional<EmbeddedFont> font = fallbacks.computeIfAbsent(candidate.id(), id -> loadFallback(candidate));
        if (font.isPresent() && font.get().has(codePoint)) {
          return font;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<EmbeddedFont> loadFallback(FontLibrary.Candidate candidate) {
    try {
      EmbeddedFont font = candidate.file().get().load();
      families.put(font.family(), new Family(font, font, font));
      return Optional.of(font);
    } catch (ReportException e) {
      // one broken or protected file among a folder's fonts does not matter as long as another has the character
      if (candidate.own()) {
        unreadable.add(candidate.name());
      }
      return Optional.empty();
    }
  }

  private static String generic(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "sans-serif", "system-ui", "monospace" -> FontLibrary.SANS;
      case "serif" -> FontLibrary.SERIF;
      default -> name;
    };
  }

  private static String abbreviated(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    if (line.codePointCount(0, line.length()) <= LONGEST_QUOTE) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, LONGEST_QUOTE)) + "…";
  }

  private record Family(EmbeddedFont regular, EmbeddedFont semibold, EmbeddedFont italic) {
    EmbeddedFont choose(int weight, boolean slanted) {
      if (weight >= SEMIBOLD_FROM) {
        return semibold;
      }
      return slanted ? italic : regular;
    }
  }
}
