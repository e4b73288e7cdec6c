package dev.lodestone.ingest.internal.trade;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Header texts as they are compared: without blanks around them, line breaks and differences of case. */
final class Headers {

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Headers() {}

    static String normal(String text) {
        return isNormal(text) ? text : BLANKS.matcher(text.replace('\u00a0', ' ')).replaceAll(" ").strip();
    }

    /** Whether the text is ASCII with single blanks inside, which most headers are, of thousands compared for every file. */
    private static boolean isNormal(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || (c == ' ' && before == ' ')) {
                return false;
            }
            before = c;
        }
        return before != ' ' || text.isEmpty();
    }

    static String compared(String text) {
        return normal(text).toLowerCase(Locale.ROOT);
    }

    static Set<String> compared(List<String> texts) {
        return texts.stream().map(Headers::compared).filter(text -> !text.isEmpty()).collect(Collectors.toSet());
    }

    /** Headers that stand more than once. */
    static Set<String> repeated(List<String> texts) {
        return texts.stream()
                .map(Headers::compared)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
