/**
 * The words of international merchandise trade statistics: who reports, with whom, what flow, which commodity, when, how much.
 * Entry point: {@link dev.lodestone.model.trade.TradeObservation}. Every type is immutable and valid once it exists.
 */
package dev.lodestone.model.trade;
