package dev.lodestone.model.measure;

import dev.lodestone.model.text.Statement;
import dev.lodestone.model.text.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/**
 * CEPII's variant of the dependency test over three years: in how many of them imports and world exports are concentrated and imports
 * exceed exports.
 *
 * <p>0..3; dependent from 2. Told once a series, at its newest year, with the two years before it. World exports are those of every
 * reporter on record (flow X), else those of a reconciled table; fewer than {@link #LEAST_EXPORTERS} reporters are not the world. Where
 * years cannot be told, or what the publisher rounds away straddles a threshold, bounds. Source:
 * CEPII Policy Brief 2023-41; the thresholds are the Commission's.
 */
final class GeoDependency extends Described {

    /** Exporters from which a source holds the world's exports. */
    static final int LEAST_EXPORTERS = 100;

    private static final int YEARS = 3;
    private static final Set<Basis> VALUE = Set.of(Basis.VALUE);

    GeoDependency() {
        super("geodep", CoreDependency.GEODEP_FORMULA, Form.NUMBER);
    }

    @Override
    public Set<Basis> bases() {
        return VALUE;
    }

    @Override
    public List<Reading> read(SupplierProfile profile, Basis basis, MeasureContext context) {
        Records records = context.records();
        if (!profile.key().period().isCalendarYear() || !records.isNewest(profile)) {
            return List.of();
        }
        if (profile.obstacle(basis).isPresent()) {
            return Reading.ofAll(Outcome.notComputable(profile.obstacle(basis).get()));
        }
        List<SupplierProfile> years = new ArrayList<>(List.of(profile));
        for (int back = 1; back < YEARS; back++) {
            records.yearBefore(profile, profile.key().period().year() - back).ifPresent(years::add);
        }
        if (years.size() < YEARS) {
            return Reading.ofAll(Outcome.notComputable(Statement.of("reason.three-years", Term.count(years.size()))));
        }
        int yes = 0;
        int open = 0;
        Optional<Statement> untold = Optional.empty();
        for (SupplierProfile year : years) {
            CoreDependency indicators = BlocDependency.of(year, records);
            Outcome worldExports = worldExports(year, records);
            CoreDependency.Flag flag = CoreDependency.geoDep(indicators, worldExports);
            yes += flag == CoreDependency.Flag.YES ? 1 : 0;
            open += flag == CoreDependency.Flag.INDETERMINATE ? 1 : 0;
            untold = untold.or(() -> untold(worldExports, indicators.importsToExports(), indicators.concentration()));
        }
        if (open == YEARS) {
            return Reading.ofAll(Outcome.notComputable(untold.orElse(Statement.of("reason.years-open", Term.count(open)))));
        }
        return Reading.ofAll(open == 0
                ? Outcome.of(yes)
                : new Outcome(
                        Outcome.Status.BOUNDED, OptionalDouble.empty(), OptionalDouble.of(yes), OptionalDouble.of(yes + open),
                        Statement.of("reason.years-open", Term.count(open))));
    }

    private static Optional<Statement> untold(Outcome... figures) {
        return Stream.of(figures).filter(f -> f.status() == Outcome.Status.NOT_COMPUTABLE).map(Outcome::why).findFirst();
    }

    private static Outcome worldExports(SupplierProfile imports, Records records) {
        List<SupplierProfile> exporters = records.exporters(imports);
        if (exporters.isEmpty()) {
            return Outcome.notComputable(Statement.of("reason.no-world-exports", Term.count(LEAST_EXPORTERS)));
        }
        ExactSum total = new ExactSum();
        List<CoreDependency.Total> amounts = new ArrayList<>();
        double open = 0;
        for (SupplierProfile exporter : exporters) {
            Optional<CoreDependency.Total> amount = BlocDependency.told(Optional.of(exporter), imports);
            if (amount.isEmpty()) {
                return Outcome.notComputable(Statement.of("reason.exporter-untold", records.name(exporter.key().economy())));
            }
            amounts.add(amount.get());
            total.add(amount.get().amount());
            open += amount.get().margin();
        }
        if (total.value() <= 0) {
            return Outcome.notComputable(Statement.of("reason.no-exports"));
        }
        ExactSum squares = new ExactSum();
        amounts.forEach(a -> squares.add(square(a.amount() / total.value())));
        double index = Math.min(1, squares.value());
        double least = 0;
        double most = 0;
        for (CoreDependency.Total a : amounts) {
            double low = Math.max(0, a.amount() - a.margin());
            double high = a.amount() + a.margin();
            double others = total.value() - a.amount();
            least += low == 0 ? 0 : square(low / (low + others + open - a.margin()));
            most += high == 0 ? 0 : square(high / (high + Math.max(0, others - open + a.margin())));
        }
        return index - least >= ShareBounds.VISIBLE || most - index >= ShareBounds.VISIBLE
                ? Outcome.within(Math.min(index, least), index, Math.min(1, Math.max(index, most)), Reasons.rounded(Statement.NONE))
                : Outcome.of(index);
    }

    private static double square(double share) {
        return share * share;
    }

    @Override
    public List<Input> inputs(SupplierProfile profile, String supplier, Basis basis, MeasureContext context) {
        return List.of(
                new Input(Statement.of("input.outside"), profile.total(Basis.VALUE), profile.currency()),
                new Input(Statement.of("input.exporters"), context.records().exporters(profile).size(), "1"));
    }
}
