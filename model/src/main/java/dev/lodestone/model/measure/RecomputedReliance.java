package dev.lodestone.model.measure;

import dev.lodestone.model.measure.NetImportReliance.PublishedAmount;
import dev.lodestone.model.register.ProductionEntry;
import dev.lodestone.model.text.Statement;
import dev.lodestone.model.text.Term;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.ReferencePeriod;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Net import reliance recomputed from the amounts that the same edition publishes, to check the published figure.
 *
 * <p>NIR = (AC − P) / AC, within what the rounding of both amounts leaves open; all of one stage, scope and edition, the newest. Imports and
 * exports are not used: exports are published for ores and compounds together, and stages are never netted against each other. The reason
 * says whether the published figure agrees: whether the intervals meet.
 */
final class RecomputedReliance extends Described {

    RecomputedReliance() {
        super("net-import-reliance-recomputed", NetImportReliance.USE_FORMULA, Form.SHARE);
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
        List<NetImportReliance.Published> published = NetImportReliance.published(context.records().production(), buyer);
        List<Indicator> figures = new ArrayList<>();
        for (Balance balance : balances(buyer, stage, context.records().production())) {
            Optional<PublishedAmount> output = PublishedAmount.read(balance.output().stage(), balance.output().text());
            Optional<PublishedAmount> use = PublishedAmount.read(stage, balance.use().text());
            if (output.isEmpty() || use.isEmpty()) {
                continue;
            }
            Outcome recomputed = NetImportReliance.ofUse(output.get(), use.get());
            Outcome told = published.stream()
                    .filter(p -> p.stage().equals(stage)
                            && p.scope().equals(balance.use().scope())
                            && p.year() == balance.use().year()
                            && p.edition().equals(balance.use().edition()))
                    .findFirst()
                    .map(p -> checked(recomputed, p.outcome()))
                    .orElse(recomputed);
            ProfileKey about = new ProfileKey(buyer, material, stage, "", ReferencePeriod.ofYear(balance.use().year()));
            figures.add(new Indicator(about, id(), "", Basis.WEIGHT, unit(), told));
        }
        return figures;
    }

    @Override
    public List<ProductionEntry> entries(ProfileKey about, MeasureContext context) {
        return balances(about.economy(), about.stage(), context.records().production()).stream()
                .filter(b -> about.period().equals(ReferencePeriod.ofYear(b.use().year())))
                .flatMap(b -> Stream.of(b.output(), b.use()))
                .toList();
    }

    /** Own output and use of one year. */
    private record Balance(ProductionEntry output, ProductionEntry use) {}

    /** The years for which the newest edition tells both, of the same scope and unit; output of another stage only where there is none of this one. */
    private static List<Balance> balances(Economy buyer, String stage, List<ProductionEntry> register) {
        List<ProductionEntry> used = register.stream()
                .filter(e -> e.series().equals("apparent-consumption") && e.economy().equals(buyer.code()) && e.stage().equals(stage))
                .toList();
        if (used.isEmpty()) {
            return List.of();
        }
        String edition = NetImportReliance.newestEdition(used);
        List<Balance> balances = new ArrayList<>();
        used.stream().filter(u -> u.edition().equals(edition)).forEach(u -> register.stream()
                .filter(e -> e.series().equals("production")
                        && e.economy().equals(u.economy())
                        && e.scope().equals(u.scope())
                        && e.year() == u.year()
                        && e.unit().equals(u.unit())
                        && e.edition().equals(u.edition()))
                .min(Comparator.comparing(e -> !e.stage().equals(stage)))
                .ifPresent(e -> balances.add(new Balance(e, u))));
        return balances;
    }

    static Outcome checked(Outcome recomputed, Outcome published) {
        if (recomputed.low().isEmpty() || recomputed.high().isEmpty()) {
            return recomputed;
        }
        if (published.status() == Outcome.Status.NOT_COMPUTABLE) {
            return told(recomputed, Statement.of("reason.reliance-alone"));
        }
        double low = published.low().orElse(Double.NEGATIVE_INFINITY);
        double high = published.high().orElse(Double.POSITIVE_INFINITY);
        boolean meets = recomputed.low().getAsDouble() <= high && low <= recomputed.high().getAsDouble();
        if (published.isUpperBound()) {
            return told(recomputed, Statement.of(meets ? "reason.reliance-agrees-exporter" : "reason.reliance-differs-exporter"));
        }
        int decimals = high - low < 0.002 ? 2 : 1;
        return told(recomputed, Statement.of(
                meets ? "reason.reliance-agrees" : "reason.reliance-differs",
                new Term.Percent(low, decimals), new Term.Percent(high, decimals)));
    }

    private static Outcome told(Outcome recomputed, Statement note) {
        return new Outcome(recomputed.status(), recomputed.value(), recomputed.low(), recomputed.high(), note);
    }
}
