package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.CommodityScope;
import dev.lodestone.ingest.IssueCode;
import dev.lodestone.ingest.ObservationVisitor;
import dev.lodestone.ingest.internal.economy.EconomyCodes;
import dev.lodestone.ingest.internal.layout.Field;
import dev.lodestone.ingest.internal.layout.Layout;
import dev.lodestone.ingest.internal.layout.LeaveOutRule;
import dev.lodestone.ingest.internal.scan.RowTaker;
import dev.lodestone.ingest.internal.scan.ScannedRows;
import dev.lodestone.ingest.internal.table.DelimitedRows;
import dev.lodestone.ingest.internal.table.JsonRows;
import dev.lodestone.ingest.internal.table.Row;
import dev.lodestone.ingest.internal.table.RowSource;
import dev.lodestone.model.quality.DataSource;
import dev.lodestone.model.trade.Economy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Reads the rows of a table with one figure a row. */
final class TableReading {

    static final String FOOTER = "footer";
    static final String HEADER_AGAIN = "header once more";
    /** Numbers of rows at which services cut their answers, whoever publishes them. */
    private static final Set<Long> ROUND = Set.of(1_000L, 5_000L, 10_000L, 25_000L, 50_000L, 100_000L, 250_000L, 300_000L, 500_000L);

    /** Rows of a sheet of spreadsheets, header and all, old and new. */
    private static final Set<Long> SHEETS = Set.of(65_536L, 1_048_576L);

    static final String OTHER_COMMODITY = "other commodity";

    private final EconomyCodes economies;
    private final CommodityScope scope;

    private final Optional<PublishedRows> published;

    TableReading(EconomyCodes economies, CommodityScope scope) {
        this(economies, scope, Optional.empty());
    }

    /**
     * @param published takes figures that are no trade
     */
    TableReading(EconomyCodes economies, CommodityScope scope, Optional<PublishedRows> published) {
        this.economies = economies;
        this.scope = scope;
        this.published = published;
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

    /** Receives the sound rows of a table in reading order. */
    private interface SoundRows {

        void add(Candidate row);

        /** Rows that were taken as they were scanned; {@code before} is the number of records before them. */
        default void add(ScannedRows run, long before) {
            throw new IllegalStateException("rows were taken for nobody");
        }
    }

    /** The sound rows of the table, from the beginning of its source. */
    List<Candidate> read(RowSource rows, Recognition.Match match, TableAccount account) throws IOException {
        List<Candidate> candidates = new Figures();
        WorldTotals totals = new WorldTotals();
        Gaps gaps = new Gaps();
        List<Candidate> whole = withoutShared(candidates, pass(rows, match, account, totals, gaps, candidates::add), account, gaps);
        return settled(whole, match, account, totals, gaps, tellPage(rows, account));
    }

    private static List<Candidate> settled(
            List<Candidate> candidates, Recognition.Match match, TableAccount account, WorldTotals totals, Gaps gaps, boolean isPage) {
        List<Candidate> settled = new RepeatedKeys(account, gaps).settle(candidates);
        totals.compare(settled, account);
        List<Candidate> inParts = tellOnlyParts(match.layout(), account, () -> gaps.onlyInParts(settled));
        CodeLevels.tell(settled, account);
        settled.forEach(each -> account.met(each.key().reporter(), each.key().period()));
        List<Candidate> beside = new ArrayList<>(gaps.besides(settled));
        beside.addAll(inParts);
        beside.addAll(totals.all());
        boolean mayBeCut = tellLimit(match, account) || isPage;
        Set<Economy> chosen = isToBeAsked(totals, match) ? SelectedPartners.of(settled) : Set.of();
        if (!chosen.isEmpty()) {
            SelectedPartners.tell(chosen, account);
        }
        Selections joined = chosen.isEmpty() && isAsked(match) ? SelectedPartners.beside(settled, totals.all()) : Selections.NONE;
        SelectedPartners.tell(joined, account);
        List<Candidate> all = mayBeCut || !chosen.isEmpty()
                ? totals.withoutConfirmation(settled)
                : joined.isEmpty() ? settled : SelectedPartners.marked(settled, joined);
        all.addAll(beside);
        return all;
    }

    /**
     * The sound rows of a large table, taken as they are scanned, and what they come to; the latter not where rows have to be compared
     * with each other.
     *
     * @param opening opens the rows
     * @param atEnd told of the rows when they were passed over
     * @param title texts above the header
     * @param most so many rows are kept at most
     * @throws TooManyRowsException if there are more
     */
    ContentReading.Figured keep(Opening opening, AtEnd atEnd, List<String> title, Recognition.Match match, TableAccount account, int most)
            throws IOException {
        TableTexts texts = new TableTexts(title, Map.of());
        RowNumbers numbers = new RowNumbers();
        HeaderPlan plan = new HeaderPlan(match, 0);
        String valueColumn = plan.header(plan.column(Field.VALUE));
        Figures figures = new Figures();
        TableSurvey survey = new TableSurvey(numbers);
        WorldTotals totals = new WorldTotals();
        Gaps gaps = new Gaps();
        try (ScannedRows rows = opening.open(takers(match, texts, numbers))) {
            pass(rows, match, account, totals, gaps, new SoundRows() {
                @Override
                public void add(Candidate row) {
                    figures.add(row);
                    survey.add(row);
                    checkNumber();
                }

                @Override
                public void add(ScannedRows run, long before) {
                    figures.add(run, numbers, before, valueColumn);
                    survey.add(run.taken(), run.runFrom(), run.runTo());
                    checkNumber();
                }

                private void checkNumber() {
                    if (figures.size() > most) {
                        throw new TooManyRowsException();
                    }
                }
            });
            atEnd.passedOver(rows);
        }
        if (survey.hasRepeats() || isCut(match, account) || !chosen(survey, totals, match).isEmpty()
                || !joined(survey, totals, match).isEmpty()) {
            return new ContentReading.Figured(true, settled(figures, match, account, totals, gaps, false), Optional.empty());
        }
        List<Candidate> beside = finish(survey, match, account, totals, gaps);
        beside.forEach(survey::addBeside);
        figures.addAll(beside);
        return new ContentReading.Figured(true, figures, Optional.of(survey));
    }

    private static Set<Economy> chosen(TableSurvey survey, WorldTotals totals, Recognition.Match match) {
        return isToBeAsked(totals, match) ? survey.chosen() : Set.of();
    }

    /** Lists of partners that look like selections beside those of others. */
    private static Selections joined(TableSurvey survey, WorldTotals totals, Recognition.Match match) {
        return isAsked(match) ? survey.joined(totals.all()) : Selections.NONE;
    }

    private static boolean isToBeAsked(WorldTotals totals, Recognition.Match match) {
        return totals.all().isEmpty() && isAsked(match);
    }

    private static boolean isAsked(Recognition.Match match) {
        return SelectedPartners.isToBeAsked(new HeaderPlan(match, 0));
    }

    /** Tells what a survey found; what stands beside the rows remains to be added. */
    private static List<Candidate> finish(
            TableSurvey survey, Recognition.Match match, TableAccount account, WorldTotals totals, Gaps gaps) {
        totals.compare(survey::sumOf, account);
        List<Candidate> inParts = tellOnlyParts(match.layout(), account, () -> gaps.onlyInParts(survey::has));
        survey.tellLevels(account);
        survey.tellFlows(account);
        List<Candidate> beside = new ArrayList<>(gaps.unless(survey::has));
        beside.addAll(inParts);
        beside.addAll(totals.all());
        return beside;
    }

    /** Opens a large table's rows from their beginning. */
    interface Opening {

        /**
         * Opens them.
         *
         * @param takers makes who takes rows as they are scanned
         */
        ScannedRows open(Supplier<RowTaker> takers) throws IOException;
    }

    /** Opens them once more. */
    private interface Again {

        ScannedRows open() throws IOException;
    }

    /** Told of rows at their end, before they are closed. */
    interface AtEnd {

        void passedOver(ScannedRows rows) throws IOException;
    }

    /**
     * What the table's rows come to, without keeping them: issues and account as {@link #read} gives them. The table is passed over once
     * more or twice where it tells of flows in several rows: these are kept, and the others looked at again.
     *
     * @param first opens the rows for the first time
     * @param again opens them once more
     * @param atEnd told of the rows when they were passed over for the first time
     * @param title texts above the header
     * @param visitor is given the rows as they are met, and told what of them does not hold
     */
    TableSurvey survey(
            Opening first,
            Opening again,
            AtEnd atEnd,
            List<String> title,
            Recognition.Match match,
            TableAccount account,
            Optional<ObservationVisitor> visitor)
            throws IOException {
        TableTexts texts = new TableTexts(title, Map.of());
        RowNumbers numbers = new RowNumbers();
        Optional<GivenTable> given = visitor.map(each -> givenTable(each, match, texts, numbers, account));
        try {
            return survey(first, again, atEnd, texts, match, account, numbers, given);
        } catch (IOException e) {
            given.ifPresent(GivenTable::breakOff);
            throw e;
        }
    }

    private TableSurvey survey(
            Opening first,
            Opening again,
            AtEnd atEnd,
            TableTexts texts,
            Recognition.Match match,
            TableAccount account,
            RowNumbers numbers,
            Optional<GivenTable> given)
            throws IOException {
        WorldTotals totals = new WorldTotals();
        Gaps gaps = new Gaps();
        TableSurvey survey = new TableSurvey(numbers);
        try (ScannedRows rows = first.open(takers(match, texts, numbers))) {
            pass(rows, match, account, totals, gaps, addingTo(survey, given));
            given.ifPresent(GivenTable::flush);
            atEnd.passedOver(rows);
        }
        if (survey.hasRepeats()) {
            survey = settle(survey, numbers, () -> again.open(takers(match, texts, numbers)), match, account, gaps, given);
        }
        List<Candidate> beside = finish(survey, match, account, totals, gaps);
        boolean mayBeCut = tellLimit(match, account);
        Set<Economy> chosen = chosen(survey, totals, match);
        if (!chosen.isEmpty()) {
            SelectedPartners.tell(chosen, account);
        }
        if (mayBeCut || !chosen.isEmpty()) {
            TableSurvey sums = survey;
            survey.selectUnless(key -> totals.isConfirmed(key, sums.sumOf(key)[0]));
        }
        if (chosen.isEmpty()) {
            Selections joined = joined(survey, totals, match);
            SelectedPartners.tell(joined, account);
            if (!joined.isEmpty()) {
                survey.selectUnless(key -> !joined.has(key));
            }
        }
        beside.forEach(survey::addBeside);
        given.ifPresent(each -> each.replace(List.of(), beside));
        return survey;
    }

    private static SoundRows addingTo(TableSurvey survey, Optional<GivenTable> given) {
        return new SoundRows() {
            @Override
            public void add(Candidate row) {
                survey.add(row);
                given.ifPresent(each -> each.give(row));
            }

            @Override
            public void add(ScannedRows run, long before) {
                survey.add(run.taken(), run.runFrom(), run.runTo());
                given.ifPresent(each -> each.give(run));
            }
        };
    }

    private GivenTable givenTable(
            ObservationVisitor visitor, Recognition.Match match, TableTexts texts, RowNumbers numbers, TableAccount account) {
        HeaderPlan plan = new HeaderPlan(match, 0);
        account.roundedTo(new RowReading(plan, economies, scope, texts).rounding());
        DataSource source = account.source("", match.layout().id(), match.layout().title());
        return new GivenTable(visitor, source, numbers, plan.header(plan.column(Field.VALUE)));
    }

    /** The survey anew, after the rows of flows that several rows tell of were settled among each other. */
    private TableSurvey settle(
            TableSurvey met,
            RowNumbers numbers,
            Again again,
            Recognition.Match match,
            TableAccount account,
            Gaps gaps,
            Optional<GivenTable> given)
            throws IOException {
        HeaderPlan plan = new HeaderPlan(match, 0);
        String valueColumn = plan.header(plan.column(Field.VALUE));
        Figures suspect = new Figures();
        passAgain(again, match, new SoundRows() {
            @Override
            public void add(Candidate row) {
                if (met.isRepeated(row)) {
                    suspect.add(row);
                }
            }

            @Override
            public void add(ScannedRows run, long before) {
                for (int row = run.runFrom(); row < run.runTo(); row++) {
                    if (met.isRepeated(run.taken(), row)) {
                        suspect.add(numbers.row(run, row, before + 1 + row - run.runFrom(), valueColumn));
                    }
                }
            }
        });
        RepeatedKeys.Settled settled = settled(suspect, new RepeatedKeys(account, gaps), given);
        TableSurvey survey = new TableSurvey(numbers);
        passAgain(again, match, new SoundRows() {
            @Override
            public void add(Candidate row) {
                if (!met.isRepeated(row)) {
                    settled.moveBefore(row.record(), survey::add);
                    survey.add(row);
                }
            }

            @Override
            public void add(ScannedRows run, long before) {
                for (int row = run.runFrom(); row < run.runTo(); row++) {
                    if (!met.isRepeated(run.taken(), row)) {
                        settled.moveBefore(before + 1 + row - run.runFrom(), survey::add);
                        survey.add(run.taken(), row, row + 1);
                    }
                }
            }
        });
        settled.moveBefore(Long.MAX_VALUE, survey::add);
        return survey;
    }

    private static RepeatedKeys.Settled settled(Figures suspect, RepeatedKeys repeated, Optional<GivenTable> given) {
        RepeatedKeys.Settled settled = repeated.settled(suspect);
        if (given.isEmpty()) {
            return settled;
        }
        Figures rows = new Figures();
        settled.moveBefore(Long.MAX_VALUE, rows::add);
        given.get().replace(suspect, rows);
        // No flow stands twice in these: nothing is told once more.
        return repeated.settled(rows);
    }

    /** Passes over rows that were accounted for. */
    private void passAgain(Again again, Recognition.Match match, SoundRows sound) throws IOException {
        try (ScannedRows rows = again.open()) {
            pass(rows, match, new TableAccount("", "", "", new IssueLog(1)), new WorldTotals(), new Gaps(), sound);
        }
    }

    /** Who takes rows of the table, whose header has not shifted. */
    private Supplier<RowTaker> takers(Recognition.Match match, TableTexts texts, RowNumbers numbers) {
        HeaderPlan plan = new HeaderPlan(match, 0);
        return () -> FigureTaker.of(plan, new RowReading(plan, economies, scope, texts), numbers);
    }

    /** Passes over the rows of the table, from the beginning of its source. */
    private Optional<MergedRows> pass(
            RowSource rows, Recognition.Match match, TableAccount account, WorldTotals totals, Gaps gaps, SoundRows sound)
            throws IOException {
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
        Passing passing = null;
        RowShape shape = new RowShape(match.header().size(), account);
        Sink sink = new Sink(match, account, totals, gaps, sound, title);
        long record = 0;
        while (rows.advance()) {
            if (passing != null && rows.passedOver() > 0) {
                takeHeld(passing, sink);
            }
            record += rows.passedOver();
            account.passedOver(rows.passedOver(), OTHER_COMMODITY);
            if (rows instanceof ScannedRows scanned && scanned.isRun()) {
                if (passing != null) {
                    takeHeld(passing, sink);
                }
                sound.add(scanned, record);
                int run = scanned.runTo() - scanned.runFrom();
                record += run;
                account.readAndKept(run);
                shape.passedOver(scanned.runLonger());
                continue;
            }
            Row row = rows.row();
            if (row.isTextBesideTables()) {
                title.addAll(row.cells());
            }
            if (row.isBlank() || row.isTextBesideTables()) {
                if (passing != null) {
                    passing.notes().blank();
                }
                continue;
            }
            if (passing == null) {
                HeaderShift header = new HeaderShift(layout, match.header());
                int shift = header.of(row, columns -> isSound(row, match, columns, texts), account);
                HeaderPlan plan = new HeaderPlan(match, shift);
                if (shift != 0) {
                    int width = header.width(row, shift);
                    shape = new RowShape(width, account);
                    if (rows instanceof DelimitedRows delimited) {
                        delimited.expectCells(width);
                    }
                }
                RowReading reading = new RowReading(plan, economies, scope, texts);
                NotesBelow notes = new NotesBelow(plan, reading, MergedRows.figures(plan), account);
                passing = new Passing(plan, reading, new MergedRows(rows, plan, MergedRows.figures(plan)), shape, notes);
            }
            if (rows instanceof ScannedRows scanned) {
                tellBlankLines(scanned, passing.notes());
            }
            record++;
            take(row, record, passing, sink);
        }
        if (passing != null && rows.passedOver() > 0) {
            takeHeld(passing, sink);
        }
        account.passedOver(rows.passedOver(), OTHER_COMMODITY);
        if (rows instanceof ScannedRows scanned) {
            shape.passedOver(scanned.passedOverLonger());
        }
        shape.tellTrailingCells();
        if (passing != null) {
            passing.notes().settle();
            HeaderPlan plan = passing.plan();
            RowReading reading = passing.reading();
            AbsentColumns.tell(plan, plan.column(Field.NET_WEIGHT) >= 0, account);
            reading.refuseOtherStyle(account.rowsRead());
            reading.refuseForeignReporters(account.rowsRead());
            account.roundedTo(reading.rounding());
            passing.merged().tell(account);
            reading.tellScientific(account);
            if (!(rows instanceof ScannedRows || rows instanceof JsonRows)) {
                reading.tellUndecided(account); // of large text not every number was looked at so, and JSON has its own style
            }
        }
        return Optional.ofNullable(passing).map(Passing::merged);
    }

    /**
     * What rows are read with.
     *
     * @param plan where columns stand
     * @param reading what cells say
     * @param merged what merged cells say
     * @param shape whether rows have their cells
     * @param notes what may be a note
     */
    private record Passing(HeaderPlan plan, RowReading reading, MergedRows merged, RowShape shape, NotesBelow notes) {}

    /**
     * Where rows go.
     *
     * @param match the layout
     * @param account account of the table
     * @param totals totals
     * @param gaps flows without amounts
     * @param sound sound rows
     * @param title texts above the header and beside the table
     */
    private record Sink(
            Recognition.Match match, TableAccount account, WorldTotals totals, Gaps gaps, SoundRows sound, List<String> title) {}

    /** Blank lines of a text that is scanned come as no rows. */
    private static void tellBlankLines(ScannedRows rows, NotesBelow notes) {
        if (rows.hasRowsBehindBlanks()) {
            notes.rowBehindBlank();
        }
        if (rows.isBehindBlank()) {
            notes.blank();
        }
    }

    /** Takes a row, or lets it wait where it may be a note below the table. */
    private void take(Row row, long record, Passing passing, Sink sink) throws IOException {
        String noRow = whyNoRow(row, sink.match(), passing.plan());
        boolean mayBeNote = noRow.isEmpty() && sink.match().layout().positions().isEmpty();
        if (mayBeNote && passing.notes().holds(row, record)) {
            return;
        }
        if (noRow.isEmpty()) {
            takeHeld(passing, sink);
        } else {
            passing.notes().settle(); // below a table that another follows
        }
        takeRow(row, record, noRow, passing, sink);
    }

    /** Takes rows that waited and are followed by others: no note stands between rows. */
    private void takeHeld(Passing passing, Sink sink) throws IOException {
        for (NotesBelow.Held held : passing.notes().release()) {
            takeRow(held.row(), held.record(), "", passing, sink);
        }
    }

    private void takeRow(Row row, long record, String noRow, Passing passing, Sink sink) throws IOException {
        TableAccount account = sink.account();
        checkShape(row, sink.match(), noRow);
        Row full = noRow.isEmpty() ? passing.merged().fill(row, record) : row; // may fail, hence before the row is counted
        account.read();
        if (!noRow.isEmpty()) {
            outOfScope(noRow, row, record, sink.match(), sink.title(), account);
        } else if (passing.shape().isWrong(row, record)) {
            account.setAside();
            account.untold();
        } else {
            read(full, record, passing.reading(), passing.plan(), account, sink.totals(), sink.gaps()).ifPresent(sound -> {
                passing.notes().met(row);
                sink.sound().add(sound);
            });
        }
    }

    /** Whether a row says something where its cells stand so many columns to the right of their header. */
    private boolean isSound(Row row, Recognition.Match match, int shift, TableTexts texts) {
        RowReading reading = new RowReading(new HeaderPlan(match, shift), economies, scope, texts);
        return reading.read(row, 0, new ArrayList<>(2)).isPresent();
    }

    /** The rows but those that share a figure with others: what each of them amounts to is not known. */
    private static List<Candidate> withoutShared(List<Candidate> rows, Optional<MergedRows> merged, TableAccount account, Gaps gaps)
            throws IOException {
        List<Candidate> whole = rows;
        for (MergedRows.SharedFigure figure : merged.isEmpty() ? List.<MergedRows.SharedFigure>of() : merged.get().shared()) {
            List<Candidate> sharing = whole.stream().filter(row -> figure.isOf(row.line(), row.record())).toList();
            if (!sharing.isEmpty()) {
                Candidate first = sharing.get(0);
                merged.get().tell(figure, first.line(), first.record(), figure.byLine() ? figure.cell() : "", account);
                sharing.forEach(row -> {
                    account.notKeptButSetAside();
                    gaps.add(row.asGap());
                });
                whole = whole.stream().filter(row -> !figure.isOf(row.line(), row.record())).collect(Collectors.toCollection(ArrayList::new));
            }
        }
        return whole;
    }

    /**
     * Refuses a table without header where a row is not of its shape: the columns may have moved, and nothing else would tell.
     */
    private static void checkShape(Row row, Recognition.Match match, String noRow) throws IOException {
        if (match.layout().positions().isEmpty() || noRow.equals(FOOTER)) {
            return;
        }
        Optional<String> other = Recognition.otherShape(match.layout(), row);
        if (other.isPresent()) {
            throw new IOException("line " + row.line() + " " + other.get() + ": the file has no header, and is read only where all of its rows have the"
                    + " shape of layout " + match.layout().id());
        }
    }

    private void outOfScope(String reason, Row row, long record, Recognition.Match match, List<String> title, TableAccount account) {
        Layout layout = match.layout();
        if (published.isEmpty() || layout.published().isEmpty()) {
            account.outOfScope(reason);
        } else if (isFooter(layout, row) || isSameHeader(match, row)) {
            account.outOfScope(isFooter(layout, row) ? FOOTER : HEADER_AGAIN);
        } else {
            published.get().take(layout.published().get(), match.header(), title, row, record, account);
        }
    }

    /** Why the row is none of the table's figures; empty if it is one. */
    private static String whyNoRow(Row row, Recognition.Match match, HeaderPlan plan) throws IOException {
        Layout layout = match.layout();
        if (!layout.notTrade().isEmpty()) {
            return "no trade statistics: " + layout.notTrade();
        }
        return isFooter(layout, row) ? FOOTER : isHeaderAgain(match, row, plan) ? HEADER_AGAIN : "";
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
            if (leftOut.get().rule().worldTotal()) {
                reading.read(row, record, problems)
                        .filter(total -> total.key().partner().isWorld())
                        .ifPresent(totals::add);
            }
            if (problems.isEmpty() || !reading.isOfWorld(row)) {
                account.outOfScope(leftOut.get().rule().reason());
                if (leftOut.get().rule().part()) {
                    reading.gap(row, record).map(Candidate::asWholeOfPart).ifPresent(gaps::addPart);
                }
            } else {
                account.setAside(); // a total that cannot be read: what the partners lack is not known
                problems.forEach(problem -> tell(problem, row, record, plan, account, "row set aside"));
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

    /**
     * Whether the row is the header again, as where files were joined or a page repeats it.
     *
     * @throws IOException if it is the header of another order of columns: the rows below it would be read by the first one's
     */
    static boolean isHeaderAgain(Recognition.Match match, Row row, HeaderPlan plan) throws IOException {
        if (isSameHeader(match, row)) {
            return true;
        }
        if (!plan.mayBeHeader(row) || row.defect().isPresent()) {
            return false;
        }
        Set<String> present = Headers.compared(row.cells());
        if (!match.layout().headers().stream().allMatch(header -> header.isAmong(present))) {
            return false;
        }
        if (Headers.inOrder(row.cells()).equals(Headers.inOrder(match.header().cells()))) {
            return true;
        }
        throw new IOException("the header stands once more in line " + row.line() + " and has other columns, or the same in another order: read"
                + " what is below it as a file of its own");
    }

    private static boolean isSameHeader(Recognition.Match match, Row row) {
        return row.cell(0).equals(match.header().cell(0)) && row.cells().equals(match.header().cells());
    }

    /**
     * Tells of parts of flows that stand there without their totals.
     *
     * @param onlyInParts gives the flows of which no total stands there
     * @return these flows without amounts, where other rows of the table are kept
     */
    private static List<Candidate> tellOnlyParts(Layout layout, TableAccount account, Supplier<List<Candidate>> onlyInParts) {
        Set<String> reasons = layout.leaveOut().stream().filter(LeaveOutRule::part).map(LeaveOutRule::reason).collect(Collectors.toSet());
        long parts = account.outOfScopeFor(reasons);
        if (parts == 0) {
            return List.of();
        }
        if (account.rowsKept() == 0) {
            account.issue(
                    IssueCode.ONLY_PARTS,
                    parts == 1 ? "1 part" : parts + " parts",
                    "the total of each flow beside its parts, as " + layout.title() + " gives it",
                    "nothing kept: parts are never added up to a total that the publisher does not give");
            return List.of();
        }
        List<Candidate> flows = onlyInParts.get();
        if (!flows.isEmpty()) {
            account.issue(
                    IssueCode.ONLY_PARTS,
                    "parts alone of " + flows.get(0).key() + (flows.size() == 1 ? "" : " and " + (flows.size() - 1) + " more"),
                    "the total of each flow beside its parts, as " + layout.title() + " gives it",
                    "parts not added up; what these flows come to is unknown, so that shares beside them are bounds");
        }
        return flows;
    }

    /** Whether the rows are one page of an answer that others follow. */
    private static boolean tellPage(RowSource rows, TableAccount account) {
        boolean isPage = rows instanceof JsonRows json && !json.nextPage().isEmpty();
        if (isPage) {
            account.issue(
                    IssueCode.ROW_LIMIT_REACHED,
                    ((JsonRows) rows).nextPage(),
                    "the last page of the answer, or all of it",
                    "rows kept; more are on the pages behind, so that shares are upper bounds");
        }
        return isPage;
    }

    private static boolean isCut(Recognition.Match match, TableAccount account) {
        return match.layout().rowLimits().contains(account.rowsOfTable()) || isCutAnywhere(match, account);
    }

    /** Whether the table ends where services and spreadsheets cut whatever it is, and does not say itself that it is whole. */
    private static boolean isCutAnywhere(Recognition.Match match, TableAccount account) {
        long rows = account.rowsOfTable();
        return (ROUND.contains(rows) || SHEETS.contains(rows + match.headerAt() + 1)) && isAsked(match);
    }

    /** Whether the table ends where the publisher cuts its answers. */
    private static boolean tellLimit(Recognition.Match match, TableAccount account) {
        boolean cut = isCut(match, account);
        if (cut) {
            long rows = account.rowsOfTable();
            boolean isOfLayout = match.layout().rowLimits().contains(rows);
            String whose = isOfLayout
                    ? "fewer rows than the " + rows + " at which " + match.layout().title() + " cuts its answers"
                    : ROUND.contains(rows)
                            ? "another number of rows than one at which answers of services are cut"
                            : "fewer rows than a spreadsheet holds";
            account.issue(IssueCode.ROW_LIMIT_REACHED, rows + " rows", whose, "rows kept; more may be missing, so that shares are upper bounds");
        }
        return cut;
    }
}
