package dev.lodestone.model.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Something said without a language: which sentence, and what stands in its places. Printed as it is, it is in English.
 *
 * @param key key of the sentence in every language's bundle; empty when nothing is said
 * @param terms what stands in the places 0, 1 ...
 */
public record Statement(String key, List<Term> terms) implements Term {

    /** Nothing to say. */
    public static final Statement NONE = new Statement("", List.of());

    private static final String VERBATIM = "verbatim";
    private static final String TEXT = "text";

    public Statement {
        terms = List.copyOf(terms);
    }

    public static Statement of(String key, Term... terms) {
        return new Statement(key, List.of(terms));
    }

    /** A text that has no key, such as the reason of a measure of one's own: the same in every language. Nothing when it is empty. */
    public static Statement verbatim(String text) {
        return text.isEmpty() ? NONE : of(VERBATIM, Term.words(text));
    }

    /** A term that says it all by itself. */
    public static Statement only(Term term) {
        return of(VERBATIM, term);
    }

    /** Sentences of one text, those that say nothing left out. */
    public static Statement text(List<Statement> sentences) {
        List<Term> said = new ArrayList<>();
        for (Statement s : sentences) {
            if (s.key().equals(TEXT) && s.terms().getFirst() instanceof Listing inner) {
                said.addAll(inner.terms());
            } else if (!s.isEmpty()) {
                said.add(s);
            }
        }
        return switch (said.size()) {
            case 0 -> NONE;
            case 1 -> (Statement) said.getFirst();
            default -> of(TEXT, new Listing(said, Listing.Glue.SENTENCES));
        };
    }

    public static Statement text(Statement... sentences) {
        return text(List.of(sentences));
    }

    /** This text and another sentence. */
    public Statement and(Statement next) {
        return text(this, next);
    }

    /** Its sentences, each by itself; none when nothing is said. */
    public List<Statement> sentences() {
        if (key.equals(TEXT) && terms.getFirst() instanceof Listing inner) {
            return inner.terms().stream().map(Statement.class::cast).toList();
        }
        return isEmpty() ? List.of() : List.of(this);
    }

    public boolean isEmpty() {
        return key.isEmpty();
    }

    /** In English, as data files print it. */
    public String english() {
        return Language.english().say(this);
    }

    @Override
    public String toString() {
        return english();
    }
}
