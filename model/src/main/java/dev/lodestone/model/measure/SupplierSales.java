package dev.lodestone.model.measure;

import dev.lodestone.model.text.Statement;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.ReferencePeriod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the watched supplier says it sold to a buyer: value in US dollars, or net weight in kilograms.
 *
 * <p>{@code supplier-sales-value}, {@code supplier-sales-weight}: x_j over the rows of the buyer in the supplier's own exports, within
 * [x_j, x_j + U]: what it sold to partners that are not named may have gone to the buyer. Told of every period of the supplier's exports,
 * whether or not the buyer's imports are on record, and of the same months a year before a part of a year, where each of them is. Of a bloc
 * the sum of what went to its members. 0 where complete exports do not list the buyer; not computable where main or selected partners leave
 * it out. Exports are valued FOB, and goods that reach the buyer through another country are in the exports to that country: it tells how
 * much, and no share. Dollars are those of the year.
 */
final class SupplierSales extends Amount {

    private static final int YEAR = 12;

    private SupplierSales(Basis basis) {
        super("supplier-sales", "x_j, within [x_j, x_j + U]", basis);
    }

    static List<Measure> all() {
        return List.of(new SupplierSales(Basis.VALUE), new SupplierSales(Basis.WEIGHT));
    }

    @Override
    public boolean isAlwaysTold() {
        return false;
    }

    @Override
    public List<Reading> read(SupplierProfile profile, Basis on, MeasureContext context) {
        return List.of();
    }

    @Override
    public List<Indicator> beside(Economy buyer, String material, String stage, MeasureContext context) {
        Set<ProfileKey> told = new TreeSet<>();
        for (ProfileKey sold : context.records().soldPeriods(context.watchedCode(), stage)) {
            told.add(sold);
            if (sold.period().months() < YEAR) {
                ReferencePeriod yearBefore = new ReferencePeriod(sold.period().start().minusYears(1), sold.period().months());
                ProfileKey before = new ProfileKey(sold.economy(), sold.material(), sold.stage(), sold.commodity(), yearBefore);
                if (!context.records().sold(before).isEmpty()) {
                    told.add(before);
                }
            }
        }
        List<Indicator> figures = new ArrayList<>();
        told.forEach(k -> figures.addAll(
                beside(new ProfileKey(buyer, k.material(), k.stage(), k.commodity(), k.period()), context)));
        return figures;
    }

    @Override
    public List<Indicator> beside(ProfileKey about, MeasureContext context) {
        if (context.watched().contains(about.economy())) {
            return List.of();
        }
        List<Outcome> parts = new ArrayList<>();
        for (Economy seller : context.watched().stream().sorted().toList()) {
            List<SupplierProfile> sold = context.records().sold(soldBy(seller, about));
            if (sold.isEmpty()) {
                parts.add(Outcome.notComputable(Statement.of("reason.sold-not-told", context.records().name(seller))));
            }
            sold.forEach(p -> parts.add(of(p, buyers(p, about.economy(), context.records()))));
        }
        return List.of(new Indicator(about, id(), context.watchedCode().code(), basis(), unit(), sum(parts)));
    }

    private static ProfileKey soldBy(Economy seller, ProfileKey about) {
        return new ProfileKey(seller, about.material(), about.stage(), about.commodity(), about.period());
    }

    /** Whom the seller lists for a buyer: itself, or the members of a bloc. */
    private static Set<Economy> buyers(SupplierProfile sold, Economy buyer, Records records) {
        List<Economy> members = records.members(buyer);
        return members.isEmpty() || sold.rankOf(buyer) >= 0 ? Set.of(buyer) : Set.copyOf(members);
    }

    private Outcome of(SupplierProfile sold, Set<Economy> buyers) {
        if (sold.obstacle(Basis.VALUE).isEmpty() && sold.isUntold(buyers, basis())) {
            return Outcome.notComputable(Statement.of("reason.sold-withheld"));
        }
        if (sold.obstacle(Basis.VALUE).isPresent() || SupplierShare.leftOut(sold, basis(), buyers).isEmpty()) {
            return SupplierAmount.of(sold, basis(), buyers);
        }
        // Of some members of a bloc alone: what they were sold is the least that all were.
        Set<Economy> listed = buyers.stream().filter(b -> sold.rankOf(b) >= 0).collect(Collectors.toSet());
        Optional<Outcome> some = listed.isEmpty() || listed.size() == buyers.size() || SupplierShare.leftOut(sold, basis(), listed).isPresent()
                ? Optional.empty()
                : Optional.of(SupplierAmount.of(sold, basis(), listed)).filter(o -> o.low().isPresent());
        return some.map(o -> Outcome.atLeast(o.low().getAsDouble(), Statement.of("reason.sold-some")))
                .orElseGet(() -> Outcome.notComputable(Statement.of("reason.sold-left-out")));
    }

    /** What several sellers, or several months, come to: as open as they are together; of what is not told the rest is the least. */
    private static Outcome sum(List<Outcome> parts) {
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        List<Outcome> told = parts.stream().filter(o -> o.low().isPresent()).toList();
        Statement why = Stream.concat(parts.stream().filter(o -> !o.isOk()), parts.stream())
                .map(Outcome::why)
                .filter(w -> !w.isEmpty())
                .findFirst()
                .orElse(Statement.NONE);
        if (told.isEmpty()) {
            return Outcome.notComputable(why);
        }
        double low = sum(told, Outcome::low);
        return told.size() == parts.size() && told.stream().allMatch(o -> o.hasValue() && o.high().isPresent())
                ? Outcome.within(low, sum(told, Outcome::value), sum(told, Outcome::high), why)
                : Outcome.atLeast(low, why);
    }

    private static double sum(List<Outcome> parts, Function<Outcome, OptionalDouble> of) {
        ExactSum sum = new ExactSum();
        parts.forEach(o -> sum.add(of.apply(o).getAsDouble()));
        return sum.value();
    }

    @Override
    public List<Input> inputs(ProfileKey about, List<SupplierProfile> read, MeasureContext context) {
        ExactSum told = new ExactSum();
        ExactSum all = new ExactSum();
        String unit = "";
        for (SupplierProfile p : read) {
            buyers(p, about.economy(), context.records()).stream()
                    .mapToInt(p::rankOf)
                    .filter(rank -> rank >= 0)
                    .forEach(rank -> told.add(p.amount(rank, basis())));
            all.add(p.total(basis()));
            unit = basis() == Basis.VALUE ? p.currency() : unit();
        }
        return read.isEmpty()
                ? List.of()
                : List.of(new Input(Statement.of("input.seller-tells"), told.value(), unit), new Input(Statement.of("input.sold-all"), all.value(), unit));
    }
}
