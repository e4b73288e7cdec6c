package dev.lodestone.model.testing;

import dev.lodestone.model.measure.Basis;
import dev.lodestone.model.measure.Measure;
import dev.lodestone.model.measure.MeasureContext;
import dev.lodestone.model.measure.Measures;
import dev.lodestone.model.measure.Outcome;
import dev.lodestone.model.measure.ProfileBuilder;
import dev.lodestone.model.measure.ProfileKey;
import dev.lodestone.model.measure.SupplierProfile;
import dev.lodestone.model.text.Statement;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.ReferencePeriod;
import dev.lodestone.model.trade.TradeObservation;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/** Supplier profiles for tests. */
public final class Profiles {

    /** China watched; Japan and the United States allied. */
    public static final MeasureContext CONTEXT = new MeasureContext(
            Set.of(Economy.of("CHN")), Economy.of("CHN"), Set.of(Economy.of("JPN"), Economy.of("USA"), Economy.of("AAA")));

    private Profiles() {}

    public static ProfileBuilder builder(Rows rows) {
        return builder(rows.list());
    }

    public static ProfileBuilder builder(List<TradeObservation> rows) {
        ProfileKey key = new ProfileKey(Economy.of("AAA"), "stuff", "magnet", "", ReferencePeriod.ofYear(2024));
        ProfileBuilder builder = new ProfileBuilder(key, "USD");
        builder.publisher("Office").rate(OptionalDouble.of(1), Statement.NONE);
        rows.forEach(o -> builder.add(o, 1));
        return builder;
    }

    public static SupplierProfile profile(Rows rows) {
        return builder(rows).build();
    }

    /** The reading about all suppliers. */
    public static Outcome read(String measure, SupplierProfile profile, Basis basis) {
        return read(measure, "", profile, basis);
    }

    public static Outcome read(String measure, String supplier, SupplierProfile profile, Basis basis) {
        return measure(measure).read(profile, basis, CONTEXT).stream()
                .filter(r -> r.supplier().equals(supplier))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no reading of " + measure + " for '" + supplier + "'"))
                .outcome();
    }

    public static Measure measure(String id) {
        return Measures.standard().stream()
                .filter(m -> m.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no measure " + id));
    }
}
