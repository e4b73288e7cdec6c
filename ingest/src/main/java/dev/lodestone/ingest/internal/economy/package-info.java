/** Publishers' codes and names of economies, from the economies register. Entry point: {@link dev.lodestone.ingest.internal.economy.EconomyCodes}. */
package dev.lodestone.ingest.internal.economy;
