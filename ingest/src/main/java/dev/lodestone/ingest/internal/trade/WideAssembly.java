package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.IssueCode;
import dev.lodestone.ingest.internal.layout.Field;
import dev.lodestone.ingest.internal.layout.Layout;
import dev.lodestone.ingest.internal.layout.WideRule;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.Quantity;
import dev.lodestone.model.trade.ReferencePeriod;
import dev.lodestone.model.trade.TradeFlow;
import dev.lodestone.model.trade.Valuation;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Joins the rows of wide tables into figures: one figure of a flow is the sum of its rows by unit, its weight the sum of those counted
 * in a unit of weight, if these cover the whole value.
 */
final class WideAssembly {

    /** A row's figure of one period. */
    private record Part(WideRow row, WideRow.Figure figure) {}

    private final Layout layout;
    private final WideRule rule;
    private final Set<Candidate.Key> weighed = new HashSet<>();

    WideAssembly(Layout layout) {
        this.layout = layout;
        this.rule = layout.wide().orElseThrow();
    }

    /**
     * The figures by the table that their values stand in.
     *
     * @param valuesMet whether any row gives a value, usable or not; weights stand alone only where none does
     */
    Map<TableAccount, List<Candidate>> join(List<WideSheet> sheets, boolean valuesMet) {
        Map<Candidate.Key, List<Part>> values = new LinkedHashMap<>();
        Map<Candidate.Key, List<Part>> weights = new LinkedHashMap<>();
        Map<TableAccount, List<Candidate>> figures = new LinkedHashMap<>();
        leaveOutSecondValues(sheets);
        Map<TableAccount, Map<ReferencePeriod, Optional<ReferencePeriod>>> stand = new LinkedHashMap<>();
        Map<TableAccount, List<WideRow>> sound = new LinkedHashMap<>();
        for (WideSheet sheet : sheets) {
            figures.put(sheet.account(), new ArrayList<>());
            Map<ReferencePeriod, Optional<ReferencePeriod>> periods = new HashMap<>(openYears(sheet, sheets));
            periods.putAll(yearsSoFar(sheet));
            monthsToCome(sheet).forEach(month -> periods.put(month, Optional.empty()));
            stand.put(sheet.account(), periods);
            sound.put(sheet.account(), withoutRepeats(sheet));
        }
        Set<WideRow> left = leftOutAcrossSheets(sound, stand);
        for (WideSheet sheet : sheets) {
            Map<ReferencePeriod, Optional<ReferencePeriod>> periods = stand.get(sheet.account());
            for (WideRow row : sound.get(sheet.account())) {
                if (left.contains(row)) {
                    continue;
                }
                Map<Candidate.Key, List<Part>> parts = row.measure() == WideRule.Measure.VALUE ? values : weights;
                row.figures().forEach((written, figure) ->
                        periods.getOrDefault(written, Optional.of(written)).ifPresent(period -> {
                            parts.computeIfAbsent(row.key(period), key -> new ArrayList<>(2)).add(new Part(row, figure));
                            if (!row.isTotal()) {
                                row.account().met(row.head().reporter(), period);
                            }
                        }));
                row.weights().forEach((written, figure) -> periods.getOrDefault(written, Optional.of(written))
                        .ifPresent(period -> weights.computeIfAbsent(row.key(period), key -> new ArrayList<>(2)).add(new Part(row, figure))));
            }
        }
        values.forEach((key, parts) -> {
            if (parts.stream().allMatch(this::isWeighed)) {
                weighed.add(key);
            }
            Candidate figure = figure(key, parts, weights.getOrDefault(key, List.of()));
            figures.get(parts.get(0).row().account()).add(figure);
        });
        if (!valuesMet) {
            weights.forEach((key, parts) -> figures.get(parts.get(0).row().account()).add(weightAlone(key, parts)));
        }
        Set<TableAccount> toBeAsked = sheets.stream().filter(WideSheet::toBeAsked).map(WideSheet::account).collect(Collectors.toSet());
        figures.replaceAll((account, candidates) -> againstTotals(candidates, toBeAsked.contains(account), account));
        addOfSomeone(sheets, figures);
        return figures;
    }

    /** A flow of which nothing but the partner could not be told. */
    private record Someones(Candidate.Key key, String partnerText) {}

    /** Adds what rows come to of which nothing but the partner could not be told: a flow for each name. */
    private void addOfSomeone(List<WideSheet> sheets, Map<TableAccount, List<Candidate>> figures) {
        Map<Someones, List<Part>> values = new LinkedHashMap<>();
        Map<Someones, List<Part>> weights = new LinkedHashMap<>();
        for (WideSheet sheet : sheets) {
            for (WideRow row : sheet.ofSomeone()) {
                String who = row.head().partnerText();
                row.figures().forEach((period, figure) -> (isValue(row) ? values : weights)
                        .computeIfAbsent(new Someones(row.key(period), who), key -> new ArrayList<>(2)).add(new Part(row, figure)));
                row.weights().forEach((period, figure) ->
                        weights.computeIfAbsent(new Someones(row.key(period), who), key -> new ArrayList<>(2)).add(new Part(row, figure)));
            }
        }
        values.forEach((someones, parts) -> figures.get(parts.get(0).row().account())
                .add(figure(someones.key(), parts, weights.getOrDefault(someones, List.of())).ofSomeone()));
        weights.forEach((someones, parts) -> {
            if (!values.containsKey(someones)) {
                figures.get(parts.get(0).row().account()).add(weightAlone(someones.key(), parts).ofSomeone());
            }
        });
    }

    private static List<Candidate> againstTotals(List<Candidate> candidates, boolean toBeAsked, TableAccount account) {
        WorldTotals totals = new WorldTotals();
        candidates.stream().filter(each -> each.key().partner().isWorld()).forEach(totals::add);
        List<Candidate> partners = candidates.stream().filter(each -> !each.key().partner().isWorld()).toList();
        totals.compare(partners, account);
        Set<Economy> chosen = totals.all().isEmpty() && toBeAsked ? SelectedPartners.of(partners) : Set.of();
        if (chosen.isEmpty()) {
            Selections joined = toBeAsked ? SelectedPartners.beside(partners, totals.all()) : Selections.NONE;
            SelectedPartners.tell(joined, account);
            return joined.isEmpty() ? candidates : SelectedPartners.marked(candidates, joined);
        }
        SelectedPartners.tell(chosen, account);
        return totals.withoutConfirmation(partners);
    }

    /** Values every part of which is counted in a unit of weight, by the table's own word or its publisher's. */
    Set<Candidate.Key> weighed() {
        return weighed;
    }

    private boolean isWeighed(Part part) {
        boolean oneUnit = layout.column(Field.UNIT).isEmpty(); // the measure says it
        return oneUnit || part.figure().quantity().amount() == 0 || rule.weights().containsKey(part.row().unit());
    }

    /** Months of the table's last year that no row has a figure for yet: their columns stand there, empty or with zeros. */
    private static List<ReferencePeriod> monthsToCome(WideSheet sheet) {
        if (sheet.columns().columns().stream().noneMatch(column -> column.period().isMonth())) {
            return List.of();
        }
        List<ReferencePeriod> months = sheet.rows().stream()
                .flatMap(row -> row.figures().keySet().stream())
                .filter(ReferencePeriod::isMonth)
                .distinct()
                .sorted()
                .toList();
        if (months.isEmpty()) {
            return List.of();
        }
        int year = months.get(months.size() - 1).year();
        int last = sheet.lastMonths().getOrDefault(year, 0);
        List<ReferencePeriod> toCome = months.stream().filter(month -> month.year() == year && month.start().getMonthValue() > last).toList();
        if (!toCome.isEmpty()) {
            sheet.account().issue(
                    IssueCode.PERIOD_NOT_COMPLETE,
                    toCome.size() == 1 ? toCome.get(0).toString() : toCome.get(0) + " to " + toCome.get(toCome.size() - 1),
                    "figures for each month of the year, but no row holds any",
                    toCome.size() == 1 ? "column not read" : "columns not read");
        }
        return toCome;
    }

    /** What a column of the year so far stands for: the whole year only where its December holds figures. */
    private static Map<ReferencePeriod, Optional<ReferencePeriod>> yearsSoFar(WideSheet sheet) {
        Map<ReferencePeriod, Optional<ReferencePeriod>> periods = new HashMap<>();
        if (sheet.columns().columns().stream().noneMatch(WideColumns.Column::soFar)) {
            return periods;
        }
        sheet.lastMonths().forEach((year, month) -> {
            if (month < 12) {
                periods.put(ReferencePeriod.ofYear(year), Optional.of(new ReferencePeriod(YearMonth.of(year, 1), month)));
            }
        });
        return periods;
    }

    /**
     * What the last year of a table is, when its title speaks of a part of the year: not there yet where it holds nothing, and the
     * title's months where no other table gives these.
     */
    private Map<ReferencePeriod, Optional<ReferencePeriod>> openYears(WideSheet sheet, List<WideSheet> sheets) {
        Optional<ReferencePeriod> last = sheet.columns().columns().stream()
                .filter(WideColumns.Column::annual)
                .map(WideColumns.Column::period)
                .max(Comparator.naturalOrder());
        if (sheet.columns().titleMonths().isEmpty()) {
            Map<ReferencePeriod, Optional<ReferencePeriod>> years = yearsNotOver(sheet);
            last.filter(year -> !years.containsKey(year) && hasEndedAtOnce(sheet, year)).ifPresent(year -> {
                sheet.account().issue(
                        IssueCode.PERIOD_NOT_COMPLETE,
                        year.toString(),
                        "figures for a whole year, but no row holds any, nor does a title say that the year was over",
                        "column not read");
                years.put(year, Optional.empty());
            });
            return years;
        }
        if (last.isEmpty()) {
            return Map.of();
        }
        if (rowsWith(sheet, last.get()) == 0) {
            if (!sheet.rows().isEmpty()) {
                sheet.account().issue(
                        IssueCode.PERIOD_NOT_COMPLETE,
                        last.get().toString(),
                        "figures for a whole year, but the column holds none and the title speaks of a part of the year",
                        "column not read");
            }
            return Map.of(last.get(), Optional.empty());
        }
        ReferencePeriod part = sheet.columns().titlePeriod(last.get().year());
        boolean givenElsewhere = sheets.stream()
                .filter(other -> other != sheet)
                .anyMatch(other -> other.columns().columns().stream().anyMatch(column -> column.period().equals(part)));
        return givenElsewhere ? Map.of() : Map.of(last.get(), Optional.of(part));
    }

    /** Whether several rows had figures the year before and none has any: trade ends in one row at a time, a table in all at once. */
    private static boolean hasEndedAtOnce(WideSheet sheet, ReferencePeriod year) {
        return rowsWith(sheet, year) == 0 && rowsWith(sheet, ReferencePeriod.ofYear(year.year() - 1)) > 1;
    }

    private static long rowsWith(WideSheet sheet, ReferencePeriod period) {
        return sheet.rows().stream()
                .map(row -> row.figures().get(period))
                .filter(figure -> figure != null && figure.quantity().amount() != 0)
                .count();
    }

    /** Years that no title speaks of and that were not over when the file was made: nobody can tell which months they hold. */
    private static Map<ReferencePeriod, Optional<ReferencePeriod>> yearsNotOver(WideSheet sheet) {
        Map<ReferencePeriod, Optional<ReferencePeriod>> years = new HashMap<>();
        sheet.columns().columns().stream()
                .filter(column -> column.annual() && column.namesYear())
                .map(WideColumns.Column::period)
                .filter(sheet.open())
                .forEach(year -> years.put(year, Optional.empty()));
        years.keySet().stream().sorted().forEach(year -> sheet.account().issue(
                IssueCode.PERIOD_NOT_COMPLETE,
                year.toString(),
                "figures for a whole year, but it was not over when the file was made and nothing says which months they hold",
                "column not read"));
        return years;
    }

    /** A file may give several values of one flow, at customs and CIF: of each flow the one that the layout names first is read. */
    private void leaveOutSecondValues(List<WideSheet> sheets) {
        Map<TradeFlow, Set<String>> present = new EnumMap<>(TradeFlow.class);
        sheets.forEach(sheet -> sheet.rows().stream()
                .filter(WideAssembly::isValue)
                .forEach(row -> present.computeIfAbsent(row.head().flow(), key -> new HashSet<>()).add(row.measureText())));
        Map<TradeFlow, String> first = new EnumMap<>(TradeFlow.class);
        present.forEach((flow, texts) -> rule.measures().keySet().stream().filter(texts::contains).findFirst().ifPresent(text -> first.put(flow, text)));
        for (WideSheet sheet : sheets) {
            sheet.rows().removeIf(row -> {
                boolean second = isValue(row) && !row.measureText().equals(first.getOrDefault(row.head().flow(), row.measureText()));
                if (second && !row.isTotal()) {
                    row.account().notKeptButOutOfScope("a second value of the same flow");
                }
                return second;
            });
        }
    }

    private static boolean isValue(WideRow row) {
        return row.measure() == WideRule.Measure.VALUE;
    }

    private List<WideRow> withoutRepeats(WideSheet sheet) {
        Map<WideRow.Identity, List<WideRow>> byIdentity = new LinkedHashMap<>();
        sheet.rows().forEach(row -> byIdentity.computeIfAbsent(row.identity(), key -> new ArrayList<>(1)).add(row));
        List<WideRow> sound = new ArrayList<>();
        for (List<WideRow> rows : byIdentity.values()) {
            WideRow first = rows.get(0);
            boolean repeats = rows.stream().allMatch(first::hasFiguresOf);
            String what = first.head().partnerText() + ", " + first.head().commodity() + ", " + first.measureText() + ", " + first.unit();
            for (WideRow row : first.isTotal() ? List.<WideRow>of() : repeats ? rows.subList(1, rows.size()) : rows) {
                IssueCode code = repeats ? IssueCode.DUPLICATE_ROW : IssueCode.CONFLICTING_ROWS;
                String lines = String.join(", ", rows.stream().filter(each -> each != row).map(each -> "" + each.line()).toList());
                row.account().notKeptButSetAside();
                row.account().issue(
                        code, row.line(), row.record(), "", "", row.head().partnerText(), "one row for " + what + "; see line " + lines,
                        "row set aside");
            }
            if (repeats || first.isTotal()) {
                sound.add(first);
            }
        }
        return sound;
    }

    /** What a row speaks of in one period, as rows of other sheets may too. */
    private record Spoken(WideRow.Identity of, ReferencePeriod period) {}

    /**
     * Rows that another sheet has too. Sheets of one header tell different things in what stands above it (a value, then a quantity), which no
     * sum tells: rows of one period that differ are set aside in both, one that repeats another in the later sheet.
     */
    private static Set<WideRow> leftOutAcrossSheets(
            Map<TableAccount, List<WideRow>> sheets, Map<TableAccount, Map<ReferencePeriod, Optional<ReferencePeriod>>> stand) {
        Map<Spoken, List<WideRow>> spoken = new LinkedHashMap<>();
        sheets.forEach((sheet, rows) -> rows.forEach(row -> Stream.of(row.figures(), row.weights())
                .flatMap(figures -> figures.keySet().stream())
                .distinct()
                .flatMap(written -> stand.get(sheet).getOrDefault(written, Optional.of(written)).stream())
                .forEach(period -> spoken.computeIfAbsent(new Spoken(row.identity().without(), period), key -> new ArrayList<>(1)).add(row))));
        Set<WideRow> left = Collections.newSetFromMap(new IdentityHashMap<>());
        for (List<WideRow> rows : spoken.values()) {
            WideRow first = rows.get(0);
            boolean repeats = rows.stream().allMatch(first::hasFiguresOf);
            for (WideRow row : rows) {
                Optional<WideRow> other = rows.stream().filter(each -> each.account() != row.account()).findFirst();
                if (other.isPresent() && (!repeats || row != first) && left.add(row) && !row.isTotal()) {
                    row.account().notKeptButSetAside();
                    row.account().issue(
                            repeats ? IssueCode.DUPLICATE_ROW : IssueCode.CONFLICTING_ROWS, row.line(), row.record(), "", "", row.head().partnerText(),
                            "one row for " + row.head().partnerText() + ", " + row.head().commodity() + " in all sheets; see sheet '"
                                    + other.get().account().sheet() + "', line " + other.get().line() + (repeats ? "" : "; what stands above the tables may tell"
                                    + " two things apart that the layout reads as one"),
                            "row set aside");
                }
            }
        }
        return left;
    }

    private Candidate figure(Candidate.Key key, List<Part> values, List<Part> weights) {
        Quantity value = nilIfZero(Quantities.sum(values.stream().map(part -> part.figure().quantity()).toList()));
        Part shown = values.stream()
                .max(Comparator.comparingDouble(part -> part.figure().quantity().amount()))
                .orElseThrow();
        WideRow row = shown.row();
        String note = values.size() == 1
                ? ""
                : "sum of " + String.join(" + ", values.stream().map(WideAssembly::place).toList());
        return new Candidate(
                key,
                row.head().reporterText(),
                row.head().partnerText(),
                "",
                value,
                row.currency(),
                weight(key, values, weights, shown),
                valuation(row),
                row.head().coverage(),
                row.note(),
                note,
                row.line(),
                row.record(),
                shown.figure().header(),
                shown.figure().cell());
    }

    /** A weight whose value stands in another file. */
    private Candidate weightAlone(Candidate.Key key, List<Part> weights) {
        Part shown = weights.get(0);
        WideRow row = shown.row();
        return new Candidate(
                key,
                row.head().reporterText(),
                row.head().partnerText(),
                "",
                Quantity.MISSING,
                row.currency(),
                weight(key, List.of(), weights, shown),
                Valuation.UNKNOWN,
                row.head().coverage(),
                row.note(),
                "",
                row.line(),
                row.record(),
                shown.figure().header(),
                shown.figure().cell());
    }

    /** The weight, known only where every part of the value is counted in a unit of weight. */
    private Quantity weight(Candidate.Key key, List<Part> values, List<Part> weights, Part shown) {
        if (weights.isEmpty()) {
            return Quantity.MISSING;
        }
        Set<String> counted = new HashSet<>();
        weights.forEach(part -> counted.add(part.row().unit()));
        Set<String> uncounted = new TreeSet<>();
        for (Part part : values) {
            if (part.figure().quantity().amount() > 0 && !counted.contains(part.row().unit())) {
                uncounted.add(part.row().unit());
            }
        }
        if (!uncounted.isEmpty()) {
            tellUncounted(key, weights, shown, uncounted);
            return Quantity.MISSING;
        }
        if (weights.stream().anyMatch(part -> part.row().withheld().contains(written(part)))) {
            return Quantity.SUPPRESSED;
        }
        return nilIfZero(Quantities.sum(weights.stream().map(part -> part.figure().quantity()).toList()));
    }

    /** The period under which the row has the figure. */
    private static ReferencePeriod written(Part part) {
        return Stream.concat(part.row().figures().entrySet().stream(), part.row().weights().entrySet().stream())
                .filter(entry -> entry.getValue() == part.figure())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private void tellUncounted(Candidate.Key key, List<Part> weights, Part shown, Set<String> units) {
        boolean someWeight = weights.stream().anyMatch(part -> part.figure().quantity().amount() > 0);
        if (someWeight) {
            shown.row().account().issue(
                    IssueCode.WEIGHT_NOT_COVERED,
                    shown.row().line(),
                    shown.row().record(),
                    shown.figure().header(),
                    shown.figure().cell(),
                    String.join(", ", units),
                    "a unit of weight for all of " + key,
                    "value kept, weight left open");
        }
    }

    private Valuation valuation(WideRow row) {
        return Optional.ofNullable(rule.valuations().get(row.measureText()))
                .map(word -> Valuation.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(layout.valuation().byFlow().getOrDefault(row.head().flow().code(), Valuation.UNKNOWN));
    }

    /** A wide table writes 0 where there was no trade. */
    private static Quantity nilIfZero(Quantity quantity) {
        return quantity.isKnown() && quantity.amount() == 0 ? Quantity.NIL : quantity;
    }

    private static String place(Part part) {
        return part.figure().cell().isEmpty() ? "line " + part.row().line() : part.figure().cell();
    }
}
