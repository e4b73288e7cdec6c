package dev.lodestone.report.edition;

import java.nio.file.Path;

/**
 * A published edition.
 *
 * @param name its name
 * @param folder where it stands
 */
public record Edition(EditionName name, Path folder) {}
