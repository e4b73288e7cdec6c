/**
 * What is known about the input itself: where a figure stands, what was wrong with a file, and that no row was lost.
 * Entry point: {@link dev.lodestone.model.quality.Loaded}.
 */
package dev.lodestone.model.quality;
