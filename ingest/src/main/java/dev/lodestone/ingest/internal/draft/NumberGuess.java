package dev.lodestone.ingest.internal.draft;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a table writes numbers, told from all its numbers together.
 *
 * @param decimal decimal mark; 0 if no number shows it
 * @param grouping mark between thousands; 0 if no number shows it
 * @param open a mark that may be either, since three digits follow it wherever it stands; 0 if there is none
 * @param contradicts whether some numbers say the opposite of others
 */
public record NumberGuess(char decimal, char grouping, char open, boolean contradicts) {

    /** What the numbers show together. */
    public static NumberGuess of(List<String> numbers) {
        Map<Character, Integer> decimals = new TreeMap<>();
        Map<Character, Integer> groupings = new TreeMap<>();
        Map<Character, Integer> either = new TreeMap<>();
        for (String number : numbers) {
            look(number.strip().replace('\u00a0', ' ').replace('\u202f', ' ').replace('\u2009', ' ').replace('\u2019', '\''), number, decimals, groupings, either);
        }
        either.keySet().removeAll(groupings.keySet());
        either.keySet().removeAll(decimals.keySet());
        // with one of the two marks settled as decimal, the other can only stand between thousands, and the other way round
        for (char mark : List.copyOf(either.keySet())) {
            if (decimals.keySet().stream().anyMatch(other -> other != mark)) {
                groupings.put(mark, 1);
                either.remove(mark);
            } else if (groupings.keySet().stream().anyMatch(other -> other != mark)) {
                decimals.put(mark, 1);
                either.remove(mark);
            }
        }
        boolean contradicts = decimals.size() > 1 || groupings.size() > 1
                || decimals.keySet().stream().anyMatch(groupings::containsKey);
        return new NumberGuess(only(decimals), only(groupings), only(either), contradicts || either.size() > 1);
    }

    private static char only(Map<Character, Integer> marks) {
        return marks.isEmpty() ? 0 : marks.keySet().iterator().next();
    }

    private static void look(
            String number, String written, Map<Character, Integer> decimals, Map<Character, Integer> groupings, Map<Character, Integer> either) {
        int last = -1;
        int first = -1;
        int marks = 0;
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if (c == '.' || c == ',' || c == '\'' || c == ' ') {
                first = first < 0 ? i : first;
                last = i;
                marks++;
            }
        }
        if (marks == 0 || number.indexOf('e') >= 0 || number.indexOf('E') >= 0) {
            return;
        }
        char lastMark = number.charAt(last);
        char writtenLast = written.strip().charAt(last);
        char writtenFirst = written.strip().charAt(first);
        int behind = number.length() - last - 1;
        if (lastMark != number.charAt(first)) {
            decimals.merge(writtenLast, 1, Integer::sum);
            groupings.merge(writtenFirst, 1, Integer::sum);
        } else if (marks > 1 || lastMark == ' ' || lastMark == '\'') {
            groupings.merge(writtenLast, 1, Integer::sum);
        } else if (behind != 3 || last == 0 || last > 3 || number.charAt(0) == '0') {
            decimals.merge(writtenLast, 1, Integer::sum);
        } else {
            either.merge(writtenLast, 1, Integer::sum);
        }
    }
}
