package dev.lodestone.report.internal.pdf;

import java.text.BreakIterator;
import org.openpdf.css.style.CalculatedStyle;
import org.openpdf.layout.breaker.BreakPoint;
import org.openpdf.layout.breaker.BreakPointsProvider;
import org.openpdf.layout.breaker.LineBreakingStrategy;
import org.openpdf.layout.breaker.UrlAwareLineBreakIterator;

/**
 * Where a line may end. What has no blank in it stays on one line where it is short: a number is not torn at its decimal mark
 * ({@code +0,038}), nor a unit or a reference at its slash or bracket ({@code USD 110/kg}, {@code Article 5(1)(b)}). Paths and
 * addresses are long and break as the library breaks them.
 */
final class LineBreaks implements LineBreakingStrategy {

  /** Characters of a word that still goes on a line as a whole. */
  private static final int SHORT = 24;

  /** Scripts that have no blanks between words begin here. */
  private static final char FIRST_WIDE = '\u2e80';

  @Override
  public BreakPointsProvider getBreakPointsProvider(String text, String language, CalculatedStyle style) {
    BreakIterator every = new UrlAwareLineBreakIterator(text);
    return () -> next(every, text);
  }

  private static BreakPoint next(BreakIterator every, String text) {
    int at = every.next();
    while (at >= 0 && at < text.length() && tears(text, at)) {
      at = every.next();
    }
    return at < 0 ? BreakPoint.getDonePoint() : new BreakPoint(at);
  }

  /** Whether a break would tear what belongs together. */
  static boolean tears(String text, int at) {
    char before = text.charAt(at - 1);
    char after = text.charAt(at);
    if (isBlank(before) || isBlank(after) || before >= FIRST_WIDE || after >= FIRST_WIDE) {
      return false;
    }
    if (isHyphen(before) && !(Character.isDigit(after) && at > 1 && Character.isDigit(text.charAt(at - 2)))) {
      return false;
    }
    int from = at;
    while (from > 0 && !isBlank(text.charAt(from - 1))) {
      from--;
    }
    int to = at;
    while (to < text.length() && !isBlank(text.charAt(to))) {
      to++;
    }
    return to - from <= SHORT;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
  }

  private static boolean isHyphen(char c) {
    return c == '-' || c == '\u2010' || c == '\u2013' || c == '\u2014';
  }
}
