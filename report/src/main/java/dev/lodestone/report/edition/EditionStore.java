package dev.lodestone.report.edition;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The folder in which editions are kept.
 *
 * <pre>
 * OUT/editions/2026-11-21/      an edition: its files and manifest.json
 * OUT/editions/2026-11-21.2/    a revision: the same date, other results
 * OUT/index.html                all editions, newest first
 * OUT/latest                    the name of the newest, as text: a link would not survive every file system
 * OUT/latest-gallium            the newest on a material, where editions stand on several
 * OUT/.lock                     keeps runs apart; stays, empty
 * </pre>
 *
 * <p>An edition is written aside, forced to the disk and renamed into place. Whoever is killed, and when, the editions stand; what a
 * killed run left aside is removed by the next one. Instances are immutable; any number of threads and processes may publish into one
 * folder, one after the other.
 */
public final class EditionStore {

    private static final String LOCK = ".lock";
    private static final String INDEX = "index.html";
    private static final String LATEST = "latest";
    private static final String STAGING = ".staging-";
    private static final Pattern SAFE_NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");
    private static final Pattern MATERIAL = Pattern.compile("[A-Za-z0-9_-]+");
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path out;
    private final Path editions;
    private final EditionIndex index;
    private final Duration patience;

    /**
     * A store in a folder that need not exist yet.
     *
     * @param out the folder
     * @param index makes its front page
     */
    public EditionStore(Path out, EditionIndex index) {
        this(out, index, PATIENCE);
    }

    EditionStore(Path out, EditionIndex index, Duration patience) {
        this.out = out.toAbsolutePath().normalize();
        this.editions = this.out.resolve("editions");
        this.index = index;
        this.patience = patience;
    }

    /**
     * Publishes an edition, unless the newest of its date on the same question holds the same bytes already.
     *
     * @param manifest what it was made from; its outputs are filled in here
     * @param files content by name, such as {@code data/indicators.csv}; without {@code manifest.json}
     * @return what was done
     * @throws EditionException if it could not be published; then nothing of it is left
     * @throws IllegalArgumentException if a file name is absolute, climbs out of the edition or is {@code manifest.json}
     */
    public Publication publish(Manifest manifest, SortedMap<String, byte[]> files) throws EditionException {
        SortedMap<String, byte[]> content = withManifest(manifest, files);
        boolean fresh = !Files.exists(out, LinkOption.NOFOLLOW_LINKS);
        try {
            Files.createDirectories(out);
            Files.createDirectories(editions);
            OutputLock lock = OutputLock.acquire(out.resolve(LOCK), patience);
            try {
                sweep();
                Publication publication = store(manifest, content);
                refresh(list());
                return publication;
            } finally {
                lock.close();
            }
        } catch (IOException e) {
            if (fresh) {
                withdraw(e);
            }
            throw new EditionException(out, e);
        }
    }

    /**
     * Removes all but the newest editions on a question; those on others are somebody else's. Each is renamed away first, so that none ever
     * stands in part, and the front page lets go of them before that, so that it never leads to one that is gone.
     *
     * @param count how many stay, at least one
     * @return how many were removed
     */
    public int keepNewest(int count, Question question) throws EditionException {
        if (count < 1) {
            throw new IllegalArgumentException("at least one edition is kept: " + count);
        }
        if (listOn(question).size() <= count) {
            return 0;
        }
        try {
            OutputLock lock = OutputLock.acquire(out.resolve(LOCK), patience);
            try {
                List<Edition> standing = listOn(question);
                List<Edition> old = standing.subList(Math.min(count, standing.size()), standing.size());
                refresh(list().stream().filter(e -> !old.contains(e)).toList());
                for (Edition edition : old) {
                    Files.move(edition.folder(), editions.resolve(STAGING + UUID.randomUUID()), StandardCopyOption.ATOMIC_MOVE);
                }
                sweep();
                return old.size();
            } finally {
                lock.close();
            }
        } catch (IOException e) {
            throw new EditionException(out, e);
        }
    }

    /**
     * Removes what killed runs left aside, and brings the front page and the pointer up to what stands: for a run that has nothing to
     * publish, after which none may publish for long.
     */
    public void tidy() throws EditionException {
        try {
            OutputLock lock = OutputLock.acquire(out.resolve(LOCK), patience);
            try {
                sweep();
                refresh(list());
            } finally {
                lock.close();
            }
        } catch (IOException e) {
            throw new EditionException(out, e);
        }
    }

    /** The editions that stand, newest first. */
    public List<Edition> list() throws EditionException {
        List<Edition> found = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(editions, Files::isDirectory)) {
            for (Path folder : folders) {
                EditionName.parse(folder.getFileName().toString()).ifPresent(name -> found.add(new Edition(name, folder)));
            }
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new EditionException(out, e);
        }
        found.sort((a, b) -> b.name().compareTo(a.name()));
        return Collections.unmodifiableList(found);
    }

    /** The newest edition: the latest date's last revision. */
    public Optional<Edition> findNewest() throws EditionException {
        return list().stream().findFirst();
    }

    /** The editions that stand on a question, newest first. */
    public List<Edition> listOn(Question question) throws EditionException {
        return list().stream().filter(e -> Question.in(e.folder()).filter(question::equals).isPresent()).toList();
    }

    /** The editions that stand on a material, newest first; also those that do not say what they are on. */
    public List<Edition> listAbout(String material) throws EditionException {
        return list().stream()
                .filter(e -> Question.in(e.folder()).map(Question::material).filter(m -> !m.isEmpty() && !m.equals(material)).isEmpty())
                .toList();
    }

    private static SortedMap<String, byte[]> withManifest(Manifest manifest, SortedMap<String, byte[]> files) {
        for (String name : files.keySet()) {
            if (!SAFE_NAME.matcher(name).matches() || name.equals(Manifest.FILE)) {
                throw new IllegalArgumentException("not a file name for an edition: '" + name + "'");
            }
        }
        SortedMap<String, byte[]> content = new TreeMap<>(files);
        content.put(Manifest.FILE, manifest.withOutputs(files).toJson());
        return content;
    }

    private Publication store(Manifest manifest, SortedMap<String, byte[]> content) throws IOException {
        List<Edition> ofTheDate = list().stream().filter(e -> e.name().asOf().equals(manifest.asOf())).toList();
        Question question = Question.of(manifest);
        Optional<Edition> standing = ofTheDate.stream().filter(e -> Question.in(e.folder()).filter(question::equals).isPresent()).findFirst();
        if (standing.isPresent() && holds(standing.get().folder(), content)) {
            return new Publication(Publication.Outcome.UNCHANGED, standing.get());
        }
        EditionName name = ofTheDate.stream().findFirst().map(e -> e.name().next()).orElseGet(() -> EditionName.first(manifest.asOf()));
        Path folder = editions.resolve(name.toString());
        Path staging = editions.resolve(STAGING + UUID.randomUUID());
        try {
            write(staging, content);
            Files.move(staging, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            removeQuietly(staging, e);
            throw e;
        }
        DurableFiles.syncFolder(editions);
        return new Publication(
                standing.isPresent() ? Publication.Outcome.REVISED : Publication.Outcome.PUBLISHED, new Edition(name, folder));
    }

    private static boolean holds(Path folder, SortedMap<String, byte[]> content) throws IOException {
        // The manifest first: it is small and differs whenever anything does.
        if (!DurableFiles.holds(folder.resolve(Manifest.FILE), content.get(Manifest.FILE))) {
            return false;
        }
        for (Map.Entry<String, byte[]> file : content.entrySet()) {
            if (!DurableFiles.holds(folder.resolve(file.getKey()), file.getValue())) {
                return false;
            }
        }
        return true;
    }

    private static void write(Path staging, SortedMap<String, byte[]> content) throws IOException {
        TreeSet<Path> folders = new TreeSet<>();
        for (Map.Entry<String, byte[]> file : content.entrySet()) {
            Path path = staging.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            DurableFiles.write(path, file.getValue());
            for (Path folder = path.getParent(); folder.startsWith(staging); folder = folder.getParent()) {
                folders.add(folder);
            }
        }
        for (Path folder : folders.descendingSet()) {
            DurableFiles.syncFolder(folder);
        }
    }

    /** Brings the front page and the pointer up to what stands, also when the last run was killed just before it could. */
    private void refresh(List<Edition> standing) throws IOException {
        Path aside = out.resolve(STAGING + UUID.randomUUID());
        try {
            DurableFiles.replace(out.resolve(INDEX), index.render(standing), aside);
            if (!standing.isEmpty()) {
                byte[] newest = (standing.getFirst().name() + "\n").getBytes(StandardCharsets.UTF_8);
                DurableFiles.replace(out.resolve(LATEST), newest, aside);
            }
            Map<String, Edition> newestOn = newestByMaterial(standing);
            for (Map.Entry<String, Edition> e : newestOn.entrySet()) {
                DurableFiles.replace(out.resolve(LATEST + "-" + e.getKey()), (e.getValue().name() + "\n").getBytes(StandardCharsets.UTF_8), aside);
            }
            try (DirectoryStream<Path> pointers = Files.newDirectoryStream(out, LATEST + "-*")) {
                for (Path pointer : pointers) {
                    if (!newestOn.containsKey(pointer.getFileName().toString().substring(LATEST.length() + 1))) {
                        Files.deleteIfExists(pointer);
                    }
                }
            }
        } catch (IOException e) {
            removeQuietly(aside, e);
            throw e;
        }
    }

    /** The newest edition on each material; none where all are on one. */
    private static Map<String, Edition> newestByMaterial(List<Edition> newestFirst) {
        Map<String, Edition> newest = new TreeMap<>();
        for (Edition edition : newestFirst) {
            Question.in(edition.folder()).map(Question::material).filter(m -> MATERIAL.matcher(m).matches()).ifPresent(m -> newest.putIfAbsent(m, edition));
        }
        return newest.size() > 1 ? newest : Map.of();
    }

    /** Removes what killed runs left aside; under the lock nobody else is writing. */
    private void sweep() throws IOException {
        for (Path folder : List.of(out, editions)) {
            try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(folder, STAGING + "*")) {
                for (Path leftover : leftovers) {
                    DurableFiles.remove(leftover);
                }
            }
        }
    }

    /** Takes back a folder that this run made and could not fill; one that holds anything stays. */
    private void withdraw(IOException cause) {
        try {
            OutputLock lock = OutputLock.acquire(out.resolve(LOCK), Duration.ZERO);
            try {
                if (list().isEmpty()) {
                    Files.deleteIfExists(out.resolve(INDEX));
                    Files.deleteIfExists(editions);
                    Files.deleteIfExists(out.resolve(LOCK));
                    Files.deleteIfExists(out);
                }
            } finally {
                lock.close();
            }
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    private static void removeQuietly(Path path, IOException cause) {
        try {
            DurableFiles.remove(path);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }
}
