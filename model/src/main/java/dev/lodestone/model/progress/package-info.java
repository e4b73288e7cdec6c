/**
 * Trend and projection of a yearly series: whether it moves, how fast, where it may stand, how often such a projection was right.
 *
 * <p>Entry points: {@link dev.lodestone.model.progress.MannKendall}, {@link dev.lodestone.model.progress.SenSlope},
 * {@link dev.lodestone.model.progress.Projection}. Every type is immutable; nothing here reads a clock or a random source of its own.
 */
package dev.lodestone.model.progress;
