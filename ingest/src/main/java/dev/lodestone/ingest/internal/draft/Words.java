package dev.lodestone.ingest.internal.draft;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;

/** What headers, titles and cells are called in several languages. The words are a resource, not code. */
public final class Words {

    /** How well a text matches a list of words. */
    public static final int EXACT = 3;
    public static final int CONTAINS = 2;
    static final int HAS_PART = 1;

    private static final String RESOURCE = "/dev/lodestone/ingest/draft/words.properties";

    private final Map<String, List<String>> lists = new LinkedHashMap<>();

    private Words(Properties properties) {
        for (String key : new TreeSet<>(properties.stringPropertyNames())) {
            lists.put(key, List.of(properties.getProperty(key).split("\\|")));
        }
    }

    public static Words packed() {
        Properties properties = new Properties();
        try (InputStream stream = Words.class.getResourceAsStream(RESOURCE)) {
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Words(properties);
    }

    /** Keys of a family without its name: {@code flow} has M, X, RX and RM. */
    List<String> members(String family) {
        return lists.keySet().stream()
                .filter(key -> key.startsWith(family + "."))
                .map(key -> key.substring(family.length() + 1))
                .toList();
    }

    /** Lower case, without accents and marks, the parts of a name in camel case apart. */
    static String normal(String text) {
        String apart = text.replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2");
        String plain = Normalizer.normalize(apart, Normalizer.Form.NFKD).replaceAll("[\\u0300-\\u036f]", "");
        return Normalizer.normalize(plain, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}$€£¥₩₹©]+", " ")
                .strip();
    }

    /** How well the text matches the list, 0 to {@link #EXACT}. */
    public int match(String list, String text) {
        return match(lists.getOrDefault(list, List.of()), normal(text));
    }

    /** Whether the whole text is one of the list. */
    boolean is(String list, String text) {
        String bare = text.strip().toLowerCase(Locale.ROOT);
        return match(list, text) == EXACT || lists.getOrDefault(list, List.of()).contains(bare);
    }

    /** The member of a family that the whole text stands for. */
    Optional<String> memberOf(String family, String text) {
        return members(family).stream().filter(member -> is(family + "." + member, text)).findFirst();
    }

    /** The members of a family that the text contains as words of their own. */
    List<String> membersIn(String family, String text) {
        List<String> found = new ArrayList<>();
        for (String member : members(family)) {
            if (match(lists.get(family + "." + member), normal(text)) >= CONTAINS) {
                found.add(member);
            }
        }
        return found;
    }

    private static int match(List<String> words, String text) {
        int best = 0;
        String padded = " " + text + " ";
        for (String word : words) {
            if (text.equals(word)) {
                return EXACT;
            }
            if (padded.contains(" " + word + " ") || (isIdeographic(word) && text.contains(word))) {
                best = Math.max(best, CONTAINS);
            } else if (word.length() >= 4 && text.contains(word)) {
                best = Math.max(best, HAS_PART);
            }
        }
        return best;
    }

    /** Scripts that write no blanks between words. */
    private static boolean isIdeographic(String word) {
        return word.length() >= 2 ? word.codePoints().allMatch(Words::isWide) : word.codePoints().anyMatch(Words::isUnitMark);
    }

    private static boolean isWide(int c) {
        Character.UnicodeScript script = Character.UnicodeScript.of(c);
        return script == Character.UnicodeScript.HAN || script == Character.UnicodeScript.KATAKANA || script == Character.UnicodeScript.HANGUL
                || script == Character.UnicodeScript.HIRAGANA;
    }

    /** Not 元, 원 and 천, which also stand in other words: 美元, 원산지, 인천. */
    private static boolean isUnitMark(int c) {
        return "€£¥₩₹円千".indexOf(c) >= 0;
    }
}
