/** Proposals of layouts for unknown tables. Entry point: {@link dev.lodestone.ingest.internal.draft.Drafting}. */
package dev.lodestone.ingest.internal.draft;
