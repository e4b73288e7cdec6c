package dev.lodestone.model.measure;

import dev.lodestone.model.register.ProductionEntry;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.ReferencePeriod;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Net import reliance as a geological survey publishes it; {@link NetImportReliance} reads its figures. */
final class PublishedReliance extends Described {

    PublishedReliance() {
        super(NetImportReliance.ID, NetImportReliance.FORMULA, Form.SHARE);
    }

    @Override
    public Set<Basis> bases() {
        return Set.of(Basis.WEIGHT);
    }

    @Override
    public List<Reading> read(SupplierProfile profile, Basis basis, MeasureContext context) {
        return List.of();
    }

    @Override
    public List<Indicator> beside(Economy buyer, String material, String stage, MeasureContext context) {
        return series(buyer, stage, context)
                .map(p -> new Indicator(
                        new ProfileKey(buyer, material, stage, "", ReferencePeriod.ofYear(p.year())), id(), "", Basis.WEIGHT, unit(), p.outcome()))
                .toList();
    }

    /** One series a stage: the register lists the widest scope first. */
    private static Stream<NetImportReliance.Published> series(Economy buyer, String stage, MeasureContext context) {
        List<NetImportReliance.Published> figures = NetImportReliance.published(context.records().production(), buyer).stream()
                .filter(p -> p.stage().equals(stage))
                .toList();
        return figures.stream().filter(p -> p.scope().equals(figures.getFirst().scope()));
    }

    @Override
    public List<ProductionEntry> entries(ProfileKey about, MeasureContext context) {
        return series(about.economy(), about.stage(), context)
                .filter(p -> about.period().equals(ReferencePeriod.ofYear(p.year())))
                .map(NetImportReliance.Published::entry)
                .toList();
    }
}
