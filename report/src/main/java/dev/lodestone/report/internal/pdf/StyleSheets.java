package dev.lodestone.report.internal.pdf;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.openpdf.css.sheet.Stylesheet;
import org.openpdf.css.sheet.StylesheetInfo;

/** Parsed style sheets by their text, or by their address where they have none. The library numbers the rules of a sheet: not for several threads. */
final class StyleSheets {

  /** A language's documents share a sheet or two. */
  private static final int KEPT = 16;

  private final Map<String, Optional<Stylesheet>> parsed = new LinkedHashMap<>();

  Optional<Stylesheet> of(StylesheetInfo info, Function<StylesheetInfo, Optional<Stylesheet>> reader) {
    String key = info.getContent().orElseGet(info::getUri);
    Optional<Stylesheet> known = parsed.get(key);
    if (known == null) {
      if (parsed.size() == KEPT) {
        parsed.remove(parsed.keySet().iterator().next());
      }
      known = reader.apply(info);
      parsed.put(key, known);
    }
    return known;
  }
}
