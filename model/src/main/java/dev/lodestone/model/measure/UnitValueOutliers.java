package dev.lodestone.model.measure;

import dev.lodestone.model.text.Statement;
import dev.lodestone.model.text.Term;
import dev.lodestone.model.trade.Economy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Suppliers whose unit value lies far from the others', more likely a slip of the pen than a price: how many, and who.
 *
 * <p>Marked is what the box plot of logarithms with k = 3 marks, or what lies beyond 100 times the median either way, or, beside a
 * comparable year, what Hidiroglou and Berthelot's test of change marks (U 0.5, A 0.05, C 20); never a unit value, or its change, within {@link #NEAR} times
 * the median either way. Suppliers with more than
 * {@link SupplierProfile#MISSING_WEIGHT_TOLERANCE} of their value in rows whose weight is missing or estimated are left out; so are those
 * below {@link #TRIFLE} of the value. The count stands without supplier; each marked supplier is
 * listed with its unit value over the median. Not computable with fewer than four unit values. Nothing is changed by it.
 */
final class UnitValueOutliers extends Described {

    /** Part of the value below which a supplier is not looked at. */
    static final double TRIFLE = 0.001;

    private static final int LEAST = 4;
    private static final double FAR = 3;
    private static final double RATIO = 100;

    /** Where nearly all pay one price the screens have no width: what is within twice the median either way is a price all the same. */
    private static final double NEAR = 2;

    private static final double HB_U = 0.5;
    private static final double HB_A = 0.05;
    private static final double HB_C = 20;

    UnitValueOutliers() {
        super("unit-value-outliers", UnitValueScreen.BOXPLOT_FORMULA, Form.NUMBER);
    }

    /**
     * A marked supplier.
     *
     * @param flow what was bought
     * @param unitValue its unit value, in US dollars a kilogram where there is a rate, else in the profile's currency
     * @param ratio over the median of all suppliers looked at
     * @param before its unit value in the earlier year, in that year's dollars, where only the change was marked; else absent
     */
    record Marked(SupplierFlow flow, double unitValue, double ratio, OptionalDouble before) {}

    @Override
    public Set<Basis> bases() {
        return Set.of(Basis.VALUE);
    }

    @Override
    public List<Reading> read(SupplierProfile profile, Basis basis, MeasureContext context) {
        if (!profile.flaw().isEmpty()) {
            return Reading.ofAll(Outcome.notComputable(profile.flaw()));
        }
        List<SupplierFlow> weighed = weighed(profile);
        if (weighed.size() < LEAST) {
            return Reading.ofAll(Outcome.notComputable(Statement.of("reason.few-unit-values", Term.count(weighed.size()))));
        }
        List<Marked> marked = marked(profile, weighed, context.records());
        List<Reading> readings = new ArrayList<>();
        readings.add(new Reading("", Outcome.of(marked.size(), Statement.of("reason.unit-values-seen", Term.count(weighed.size())))));
        for (Marked m : marked) {
            readings.add(new Reading(m.flow().supplier().code(), Outcome.of(m.ratio(), Statement.of("reason.times-median"))));
        }
        return readings;
    }

    static List<Marked> marked(SupplierProfile profile, Records records) {
        return marked(profile, weighed(profile), records);
    }

    private static List<Marked> marked(SupplierProfile profile, List<SupplierFlow> weighed, Records records) {
        if (!profile.flaw().isEmpty() || weighed.size() < LEAST) {
            return List.of();
        }
        List<Double> values = weighed.stream().map(UnitValueOutliers::unitValue).toList();
        Set<Integer> far = new TreeSet<>(UnitValueScreen.boxplot(values, FAR));
        far.addAll(UnitValueScreen.medianRatio(values, RATIO));
        double median = UnitValueScreen.median(values);
        far.removeIf(i -> isNear(values.get(i), median));
        // Each year's dollars at its own rate; of a currency that changed, nothing is told without both rates.
        double rate = profile.usdPerUnit().orElse(1);
        Optional<SupplierProfile> before = records.earlier(profile, Basis.VALUE);
        OptionalDouble rateBefore = before.map(earlier -> rateBefore(profile, earlier)).orElse(OptionalDouble.empty());
        Map<Integer, Double> jumped = rateBefore.isPresent() ? jumps(weighed, before.get()) : Map.of();
        Set<Integer> at = new TreeSet<>(far);
        at.addAll(jumped.keySet());
        return at.stream()
                .map(i -> new Marked(
                        weighed.get(i),
                        values.get(i) * rate,
                        values.get(i) / median,
                        far.contains(i) ? OptionalDouble.empty() : OptionalDouble.of(jumped.get(i) * rateBefore.getAsDouble())))
                .toList();
    }

    /** What a unit of the earlier year's currency is in that of {@link Marked#unitValue}. */
    private static OptionalDouble rateBefore(SupplierProfile profile, SupplierProfile before) {
        if (profile.usdPerUnit().isPresent() && before.usdPerUnit().isPresent()) {
            return before.usdPerUnit();
        }
        return profile.currency().equals(before.currency()) ? OptionalDouble.of(profile.usdPerUnit().orElse(1)) : OptionalDouble.empty();
    }

    /** The suppliers whose unit value changed out of proportion, with what it was. */
    private static Map<Integer, Double> jumps(List<SupplierFlow> weighed, SupplierProfile before) {
        List<Integer> index = new ArrayList<>();
        List<Double> from = new ArrayList<>();
        List<Double> to = new ArrayList<>();
        Map<Economy, Integer> places = HashMap.newHashMap(weighed.size());
        for (int i = 0; i < weighed.size(); i++) {
            places.put(weighed.get(i).supplier(), i);
        }
        for (SupplierFlow then : weighed(before)) {
            Integer place = places.get(then.supplier());
            if (place != null) {
                index.add(place);
                from.add(unitValue(then));
                to.add(unitValue(weighed.get(place)));
            }
        }
        Map<Integer, Double> jumped = new TreeMap<>();
        List<Double> changes = IntStream.range(0, from.size()).mapToObj(k -> to.get(k) / from.get(k)).toList();
        UnitValueScreen.hidiroglouBerthelot(from, to, HB_U, HB_A, HB_C).stream()
                .filter(k -> !isNear(changes.get(k), UnitValueScreen.median(changes)))
                .forEach(k -> jumped.put(index.get(k), from.get(k)));
        return jumped;
    }

    private static boolean isNear(double amount, double median) {
        return amount <= NEAR * median && median <= NEAR * amount;
    }

    private static double unitValue(SupplierFlow flow) {
        return flow.weighedValue() / flow.reportedWeightKg();
    }

    private static List<SupplierFlow> weighed(SupplierProfile profile) {
        double trifle = TRIFLE * profile.total(Basis.VALUE);
        return IntStream.range(0, profile.supplierCount())
                .filter(rank -> profile.amount(rank, Basis.VALUE) > trifle)
                .mapToObj(profile::flow)
                .filter(f -> f.reportedWeightKg() > 0 && f.weighedValue() >= (1 - SupplierProfile.MISSING_WEIGHT_TOLERANCE) * f.value())
                .toList();
    }
}
