package dev.lodestone.cli;

import dev.lodestone.model.register.Registers;
import dev.lodestone.report.PageRenderer;
import dev.lodestone.report.brief.LanguageTexts;
import dev.lodestone.report.brief.Wording;
import dev.lodestone.report.diff.EditionData;
import java.nio.file.Files;
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
        Set<String> atHand = LanguageTexts.atHand(pages(templates)).keySet();
        List<Locale> languages = new ArrayList<>();
        for (String tag : tags) {
            Locale language = Locale.forLanguageTag(tag.strip());
            if (!atHand.contains(language.toLanguageTag())) {
                throw new UsageException("no briefings in language '" + tag + "'" + DidYouMean.among(tag, atHand));
            }
            if (!languages.contains(language)) {
                languages.add(language);
            }
        }
        return languages;
    }

    /**
     * The language of a text about an edition: the one named, else the edition's first, else English where its texts are not at hand.
     *
     * @throws UsageException for a language named whose texts are not at hand
     */
    public static Locale ofText(Optional<String> named, EditionData edition, Optional<Path> templates) {
        if (named.isPresent()) {
            return of(List.of(named.get()), templates).getFirst();
        }
        String first = edition.options().getOrDefault("lang", "").split(",")[0];
        return LanguageTexts.atHand(pages(templates)).containsKey(first) ? Locale.forLanguageTag(first) : Locale.ENGLISH;
    }

    /** The sentences and numbers of a language, with the names that the registers have in it. */
    public static Wording wording(Locale language, Optional<Path> templates, Registers registers, String material) {
        return Wording.of(language, pages(templates), registers, material);
    }

    private static PageRenderer pages(Optional<Path> templates) {
        if (templates.isPresent() && !Files.isDirectory(templates.get())) {
            throw new InputRefusedException(templates.get() + ": no such folder of templates");
        }
        PageRenderer pages = PageRenderer.withDefaults();
        return templates.isPresent() ? pages.withTemplates(templates.get()) : pages;
    }
}
