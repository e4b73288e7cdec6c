package dev.lodestone.report.brief;

import dev.lodestone.report.view.NavLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Where the same page stands in other languages: the first language at the top of the edition's folder, each other in a folder of its
 * own, named by its tag.
 *
 * @param locale language of the page
 * @param languages languages of the edition, the first at the top
 * @param names what each language calls itself
 */
record Editions(Locale locale, List<Locale> languages, Map<String, String> names) {

    Editions {
        languages = List.copyOf(languages);
    }

    /** The way from a page to what stands at the top of the folder, such as {@code data/}. */
    String top() {
        return isAtTop(locale) ? "" : "../";
    }

    /** Folder of a language's pages, with its slash; empty for the first. */
    static String folder(Locale language, List<Locale> languages) {
        return languages.isEmpty() || languages.getFirst().equals(language) ? "" : language.toLanguageTag() + "/";
    }

    private boolean isAtTop(Locale language) {
        return folder(language, languages).isEmpty();
    }

    /** Links to the page in the other languages. */
    List<NavLink> links(String file) {
        List<NavLink> links = new ArrayList<>();
        for (Locale other : languages) {
            if (!other.equals(locale)) {
                String tag = other.toLanguageTag();
                links.add(new NavLink(names.getOrDefault(tag, tag), top() + folder(other, languages) + file, tag));
            }
        }
        return links;
    }
}
