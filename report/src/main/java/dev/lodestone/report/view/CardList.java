package dev.lodestone.report.view;

import java.util.List;
import java.util.Objects;

/** Cards: projects, briefings, editions. */
public record CardList(List<Card> cards, Layout layout) implements Block {

    /** How cards stand. */
    public enum Layout {
        /** One below the other. */
        STACK,
        /** Side by side where there is room. */
        GRID;

        public String css() {
            return this == STACK ? "stack" : "grid";
        }
    }

    /**
     * A card.
     *
     * @param title its heading
     * @param href where the heading leads; may be empty
     * @param meta a line of facts: place, year, tonnes; may be empty
     * @param pills statuses
     * @param text what there is to say; may be empty
     * @param links further links, such as the PDF
     * @param source where it comes from; may be empty
     */
    public record Card(String title, String href, String meta, List<Pill> pills, Text text, List<NavLink> links, Text source) {

        public Card {
            title = Checks.filled(title, "title");
            href = Href.optional(href, "href");
            meta = Checks.text(meta, "meta");
            pills = Checks.list(pills, "pills");
            Objects.requireNonNull(text, "text");
            links = Checks.list(links, "links");
            Objects.requireNonNull(source, "source");
        }

        public static Card of(String title, String meta, Text text) {
            return new Card(title, "", meta, List.of(), text, List.of(), Text.empty());
        }
    }

    public CardList {
        cards = Checks.list(cards, "cards");
        Objects.requireNonNull(layout, "layout");
    }

    @Override
    public String kind() {
        return "cards";
    }
}
