package dev.lodestone.report.brief;

import dev.lodestone.model.measure.Basis;
import dev.lodestone.model.measure.Outcome;
import dev.lodestone.model.measure.Shares;
import dev.lodestone.model.measure.SupplierFlow;
import dev.lodestone.model.measure.SupplierProfile;
import dev.lodestone.model.text.Term;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.report.chart.BarChart;
import dev.lodestone.report.chart.Frame;
import dev.lodestone.report.chart.Role;
import dev.lodestone.report.chart.TextMeasure;
import dev.lodestone.report.view.Block;
import dev.lodestone.report.view.Cell;
import dev.lodestone.report.view.Columns;
import dev.lodestone.report.view.Figure;
import dev.lodestone.report.view.Heading;
import dev.lodestone.report.view.Paragraph;
import dev.lodestone.report.view.Table;
import dev.lodestone.report.view.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Who supplies a buyer: bars and a table for each stage, with the change since the last comparable year. */
final class SupplierTables {

    private static final int BARS = 8;
    private static final int BARS_OF_HALF = 5;
    private static final int ROWS = 12;

    /** Totals below ten million would be rows of 0.00 in millions. */
    private static final double TOLD_IN_THOUSANDS = 1e7;

    private final Desk desk;
    private final Explanations explanations;

    SupplierTables(Desk desk, Explanations explanations) {
        this.desk = desk;
        this.explanations = explanations;
    }

    /**
     * A picture of each stage, two side by side where there are two; the figures behind them are in {@link #tables}.
     *
     * @param opened whether the page opens with {@link #opening}
     */
    List<Block> pictures(List<StageStory> stories, Counter counter, boolean opened) {
        if (opened && stories.size() == 1) {
            // The page opens with this picture already.
            return words(stories.getFirst());
        }
        List<Block> blocks = new ArrayList<>();
        List<StageStory> paired = stories.subList(0, stories.size() - stories.size() % 2);
        List<BarChart.Row> beside = paired.stream().filter(StageStory::hasFigure).flatMap(s -> rows(s, BARS_OF_HALF).stream()).toList();
        for (int i = 0; i < paired.size(); i += 2) {
            List<Block> left = picture(paired.get(i), counter, true, beside);
            blocks.add(new Columns(left, picture(paired.get(i + 1), counter, true, beside), Columns.Split.EVEN));
        }
        for (StageStory alone : stories.subList(paired.size(), stories.size())) {
            blocks.addAll(picture(alone, counter, false, List.of()));
        }
        return blocks;
    }

    private List<Block> picture(StageStory story, Counter counter, boolean half, List<BarChart.Row> beside) {
        List<Block> blocks = new ArrayList<>(words(story));
        if (desk.watchedShare(story.spoken().orElseThrow(), Basis.VALUE).hasValue()) {
            blocks.add(bars("fig-suppliers-" + story.stage().id(), story, counter, half, beside));
        }
        return blocks;
    }

    private List<Block> words(StageStory story) {
        SupplierProfile p = story.spoken().orElseThrow();
        return List.of(
                new Heading("suppliers-" + story.stage().id(), desk.say("suppliers.stage", story.stage().label(), p.key().period())),
                new Paragraph(sentence(story, p)));
    }

    /** The picture a page opens with where there is no history to draw. */
    Figure opening(StageStory story, Counter counter) {
        return bars("fig-opening", story, counter, false, List.of());
    }

    List<Block> tables(List<StageStory> stories, Counter counter) {
        return stories.stream().<Block>map(s -> table(s, s.spoken().orElseThrow(), counter)).toList();
    }

    private Text sentence(StageStory story, SupplierProfile p) {
        Text text = Text.empty();
        if (story.latest().isEmpty()) {
            Outcome share = desk.watchedShare(p, Basis.VALUE);
            return share.hasValue()
                    ? text.and(desk.say("suppliers.open", desk.tell(share.why())))
                    : text.and(desk.say("suppliers.bound-only", p.publisher()));
        }
        Optional<SupplierFlow> top = p.top(Basis.VALUE);
        Optional<SupplierFlow> heaviest = p.obstacle(Basis.WEIGHT).isEmpty() ? p.top(Basis.WEIGHT) : Optional.empty();
        if (top.isPresent()) {
            text = text.and(Desk.capital(desk.inText(top.get().supplier())))
                    .and(desk.say("suppliers.top"))
                    .explained(
                            desk.numbers.percent(p.partOf(top.get(), Basis.VALUE)),
                            explanations.share(p, Basis.VALUE, top.get().supplier()))
                    .and(desk.say("suppliers.top-rest", Integer.toString(p.suppliers().size())));
            double hhi = Shares.hhi(p, Basis.VALUE).valueOrHigh().orElse(0);
            if (hhi > 0) {
                text = text.and(" ")
                        .and(desk.say("suppliers.hhi-before"))
                        .explained(desk.numbers.hhi(hhi), explanations.hhi(p, Basis.VALUE))
                        .and(desk.say("suppliers.hhi-after", effective(p)));
            }
            if (heaviest.isPresent() && !heaviest.get().supplier().equals(top.get().supplier())) {
                text = text.and(" ").strong(desk.say("suppliers.flip", desk.inText(heaviest.get().supplier()),
                        desk.numbers.percent(p.partOf(heaviest.get(), Basis.WEIGHT))));
            }
        }
        return text;
    }

    private static Term effective(SupplierProfile p) {
        Outcome number = Shares.effectiveSuppliers(p, Basis.VALUE);
        return Term.figure(number.value().orElseGet(() -> number.low().orElse(1)), 1);
    }

    private List<BarChart.Row> rows(StageStory story, int most) {
        SupplierProfile p = story.spoken().orElseThrow();
        Optional<SupplierProfile> before = story.earlier();
        List<BarChart.Row> rows = new ArrayList<>();
        for (SupplierFlow f : p.suppliers().stream().filter(f -> !isUntold(f)).limit(most).toList()) {
            double share = p.partOf(f, Basis.VALUE);
            Role role = desk.assessment.context().watched().contains(f.supplier()) ? Role.WATCHED : Role.NORMAL;
            BarChart.Row row = BarChart.Row.of(desk.name(f.supplier()), role, share, desk.numbers.percent(share));
            if (before.isPresent()) {
                double earlier = shareIn(before.get(), f.supplier()).orElse(0);
                row = row.withEarlier(earlier, desk.say("suppliers.points", Term.signedPoints(share - earlier)));
            }
            rows.add(row);
        }
        double unnamed = p.partOf(p.unnamed(Basis.VALUE), Basis.VALUE);
        if (!story.hasFigure() && unnamed > 0) {
            rows.add(BarChart.Row.of(desk.say("table.unnamed"), Role.NORMAL, unnamed, desk.numbers.percent(unnamed)));
        }
        return rows;
    }

    /** Whether a supplier is listed without any value: no zero. */
    private static boolean isUntold(SupplierFlow f) {
        return f.value() <= 0 && !f.isFullyTold(Basis.VALUE);
    }

    private Figure bars(String id, StageStory story, Counter counter, boolean half, List<BarChart.Row> beside) {
        SupplierProfile p = story.spoken().orElseThrow();
        Optional<SupplierProfile> before = story.earlier();
        List<BarChart.Row> rows = rows(story, half ? BARS_OF_HALF : BARS);
        String period = desk.when(p.key().period());
        String unit = desk.say("suppliers.bars-unit", story.stage().noun(), period);
        String earlierLabel = before.map(b -> desk.say("suppliers.bars-tick", b.key().period())).orElse("");
        String alt = desk.say("suppliers.bars-alt", desk.inText(story.buyer()), story.stage().noun(), period,
                desk.name(p.suppliers().getFirst().supplier()),
                desk.numbers.percent(p.partOf(p.suppliers().getFirst(), Basis.VALUE)));
        String title = finding(story, p, half ? BARS_OF_HALF : BARS);
        BarChart.Input input = new BarChart.Input(
                title, alt, unit, rows, 0, earlierLabel, "", desk.chartWords(), beside);
        return new Figure(
                id,
                counter.figure(desk),
                title,
                half ? "" : desk.say("suppliers.bars-title", story.stage().noun(), period),
                BarChart.draw(input, half ? Frame.phone() : Frame.desktop(), TextMeasure.inter()),
                BarChart.draw(input, Frame.phone(), TextMeasure.inter()),
                BarChart.draw(input, half ? Frame.halfPage() : Frame.page(), TextMeasure.inter()),
                source(p));
    }

    /** What the bars show: who of them moved most since the year that the ticks mark; without such a year, who leads and who follows. */
    private String finding(StageStory story, SupplierProfile p, int most) {
        List<SupplierFlow> shown = p.suppliers().stream().filter(f -> !isUntold(f)).limit(most).toList();
        if (story.earlier().isPresent()) {
            SupplierProfile before = story.earlier().get();
            SupplierFlow mover = shown.stream().max(Comparator.comparingDouble(f -> Math.abs(moved(p, before, f)))).orElseThrow();
            double change = moved(p, before, mover);
            String year = desk.when(before.key().period());
            return Math.abs(change) < StageStory.HARDLY
                    ? desk.say("suppliers.bars-still", year)
                    : desk.say("suppliers.bars-moved", desk.inText(mover.supplier()), Term.signedPoints(change));
        }
        SupplierFlow top = shown.getFirst();
        String share = desk.numbers.roundPercent(p.partOf(top, Basis.VALUE));
        return shown.size() == 1
                ? desk.say("suppliers.bars-only", desk.inText(top.supplier()), share)
                : desk.say("suppliers.bars-leads", desk.inText(top.supplier()), share,
                        desk.inText(shown.get(1).supplier()), desk.numbers.roundPercent(p.partOf(shown.get(1), Basis.VALUE)));
    }

    private double moved(SupplierProfile now, SupplierProfile before, SupplierFlow f) {
        return now.partOf(f, Basis.VALUE) - shareIn(before, f.supplier()).orElse(0);
    }

    private Table table(StageStory story, SupplierProfile p, Counter counter) {
        boolean weights = p.obstacle(Basis.WEIGHT).isEmpty();
        Optional<SupplierProfile> before = story.earlier();
        Outcome watched = desk.watchedShare(p, Basis.VALUE);
        boolean complete = watched.hasValue();
        String year = desk.when(p.key().period());
        OptionalDouble rate = p.usdPerUnit();
        List<Table.Column> columns = new ArrayList<>();
        columns.add(Table.Column.words(desk.say("table.supplier")));
        boolean small = p.total(Basis.VALUE) * rate.orElse(1) < TOLD_IN_THOUSANDS;
        columns.add(Table.Column.numbers(
                desk.say("table.value"),
                (rate.isPresent() ? "USD" : p.currency()) + " " + desk.say(small ? "table.thousand" : "table.million") + ", " + year));
        columns.add(Table.Column.numbers(desk.say(complete ? "table.share" : "table.share-at-most"), desk.say("table.share-unit", year)));
        before.ifPresent(b -> columns.add(Table.Column.numbers(desk.say("table.change"), desk.say("table.change-unit", b.key().period()))));
        if (weights) {
            columns.add(Table.Column.numbers(desk.say("table.weight"), desk.say("table.weight-unit", year)));
            columns.add(Table.Column.numbers(desk.say("table.weight-share"), desk.say("table.weight-share-unit", year)));
            columns.add(Table.Column.numbers(desk.say("table.unit-value"), desk.say("table.unit-value-unit", year)));
        }
        double usd = rate.orElse(1);
        List<Table.Row> rows = new ArrayList<>();
        for (SupplierFlow f : p.suppliers().stream().limit(ROWS).toList()) {
            List<Cell> cells = new ArrayList<>();
            cells.add(Cell.header(desk.name(f.supplier())));
            double part = p.partOf(f, Basis.VALUE);
            if (isUntold(f)) {
                cells.add(Cell.absent(desk.say("figure.none")));
                cells.add(open(Shares.of(p, Basis.VALUE, f.supplier())));
            } else {
                cells.add(Cell.number(amount(f.value() * usd, small), f.value() * usd));
                cells.add(explained(Cell.number(desk.numbers.percentNumber(part), part), p, Basis.VALUE, f.supplier()));
            }
            before.ifPresent(b -> {
                double change = part - shareIn(b, f.supplier()).orElse(0);
                cells.add(Cell.number(desk.numbers.points(change), change));
            });
            if (weights) {
                if (f.weightKg() <= 0 && (isUntold(f) || f.valueWithoutWeight() > 0)) {
                    cells.add(Cell.absent(desk.say("figure.none")));
                    cells.add(open(Shares.of(p, Basis.WEIGHT, f.supplier())));
                } else {
                    cells.add(Cell.number(desk.numbers.tonnes(f.weightKg()), f.weightKg()));
                    double byWeight = p.partOf(f, Basis.WEIGHT);
                    cells.add(explained(Cell.number(desk.numbers.percentNumber(byWeight), byWeight), p, Basis.WEIGHT, f.supplier()));
                }
                cells.add(
                        f.weightKg() > 0 && f.valueWithoutWeight() == 0 && f.isFullyTold(Basis.VALUE)
                                ? Cell.number(desk.numbers.unitValue(f.value() * usd / f.weightKg()), f.value() * usd / f.weightKg())
                                : Cell.absent("–"));
            }
            boolean lead = desk.assessment.context().watched().contains(f.supplier());
            rows.add(new Table.Row(cells, lead ? Table.Rank.LEAD : Table.Rank.BODY));
        }
        addRest(rows, p, usd, before.isPresent(), weights, small);
        List<Text> footnotes = new ArrayList<>();
        if (!p.rate().isEmpty()) {
            footnotes.add(Text.of(desk.say("table.rate", desk.tell(p.rate()))));
        }
        if (complete && !story.hasFigure()) {
            footnotes.add(Text.of(desk.say("suppliers.open", desk.tell(watched.why()))));
        }
        if (before.isEmpty() && story.years().size() > 1) {
            footnotes.add(Text.of(desk.say("table.no-comparison")));
        }
        if (weights && p.suppliers().stream().limit(ROWS).anyMatch(f -> f.weightKg() == 0 || f.valueWithoutWeight() > 0 || !f.isFullyTold(Basis.VALUE))) {
            footnotes.add(Text.of(desk.say("table.no-unit-value")));
        }
        if (weights && p.suppliers().stream().anyMatch(f -> f.estimatedWeightKg() > 0)) {
            footnotes.add(Text.of(desk.say("table.estimated-weights")));
        }
        return Table.of(
                        "table-suppliers-" + story.stage().id(),
                        desk.say("suppliers.table", desk.inText(story.buyer()), story.stage().noun(), year),
                        columns,
                        rows)
                .numbered(counter.table(desk))
                .withFootnotes(footnotes)
                .withSource(source(p))
                .withUse(Table.Use.SORT);
    }

    /** Where several economies count as the watched supplier, its explanation tells of all of them, and not of the row of one. */
    private Cell explained(Cell cell, SupplierProfile p, Basis basis, Economy supplier) {
        boolean oneOfSeveral = supplier.equals(desk.watched()) && desk.assessment.context().watched().size() > 1;
        return oneOfSeveral ? cell : cell.explained(explanations.share(p, basis, supplier));
    }

    private void addRest(List<Table.Row> rows, SupplierProfile p, double usd, boolean change, boolean weights, boolean small) {
        List<SupplierFlow> rest = p.suppliers().stream().skip(ROWS).toList();
        if (!rest.isEmpty()) {
            double value = rest.stream().mapToDouble(SupplierFlow::value).sum();
            double weight = rest.stream().mapToDouble(SupplierFlow::weightKg).sum();
            rows.add(sumRow(desk.say("table.others", Integer.toString(rest.size())), value, weight, p, usd, change, weights, small));
        }
        if (p.unnamed(Basis.VALUE) > 0) {
            rows.add(sumRow(desk.say("table.unnamed"), p.unnamed(Basis.VALUE), p.unnamed(Basis.WEIGHT), p, usd, change, weights, small));
        }
        rows.add(sumRow(desk.say(p.isComplete(Basis.VALUE) ? "table.total" : "table.total-listed"), p.total(Basis.VALUE), p.total(Basis.WEIGHT), p, usd, change, weights, small)
                .as(Table.Rank.TOTAL));
    }

    private Table.Row sumRow(
            String name, double value, double weight, SupplierProfile p, double usd, boolean change, boolean weights, boolean small) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.header(name));
        cells.add(Cell.number(amount(value * usd, small), value * usd));
        double part = p.partOf(value, Basis.VALUE);
        cells.add(Cell.number(desk.numbers.percentNumber(part), part));
        if (change) {
            cells.add(Cell.absent(""));
        }
        if (weights) {
            cells.add(Cell.number(desk.numbers.tonnes(weight), weight));
            double byWeight = p.partOf(weight, Basis.WEIGHT);
            cells.add(Cell.number(desk.numbers.percentNumber(byWeight), byWeight));
            cells.add(weight > 0 ? Cell.number(desk.numbers.unitValue(value * usd / weight), value * usd / weight) : Cell.absent("–"));
        }
        return new Table.Row(cells, Table.Rank.BODY);
    }

    private String amount(double value, boolean small) {
        return small ? desk.numbers.thousands(value) : desk.numbers.millions(value);
    }

    /** A share of a supplier whose amount is not told: what the others leave open, if anything says so. */
    private Cell open(Outcome share) {
        return share.high().isPresent() ? Cell.of(desk.numbers.shareNumber(share)) : Cell.absent(desk.say("figure.none"));
    }

    private static OptionalDouble shareIn(SupplierProfile p, Economy supplier) {
        return p.find(supplier).map(f -> OptionalDouble.of(p.partOf(f, Basis.VALUE))).orElse(OptionalDouble.empty());
    }

    Text source(SupplierProfile p) {
        // A tidy table need not say its classification.
        return Text.of(desk.say(p.classification().isEmpty() ? "source.line-plain" : "source.line", p.publisher(), p.classification(), String.join(", ", p.codes()), Integer.toString(p.codes().size())));
    }
}
