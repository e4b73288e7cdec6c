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
 * addresses are long and break as the library breaks them. What goes on for longer than any word of a language may end a line
 * every few characters: a word wider than its column would take all that follows it beyond the sheet.
 */
final class LineBreaks implements LineBreakingStrategy {

  /** Characters of a word that still goes on a line as a whole. */
  private static final int SHORT = 24;

  /** Characters without a place to break, more than which no language has. */
  private static final int ENDLESS = 40;

  /** Characters between the breaks of what is endless: they fit the narrowest column. */
  private static final int PIECE = 12;

  /** Scripts that have no blanks between words begin here. */
  private static final char FIRST_WIDE = '\u2e80';

  @Override
  public BreakPointsProvider getBreakPointsProvider(String text, String language, CalculatedStyle style) {
    return new Points(text);
  }

  /** The places of one text, in order. */
  private static final class Points implements BreakPointsProvider {

    private final String text;
    private final BreakIterator every;

    /** The last natural place that was reached, the next one, and the last place that was named. */
    private int whole;

    private int natural;
    private int last;

    Points(String text) {
      this.text = text;
      this.every = new UrlAwareLineBreakIterator(text);
    }

    @Override
    public BreakPoint next() {
      if (last >= natural) {
        whole = natural;
        natural = following();
      }
      int end = natural < 0 ? text.length() : natural;
      if (end - whole > ENDLESS && end - last > PIECE) {
        last += Character.isHighSurrogate(text.charAt(last + PIECE - 1)) ? PIECE + 1 : PIECE;
        return new BreakPoint(last);
      }
      last = end;
      return natural < 0 ? BreakPoint.getDonePoint() : new BreakPoint(natural);
    }

    private int following() {
      int at = every.next();
      while (at >= 0 && at < text.length() && tears(text, at)) {
        at = every.next();
      }
      return at;
    }
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
