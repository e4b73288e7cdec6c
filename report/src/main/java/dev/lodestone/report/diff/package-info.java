/**
 * What changed between two editions, read from the files that they hold: data, method, commitments, verdicts.
 * Entry point: {@link dev.lodestone.report.diff.EditionDiff}.
 */
package dev.lodestone.report.diff;
