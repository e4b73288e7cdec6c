package dev.lodestone.model.measure;

import dev.lodestone.model.progress.SeasonalKendall;
import dev.lodestone.model.progress.YearlyValue;
import dev.lodestone.model.text.Statement;
import dev.lodestone.model.text.Term;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.ReferencePeriod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The watched supplier's share where months are on record: over each run of twelve months, and its trend from month to month.
 *
 * <p>{@code rolling-share}: Σ of the supplier's twelve months over Σ of all imports in them, within what unnamed partners leave open; one
 * figure for every month that twelve measurable months in a row end with. A part of a year is never blown up to a year.
 * {@code rolling-trend}, with the last of them: {@link SeasonalKendall} on the monthly shares, a year, with its 90 % interval; at least three
 * years of every month. Not told where no months are on record; months stand beside published years, they replace none.
 */
final class MonthlyTrend extends Described {

    private static final int YEAR = 12;

    private final boolean trend;

    private MonthlyTrend(String id, String formula, Form form, boolean trend) {
        super(id, formula, form);
        this.trend = trend;
    }

    static List<Measure> all() {
        return List.of(
                new MonthlyTrend("rolling-share", "s = Σ_{12 months} m_i / Σ_{12 months} T", Form.SHARE, false),
                new MonthlyTrend("rolling-trend", "b = median_m (v_mj − v_mi)/(t_j − t_i)",
                        Form.DIFFERENCE, true));
    }

    @Override
    public List<Reading> read(SupplierProfile profile, Basis basis, MeasureContext context) {
        return List.of();
    }

    @Override
    public List<Indicator> beside(Economy buyer, String material, String stage, MeasureContext context) {
        List<SupplierProfile> months = context.records().months(buyer, stage);
        if (months.isEmpty()) {
            return List.of();
        }
        List<Indicator> figures = new ArrayList<>();
        for (Basis basis : Basis.values()) {
            List<List<SupplierProfile>> windows = windows(months, basis);
            if (!trend) {
                windows.forEach(w -> figures.add(indicator(w, basis, context, share(w, basis, context))));
            } else if (!windows.isEmpty()) {
                figures.add(indicator(windows.getLast(), basis, context, slope(months, basis, context)));
            }
        }
        return figures;
    }

    private Indicator indicator(List<SupplierProfile> window, Basis basis, MeasureContext context, Outcome outcome) {
        ProfileKey first = window.getFirst().key();
        ProfileKey about = new ProfileKey(
                first.economy(), first.material(), first.stage(), "", new ReferencePeriod(first.period().start(), YEAR));
        return new Indicator(about, id(), context.watchedCode().code(), basis, unit(), outcome);
    }

    /** Every twelve measurable months in a row of one publisher and currency. */
    private static List<List<SupplierProfile>> windows(List<SupplierProfile> months, Basis basis) {
        List<List<SupplierProfile>> windows = new ArrayList<>();
        List<SupplierProfile> run = new ArrayList<>();
        for (SupplierProfile month : months) {
            boolean measurable = month.isComplete(basis) && month.obstacle(basis).isEmpty();
            boolean follows = !run.isEmpty()
                    && run.getLast().key().period().start().plusMonths(1).equals(month.key().period().start())
                    && run.getLast().publisher().equals(month.publisher())
                    && run.getLast().currency().equals(month.currency());
            if (!measurable || !follows) {
                run.clear();
            }
            if (measurable) {
                run.add(month);
            }
            if (run.size() >= YEAR) {
                windows.add(List.copyOf(run.subList(run.size() - YEAR, run.size())));
            }
        }
        return windows;
    }

    private static Outcome share(List<SupplierProfile> window, Basis basis, MeasureContext context) {
        ExactSum from = new ExactSum();
        ExactSum total = new ExactSum();
        ExactSum unnamed = new ExactSum();
        double margin = 0;
        double totalMargin = 0;
        double unnamedMargin = 0;
        double worldMargin = 0;
        boolean untold = false;
        for (SupplierProfile month : window) {
            for (Economy supplier : context.watched()) {
                int rank = month.rankOf(supplier);
                if (rank >= 0) {
                    from.add(month.amount(rank, basis));
                    margin += month.margin(rank, basis);
                }
            }
            total.add(month.total(basis));
            unnamed.add(month.unnamed(basis));
            totalMargin += month.totalMargin(basis);
            unnamedMargin += month.unnamedMargin(basis);
            worldMargin += month.worldMargin(basis);
            untold |= month.isUntold(context.watched(), basis);
        }
        double share = Math.min(1, from.value() / total.value());
        double hidden = unnamed.value() / total.value();
        double low = share;
        double high = Math.min(1, share + hidden);
        Statement why = hidden > 0 ? Reasons.unnamed(hidden) : Statement.NONE;
        if (totalMargin > 0) {
            ShareBounds.Rounded rounded = ShareBounds.rounded(
                    new ShareBounds.Sums(from.value(), total.value(), unnamed.value()), margin, totalMargin,
                    new ShareBounds.Unnamed(unnamedMargin, worldMargin));
            if (low - rounded.low() >= ShareBounds.VISIBLE || rounded.high() - high >= ShareBounds.VISIBLE) {
                low = Math.min(low, rounded.low());
                high = Math.max(high, rounded.high());
                why = Reasons.rounded(why);
            }
        }
        return untold ? Outcome.atMost(high, Statement.of("reason.supplier-withheld-in-world")) : Outcome.within(low, share, high, why);
    }

    private static Outcome slope(List<SupplierProfile> months, Basis basis, MeasureContext context) {
        SortedMap<Integer, List<YearlyValue>> byMonth = new TreeMap<>();
        for (SupplierProfile month : months) {
            Outcome share = Shares.of(month, basis, context.watched());
            if (share.hasValue()) {
                double value = share.value().getAsDouble();
                byMonth.computeIfAbsent(month.key().period().start().getMonthValue(), m -> new ArrayList<>())
                        .add(new YearlyValue(
                                month.key().period().year(), value, Math.min(value, share.low().orElse(0)), Math.max(value, share.high().orElse(1))));
            }
        }
        Optional<SeasonalKendall> test = SeasonalKendall.test(byMonth);
        if (test.isEmpty()) {
            return Outcome.notComputable(Statement.of("reason.few-months", Term.count(SeasonalKendall.LEAST_YEARS)));
        }
        SeasonalKendall t = test.get();
        return Outcome.within(Math.min(t.low(), t.slope()), t.slope(), Math.max(t.high(), t.slope()), told(t));
    }

    /** A chance below a thousandth is not written as none. */
    private static Statement told(SeasonalKendall test) {
        if (test.isSignificant() && test.most() < 0.001) {
            return Statement.of("reason.seasonal-trend-clear");
        }
        return Statement.of(test.isSignificant() ? "reason.seasonal-trend" : "reason.seasonal-none", Term.figure(test.most(), 3));
    }
}
