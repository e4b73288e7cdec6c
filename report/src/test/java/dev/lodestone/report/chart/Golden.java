package dev.lodestone.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares a text with the file that holds what it should be. */
final class Golden {

  private Golden() {}

  /** A missing file is written and fails the test; {@code -Dgolden.update=true} writes every file anew. */
  static void check(String pathInModule, String actual) throws IOException {
    Path file = Path.of(pathInModule);
    if (Boolean.getBoolean("golden.update") || Files.notExists(file)) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, actual, StandardCharsets.UTF_8);
      if (!Boolean.getBoolean("golden.update")) {
        fail("%s was missing and has been written: check it", file);
      }
      return;
    }
    assertThat(actual).as(pathInModule).isEqualTo(Files.readString(file, StandardCharsets.UTF_8));
  }
}
