package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.IngestException;
import dev.lodestone.ingest.IssueCode;
import dev.lodestone.ingest.internal.layout.Layout;
import dev.lodestone.ingest.internal.layout.Position;
import dev.lodestone.ingest.internal.layout.RequiredHeader;
import dev.lodestone.ingest.internal.table.HeaderRows;
import dev.lodestone.ingest.internal.table.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells by its first rows which layout a table has. */
final class Recognition {

    /**
     * A layout that fits.
     *
     * @param layout the layout
     * @param headerAt place of the header among the rows, from 0
     * @param header the header row
     * @param above what labelled rows above the header say, by their labels as headers are compared; empty where the layout asks for none
     */
    record Match(Layout layout, int headerAt, Row header, Map<String, String> above) {

        /** The same header of a layout that was settled further. */
        Match with(Layout settled) {
            return new Match(settled, headerAt, header, above);
        }
    }

    /**
     * A layout that nearly fits. What it lacks is told when it is asked for: most files fit another.
     *
     * @param layout the layout
     * @param row the row that comes nearest to its header
     * @param present its headers
     * @param found required headers found
     */
    private record Near(Layout layout, Row row, Set<String> present, int found) {

        List<String> missing() {
            List<String> missing = layout.headers().stream()
                    .filter(header -> !header.isAmong(present))
                    .map(RequiredHeader::label)
                    .collect(Collectors.toCollection(ArrayList::new));
            missingFigures(layout, row).ifPresent(missing::add);
            return missing;
        }

        List<String> unknown() {
            Set<String> known = Headers.compared(List.copyOf(layout.knownHeaders()));
            return row.cells().stream()
                    .map(Headers::normal)
                    .filter(header -> !header.isEmpty() && !known.contains(Headers.compared(header)))
                    .toList();
        }

        /** What the layout says of required columns that are missing. */
        String hints() {
            return layout.headers().stream()
                    .filter(header -> !header.isAmong(present))
                    .flatMap(header -> header.texts().stream())
                    .flatMap(text -> Optional.ofNullable(layout.hints().get(text)).stream())
                    .distinct()
                    .map(hint -> "; " + hint)
                    .collect(Collectors.joining());
        }

        double share() {
            return (double) found / (found + missing().size());
        }
    }

    private static final int MOST_NOTES = 10;

    private static final Pattern FIGURE = Pattern.compile("[-+]?\\d[\\d.,' ]*");
    /** A year or a month, and the small numbers that stand above columns which are only counted. */
    private static final Pattern PERIOD = Pattern.compile("(19|20)\\d{2}([-./]?\\d{2})?|\\d{1,2}");

    /** The place of the header in a table that has none. */
    private static final int NO_HEADER = -1;

    private static final String BLANKS = "; where blanks stand between its cells, save it with commas, semicolons or tabs between them";

    private static final String QUOTED = "; each line stands between quotes as a whole: save it without them";

    /** Of which no layout can be proposed either. */
    private static final String NO_ROW = "it has no row of several cells";

    private static final String NEXT = "; 'inspect --draft' proposes a layout for it";

    private final String file;
    private final List<Match> matches = new ArrayList<>();
    private final Map<String, Near> nearest = new LinkedHashMap<>();
    private final List<List<Row>> looked = new ArrayList<>();
    private Optional<String> refusal = Optional.empty();

    /** Headers of rows looked at, which every layout asks for again. */
    private final Map<Row, Set<String>> presentIn = new IdentityHashMap<>();

    Recognition(String file) {
        this.file = file;
    }

    /**
     * Looks for headers of the layouts among the first rows of a table: where the layouts have them, and if none fits, below a title or
     * note that somebody wrote above.
     */
    void look(List<Layout> layouts, List<Row> rows, Predicate<Layout> admitted) {
        looked.add(rows);
        List<Layout> possible = layouts.stream().filter(admitted).toList();
        possible.forEach(layout -> look(layout, rows, layout.titleRows()));
        if (matches.isEmpty() && refusal.isEmpty()) {
            possible.forEach(layout -> look(layout, rows, Math.max(MOST_NOTES, layout.titleRows())));
        }
    }

    /**
     * Looks for layouts of files without header: every row has as many cells as the layout, each of the shape of its column, but rows that the
     * layout knows as footers.
     *
     * @param whole whether the rows are the whole table; else the last of them may be cut
     */
    void lookByPosition(List<Layout> layouts, List<Row> rows, boolean whole) {
        List<Row> seen = whole || rows.size() < 2 ? rows : rows.subList(0, rows.size() - 1);
        for (Layout layout : layouts) {
            List<Row> data = seen.stream().filter(row -> !row.isBlank() && !TableReading.isFooter(layout, row)).toList();
            if (!data.isEmpty() && data.stream().allMatch(row -> otherShape(layout, row).isEmpty())) {
                accept(layout, NO_HEADER, Row.of(data.get(0).line(), layout.positions().stream().map(Position::name).toList()));
            }
        }
    }

    /** What of a row is not of the shape that its layout gives the columns; empty if nothing. */
    static Optional<String> otherShape(Layout layout, Row row) {
        List<Position> positions = layout.positions();
        if (row.defect().isPresent()) {
            return Optional.of("is no row of cells");
        }
        if (row.size() < positions.size() || row.cells().subList(positions.size(), row.size()).stream().anyMatch(cell -> !cell.isBlank())) {
            return Optional.of("has " + row.size() + (row.size() == 1 ? " cell" : " cells") + " and not " + positions.size());
        }
        for (int i = 0; i < positions.size(); i++) {
            if (!positions.get(i).shape().matcher(row.cell(i).strip()).matches()) {
                return Optional.of("has '" + IssueLog.shown(row.cell(i).strip()) + "' where " + positions.get(i).name() + " stands");
            }
        }
        return Optional.empty();
    }

    /** Texts of all cells of some rows, as they are compared: a layout whose headers are not among them fits none of the rows. */
    Set<String> present(List<Row> rows) {
        Set<String> present = new HashSet<>();
        for (Row row : rows) {
            present.addAll(presentIn.computeIfAbsent(row, each -> Headers.compared(each.cells())));
        }
        return present;
    }

    /** Takes a layout as fitting, told by other signs than a header. */
    void accept(Layout layout, int headerAt, Row header) {
        accept(layout, headerAt, header, Map.of());
    }

    private void accept(Layout layout, int headerAt, Row header, Map<String, String> above) {
        matches.add(new Match(layout, headerAt, header, above));
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

    /**
     * What was looked for and what was found, when nothing fits, and what to do about it.
     *
     * @param where what else there is to say of the place; empty if nothing
     */
    String whyNot(String where) {
        return refusal.orElseGet(() -> {
            String why = nearest();
            return why + (where.isEmpty() ? "" : "; " + where) + (why.contains(NO_ROW) || isBlank() ? "" : NEXT);
        });
    }

    /** Whether no layout has any of the headers. */
    boolean isNearNone() {
        return nearest.isEmpty() && refusal.isEmpty();
    }

    /** What was looked for and what was found, when nothing fits. */
    String nearest() {
        if (refusal.isPresent()) {
            return refusal.get();
        }
        List<Near> near = nearest.values().stream()
                .sorted(Comparator.comparingDouble((Near each) -> -each.share()).thenComparing(each -> -each.found()))
                .toList();
        Optional<Row> headless = near.isEmpty() || near.get(0).share() < 0.5 ? dataWithoutHeader() : Optional.empty();
        if (headless.isPresent()) {
            return "line " + headless.get().line() + " has " + cells(headless.get()) + ": figures and no names of columns; if it was cut from a file"
                    + " with a header, put that above it";
        }
        if (near.isEmpty()) {
            return likeliestHeader()
                    .map(row -> "no column of any known layout was found; line " + row.line() + " has " + cells(row))
                    .or(this::tooLong)
                    .orElseGet(() -> isBlank() ? "it holds nothing but blanks" : NO_ROW + beginning());
        }
        Near first = near.get(0);
        StringBuilder why = new StringBuilder("nearest is " + told(first) + (first.unknown().isEmpty() ? "" : "; unknown to it: " + listed(first.unknown())) + first.hints());
        near.stream()
                .skip(1)
                .limit(1)
                .filter(each -> each.share() >= first.share() - 0.1)
                .forEach(each -> why.append("; next is ").append(told(each)));
        return why.toString();
    }

    private static String told(Near near) {
        List<String> missing = near.missing();
        List<String> unknown = near.unknown();
        return "layout " + near.layout().id() + ": line " + near.row().line() + " has " + near.found() + " of its "
                + (near.found() + missing.size()) + " required columns; missing: "
                + missing.stream().map(header -> header + likeness(header, unknown)).collect(Collectors.joining(", "));
    }

    /** A column that may be meant: written with a slip, or with something beside it. */
    private static String likeness(String missing, List<String> unknown) {
        List<String> wanted = List.of(missing.split(" or "));
        return unknown.stream()
                .filter(header -> wanted.stream().anyMatch(each -> Likeness.isLike(each, header)))
                .findFirst()
                .map(header -> " (perhaps '" + IssueLog.shown(header) + "')")
                .orElse("");
    }

    private static String cells(Row row) {
        return row.size() + " cells: " + listed(row.cells().stream().map(Headers::normal).filter(text -> !text.isEmpty()).toList());
    }

    /** The first row of several cells, where it holds figures of several lengths as rows of data do: a header has names, years or months, or codes. */
    private Optional<Row> dataWithoutHeader() {
        return looked.stream()
                .flatMap(List::stream)
                .filter(row -> row.defect().isEmpty() && !row.isTextBesideTables() && !isSeparatorHint(row) && filled(row).size() > 2)
                .findFirst()
                .filter(row -> filled(row).stream()
                                .filter(cell -> FIGURE.matcher(cell).matches() && !PERIOD.matcher(cell).matches())
                                .map(String::length)
                                .distinct()
                                .count()
                        > 1);
    }

    private static List<String> filled(Row row) {
        return row.cells().stream().limit(1_000).map(String::strip).filter(cell -> !cell.isEmpty()).toList();
    }

    /** The row of the most texts that are no numbers, of those looked at. */
    private Optional<Row> likeliestHeader() {
        Optional<Row> likeliest = Optional.empty();
        long most = 1;
        for (List<Row> rows : looked) {
            for (Row row : rows) {
                long words = words(row);
                if (words > most) {
                    most = words;
                    likeliest = Optional.of(row);
                }
            }
        }
        return likeliest;
    }

    /** The first text, so that an error's page, a pointer to a file kept elsewhere or a table between blanks is known for what it is. */
    private String beginning() {
        return looked.stream()
                .flatMap(List::stream)
                .filter(row -> row.defect().isEmpty())
                .flatMap(row -> row.cells().stream())
                .filter(cell -> !cell.isBlank())
                .findFirst()
                .map(cell -> "; it begins with '" + IssueLog.shown(cell.strip()) + "'" + (isApartByBlanks() ? BLANKS : isQuotedWhole() ? QUOTED : ""))
                .orElse("");
    }

    /** Whether the first rows, of one cell each, hold the marks that stand between cells, as often in one as in the next. */
    private boolean isQuotedWhole() {
        List<Long> marks = looked.get(0).stream()
                .filter(row -> row.defect().isEmpty() && !row.isBlank())
                .limit(2)
                .map(row -> row.cell(0).chars().filter(each -> each == ',').count())
                .toList();
        return marks.size() == 2 && marks.get(0) > 1 && marks.get(0).equals(marks.get(1));
    }

    /** Whether the first rows, of one cell each, have as many words, three or more. */
    private boolean isApartByBlanks() {
        List<Integer> words = looked.get(0).stream()
                .filter(row -> row.defect().isEmpty() && !row.isBlank())
                .limit(2)
                .map(row -> row.cell(0).strip().split("\\s+").length)
                .toList();
        return words.size() == 2 && words.get(0) > 2 && words.get(0).equals(words.get(1));
    }

    /** The first line that is too long to be a header. */
    private Optional<String> tooLong() {
        return looked.stream()
                .flatMap(List::stream)
                .flatMap(row -> row.defect().stream()
                        .filter(defect -> defect.code() == IssueCode.ROW_TOO_LONG)
                        .map(defect -> "line " + row.line() + " has more than " + defect.expected().replaceFirst("^at most ", "")))
                .findFirst();
    }

    /** Whether no row holds anything. */
    private boolean isBlank() {
        return looked.stream().flatMap(List::stream).allMatch(Row::isBlank);
    }

    private static long words(Row row) {
        return row.defect().isPresent() || row.isTextBesideTables()
                ? 0
                : row.cells().stream().limit(1_000).filter(cell -> !cell.isBlank() && !cell.strip().matches("[-+\\d.,' ]+")).count();
    }

    private void look(Layout layout, List<Row> rows, int most) {
        int above = 0;
        for (int from = 0; from + layout.headerRows() <= rows.size() && above <= most; from++) {
            int at = from + layout.headerRows() - 1;
            List<Row> parts = rows.subList(from, at + 1);
            if (parts.stream().anyMatch(each -> each.isBlank() || isSeparatorHint(each) || each.isTextBesideTables())) {
                continue;
            }
            Row row = parts.size() == 1 ? parts.get(0) : HeaderRows.joined(parts);
            above++;
            Set<String> present = parts.size() > 1 ? Headers.compared(row.cells()) : presentIn.computeIfAbsent(row, each -> Headers.compared(each.cells()));
            Map<String, String> labelled = layout.labelledRows() ? Headers.labelled(rows.subList(0, from)) : Map.of();
            if (!labelled.isEmpty()) {
                present = new HashSet<>(present);
                present.addAll(labelled.keySet());
            }
            int found = 0;
            for (RequiredHeader header : layout.headers()) {
                found += header.isAmong(present) ? 1 : 0;
            }
            if (found == layout.headers().size() && missingFigures(layout, row).isEmpty()) {
                Optional<String> twice = repeatedHeader(layout, row);
                if (twice.isPresent()) {
                    refusal = Optional.of("layout " + layout.id() + " fits, but its column '" + twice.get() + "' stands twice");
                } else {
                    accept(layout, at, row, labelled);
                }
                return;
            }
            if (found > 0 && layout.notTrade().isEmpty() && found > Optional.ofNullable(nearest.get(layout.id())).map(Near::found).orElse(0)) {
                nearest.put(layout.id(), new Near(layout, row, present, found));
            }
        }
    }

    private static Optional<String> missingFigures(Layout layout, Row row) {
        return layout.wide().flatMap(wide -> wide.missingFigures(row.cells().stream().map(Headers::normal).toList()));
    }

    /** The line {@code sep=;} that spreadsheets write and understand. */
    private static boolean isSeparatorHint(Row row) {
        return row.cell(0).startsWith("sep=");
    }

    /** A column that the layout reads and that stands twice, unless the publisher writes labels beside codes and one of the two is written as the layout has it. */
    private static Optional<String> repeatedHeader(Layout layout, Row row) {
        Set<String> known = Headers.compared(List.copyOf(layout.knownHeaders()));
        List<String> headers = row.cells().stream().map(Headers::normal).toList();
        return Headers.repeated(headers).stream()
                .filter(known::contains)
                .filter(header -> !layout.labelsBeside() || layout.knownHeaders().stream()
                        .filter(each -> Headers.compared(each).equals(header))
                        .noneMatch(each -> Collections.frequency(headers, Headers.normal(each)) == 1))
                .findFirst();
    }

    private static String listed(List<String> texts) {
        String first = texts.stream().limit(12).map(IssueLog::shown).collect(Collectors.joining(", "));
        return texts.size() <= 12 ? first : first + " and " + (texts.size() - 12) + " more";
    }
}
