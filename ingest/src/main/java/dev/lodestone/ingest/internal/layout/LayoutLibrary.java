package dev.lodestone.ingest.internal.layout;

import dev.lodestone.ingest.IngestException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The layouts that a reading knows: the shipped ones and, beside them, a user's own. */
public final class LayoutLibrary {

    private static final String FOLDER = "/dev/lodestone/ingest/layouts/";

    /** Shipped layouts, one file each; a jar cannot list its own folder, so an index names them. */
    private static final String INDEX = FOLDER + "index.txt";

    private final List<LazyLayout> layouts;

    private LayoutLibrary(List<LazyLayout> layouts) {
        this.layouts = List.copyOf(layouts);
    }

    /** The layouts packed with this module. Each is read as a whole when it may fit a file. */
    public static LayoutLibrary shipped() {
        List<LazyLayout> layouts = new ArrayList<>();
        for (String name : resource(INDEX).lines().map(String::strip).filter(line -> !line.isEmpty()).toList()) {
            layouts.add(LazyLayout.of(name, resource(FOLDER + name)));
        }
        return new LayoutLibrary(layouts);
    }

    /** These layouts and no others. */
    public static LayoutLibrary of(Layout... layouts) {
        return new LayoutLibrary(Arrays.stream(layouts).map(LazyLayout::of).toList());
    }

    /**
     * These and the layouts of a folder's {@code .yaml} files.
     *
     * @throws IngestException if a file is wrong, or has the id of another layout
     */
    public LayoutLibrary with(Path folder) {
        List<LazyLayout> all = new ArrayList<>(layouts);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".yaml") || each.toString().endsWith(".yml")).sorted().toList()) {
                String name = String.valueOf(file.getFileName());
                Layout layout = Layout.parse(name, Files.readString(file));
                if (all.stream().anyMatch(each -> each.layout().id().equals(layout.id()))) {
                    throw new IngestException(name, "there is a layout '" + layout.id() + "' already; give this one another id");
                }
                all.add(LazyLayout.of(layout));
            }
        } catch (MalformedInputException e) {
            throw new IngestException(folder.toString(), "a layout file is not UTF-8", e);
        } catch (IOException e) {
            throw new IngestException(folder.toString(), "the folder of layouts cannot be read", e);
        }
        return new LayoutLibrary(all);
    }

    /** All of them. */
    public List<Layout> layouts() {
        return layouts.stream().map(LazyLayout::layout).toList();
    }

    /**
     * Those that may fit a table.
     *
     * @param present texts of all cells in which its header may stand, as {@link HeaderText#compared}
     */
    public List<Layout> possible(Set<String> present) {
        List<Layout> possible = new ArrayList<>();
        for (LazyLayout each : layouts) {
            if (each.isPossible(present)) {
                possible.add(each.layout());
            }
        }
        return possible;
    }

    /** Charsets that layouts name. */
    public Set<Charset> charsets() {
        return layouts.stream()
                .filter(LazyLayout::namesCharset)
                .flatMap(each -> each.layout().charset().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Those of files without header. */
    public List<Layout> byPosition() {
        return layouts.stream().filter(LazyLayout::isByPosition).map(LazyLayout::layout).toList();
    }

    private static String resource(String name) {
        try (InputStream stream = LayoutLibrary.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IngestException(name, "is missing from the package");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IngestException(name, "cannot be read", e);
        }
    }
}
