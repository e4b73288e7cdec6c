package dev.lodestone.model.measure;

import dev.lodestone.model.text.Statement;
import dev.lodestone.model.trade.Economy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The core dependency indicators of a bloc as measures: {@link CoreDependency} has the formulas, thresholds and source.
 *
 * <p>Defined for blocs only: trade between members is what tells them from plain shares. CDI2 needs what members report of each other,
 * CDI3 exports (flow X) of the members, or a reconciled table, in which what others bought from them is what they sold; where the data hold
 * neither, the reason says which is missing.
 */
final class BlocDependency extends Described {

    private static final Set<Basis> VALUE = Set.of(Basis.VALUE);
    private static final Statement BY_BUYERS = Statement.of("reason.exports-by-buyers");

    private final Function<CoreDependency, Outcome> figure;

    private BlocDependency(String id, String formula, Form form, Function<CoreDependency, Outcome> figure) {
        super(id, formula, form);
        this.figure = figure;
    }

    /** CDI1 to CDI3 and how many of them pass their threshold. */
    static List<Measure> all() {
        return List.of(
                new BlocDependency("cdi1", CoreDependency.CDI1_FORMULA,
                        Form.INDEX, CoreDependency::concentration),
                new BlocDependency("cdi2", CoreDependency.CDI2_FORMULA,
                        Form.SHARE, CoreDependency::outsideShare),
                new BlocDependency("cdi3", CoreDependency.CDI3_FORMULA,
                        Form.NUMBER, CoreDependency::importsToExports),
                new BlocDependency("cdi-passed", CoreDependency.PASSED_FORMULA,
                        Form.NUMBER, CoreDependency::passed));
    }

    @Override
    public Set<Basis> bases() {
        return VALUE;
    }

    @Override
    public boolean concerns(Economy buyer, MeasureContext context) {
        return !context.records().members(buyer).isEmpty();
    }

    @Override
    public List<Reading> read(SupplierProfile profile, Basis basis, MeasureContext context) {
        return Reading.ofAll(figure.apply(of(profile, context.records())));
    }

    @Override
    public List<Input> inputs(SupplierProfile profile, String supplier, Basis basis, MeasureContext context) {
        List<Input> inputs = new ArrayList<>();
        String currency = profile.currency();
        inputs.add(new Input(Statement.of("input.outside"), profile.total(Basis.VALUE), currency));
        told(context.records().inside(profile), profile)
                .ifPresent(v -> inputs.add(new Input(Statement.of("input.inside"), v.amount(), currency)));
        told(context.records().exports(profile), profile)
                .ifPresent(v -> inputs.add(new Input(Statement.of("input.exports"), v.amount(), currency)));
        return inputs;
    }

    static CoreDependency of(SupplierProfile profile, Records records) {
        Optional<SupplierProfile> inside = records.inside(profile);
        Optional<SupplierProfile> exports = records.exports(profile);
        CoreDependency d = CoreDependency.of(profile, told(inside, profile), told(exports, profile));
        return new CoreDependency(
                d.concentration(), because(d.outsideShare(), "reason.inside-untold", inside, profile),
                noted(because(d.importsToExports(), "reason.exports-untold", exports, profile), exports));
    }

    /** Says where exports come from when the sellers themselves report none. */
    private static Outcome noted(Outcome outcome, Optional<SupplierProfile> exports) {
        boolean byBuyers = exports.isPresent() && exports.get().cautions().contains(BY_BUYERS);
        return byBuyers && outcome.why().isEmpty()
                ? new Outcome(outcome.status(), outcome.value(), outcome.low(), outcome.high(), BY_BUYERS)
                : outcome;
    }

    /** Names what is wrong with the trade that is at hand and cannot be used. */
    private static Outcome because(Outcome outcome, String key, Optional<SupplierProfile> told, SupplierProfile imports) {
        if (outcome.status() != Outcome.Status.NOT_COMPUTABLE || told.isEmpty() || !imports.isComplete(Basis.VALUE)) {
            return outcome;
        }
        SupplierProfile at = told.get();
        if (!at.isComplete(Basis.VALUE)) {
            return Outcome.notComputable(Statement.of(key, at.obstacle(Basis.VALUE).orElseGet(() -> Reasons.partial(at, Basis.VALUE))));
        }
        return told(told, imports).isEmpty() ? Outcome.notComputable(Reasons.noRate(at.usdPerUnit().isEmpty() ? at : imports)) : outcome;
    }

    /** The total of a profile in the currency of another; absent where it is not whole or no rate leads there. */
    static Optional<CoreDependency.Total> told(Optional<SupplierProfile> told, SupplierProfile like) {
        if (told.isEmpty() || !told.get().isComplete(Basis.VALUE)) {
            return Optional.empty();
        }
        SupplierProfile p = told.get();
        double total = p.total(Basis.VALUE);
        double margin = p.totalMargin(Basis.VALUE);
        if (p.currency().equals(like.currency())) {
            return Optional.of(new CoreDependency.Total(total, margin));
        }
        if (p.usdPerUnit().isEmpty() || like.usdPerUnit().isEmpty()) {
            return Optional.empty();
        }
        double factor = p.usdPerUnit().getAsDouble();
        double by = like.usdPerUnit().getAsDouble();
        return Optional.of(new CoreDependency.Total(total * factor / by, margin * factor / by));
    }
}
