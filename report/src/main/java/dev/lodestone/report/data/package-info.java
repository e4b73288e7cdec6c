/**
 * The machine-readable half of an edition: CSV tables, the assessment as JSON with its schema, and a workbook.
 *
 * <p>Entry point: {@link dev.lodestone.report.data.DataFiles}. Everything here is a pure function of its arguments: the same assessment
 * gives the same bytes. Names and columns are public contracts.
 *
 * <p>Conventions of every table:
 *
 * <ul>
 *   <li>CSV as RFC 4180 has it, but with a line feed alone after each record, in UTF-8 without byte order mark; a cell is quoted only
 *       where it must be;
 *   <li>numbers in plain decimals with a point, no grouping and no exponent; a blank cell is an absent number, never 0;
 *   <li>a text that a spreadsheet could take for a formula has an apostrophe put before it, see
 *       {@link dev.lodestone.report.data.SafeText};
 *   <li>shares are 0..1.
 * </ul>
 */
package dev.lodestone.report.data;
