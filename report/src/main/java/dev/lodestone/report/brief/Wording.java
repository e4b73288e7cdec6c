package dev.lodestone.report.brief;

import dev.lodestone.report.PageRenderer;
import java.util.Locale;

/**
 * What a program says to readers of one language, in the sentences and numbers of the briefings: for output beside the pages, such as
 * that of a command. Names of the registers are not translated. Immutable.
 */
public final class Wording {

    private final Phrases phrases;

    private Wording(Phrases phrases) {
        this.phrases = phrases;
    }

    /**
     * The wording of a language.
     *
     * @throws dev.lodestone.report.ReportException when its texts are not at hand, or not whole
     */
    public static Wording of(Locale language, PageRenderer pages) {
        return new Wording(Phrases.of(LanguageTexts.of(language, pages), Dictionary.empty(language)));
    }

    /** A sentence by its key; words and whole numbers in its places. */
    public String say(String key, Object... places) {
        return phrases.say(key, places);
    }

    /** Whether there is a sentence of that key. */
    public boolean has(String key) {
        return phrases.has(key);
    }

    /** {@code 82.4%} of a share 0..1. */
    public String percent(double share) {
        return new Numbers(phrases.locale(), phrases).percent(share);
    }

    /** A number with so many decimals. */
    public String figure(double value, int decimals) {
        return phrases.voice().figure(value, decimals);
    }
}
