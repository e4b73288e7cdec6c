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
import java.util.stream.Stream;

/** Who supplies a buyer: bars and a table for each stage, with the change since the last comparable year. */
final class SupplierTables {

    private static final int BARS = 8;
    private static final int BARS_OF_HALF = 5;

    /** So many that lead together are named. */
    private static final int NAMED_LEVEL = 3;
    private static final int ROWS = 12;
    /** An index from here on is that of 1.0 suppliers of equal size. */
    private static final double ONE_SUPPLIER = 1 / 1.05;
    /** Beyond half of all, nobody else leads. */
    private static final double MAJORITY = 0.5;

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
        List<BarChart.Row> beside = paired.stream().filter(StageStory::hasFigure).filter(this::hasPicture).flatMap(s -> rows(s, BARS_OF_HALF).stream()).toList();
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
        if (hasPicture(story)) {
            blocks.add(bars("fig-suppliers-" + story.stage().id(), story, counter, half, beside));
        }
        return blocks;
    }

    /** Whether suppliers can be drawn: where all that is told of is unnamed, nobody leads. */
    private boolean hasPicture(StageStory story) {
        SupplierProfile p = story.spoken().orElseThrow();
        return story.share(desk, p).hasValue() && !shown(story, p, BARS).isEmpty();
    }

    private List<Block> words(StageStory story) {
        SupplierProfile p = story.spoken().orElseThrow();
        return List.of(
                new Heading("suppliers-" + story.stage().id(), desk.say("suppliers.stage", story.stage().label(), p.key().period())),
                new Paragraph(sentence(story, p)));
    }

    /** The picture a page opens with where there is no history to draw. */
    Optional<Figure> opening(StageStory story, Counter counter) {
        return hasPicture(story) ? Optional.of(bars("fig-opening", story, counter, false, List.of())) : Optional.empty();
    }

    List<Block> tables(List<StageStory> stories, Counter counter) {
        return stories.stream().<Block>map(s -> table(s, s.spoken().orElseThrow(), counter)).toList();
    }

    private Text sentence(StageStory story, SupplierProfile p) {
        Text text = Text.empty();
        if (story.latest().isEmpty()) {
            Outcome share = story.share(desk, p);
            return share.hasValue()
                    ? text.and(desk.say("suppliers.open", desk.tell(share.why())))
                    : text.and(desk.say("suppliers.bound-only", p.publisher()));
        }
        Basis basis = story.basis();
        Optional<SupplierFlow> top = p.top(basis);
        Optional<SupplierFlow> heaviest = heaviest(p);
        if (top.isPresent()) {
            text = text.and(Desk.capital(desk.say("suppliers.top", desk.inText(top.get().supplier()))))
                    .explained(
                            desk.numbers.percent(p.partOf(top.get(), basis)),
                            explanations.share(p, basis, top.get().supplier()))
                    .and(desk.say(story.key("suppliers.top-rest"), Integer.toString(p.suppliers().size())));
            double hhi = Shares.hhi(p, basis).valueOrHigh().orElse(0);
            if (hhi > 0) {
                text = text.and(" ")
                        .and(desk.say("suppliers.hhi-before"))
                        .explained(desk.numbers.hhi(hhi), explanations.hhi(p, basis))
                        .and(hhi > ONE_SUPPLIER ? desk.say("suppliers.hhi-one") : desk.say("suppliers.hhi-after", effective(p, basis)));
            }
            if (heaviest.isPresent() && !heaviest.get().supplier().equals(top.get().supplier())) {
                text = text.and(" ").strong(desk.say("suppliers.flip", desk.inText(heaviest.get().supplier()),
                        desk.numbers.share(Shares.of(p, Basis.WEIGHT, heaviest.get().supplier()))));
            }
        }
        return text;
    }

    /** Who leads by weight; where weights are missing, only one with more than half of it whatever they are. */
    private static Optional<SupplierFlow> heaviest(SupplierProfile p) {
        boolean known = p.obstacle(Basis.WEIGHT).isEmpty();
        return p.top(Basis.WEIGHT).filter(f -> {
            Outcome share = Shares.of(p, Basis.WEIGHT, f.supplier());
            return known ? share.status() != Outcome.Status.NOT_COMPUTABLE : share.low().orElse(0) > MAJORITY;
        });
    }

    private static Term effective(SupplierProfile p, Basis basis) {
        Outcome number = Shares.effectiveSuppliers(p, basis);
        return Term.figure(number.value().orElseGet(() -> number.low().orElse(1)), 1);
    }

    private List<BarChart.Row> rows(StageStory story, int most) {
        SupplierProfile p = story.spoken().orElseThrow();
        Optional<SupplierProfile> before = story.earlier();
        List<BarChart.Row> rows = new ArrayList<>();
        for (SupplierFlow f : shown(story, p, most)) {
            double share = p.partOf(f, story.basis());
            Role role = desk.assessment.context().watched().contains(f.supplier()) ? Role.WATCHED : Role.NORMAL;
            BarChart.Row row = BarChart.Row.of(desk.name(f.supplier()), role, share, desk.numbers.percent(share));
            if (before.isPresent()) {
                double earlier = shareIn(before.get(), f.supplier(), story.basis()).orElse(0);
                row = row.withEarlier(earlier, desk.say("suppliers.points", Term.signedPoints(share - earlier)));
            }
            rows.add(row);
        }
        double unnamed = p.partOf(p.unnamed(story.basis()), story.basis());
        if (!story.hasFigure() && unnamed > 0) {
            rows.add(BarChart.Row.of(desk.say("table.unnamed"), Role.NORMAL, unnamed, desk.numbers.percent(unnamed)));
        }
        return rows;
    }

    /** Whether a supplier is listed without any amount: no zero. */
    private static boolean isUntold(SupplierFlow f, Basis basis) {
        return f.amount(basis) <= 0 && !f.isFullyTold(basis);
    }

    /** The largest first, by what the story tells. */
    private static List<SupplierFlow> suppliers(StageStory story, SupplierProfile p) {
        return story.isByWeight()
                ? p.suppliers().stream().sorted(Comparator.comparingDouble((SupplierFlow f) -> -f.weightKg())).toList()
                : p.suppliers();
    }

    private static List<SupplierFlow> shown(StageStory story, SupplierProfile p, int most) {
        return suppliers(story, p).stream().filter(f -> !isUntold(f, story.basis())).limit(most).toList();
    }

    private Figure bars(String id, StageStory story, Counter counter, boolean half, List<BarChart.Row> beside) {
        SupplierProfile p = story.spoken().orElseThrow();
        Optional<SupplierProfile> before = story.earlier();
        List<BarChart.Row> rows = rows(story, half ? BARS_OF_HALF : BARS);
        String period = desk.when(p.key().period());
        String unit = desk.say(story.key("suppliers.bars-unit"), story.stage().noun(), period);
        String earlierLabel = before.map(b -> desk.say("suppliers.bars-tick", b.key().period())).orElse("");
        SupplierFlow first = suppliers(story, p).getFirst();
        String alt = desk.say(story.key("suppliers.bars-alt"), desk.inText(story.buyer()), story.stage().noun(), period,
                desk.name(first.supplier()),
                desk.numbers.percent(p.partOf(first, story.basis())));
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
    private String finding(StageStory story, SupplierProfile p, int atMost) {
        List<SupplierFlow> shown = shown(story, p, atMost);
        Basis basis = story.basis();
        if (story.earlier().isPresent()) {
            SupplierProfile before = story.earlier().get();
            Optional<Economy> most = movers(p, before, basis)
                    .max(Comparator.comparingDouble(s -> Math.abs(moved(p, before, s, basis))))
                    .filter(s -> Math.abs(moved(p, before, s, basis)) >= StageStory.HARDLY);
            if (most.isEmpty()) {
                return desk.say("suppliers.bars-still", desk.when(before.key().period()));
            }
            Economy mover = most.get();
            double change = moved(p, before, mover, basis);
            // One that no bar shows any more has moved as well: what is left of it says why it is not there.
            return shown.stream().anyMatch(f -> f.supplier().equals(mover))
                    ? desk.say("suppliers.bars-moved", desk.inText(mover), Term.signedPoints(change))
                    : desk.say("suppliers.bars-gone", desk.inText(mover), Term.signedPoints(change), desk.numbers.percent(shareIn(p, mover, basis).orElse(0)));
        }
        SupplierFlow top = shown.getFirst();
        String share = desk.numbers.roundPercent(p.partOf(top, basis));
        if (shown.size() == 1) {
            return desk.say("suppliers.bars-only", desk.inText(top.supplier()), share);
        }
        // Of all suppliers, not of those alone that have a bar.
        List<Term> level = shown(story, p, Integer.MAX_VALUE).stream()
                .filter(f -> desk.numbers.roundPercent(p.partOf(f, basis)).equals(share))
                .map(f -> Term.words(desk.inText(f.supplier())))
                .toList();
        if (level.size() > NAMED_LEVEL) {
            return desk.say("suppliers.bars-level-many", level.size(), share);
        }
        String second = desk.numbers.roundPercent(p.partOf(shown.get(1), basis));
        return level.size() > 1
                ? desk.say("suppliers.bars-level", Term.together(level), share)
                : desk.say("suppliers.bars-leads", desk.inText(top.supplier()), share, desk.inText(shown.get(1).supplier()), second);
    }

    /** Who supplied then or supplies now, the largest of now first; whose amount of either year is not told cannot be said to have moved. */
    private static Stream<Economy> movers(SupplierProfile now, SupplierProfile before, Basis basis) {
        return Stream.of(now, before)
                .flatMap(p -> p.suppliers().stream())
                .map(SupplierFlow::supplier)
                .distinct()
                .filter(s -> Stream.of(now, before).flatMap(p -> p.find(s).stream()).noneMatch(f -> isUntold(f, basis)));
    }

    private static double moved(SupplierProfile now, SupplierProfile before, Economy supplier, Basis basis) {
        return shareIn(now, supplier, basis).orElse(0) - shareIn(before, supplier, basis).orElse(0);
    }

    /** What columns a table of suppliers has: amounts by value, by weight or both, and the change since a year that may be compared. */
    private record Shape(
            StageStory story, SupplierProfile p, boolean values, boolean weights, Optional<SupplierProfile> before, double usd, boolean small) {

        static Shape of(StageStory story, SupplierProfile p) {
            boolean values = !story.isByWeight();
            boolean weights = story.isByWeight() || p.obstacle(Basis.WEIGHT).isEmpty();
            double usd = p.usdPerUnit().orElse(1);
            return new Shape(story, p, values, weights, story.earlier(), usd, p.total(Basis.VALUE) * usd < TOLD_IN_THOUSANDS);
        }

        boolean unitValues() {
            return values && weights;
        }

        /** What values are told in: dollars, or where no rate is known the currency that they were published in. */
        String currency() {
            return p.usdPerUnit().isPresent() ? "USD" : p.currency();
        }
    }

    private Table table(StageStory story, SupplierProfile p, Counter counter) {
        Shape shape = Shape.of(story, p);
        Outcome watched = story.share(desk, p);
        boolean complete = watched.hasValue();
        String year = desk.when(p.key().period());
        List<SupplierFlow> listed = suppliers(story, p);
        List<Table.Row> rows = new ArrayList<>();
        for (SupplierFlow f : listed.stream().limit(ROWS).toList()) {
            boolean lead = desk.assessment.context().watched().contains(f.supplier());
            rows.add(new Table.Row(cells(f, shape), lead ? Table.Rank.LEAD : Table.Rank.BODY));
        }
        addRest(rows, listed, shape);
        List<Text> footnotes = new ArrayList<>();
        if (shape.values() && !p.rate().isEmpty()) {
            footnotes.add(Text.of(desk.say("table.rate", desk.tell(p.rate()))));
        }
        if (complete && !story.hasFigure()) {
            footnotes.add(Text.of(desk.say("suppliers.open", desk.tell(watched.why()))));
        }
        if (shape.before().isEmpty() && story.years().size() > 1) {
            footnotes.add(Text.of(desk.say("table.no-comparison")));
        }
        if (shape.unitValues()
                && listed.stream().limit(ROWS).anyMatch(f -> f.weightKg() == 0 || f.valueWithoutWeight() > 0 || !f.isFullyTold(Basis.VALUE))) {
            footnotes.add(Text.of(desk.say("table.no-unit-value")));
        }
        if (shape.weights() && listed.stream().anyMatch(f -> f.estimatedWeightKg() > 0)) {
            footnotes.add(Text.of(desk.say("table.estimated-weights")));
        }
        return Table.of(
                        "table-suppliers-" + story.stage().id(),
                        desk.say("suppliers.table", desk.inText(story.buyer()), story.stage().noun(), year),
                        columns(shape, year, complete),
                        rows)
                .numbered(counter.table(desk))
                .withFootnotes(footnotes)
                .withSource(source(p))
                .withUse(Table.Use.SORT);
    }

    private List<Table.Column> columns(Shape shape, String year, boolean complete) {
        String share = desk.say(complete ? "table.share" : "table.share-at-most");
        List<Table.Column> columns = new ArrayList<>();
        columns.add(Table.Column.words(desk.say("table.supplier")));
        if (shape.values()) {
            columns.add(Table.Column.numbers(
                    desk.say("table.value"), shape.currency() + " " + desk.say(shape.small() ? "table.thousand" : "table.million") + ", " + year));
            columns.add(Table.Column.numbers(share, desk.say("table.share-unit", year)));
        } else {
            columns.add(Table.Column.numbers(desk.say("table.weight"), desk.say("table.weight-unit", year)));
            columns.add(Table.Column.numbers(share, desk.say("table.weight-share-unit", year)));
        }
        shape.before().ifPresent(b -> columns.add(Table.Column.numbers(desk.say("table.change"), desk.say("table.change-unit", b.key().period()))));
        if (shape.unitValues()) {
            columns.add(Table.Column.numbers(desk.say("table.weight"), desk.say("table.weight-unit", year)));
            columns.add(Table.Column.numbers(desk.say("table.weight-share"), desk.say("table.weight-share-unit", year)));
            columns.add(Table.Column.numbers(desk.say("table.unit-value"), desk.say("table.unit-value-unit", year, shape.currency())));
        }
        return columns;
    }

    private List<Cell> cells(SupplierFlow f, Shape shape) {
        SupplierProfile p = shape.p();
        Basis basis = shape.story().basis();
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.header(desk.name(f.supplier())));
        cells.addAll(shape.values() ? byValue(f, shape) : byWeight(f, p));
        shape.before().ifPresent(b -> {
            double change = p.partOf(f, basis) - shareIn(b, f.supplier(), basis).orElse(0);
            cells.add(Cell.number(desk.numbers.points(change), change));
        });
        if (shape.unitValues()) {
            cells.addAll(byWeight(f, p));
            cells.add(
                    f.weightKg() > 0 && f.valueWithoutWeight() == 0 && f.isFullyTold(Basis.VALUE)
                            ? Cell.number(desk.numbers.unitValue(f.value() * shape.usd() / f.weightKg()), f.value() * shape.usd() / f.weightKg())
                            : Cell.absent("–"));
        }
        return cells;
    }

    private List<Cell> byValue(SupplierFlow f, Shape shape) {
        SupplierProfile p = shape.p();
        if (isUntold(f, Basis.VALUE)) {
            return List.of(Cell.absent(desk.say("figure.none")), open(Shares.of(p, Basis.VALUE, f.supplier())));
        }
        double part = p.partOf(f, Basis.VALUE);
        return List.of(
                Cell.number(amount(f.value() * shape.usd(), shape.small()), f.value() * shape.usd()),
                explained(Cell.number(desk.numbers.percentNumber(part), part), p, Basis.VALUE, f.supplier()));
    }

    private List<Cell> byWeight(SupplierFlow f, SupplierProfile p) {
        if (f.weightKg() <= 0 && (isUntold(f, Basis.VALUE) || f.valueWithoutWeight() > 0)) {
            return List.of(Cell.absent(desk.say("figure.none")), open(Shares.of(p, Basis.WEIGHT, f.supplier())));
        }
        double part = p.partOf(f, Basis.WEIGHT);
        return List.of(
                Cell.number(desk.numbers.tonnes(f.weightKg()), f.weightKg()),
                explained(Cell.number(desk.numbers.percentNumber(part), part), p, Basis.WEIGHT, f.supplier()));
    }

    /** Where several economies count as the watched supplier, its explanation tells of all of them, and not of the row of one. */
    private Cell explained(Cell cell, SupplierProfile p, Basis basis, Economy supplier) {
        boolean oneOfSeveral = supplier.equals(desk.watched()) && desk.assessment.context().watched().size() > 1;
        return oneOfSeveral ? cell : cell.explained(explanations.share(p, basis, supplier));
    }

    private void addRest(List<Table.Row> rows, List<SupplierFlow> listed, Shape shape) {
        SupplierProfile p = shape.p();
        Basis basis = shape.story().basis();
        List<SupplierFlow> rest = listed.stream().skip(ROWS).toList();
        if (!rest.isEmpty()) {
            double value = rest.stream().mapToDouble(SupplierFlow::value).sum();
            double weight = rest.stream().mapToDouble(SupplierFlow::weightKg).sum();
            rows.add(sumRow(desk.say("table.others", Integer.toString(rest.size())), value, weight, shape));
        }
        if (p.unnamed(basis) > 0) {
            rows.add(sumRow(desk.say("table.unnamed"), p.unnamed(Basis.VALUE), p.unnamed(Basis.WEIGHT), shape));
        }
        rows.add(sumRow(desk.say(p.isComplete(basis) ? "table.total" : "table.total-listed"), p.total(Basis.VALUE), p.total(Basis.WEIGHT), shape)
                .as(Table.Rank.TOTAL));
    }

    private Table.Row sumRow(String name, double value, double weight, Shape shape) {
        SupplierProfile p = shape.p();
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.header(name));
        if (shape.values()) {
            cells.add(Cell.number(amount(value * shape.usd(), shape.small()), value * shape.usd()));
            cells.add(part(p, value, Basis.VALUE));
        } else {
            cells.add(Cell.number(desk.numbers.tonnes(weight), weight));
            cells.add(part(p, weight, Basis.WEIGHT));
        }
        if (shape.before().isPresent()) {
            cells.add(Cell.absent(""));
        }
        if (shape.unitValues()) {
            cells.add(Cell.number(desk.numbers.tonnes(weight), weight));
            cells.add(part(p, weight, Basis.WEIGHT));
            double unitValue = value * shape.usd() / weight;
            cells.add(weight > 0 ? Cell.number(desk.numbers.unitValue(unitValue), unitValue) : Cell.absent("–"));
        }
        return new Table.Row(cells, Table.Rank.BODY);
    }

    private Cell part(SupplierProfile p, double amount, Basis basis) {
        double part = p.partOf(amount, basis);
        return Cell.number(desk.numbers.percentNumber(part), part);
    }

    private String amount(double value, boolean small) {
        return small ? desk.numbers.thousands(value) : desk.numbers.millions(value);
    }

    /** A share of a supplier whose amount is not told: what the others leave open, if anything says so. */
    private Cell open(Outcome share) {
        return share.high().isPresent() ? Cell.of(desk.numbers.shareNumber(share)) : Cell.absent(desk.say("figure.none"));
    }

    private static OptionalDouble shareIn(SupplierProfile p, Economy supplier, Basis basis) {
        return p.find(supplier).map(f -> OptionalDouble.of(p.partOf(f, basis))).orElse(OptionalDouble.empty());
    }

    Text source(SupplierProfile p) {
        // A tidy table need not say its classification.
        return Text.of(desk.say(p.classification().isEmpty() ? "source.line-plain" : "source.line", p.publisher(), p.classification(), String.join(", ", p.codes()), Integer.toString(p.codes().size())));
    }
}
