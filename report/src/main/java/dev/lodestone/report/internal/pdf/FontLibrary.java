package dev.lodestone.report.internal.pdf;

import dev.lodestone.report.ReportException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Where fonts come from: those of the briefings, which are part of this module, and for characters that these lack a
 * folder that the caller names, this module's Japanese and Korean fonts, and the system's Noto fonts, in this order: what
 * is shipped comes before what a machine happens to have, so that a briefing has the same bytes everywhere. Files are
 * only looked for when a character asks for them. Thread-safe.
 */
public final class FontLibrary {

  static final String SANS = "Inter";
  static final String SERIF = "Source Serif 4";

  private static final int HEAVIEST = 900;
  private static final int REGULAR = 400;
  private static final int DEEPEST_FOLDER = 6;
  private static final List<Path> SYSTEM_FOLDERS =
      List.of(
          Path.of("/usr/share/fonts"),
          Path.of("/usr/local/share/fonts"),
          Path.of("/Library/Fonts"),
          Path.of("/System/Library/Fonts"),
          Path.of("C:\\Windows\\Fonts"));

  private static final List<String> EAST_ASIAN = List.of("NotoSansJP-Regular.ttf", "NotoSansKR-Regular.ttf");

  private final Optional<Path> folder;
  private final List<Path> systemFolders;
  private final List<FontFile> bundled;
  private List<List<Candidate>> candidates;

  /**
   * A font that may have what the bundled ones lack, not read yet.
   *
   * @param name the file's name, which tells for which language it is made
   * @param id what tells it from another of the same name
   * @param own whether it lies in the folder that the caller names
   * @param file reads it
   */
  record Candidate(String name, String id, boolean own, Supplier<FontFile> file) {}

  private FontLibrary(Optional<Path> folder, List<Path> systemFolders) {
    this.folder = folder;
    this.systemFolders = List.copyOf(systemFolders);
    // the upright semibold also stands for every heavier weight, hence the heaviest weight: it is never thickened
    this.bundled =
        List.of(
            bundled("Inter-Regular.ttf", SANS, HEAVIEST, false),
            bundled("Inter-SemiBold.ttf", SANS, HEAVIEST, false),
            bundled("Inter-Italic.ttf", SANS, HEAVIEST, true),
            bundled("LodestoneSerif-Regular.ttf", SERIF, HEAVIEST, false),
            bundled("LodestoneSerif-SemiBold.ttf", SERIF, HEAVIEST, false),
            bundled("LodestoneSerif-Italic.ttf", SERIF, HEAVIEST, true));
  }

  /** The briefings' fonts, and the system's Noto fonts for what they lack. */
  public static FontLibrary standard() {
    return new FontLibrary(Optional.empty(), SYSTEM_FOLDERS);
  }

  /** The briefings' fonts alone. */
  public static FontLibrary bundledOnly() {
    return new FontLibrary(Optional.empty(), List.of());
  }

  /**
   * The briefings' fonts, then those of a folder (TrueType, OpenType, collections; below it too), then the system's
   * Noto fonts.
   *
   * @throws ReportException if the folder cannot be read
   */
  public static FontLibrary withFolder(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new ReportException("the folder of fonts \"" + folder + "\" does not exist or is no folder");
    }
    return new FontLibrary(Optional.of(folder), SYSTEM_FOLDERS);
  }

  List<FontFile> bundled() {
    return bundled;
  }

  /** Fonts that may have what the bundled ones lack, in groups of which the earlier come first, each in the order of names. */
  synchronized List<List<Candidate>> candidates() {
    if (candidates == null) {
      List<Candidate> named = new ArrayList<>();
      folder.ifPresent(path -> named.addAll(fontsBelow(path, "", true)));
      List<Candidate> shipped =
          EAST_ASIAN.stream()
              .map(name -> new Candidate(name, "shipped " + name, false, () -> bundled(name, "fallback " + name, REGULAR, false)))
              .toList();
      List<Candidate> system = new ArrayList<>();
      systemFolders.forEach(path -> system.addAll(fontsBelow(path, "noto", false)));
      candidates = List.of(List.copyOf(named), shipped, List.copyOf(system));
    }
    return candidates;
  }

  /** Reads a candidate; of a collection its first font. */
  private static FontFile read(Path path) {
    String name = path.getFileName().toString();
    try {
      byte[] bytes = Files.readAllBytes(path);
      String suffix = lower(path).endsWith(".ttc") ? ",0" : "";
      return new FontFile(name + suffix, "fallback " + name, REGULAR, false, bytes);
    } catch (IOException e) {
      throw new ReportException("the font file \"" + name + "\" cannot be read: " + e.getMessage(), e);
    }
  }

  private static List<Candidate> fontsBelow(Path folder, String prefix, boolean own) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder, DEEPEST_FOLDER, FileVisitOption.FOLLOW_LINKS)) {
      return files
          .filter(path -> lower(path).startsWith(prefix))
          .filter(path -> lower(path).matches(".*\\.(ttf|otf|ttc)"))
          .filter(Files::isRegularFile)
          .sorted(Comparator.comparing(FontLibrary::lower).thenComparing(Comparator.naturalOrder()))
          .map(path -> new Candidate(path.getFileName().toString(), path.toString(), own, () -> read(path)))
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw new ReportException("the folder of fonts \"" + folder + "\" cannot be read: " + e.getMessage(), e);
    }
  }

  private static String lower(Path path) {
    return path.getFileName().toString().toLowerCase(Locale.ROOT);
  }

  private static FontFile bundled(String name, String family, int weight, boolean italic) {
    String resource = "/dev/lodestone/report/fonts/" + name;
    try (InputStream in = FontLibrary.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new ReportException("the font " + resource + " is missing from this installation");
      }
      return new FontFile(name, family, weight, italic, in.readAllBytes());
    } catch (IOException e) {
      throw new ReportException("the font " + resource + " cannot be read: " + e.getMessage(), e);
    }
  }
}
