package dev.lodestone.model.measure;

import dev.lodestone.model.text.Statement;
import java.util.List;

/**
 * Change of the watched supplier's share since the last comparable year.
 *
 * <p>Δs = s_1 − s_0, in points of the share, −1..1; higher is more dependent. Bounds: what the shares' own bounds leave open. Not
 * computable without two complete years that may be compared.
 */
final class ShareChange extends Described {

    ShareChange() {
        super("share-change", "Δs = s_1 − s_0", Form.DIFFERENCE);
    }

    @Override
    public String listedUnder(MeasureContext context) {
        return context.watchedCode().code();
    }

    @Override
    public List<Reading> read(SupplierProfile profile, Basis basis, MeasureContext context) {
        if (!profile.key().period().isCalendarYear()) {
            return List.of();
        }
        String code = context.watchedCode().code();
        return List.of(new Reading(code, Change.to(profile, basis, context.records())
                .map(change -> {
                    Outcome from = Shares.of(change.before(), basis, context.watched());
                    Outcome to = Shares.of(change.after(), basis, context.watched());
                    return from.hasValue() && to.hasValue()
                            ? change.difference(
                                    (p, visible) -> SupplierShare.share(p, basis, context.watched(), visible),
                                    to.value().getAsDouble() - from.value().getAsDouble())
                            : Outcome.notComputable(to.hasValue() ? from.why() : to.why());
                })
                .orElseGet(() -> Change.none(profile, basis))));
    }

    @Override
    public List<Input> inputs(SupplierProfile profile, String supplier, Basis basis, MeasureContext context) {
        return Change.to(profile, basis, context.records())
                .map(c -> c.inputs("input.share-in", context.records().name(context.watchedCode()),
                        p -> Shares.of(p, basis, context.watched())))
                .orElse(List.of());
    }
}
