package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.CommodityScope;
import dev.lodestone.ingest.IssueCode;
import dev.lodestone.ingest.internal.economy.EconomyCodes;
import dev.lodestone.ingest.internal.layout.Field;
import dev.lodestone.ingest.internal.layout.Layout;
import dev.lodestone.ingest.internal.layout.LeaveOutRule;
import dev.lodestone.ingest.internal.scan.ScannedRows;
import dev.lodestone.ingest.internal.table.DelimitedRows;
import dev.lodestone.ingest.internal.table.Row;
import dev.lodestone.ingest.internal.table.RowSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the rows of a table with one figure a row. */
final class TableReading {

    static final String FOOTER = "footer";
    static final String HEADER_AGAIN = "header once more";
    static final String OTHER_COMMODITY = "other commodity";

    private final EconomyCodes economies;
    private final CommodityScope scope;

    TableReading(EconomyCodes economies, CommodityScope scope) {
        this.economies = economies;
        this.scope = scope;
    }

    /** A reading of tables with a column for each period, for a file without cover sheet. */
    WideReading wide() {
        return new WideReading(economies, scope, Map.of());
    }

    /** The figures of a table whose layout has one figure a row, or a column for each period. */
    List<Candidate> readAny(RowSource rows, Recognition.Match match, TableAccount account) throws IOException {
        if (match.layout().wide().isEmpty()) {
            return read(rows, match, account);
        }
        WideReading reading = wide();
        reading.read(rows, match, account);
        return reading.finish(match.layout()).get(account);
    }

    /** The sound rows of the table, from the beginning of its source. */
    List<Candidate> read(RowSource rows, Recognition.Match match, TableAccount account) throws IOException {
        List<String> title = new ArrayList<>();
        for (int at = 0; at <= match.headerAt() && rows.advance(); at++) {
            if (at < match.headerAt()) {
                title.addAll(rows.row().cells());
            }
        }
        TableTexts texts = new TableTexts(title, Map.of());
        Layout layout = match.layout();
        if (rows instanceof DelimitedRows delimited) {
            delimited.expectCells(match.header().size());
        }
        List<Candidate> candidates = new Figures();
        WorldTotals totals = new WorldTotals();
        Gaps gaps = new Gaps();
        HeaderPlan plan = null;
        RowReading reading = null;
        RowShape shape = new RowShape(match.header().size(), account);
        long record = 0;
        while (rows.advance()) {
            Row row = rows.row();
            record += rows.passedOver();
            account.passedOver(rows.passedOver(), OTHER_COMMODITY);
            if (row.isTextBesideTables()) {
                title.addAll(row.cells());
            }
            if (row.isBlank() || row.isTextBesideTables()) {
                continue;
            }
            record++;
            account.read();
            if (plan == null) {
                plan = new HeaderPlan(layout, match.header().cells(), new HeaderShift(layout, match.header()).of(row, account));
                reading = new RowReading(plan, economies, scope, texts);
            }
            if (!layout.notTrade().isEmpty()) {
                account.outOfScope("no trade statistics: " + layout.notTrade());
            } else if (isFooter(layout, row)) {
                account.outOfScope(FOOTER);
            } else if (isHeaderAgain(match, row)) {
                account.outOfScope(HEADER_AGAIN);
            } else if (shape.isWrong(row, record)) {
                account.setAside();
                account.untold();
            } else {
                read(row, record, reading, plan, account, totals, gaps).ifPresent(candidates::add);
            }
        }
        account.passedOver(rows.passedOver(), OTHER_COMMODITY);
        if (rows instanceof ScannedRows scanned) {
            shape.passedOver(scanned.passedOverLonger());
        }
        shape.tellTrailingCells();
        if (reading != null) {
            account.roundedTo(reading.rounding());
        }
        List<Candidate> settled = new RepeatedKeys(account, gaps).settle(candidates);
        totals.compare(settled, account);
        tellOnlyParts(layout, account);
        CodeLevels.tell(settled, account);
        settled.forEach(each -> account.met(each.key().reporter(), each.key().period()));
        List<Candidate> beside = new ArrayList<>(gaps.besides(settled));
        beside.addAll(totals.all());
        List<Candidate> all = tellLimit(layout, account) ? totals.withoutConfirmation(settled) : settled;
        all.addAll(beside);
        return all;
    }

    private static Optional<Candidate> read(
            Row row, long record, RowReading reading, HeaderPlan plan, TableAccount account, WorldTotals totals, Gaps gaps) {
        if (reading.isUnwanted(row)) {
            account.outOfScope(OTHER_COMMODITY);
            return Optional.empty();
        }
        List<Problem> problems = new ArrayList<>(2);
        Optional<HeaderPlan.PlacedRule> leftOut = reading.leftOut(row);
        if (leftOut.isPresent()) {
            account.outOfScope(leftOut.get().rule().reason());
            if (leftOut.get().rule().worldTotal()) {
                reading.read(row, record, problems)
                        .filter(total -> total.key().partner().isWorld())
                        .ifPresent(totals::add);
            }
            return Optional.empty();
        }
        Optional<Candidate> candidate = reading.read(row, record, problems);
        if (candidate.isPresent()) {
            account.kept();
        } else {
            account.setAside();
            reading.gap(row, record).ifPresentOrElse(gaps::add, account::untold);
            problems.forEach(problem -> tell(problem, row, record, plan, account, "row set aside"));
        }
        return candidate;
    }

    static void tell(Problem problem, Row row, long record, HeaderPlan plan, TableAccount account, String action) {
        account.issue(
                problem.code(),
                row.line(),
                record,
                plan.header(problem.column()),
                row.address(problem.column()),
                problem.text(),
                problem.expected(),
                action);
    }

    static boolean isFooter(Layout layout, Row row) {
        if (layout.footer().isEmpty() || row.defect().isPresent()) {
            return false;
        }
        for (String cell : row.cells()) {
            if (!cell.isBlank()) {
                return layout.footer().get().matcher(cell.strip()).matches();
            }
        }
        return false;
    }

    /** Whether the row is the header again, as where files were joined or a page repeats it. */
    static boolean isHeaderAgain(Recognition.Match match, Row row) {
        return row.cell(0).equals(match.header().cell(0)) && row.cells().equals(match.header().cells());
    }

    /** Tells of a table of which nothing is kept since it holds parts of flows without their totals. */
    private static void tellOnlyParts(Layout layout, TableAccount account) {
        Set<String> reasons = layout.leaveOut().stream().filter(LeaveOutRule::part).map(LeaveOutRule::reason).collect(Collectors.toSet());
        long parts = account.outOfScopeFor(reasons);
        if (parts > 0 && account.rowsKept() == 0) {
            account.issue(
                    IssueCode.ONLY_PARTS,
                    parts == 1 ? "1 part" : parts + " parts",
                    "the total of each flow beside its parts, as " + layout.title() + " gives it",
                    "nothing kept: parts are never added up to a total that the publisher does not give");
        }
    }

    /** Whether the table ends where the publisher cuts its answers. */
    private static boolean tellLimit(Layout layout, TableAccount account) {
        boolean cut = layout.rowLimits().contains(account.rowsRead());
        if (cut) {
            account.issue(
                    IssueCode.ROW_LIMIT_REACHED,
                    account.rowsRead() + " rows",
                    "fewer rows than the " + account.rowsRead() + " at which " + layout.title() + " cuts its answers",
                    "rows kept; more may be missing, so that shares are upper bounds");
        }
        return cut;
    }
}
