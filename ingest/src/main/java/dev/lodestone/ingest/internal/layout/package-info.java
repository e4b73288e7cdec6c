/**
 * Layouts: what a publisher's file looks like, as data. One YAML file each. Entry point:
 * {@link dev.lodestone.ingest.internal.layout.LayoutLibrary}.
 */
package dev.lodestone.ingest.internal.layout;
