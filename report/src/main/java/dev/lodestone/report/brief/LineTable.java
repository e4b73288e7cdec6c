package dev.lodestone.report.brief;

import dev.lodestone.model.measure.Basis;
import dev.lodestone.model.measure.DominantFlow;
import dev.lodestone.model.measure.Outcome;
import dev.lodestone.model.measure.Shares;
import dev.lodestone.model.measure.SupplierFlow;
import dev.lodestone.model.measure.SupplierProfile;
import dev.lodestone.model.register.CommodityEntry;
import dev.lodestone.model.trade.ReferencePeriod;
import dev.lodestone.report.view.Block;
import dev.lodestone.report.view.Callout;
import dev.lodestone.report.view.Cell;
import dev.lodestone.report.view.Table;
import dev.lodestone.report.view.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a stage's total hides: its customs lines, the most concentrated first, and the single flow that may carry it. */
final class LineTable {

    private final Desk desk;
    private final Explanations explanations;
    private final StageLines stageLines;

    LineTable(Desk desk, Explanations explanations) {
        this.desk = desk;
        this.explanations = explanations;
        this.stageLines = new StageLines(desk);
    }

    /** What the totals hide, a warning for each stage that hides something; a line told in a stage's place is no total. */
    List<Block> warnings(List<StageStory> stories) {
        List<Block> blocks = new ArrayList<>();
        for (StageStory story : stories) {
            List<SupplierProfile> lines = stageLines.of(story);
            if (story.spoken().isPresent() && story.line().isEmpty() && !lines.isEmpty()) {
                warning(story, story.spoken().get(), lines).ifPresent(blocks::add);
            }
        }
        return blocks;
    }

    /** Lines of every stage that has more than one in its last year, or some and no total; for each year a table by value, and by weight where weights are told. */
    List<Block> tables(List<StageStory> stories, Counter counter) {
        Map<ReferencePeriod, List<SupplierProfile>> byPeriod = new TreeMap<>(Comparator.comparing(ReferencePeriod::end).reversed().thenComparing(ReferencePeriod::start));
        stories.stream().flatMap(s -> stageLines.of(s).stream()).forEach(p -> byPeriod.computeIfAbsent(p.key().period(), k -> new ArrayList<>()).add(p));
        List<Block> tables = new ArrayList<>();
        int years = 0;
        for (List<SupplierProfile> lines : byPeriod.values()) {
            years++;
            String id = years == 1 ? "table-lines" : "table-lines-" + years;
            tables.add(table(lines, Basis.VALUE, counter, id));
            List<SupplierProfile> weighed = lines.stream().filter(p -> p.obstacle(Basis.WEIGHT).isEmpty() && p.total(Basis.WEIGHT) > 0).toList();
            if (!weighed.isEmpty()) {
                tables.add(table(weighed, Basis.WEIGHT, counter, id + "-weight"));
            }
        }
        return tables;
    }

    /**
     * The largest line of each stage of which nothing is told as a whole, buyer by buyer: an overview of stages would pass it over.
     *
     * @param stories of all buyers
     */
    List<Block> alone(Stream<StageStory> stories, Counter counter) {
        List<Table.Row> rows = new ArrayList<>();
        Set<String> publishers = new TreeSet<>();
        stories.filter(s -> !s.told().hasAnything()).flatMap(s -> stageLines.largest(s).stream()).forEach(s -> {
            SupplierProfile p = s.spoken().orElseThrow();
            Outcome share = desk.watchedShare(p, Basis.VALUE);
            double dollars = p.total(Basis.VALUE) * p.usdPerUnit().orElse(1);
            publishers.add(p.publisher());
            rows.add(Table.Row.of(
                    Cell.header(desk.name(s.buyer())),
                    Cell.of(label(p)).withNote(p.key().commodity()),
                    Cell.of(desk.stage(p.key().stage()).label()),
                    p.usdPerUnit().isPresent() ? Cell.number(desk.numbers.millions(dollars), dollars) : none(),
                    Cell.number(desk.numbers.share(share), share.valueOrHigh().orElseThrow()).explained(explanations.watchedShare(p, Basis.VALUE)),
                    Cell.of(desk.when(p.key().period()))));
        });
        if (rows.isEmpty()) {
            return List.of();
        }
        List<Table.Column> columns = List.of(
                Table.Column.words(desk.say("sold.buyer")),
                Table.Column.words(desk.say("table.line")),
                Table.Column.words(desk.say("table.stage")),
                Table.Column.numbers(desk.say("table.value"), desk.say("lines.alone-unit")),
                Table.Column.numbers(desk.say("table.watched-share", Desk.capital(desk.watchedName())), ""),
                Table.Column.words(desk.say("chart.words.period")));
        return List.of(Table.of("table-lines-alone", desk.say("lines.alone"), columns, rows)
                .numbered(counter.table(desk))
                .withFootnotes(List.of(Text.of(desk.say("lines.alone-note"))))
                .withSource(Text.of(desk.say("source.publishers", String.join(", ", publishers)))));
    }

    /** Says what the stage's total hides; empty when the worst line is hardly worse than the total. */
    Optional<Callout> warning(StageStory story, SupplierProfile whole, List<SupplierProfile> lines) {
        List<Text> text = new ArrayList<>();
        Optional<SupplierProfile> worst = lines.stream()
                .max(Comparator.comparingDouble((SupplierProfile p) -> Shares.hhi(p, Basis.VALUE).value().orElse(0)));
        Outcome total = Shares.hhi(whole, Basis.VALUE);
        if (worst.isPresent() && total.hasValue()) {
            double worstHhi = Shares.hhi(worst.get(), Basis.VALUE).value().orElse(0);
            double wholeHhi = total.value().getAsDouble();
            if (worstHhi > wholeHhi + 0.1) {
                Optional<SupplierFlow> top = worst.get().top(Basis.VALUE);
                text.add(Text.of(desk.say("lines.total-before", Desk.capital(story.stage().noun()), desk.watchedName()))
                        .explained(desk.numbers.share(desk.watchedShare(whole, Basis.VALUE)), explanations.watchedShare(whole, Basis.VALUE))
                        .and(desk.say("lines.total-hhi"))
                        .explained(desk.numbers.hhi(wholeHhi), explanations.hhi(whole, Basis.VALUE))
                        .and(desk.say("lines.worst-before", worst.get().key().commodity(), label(worst.get())))
                        .explained(desk.numbers.hhi(worstHhi), explanations.hhi(worst.get(), Basis.VALUE))
                        .and(top.map(t -> desk.say("lines.worst-top", desk.inText(t.supplier()),
                                        desk.numbers.percent(worst.get().partOf(t, Basis.VALUE))))
                                .orElse(".")));
            }
        }
        DominantFlow.find(whole)
                .filter(f -> f.share() < 0.999)
                .flatMap(f -> flow(f, whole))
                .ifPresent(text::add);
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(new Callout(Callout.Purpose.CAVEAT, desk.say("lines.warning", story.stage().noun()), text));
    }

    /** The single flow that carries a total, in the dollars of the tables; empty where the total is less than one of its currency. */
    private Optional<Text> flow(DominantFlow f, SupplierProfile whole) {
        double rate = whole.usdPerUnit().orElse(1);
        double total = whole.total(Basis.VALUE) * rate;
        return Numbers.Scale.of(total).map(scale -> Text.of(desk.say(scale.key("lines.flow"),
                desk.inText(f.largest().partner()),
                desk.inText(f.largest().reporter()),
                f.largest().commodity(),
                desk.numbers.percent(f.share()),
                desk.numbers.scaled(f.value() * rate, scale),
                whole.usdPerUnit().isPresent() ? "USD" : whole.currency(),
                desk.numbers.scaled(total, scale))));
    }

    private String label(SupplierProfile p) {
        return desk.commodity(p.key().stage(), p.key().commodity()).map(CommodityEntry::label).orElse("");
    }

    private Table table(List<SupplierProfile> lines, Basis basis, Counter counter, String id) {
        String year = desk.when(lines.getFirst().key().period());
        boolean byValue = basis == Basis.VALUE;
        boolean concentration = lines.stream().anyMatch(p -> Shares.hhi(p, basis).valueOrHigh().isPresent());
        List<Table.Column> columns = new ArrayList<>(List.of(
                Table.Column.words(desk.say("table.line")),
                Table.Column.words(desk.say("table.stage")),
                byValue
                        ? Table.Column.numbers(desk.say("table.value"), desk.say("table.usd-million", year))
                        : Table.Column.numbers(desk.say("table.weight"), desk.say("table.weight-unit", year)),
                Table.Column.numbers(desk.say("table.watched-share", Desk.capital(desk.watchedName())), "%")));
        if (concentration) {
            columns.add(Table.Column.words(desk.say("table.top")));
            columns.add(Table.Column.numbers(desk.say("table.top-share"), "%"));
            columns.add(Table.Column.numbers(desk.say("table.hhi"), "0–1"));
        }
        List<Table.Row> rows = new ArrayList<>();
        Comparator<SupplierProfile> order = Comparator.comparingDouble(p -> -Shares.hhi(p, basis).value().orElse(0));
        List<SupplierProfile> ordered =
                lines.stream().sorted(concentration ? order : Comparator.comparingDouble(p -> -p.total(basis))).toList();
        for (SupplierProfile p : ordered) {
            Outcome share = desk.watchedShare(p, basis);
            List<Cell> cells = new ArrayList<>(List.of(
                    Cell.header(label(p)).withNote(p.key().commodity()),
                    Cell.of(desk.stage(p.key().stage()).label()),
                    byValue ? dollars(p) : Cell.number(desk.numbers.tonnes(p.total(basis)), p.total(basis)),
                    share.hasValue()
                            ? share(share).explained(explanations.watchedShare(p, basis))
                            : Cell.of(desk.numbers.share(share))));
            if (concentration) {
                cells.addAll(largest(p, basis));
            }
            rows.add(Table.Row.of(cells.toArray(Cell[]::new)));
        }
        return Table.of(id, desk.say(!byValue ? "lines.table-by-weight" : concentration ? "lines.table" : "lines.table-by-value", year), columns, rows)
                .numbered(counter.table(desk))
                .withFootnotes(concentration ? List.of(Text.of(desk.say(byValue ? "lines.footnote" : "lines.footnote-weight"))) : List.of())
                .withSource(Text.of(desk.say(lines.getFirst().classification().isEmpty() ? "source.lines-plain" : "source.lines", lines.getFirst().publisher(), lines.getFirst().classification(),
                        Integer.toString(lines.size()))))
                .withUse(Table.Use.SORT);
    }

    private Cell dollars(SupplierProfile p) {
        double dollars = p.total(Basis.VALUE) * p.usdPerUnit().orElse(1);
        return p.usdPerUnit().isPresent() ? Cell.number(desk.numbers.millions(dollars), dollars) : none();
    }

    /** The largest supplier, its share and the index; nothing where suppliers are missing of which one may be larger. */
    private List<Cell> largest(SupplierProfile p, Basis basis) {
        Outcome index = Shares.hhi(p, basis);
        OptionalDouble hhi = index.valueOrHigh();
        Optional<SupplierFlow> top = p.top(basis);
        if (hhi.isEmpty() || top.isEmpty()) {
            return List.of(none(), none(), none());
        }
        double share = p.partOf(top.get(), basis);
        Outcome known = Shares.of(p, basis, top.get().supplier());
        boolean open = known.hasValue() && !StageStory.isFigure(known);
        return List.of(
                Cell.of(desk.name(top.get().supplier())),
                open ? share(known) : Cell.number(desk.numbers.percentNumber(share), share),
                Cell.number(open ? Numbers.span(index, desk.numbers::hhi) : desk.numbers.hhi(hhi.getAsDouble()), hhi.getAsDouble())
                        .withShade(shade(hhi.getAsDouble()))
                        .explained(explanations.hhi(p, basis)));
    }

    /** A share as a number; where partners that are not named leave it open by more than a point, both its ends. */
    private Cell share(Outcome share) {
        double value = share.value().getAsDouble();
        return Cell.number(StageStory.isFigure(share) ? desk.numbers.percentNumber(value) : desk.numbers.shareNumber(share), value);
    }

    private Cell none() {
        return Cell.absent(desk.say("figure.none"));
    }

    private static int shade(double hhi) {
        return (int) Math.min(Cell.MAX_SHADE, Math.max(1, Math.ceil(hhi * Cell.MAX_SHADE)));
    }
}
