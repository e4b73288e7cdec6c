package dev.lodestone.ingest;

import java.util.List;
import java.util.Locale;

/**
 * A layout proposed for a table that no layout fits.
 *
 * @param table file, archive member and sheet
 * @param yaml the layout file, with the reason of each guess and each open question as comments
 * @param guesses what was guessed
 * @param questions what could not be told, one sentence each
 * @param open keys of the layout that wait for an answer before anything can be read; none if the draft works as it stands
 * @param trial what reading the table with the draft gives, in words; empty if the draft does not work yet
 */
public record LayoutDraft(String table, String yaml, List<Guess> guesses, List<String> questions, List<String> open, String trial) {

    public LayoutDraft {
        guesses = List.copyOf(guesses);
        questions = List.copyOf(questions);
        open = List.copyOf(open);
    }

    /** Whether the draft can read as it stands; questions that are left are then to be checked. */
    public boolean isComplete() {
        return open.isEmpty();
    }

    /** How far a guess may be trusted. */
    public enum Confidence {
        /** Header and figures say the same. */
        SURE,
        /** One of the two says so, and the other does not contradict. */
        LIKELY,
        /** Something has to stand there. */
        UNSURE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One guess.
     *
     * @param field key of the layout
     * @param text its value, as in the file
     * @param confidence how far it may be trusted
     * @param reason what it rests on
     */
    public record Guess(String field, String text, Confidence confidence, String reason) {}
}
