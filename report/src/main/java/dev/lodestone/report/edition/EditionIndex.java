package dev.lodestone.report.edition;

import java.util.List;

/** Makes the page that lists all editions, {@code OUT/index.html}. */
@FunctionalInterface
public interface EditionIndex {

    /**
     * The page's bytes; the same for the same editions.
     *
     * @param newestFirst the editions, each at {@code editions/<name>/} seen from the page
     */
    byte[] render(List<Edition> newestFirst);
}
