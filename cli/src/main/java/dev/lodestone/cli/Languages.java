package dev.lodestone.cli;

import dev.lodestone.report.PageRenderer;
import dev.lodestone.report.brief.LanguageTexts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Languages as a user names them, among those whose texts are at hand. */
public final class Languages {

    private Languages() {}

    /**
     * The languages named, each once, in their order.
     *
     * @param tags BCP 47 tags such as {@code fr}
     * @param templates folder of the user's templates, which may bring languages
     * @throws UsageException for a language whose texts are not at hand, listing those that are
     */
    public static List<Locale> of(List<String> tags, Optional<Path> templates) {
        PageRenderer pages = PageRenderer.withDefaults();
        Set<String> atHand = LanguageTexts.atHand(templates.isPresent() ? pages.withTemplates(templates.get()) : pages).keySet();
        List<Locale> languages = new ArrayList<>();
        for (String tag : tags) {
            Locale language = Locale.forLanguageTag(tag.strip());
            if (!atHand.contains(language.toLanguageTag())) {
                throw new UsageException("no briefings in language '" + tag + "'; known: " + String.join(", ", atHand));
            }
            if (!languages.contains(language)) {
                languages.add(language);
            }
        }
        return languages;
    }
}
