package dev.lodestone.report.brief;

import dev.lodestone.model.measure.Indicator;
import dev.lodestone.model.measure.Outcome;
import dev.lodestone.model.measure.SupplierProfile;
import dev.lodestone.model.measure.Watch;
import dev.lodestone.model.text.Statement;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.report.view.Block;
import dev.lodestone.report.view.Callout;
import dev.lodestone.report.view.Cell;
import dev.lodestone.report.view.Paragraph;
import dev.lodestone.report.view.Section;
import dev.lodestone.report.view.Table;
import dev.lodestone.report.view.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/** What lies beyond the shares of one year: what changed and through whom, what to look at twice, reliance, and the dependence of a bloc. */
final class FurtherMeasures {

    private static final int MOVERS = 3;

    /** Contributions below it print as nothing. */
    private static final double SHOWN_FROM = 0.0005;

    private static final Set<Watch.Kind> SIZE = Set.of(Watch.Kind.LARGE, Watch.Kind.JUMP);

    /** A column of the table on a bloc's dependence; one that says nothing of any stage is left out. */
    private record Dependence(String measure, String title, OptionalDouble threshold, int decimals) {}

    private static final List<Dependence> DEPENDENCE = List.of(
            new Dependence("cdi1", "dependence.cdi1", OptionalDouble.of(0.4), 1),
            new Dependence("cdi2", "dependence.cdi2", OptionalDouble.of(0.5), 1),
            new Dependence("cdi3", "dependence.cdi3", OptionalDouble.of(1), 0),
            new Dependence("cdi-passed", "dependence.passed", OptionalDouble.empty(), 0));

    private final Desk desk;
    private final Explanations explanations;
    private final Economy buyer;

    FurtherMeasures(Desk desk, Explanations explanations, Economy buyer) {
        this.desk = desk;
        this.explanations = explanations;
        this.buyer = buyer;
    }

    /** What belongs into the main matter: what changed, what to look at twice, and where it goes if years enough are on record. */
    List<Section> main(List<StageStory> told, Counter counter) {
        List<Block> change = new ArrayList<>();
        if (!told.isEmpty()) {
            change(told, counter).ifPresent(change::add);
        }
        watch(told).ifPresent(change::add);
        ShareTrend trend = new ShareTrend(desk, explanations, buyer);
        List<Block> going = new ArrayList<>(trend.blocks(told, counter));
        if (trend.isShareTold(told)) {
            going.addAll(trend.untold(told));
        }
        return List.of(
                new Section("change", desk.say("section.change"), change), new Section("trend", desk.say("section.trend"), going));
    }

    /** What is looked up: reliance, the dependence of a bloc, and why no trend is told where none is. */
    List<Section> annex(List<StageStory> told, Counter counter) {
        ShareTrend trend = new ShareTrend(desk, explanations, buyer);
        List<Block> bloc = new ArrayList<>();
        bloc(told, counter).ifPresent(bloc::add);
        List<Block> reliance = new ArrayList<>();
        reliance(counter).ifPresent(reliance::add);
        return List.of(
                Section.annex("dependence", desk.say("section.dependence"), bloc),
                Section.annex("reliance", desk.say("section.reliance"), reliance),
                Section.annex("trend-untold", desk.say("section.trend-none"), trend.isShareTold(told) ? List.of() : trend.untold(told)));
    }

    private Optional<Indicator> find(StageStory story, SupplierProfile p, String measure, String supplier) {
        return desk.indicators.about(p.key()).stream()
                .filter(i -> i.measure().equals(measure) && i.supplier().equals(supplier) && i.basis() == story.basis())
                .findFirst();
    }

    private Cell points(Optional<Indicator> indicator) {
        return indicator
                .filter(i -> i.outcome().hasValue())
                .map(i -> Cell.number(desk.numbers.points(i.outcome().value().getAsDouble()), i.outcome().value().getAsDouble())
                        .explained(explanations.figure(i)))
                .orElseGet(() -> Cell.absent(desk.say("figure.none")));
    }

    /** Change of share and concentration by stage, with those who moved it. */
    private Optional<Block> change(List<StageStory> told, Counter counter) {
        List<Table.Row> rows = new ArrayList<>();
        TreeSet<String> notes = new TreeSet<>();
        String code = desk.watched().code();
        boolean apart = told.stream()
                .anyMatch(s -> s.latest().flatMap(p -> find(s, p, "share-change-within", code)).filter(i -> i.outcome().hasValue()).isPresent());
        for (StageStory story : told) {
            Optional<SupplierProfile> latest = story.latest();
            Optional<Indicator> index = latest.flatMap(p -> find(story, p, "hhi-change", "")).filter(i -> i.outcome().hasValue());
            if (index.isEmpty()) {
                continue;
            }
            SupplierProfile p = latest.orElseThrow();
            double change = index.get().outcome().value().getAsDouble();
            SupplierProfile before = desk.assessment.context().records().earlier(p, story.basis()).orElseThrow();
            List<Cell> cells = new ArrayList<>(List.of(
                    Cell.header(story.stage().label()).withNote(desk.say(story.key("change.years"), before.key().period(), p.key().period())),
                    points(find(story, p, "share-change", code))));
            if (apart) {
                cells.add(points(find(story, p, "share-change-within", code)));
                cells.add(points(find(story, p, "share-change-mix", code)));
            }
            cells.add(Cell.number(desk.numbers.signedIndex(change), change).explained(explanations.figure(index.get())));
            cells.add(Cell.of(movers(story, p)));
            rows.add(Table.Row.of(cells.toArray(Cell[]::new)));
            find(story, p, "share-change-mix", code)
                    .map(Indicator::outcome)
                    .filter(o -> o.status() == Outcome.Status.NOT_COMPUTABLE)
                    .ifPresent(o -> notes.add(desk.say("change.no-mix", desk.tell(o.why()))));
        }
        if (rows.isEmpty()) {
            return Optional.of(Paragraph.of(desk.say("change.none")));
        }
        List<Text> footnotes = new ArrayList<>();
        List<Table.Column> columns = new ArrayList<>(List.of(
                Table.Column.words(desk.say("table.stage")).wide(17),
                Table.Column.numbers(desk.say("change.share", Desk.capital(desk.watchedName())), desk.say("unit.points")).wide(13)));
        if (apart) {
            footnotes.add(Text.of(desk.say("change.footnote")));
            columns.add(Table.Column.numbers(desk.say("change.within"), desk.say("unit.points")).wide(11));
            columns.add(Table.Column.numbers(desk.say("change.mix"), desk.say("unit.points")).wide(11));
        }
        columns.add(Table.Column.numbers(desk.say("change.hhi"), desk.say("unit.index")).wide(14));
        columns.add(Table.Column.words(desk.say("change.movers")).wide(apart ? 34 : 56));
        footnotes.add(Text.of(desk.say("change.unrounded")));
        notes.forEach(n -> footnotes.add(Text.of(n)));
        return Optional.of(Table.of("table-change", desk.say("change.table", desk.inText(buyer)), columns, rows)
                .numbered(counter.table(desk))
                .withFootnotes(footnotes));
    }

    private String movers(StageStory story, SupplierProfile p) {
        return String.join(desk.say("list.semicolon"), desk.indicators.about(p.key()).stream()
                .filter(i -> i.measure().equals("hhi-change") && !i.supplier().isEmpty() && i.basis() == story.basis())
                .filter(i -> i.outcome().hasValue() && Math.abs(i.outcome().value().getAsDouble()) >= SHOWN_FROM)
                .sorted(Comparator.comparingDouble((Indicator i) -> -Math.abs(i.outcome().value().getAsDouble())))
                .limit(MOVERS)
                .map(i -> desk.say("change.mover", name(i.supplier()), desk.numbers.signedIndex(i.outcome().value().getAsDouble())))
                .toList());
    }

    private String name(String code) {
        return Economy.of(code).isUnnamed() ? desk.say("table.unnamed") : desk.name(Economy.of(code));
    }

    /** What to look at twice, stage by stage. Who leads by weight stands with the suppliers already, and a newcomer is named once. */
    private Optional<Block> watch(List<StageStory> told) {
        List<Text> text = new ArrayList<>();
        for (StageStory story : told) {
            Optional<Watch.Look> look = story.latest().map(p -> Watch.look(p, desk.assessment.context()));
            List<Watch.Alert> alerts = look.map(Watch.Look::alerts).orElse(List.of());
            List<Economy> newcomers = alerts.stream().filter(a -> a.kind() == Watch.Kind.HUB).map(Watch.Alert::supplier).toList();
            Text said = Text.of("").strong(story.stage().label() + ".");
            int number = 0;
            for (Watch.Alert alert : alerts) {
                boolean again = SIZE.contains(alert.kind()) && newcomers.contains(alert.supplier());
                if (alert.kind() != Watch.Kind.FLIP && !again) {
                    said = said.and(" ").and(desk.tell(alert.said()));
                    number++;
                }
            }
            if (number > 0) {
                Statement left = look.orElseThrow().left();
                text.add(left.isEmpty() ? said : said.and(" ").and(desk.tell(left)));
            }
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(new Callout(Callout.Purpose.NOTE, desk.say("watch.title"), text));
    }

    private Optional<Indicator> recomputed(Indicator published) {
        return desk.indicators.about(published.about()).stream()
                .filter(o -> o.measure().equals("net-import-reliance-recomputed"))
                .filter(o -> o.outcome().status() != Outcome.Status.NOT_COMPUTABLE)
                .findFirst();
    }

    /** Net import reliance as published, years of one figure in one row, beside what the same edition's amounts give. */
    private Optional<Block> reliance(Counter counter) {
        PublishedReliance reliance = new PublishedReliance(desk, explanations);
        List<Indicator> published = reliance.of(buyer);
        if (published.isEmpty()) {
            return Optional.empty();
        }
        Map<List<String>, List<Indicator>> alike = new LinkedHashMap<>();
        for (Indicator i : published) {
            String again = recomputed(i).map(o -> reliance.bounded(o.outcome())).orElse("");
            alike.computeIfAbsent(List.of(i.about().stage(), reliance.bounded(i.outcome()), again), k -> new ArrayList<>()).add(i);
        }
        List<Table.Row> rows = new ArrayList<>();
        for (List<Indicator> years : alike.values()) {
            Indicator newest = years.getLast();
            rows.add(Table.Row.of(
                    Cell.header(desk.stage(newest.about().stage()).label()),
                    Cell.of(String.join(", ", years.stream().map(y -> y.about().period().toString()).toList())),
                    Cell.of(reliance.bounded(newest.outcome())).explained(explanations.figure(newest)),
                    recomputed(newest)
                            .map(o -> Cell.of(reliance.bounded(o.outcome())).explained(explanations.figure(o)))
                            .orElseGet(() -> Cell.absent(desk.say("figure.none")))));
        }
        return Optional.of(Table.of("table-reliance", desk.say("reliance.table", desk.inText(buyer)),
                        List.of(Table.Column.words(desk.say("table.stage")), Table.Column.words(desk.say("reliance.year")),
                                Table.Column.words(desk.say("reliance.published")), Table.Column.words(desk.say("reliance.recomputed"))),
                        rows)
                .numbered(counter.table(desk))
                .withFootnotes(List.of(Text.of(desk.say("reliance.footnote")))));
    }

    /** The core dependency indicators of a bloc; empty for a single economy. */
    private Optional<Block> bloc(List<StageStory> told, Counter counter) {
        List<Table.Row> rows = new ArrayList<>();
        TreeSet<String> notes = new TreeSet<>();
        List<Dependence> shown = DEPENDENCE.stream().filter(d -> told.stream()
                .flatMap(s -> s.latest().flatMap(p -> find(s, p, d.measure(), "")).stream())
                .anyMatch(i -> i.outcome().status() != Outcome.Status.NOT_COMPUTABLE)).toList();
        for (StageStory story : told) {
            Optional<SupplierProfile> latest = story.latest();
            if (latest.flatMap(p -> find(story, p, "cdi1", "")).isEmpty()) {
                continue;
            }
            SupplierProfile p = latest.orElseThrow();
            List<Cell> cells = new ArrayList<>(List.of(Cell.header(story.stage().label()).withNote(p.key().period().toString())));
            for (Dependence d : DEPENDENCE) {
                Indicator i = find(story, p, d.measure(), "").orElseThrow();
                if (shown.contains(d)) {
                    cells.add(figure(i));
                }
                if (i.outcome().status() == Outcome.Status.NOT_COMPUTABLE) {
                    notes.add(desk.say("dependence.missing", d.measure().toUpperCase(Locale.ROOT), desk.tell(i.outcome().why())));
                }
            }
            rows.add(Table.Row.of(cells.toArray(Cell[]::new)));
        }
        if (rows.isEmpty() || shown.isEmpty()) {
            return Optional.empty();
        }
        List<Text> footnotes = new ArrayList<>(List.of(Text.of(desk.say("dependence.footnote"))));
        notes.forEach(n -> footnotes.add(Text.of(n)));
        List<Table.Column> columns = new ArrayList<>(List.of(Table.Column.words(desk.say("table.stage"))));
        shown.forEach(d -> columns.add(d.threshold().isPresent()
                ? Table.Column.numbers(desk.say(d.title()), "> " + desk.phrases.voice().figure(d.threshold().getAsDouble(), d.decimals()))
                : Table.Column.words(desk.say(d.title()))));
        return Optional.of(Table.of("table-dependence", desk.say("dependence.table", desk.inText(buyer)),
                        columns, rows)
                .numbered(counter.table(desk))
                .withFootnotes(footnotes));
    }

    private Cell figure(Indicator i) {
        Outcome o = i.outcome();
        if (o.status() == Outcome.Status.NOT_COMPUTABLE) {
            return Cell.absent(desk.say("figure.none"));
        }
        boolean count = i.measure().equals("cdi-passed");
        if (o.value().isPresent()) {
            double v = o.value().getAsDouble();
            String text = count ? desk.say("dependence.of-three", desk.numbers.count((long) v)) : desk.numbers.hhi(v);
            return Cell.number(text, v).explained(explanations.figure(i));
        }
        String text = o.high().isPresent()
                ? desk.say("dependence.span", desk.numbers.count((long) o.low().orElse(0)), desk.numbers.count((long) o.high().getAsDouble()))
                : desk.say("dependence.unbounded");
        return Cell.of(text).explained(explanations.figure(i));
    }
}
