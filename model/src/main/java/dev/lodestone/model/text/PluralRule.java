package dev.lodestone.model.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which plural form a number takes, in the notation of the Unicode CLDR: {@code i = 1 and v = 0}, {@code n % 10 = 2..4 and n % 100 !=
 * 12..14}. Operands: {@code n} the number, {@code i} its whole part, {@code v} its number of decimals.
 *
 * <p>Source: Unicode Technical Standard 35, part 3, "Language Plural Rules".
 */
final class PluralRule {

    /** The form of every number that no condition takes. */
    static final String OTHER = "other";

    private static final Pattern RELATION =
            Pattern.compile("([niv])(?:\\s*%\\s*(\\d+))?\\s*(!?=)\\s*(\\d+(?:\\.\\.\\d+)?(?:\\s*,\\s*\\d+(?:\\.\\.\\d+)?)*)");

    private record Span(long from, long to) {
        boolean holds(double x) {
            return x == Math.rint(x) && x >= from && x <= to;
        }
    }

    private record Relation(char operand, long modulus, boolean is, List<Span> spans) {
        boolean holds(double n, int decimals) {
            double x = switch (operand) {
                case 'i' -> Math.floor(n);
                case 'v' -> decimals;
                default -> n;
            };
            double rest = modulus == 0 ? x : x % modulus;
            return spans.stream().anyMatch(s -> s.holds(rest)) == is;
        }
    }

    private final Map<String, List<List<Relation>>> conditions = new LinkedHashMap<>();

    /** Adds a form; forms are tried in the order in which they are added. */
    void add(String form, String condition) {
        List<List<Relation>> alternatives = new ArrayList<>();
        for (String alternative : condition.split("\\s+or\\s+")) {
            List<Relation> all = new ArrayList<>();
            for (String relation : alternative.split("\\s+and\\s+")) {
                all.add(relation(relation.strip(), condition));
            }
            alternatives.add(all);
        }
        conditions.put(form, alternatives);
    }

    String formOf(double number, int decimals) {
        double n = Math.abs(number);
        for (Map.Entry<String, List<List<Relation>>> e : conditions.entrySet()) {
            if (e.getValue().stream().anyMatch(all -> all.stream().allMatch(r -> r.holds(n, decimals)))) {
                return e.getKey();
            }
        }
        return OTHER;
    }

    private static Relation relation(String text, String condition) {
        Matcher m = RELATION.matcher(text);
        if (!m.matches()) {
            throw new IllegalArgumentException("not a plural condition: '" + condition + "'; expected such as 'i = 1 and v = 0'");
        }
        List<Span> spans = new ArrayList<>();
        for (String span : m.group(4).split("\\s*,\\s*")) {
            String[] ends = span.split("\\.\\.");
            spans.add(new Span(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1])));
        }
        return new Relation(
                m.group(1).charAt(0), m.group(2) == null ? 0 : Long.parseLong(m.group(2)), m.group(3).equals("="), List.copyOf(spans));
    }
}
