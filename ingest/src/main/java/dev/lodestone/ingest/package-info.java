/**
 * Trade statistics as customs offices publish them, read into model types with every row accounted for. Entry point:
 * {@link dev.lodestone.ingest.TradeStatisticsReader}. Packages below {@code internal} may change at any time.
 */
package dev.lodestone.ingest;
