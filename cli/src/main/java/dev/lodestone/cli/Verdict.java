package dev.lodestone.cli;

import dev.lodestone.ingest.IssueCode;
import dev.lodestone.model.assess.Assessment;
import dev.lodestone.model.assess.SeriesDifference;
import dev.lodestone.model.quality.FileReport;
import dev.lodestone.model.quality.Issue;
import dev.lodestone.model.quality.Loaded;
import dev.lodestone.model.register.Registers;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.ReferencePeriod;
import dev.lodestone.model.trade.TradeDataset;
import dev.lodestone.model.trade.TradeFlow;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says on stderr what is wrong with what was read, and which exit code that is. */
public final class Verdict {

    /** What is wrong with registers, or has no layout, is named, as far as this. */
    private static final int LISTED = 5;

    private static final Set<String> DOUBTS = Stream.of(
                    IssueCode.COLUMN_PERHAPS_RENAMED, IssueCode.ROW_LIMIT_REACHED, IssueCode.THOUSANDS_OR_DECIMALS, IssueCode.DIGITS_CUT, IssueCode.ONLY_PARTS)
            .map(IssueCode::code)
            .collect(Collectors.toUnmodifiableSet());

    private final PrintWriter err;

    public Verdict(PrintWriter err) {
        this.err = err;
    }

    /**
     * The exit code of a reading: refused files count more than broken thresholds.
     *
     * @param reading what was read
     * @param rules thresholds that the user set
     */
    public int on(Workbench.Reading reading, List<FailOnRule> rules) {
        if (!reading.refused().isEmpty()) {
            reading.refused().forEach(line -> err.println("lodestone: " + OneLine.of(line)));
            return ExitCode.INPUT_REFUSED;
        }
        return onThresholds(reading.loaded(), rules);
    }

    /**
     * Says what of the statistics is not in the results, if anything.
     *
     * @param detail where each row set aside is named
     */
    public void remarkOn(Loaded<?> statistics, String detail) {
        long setAside = statistics.files().stream().mapToLong(FileReport::rowsSetAside).sum();
        List<String> damaged = labels(statistics, f -> !f.isRecognised() && f.issueCounts().containsKey("file-not-readable"));
        List<String> unknown = labels(statistics, f -> !f.isRecognised() && !f.issueCounts().containsKey("file-not-readable"));
        if (setAside > 0) {
            err.println(String.format(Locale.ROOT, "lodestone: %,d %s set aside; %s names each", setAside, setAside == 1 ? "row was" : "rows were", detail));
        }
        if (!damaged.isEmpty()) {
            err.println("lodestone: " + OneLine.of(String.format(
                    Locale.ROOT, "%,d %s be read, and nothing of %s is in the results: %s; 'lodestone inspect FILE' says why", damaged.size(),
                    damaged.size() == 1 ? "file cannot" : "files cannot", damaged.size() == 1 ? "it" : "them", listed(damaged))));
        }
        if (!unknown.isEmpty()) {
            err.println("lodestone: " + OneLine.of(String.format(
                    Locale.ROOT, "%,d %s no known layout and %s not read: %s; 'lodestone inspect FILE' says why, and drafts one where it can", unknown.size(),
                    unknown.size() == 1 ? "table has" : "tables have", unknown.size() == 1 ? "was" : "were", listed(unknown))));
        }
        remarkOnDoubts(statistics);
        List<String> idle = idle(statistics.files());
        if (!idle.isEmpty()) {
            err.println("lodestone: " + OneLine.of(String.format(
                    Locale.ROOT, "%,d %s no row of the material's codes, and nothing of %s is in the results: %s; 'lodestone inspect' tells what %s", idle.size(),
                    idle.size() == 1 ? "file has" : "files have", idle.size() == 1 ? "it" : "them", listed(idle), idle.size() == 1 ? "it holds" : "they hold")));
        }
    }

    /** What of whole files only the user can know: a figure that is missing for it must not be taken for one that nobody publishes. */
    private void remarkOnDoubts(Loaded<?> statistics) {
        List<Issue> doubts = statistics.issues().stream().filter(issue -> DOUBTS.contains(issue.code())).toList();
        doubts.stream().limit(LISTED).forEach(issue -> err.println("lodestone: " + OneLine.of(issue.message())));
        if (doubts.size() > LISTED) {
            err.println(String.format(Locale.ROOT, "lodestone: and %,d more such columns or tables; 'lodestone inspect' names each", doubts.size() - LISTED));
        }
    }

    /** Files that were read, and of which every row is sound and of something else, beside others that say something. */
    private static List<String> idle(List<FileReport> reports) {
        Map<String, List<FileReport>> byFile = new LinkedHashMap<>();
        reports.forEach(report -> byFile.computeIfAbsent(report.source().file(), file -> new ArrayList<>()).add(report));
        boolean anyKept = reports.stream().anyMatch(report -> report.rowsKept() > 0);
        return byFile.entrySet().stream()
                .filter(file -> anyKept && file.getValue().stream().allMatch(report -> report.isRecognised() && report.rowsKept() + report.rowsSetAside() == 0))
                .filter(file -> file.getValue().stream().anyMatch(report -> report.rowsRead() > 0))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Says that none of the statistics read is of those who are assessed, and of whom they are. */
    public void remarkOnBuyers(Assessed assessed) {
        TradeDataset read = assessed.statistics().value();
        List<Economy> buyers = assessed.assessment().economies();
        if (assessed.assessment().profiles().keySet().stream().anyMatch(key -> buyers.contains(key.economy())) || read.observations().isEmpty()) {
            return;
        }
        Registers registers = assessed.assessment().registers();
        SortedSet<String> reporters = new TreeSet<>();
        read.observations().forEach(row -> reporters.add(registers.nameOf(row.reporter()) + (row.flow() == TradeFlow.IMPORT ? "" : " (not imports)")));
        boolean sold = assessed.assessment().indicators().stream()
                .anyMatch(i -> i.measure().startsWith("supplier-sales-") && i.outcome().low().isPresent());
        err.println("lodestone: " + OneLine.of("the rows of the material's codes are of " + listed(List.copyOf(reporters))
                + ", and none tells imports of an economy assessed: the results hold "
                + (sold ? "what the watched supplier says it sold, and no share" : "no figure of these statistics")));
    }

    /** Says which periods on record the results leave out because they were not over on their day: another day is meant, or a mistake in the statistics. */
    public void remarkOnPeriodsAhead(Assessed assessed) {
        Assessment assessment = assessed.assessment();
        SortedSet<ReferencePeriod> ahead = assessment.notOver();
        if (ahead.isEmpty()) {
            return;
        }
        String first = assessed.statistics().value().observations().stream()
                .filter(row -> row.period().equals(ahead.first()))
                .findFirst()
                .map(row -> ", first by " + row.origin().label())
                .orElse("");
        err.println("lodestone: " + OneLine.of("nothing is told of " + String.join(", ", ahead.stream().limit(LISTED).map(Object::toString).toList())
                + (ahead.size() > LISTED ? " and later" : "") + ", on record" + first + ": not over on " + assessment.options().asOf()
                + ", the day of the results"));
    }

    /** Says what a reader must know of sums: they are read beside other people's figures, without the page that would say it. */
    public void remarkOnSums(Assessment sums) {
        sums.profiles().values().stream()
                .filter(p -> p.flaw().isEmpty())
                .flatMap(p -> p.caveats().stream())
                .distinct()
                .forEach(caveat -> err.println("lodestone: " + OneLine.of(caveat)));
    }

    private static List<String> labels(Loaded<?> statistics, Predicate<FileReport> which) {
        return statistics.files().stream().filter(which).map(f -> f.source().label()).toList();
    }

    private static String listed(List<String> labels) {
        String more = labels.size() > LISTED ? String.format(Locale.ROOT, " and %,d more", labels.size() - LISTED) : "";
        return String.join(", ", labels.subList(0, Math.min(LISTED, labels.size()))) + more;
    }

    /**
     * Says where two sources contradict each other for the same partners, of which one was used by precedence: the largest with its figures.
     *
     * @param detail where each is named
     */
    public void remarkOnDifferences(List<SeriesDifference> differences, String detail) {
        List<SeriesDifference> contradictions = differences.stream().filter(SeriesDifference::contradicts).toList();
        contradictions.stream().max(Comparator.comparingDouble(d -> Math.max(d.usedTotal(), d.otherTotal()))).ifPresent(d -> err.println("lodestone: "
                + OneLine.of(String.format(
                        Locale.ROOT,
                        "%,d %s that contradict each other; %s %s %s: %,.0f %s used, of %s; %,.0f %s left aside, of %s; %s names each",
                        contradictions.size(), contradictions.size() == 1 ? "flow is told by sources" : "flows are told by sources", d.reporter(), d.commodity(),
                        d.period(), d.usedTotal(), d.usedCurrency(), d.used(), d.otherTotal(), d.otherCurrency(), d.other(), detail))));
    }

    /** Says which rows of the registers are not used: a commitment that is not judged must not be missed in silence. */
    public void remarkOnRegisters(List<Issue> issues) {
        issues.stream().limit(LISTED).forEach(issue -> err.println("lodestone: registers: " + OneLine.of(issue.message())));
        if (issues.size() > LISTED) {
            err.println(String.format(
                    Locale.ROOT, "lodestone: registers: and %,d more; 'lodestone commitments --validate' names each", issues.size() - LISTED));
        }
    }

    /** {@link ExitCode#BELOW_THRESHOLD} if a rule is broken, each said in a line; else {@link ExitCode#DONE}. */
    public int onThresholds(Loaded<?> loaded, List<FailOnRule> rules) {
        List<String> broken = rules.stream().flatMap(rule -> rule.verdictOn(loaded).stream()).toList();
        broken.forEach(line -> err.println("lodestone: " + line));
        return broken.isEmpty() ? ExitCode.DONE : ExitCode.BELOW_THRESHOLD;
    }
}
