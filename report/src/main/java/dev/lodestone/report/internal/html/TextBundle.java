package dev.lodestone.report.internal.html;

import dev.lodestone.report.ReportException;
import dev.lodestone.report.internal.html.TemplateFiles.TextFile;
import java.io.IOException;
import java.io.StringReader;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.TreeMap;

/**
 * The words of the templates themselves, in one language.
 *
 * <p>Read from {@code text/<language>.properties}, UTF-8. What a language lacks is taken from the next: {@code pt-BR}, {@code pt},
 * {@code en}; at each, the user's file before the shipped one. So a user's file may hold only the words it changes.
 */
public final class TextBundle {

    private static final Pattern BROKEN_ESCAPE = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\\\u(?!\\p{XDigit}{4})");

    private static final String LAST_RESORT = "en";

    private TextBundle() {
    }

    /** All words by key, for a BCP 47 language tag. */
    static Map<String, String> load(TemplateFiles files, String languageTag) {
        Map<String, String> words = new TreeMap<>();
        for (String language : fromGeneralToParticular(languageTag)) {
            String name = "text/" + language + ".properties";
            files.findShippedText(name).map(TextBundle::parse).ifPresent(words::putAll);
            files.findUserText(name).map(TextBundle::parse).ifPresent(words::putAll);
        }
        return Collections.unmodifiableMap(words);
    }

    /** The words of one file, the user's lines before the shipped ones; empty when neither is there. */
    public static Optional<Map<String, String>> find(TemplateFiles files, String name) {
        Map<String, String> words = new TreeMap<>();
        Optional<TextFile> shipped = files.findShippedText(name);
        Optional<TextFile> own = files.findUserText(name);
        shipped.map(TextBundle::parse).ifPresent(words::putAll);
        own.map(TextBundle::parse).ifPresent(words::putAll);
        return shipped.isEmpty() && own.isEmpty() ? Optional.empty() : Optional.of(Collections.unmodifiableMap(words));
    }

    private static List<String> fromGeneralToParticular(String languageTag) {
        Locale locale = Locale.forLanguageTag(languageTag);
        return List.of(LAST_RESORT, locale.getLanguage(), locale.toLanguageTag()).stream()
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
    }

    static Map<String, String> parse(TextFile file) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(file.text()));
        } catch (IOException e) {
            throw new ReportException("cannot be read: " + e.getMessage(), file.label(), 0, 0, e);
        } catch (IllegalArgumentException e) {
            throw new ReportException("holds a broken \\u escape: four hexadecimal digits follow one", file.label(), lineOfBrokenEscape(file.text()), 0, e);
        }
        Map<String, String> words = new LinkedHashMap<>();
        properties.stringPropertyNames().forEach(key -> words.put(key, properties.getProperty(key)));
        return words;
    }

    /** Java says that an escape is broken, and not where; an even number of backslashes before it makes it none. */
    private static int lineOfBrokenEscape(String text) {
        String[] lines = text.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            if (BROKEN_ESCAPE.matcher(lines[i]).find()) {
                return i + 1;
            }
        }
        return 0;
    }

    /** The words that a template cannot do without; used where Java needs one of them. */
    static String get(Map<String, String> words, String key) {
        return Optional.ofNullable(words.get(key)).orElseThrow(() -> new ReportException("no text for '" + key + "'"));
    }
}
