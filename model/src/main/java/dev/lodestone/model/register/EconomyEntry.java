package dev.lodestone.model.register;

import dev.lodestone.model.trade.Economy;

/**
 * An economy's names.
 *
 * @param economy the code
 * @param name short name for tables, such as {@code United States}
 * @param nameInText name inside a sentence, such as {@code the United States}
 * @param adjective such as {@code American}; empty if none
 * @param sitsAsOne whether it takes part in meetings and is spoken of as one; not so a group such as the G7, whose members sit each for
 *     themselves
 */
public record EconomyEntry(Economy economy, String name, String nameInText, String adjective, boolean sitsAsOne) {

    /** An economy that sits as one. */
    public EconomyEntry(Economy economy, String name, String nameInText, String adjective) {
        this(economy, name, nameInText, adjective, true);
    }
}
