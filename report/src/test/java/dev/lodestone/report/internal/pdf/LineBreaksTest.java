package dev.lodestone.report.internal.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openpdf.layout.breaker.BreakPointsProvider;

class LineBreaksTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Japan +0,038 in all; Japan |+0,038 |in |all",
        "at USD 110/kg or so; at |USD |110/kg |or |so",
        "Article 5(1)(b) of it; Article |5(1)(b) |of |it",
        "from 2028-2030 on; from |2028-2030 |on",
        "a rare-earth alloy; a |rare-|earth |alloy",
        "日本と韓国; 日|本|と|韓|国",
      })
  void aShortWordIsNotTorn(String text, String pieces) {
    assertThat(String.join("|", pieces(text))).isEqualTo(pieces);
  }

  @ParameterizedTest
  @CsvSource({
    "data/trade/magnets-850511-allies-2002-2024.csv, '/magnets-'",
    "https://eur-lex.europa.eu/eli/reg/2024/1252/oj, /reg",
  })
  void aLongPathMayBreakBeforeItsParts(String text, String piece) {
    assertThat(pieces(text)).contains(piece);
  }

  private static List<String> pieces(String text) {
    BreakPointsProvider points = new LineBreaks().getBreakPointsProvider(text, "en", null);
    List<String> pieces = new ArrayList<>();
    int from = 0;
    for (int at = points.next().getPosition(); at >= 0; at = points.next().getPosition()) {
      pieces.add(text.substring(from, at));
      from = at;
    }
    if (from < text.length()) {
      pieces.add(text.substring(from));
    }
    return pieces;
  }
}
