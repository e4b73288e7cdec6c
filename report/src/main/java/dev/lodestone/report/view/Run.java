package dev.lodestone.report.view;

/** A stretch of running text in one voice. */
public sealed interface Run {

    /** The words themselves. */
    String text();

    /** Lower-case name by which templates tell runs apart. */
    String kind();

    record Plain(String text) implements Run {
        public Plain {
            text = Checks.text(text, "text");
        }

        @Override
        public String kind() {
            return "plain";
        }
    }

    record Strong(String text) implements Run {
        public Strong {
            text = Checks.text(text, "text");
        }

        @Override
        public String kind() {
            return "strong";
        }
    }

    record Emphasis(String text) implements Run {
        public Emphasis {
            text = Checks.text(text, "text");
        }

        @Override
        public String kind() {
            return "emphasis";
        }
    }

    /** An index, set lower. */
    record Subscript(String text) implements Run {
        public Subscript {
            text = Checks.filled(text, "text");
        }

        @Override
        public String kind() {
            return "subscript";
        }
    }

    /** Words in another language than the page's, such as a Japanese name. */
    record Foreign(String text, String lang) implements Run {
        public Foreign {
            text = Checks.text(text, "text");
            lang = Checks.id(lang, "lang");
        }

        @Override
        public String kind() {
            return "foreign";
        }
    }

    record Link(String text, String href) implements Run {
        public Link {
            text = Checks.filled(text, "text");
            href = Href.checked(href, "href");
        }

        @Override
        public String kind() {
            return "link";
        }

        public boolean external() {
            return Href.isExternal(href);
        }
    }

    /** A number that leads to its {@link Explanation}. */
    record Explained(String text, String explainId) implements Run {
        public Explained {
            text = Checks.filled(text, "text");
            explainId = Checks.id(explainId, "explainId");
        }

        @Override
        public String kind() {
            return "explained";
        }
    }

    /** A raised mark that leads to one of the page's {@link Note}s. */
    record NoteRef(String noteId) implements Run {
        public NoteRef {
            noteId = Checks.id(noteId, "noteId");
        }

        /** Empty: the mark's number is the note's place in the page. */
        @Override
        public String text() {
            return "";
        }

        @Override
        public String kind() {
            return "note";
        }
    }
}
