/** Rows into observations, every row accounted for. Entry point: {@link dev.lodestone.ingest.internal.trade.TradeFileReader}. */
package dev.lodestone.ingest.internal.trade;
