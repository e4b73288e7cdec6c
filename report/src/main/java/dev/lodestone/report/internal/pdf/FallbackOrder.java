package dev.lodestone.report.internal.pdf;

import java.lang.Character.UnicodeScript;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Which of many font files is tried first. */
final class FallbackOrder {

  private FallbackOrder() {}

  /**
   * Plain upright sans serif fonts first, those made for the language before others, by their file names. The order of equals is kept.
   *
   * @param language BCP 47, may be empty
   * @param script of the character that is looked for: kana and Hangul say the language themselves
   */
  static Comparator<String> forLanguage(String language, UnicodeScript script) {
    List<String> marks = marks(language, script);
    return Comparator.comparingInt((String file) -> rank(plain(file), marks));
  }

  private static int rank(String name, List<String> marks) {
    boolean forLanguage = marks.stream().anyMatch(name::contains);
    int language = forLanguage ? 0 : 8;
    int serif = name.contains("serif") ? 4 : 0;
    int collection = name.contains("cjk") ? 2 : 0;
    int plain = name.contains("regular") ? 0 : 1;
    return language + serif + collection + plain;
  }

  private static List<String> marks(String language, UnicodeScript script) {
    String tag = language.toLowerCase(Locale.ROOT);
    if (script == UnicodeScript.HANGUL || tag.startsWith("ko")) {
      return List.of("kr");
    }
    if (script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA || tag.startsWith("ja")) {
      return List.of("jp");
    }
    if (tag.startsWith("zh-hant") || tag.startsWith("zh-tw")) {
      return List.of("tc");
    }
    if (tag.startsWith("zh-hk") || tag.startsWith("zh-mo")) {
      return List.of("hk", "tc");
    }
    if (tag.startsWith("zh")) {
      return List.of("sc");
    }
    return List.of("jp");
  }

  private static String plain(String file) {
    // the families' own names hold these marks only as capitals: "NotoSansJP", not "jpeg"
    return (file.matches(".*(JP|KR|SC|TC|HK).*") ? file : file.replaceAll("(?i)jp|kr|sc|tc|hk", ""))
        .toLowerCase(Locale.ROOT);
  }
}
