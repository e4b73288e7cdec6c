/**
 * Where editions are kept: published whole or not at all, one run at a time, past ones left standing.
 * Entry point: {@link dev.lodestone.report.edition.EditionStore}.
 */
package dev.lodestone.report.edition;
