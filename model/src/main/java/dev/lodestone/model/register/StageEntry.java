package dev.lodestone.model.register;

import dev.lodestone.model.text.Term;

/**
 * A stage of a material's chain, in chain order.
 *
 * @param id such as {@code magnet}
 * @param label such as {@code Magnets}
 * @param noun inside a sentence, such as {@code permanent magnets}
 * @param order position in the chain, 1 being the mine's end
 * @param note what the stage holds and what no public trade code can show of it
 */
public record StageEntry(String id, String label, String noun, int order, String note) {

    /** The noun for a place inside a sentence. */
    public Term nounTerm() {
        return Term.name("stages", id, "noun", noun);
    }
}
