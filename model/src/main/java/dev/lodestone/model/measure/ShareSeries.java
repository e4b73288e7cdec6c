package dev.lodestone.model.measure;

import dev.lodestone.model.progress.YearlyValue;
import dev.lodestone.model.trade.Economy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A supplier's share through the calendar years that may be compared with one of them. */
public final class ShareSeries {

    private ShareSeries() {}

    /**
     * The years up to a profile, oldest first, that have a share; a year of which only an upper bound is known is left out. Bounds that unnamed
     * partners leave open go along.
     */
    public static List<YearlyValue> upTo(SupplierProfile last, Basis basis, Set<Economy> suppliers, Records records) {
        List<YearlyValue> points = new ArrayList<>();
        for (SupplierProfile p : records.before(last).reversed()) {
            add(points, p, basis, suppliers);
        }
        add(points, last, basis, suppliers);
        return List.copyOf(points);
    }

    private static void add(List<YearlyValue> points, SupplierProfile p, Basis basis, Set<Economy> suppliers) {
        Outcome share = Shares.of(p, basis, suppliers);
        if (share.hasValue()) {
            double value = share.value().getAsDouble();
            points.add(new YearlyValue(p.key().period().year(), value, share.low().orElse(value), share.high().orElse(value)));
        }
    }
}
