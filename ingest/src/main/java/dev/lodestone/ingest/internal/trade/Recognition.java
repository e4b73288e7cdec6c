package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.IngestException;
import dev.lodestone.ingest.internal.layout.Layout;
import dev.lodestone.ingest.internal.layout.RequiredHeader;
import dev.lodestone.ingest.internal.table.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Tells by its first rows which layout a table has. */
final class Recognition {

    /**
     * A layout that fits.
     *
     * @param layout the layout
     * @param headerAt place of the header among the rows, from 0
     * @param header the header row
     */
    record Match(Layout layout, int headerAt, Row header) {}

    /**
     * A layout that nearly fits.
     *
     * @param layout the layout
     * @param line line of the row that comes nearest to its header
     * @param found required headers found
     * @param missing required headers missing
     * @param unknown headers that the layout does not know
     */
    private record Near(Layout layout, long line, int found, List<String> missing, List<String> unknown) {}

    private final String file;
    private final List<Match> matches = new ArrayList<>();
    private Optional<Near> nearest = Optional.empty();
    private Optional<String> refusal = Optional.empty();

    Recognition(String file) {
        this.file = file;
    }

    /** Looks for headers of the layouts among the first rows of a table. */
    void look(List<Layout> layouts, List<Row> rows, Predicate<Layout> admitted) {
        for (Layout layout : layouts) {
            if (admitted.test(layout)) {
                look(layout, rows);
            }
        }
    }

    /** Takes a layout as fitting, told by other signs than a header. */
    void accept(Layout layout, int headerAt, Row header) {
        matches.add(new Match(layout, headerAt, header));
    }

    /**
     * The layout that fits best: the one with the most required headers.
     *
     * @throws IngestException if two layouts fit equally
     */
    Optional<Match> best() {
        int most = matches.stream().mapToInt(match -> match.layout().headers().size()).max().orElse(0);
        List<Match> best = matches.stream().filter(match -> match.layout().headers().size() == most).toList();
        Set<String> ids = best.stream().map(match -> match.layout().id()).collect(Collectors.toCollection(TreeSet::new));
        if (ids.size() > 1) {
            throw new IngestException(file, "fits the layouts " + String.join(" and ", ids) + " equally; make their headers differ");
        }
        return best.stream().min(Comparator.comparingInt(Match::headerAt));
    }

    /** What was looked for and what was found, when nothing fits. */
    String whyNot() {
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (nearest.isEmpty() || nearest.get().found() == 0) {
            return "no header of a known layout";
        }
        Near near = nearest.get();
        return "nearest is layout " + near.layout().id() + ": line " + near.line() + " has " + near.found() + " of its "
                + (near.found() + near.missing().size()) + " required columns; missing: " + String.join(", ", near.missing())
                + (near.unknown().isEmpty() ? "" : "; unknown to it: " + listed(near.unknown()));
    }

    private void look(Layout layout, List<Row> rows) {
        int above = 0;
        for (int at = 0; at < rows.size() && above <= layout.titleRows(); at++) {
            Row row = rows.get(at);
            if (row.isBlank() || isSeparatorHint(row) || row.isTextBesideTables()) {
                continue;
            }
            above++;
            Set<String> present = Headers.compared(row.cells());
            List<String> missing = layout.headers().stream()
                    .filter(header -> header.texts().stream().noneMatch(text -> present.contains(Headers.compared(text))))
                    .map(RequiredHeader::label)
                    .toList();
            if (missing.isEmpty()) {
                Optional<String> twice = repeatedHeader(layout, row);
                if (twice.isPresent()) {
                    refusal = Optional.of("layout " + layout.id() + " fits, but its column '" + twice.get() + "' stands twice");
                } else {
                    accept(layout, at, row);
                }
                return;
            }
            int found = layout.headers().size() - missing.size();
            if (found > 0 && isNearer(layout, found)) {
                Set<String> known = Headers.compared(List.copyOf(layout.knownHeaders()));
                List<String> unknown = row.cells().stream()
                        .map(Headers::normal)
                        .filter(header -> !header.isEmpty() && !known.contains(Headers.compared(header)))
                        .toList();
                nearest = Optional.of(new Near(layout, row.line(), found, missing, unknown));
            }
        }
    }

    /** The line {@code sep=;} that spreadsheets write and understand. */
    private static boolean isSeparatorHint(Row row) {
        return row.cell(0).startsWith("sep=");
    }

    private static Optional<String> repeatedHeader(Layout layout, Row row) {
        Set<String> known = Headers.compared(List.copyOf(layout.knownHeaders()));
        return Headers.repeated(row.cells()).stream().filter(known::contains).findFirst();
    }

    private boolean isNearer(Layout layout, int found) {
        return nearest.isEmpty() || share(found, layout) > share(nearest.get().found(), nearest.get().layout());
    }

    private static double share(int found, Layout layout) {
        return (double) found / layout.headers().size();
    }

    private static String listed(List<String> texts) {
        String first = texts.stream().limit(12).map(IssueLog::shown).collect(Collectors.joining(", "));
        return texts.size() <= 12 ? first : first + " and " + (texts.size() - 12) + " more";
    }
}
