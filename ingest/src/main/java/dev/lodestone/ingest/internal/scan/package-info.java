/**
 * Reads large, regular delimited text by its bytes, several blocks at a time, and leaves out rows of unwanted commodities without
 * decoding them. Gives the rows that {@link dev.lodestone.ingest.internal.table.DelimitedRows} gives, on the same lines. Entry point:
 * {@link dev.lodestone.ingest.internal.scan.ScannedRows}.
 */
package dev.lodestone.ingest.internal.scan;
