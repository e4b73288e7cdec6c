package dev.lodestone.model.measure;

import dev.lodestone.model.progress.MannKendall;
import dev.lodestone.model.progress.SenSlope;
import dev.lodestone.model.progress.YearlyValue;
import dev.lodestone.model.text.Statement;
import dev.lodestone.model.text.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * How fast purchases from the watched supplier have been growing: told once a series, at its last year, over the years that may be compared
 * with it.
 *
 * <p>{@code supplier-growth}: g = exp(b) − 1 a year, b {@link SenSlope} of ln m_i, at least {@link Trend#LEAST_YEARS} years; above 0 more is
 * bought each year. {@code supplier-growth-p}: {@link MannKendall} on the same years, at least eight. Amounts are those of
 * {@link SupplierAmount}, whose bounds go into the interval: years in which a source holds only part of the partners count too, since
 * no total is asked for. By value it is growth of dollars, prices included. Not computable where a year has no purchase: it has no logarithm.
 */
final class SupplierGrowth extends Described {

    private final int least;
    private final Function<List<YearlyValue>, Outcome> figure;

    private SupplierGrowth(String id, String formula, Form form, int least, Function<List<YearlyValue>, Outcome> figure) {
        super(id, formula, form);
        this.least = least;
        this.figure = figure;
    }

    static List<Measure> all() {
        return List.of(
                new SupplierGrowth(
                        "supplier-growth",
                        "g = exp(median (ln m_j − ln m_i)/(t_j − t_i)) − 1",
                        Form.SHARE,
                        Trend.LEAST_YEARS,
                        SupplierGrowth::growth),
                new SupplierGrowth(
                        "supplier-growth-p", "Z = (S ∓ 1)/√Var S", Form.INDEX, MannKendall.LEAST, SupplierGrowth::test));
    }

    @Override
    public String listedUnder(MeasureContext context) {
        return context.watchedCode().code();
    }

    @Override
    public List<Reading> read(SupplierProfile profile, Basis basis, MeasureContext context) {
        if (!profile.key().period().isCalendarYear() || !context.records().isLast(profile)) {
            return List.of();
        }
        Outcome last = SupplierAmount.of(profile, basis, context.watched());
        return List.of(new Reading(context.watchedCode().code(), last.hasValue()
                ? of(amounts(profile, basis, context))
                : Outcome.notComputable(last.why())));
    }

    private Outcome of(List<YearlyValue> amounts) {
        if (amounts.size() < least) {
            return Outcome.notComputable(Statement.of("reason.few-amounts", Term.count(amounts.size()), Term.count(least)));
        }
        if (amounts.stream().anyMatch(v -> v.low() <= 0)) {
            return Outcome.notComputable(Statement.of("reason.year-without"));
        }
        return figure.apply(amounts.stream()
                .map(v -> new YearlyValue(v.year(), Math.log(v.value()), Math.log(v.low()), Math.log(v.high())))
                .toList());
    }

    /** Years up to a profile whose amount is known, oldest first. */
    private static List<YearlyValue> amounts(SupplierProfile last, Basis basis, MeasureContext context) {
        List<SupplierProfile> years = new ArrayList<>(context.records().before(last).reversed());
        years.add(last);
        List<YearlyValue> points = new ArrayList<>();
        for (SupplierProfile p : years) {
            Outcome amount = SupplierAmount.of(p, basis, context.watched());
            if (amount.hasValue()) {
                points.add(new YearlyValue(
                        p.key().period().year(),
                        amount.value().getAsDouble(),
                        amount.low().getAsDouble(),
                        amount.high().getAsDouble()));
            }
        }
        return points;
    }

    @Override
    public List<Input> inputs(SupplierProfile profile, String supplier, Basis basis, MeasureContext context) {
        return amounts(profile, basis, context).stream()
                .map(v -> new Input(
                        Statement.of("input.bought-in", Term.year(v.year()), context.records().name(context.watchedCode())),
                        v.value(),
                        basis == Basis.VALUE ? "USD" : "kg"))
                .toList();
    }

    private static Outcome growth(List<YearlyValue> points) {
        SenSlope slope = SenSlope.of(points);
        if (Double.isInfinite(Math.exp(slope.high().orElse(slope.slope())))) {
            return Outcome.notComputable(Statement.of("defect.too-large"));
        }
        return Outcome.within(
                Math.expm1(slope.low().orElse(slope.slope())),
                Math.expm1(slope.slope()),
                Math.expm1(slope.high().orElse(slope.slope())),
                over(points));
    }

    /** Other years than those that a share may be compared over: of main suppliers alone as well. */
    private static Statement over(List<YearlyValue> points) {
        return Statement.of("reason.over-amounts", Term.count(points.size()), Term.year(points.getFirst().year()), Term.year(points.getLast().year()));
    }

    private static Outcome test(List<YearlyValue> points) {
        MannKendall test = MannKendall.test(points).orElseThrow();
        return Outcome.within(test.least(), test.p(), test.most(), over(points));
    }
}
