package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.IssueCode;
import dev.lodestone.ingest.internal.layout.NumberStyle;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** A number's text read strictly: what fits two readings is said, never guessed. */
final class NumberText {

    /** What the text is. */
    sealed interface Reading {}

    /** A finite number, 0 or above. */
    record Amount(double amount) implements Reading {}

    /** No number to use. */
    record Unusable(IssueCode code, String expected) implements Reading {}

    private static final Pattern GROUPED = Pattern.compile("-?\\d{1,3}([.,'’\\u00a0\\u202f\\u2009 ])\\d{3}(\\1\\d{3})*([.,]\\d+)?");
    private static final Pattern TWO_PARTS = Pattern.compile("-?\\d+[.,]\\d+");
    private static final Pattern NOT_FINITE = Pattern.compile("(?i)[+-]?(nan|inf(inity)?|∞)");
    private static final Pattern MARKED = Pattern.compile("-?\\d[\\d.,'’ ]*\\s*(\\(?[\\p{L}]{1,2}\\)?|\\*+|†|‡|§|[⁰¹²³⁴-⁹]+|\\(\\d\\)|\\[\\w\\])");

    /** No statistical office writes a number longer than this. */
    private static final int LONGEST = 60;

    /** Digits between marks of thousands. */
    private static final int LONGEST_GROUP = 3;

    private final NumberStyle style;
    private final Pattern otherStyle;
    private long otherwise;
    private long asDeclared;
    private String firstOtherwise = "";
    private long undecided;
    private boolean decided;
    private String firstUndecided = "";
    private long scientific;
    private String firstScientific = "";

    NumberText(NumberStyle style) {
        this.style = style;
        String mark = Pattern.quote(String.valueOf(style.decimal()));
        this.otherStyle = Pattern.compile("-?\\d{1,3}(" + mark + "\\d{3})+(" + mark + "\\d{3}|[.,]\\d+)");
    }

    /**
     * By how much numbers in which this style's decimal mark stands between thousands outnumber those in which it can stand before
     * decimals alone. Where they do, {@code 23.456} is 23456 to who wrote the table, and read without a word as something else.
     */
    long writtenOtherwise() {
        return otherwise - asDeclared;
    }

    /** Numbers written with a power of ten that says nothing of their last digits, as spreadsheets show large ones. */
    long scientific() {
        return scientific;
    }

    /** The first of them. */
    String firstScientific() {
        return firstScientific;
    }

    /** Numbers such as {@code 23.456} of a table of which no number shows whether the mark stands before decimals or between thousands. */
    long undecided() {
        return decided ? 0 : undecided;
    }

    /** The first of them. */
    String firstUndecided() {
        return firstUndecided;
    }

    private void noteThousands(String text, int mark, boolean couldBeThousands) {
        decided |= mark < 0 ? text.length() > LONGEST_GROUP : !couldBeThousands || mark == 0 || text.startsWith("0");
        if (mark > 0 && couldBeThousands) {
            undecided++;
            firstUndecided = firstUndecided.isEmpty() ? text : firstUndecided;
        }
    }

    private void noteScientific(String plain) {
        int exponent = Math.max(plain.indexOf('e'), plain.indexOf('E'));
        if (exponent > 0) {
            int power = Integer.parseInt(plain.substring(plain.charAt(exponent + 1) == '+' ? exponent + 2 : exponent + 1));
            int point = plain.indexOf('.');
            if (power > (point < 0 ? 0 : exponent - point - 1)) {
                scientific++;
                firstScientific = firstScientific.isEmpty() ? plain : firstScientific;
            }
        }
    }

    /** The first of them. */
    String firstWrittenOtherwise() {
        return firstOtherwise;
    }

    /** Reads the text and multiplies it; the text has no blanks around it. */
    Reading read(String text, double multiplier) {
        if (text.length() > LONGEST) {
            return new Unusable(IssueCode.BAD_NUMBER, expected());
        }
        String plain = style.decimal() == '.' && !style.hasGrouping() ? text : toPlain(text);
        if (isPlain(plain)) {
            int mark = text.indexOf(style.decimal());
            boolean couldBeThousands = mark <= LONGEST_GROUP && text.length() - mark - 1 == LONGEST_GROUP;
            asDeclared += mark < 0 || couldBeThousands ? 0 : 1;
            noteThousands(text, mark, couldBeThousands);
            noteScientific(plain); // not of typed cells, which hold every digit
            return finite(text, plain, multiplier);
        }
        return unusable(text);
    }

    /** Reads the plain notation of a typed cell, whatever the style. */
    Reading readPlain(String text, double multiplier) {
        return isPlain(text) ? finite(text, text, multiplier) : unusable(text);
    }

    private Reading finite(String text, String plain, double multiplier) {
        double small = SmallDecimal.times(plain, multiplier);
        if (!Double.isNaN(small)) {
            return new Amount(small);
        }
        double number = multiplier == 1
                ? Double.parseDouble(plain)
                : scaled(plain, multiplier);
        if (!Double.isFinite(number)) {
            return new Unusable(IssueCode.NUMBER_OUT_OF_RANGE, "a finite number");
        }
        if (number < 0) {
            return new Unusable(IssueCode.NEGATIVE_AMOUNT, "an amount of 0 or above");
        }
        return new Amount(number == 0 ? 0 : number);
    }

    /** Decimal arithmetic, so that thousands of a decimal fraction come out exact. */
    private static double scaled(String plain, double multiplier) {
        double number = Double.parseDouble(plain);
        if (!Double.isFinite(number) || number == 0 || Math.abs(number) < 1e-300) {
            return number;
        }
        return new BigDecimal(plain).multiply(BigDecimal.valueOf(multiplier)).doubleValue();
    }

    private Reading unusable(String text) {
        if (text.startsWith("=")) {
            return new Unusable(IssueCode.FORMULA_WITHOUT_RESULT, "the formula's result stored beside it");
        }
        if (text.startsWith("#")) {
            return new Unusable(IssueCode.SPREADSHEET_ERROR, expected());
        }
        if (NOT_FINITE.matcher(text).matches()) {
            return new Unusable(IssueCode.NUMBER_OUT_OF_RANGE, "a finite number");
        }
        if (otherStyle.matcher(text).matches()) {
            otherwise++;
            firstOtherwise = firstOtherwise.isEmpty() ? text : firstOtherwise;
        }
        if (GROUPED.matcher(text).matches() || TWO_PARTS.matcher(text).matches()) {
            return new Unusable(IssueCode.AMBIGUOUS_NUMBER, expected());
        }
        if (MARKED.matcher(text).matches()) {
            return new Unusable(IssueCode.FOOTNOTE_MARK, expected() + " without a footnote mark");
        }
        return new Unusable(IssueCode.BAD_NUMBER, expected());
    }

    private String expected() {
        return "a plain number with decimal mark '" + style.decimal() + "' and "
                + (style.hasGrouping() ? "thousands mark '" + style.grouping() + "'" : "no thousands mark");
    }

    /** The text with the style's marks taken out; the text itself where the marks stand wrongly. */
    private String toPlain(String text) {
        int decimal = text.indexOf(style.decimal());
        String whole = decimal < 0 ? text : text.substring(0, decimal);
        String fraction = decimal < 0 ? "" : text.substring(decimal + 1);
        if (style.decimal() != '.' && (whole.indexOf('.') >= 0 || fraction.indexOf('.') >= 0) && style.grouping() != '.') {
            return "";
        }
        if (style.hasGrouping() && whole.indexOf(style.grouping()) >= 0) {
            if (!whole.matches("-?\\d{1,3}(" + Pattern.quote(String.valueOf(style.grouping())) + "\\d{3})+")) {
                return "";
            }
            whole = whole.replace(String.valueOf(style.grouping()), "");
        }
        return decimal < 0 ? whole : whole + "." + fraction;
    }

    /** Digits with at most one point, a sign before and an exponent behind them. */
    private static boolean isPlain(String text) {
        int at = 0;
        int end = text.length();
        if (at < end && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
            at++;
        }
        int digits = 0;
        boolean point = false;
        while (at < end && (isDigit(text.charAt(at)) || (text.charAt(at) == '.' && !point))) {
            point |= text.charAt(at) == '.';
            digits += text.charAt(at) == '.' ? 0 : 1;
            at++;
        }
        if (digits == 0) {
            return false;
        }
        return at == end || isExponent(text, at);
    }

    private static boolean isExponent(String text, int from) {
        int at = from;
        if (text.charAt(at) != 'e' && text.charAt(at) != 'E') {
            return false;
        }
        at++;
        if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
            at++;
        }
        int digits = 0;
        while (at < text.length() && isDigit(text.charAt(at)) && digits < 6) {
            at++;
            digits++;
        }
        return digits > 0 && at == text.length();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
