/**
 * From an assessment to the pages of an edition: what is said first, what follows, in which words.
 *
 * <p>Entry point: {@link dev.lodestone.report.brief.EditionPages}. Nothing is measured here: figures come from the assessment, this
 * package chooses, orders and words them. Sentences stand in text bundles, one per language.
 */
package dev.lodestone.report.brief;
