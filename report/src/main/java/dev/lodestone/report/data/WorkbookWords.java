package dev.lodestone.report.data;

import dev.lodestone.model.text.Language;
import dev.lodestone.model.text.Statement;
import dev.lodestone.model.text.Term;
import dev.lodestone.report.ReportException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The language of a workbook: names of sheets and columns, notes, the words of codes, and what the model says. Immutable. */
public final class WorkbookWords {

    private static final String ENGLISH = "/dev/lodestone/report/templates/text/workbook_en.properties";

    private final Language sheets;
    private final Language statements;

    /**
     * The words of a language.
     *
     * @param sheets every key of {@code text/workbook_en.properties}
     * @param statements what the model says
     */
    public WorkbookWords(Language sheets, Language statements) {
        this.sheets = sheets;
        this.statements = statements;
    }

    /** English, with numbers and dates as data files print them. */
    public static WorkbookWords english() {
        Properties texts = new Properties();
        try (InputStream in = WorkbookWords.class.getResourceAsStream(ENGLISH)) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the words of the workbook could not be read from the application's own jar", e);
        }
        Map<String, String> sentences = new TreeMap<>();
        texts.stringPropertyNames().forEach(key -> sentences.put(key, texts.getProperty(key)));
        return new WorkbookWords(Language.plain(sentences), Language.english());
    }

    String say(String key, Object... places) {
        Term[] terms = new Term[places.length];
        for (int i = 0; i < places.length; i++) {
            terms[i] = places[i] instanceof Term term ? term : Term.words(String.valueOf(places[i]));
        }
        try {
            return sheets.say(key, terms);
        } catch (IllegalArgumentException e) {
            throw new ReportException("the words of the workbook: " + e.getMessage(), e);
        }
    }

    String tell(Statement statement) {
        return statements.say(statement);
    }

    boolean has(String key) {
        return sheets.has(key);
    }

    /** The word for a code of the tables; the code itself where the language has none. */
    String word(String code) {
        String key = "word." + code;
        return sheets.has(key) ? sheets.say(key) : code;
    }
}
