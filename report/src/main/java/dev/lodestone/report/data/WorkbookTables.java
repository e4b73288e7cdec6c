package dev.lodestone.report.data;

import dev.lodestone.model.assess.Assessment;
import dev.lodestone.model.assess.SeriesDifference;
import dev.lodestone.model.commitment.CommitmentResult;
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
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.ReferencePeriod;
import dev.lodestone.model.trade.TradeObservation;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The sheets of the workbook: the tables of the edition with names beside codes and units in the headers. */
final class WorkbookTables {

    /** Characters on a line of the first sheet, with room for wide letters. */
    private static final int PROSE_CHARACTERS = 90;

    private final Assessment a;
    private final Loaded<?> loaded;
    private final Map<String, String> stageLabels;
    private final Map<String, String> measureTitles;
    private final Map<String, Measure.Form> forms;

    WorkbookTables(Assessment assessment, Loaded<?> loaded) {
        this.a = assessment;
        this.loaded = loaded;
        this.stageLabels = a.material().stages().stream().collect(Collectors.toMap(StageEntry::id, StageEntry::label));
        this.forms = Measures.standard().stream().collect(Collectors.toMap(Measure::id, Measure::form));
        this.measureTitles = Measures.standard().stream().collect(Collectors.toMap(Measure::id, Measure::title));
    }

    List<SheetTable> all() {
        List<SheetTable> tables = new ArrayList<>(List.of(
                overview(), indicators(), suppliers(), commitments(), observations(), issues(), sources()));
        if (!a.differences().isEmpty()) {
            tables.add(differences());
        }
        tables.addFirst(readMe(List.copyOf(tables)));
        return tables;
    }

    String title() {
        return a.material().label() + ": import dependence and commitments, " + a.options().asOf();
    }

    private record Line(String name, String text, Look look) {}

    private SheetTable readMe(List<SheetTable> others) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("As of", a.options().asOf().toString(), Look.PROSE));
        lines.add(new Line("Watched supplier", watchedName(), Look.PROSE));
        lines.add(new Line(
                "Figures", "Imports as customs offices publish them. A share is a part of the imports of one stage or line in one period; "
                        + "stages are never added up.", Look.PROSE));
        lines.add(new Line(
                "Low and high", "The least and the most that a figure can be, given what the statistics hide. A blank low beside a high says "
                        + "'at most', a blank high beside a low says 'at least'.", Look.PROSE));
        lines.add(new Line(
                "Status", "ok: computed. bounded: only bounds are known, or a value within bounds. not-computable: the reason says why; "
                        + "it is never zero.", Look.PROSE));
        lines.add(new Line(
                "Blank", "A blank cell is an absent figure. Zero is written as 0.", Look.PROSE));
        lines.add(new Line(
                "Apostrophe", "A text that a spreadsheet could take for a formula has an apostrophe put before it.", Look.PROSE));
        lines.add(new Line("", "", Look.TEXT));
        for (SheetTable table : others) {
            lines.add(new Line(table.name(), about(table), Look.PROSE));
        }
        lines.add(new Line("", "", Look.TEXT));
        for (Measure measure : Measures.standard()) {
            lines.add(new Line(measure.id(), measure.title() + ". " + measure.formula() + (measure.unit().equals("1") ? "" : ", in " + measure.unit()),
                    Look.PROSE));
        }
        return SheetTable.of("Read me", columns(title(), 24, "", 100), lines.size(), (i, out) -> {
            out.lines(1 + lines.get(i).text().length() / PROSE_CHARACTERS);
            out.text(lines.get(i).name(), Look.PROSE).text(lines.get(i).text(), lines.get(i).look());
        });
    }

    private static String about(SheetTable table) {
        String what = switch (table.name()) {
            case "Overview" -> "Latest share of the watched supplier by value, economy by stage. Where only an upper bound is known, that bound.";
            case "Indicators" -> "Every measure, economy by stage or line by period.";
            case "Suppliers" -> "Who supplied how much, per economy, stage or line, and period.";
            case "Commitments" -> "How each commitment stands, why, and what would change it.";
            case "Observations" -> "Every figure as published that was used, with the file and line where it stands.";
            case "Issues" -> "What was wrong with the files that were read, and what was done.";
            case "Sources" -> "The files that were read: rows read are kept, out of scope or set aside.";
            default -> "Flows that several sources tell: one is used, the other is shown, they are never added.";
        };
        String rows = String.format(Locale.ROOT, " %,d rows", table.size());
        return what + (table.size() > table.shown()
                ? String.format(Locale.ROOT, "%s, of which this sheet holds %,d; all are in the CSV file of the same name.", rows, table.shown())
                : rows + ".");
    }

    private SheetTable overview() {
        List<SheetTable.Column> columns = new ArrayList<>(columns("Economy", 22, "Code", 8));
        List<Integer> shares = new ArrayList<>();
        for (StageEntry stage : a.material().stages()) {
            shares.add(columns.size());
            columns.addAll(columns(
                    stage.label() + ": share of " + watchedName() + " in imports by value", 20,
                    stage.label() + ": period", 15,
                    stage.label() + ": status", 16));
        }
        Map<String, Indicator> latest = latestShares();
        return SheetTable.of("Overview", columns, a.economies().size(), (i, out) -> {
                    Economy economy = a.economies().get(i);
                    out.text(a.registers().nameOf(economy)).text(economy.code());
                    for (StageEntry stage : a.material().stages()) {
                        Indicator share = latest.get(economy.code() + ' ' + stage.id());
                        if (share == null) {
                            out.skip().skip().text("no figure");
                            continue;
                        }
                        Outcome outcome = share.outcome();
                        out.number(outcome.valueOrHigh(), Look.SHARE);
                        period(share.about().period(), out);
                        out.text(outcome.isUpperBound() ? "at most" : outcome.status().code());
                    }
                })
                .withShares(shares);
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
                "Economy", 20, "Code", 8, "Material", 14, "Stage", 14, "Commodity code", 12, "Period", 9, "Measure", 34, "Measure id", 20,
                "Supplier", 20, "Supplier code", 10, "Basis", 9, "Value (in unit)", 16, "Low (in unit)", 16, "High (in unit)", 16, "Unit", 9,
                "Status", 15, "Reason", 60);
        Reasons reasons = new Reasons(UnaryOperator.identity());
        return SheetTable.of("Indicators", columns, a.indicators().size(), (n, out) -> {
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
                    .text(i.basis().code())
                    .number(i.outcome().value(), look)
                    .number(i.outcome().low(), look)
                    .number(i.outcome().high(), look)
                    .text(i.unit())
                    .text(i.outcome().status().code())
                    .text(reasons.of(i.outcome().why()));
        });
    }

    private record Supply(SupplierProfile profile, SupplierFlow flow, int rank) {}

    private SheetTable suppliers() {
        List<Supply> supplies = new ArrayList<>();
        for (SupplierProfile profile : a.profiles().values()) {
            int rank = 0;
            for (SupplierFlow flow : profile.suppliers()) {
                supplies.add(new Supply(profile, flow, ++rank));
            }
            for (SupplierFlow flow : profile.unnamedFlows()) {
                supplies.add(new Supply(profile, flow, 0));
            }
        }
        List<SheetTable.Column> columns = columns(
                "Economy", 20, "Code", 8, "Stage", 14, "Commodity code", 12, "Period", 9, "Rank by value", 8, "Supplier", 24, "Supplier code", 10,
                "Value (USD)", 16, "Value (as published)", 16, "Currency", 9, "Net weight (kg)", 16, "Share by value", 11,
                "Share by value, at most", 11, "Share by weight", 11, "Share by weight, at most", 11, "Coverage", 17, "Publisher", 28);
        return SheetTable.of("Suppliers", columns, supplies.size(), (n, out) -> {
            SupplierProfile p = supplies.get(n).profile();
            SupplierFlow flow = supplies.get(n).flow();
            out.text(a.registers().nameOf(p.key().economy()))
                    .text(p.key().economy().code())
                    .text(stage(p.key().stage()))
                    .text(p.key().commodity());
            period(p.key().period(), out);
            OptionalDouble rate = p.usdPerUnit();
            out.number(supplies.get(n).rank() == 0 ? OptionalDouble.empty() : OptionalDouble.of(supplies.get(n).rank()), Look.WHOLE)
                    .text(flow.supplier().isUnnamed() ? "not named by the publisher" : a.registers().nameOf(flow.supplier()))
                    .text(flow.supplier().code())
                    .number(rate.isPresent() ? dollars(flow, rate.getAsDouble()) : OptionalDouble.empty(), Look.AMOUNT)
                    .number(flow.isFullyTold() ? OptionalDouble.of(flow.value()) : OptionalDouble.empty(), Look.AMOUNT)
                    .text(p.currency())
                    .number(weight(flow), Look.AMOUNT);
            share(p, flow, Basis.VALUE, out);
            share(p, flow, Basis.WEIGHT, out);
            out.text(p.coverage().code()).text(p.publisher());
        });
    }

    private static OptionalDouble dollars(SupplierFlow flow, double usdPerUnit) {
        return flow.isFullyTold() ? OptionalDouble.of(flow.value() * usdPerUnit) : OptionalDouble.empty();
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
                "Id", 24, "Party", 20, "Party code", 9, "Applies to", 11, "Kind", 24, "Instrument", 40, "Summary", 60, "Stage", 14,
                "Commodity code", 12, "Status", 17, "Measured (in unit)", 13, "Low (in unit)", 13, "High (in unit)", 13, "Period", 9, "Supplier", 16,
                "Unit", 10, "Comparator", 12, "Threshold (in unit)", 13, "Baseline (in unit)", 13, "Baseline year", 10, "Target date", 12,
                "Pace needed (unit a year)", 13, "Pace seen (unit a year)", 13, "Distance (in unit)", 13, "Distance (years)", 11,
                "Projected year", 11, "Chance of arriving", 11, "Confidence", 16, "Why", 80, "What would change the verdict", 60,
                "Source", 40, "Address", 40);
        List<SheetTable.Link> links = new ArrayList<>();
        for (int i = 0; i < Math.min(results.size(), SheetTable.MOST_RECORDS); i++) {
            int record = i;
            webAddress(results.get(i).commitment().sourceUrl())
                    .ifPresent(address -> links.add(new SheetTable.Link(record, columns.size() - 1, address)));
        }
        return SheetTable.of("Commitments", columns, results.size(), (n, out) -> commitment(results.get(n), out)).withLinks(links);
    }

    private void commitment(CommitmentResult r, SheetWriter out) throws IOException {
        Commitment c = r.commitment();
        Look look = Look.ofFigure(Measure.Form.SHARE, c.unit());
        out.text(c.id())
                .text(name(r.party()))
                .text(r.party())
                .text(CommitmentWords.applies(c))
                .text(c.kind().code())
                .text(c.instrument())
                .text(c.summary())
                .text(stage(r.stage()))
                .text(r.commodity())
                .text(r.status().code())
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
                .text(c.confidence().code())
                .text(r.reason())
                .text(r.whatWouldChange())
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
                "Reporter", 10, "Partner", 9, "Partner name", 24, "Flow", 7, "Classification", 13, "Commodity code", 12, "Period", 9,
                "Value (in currency)", 16, "Currency", 9, "Value status", 11, "Net weight (kg)", 16, "Weight status", 11, "Valuation", 10,
                "Coverage", 17, "Stage", 14, "Source", 40, "File", 40, "Sheet", 14, "Line", 9, "Cell", 8, "SHA-256 of the file", 66);
        return SheetTable.of("Observations", columns, used.size(), (n, out) -> {
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
                    .text(UsedObservation.status(o.value()))
                    .number(UsedObservation.published(o.netWeightKg()), Look.AMOUNT)
                    .text(UsedObservation.status(o.netWeightKg()))
                    .text(u.valuation())
                    .text(o.coverage().code())
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
                "Code", 26, "Severity", 10, "File", 40, "Sheet", 14, "Line", 9, "Record", 9, "Column", 18, "Cell", 8, "Text found", 40,
                "Expected", 50, "What was done", 40);
        return SheetTable.of("Issues", columns, issues.size(), (n, out) -> {
            Issue i = issues.get(n);
            out.text(i.code()).text(i.severity().name().toLowerCase(Locale.ROOT)).text(i.file()).text(i.sheet());
            position(i.line(), out);
            position(i.record(), out);
            out.text(i.column()).text(i.cell()).text(i.text()).text(i.expected()).text(i.action());
        });
    }

    private SheetTable sources() {
        List<FileReport> files = loaded.files();
        List<SheetTable.Column> columns = columns(
                "File", 44, "Archive member", 24, "Sheet", 14, "Publisher", 24, "Layout", 18, "Rows read", 11, "Rows kept", 11, "Rows out of scope", 11,
                "Rows set aside", 11, "Issues", 9, "Periods", 14, "Reporters", 30, "How it was recognised", 60, "SHA-256", 66);
        return SheetTable.of("Sources", columns, files.size(), (n, out) -> {
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
                    .text(String.join(" to ", f.periods()))
                    .text(String.join(" ", f.reporters()))
                    .text(f.why())
                    .text(f.source().sha256());
        });
    }

    private SheetTable differences() {
        List<SheetTable.Column> columns = columns(
                "Reporter", 20, "Code", 8, "Commodity code", 12, "Period", 9, "Source used", 50, "Its total (in currency)", 16, "Its currency", 10,
                "Other source", 50, "Its total (in currency) ", 16, "Its currency ", 10);
        return SheetTable.of("Differences", columns, a.differences().size(), (n, out) -> {
            SeriesDifference d = a.differences().get(n);
            out.text(a.registers().nameOf(d.reporter())).text(d.reporter().code()).text(d.commodity());
            period(d.period(), out);
            out.text(d.used().english())
                    .number(d.usedTotal(), Look.AMOUNT)
                    .text(d.usedCurrency())
                    .text(d.other().english())
                    .number(d.otherTotal(), Look.AMOUNT)
                    .text(d.otherCurrency());
        });
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
        return stageLabels.getOrDefault(id, id);
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

    private static List<SheetTable.Column> columns(Object... titlesAndWidths) {
        List<SheetTable.Column> columns = new ArrayList<>(titlesAndWidths.length / 2);
        for (int i = 0; i < titlesAndWidths.length; i += 2) {
            columns.add(new SheetTable.Column((String) titlesAndWidths[i], (Integer) titlesAndWidths[i + 1]));
        }
        return columns;
    }
}
