/** What a file holds: itself, or members of an archive, guarded against bombs. Entry point: {@link dev.lodestone.ingest.internal.container.Container}. */
package dev.lodestone.ingest.internal.container;
