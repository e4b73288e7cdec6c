package dev.lodestone.model.measure;

import dev.lodestone.model.text.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** How many things there are to look at twice in the newest year of a series; the reason says each. {@link Watch} defines them. */
final class WatchCount extends Described {

    WatchCount() {
        super("watch", "|{alerts}|", Form.NUMBER);
    }

    @Override
    public Set<Basis> bases() {
        return Set.of(Basis.VALUE);
    }

    @Override
    public List<Reading> read(SupplierProfile profile, Basis basis, MeasureContext context) {
        if (!profile.key().period().isCalendarYear()
                || !context.records().isNewest(profile)
                || !profile.isComplete(Basis.VALUE)
                || profile.obstacle(Basis.VALUE).isPresent()) {
            return List.of();
        }
        Watch.Look look = Watch.look(profile, context);
        List<Statement> said = new ArrayList<>(List.of(look.bought()));
        look.alerts().forEach(alert -> said.add(alert.said()));
        said.add(look.left());
        return Reading.ofAll(Outcome.of(look.alerts().size(), Statement.text(said)));
    }
}
