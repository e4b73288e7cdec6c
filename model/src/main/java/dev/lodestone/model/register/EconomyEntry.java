package dev.lodestone.model.register;

import dev.lodestone.model.trade.Economy;

/**
 * An economy's names.
 *
 * @param economy the code
 * @param name short name for tables, such as {@code United States}
 * @param nameInText name inside a sentence, such as {@code the United States}
 * @param adjective such as {@code American}; empty if none
 */
public record EconomyEntry(Economy economy, String name, String nameInText, String adjective) {}
