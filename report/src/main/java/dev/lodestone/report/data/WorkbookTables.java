package dev.lodestone.report.data;

import dev.lodestone.model.assess.Assessment;
import dev.lodestone.model.assess.SeriesDifference;
import dev.lodestone.model.commitment.CommitmentResult;
import dev.lodestone.model.commitment.CommitmentStatus;
import dev.lodestone.model.commitment.Pace;
import dev.lodestone.model.measure.Basis;
import dev.lodestone.model.measure.Indicator;
import dev.lodestone.model.measure.Measure;
import dev.lodestone.model.measure.Measures;
import dev.lodestone.model.measure.Outcome;
import dev.lodestone.model.measure.Shares;
import dev.lodestone.model.measure.SupplierFlow;
import dev.lodestone.model.measure.SupplierProfile;
import dev.lodestone.model.quality.FileReport;
import dev.lodestone.model.quality.Issue;
import dev.lodestone.model.quality.Loaded;
import dev.lodestone.model.register.Commitment;
import dev.lodestone.model.register.StageEntry;
import dev.lodestone.model.text.Term;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.ReferencePeriod;
import dev.lodestone.model.trade.TradeObservation;
import dev.lodestone.report.diff.EditionDiff;
import dev.lodestone.report.diff.FigureKey;
import dev.lodestone.report.diff.FigureState;
import dev.lodestone.report.diff.VerdictState;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sheets of the workbook: the tables of the edition with names beside codes and units in the headers. */
final class WorkbookTables {

    /** Room for -99,999,999,999,999.00: pledges are told in won and yen, and a number wider than its column shows as ####. */
    private static final int AMOUNT = 24;

    private final Assessment a;
    private final Loaded<?> loaded;
    private final WorkbookWords words;
    private final Optional<EditionDiff> changes;
    private final Map<String, String> stageLabels;
    private final Map<String, String> measureTitles;
    private final Map<String, Measure.Form> forms;

    /**
     * @param changes what changed since an earlier edition; absent where there is none to compare with
     */
    WorkbookTables(Assessment assessment, Loaded<?> loaded, Optional<EditionDiff> changes, WorkbookWords words) {
        this.a = assessment;
        this.loaded = loaded;
        this.changes = changes;
        this.words = words;
        this.stageLabels = a.material().stages().stream().collect(Collectors.toMap(StageEntry::id, StageEntry::label));
        this.forms = Measures.standard().stream().collect(Collectors.toMap(Measure::id, Measure::form));
        this.measureTitles = Measures.standard().stream().collect(Collectors.toMap(Measure::id, m -> words.tell(m.name())));
    }

    List<SheetTable> all() {
        List<SheetTable> tables = new ArrayList<>(List.of(
                overview(), indicators(), suppliers(), commitments(), observations(), issues(), sources()));
        if (!a.differences().isEmpty()) {
            tables.add(differences());
        }
        changes.ifPresent(diff -> tables.add(1, changes(diff)));
        tables.addFirst(readMe(List.copyOf(tables)));
        return tables;
    }

    String title() {
        return words.say("title", a.material().label(), Term.day(a.options().asOf()));
    }

    /** Terms of commitments that are numbers. */
    private static final Set<String> AMOUNTS = Set.of("threshold", "baseline", "delivered");

    private record Line(String name, String text, Look look) {}

    private SheetTable readMe(List<SheetTable> others) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(words.say("label.as-of"), a.options().asOf().toString(), Look.DATE));
        lines.add(new Line(words.say("label.watched"), watchedName(), Look.PROSE));
        for (String note : List.of("figures", "bounds", "status", "blank", "apostrophe")) {
            lines.add(new Line(words.say("label." + note), words.say("text." + note), Look.PROSE));
        }
        lines.add(new Line("", "", Look.TEXT));
        for (SheetTable table : others) {
            lines.add(new Line(table.name(), about(table), Look.PROSE));
        }
        lines.add(new Line("", "", Look.TEXT));
        for (Measure measure : Measures.standard()) {
            String unit = measure.unit().equals("1") ? "" : words.say("in-unit", measure.unit());
            lines.add(new Line(measure.id(), measureTitles.get(measure.id()) + ". " + measure.formula() + unit, Look.PROSE));
        }
        return SheetTable.of("read-me", words.say("sheet.read-me"), List.of(new SheetTable.Column(title(), 32), new SheetTable.Column("", 100)), lines.size(), (i, out) -> {
            out.text(lines.get(i).name(), Look.PROSE);
            if (lines.get(i).look() == Look.DATE) {
                out.date(a.options().asOf());
            } else {
                out.text(lines.get(i).text(), lines.get(i).look());
            }
        });
    }

    private String about(SheetTable table) {
        String what = words.say("about." + table.id(), changes.map(EditionDiff::earlier).orElse(""));
        return table.size() > table.shown()
                ? words.say("rows-cut", what, Term.count(table.size()), Term.count(table.shown()))
                : words.say("rows", what, Term.count(table.size()));
    }

    private SheetTable overview() {
        List<SheetTable.Column> columns = new ArrayList<>(columns("economy", 22, "code", 8));
        List<Integer> shares = new ArrayList<>();
        for (StageEntry stage : a.material().stages()) {
            shares.add(columns.size());
            columns.add(new SheetTable.Column(words.say("column.stage-share", stage.label(), watchedName()), 20));
            columns.add(new SheetTable.Column(words.say("column.stage-period", stage.label()), 15));
            columns.add(new SheetTable.Column(words.say("column.stage-status", stage.label()), 16).holding(vocabulary("status")));
        }
        Map<String, Indicator> latest = latestShares();
        return table("overview", columns, a.economies().size(), (i, out) -> {
                    Economy economy = a.economies().get(i);
                    out.text(a.registers().nameOf(economy)).text(economy.code());
                    for (StageEntry stage : a.material().stages()) {
                        Indicator share = latest.get(economy.code() + ' ' + stage.id());
                        if (share == null) {
                            out.skip().skip().text(words.say("no-figure"));
                            continue;
                        }
                        Outcome outcome = share.outcome();
                        out.number(outcome.valueOrHigh(), Look.SHARE);
                        period(share.about().period(), out);
                        out.text(outcome.isUpperBound() ? words.say("at-most") : words.word(outcome.status().code()));
                    }
                })
                .withShares(shares)
                .wrapping();
    }

    /**
     * One row a file, a figure, a term of a commitment or a verdict that differs.
     *
     * @param unit unit of the numbers before and after
     * @param form what they are, where the unit is 1
     */
    private record Change(String what, String kind, String party, String stage, String commodity, String period, String id, String supplier, String basis,
            String before, String after, String unit, Measure.Form form, String was, String is, String cause) {

        static Change of(String what, String kind, String party, String stage, String period, String id, String was, String is) {
            return new Change(what, kind, party, stage, "", period, id, "", "", "", "", "", Measure.Form.SHARE, was, is, "");
        }
    }

    /** Causes stand before what they bring about: files, the register, periods and figures, then verdicts. */
    private SheetTable changes(EditionDiff diff) {
        List<Change> rows = new ArrayList<>();
        diff.inputs().forEach(i -> rows.add(Change.of("file", code(i.kind()), "", "", "", i.file(), "", "")));
        diff.commitments().forEach(c -> {
            List<String> promised = diff.partiesOf(c);
            String parties = promised.size() == 1 ? promised.getFirst() : promised.stream().map(this::name).collect(Collectors.joining(", "));
            String title = c.row().getOrDefault("instrument", "");
            if (c.terms().isEmpty()) {
                boolean gone = c.kind() == EditionDiff.Kind.REMOVED;
                rows.add(Change.of("commitment", code(c.kind()), parties, "", "", c.id(), gone ? title : "", gone ? "" : title));
            }
            c.terms().forEach((term, pair) -> rows.add(ofTerm(c, parties, term, pair)));
        });
        diff.newPeriods().forEach((series, periods) -> periods.forEach(
                period -> rows.add(Change.of("period", "added", series.economy(), series.stage(), period, "", "", period))));
        diff.figures().forEach(f -> {
            FigureKey k = f.key();
            rows.add(new Change("figure", code(f.kind()), k.economy(), k.stage(), k.commodity(), k.period(), k.measure(), k.supplier(), k.basis(),
                    f.before().map(FigureState::value).orElse(""), f.after().map(FigureState::value).orElse(""),
                    f.after().or(f::before).map(FigureState::unit).orElse(""), forms.getOrDefault(k.measure(), Measure.Form.SHARE),
                    f.before().map(this::level).orElse(""), f.after().map(this::level).orElse(""), ""));
        });
        diff.verdicts().forEach(v -> rows.add(new Change(
                "verdict", v.before().isEmpty() ? "added" : v.after().isEmpty() ? "removed" : "changed", v.key().party(), v.key().stage(), v.key().commodity(),
                v.after().or(v::before).map(VerdictState::period).orElse(""), v.key().id(), "", "",
                v.before().map(VerdictState::measured).orElse(""), v.after().map(VerdictState::measured).orElse(""),
                v.after().or(v::before).map(s -> s.terms().getOrDefault("unit", "")).orElse(""), Measure.Form.SHARE,
                v.before().map(s -> words.word(s.status())).orElse(""), v.after().map(s -> words.word(s.status())).orElse(""),
                diff.causesOf(v).stream().map(c -> words.word(c.name().toLowerCase(Locale.ROOT))).collect(Collectors.joining(" / ")))));
        List<SheetTable.Column> columns = columns(
                "changed", 12, "change", 14, "economy", 20, "code", 9, "stage", 14, "commodity", 12, "period", 9, "id", 26, "supplier", 20, "basis", 9,
                "before", 16, "after", 16, "difference", 16, "unit", 9, "before-words", 44, "after-words", 44, "cause", 20);
        return table("changes", columns, rows.size(), (n, out) -> {
            Change c = rows.get(n);
            OptionalDouble before = number(c.before());
            OptionalDouble after = number(c.after());
            Look look = Look.ofFigure(c.form(), c.unit());
            boolean known = Economy.find(c.party()).isPresent();
            out.text(words.word(c.what())).text(words.word(c.kind())).text(name(c.party())).text(known ? c.party() : "").text(stage(c.stage())).text(c.commodity());
            Optional<ReferencePeriod> period = ReferencePeriod.parse(c.period());
            if (period.isPresent()) {
                period(period.get(), out);
            } else {
                out.skip();
            }
            out.text(c.id())
                    .text(name(c.supplier()))
                    .text(c.basis().isEmpty() ? "" : words.word(c.basis()))
                    .number(before, look)
                    .number(after, look)
                    .number(before.isPresent() && after.isPresent() ? OptionalDouble.of(after.getAsDouble() - before.getAsDouble()) : OptionalDouble.empty(),
                            look == Look.SHARE ? Look.POINTS : look)
                    .text(c.unit())
                    .text(c.was())
                    .text(c.is())
                    .text(c.cause());
        }).wrapping();
    }

    /** A term of a commitment: an amount as a number in its unit, what it is called in words. */
    private Change ofTerm(EditionDiff.CommitmentChange c, String parties, String term, EditionDiff.Pair pair) {
        boolean amount = AMOUNTS.contains(term);
        return new Change("commitment", code(c.kind()), parties, "", "", "", c.id(), "", "", amount ? pair.before() : "", amount ? pair.after() : "",
                amount ? c.row().getOrDefault("unit", "") : "", Measure.Form.SHARE, term(term, pair.before(), amount), term(term, pair.after(), amount), "");
    }

    private static String code(EditionDiff.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** What a term is called, and what it holds; of an amount its number stands beside. */
    private String term(String column, String text, boolean amount) {
        String name = words.has("term." + column) ? words.say("term." + column) : column;
        return amount && !text.isEmpty() ? name : name + ": " + (text.isEmpty() ? "\u2013" : words.word(text));
    }

    /** What a figure without a value says. */
    private String level(FigureState s) {
        if (!s.isComputed()) {
            return words.word(s.status());
        }
        if (s.low().isEmpty() && s.high().isEmpty() || s.low().equals(s.value()) && s.high().equals(s.value())) {
            return "";
        }
        return s.low().isEmpty() ? words.say("at-most") + ' ' + s.high()
                : s.high().isEmpty() ? words.say("at-least") + ' ' + s.low()
                : words.say("between", s.low(), s.high());
    }

    /** A number of an edition's table; an edition may have been edited by hand. */
    private static OptionalDouble number(String text) {
        return text.matches("-?\\d{1,40}(\\.\\d{1,40})?") ? OptionalDouble.of(Double.parseDouble(text)) : OptionalDouble.empty();
    }

    /** Per economy and stage the latest share with a value, else the latest bound, else the latest reason. */
    private Map<String, Indicator> latestShares() {
        Comparator<Indicator> better = Comparator.comparing((Indicator i) -> i.outcome().hasValue())
                .thenComparing(i -> i.outcome().valueOrHigh().isPresent())
                .thenComparing(i -> i.about().period());
        Map<String, Indicator> latest = new HashMap<>();
        for (Indicator i : a.indicators()) {
            if (i.measure().equals("supplier-share")
                    && i.supplier().equals(a.context().watchedCode().code())
                    && i.basis() == Basis.VALUE
                    && i.about().isWholeStage()) {
                latest.merge(i.about().economy().code() + ' ' + i.about().stage(), i, (x, y) -> better.compare(x, y) >= 0 ? x : y);
            }
        }
        return latest;
    }

    private SheetTable indicators() {
        List<SheetTable.Column> columns = columns(
                "economy", 20, "code", 8, "material", 14, "stage", 14, "commodity", 12, "period", 9, "measure", 34, "measure-id", 20,
                "supplier", 20, "supplier-code", 10, "basis", 9, "value-in-unit", 16, "low-in-unit", 16, "high-in-unit", 16, "unit", 9,
                "status", 15, "reason", 60);
        Reasons reasons = new Reasons(words::tell);
        return table("indicators", columns, a.indicators().size(), (n, out) -> {
            Indicator i = a.indicators().get(n);
            Look look = Look.ofFigure(forms.getOrDefault(i.measure(), Measure.Form.SHARE), i.unit());
            out.text(a.registers().nameOf(i.about().economy()))
                    .text(i.about().economy().code())
                    .text(i.about().material())
                    .text(stage(i.about().stage()))
                    .text(i.about().commodity());
            period(i.about().period(), out);
            out.text(measureTitles.getOrDefault(i.measure(), i.measure()))
                    .text(i.measure())
                    .text(name(i.supplier()))
                    .text(i.supplier())
                    .text(words.word(i.basis().code()))
                    .number(i.outcome().value(), look)
                    .number(i.outcome().low(), look)
                    .number(i.outcome().high(), look)
                    .text(i.unit())
                    .text(words.word(i.outcome().status().code()))
                    .text(reasons.of(i.outcome().why()));
        });
    }

    private record Supply(SupplierProfile profile, SupplierFlow flow, int rank) {}

    private SheetTable suppliers() {
        List<Supply> supplies = new ArrayList<>();
        for (SupplierProfile profile : a.profiles().values()) {
            if (!a.economies().contains(profile.key().economy())) {
                continue;
            }
            int rank = 0;
            for (SupplierFlow flow : profile.suppliers()) {
                supplies.add(new Supply(profile, flow, ++rank));
            }
            for (SupplierFlow flow : profile.unnamedFlows()) {
                supplies.add(new Supply(profile, flow, 0));
            }
        }
        List<SheetTable.Column> columns = columns(
                "economy", 20, "code", 8, "stage", 14, "commodity", 12, "period", 9, "rank", 8, "supplier", 24, "supplier-code", 10,
                "value-usd", 16, "value-published", 16, "currency", 9, "weight", 16, "share-value", 11,
                "share-value-most", 11, "share-weight", 11, "share-weight-most", 11, "coverage", 17, "publisher", 28);
        return table("suppliers", columns, supplies.size(), (n, out) -> {
            SupplierProfile p = supplies.get(n).profile();
            SupplierFlow flow = supplies.get(n).flow();
            out.text(a.registers().nameOf(p.key().economy()))
                    .text(p.key().economy().code())
                    .text(stage(p.key().stage()))
                    .text(p.key().commodity());
            period(p.key().period(), out);
            OptionalDouble rate = p.usdPerUnit();
            out.number(supplies.get(n).rank() == 0 ? OptionalDouble.empty() : OptionalDouble.of(supplies.get(n).rank()), Look.WHOLE)
                    .text(flow.supplier().isUnnamed() ? words.say("unnamed") : a.registers().nameOf(flow.supplier()))
                    .text(flow.supplier().code())
                    .number(rate.isPresent() ? dollars(flow, rate.getAsDouble()) : OptionalDouble.empty(), Look.AMOUNT)
                    .number(flow.isFullyTold(Basis.VALUE) ? OptionalDouble.of(flow.value()) : OptionalDouble.empty(), Look.AMOUNT)
                    .text(p.currency())
                    .number(weight(flow), Look.AMOUNT);
            share(p, flow, Basis.VALUE, out);
            share(p, flow, Basis.WEIGHT, out);
            out.text(words.word(p.coverage().code())).text(p.publisher());
        });
    }

    private static OptionalDouble dollars(SupplierFlow flow, double usdPerUnit) {
        return flow.isFullyTold(Basis.VALUE) ? OptionalDouble.of(flow.value() * usdPerUnit) : OptionalDouble.empty();
    }

    /** Absent where no row has a weight, which is not a weight of zero. */
    private static OptionalDouble weight(SupplierFlow flow) {
        boolean weighed = flow.rows().stream().anyMatch(row -> row.netWeightKg().isKnown());
        return weighed && (flow.weightKg() > 0 || flow.valueWithoutWeight() == 0) ? OptionalDouble.of(flow.weightKg()) : OptionalDouble.empty();
    }

    private static void share(SupplierProfile profile, SupplierFlow flow, Basis basis, SheetWriter out) throws IOException {
        if (flow.supplier().isUnnamed()) {
            out.skip().skip();
            return;
        }
        Outcome share = Shares.of(profile, basis, flow.supplier());
        out.number(share.value(), Look.SHARE).number(share.high(), Look.SHARE);
    }

    private SheetTable commitments() {
        List<CommitmentResult> results = a.commitments();
        List<SheetTable.Column> columns = columns(
                "id", 24, "party", 20, "party-code", 9, "applies", 11, "kind", 24, "instrument", 40, "summary", 60, "stage", 14,
                "commodity", 12, "status", 17, "measured", AMOUNT, "low-in-unit", AMOUNT, "high-in-unit", AMOUNT, "period", 9, "supplier", 16,
                "unit", 10, "comparator", 12, "threshold", AMOUNT, "baseline", AMOUNT, "baseline-year", 10, "target-date", 12,
                "pace-needed", AMOUNT, "pace-seen", AMOUNT, "distance", AMOUNT, "distance-years", 11,
                "projected", 11, "chance", 11, "confidence", 16, "why", 80, "remedy", 60,
                "source", 40, "address", 40);
        List<SheetTable.Link> links = new ArrayList<>();
        for (int i = 0; i < Math.min(results.size(), SheetTable.MOST_RECORDS); i++) {
            int record = i;
            webAddress(results.get(i).commitment().sourceUrl())
                    .ifPresent(address -> links.add(new SheetTable.Link(record, columns.size() - 1, address)));
        }
        return table("commitments", columns, results.size(), (n, out) -> commitment(results.get(n), out)).withLinks(links).wrapping();
    }

    private void commitment(CommitmentResult r, SheetWriter out) throws IOException {
        Commitment c = r.commitment();
        Look look = Look.ofFigure(Measure.Form.SHARE, c.unit());
        out.text(c.id())
                .text(name(r.party()))
                .text(r.party())
                .text(words.word(CommitmentWords.applies(c)))
                .text(words.word(c.kind().code()))
                .text(c.instrument())
                .text(c.summary())
                .text(stage(r.stage()))
                .text(r.commodity())
                .text(words.word(r.status().code()))
                .number(r.measured(), look)
                .number(r.low(), look)
                .number(r.high(), look);
        Optional<ReferencePeriod> period = ReferencePeriod.parse(r.period());
        if (period.isPresent()) {
            period(period.get(), out);
        } else {
            out.text(r.period());
        }
        out.text(name(r.supplier()))
                .text(c.unit())
                .text(c.comparator())
                .number(c.threshold(), look)
                .number(c.baseline(), look)
                .number(c.baselineYear() == 0 ? OptionalDouble.empty() : OptionalDouble.of(c.baselineYear()), Look.WHOLE);
        if (c.targetDate().isPresent()) {
            out.date(c.targetDate().get());
        } else {
            out.skip();
        }
        out.number(paced(r, p -> OptionalDouble.of(p.needed())), look)
                .number(paced(r, p -> OptionalDouble.of(p.seen())), look)
                .number(r.distancePoints(), look)
                .number(paced(r, Pace::distanceYears), Look.TENTHS)
                .number(paced(r, Pace::projectedYear), Look.TENTHS)
                .number(paced(r, Pace::chance), Look.SHARE)
                .text(words.word(c.confidence().code()))
                .text(words.tell(r.why()))
                .text(words.tell(r.remedy()))
                .text(c.sourceTitle())
                .text(c.sourceUrl(), webAddress(c.sourceUrl()).isPresent() ? Look.LINK : Look.TEXT);
    }

    private static OptionalDouble paced(
            CommitmentResult result, Function<Pace, OptionalDouble> part) {
        return result.pace().map(part).orElse(OptionalDouble.empty());
    }

    private SheetTable observations() {
        List<UsedObservation> used = UsedObservation.of(a);
        List<SheetTable.Column> columns = columns(
                "reporter", 10, "partner", 9, "partner-name", 24, "flow", 7, "classification", 13, "commodity", 12, "period", 9,
                "value-currency", 16, "currency", 9, "value-status", 11, "weight", 16, "weight-status", 11, "valuation", 10,
                "coverage", 17, "stage", 14, "source", 40, "file", 40, "sheet", 14, "line", 9, "cell", 8, "sha-file", 66);
        return table("observations", columns, used.size(), (n, out) -> {
            UsedObservation u = used.get(n);
            TradeObservation o = u.observation();
            out.text(o.reporter().code())
                    .text(o.partner().code())
                    .text(a.registers().nameOf(o.partner()))
                    .text(o.flow().code())
                    .text(o.classification())
                    .text(o.commodity().digits());
            period(o.period(), out);
            out.number(UsedObservation.published(o.value()), Look.AMOUNT)
                    .text(o.currency())
                    .text(words.word(UsedObservation.status(o.value())))
                    .number(UsedObservation.published(o.netWeightKg()), Look.AMOUNT)
                    .text(words.word(UsedObservation.status(o.netWeightKg())))
                    .text(words.word(u.valuation()))
                    .text(words.word(o.coverage().code()))
                    .text(u.stages().stream().map(this::stage).collect(Collectors.joining(", ")))
                    .text(u.source())
                    .text(u.file())
                    .text(o.origin().source().sheet());
            position(o.origin().line(), out);
            out.text(o.origin().cell()).text(o.origin().source().sha256());
        });
    }

    private SheetTable issues() {
        List<Issue> issues = IssueList.of(loaded);
        List<SheetTable.Column> columns = columns(
                "code", 26, "severity", 10, "file", 40, "sheet", 14, "line", 9, "record", 9, "column", 18, "cell", 8, "found", 40,
                "expected", 50, "action", 40);
        return table("issues", columns, issues.size(), (n, out) -> {
            Issue i = issues.get(n);
            out.text(i.code()).text(words.word(i.severity().name().toLowerCase(Locale.ROOT))).text(i.file()).text(i.sheet());
            position(i.line(), out);
            position(i.record(), out);
            out.text(i.column()).text(i.cell()).text(i.text()).text(i.expected()).text(i.action());
        }).wrapping();
    }

    private SheetTable sources() {
        List<FileReport> files = loaded.files();
        List<SheetTable.Column> columns = columns(
                "file", 44, "member", 24, "sheet", 14, "publisher", 24, "layout", 18, "read", 11, "kept", 11, "out", 11,
                "aside", 11, "issues", 9, "periods", 14, "reporters", 30, "recognised", 60, "sha", 66);
        return table("sources", columns, files.size(), (n, out) -> {
            FileReport f = files.get(n);
            out.text(f.source().file())
                    .text(f.source().member())
                    .text(f.source().sheet())
                    .text(f.source().title())
                    .text(f.source().layout())
                    .number(f.rowsRead(), Look.AMOUNT)
                    .number(f.rowsKept(), Look.AMOUNT)
                    .number(f.rowsOutOfScope(), Look.AMOUNT)
                    .number(f.rowsSetAside(), Look.AMOUNT)
                    .number(f.issueCounts().values().stream().mapToLong(Long::longValue).sum(), Look.AMOUNT)
                    .text(String.join("\u2013", f.periods()))
                    .text(String.join(" ", f.reporters()))
                    .text(f.why())
                    .text(f.source().sha256());
        }).wrapping();
    }

    private SheetTable differences() {
        List<SheetTable.Column> columns = columns(
                "reporter", 20, "code", 8, "commodity", 12, "period", 9, "used", 50, "used-total", 16, "used-currency", 10,
                "other", 50, "other-total", 16, "other-currency", 10);
        return table("differences", columns, a.differences().size(), (n, out) -> {
            SeriesDifference d = a.differences().get(n);
            out.text(a.registers().nameOf(d.reporter())).text(d.reporter().code()).text(d.commodity());
            period(d.period(), out);
            out.text(words.tell(d.used()))
                    .number(d.usedTotal(), Look.AMOUNT)
                    .text(d.usedCurrency())
                    .text(words.tell(d.other()))
                    .number(d.otherTotal(), Look.AMOUNT)
                    .text(d.otherCurrency());
        }).wrapping();
    }

    /** A calendar year as a number, so that it sorts and filters as one; any other period as text. */
    private static void period(ReferencePeriod period, SheetWriter out) throws IOException {
        if (period.isCalendarYear()) {
            out.number(period.year(), Look.WHOLE);
        } else {
            out.text(period.toString());
        }
    }

    private static void position(long number, SheetWriter out) throws IOException {
        if (number == 0) {
            out.skip();
        } else {
            out.number(number, Look.WHOLE);
        }
    }

    private String stage(String id) {
        return stageLabels.getOrDefault(id, words.word(id));
    }

    private String name(String code) {
        return Economy.find(code).map(a.registers()::nameOf).orElse(code);
    }

    private String watchedName() {
        return a.registers().nameOf(a.context().watchedCode());
    }

    /** The address, where it is one that a browser opens: other schemes could run something. */
    static Optional<String> webAddress(String text) {
        try {
            URI uri = new URI(text.strip());
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean web = (scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null;
            return web ? Optional.of(uri.toASCIIString()) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private SheetTable table(String id, List<SheetTable.Column> columns, int size, SheetTable.RecordWriter record) {
        return SheetTable.of(id, words.say("sheet." + id), columns, size, record);
    }

    private List<SheetTable.Column> columns(Object... keysAndWidths) {
        List<SheetTable.Column> columns = new ArrayList<>(keysAndWidths.length / 2);
        for (int i = 0; i < keysAndWidths.length; i += 2) {
            String key = (String) keysAndWidths[i];
            columns.add(new SheetTable.Column(words.say("column." + key), (Integer) keysAndWidths[i + 1]).holding(vocabulary(key)));
        }
        return columns;
    }

    /** What a column can say, where that is a list of words: no language's are cut by the next column. */
    private Stream<String> vocabulary(String column) {
        return switch (column) {
            case "economy" -> a.economies().stream().map(a.registers()::nameOf);
            case "stage" -> stageLabels.values().stream();
            case "measure" -> measureTitles.values().stream();
            case "basis" -> Arrays.stream(Basis.values()).map(Basis::code).map(words::word);
            case "status" -> Stream.concat(
                            Arrays.stream(Outcome.Status.values()).map(Outcome.Status::code), Arrays.stream(CommitmentStatus.values()).map(CommitmentStatus::code))
                    .map(words::word);
            default -> Stream.empty();
        };
    }
}
