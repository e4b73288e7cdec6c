package dev.lodestone.report.brief;

import dev.lodestone.model.text.Language;
import dev.lodestone.model.text.Statement;
import dev.lodestone.model.text.Term;
import dev.lodestone.model.trade.ReferencePeriod;
import dev.lodestone.report.ReportException;
import dev.lodestone.report.data.WorkbookWords;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One language's words: the sentences of the pages and those of the model, with its numbers, dates and names in their places. */
final class Phrases {

    private final Locale locale;
    private final Map<String, String> texts;
    private final ReaderVoice voice;
    private final Language sentences;
    private final Language statements;
    private final Language sheets;

    private Phrases(Locale locale, Map<String, String> texts, Map<String, String> model, Map<String, String> workbook, Dictionary dictionary) {
        this.locale = locale;
        this.texts = texts;
        this.voice = new ReaderVoice(locale, texts, dictionary);
        this.sentences = Language.of(Typography.of(texts), voice);
        this.statements = Language.of(Typography.of(model), voice);
        this.sheets = Language.of(Typography.of(workbook), voice);
    }

    /**
     * The words of a language.
     *
     * @throws ReportException when its texts are not at hand or not whole: no page is published half in another language
     */
    static Phrases of(LanguageTexts language, Dictionary dictionary) {
        try {
            return new Phrases(language.locale(), language.briefing(), language.statements(), language.workbook(), dictionary);
        } catch (IllegalArgumentException e) {
            throw new ReportException("the texts of language '" + language.tag() + "' cannot be read: " + e.getMessage(), e);
        }
    }

    private static String file(String kind, String tag) {
        return "text/" + kind + "_" + tag + ".properties";
    }

    Locale locale() {
        return locale;
    }

    ReaderVoice voice() {
        return voice;
    }

    /** The words of the workbook. */
    WorkbookWords workbook() {
        return new WorkbookWords(sheets, statements);
    }

    /** A sentence; what is no term stands in its place as it is. */
    String say(String key, Object... places) {
        Term[] terms = new Term[places.length];
        for (int i = 0; i < places.length; i++) {
            terms[i] = switch (places[i]) {
                case Term term -> term;
                case ReferencePeriod period -> Term.span(period);
                default -> Term.words(String.valueOf(places[i]));
            };
        }
        try {
            return sentences.say(key, terms);
        } catch (IllegalArgumentException e) {
            throw new ReportException("the sentence " + e.getMessage(), file("briefing", locale.toLanguageTag()), 0, 0, e);
        }
    }

    /** Money in millions, billions or trillions beside its currency, other amounts before their unit. */
    String amount(double amount, String unit) {
        return tell(Statement.only(Term.amount(amount, unit)));
    }

    /** What the model says. */
    String tell(Statement statement) {
        try {
            return statements.say(statement);
        } catch (IllegalArgumentException e) {
            throw new ReportException("the sentence " + e.getMessage(), file("statements", locale.toLanguageTag()), 0, 0, e);
        }
    }

    /** The word of the tables for a code, such as a kind of commitment; the code itself where the language has none. */
    String word(String code) {
        return sheets.has("word." + code) ? sheets.say("word." + code) : code;
    }

    /** What a column of the register of commitments is called; the column itself where the language has no name for it. */
    String column(String column) {
        return sheets.has("term." + column) ? sheets.say("term." + column) : column;
    }

    boolean has(String key) {
        return sentences.has(key);
    }

    /** The text of a key as it stands, with its places. */
    Optional<String> find(String key) {
        return Optional.ofNullable(texts.get(key));
    }
}
