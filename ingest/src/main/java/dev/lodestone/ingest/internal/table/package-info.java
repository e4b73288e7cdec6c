/** Rows of cells out of text, JSON and workbooks, each row knowing its line. Entry point: {@link dev.lodestone.ingest.internal.table.RowSource}. */
package dev.lodestone.ingest.internal.table;
