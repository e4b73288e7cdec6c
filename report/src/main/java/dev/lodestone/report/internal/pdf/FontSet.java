package dev.lodestone.report.internal.pdf;

import dev.lodestone.report.CharacterWithoutFontException;
import dev.lodestone.report.CharactersWithoutFont;
import dev.lodestone.report.ReportException;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Comparator;
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

  /** Scripts in shapes that depend on their neighbours, by their ISO 15924 codes: glyph by glyph they would come out wrong. */
  private static final Map<UnicodeScript, String> SHAPED =
      Map.ofEntries(
          Map.entry(UnicodeScript.ARABIC, "Arab"), Map.entry(UnicodeScript.HEBREW, "Hebr"),
          Map.entry(UnicodeScript.SYRIAC, "Syrc"), Map.entry(UnicodeScript.THAANA, "Thaa"),
          Map.entry(UnicodeScript.NKO, "Nkoo"), Map.entry(UnicodeScript.DEVANAGARI, "Deva"),
          Map.entry(UnicodeScript.BENGALI, "Beng"), Map.entry(UnicodeScript.GURMUKHI, "Guru"),
          Map.entry(UnicodeScript.GUJARATI, "Gujr"), Map.entry(UnicodeScript.ORIYA, "Orya"),
          Map.entry(UnicodeScript.TAMIL, "Taml"), Map.entry(UnicodeScript.TELUGU, "Telu"),
          Map.entry(UnicodeScript.KANNADA, "Knda"), Map.entry(UnicodeScript.MALAYALAM, "Mlym"),
          Map.entry(UnicodeScript.SINHALA, "Sinh"), Map.entry(UnicodeScript.THAI, "Thai"),
          Map.entry(UnicodeScript.LAO, "Laoo"), Map.entry(UnicodeScript.TIBETAN, "Tibt"),
          Map.entry(UnicodeScript.MYANMAR, "Mymr"), Map.entry(UnicodeScript.KHMER, "Khmr"),
          Map.entry(UnicodeScript.MONGOLIAN, "Mong"));

  private final FontLibrary library;
  private final Map<String, Family> families = new HashMap<>();
  private final Map<String, Optional<EmbeddedFont>> fallbacks = new LinkedHashMap<>();
  private final Set<String> unreadable = new TreeSet<>();
  private final Map<String, CharactersWithoutFont> missing = new LinkedHashMap<>();
  private Locale language = Locale.ROOT;

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

  /** Begins a document, in whose language is named what cannot be shown of it. */
  void begin(String documentLanguage) {
    language = Locale.forLanguageTag(documentLanguage);
    missing.clear();
  }

  /** What could not be shown since the document began, in the order in which it was met. */
  List<CharactersWithoutFont> missing() {
    return List.copyOf(missing.values());
  }

  /**
   * Cuts a text into runs. Characters that no font has are replaced by what they are, in brackets.
   *
   * @param tag BCP 47, which decides between Chinese, Japanese and Korean shapes; may be empty
   */
  List<Run> runs(String text, EmbeddedFont preferred, String tag) {
    List<Run> result = new ArrayList<>();
    int start = 0;
    EmbeddedFont current = preferred;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      EmbeddedFont font = isLayoutSpace(codePoint) ? current : find(codePoint, preferred, tag).orElse(null);
      if (font != current && i > start) {
        result.add(new Run(current, text.substring(start, i)));
        start = i;
      }
      if (font == null) {
        i = endOfMissing(text, i, preferred, tag);
        result.add(new Run(preferred, standIn(text.substring(start, i), text)));
        start = i;
        current = preferred;
      } else {
        current = font;
        i += Character.charCount(codePoint);
      }
    }
    if (start < text.length()) {
      result.add(new Run(current, text.substring(start)));
    }
    return result;
  }

  /** Where characters without a font end that begin at a place; spaces between words of theirs are among them. */
  private int endOfMissing(String text, int start, EmbeddedFont preferred, String tag) {
    int end = start;
    for (int i = start; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      i += Character.charCount(codePoint);
      if (!Character.isWhitespace(codePoint)) {
        if (find(codePoint, preferred, tag).isPresent()) {
          return end;
        }
        end = i;
      }
    }
    return end;
  }

  /** Says in brackets what stands in the source, and keeps it to be told. */
  private String standIn(String characters, String text) {
    int first = characters.codePointAt(0);
    String script = SHAPED.get(UnicodeScript.of(first));
    String shown;
    String problem;
    if (script != null) {
      shown = "[" + new Locale.Builder().setScript(script).build().getDisplayScript(language) + "]";
      problem =
          String.format(
              Locale.ROOT,
              "the text \"%s\" is in a script (%s) whose letters change with their neighbours or run from right to"
                  + " left, which a PDF cannot show; give a transliteration",
              abbreviated(text),
              UnicodeScript.of(first).name().toLowerCase(Locale.ROOT));
    } else {
      shown = String.format(Locale.ROOT, characters.codePointCount(0, characters.length()) == 1 ? "[U+%04X]" : "[U+%04X …]", first);
      problem = noGlyph(first, text).getMessage();
      if (!unreadable.isEmpty()) {
        problem += "; what lies there is no font that can be read: " + String.join(", ", unreadable);
      }
    }
    missing.putIfAbsent(characters, new CharactersWithoutFont(characters, shown, problem));
    return shown;
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

  private Optional<EmbeddedFont> find(int codePoint, EmbeddedFont preferred, String tag) {
    if (preferred.has(codePoint)) {
      return Optional.of(preferred);
    }
    EmbeddedFont sans = families.get(FontLibrary.SANS).regular();
    if (sans.has(codePoint)) {
      return Optional.of(sans);
    }
    if (SHAPED.containsKey(UnicodeScript.of(codePoint))) {
      return Optional.empty();
    }
    EmbeddedFont serif = families.get(FontLibrary.SERIF).regular();
    return serif.has(codePoint) ? Optional.of(serif) : fallback(codePoint, tag);
  }

  private Optional<EmbeddedFont> fallback(int codePoint, String tag) {
    for (List<FontLibrary.Candidate> group : library.candidates()) {
      List<FontLibrary.Candidate> candidates = new ArrayList<>(group);
      candidates.sort(Comparator.comparing(FontLibrary.Candidate::name, FallbackOrder.forLanguage(tag, UnicodeScript.of(codePoint))));
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
