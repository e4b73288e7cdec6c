package dev.lodestone.model.measure;

import dev.lodestone.model.trade.ReferencePeriod;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** What the watched supplier says it sold, taken apart into months: the figures that {@code supplier-sales-*} of longer periods are sums of. */
public final class SalesByMonth {

    private SalesByMonth() {}

    /**
     * The figure of each month that tells something, in order of time; a month without one is left out and never filled.
     *
     * @param about buyer, stage or line, and the first and the last month asked for
     */
    public static List<Indicator> of(ProfileKey about, Basis basis, MeasureContext context) {
        List<Indicator> told = new ArrayList<>();
        ReferencePeriod asked = about.period();
        for (YearMonth month = asked.start(); !month.isAfter(asked.end()); month = month.plusMonths(1)) {
            ReferencePeriod one = ReferencePeriod.ofMonth(month.getYear(), month.getMonthValue());
            ProfileKey key = new ProfileKey(about.economy(), about.material(), about.stage(), about.commodity(), one);
            SupplierSales.all().stream()
                    .flatMap(m -> m.beside(key, context).stream())
                    .filter(i -> i.basis() == basis && i.outcome().low().isPresent())
                    .forEach(told::add);
        }
        return told;
    }
}
