package dev.lodestone.report.edition;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A process that publishes edition after edition until it is killed or has made as many as it was told to; forked by tests. */
final class Publishing {

    static final int FILES = 12;

    private Publishing() {}

    /** Arguments: the folder, the first seed, how many editions. */
    public static void main(String[] args) throws EditionException {
        EditionStore store = new EditionStore(Path.of(args[0]), new PlainEditionIndex("Test"));
        int first = Integer.parseInt(args[1]);
        int count = Integer.parseInt(args[2]);
        for (int seed = first; seed < first + count; seed++) {
            // Five dates in turn, so that both new dates and revisions are being made when the blow falls.
            store.publish(manifest(LocalDate.of(2026, 1, 1 + seed % 5)), files("seed " + seed, FILES));
            System.out.println(seed);
        }
    }

    static Manifest manifest(LocalDate asOf) {
        return Manifest.of("1.0", asOf, Map.of("watch", "CHN"), List.of());
    }

    static SortedMap<String, byte[]> files(String text, int count) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            String name = (i % 2 == 0 ? "" : "data/") + "file-" + i + ".html";
            files.put(name, (text + " in file " + i + "\n").repeat(200).getBytes(StandardCharsets.UTF_8));
        }
        files.put("index.html", text.getBytes(StandardCharsets.UTF_8));
        return files;
    }
}
