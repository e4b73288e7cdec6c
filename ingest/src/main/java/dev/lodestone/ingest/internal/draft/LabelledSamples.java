package dev.lodestone.ingest.internal.draft;

import dev.lodestone.ingest.internal.table.LabelledRows;
import dev.lodestone.ingest.internal.table.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Samples above whose tables rows of a label and a text say of which reporter, flow, product or measure they are: the labels become columns, and the
 * sheets of a workbook that differ in the texts alone become one sample, with every label in which they differ. A draft that saw one of them would
 * propose its answer for all.
 */
final class LabelledSamples {

    private static final List<String> ROLES = List.of(
            "reporter", "partner", "importer", "exporter", "flow", "commodity", "period", "year", "month", "measure", "unit", "currency");

    /** Sheets of one workbook under one header, with the same labels above. */
    private record Alike(String file, List<String> header, List<String> labels) {}

    private LabelledSamples() {}

    /**
     * A sample with its labels.
     *
     * @param sample the sample
     * @param shape what of it is header and data
     * @param labels what stands above, by label
     */
    private record Labelled(Sample sample, TableShape shape, Map<String, String> labels) {}

    static List<Sample> of(List<Sample> samples, Words words) {
        Map<Object, List<Labelled>> groups = new LinkedHashMap<>();
        for (Sample sample : samples) {
            TableShape shape = TableShape.of(sample, words);
            Map<String, String> labels = shape.columns().isEmpty() || shape.data().isEmpty() ? Map.of() : labels(shape, sample);
            Alike alike = new Alike(sample.label().replaceFirst(" \\[[^\\]]*]$", ""), shape.header().cells(), List.copyOf(labels.keySet()));
            boolean isSheet = sample.label().endsWith("]") && !labels.isEmpty();
            groups.computeIfAbsent(isSheet ? alike : new Object(), key -> new ArrayList<>()).add(new Labelled(sample, shape, labels));
        }
        return groups.values().stream().flatMap(group -> joined(group, words).stream()).toList();
    }

    private static List<Sample> joined(List<Labelled> group, Words words) {
        List<String> kept = group.get(0).labels().keySet().stream()
                .filter(label -> ROLES.stream().anyMatch(role -> words.match("role." + role, label) >= Words.CONTAINS)
                        || group.stream().map(each -> each.labels().get(label)).distinct().count() > 1)
                .toList();
        if (kept.isEmpty()) {
            return group.stream().map(Labelled::sample).toList();
        }
        Sample first = widened(group.get(0), kept, true);
        List<Row> rows = new ArrayList<>(first.rows());
        for (Labelled other : group.subList(1, group.size())) {
            rows.addAll(behindLast(rows), widened(other, kept, false).rows());
        }
        boolean isWhole = group.stream().allMatch(each -> each.sample().isWhole());
        return List.of(new Sample(first.label(), first.form(), first.delimiter(), first.jsonArray(), rows, isWhole, kept));
    }

    /** The place behind the last row that has the labels' texts: notes may stand below. */
    private static int behindLast(List<Row> rows) {
        int width = rows.stream().mapToInt(Row::size).max().orElse(0);
        int at = rows.size();
        while (at > 0 && rows.get(at - 1).size() < width) {
            at--;
        }
        return at;
    }

    /** What stands above the table, but what its own columns say. */
    private static Map<String, String> labels(TableShape shape, Sample sample) {
        Map<String, String> labels = new LinkedHashMap<>(LabelledRows.of(shape.above(sample)));
        labels.keySet().removeIf(label -> shape.columns().stream().anyMatch(column -> column.header().equalsIgnoreCase(label)));
        return labels;
    }

    /** The sample with the labels behind its header and their texts behind the rows with figures; of a sheet that is joined to another, these rows alone. */
    private static Sample widened(Labelled labelled, List<String> kept, boolean isFirst) {
        Sample sample = labelled.sample();
        int width = sample.rows().stream().mapToInt(Row::size).max().orElse(0);
        Row header = labelled.shape().headerBegins(sample);
        Set<Row> data = Collections.newSetFromMap(new IdentityHashMap<>());
        data.addAll(labelled.shape().data());
        List<String> texts = kept.stream().map(labelled.labels()::get).toList();
        List<Row> rows = new ArrayList<>();
        for (Row row : sample.rows()) {
            if (data.contains(row) && hasFigure(row)) {
                rows.add(behind(row, width, texts));
            } else if (isFirst) {
                rows.add(row == header ? behind(row, width, kept) : row);
            }
        }
        return new Sample(sample.label(), sample.form(), sample.delimiter(), sample.jsonArray(), rows, sample.isWhole(), kept);
    }

    private static boolean hasFigure(Row row) {
        for (int column = 1; column < row.size(); column++) {
            if (row.isNumeric(column) || row.cell(column).strip().matches("[-+]?\\d[\\d.,' ]*")) {
                return true;
            }
        }
        return false;
    }

    private static Row behind(Row row, int width, List<String> texts) {
        List<String> cells = new ArrayList<>(row.cells());
        while (cells.size() < width) {
            cells.add("");
        }
        cells.addAll(texts);
        return row.with(cells);
    }
}
