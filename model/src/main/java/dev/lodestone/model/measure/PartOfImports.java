package dev.lodestone.model.measure;

import dev.lodestone.model.text.Statement;
import dev.lodestone.model.trade.Coverage;
import java.util.List;

/** A part of all imports that is told only where every partner is on record, with a value: those left out may belong to it. */
abstract class PartOfImports extends Described {

    private final String withheld;
    private final String partial;

    /**
     * For measures of the package.
     *
     * @param withheld the reason where partners are listed without a value
     * @param partial the reason where only a part of the partners is listed
     */
    PartOfImports(String id, String formula, String withheld, String partial) {
        super(id, formula, Form.SHARE);
        this.withheld = withheld;
        this.partial = partial;
    }

    /** Among the basic measures: a stage's row is written in any case. */
    @Override
    public final boolean isAlwaysTold() {
        return true;
    }

    @Override
    public final List<Reading> read(SupplierProfile profile, Basis basis, MeasureContext context) {
        boolean weighedInPart = basis == Basis.WEIGHT && profile.isWeighedInPart();
        if (profile.obstacle(basis).isPresent() && !weighedInPart) {
            return Reading.ofAll(Outcome.notComputable(profile.obstacle(basis).get()));
        }
        boolean besideSomeone = !weighedInPart && profile.ofSomeone(basis).isPresent();
        return Reading.ofAll(profile.isComplete(basis) || besideSomeone
                ? weighedInPart ? weighedInPart(profile, context) : part(profile, basis, context)
                : Outcome.notComputable(Statement.of(profile.coverage() == Coverage.COMPLETE ? withheld : partial)));
    }

    /** The part, of a profile that is whole, or of which nothing is open but whose some amounts are. */
    abstract Outcome part(SupplierProfile profile, Basis basis, MeasureContext context);

    /** The part by weight, of a profile that is whole but for some weights. */
    abstract Outcome weighedInPart(SupplierProfile profile, MeasureContext context);
}
