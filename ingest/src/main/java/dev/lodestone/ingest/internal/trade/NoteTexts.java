package dev.lodestone.ingest.internal.trade;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How notes read that publishers write below their tables: by the word they begin with, by a mark, or as a sentence. The words are a resource. */
final class NoteTexts {

    private static final String RESOURCE = "/dev/lodestone/ingest/notes-below-tables.properties";

    private static final String CJK = "\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}";

    /** What may stand before a word: a bracket. And behind it: a colon, a dot, a bracket, a dash, a number; letters go on with it. */
    private static final Pattern BEGINNING = Pattern.compile(
            "^[(\\[（［【〔＜<「『*※#\\s]*(?<word>[" + CJK + "]+(?: [" + CJK + "]+)?|[\\p{L}.](?:[\\p{L}. ]*[\\p{L}])?)\\s*(?<behind>[^\\p{L}].*)?$", Pattern.DOTALL);

    private static final Pattern BEHIND = Pattern.compile("(s\\))?\\s*\\p{No}*\\d{0,3}[)\\]）］】〕＞>」』]?\\s*([:：.．=–—-].*)?|\\s*\\d.*", Pattern.DOTALL);

    /** A footnote's mark and text behind it: {@code * confidential}, {@code (1) provisional}, {@code ¹ revised}, {@code ※}, {@code a) estimate}. */
    private static final Pattern MARKED = Pattern.compile(
            "^(?:[*†‡§¶#※◇◆○●■□▲△•·©®™]{1,4}|[¹²³⁰⁴-⁹]{1,2}|[(\\[（［][*†‡]{1,3}[)\\]）］]|[(\\[（［]?\\s?(?:\\d{1,2}|[a-zA-Z]|[ivx]{1,4})[)\\]）］]|[①-⑳])\\s*(?<text>[^\\d\\s].*)$", Pattern.DOTALL);

    /** What tools put at the end: a rule of dashes, a count of rows. */
    private static final Pattern END = Pattern.compile("[-=_*~.#–—]{3,}|\\(?\\d[\\d,. ]* rows? (?:affected|selected|returned|fetched|in set)\\b.*|https?://\\S+|www\\.\\S+");

    private static final int WORDS_OF_A_SENTENCE = 5;
    private static final int SIGNS_OF_A_SENTENCE = 8;
    private static final int WORDS_BEHIND_A_BLANK_LINE = 3;

    private static final class Words {
        static final Set<String> MARKS = new HashSet<>();
        static final Set<String> TOTALS = new HashSet<>();

        static {
            Properties properties = new Properties();
            try (InputStream stream = NoteTexts.class.getResourceAsStream(RESOURCE)) {
                properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            properties.forEach((key, words) -> (key.equals("total") ? TOTALS : MARKS).addAll(Arrays.asList(words.toString().split("\\|"))));
        }

        private Words() {}
    }

    private NoteTexts() {}

    /** Whether it begins as notes do, with a word such as {@code Source:}. */
    static boolean isNamed(String text) {
        Matcher matcher = BEGINNING.matcher(text);
        if (!matcher.matches()) {
            return false;
        }
        String behind = matcher.group("behind") == null ? "" : matcher.group("behind");
        return Words.MARKS.contains(matcher.group("word").toLowerCase(Locale.ROOT)) && BEHIND.matcher(behind).matches();
    }

    /** Whether a footnote's mark stands before a text, or it is what tools end their tables with. */
    static boolean isMarked(String text) {
        Matcher matcher = MARKED.matcher(text);
        return END.matcher(text).matches() || matcher.matches() && letters(matcher.group("text")) >= 3 || hasSigns(text) && matcher.matches();
    }

    /** Whether it is a sentence to its end. */
    static boolean isSentence(String text) {
        boolean ends = text.matches("(?s).*[.!?。．！？][)\\]）］\"”»]?");
        return ends && (words(text) >= WORDS_OF_A_SENTENCE || hasSigns(text) && letters(text) >= SIGNS_OF_A_SENTENCE);
    }

    /** Whether it is more than a name or a code, though no sentence. */
    static boolean isProse(String text) {
        return words(text) >= WORDS_BEHIND_A_BLANK_LINE || hasSigns(text) && letters(text) >= SIGNS_OF_A_SENTENCE;
    }

    /** Whether it stands before the sum of a whole table. */
    static boolean isTotal(String text) {
        return Words.TOTALS.contains(text.replaceAll("[\\s:：]+$", "").toLowerCase(Locale.ROOT));
    }

    private static long letters(String text) {
        return text.codePoints().filter(Character::isLetter).count();
    }

    private static boolean hasSigns(String text) {
        return text.codePoints().anyMatch(Character::isIdeographic) || text.matches("(?s).*[" + CJK + "].*");
    }

    private static int words(String text) {
        int words = 0;
        for (String part : text.split("\\s+")) {
            words += part.codePoints().filter(Character::isLetter).count() >= 2 ? 1 : 0;
        }
        return words;
    }
}
