/**
 * Figures taken apart: what was added up, divided and compared, and which published rows each figure depends on.
 * Entry point: {@link dev.lodestone.model.explain.Explainer}.
 */
package dev.lodestone.model.explain;
