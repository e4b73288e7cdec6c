package dev.lodestone.report.view;

/**
 * A link of the page's frame.
 *
 * @param label words
 * @param href where it leads
 */
public record NavLink(String label, String href) {

    public NavLink {
        label = Checks.filled(label, "label");
        href = Href.checked(href, "href");
    }
}
