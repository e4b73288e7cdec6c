package dev.lodestone.model.measure;

import dev.lodestone.model.progress.MannKendall;
import dev.lodestone.model.progress.Projection;
import dev.lodestone.model.progress.SenSlope;
import dev.lodestone.model.progress.YearlyValue;
import dev.lodestone.model.text.Statement;
import dev.lodestone.model.text.Term;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Where the watched supplier's share has been going, and where it may stand: told once a series, at its newest year, over the years that may
 * be compared with it.
 *
 * <p>{@code trend}: {@link SenSlope}, a year, at least {@link #LEAST_YEARS} years. {@code trend-p}: {@link MannKendall}, at least eight.
 * {@code projected-share}: {@link Projection}, {@link #AHEAD} years on, with its 90 % interval, at least eight years in a row. {@code
 * projection-hit-rate}: how often that interval held the last years when they were left out. Fewer years: not computable, and the reason
 * says how many there are. What is open about the years' shares widens the interval of the slope, the probability and the projection.
 */
final class Trend extends Described {

    /** Fewest comparable years from which a slope with an interval is told. */
    static final int LEAST_YEARS = 4;

    /** Years ahead for which a share is projected. */
    static final int AHEAD = 5;

    private final Function<List<YearlyValue>, Outcome> figure;

    private Trend(String id, String formula, Form form, Function<List<YearlyValue>, Outcome> figure) {
        super(id, formula, form);
        this.figure = figure;
    }

    static List<Measure> all() {
        return List.of(
                new Trend("trend", "b = median (v_j − v_i)/(t_j − t_i)", Form.DIFFERENCE, Trend::slope),
                new Trend("trend-p", "Z = (S ∓ 1)/√Var S", Form.INDEX, Trend::test),
                new Trend("projected-share", "y_{T+5} = y_T + 5μ", Form.SHARE, Trend::projection),
                new Trend("projection-hit-rate", "h / n", Form.SHARE, Trend::hits));
    }

    @Override
    public String listedUnder(MeasureContext context) {
        return context.watchedCode().code();
    }

    @Override
    public List<Reading> read(SupplierProfile profile, Basis basis, MeasureContext context) {
        if (!profile.key().period().isCalendarYear() || !context.records().isNewest(profile)) {
            return List.of();
        }
        String code = context.watchedCode().code();
        Optional<Statement> obstacle = profile.obstacle(basis);
        if (obstacle.isEmpty() && !profile.isComplete(basis)) {
            obstacle = Optional.of(Reasons.partial(profile, basis));
        }
        return List.of(new Reading(code, obstacle.isPresent()
                ? Outcome.notComputable(obstacle.get())
                : figure.apply(ShareSeries.upTo(profile, basis, context.watched(), context.records()))));
    }

    @Override
    public List<Input> inputs(SupplierProfile profile, String supplier, Basis basis, MeasureContext context) {
        return ShareSeries.upTo(profile, basis, context.watched(), context.records()).stream()
                .map(v -> new Input(
                        Statement.of("input.share-in", Term.year(v.year()), context.records().name(context.watchedCode())), v.value(), "1"))
                .toList();
    }

    private static Outcome slope(List<YearlyValue> points) {
        if (points.size() < LEAST_YEARS) {
            return few(points, LEAST_YEARS);
        }
        SenSlope slope = SenSlope.of(points);
        return Outcome.within(slope.low().orElse(slope.slope()), slope.slope(), slope.high().orElse(slope.slope()), over(points));
    }

    private static Outcome test(List<YearlyValue> points) {
        return MannKendall.test(points).map(t -> Outcome.within(t.least(), t.p(), t.most(), over(points))).orElseGet(() -> few(points, MannKendall.LEAST));
    }

    private static Outcome projection(List<YearlyValue> points) {
        Optional<Projection> made = Projection.of(points);
        if (made.isEmpty()) {
            return points.size() < Projection.LEAST ? few(points, Projection.LEAST) : Outcome.notComputable(Statement.of("reason.no-run"));
        }
        int year = points.getLast().year() + AHEAD;
        Projection p = made.get();
        return Outcome.within(p.lowAt(year), p.medianAt(year), p.highAt(year), Statement.of("reason.projected-for", Term.year(year)));
    }

    private static Outcome hits(List<YearlyValue> points) {
        OptionalDouble rate = Projection.hitRate(points);
        if (rate.isPresent()) {
            return Outcome.of(rate.getAsDouble(), over(points));
        }
        return points.size() <= Projection.LEAST ? few(points, Projection.LEAST + 1) : Outcome.notComputable(Statement.of("reason.no-run"));
    }

    private static Statement over(List<YearlyValue> points) {
        return Statement.of("reason.over-years", Term.count(points.size()), Term.year(points.getFirst().year()), Term.year(points.getLast().year()));
    }

    private static Outcome few(List<YearlyValue> points, int least) {
        return Outcome.notComputable(Statement.of("reason.few-years", Term.count(points.size()), Term.count(least)));
    }
}
