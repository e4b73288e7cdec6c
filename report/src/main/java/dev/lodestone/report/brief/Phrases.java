package dev.lodestone.report.brief;

import dev.lodestone.report.ReportException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** Sentences of one language, with numbered places: {@code {0}}, {@code {1}}. */
final class Phrases {

    private final Properties sentences;
    private final String language;

    private Phrases(String language, Properties sentences) {
        this.language = language;
        this.sentences = sentences;
    }

    /** The bundle of a language. Fails when there is none: no page is published half in another language. */
    static Phrases of(Locale locale) {
        String language = locale.getLanguage();
        String resource = "briefing_" + language + ".properties";
        try (InputStream in = Phrases.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new ReportException("no briefing texts for language '" + language + "': looked for " + resource);
            }
            Properties sentences = new Properties();
            try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                sentences.load(reader);
            }
            return new Phrases(language, sentences);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The same with some sentences replaced.
     *
     * @throws ReportException if there is no such sentence: a slip in a key would otherwise pass unseen
     */
    Phrases with(Map<String, String> replaced) {
        Properties all = new Properties();
        all.putAll(sentences);
        replaced.forEach((key, sentence) -> {
            if (!sentences.containsKey(key)) {
                throw new ReportException("there is no sentence '" + key + "' to replace", "text/briefing_" + language + ".properties", 0, 0, null);
            }
            all.setProperty(key, sentence);
        });
        return new Phrases(language, all);
    }

    String say(String key, Object... places) {
        String sentence = sentences.getProperty(key);
        if (sentence == null) {
            throw new ReportException("the briefing texts of language '" + language + "' lack '" + key + "'");
        }
        StringBuilder said = new StringBuilder(sentence.length() + 32);
        int at = 0;
        while (at < sentence.length()) {
            char c = sentence.charAt(at);
            if (c == '{' && at + 2 < sentence.length() && sentence.charAt(at + 2) == '}' && Character.isDigit(sentence.charAt(at + 1))) {
                int place = sentence.charAt(at + 1) - '0';
                if (place >= places.length) {
                    throw new ReportException("'" + key + "' names place {" + place + "}, but only " + places.length + " are filled");
                }
                said.append(places[place]);
                at += 3;
            } else {
                said.append(c);
                at++;
            }
        }
        return said.toString();
    }

    boolean has(String key) {
        return sentences.containsKey(key);
    }
}
