package dev.lodestone.report.view;

/**
 * A link of the page's frame.
 *
 * @param label words
 * @param href where it leads
 * @param lang BCP 47 tag of the page that it leads to, where that is in another language; else empty
 */
public record NavLink(String label, String href, String lang) {

    /** A link to a page in the same language. */
    public NavLink(String label, String href) {
        this(label, href, "");
    }

    public NavLink {
        label = Checks.filled(label, "label");
        href = Href.checked(href, "href");
        lang = lang.isEmpty() ? lang : Checks.id(lang, "lang");
    }
}
