package dev.lodestone.report.brief;

import dev.lodestone.model.text.Language;
import dev.lodestone.model.text.Sentence;
import dev.lodestone.report.PageRenderer;
import dev.lodestone.report.ReportException;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The texts of one language: {@code text/briefing_<tag>.properties} holds the pages' sentences, {@code text/statements_<tag>.properties}
 * the model's, {@code text/workbook_<tag>.properties} the workbook's words, {@code text/<tag>.properties} those of the templates, {@code
 * text/languages.properties} what each language calls itself. A file of the same name in the user's templates folder goes before the shipped one, line by line.
 *
 * @param locale the language
 * @param briefing sentences of the pages
 * @param statements sentences of the model
 * @param workbook words of the workbook
 */
public record LanguageTexts(Locale locale, Map<String, String> briefing, Map<String, String> statements, Map<String, String> workbook) {

    private static final String ENGLISH = "en";

    public LanguageTexts {
        briefing = Collections.unmodifiableMap(new TreeMap<>(briefing));
        statements = Collections.unmodifiableMap(new TreeMap<>(statements));
        workbook = Collections.unmodifiableMap(new TreeMap<>(workbook));
    }

    /** Tag of the language. */
    public String tag() {
        return locale.toLanguageTag();
    }

    /** The languages at hand, each with what it calls itself. */
    public static SortedMap<String, String> atHand(PageRenderer pages) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(pages.words("text/languages.properties").orElse(Map.of())));
    }

    /**
     * The texts of a language.
     *
     * @throws ReportException when there are none, or they lack a sentence of the English ones
     */
    public static LanguageTexts of(Locale locale, PageRenderer pages) {
        String tag = locale.toLanguageTag();
        Map<String, String> english = texts(PageRenderer.withDefaults(), "briefing", ENGLISH).orElseThrow();
        Map<String, String> englishSheets = texts(PageRenderer.withDefaults(), "workbook", ENGLISH).orElseThrow();
        texts(pages, "briefing", tag).ifPresent(own -> requireKnown(tag, "briefing", english, own));
        Optional<Map<String, String>> workbook = texts(pages, "workbook", tag);
        workbook.ifPresent(own -> requireKnown(tag, "workbook", englishSheets, own));
        if (tag.equals(ENGLISH)) {
            Map<String, String> own = new TreeMap<>(Language.englishTexts());
            own.putAll(texts(pages, "statements", ENGLISH).orElse(Map.of()));
            return new LanguageTexts(locale, texts(pages, "briefing", ENGLISH).orElseThrow(), own, workbook.orElseThrow());
        }
        Optional<Map<String, String>> briefing = texts(pages, "briefing", tag);
        Optional<Map<String, String>> statements = texts(pages, "statements", tag);
        if (briefing.isEmpty() || statements.isEmpty()) {
            throw new ReportException("no briefing texts for language '" + tag + "'; at hand: " + String.join(", ", atHand(pages).keySet()));
        }
        requireAll(tag, "briefing", english, briefing.get());
        requireAll(tag, "statements", Language.englishTexts(), statements.get());
        requireAll(tag, "workbook", englishSheets, workbook.orElse(Map.of()));
        return new LanguageTexts(locale, briefing.get(), statements.get(), workbook.get());
    }

    private static Optional<Map<String, String>> texts(PageRenderer pages, String kind, String tag) {
        return pages.words("text/" + kind + "_" + tag + ".properties");
    }

    /** A slip in a key would otherwise pass unseen. */
    private static void requireKnown(String tag, String kind, Map<String, String> english, Map<String, String> own) {
        String file = "text/" + kind + "_" + tag + ".properties";
        own.forEach((key, text) -> {
            if (!english.containsKey(key) && !isOwn(key)) {
                throw new ReportException("there is no sentence '" + key + "' to replace", file, 0, 0, null);
            }
            if (!isOwn(key) && !text.equals(english.get(key))) {
                requireFilled(key, text, english.get(key), file);
            }
        });
    }

    /** A sentence that is rarely said would otherwise fail on the day on which it is. */
    private static void requireFilled(String key, String text, String english, String file) {
        try {
            int filled = Sentence.parse(english).places().stream().mapToInt(Integer::intValue).max().orElse(-1) + 1;
            Sentence.parse(text).places().stream().filter(place -> place >= filled).findFirst().ifPresent(place -> {
                throw new ReportException("the sentence '" + key + "' names place {" + place + "}, but only " + filled + " are filled", file, 0, 0, null);
            });
        } catch (IllegalArgumentException e) {
            throw new ReportException("the sentence '" + key + "': " + e.getMessage(), file, 0, 0, e);
        }
    }

    /** Keys that a language has for itself. */
    private static boolean isOwn(String key) {
        return key.startsWith("plural.") || key.startsWith("form.") || key.equals("format.date-first") || key.equals("format.month");
    }

    /** Plural forms are each language's own; everything else has to be there. */
    private static void requireAll(String tag, String kind, Map<String, String> english, Map<String, String> own) {
        TreeSet<String> missing = new TreeSet<>(english.keySet());
        missing.removeAll(own.keySet());
        missing.removeIf(LanguageTexts::isOwn);
        if (!missing.isEmpty()) {
            throw new ReportException("text/" + kind + "_" + tag + ".properties lacks " + missing.size() + " of "
                    + english.size() + " texts: " + String.join(", ", missing.stream().limit(5).toList()) + (missing.size() > 5 ? " ..." : ""));
        }
    }
}
