package dev.lodestone.cli;

import dev.lodestone.model.quality.Completeness;
import dev.lodestone.model.quality.FileReport;
import dev.lodestone.model.quality.Issue;
import dev.lodestone.model.quality.Loaded;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was read, for a person. */
public final class InspectionText {

    private final int issuesShown;

    /**
     * A printer.
     *
     * @param issuesShown how many issues of a table are shown in full
     */
    public InspectionText(int issuesShown) {
        this.issuesShown = issuesShown;
    }

    public void print(Loaded<?> loaded, PrintWriter out) {
        IssuesByTable issues = IssuesByTable.of(loaded);
        for (FileReport table : loaded.files()) {
            print(table, issues.of(table), out);
            out.println();
        }
        if (loaded.files().size() > 1) {
            printTotal(loaded, out);
        }
    }

    private void print(FileReport table, List<Issue> issues, PrintWriter out) {
        out.println(OneLine.of(table.source().label()));
        if (table.isRecognised()) {
            String title = table.source().title();
            line(out, "layout", table.source().layout() + (title.isEmpty() ? "" : " (" + title + ")"));
            line(out, "why", table.why());
            line(out, "periods", table.periods().isEmpty() ? "none" : String.join(" to ", table.periods()));
            String names = String.join(" ", table.reporters());
            line(out, "reporters", table.reporters().isEmpty() ? "none" : table.reporters().size() + ": " + names);
            line(out, "rows read", count(table.rowsRead()));
            line(out, "  kept", count(table.rowsKept()));
            line(out, "  out of scope", count(table.rowsOutOfScope()));
            line(out, "  set aside", count(table.rowsSetAside()));
            printCompleteness(table.completeness(), out);
        } else {
            line(out, "not read", table.why());
        }
        printIssues(table, issues, out);
    }

    private void printCompleteness(Completeness all, PrintWriter out) {
        if (all.all() == 0) {
            return;
        }
        line(out, "series", count(all.all()) + ": " + count(all.complete()) + " complete, " + count(all.bounded()) + " bounded, "
                + count(all.unusable()) + " unusable");
        for (Completeness.Reason reason : all.reasons()) {
            List<String> series = all.series().stream().filter(each -> each.reasons().contains(reason)).map(Completeness.Series::toString).toList();
            String first = String.join(", ", series.stream().limit(issuesShown).toList());
            String more = series.size() > issuesShown ? " and " + count(series.size() - issuesShown) + " more" : "";
            line(out, "  " + (all.verdict() == Completeness.Verdict.UNUSABLE ? "unusable" : "bounded"), reason.meaning()
                    + (first.isEmpty() ? "" : ": " + first + more));
        }
    }

    private void printIssues(FileReport table, List<Issue> issues, PrintWriter out) {
        if (table.issueCounts().isEmpty() && issues.isEmpty()) {
            line(out, "issues", "none");
            return;
        }
        StringBuilder counts = new StringBuilder();
        long all = 0;
        for (Map.Entry<String, Long> entry : table.issueCounts().entrySet()) {
            counts.append(counts.isEmpty() ? "" : ", ").append(count(entry.getValue())).append(' ').append(entry.getKey());
            all += entry.getValue();
        }
        line(out, "issues", counts.toString());
        int shown = Math.min(issuesShown, issues.size());
        for (Issue issue : issues.subList(0, shown)) {
            out.println("    " + OneLine.of(issue.message()));
        }
        if (shown > 0 && all > shown) {
            out.println("    and " + count(all - shown) + " more");
        }
    }

    private static void printTotal(Loaded<?> loaded, PrintWriter out) {
        long recognised = loaded.files().stream().filter(FileReport::isRecognised).count();
        line(out, "tables", count(loaded.files().size()) + ", recognised " + count(recognised));
        line(out, "rows read", count(loaded.files().stream().mapToLong(FileReport::rowsRead).sum()));
        line(out, "  kept", count(loaded.files().stream().mapToLong(FileReport::rowsKept).sum()));
        line(out, "  out of scope", count(loaded.files().stream().mapToLong(FileReport::rowsOutOfScope).sum()));
        line(out, "  set aside", count(loaded.files().stream().mapToLong(FileReport::rowsSetAside).sum()));
    }

    private static void line(PrintWriter out, String label, String value) {
        new Paragraphs(out).line(label, value);
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
