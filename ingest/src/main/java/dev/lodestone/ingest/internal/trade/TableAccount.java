package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.IssueCode;
import dev.lodestone.model.quality.Completeness;
import dev.lodestone.model.quality.DataSource;
import dev.lodestone.model.quality.FileReport;
import dev.lodestone.model.quality.Issue;
import dev.lodestone.model.quality.Rounding;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.ReferencePeriod;
import dev.lodestone.model.trade.TradeObservation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The account of one table while it is read. */
final class TableAccount {

    private final String file;
    private final String member;
    private final String sheet;
    private final IssueLog log;
    private final TreeMap<String, Long> issueCounts = new TreeMap<>();
    private final TreeSet<ReferencePeriod> periods = new TreeSet<>();
    private final TreeSet<String> reporters = new TreeSet<>();
    private final TreeMap<String, Long> reasons = new TreeMap<>();
    private long read;
    private long kept;
    private long outOfScope;
    private long setAside;
    private long untold;
    private String said = "";
    private Optional<Set<Candidate.Key>> apart = Optional.empty();
    private Rounding rounding = Rounding.NONE;

    TableAccount(String file, String member, String sheet, IssueLog log) {
        this.file = file;
        this.member = member;
        this.sheet = sheet;
        this.log = log;
    }

    TableAccount ofSheet(String name) {
        return new TableAccount(file, member, name, log);
    }

    void read() {
        read++;
    }

    /** Rows read without their cells, not wanted for one reason. */
    void passedOver(long rows, String reason) {
        if (rows > 0) {
            read += rows;
            outOfScope += rows;
            reasons.merge(reason, rows, Long::sum);
        }
    }

    /** A sound row that is not wanted, and why. */
    void outOfScope(String reason) {
        outOfScope++;
        reasons.merge(reason, 1L, Long::sum);
    }

    void kept() {
        kept++;
    }

    /** So many rows read and kept. */
    void readAndKept(long rows) {
        read += rows;
        kept += rows;
    }

    /** A row counted as kept turns out to be suspect. */
    void notKeptButSetAside() {
        kept--;
        setAside++;
    }

    /** A row counted as kept turns out not to be wanted. */
    void notKeptButOutOfScope(String reason) {
        kept--;
        outOfScope(reason);
    }

    void setAside() {
        setAside++;
    }

    /** A row set aside that does not tell of which series it is. */
    void untold() {
        untold++;
    }

    /** Every row kept so far is set aside: the file breaks off. */
    void setAllAside() {
        setAside += kept;
        kept = 0;
        periods.clear();
        reporters.clear();
    }

    void met(Economy reporter, ReferencePeriod period) {
        reporters.add(reporter.code());
        periods.add(period);
    }

    long rowsKept() {
        return kept;
    }

    /** Rows out of scope for one of the reasons. */
    long outOfScopeFor(Set<String> wanted) {
        return reasons.entrySet().stream().filter(entry -> wanted.contains(entry.getKey())).mapToLong(Map.Entry::getValue).sum();
    }

    long rowsRead() {
        return read;
    }

    /** Rows read but those that are none of the table's: footers, notes, the header once more. */
    long rowsOfTable() {
        return read - outOfScopeFor(Set.of(TableReading.FOOTER, TableReading.HEADER_AGAIN, NotesBelow.NOTE, NotesBelow.TOTAL));
    }

    void issue(IssueCode code, long line, long record, String column, String cell, String text, String expected, String action) {
        log.add(issueCounts, new Issue(
                code.code(), code.severity(), label(), sheet, line, record, column, cell, IssueLog.shown(text), expected, action));
    }

    /** Tells that the table holds nothing, unless it does. */
    void tellIfEmpty() {
        if (read == 0) {
            issue(IssueCode.FILE_EMPTY, said, "at least one row below the header", "nothing to read");
        }
    }

    /** What an answer of a service says of itself beside its rows. */
    void says(String text) {
        said = text;
    }

    /** An issue of the table as a whole. */
    void issue(IssueCode code, String text, String expected, String action) {
        issue(code, 0, 0, "", "", text, expected, action);
    }

    /** An issue of a sheet that is no table. */
    void issueOfSheet(IssueCode code, String otherSheet, String text, String expected, String action) {
        log.add(issueCounts, new Issue(
                code.code(), code.severity(), label(), otherSheet, 0, 0, "", "", IssueLog.shown(text), expected, action));
    }

    String label() {
        return file + (member.isEmpty() ? "" : "!" + member);
    }

    String sheet() {
        return sheet;
    }

    /** Whether the source is this table. */
    boolean isOf(DataSource source) {
        return source.file().equals(file) && source.member().equals(member) && source.sheet().equals(sheet);
    }

    /** The table has values without weights or weights without values; which of its values are counted in units of weight alone. */
    void isApart(Set<Candidate.Key> weighedKeys) {
        apart = Optional.of(Set.copyOf(weighedKeys));
    }

    Optional<Set<Candidate.Key>> apart() {
        return apart;
    }

    /** To what the table's figures are rounded. */
    void roundedTo(Rounding steps) {
        this.rounding = steps;
    }

    DataSource source(String sha256, String layout, String title) {
        return new DataSource(file, member, sheet, sha256, layout, title, rounding);
    }

    private String outOfScopeReasons() {
        return reasons.isEmpty()
                ? ""
                : "; out of scope: " + reasons.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey())
                        .collect(Collectors.joining(", "));
    }

    FileReport report(DataSource source, String why) {
        return report(source, why, Completeness.NOTHING);
    }

    /** The report of a table that was read to its end. */
    FileReport report(DataSource source, String why, List<TradeObservation> observations) {
        return report(source, why, observations.isEmpty() ? Completeness.NOTHING : SeriesCompleteness.of(observations.stream(), isCut(), untold));
    }

    /** Whether the table ends where the publisher cuts its answers. */
    private boolean isCut() {
        return issueCounts.containsKey(IssueCode.ROW_LIMIT_REACHED.code());
    }

    /** The report of a table that was read to its end and whose rows were not kept. */
    FileReport report(DataSource source, String why, TableSurvey survey) {
        return report(source, why, survey.completeness(isCut(), untold));
    }

    private FileReport report(DataSource source, String why, Completeness completeness) {
        List<String> span = new ArrayList<>();
        if (!periods.isEmpty()) {
            span.add(periods.first().toString());
            if (periods.size() > 1) {
                span.add(periods.last().toString());
            }
        }
        return new FileReport(
                source,
                why + outOfScopeReasons(),
                read,
                kept,
                outOfScope,
                setAside,
                span,
                Collections.unmodifiableSortedSet(reporters),
                Collections.unmodifiableSortedMap(issueCounts),
                completeness);
    }
}
