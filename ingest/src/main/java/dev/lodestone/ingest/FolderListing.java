package dev.lodestone.ingest;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files below a folder, each once. Symbolic links are followed, as Kubernetes mounts files of a ConfigMap: what stands in the folder
 * itself comes first and by its own name, so that a link leads only to what is not there yet, and none leads round in a circle. Names that
 * begin with a dot are hidden, whatever they lead to; a link that leads nowhere is a file that cannot be read, and
 * so is a folder below that may not be listed.
 */
final class FolderListing {

    /** Lists what stands in a folder. */
    interface Lister {

        Stream<Path> list(Path folder) throws IOException;
    }

    private final Path root;
    private final Lister lister;
    private final Set<Path> seen = new HashSet<>();
    private final List<Path> files = new ArrayList<>();
    private final ArrayDeque<Path> links = new ArrayDeque<>();

    private FolderListing(Path root, Lister lister) {
        this.root = root;
        this.lister = lister;
    }

    /** Paths below the folder's real path, in no order to rely on. */
    static List<Path> of(Path realFolder) throws IOException {
        return of(realFolder, Files::list);
    }

    static List<Path> of(Path realFolder, Lister lister) throws IOException {
        FolderListing listing = new FolderListing(realFolder, lister);
        listing.folder(realFolder);
        while (!listing.links.isEmpty()) {
            listing.follow(listing.links.removeFirst());
        }
        return listing.files;
    }

    private void folder(Path folder) throws IOException {
        if (!seen.add(folder.toRealPath())) {
            return;
        }
        List<Path> below;
        try (Stream<Path> list = lister.list(folder)) {
            below = list.filter(path -> !path.getFileName().toString().startsWith(".")).sorted().toList();
        } catch (AccessDeniedException e) {
            if (folder.equals(root)) {
                throw e;
            }
            files.add(folder); // as what cannot be read, so that it is told and the others are read
            return;
        }
        for (Path path : below) {
            if (Files.isSymbolicLink(path)) {
                links.add(path);
            } else if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                folder(path);
            } else if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) && seen.add(path.toRealPath())) {
                files.add(path);
            }
        }
    }

    private void follow(Path link) throws IOException {
        if (Files.isDirectory(link)) {
            if (!root.startsWith(link.toRealPath())) { // which holds the folder itself
                folder(link);
            }
        } else if (!Files.exists(link)) {
            files.add(link);
        } else if (Files.isRegularFile(link) && seen.add(link.toRealPath())) {
            files.add(link);
        }
    }
}
