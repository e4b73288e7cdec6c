package dev.lodestone.report.brief;

import dev.lodestone.model.measure.Basis;
import dev.lodestone.model.measure.Indicator;
import dev.lodestone.model.measure.Outcome;
import dev.lodestone.model.measure.ProfileKey;
import dev.lodestone.model.measure.SalesByMonth;
import dev.lodestone.model.register.CommodityEntry;
import dev.lodestone.model.register.StageEntry;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.ReferencePeriod;
import dev.lodestone.report.brief.Numbers.Scale;
import dev.lodestone.report.chart.Certainty;
import dev.lodestone.report.chart.Frame;
import dev.lodestone.report.chart.LineChart;
import dev.lodestone.report.chart.Role;
import dev.lodestone.report.chart.TextMeasure;
import dev.lodestone.report.chart.TimeAxis;
import dev.lodestone.report.chart.YAxis;
import dev.lodestone.report.view.Block;
import dev.lodestone.report.view.Cell;
import dev.lodestone.report.view.Figure;
import dev.lodestone.report.view.Table;
import dev.lodestone.report.view.Text;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the watched supplier says it sold: the newest word there is where importers report late, and the only one where they do not. Amounts,
 * never shares: its exports do not tell what a buyer bought elsewhere.
 */
final class Sold {

    /** Columns of periods that fit a page. */
    private static final int PERIODS = 4;

    /** Buyers that a sentence names. */
    private static final int NAMED = 3;

    /** Below it an amount is told as about the same. */
    private static final double HARDLY = 0.005;

    /** A hundredth of an amount: known no better, it is told by its bounds. */
    private static final double OPEN = 0.01;

    /** Kilograms below it are not worth telling in tonnes. */
    private static final double TONNES_FROM = 10_000;

    private static final double KILOGRAMS_OF_A_TONNE = 1000;

    /** Fewer are no line. */
    private static final int MONTHS = 3;

    /** Buyers that a picture of all has lines for. */
    private static final int LINES = 5;

    private static final double HEIGHT_PT = 150;
    private static final double SCREEN_HEIGHT_PT = 270;
    private static final double PHONE_HEIGHT_PT = 300;

    private static final Map<Basis, String> MEASURES = Map.of(Basis.VALUE, "supplier-sales-value", Basis.WEIGHT, "supplier-sales-weight");

    private final Desk desk;
    private final Explanations explanations;

    Sold(Desk desk, Explanations explanations) {
        this.desk = desk;
        this.explanations = explanations;
    }

    /** What was sold of a stage, or of a line of one that is not told as a whole, period by period. */
    private record Series(Economy buyer, String label, String noun, Basis basis, TreeMap<ReferencePeriod, Indicator> told) {

        ReferencePeriod newest() {
            return told.keySet().stream().max(Comparator.comparing(ReferencePeriod::end).thenComparing(ReferencePeriod::months)).orElseThrow();
        }

        /** The same part of the year before. */
        Optional<Indicator> before() {
            ReferencePeriod newest = newest();
            return Optional.ofNullable(told.get(new ReferencePeriod(newest.start().minusYears(1), newest.months())));
        }

        /** How much more was sold than in the same part of the year before; empty where either is open. */
        Optional<Double> change() {
            Outcome now = told.get(newest()).outcome();
            return before().map(Indicator::outcome)
                    .filter(was -> was.hasValue() && was.value().getAsDouble() > 0 && now.hasValue() && !isOpen(was) && !isOpen(now))
                    .map(was -> now.value().getAsDouble() / was.value().getAsDouble() - 1);
        }
    }

    /** Of each stage, the last one of the chain first: by weight, then by value. */
    private List<Series> series(Economy buyer) {
        List<Indicator> all = desk.indicators.of(buyer).stream()
                .filter(i -> MEASURES.containsValue(i.measure()) && i.outcome().low().isPresent())
                .toList();
        List<Series> found = new ArrayList<>();
        for (StageEntry stage : desk.stages().reversed()) {
            List<Indicator> ofStage = all.stream().filter(i -> i.about().stage().equals(stage.id())).toList();
            boolean whole = ofStage.stream().anyMatch(i -> i.about().isWholeStage());
            List<String> codes = whole
                    ? List.of("")
                    : ofStage.stream().map(i -> i.about().commodity()).distinct().filter(code -> isLine(stage, code)).toList();
            for (String code : codes) {
                CommodityEntry line = desk.commodity(stage.id(), code).orElse(null);
                String label = line == null ? stage.label() : desk.say("lines.named", line.label(), code);
                String noun = line == null ? stage.noun() : desk.say("lines.named", desk.inSentence(line.label()), code);
                for (Basis basis : List.of(Basis.WEIGHT, Basis.VALUE)) {
                    TreeMap<ReferencePeriod, Indicator> told = new TreeMap<>();
                    ofStage.stream()
                            .filter(i -> i.about().commodity().equals(code) && i.basis() == basis)
                            .forEach(i -> told.put(i.about().period(), i));
                    if (!told.isEmpty()) {
                        found.add(new Series(buyer, label, noun, basis, told));
                    }
                }
            }
        }
        return found;
    }

    private boolean isLine(StageEntry stage, String code) {
        return desk.commodity(stage.id(), code).filter(c -> c.use() == CommodityEntry.Use.MEASURE && !c.wholeStage()).isPresent();
    }

    /** What the amounts sold of an edition are of. */
    static Stream<ProfileKey> keys(Desk desk) {
        return desk.assessment.indicators().stream()
                .filter(i -> MEASURES.containsValue(i.measure()) && i.outcome().low().isPresent())
                .map(Indicator::about);
    }

    /** The last period that the supplier tells of sales to a buyer. */
    Optional<ReferencePeriod> last(Economy buyer) {
        return series(buyer).stream().map(Series::newest).max(Comparator.comparing(ReferencePeriod::end));
    }

    /** The last stage of the chain in a sentence, by weight where it is told. */
    Text sentence(Economy buyer) {
        List<Series> all = series(buyer);
        if (all.isEmpty()) {
            return Text.empty();
        }
        Series lead = all.getFirst();
        Indicator now = lead.told().get(lead.newest());
        Text text = Text.of(desk.say("sold.before", desk.watchedName(), desk.inText(buyer), lead.noun(), lead.newest()))
                .explained(told(now.outcome(), lead.basis()), explanations.figure(now));
        Optional<Double> change = lead.change();
        if (change.isPresent()) {
            ReferencePeriod then = lead.before().orElseThrow().about().period();
            double by = change.get();
            text = Math.abs(by) < HARDLY
                    ? text.and(desk.say("sold.same", then))
                    : text.and(desk.say(by < 0 ? "sold.less" : "sold.more", desk.numbers.percent(Math.abs(by)), then));
        }
        return text.and(".");
    }

    /** Who was sold most of the last stage of the chain, blocs left out for their members. */
    Text most() {
        List<Series> leads = desk.assessment.economies().stream()
                .filter(e -> !desk.isBloc(e))
                .flatMap(e -> series(e).stream().limit(1))
                .toList();
        Optional<ReferencePeriod> newest = leads.stream().map(Series::newest).max(Comparator.comparing(ReferencePeriod::end));
        if (newest.isEmpty()) {
            return Text.empty();
        }
        Series first = leads.stream().filter(s -> s.newest().equals(newest.get())).findFirst().orElseThrow();
        List<Series> alike = leads.stream()
                .filter(s -> s.newest().equals(newest.get()) && s.noun().equals(first.noun()) && s.basis() == first.basis())
                .sorted(Comparator.comparingDouble((Series s) -> -amount(s)))
                .limit(NAMED)
                .toList();
        Text text = Text.of(desk.say("sold.most", desk.watchedName(), first.noun(), newest.get()));
        String between = "";
        for (Series s : alike) {
            Indicator now = s.told().get(newest.get());
            text = text.and(between).and(desk.say("sold.to", desk.inText(s.buyer())))
                    .explained(told(now.outcome(), s.basis()), explanations.figure(now))
                    .and(desk.say("sold.to-end"));
            between = desk.say("list.comma");
        }
        return text.and(".");
    }

    private static double amount(Series s) {
        return s.told().get(s.newest()).outcome().low().orElse(0);
    }

    private String told(Outcome o, Basis basis) {
        String least = amount(o.low().orElseThrow(), basis);
        if (o.high().isEmpty()) {
            return desk.say("sold.least", least);
        }
        if (!isOpen(o)) {
            return amount(shown(o), basis);
        }
        Optional<Numbers.MoneySpan> money = basis == Basis.VALUE ? desk.numbers.moneySpan(o.low().getAsDouble(), o.high().getAsDouble()) : Optional.empty();
        if (money.isPresent()) {
            Numbers.MoneySpan span = money.get();
            return span.fromNothing()
                    ? desk.say("sold.most-of", amount(span.upper(), basis))
                    : desk.say(span.scale().key("sold.money-between"), span.least(), span.most());
        }
        String most = amount(o.high().getAsDouble(), basis);
        return o.low().getAsDouble() == 0 ? desk.say("sold.most-of", most) : desk.say("sold.between", least, most);
    }

    private String amount(double amount, Basis basis) {
        if (basis == Basis.VALUE) {
            return desk.quantity(amount, "USD");
        }
        return amount < TONNES_FROM ? desk.quantity(Math.rint(amount), "kg") : desk.say("sold.tonnes", desk.numbers.tonnes(amount));
    }

    /** Whether what went to buyers that are not named, or rounding, leaves more open than is worth a word. */
    private static boolean isOpen(Outcome o) {
        double high = o.high().orElse(0);
        return high - o.low().orElse(high) > OPEN * high;
    }

    private static double shown(Outcome o) {
        return o.hasValue() ? o.value().getAsDouble() : o.low().orElseThrow();
    }

    /** Month by month the last stage of the chain, then all of them period by period, of one buyer. */
    List<Block> ofBuyer(Economy buyer, Counter counter) {
        List<Series> all = series(buyer);
        if (all.isEmpty()) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        Series lead = all.getFirst();
        if (drawable(lead) >= MONTHS) {
            String title = lead.change()
                    .map(by -> changeInWords(lead, by))
                    .orElseGet(() -> desk.say("sold.chart", desk.watchedName(), desk.inText(buyer)));
            blocks.add(chart("fig-sold", title, lead, List.of(lead), Optional.of(buyer), Series::label, counter));
        }
        blocks.add(table(all, "table-sold", "table.stage", desk.say("sold.table", desk.watchedName(), desk.inText(buyer)), Series::label, counter)
                .withFootnotes(List.of(Text.of(desk.say("sold.footnote", desk.inText(buyer))))));
        return blocks;
    }

    private String changeInWords(Series lead, double by) {
        ReferencePeriod then = lead.before().orElseThrow().about().period();
        return Math.abs(by) < HARDLY
                ? desk.say("sold.chart-same", lead.newest(), then)
                : desk.say(by < 0 ? "sold.chart-less" : "sold.chart-more", lead.newest(), desk.numbers.percent(Math.abs(by)), then);
    }

    /** What each month told tells of a series, from the first period on record to the last. */
    private List<Indicator> months(Series series) {
        YearMonth first = series.told().keySet().stream().map(ReferencePeriod::start).min(Comparator.naturalOrder()).orElseThrow();
        YearMonth last = series.newest().end();
        ProfileKey key = series.told().firstEntry().getValue().about();
        ReferencePeriod span = new ReferencePeriod(first, (int) first.until(last, ChronoUnit.MONTHS) + 1);
        return SalesByMonth.of(new ProfileKey(key.economy(), key.material(), key.stage(), key.commodity(), span), series.basis(), desk.assessment.context());
    }

    /** Months that only have a least amount have no place on a line: they are gaps. */
    private LineChart.DataPoint point(Indicator i, In in) {
        Outcome o = i.outcome();
        YearMonth month = i.about().period().start();
        return new LineChart.DataPoint(TimeAxis.ofMonth(month), desk.numbers.shortDate(month.toString()), shown(o) / in.per(), Certainty.MEASURED,
                o.low().orElseThrow() / in.per(), o.high().orElseThrow() / in.per());
    }

    /**
     * Month by month, with the controls that came between.
     *
     * @param lead whose goods are drawn
     * @param drawn a line each
     * @param buyer of one, else of all
     */
    private Figure chart(String id, String title, Series lead, List<Series> drawn, Optional<Economy> buyer, Function<Series, String> name, Counter counter) {
        List<Indicator> months = drawn.stream().flatMap(s -> months(s).stream()).filter(i -> i.outcome().high().isPresent()).toList();
        In in = scale(months.stream(), lead.basis());
        List<LineChart.Series> lines = new ArrayList<>();
        StringBuilder alt = new StringBuilder(desk.say("sold.chart-alt", desk.watchedName(), lead.noun(), in.unit()));
        for (Series s : drawn) {
            List<Indicator> told = months.stream().filter(i -> i.about().economy().equals(s.buyer())).toList();
            if (!told.isEmpty()) {
                int place = buyer.isPresent() ? ShareHistory.place(desk, desk.stage(lead.told().firstEntry().getValue().about().stage())) : LineChart.Series.IN_TURN;
                lines.add(new LineChart.Series(name.apply(s), Role.NORMAL, told.stream().map(i -> point(i, in)).toList(), place));
                alt.append(' ').append(ends(name.apply(s), told, in));
            }
        }
        YearMonth first = months.stream().map(i -> i.about().period().start()).min(Comparator.naturalOrder()).orElseThrow();
        YearMonth last = months.stream().map(i -> i.about().period().end()).max(Comparator.naturalOrder()).orElseThrow();
        String goods = Desk.capital(lead.noun());
        String span = desk.say("sold.chart-goods", goods, ReferencePeriod.ofMonth(first.getYear(), first.getMonthValue()),
                ReferencePeriod.ofMonth(last.getYear(), last.getMonthValue()));
        boolean open = months.stream().anyMatch(i -> isOpen(i.outcome()));
        LineChart.Input input = LineChart.Input.of(
                        title, alt.toString(), YAxis.amount(desk.say("sold.chart-axis", in.per() == KILOGRAMS_OF_A_TONNE ? Desk.capital(in.unit()) : in.unit()), v -> onAxis(v, in)), lines)
                .withWords(desk.chartWords(), desk.say("chart.at-most"))
                .withStepYears(1 / 12.0)
                .withEvents(new ShareHistory(desk, new Surroundings(desk)).controls(buyer, first.atDay(1), last.atEndOfMonth()));
        return new Figure(
                id,
                counter.figure(desk),
                title,
                open ? desk.say("sold.chart-open", span) : span,
                LineChart.draw(input, Frame.desktop(), SCREEN_HEIGHT_PT, TextMeasure.inter()),
                LineChart.draw(input, Frame.phone(), PHONE_HEIGHT_PT, TextMeasure.inter()),
                LineChart.draw(input, Frame.page(), HEIGHT_PT, TextMeasure.inter()),
                Text.of(desk.say("source.publishers", explanations.publishers(lead.told().get(lead.newest())))));
    }

    /** Least, most and last of a line, for who does not see it. */
    private String ends(String name, List<Indicator> told, In in) {
        Indicator least = told.stream().min(Comparator.comparingDouble(i -> shown(i.outcome()))).orElseThrow();
        Indicator most = told.stream().max(Comparator.comparingDouble(i -> shown(i.outcome()))).orElseThrow();
        Indicator last = told.getLast();
        return desk.say("sold.chart-ends", name, written(least.outcome(), in), least.about().period(), written(most.outcome(), in),
                most.about().period(), written(last.outcome(), in), last.about().period());
    }


    /** Period by period, of all buyers, a table a stage; by weight, and by value where weights are not told. */
    List<Block> ofAll(Counter counter) {
        List<Series> all = desk.assessment.economies().stream().flatMap(e -> series(e).stream()).toList();
        List<Block> tables = new ArrayList<>();
        int number = 0;
        for (String label : all.stream().map(Series::label).distinct().toList()) {
            List<Series> ofStage = all.stream().filter(s -> s.label().equals(label)).toList();
            Basis basis = ofStage.stream().anyMatch(s -> s.basis() == Basis.WEIGHT) ? Basis.WEIGHT : Basis.VALUE;
            List<Series> shown = ofStage.stream()
                    .filter(s -> s.basis() == basis)
                    .sorted(Comparator.comparingDouble((Series s) -> -amount(s)))
                    .toList();
            if (tables.isEmpty()) {
                tables.addAll(chartOfLargest(shown, counter));
            }
            tables.add(table(shown, "table-sold-" + number, "sold.buyer", desk.say("sold.table-all", desk.watchedName(), shown.getFirst().noun()),
                            s -> desk.name(s.buyer()), counter)
                    .withFootnotes(List.of(Text.of(desk.say("sold.footnote-all")))));
            number++;
        }
        return tables;
    }

    /** The largest buyers of the last stage of the chain, blocs left out for their members where those are drawn. */
    private List<Block> chartOfLargest(List<Series> shown, Counter counter) {
        List<Series> alone = shown.stream().filter(s -> !desk.isBloc(s.buyer())).toList();
        List<Series> largest = (alone.isEmpty() ? shown : alone).stream().filter(s -> drawable(s) >= MONTHS).limit(LINES).toList();
        if (largest.isEmpty()) {
            return List.of();
        }
        Series first = largest.getFirst();
        Outcome most = first.told().get(first.newest()).outcome();
        boolean sure = largest.stream()
                .skip(1)
                .map(s -> s.told().get(first.newest()))
                .allMatch(i -> i != null && i.outcome().high().orElse(Double.MAX_VALUE) < most.low().orElseThrow());
        String title = sure
                ? desk.say("sold.chart-most", first.noun(), desk.inText(first.buyer()), told(most, first.basis()), first.newest())
                : desk.say("sold.table-all", desk.watchedName(), first.noun());
        return List.of(chart("fig-sold", title, first, largest, Optional.empty(), s -> desk.name(s.buyer()), counter));
    }

    private long drawable(Series s) {
        return months(s).stream().filter(i -> i.outcome().high().isPresent()).count();
    }

    private Table table(List<Series> all, String id, String rowsAre, String caption, Function<Series, String> name, Counter counter) {
        List<ReferencePeriod> periods = periods(all);
        List<ReferencePeriod> since = all.stream()
                .filter(s -> s.change().isPresent())
                .map(s -> s.before().orElseThrow().about().period())
                .distinct()
                .toList();
        boolean oneBasis = all.stream().map(Series::basis).distinct().count() == 1;
        List<Table.Column> columns = new ArrayList<>(List.of(Table.Column.words(desk.say(rowsAre)).wide(26)));
        periods.forEach(p -> columns.add(
                Table.Column.numbers(desk.say("sold.period", p), oneBasis ? scale(all, all.getFirst().basis()).unit() : "").wide(14)));
        if (!since.isEmpty()) {
            String label = since.size() == 1 ? desk.say("sold.change-since", since.getFirst()) : desk.say("sold.change");
            columns.add(Table.Column.numbers(label, "%").wide(18));
        }
        List<Table.Row> rows = new ArrayList<>();
        for (Series s : all) {
            In in = scale(all, s.basis());
            Cell head = Cell.header(name.apply(s));
            List<Cell> cells = new ArrayList<>(List.of(oneBasis ? head : head.withNote(in.unit())));
            for (ReferencePeriod p : periods) {
                Indicator i = s.told().get(p);
                cells.add(i == null ? Cell.absent(desk.say("figure.none")) : cell(i, in));
            }
            if (!since.isEmpty()) {
                cells.add(s.change()
                        .map(by -> since.size() == 1
                                ? Cell.number(desk.numbers.points(by), by)
                                : Cell.number(desk.numbers.points(by), by).withNote(desk.say("sold.since", s.before().orElseThrow().about().period())))
                        .orElseGet(() -> Cell.absent(desk.say("figure.none"))));
            }
            rows.add(Table.Row.of(cells.toArray(Cell[]::new)));
        }
        return Table.of(id, caption, columns, rows).numbered(counter.table(desk));
    }

    private Cell cell(Indicator i, In in) {
        Outcome o = i.outcome();
        double amount = shown(o);
        return Cell.number(written(o, in), amount).explained(explanations.figure(i));
    }

    private String written(Outcome o, In in) {
        String number = number(shown(o), in);
        return o.high().isEmpty() ? desk.say("sold.from", number)
                : isOpen(o) ? desk.say("sold.span", number(o.low().getAsDouble(), in), number(o.high().getAsDouble(), in)) : number;
    }

    /** A place on an axis: whole ones without decimals, for 2.0 below 10 reads like two kinds of figures. */
    private String onAxis(double units, In in) {
        return units == Math.rint(units) ? desk.numbers.amount(units) : number(units * in.per(), in);
    }

    private static String number(double amount, In in) {
        return amount == 0 ? "0" : in.form().apply(amount);
    }

    /**
     * In what the amounts of a table are told.
     *
     * @param form tells an amount in kilograms or dollars
     * @param per kilograms or dollars of one
     */
    private record In(String unit, DoubleFunction<String> form, double per) {}

    private In scale(List<Series> all, Basis basis) {
        return scale(all.stream().filter(s -> s.basis() == basis).flatMap(s -> s.told().values().stream()), basis);
    }

    private In scale(Stream<Indicator> told, Basis basis) {
        double most = told
                .mapToDouble(i -> i.outcome().high().orElse(shown(i.outcome())))
                .max()
                .orElse(0);
        if (basis == Basis.WEIGHT) {
            return most < TONNES_FROM
                    ? new In(desk.say("sold.unit-kilograms"), kg -> desk.numbers.count(Math.round(kg)), 1)
                    : new In(desk.say("sold.unit-tonnes"), desk.numbers::tonnes, KILOGRAMS_OF_A_TONNE);
        }
        Scale scale = Scale.of(most).orElse(Scale.ONE);
        return new In(desk.say(scale.key("sold.unit-dollars")), usd -> desk.numbers.scaled(usd, scale), scale.unit());
    }

    /** The newest periods, each kind in the order of time: years, then the newest part of a year beside the same part of the year before. */
    private static List<ReferencePeriod> periods(List<Series> all) {
        Comparator<ReferencePeriod> byEnd = Comparator.comparing(ReferencePeriod::end).thenComparing(ReferencePeriod::months);
        List<ReferencePeriod> known = all.stream().flatMap(s -> s.told().keySet().stream()).distinct().sorted(byEnd.reversed()).toList();
        Predicate<ReferencePeriod> year = ReferencePeriod::isCalendarYear;
        List<ReferencePeriod> years = known.stream().filter(year).toList();
        List<ReferencePeriod> parts = known.stream()
                .filter(year.negate())
                .filter(p -> years.isEmpty() || p.end().isAfter(years.getFirst().end()) || isBefore(p, known, years))
                .limit(2)
                .toList();
        return Stream.concat(years.stream().limit(PERIODS - parts.size()).sorted(byEnd), parts.stream().sorted(byEnd)).toList();
    }

    /** Whether it is the same part of the year before another that is newer than all years. */
    private static boolean isBefore(ReferencePeriod part, List<ReferencePeriod> known, List<ReferencePeriod> years) {
        ReferencePeriod next = new ReferencePeriod(part.start().plusYears(1), part.months());
        return known.contains(next) && next.end().isAfter(years.getFirst().end());
    }
}
