package dev.lodestone.report.internal.html;

/** What a page is placed for. */
enum Target {
    /** A browser. */
    HTML("html"),
    /** The PDF engine. */
    PRINT("print");

    private final String word;

    Target(String word) {
        this.word = word;
    }

    /** As templates know it. */
    String word() {
        return word;
    }
}
