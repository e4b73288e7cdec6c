package dev.lodestone.ingest.internal.draft;

import dev.lodestone.ingest.internal.table.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** One column of a sample: its header and what stands below it. */
final class ColumnProfile {

    private static final int MOST_TEXTS = 3_000;
    private static final Pattern MARK = Pattern.compile("[\\p{P}\\p{S}]{1,3}|\\(?\\p{L}\\)?|(?i)n\\.?/?a\\.?");
    private static final Pattern NUMBER_LIKE = Pattern.compile("[-+]?[\\d][\\d.,'’\\u00a0\\u202f\\u2009  ]*(?:[eE][-+]?\\d+)?");

    private final int place;
    private final String header;
    private final Map<String, Integer> texts = new LinkedHashMap<>();
    private final Map<String, Integer> typed = new LinkedHashMap<>();
    private int filled;
    private int marks;
    private int numberLike;

    ColumnProfile(int place, String header, List<Row> rows) {
        this.place = place;
        this.header = header;
        for (Row row : rows) {
            String text = row.cell(place).strip();
            if (!text.isEmpty()) {
                filled++;
                marks += MARK.matcher(text).matches() ? 1 : 0;
                numberLike += row.isNumeric(place) || NUMBER_LIKE.matcher(text).matches() ? 1 : 0;
                Map<String, Integer> into = row.isNumeric(place) ? typed : texts;
                if (into.containsKey(text) || into.size() < MOST_TEXTS) {
                    into.merge(text, 1, Integer::sum);
                }
            }
        }
    }

    int place() {
        return place;
    }

    String header() {
        return header;
    }

    /** Whether no header stands above it, so that it is called by its place. */
    boolean isNameless() {
        return header.equals(TableShape.NAMELESS + (place + 1));
    }

    boolean isEmpty() {
        return filled == 0;
    }

    /** Texts as they stand there, with their number; numbers of typed cells apart. */
    Map<String, Integer> texts() {
        return texts;
    }

    /** Texts and numbers together. */
    List<String> all() {
        return java.util.stream.Stream.concat(texts.keySet().stream(), typed.keySet().stream()).distinct().toList();
    }

    boolean isTyped() {
        return texts.isEmpty() && !typed.isEmpty();
    }

    /** Whether most cells look like numbers, those with mere marks such as a dash not counted. */
    boolean isNumeric() {
        return numberLike > 0 && numberLike * 10 >= (filled - marks) * 7;
    }

    /** Texts in a column of numbers that are none. */
    List<String> oddTexts() {
        return texts.keySet().stream().filter(text -> !NUMBER_LIKE.matcher(text).matches()).toList();
    }

    /** Texts that look like numbers. */
    List<String> numbers() {
        return texts.keySet().stream().filter(text -> NUMBER_LIKE.matcher(text).matches()).toList();
    }

    /** Share of the distinct texts for which something holds, 0 to 1; 0 where there is none. */
    double share(Predicate<String> holds) {
        List<String> all = all();
        return all.isEmpty() ? 0 : (double) all.stream().filter(holds).count() / all.size();
    }

    /** Some texts, for a person. */
    String some(Predicate<String> which) {
        List<String> chosen = all().stream().filter(which).toList();
        String first = chosen.stream().limit(8).map(text -> "'" + (text.length() > 40 ? text.substring(0, 40) + "..." : text) + "'")
                .collect(java.util.stream.Collectors.joining(", "));
        return chosen.size() > 8 ? first + " and " + (chosen.size() - 8) + " more" : first;
    }
}
