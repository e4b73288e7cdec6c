package dev.lodestone.model.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence with places.
 *
 * <p>{@code {0}} is filled with the first term; {@code {^0}} begins with a capital letter, {@code {_0}} with a small one; {@code {0.}} ends with a full stop unless it
 * has one; {@code {0:of}} asks for a form of a name, a word of the language's own; {@code {0#one:# flow|other:# flows}} chooses by a
 * number, {@code #} being the number and {@code =1} an exact one.
 */
public final class Sentence {

    private static final Pattern PLACE = Pattern.compile("\\{([\\^_]?)(\\d)(?::([A-Za-z][\\w-]*))?(\\.?)\\}|\\{(\\d)#([^{}]*)\\}");

    sealed interface Part permits Literal, Place, Choice {}

    record Literal(String text) implements Part {}

    record Place(int index, String form, Initial initial, boolean stopped) implements Part {}

    /** How the first letter of what stands in a place is written. */
    enum Initial {
        AS_IT_IS,
        CAPITAL,
        SMALL
    }

    /** Texts by plural form, or by exact number as {@code =1}. */
    record Choice(int index, Map<String, String> texts) implements Part {}

    private final List<Part> parts;

    private Sentence(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /**
     * Reads a sentence.
     *
     * @throws IllegalArgumentException when a brace belongs to no place, or a choice has no text for other numbers
     */
    public static Sentence parse(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher m = PLACE.matcher(text);
        int at = 0;
        while (m.find()) {
            literal(parts, text, at, m.start());
            parts.add(m.group(5) == null
                    ? new Place(
                            Integer.parseInt(m.group(2)),
                            m.group(3) == null ? "" : m.group(3),
                            initial(m.group(1)),
                            !m.group(4).isEmpty())
                    : new Choice(Integer.parseInt(m.group(5)), choices(m.group(6), text)));
            at = m.end();
        }
        literal(parts, text, at, text.length());
        return new Sentence(parts);
    }

    private static Initial initial(String mark) {
        return switch (mark) {
            case "^" -> Initial.CAPITAL;
            case "_" -> Initial.SMALL;
            default -> Initial.AS_IT_IS;
        };
    }

    private static void literal(List<Part> parts, String text, int from, int to) {
        String literal = text.substring(from, to);
        if (literal.indexOf('{') >= 0 || literal.indexOf('}') >= 0) {
            throw new IllegalArgumentException("a brace that belongs to no place: '" + text + "'");
        }
        if (!literal.isEmpty()) {
            parts.add(new Literal(literal));
        }
    }

    private static Map<String, String> choices(String text, String sentence) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String choice : text.split("\\|", -1)) {
            int colon = choice.indexOf(':');
            if (colon < 1) {
                throw new IllegalArgumentException("a choice without its form: '" + choice + "' in '" + sentence + "'");
            }
            texts.put(choice.substring(0, colon).strip(), choice.substring(colon + 1));
        }
        if (!texts.containsKey(PluralRule.OTHER)) {
            throw new IllegalArgumentException("a choice without 'other': '" + sentence + "'");
        }
        return texts;
    }

    List<Part> parts() {
        return parts;
    }

    /** The places that it names. */
    public Set<Integer> places() {
        Set<Integer> places = new TreeSet<>();
        for (Part part : parts) {
            switch (part) {
                case Place p -> places.add(p.index());
                case Choice c -> places.add(c.index());
                case Literal l -> { }
            }
        }
        return places;
    }
}
