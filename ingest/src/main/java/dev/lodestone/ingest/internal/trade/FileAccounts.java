package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.IngestException;
import dev.lodestone.ingest.InputSource;
import dev.lodestone.model.quality.Completeness;
import dev.lodestone.model.quality.FileReport;
import dev.lodestone.model.quality.Issue;
import dev.lodestone.model.quality.Loaded;
import dev.lodestone.model.trade.TradeObservation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The accounts of many files. The rows of a few files are there at a time: they are summed up by series and year and forgotten. A file in
 * which a year lacks a supplier is read once more, to judge its series anew.
 */
public final class FileAccounts {

    /** Rows that are not forgotten, the first of them, so that of few files none is read once more. */
    private static final int KEPT = 1 << 18;

    private final List<InputSource> sources;
    private final Predicate<InputSource> isSmall;
    private final VanishedSuppliers suppliers = new VanishedSuppliers();
    private final Set<Integer> years = new HashSet<>();
    private final List<Issue> issues = new ArrayList<>();
    private final List<FileReport> reports = new ArrayList<>();
    private final List<ApartTables.Apart> apart = new ArrayList<>();

    /** Rows that wait for all files to be read, since tables among them may have to be joined with others; by the file's place. */
    private final Map<Integer, ReadObservations> waiting = new LinkedHashMap<>();

    /** Rows that were summed up and not forgotten, by the file's place. */
    private final Map<Integer, ReadObservations> there = new HashMap<>();

    /** Places of the files' first rows among all. */
    private final int[] before;

    private int rows;
    private long notKept;
    private boolean lacksRows;

    /**
     * @param isSmall whether a file is read beside others; a large one is scanned by all cores itself
     */
    public FileAccounts(List<InputSource> sources, Predicate<InputSource> isSmall) {
        this.sources = sources;
        this.isSmall = isSmall;
        this.before = new int[sources.size() + 1];
    }

    /** Reads all files in their order. */
    public void read(Function<InputSource, TradeFileReader.Result> reader) {
        int together = Runtime.getRuntime().availableProcessors(); // no more: what waits for others outlives a small young generation
        for (int first = 0; first < sources.size(); first += together) {
            List<InputSource> some = sources.subList(first, Math.min(first + together, sources.size()));
            int place = first;
            if (some.stream().allMatch(isSmall)) {
                for (TradeFileReader.Result result : some.parallelStream().map(reader).toList()) {
                    take(place++, result);
                }
            } else {
                for (InputSource source : some) {
                    take(place++, reader.apply(source));
                }
            }
        }
    }

    private void take(int file, TradeFileReader.Result result) {
        issues.addAll(result.issues());
        reports.addAll(result.reports());
        apart.addAll(result.apart());
        for (TableSurvey survey : result.notKept()) {
            notKept += survey.figures();
            years.addAll(survey.importYears());
            lacksRows = true;
        }
        if (apart.isEmpty()) {
            sumUp(file, result.observations());
        } else {
            waiting.put(file, result.observations());
        }
    }

    private void sumUp(int file, ReadObservations observations) {
        suppliers.add(observations);
        rows += observations.size();
        before[file + 1] = rows;
        if (rows <= KEPT || sources.size() == 1) {
            there.put(file, observations);
        }
    }

    /** Whether there are rows of several years and not all were kept, so that nobody can tell which suppliers of one are missing in another. */
    public boolean lackRowsOfYears() {
        if (!lacksRows) {
            return false;
        }
        waiting.values().forEach(each -> each.forEachYearlyImport((head, commodity, partner, value, index) -> years.add(head.year())));
        years.addAll(suppliers.years());
        return years.size() > 1;
    }

    /**
     * The accounts, after what the files say of each other was looked at.
     *
     * @param reader reads a file once more and keeps its rows
     */
    public Loaded<Integer> finish(Function<InputSource, TradeFileReader.Result> reader) {
        ApartTables.joinTables(apart, issues, reports);
        waiting.forEach(this::sumUp);
        List<VanishedSuppliers.Finding> findings = suppliers.find(issues);
        List<VanishedSuppliers.Finding> gaps = findings.stream().filter(VanishedSuppliers.Finding::isGap).toList();
        Map<FileReport, Completeness> judged = judged(gaps, reader);
        VanishedSuppliers.tell(findings, reports, judged::get);
        return new Loaded<>(Math.toIntExact(rows + notKept + gaps.size()), issues, reports);
    }

    /** The verdicts over tables that lack flows, by the reports that they have so far. */
    private Map<FileReport, Completeness> judged(List<VanishedSuppliers.Finding> gaps, Function<InputSource, TradeFileReader.Result> reader) {
        Set<VanishedSuppliers.TableKey> tables =
                gaps.stream().map(gap -> VanishedSuppliers.TableKey.of(gap.table())).collect(Collectors.toSet());
        Map<String, List<FileReport>> byFile = reports.stream()
                .filter(report -> tables.contains(VanishedSuppliers.TableKey.of(report.source())))
                .collect(Collectors.groupingBy(report -> report.source().file()));
        Map<String, List<Integer>> places =
                IntStream.range(0, sources.size()).boxed().collect(Collectors.groupingBy(file -> sources.get(file).name()));
        Map<String, List<VanishedSuppliers.Finding>> gapsOf = gaps.stream().collect(Collectors.groupingBy(gap -> gap.table().file()));
        Map<FileReport, Completeness> judged = Collections.synchronizedMap(new IdentityHashMap<>());
        Stream<String> files = sources.stream().allMatch(isSmall) ? byFile.keySet().parallelStream() : byFile.keySet().stream();
        files.forEach(file -> {
            ReadObservations all = new ReadObservations();
            List<TradeObservation> missing = new ArrayList<>();
            for (int place : places.get(file)) {
                ReadObservations again = rowsOf(place, reader);
                gapsOf.get(file).stream()
                        .filter(gap -> gap.place() >= before[place] && gap.place() < before[place + 1])
                        .forEach(gap -> missing.add(gap.gap(again.get(gap.place() - before[place]))));
                all.addAll(again);
            }
            missing.forEach(all::add);
            byFile.get(file).forEach(report -> judged.put(report, SeriesCompleteness.anew(report, all.ofTables(VanishedSuppliers.tableOf(report)))));
        });
        return judged;
    }

    private ReadObservations rowsOf(int file, Function<InputSource, TradeFileReader.Result> reader) {
        return waiting.containsKey(file) ? waiting.get(file) : there.containsKey(file) ? there.get(file) : again(file, reader);
    }

    private ReadObservations again(int place, Function<InputSource, TradeFileReader.Result> reader) {
        ReadObservations again = reader.apply(sources.get(place)).observations();
        if (again.size() != before[place + 1] - before[place]) {
            throw new IngestException(sources.get(place).name(), "it changed while it was read: read it again once it is whole");
        }
        return again;
    }
}
