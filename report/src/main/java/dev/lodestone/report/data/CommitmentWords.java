package dev.lodestone.report.data;

import dev.lodestone.model.register.Commitment;
import java.util.Locale;

/** A commitment's words as the tables write them. */
final class CommitmentWords {

    private CommitmentWords() {}

    static String applies(Commitment commitment) {
        return commitment.applies().name().toLowerCase(Locale.ROOT);
    }

    /** Address of the source; its title where it has no address. */
    static String source(Commitment commitment) {
        return commitment.sourceUrl().isBlank() ? commitment.sourceTitle() : commitment.sourceUrl();
    }
}
