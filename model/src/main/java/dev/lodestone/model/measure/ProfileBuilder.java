package dev.lodestone.model.measure;

import dev.lodestone.model.text.Statement;
import dev.lodestone.model.trade.Coverage;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.Quantity;
import dev.lodestone.model.trade.TradeObservation;
import dev.lodestone.model.trade.Valuation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Collects observations into a {@link SupplierProfile}. One use only. */
public final class ProfileBuilder {

    final ProfileKey key;
    final String currency;
    final Set<String> codes = new TreeSet<>();
    final Set<Statement> cautions = new LinkedHashSet<>();
    final SortedSet<Valuation> valuations = new TreeSet<>();
    OptionalDouble usdPerUnit = OptionalDouble.empty();
    Statement rate = Statement.NONE;
    Coverage coverage = Coverage.COMPLETE;
    String publisher = "";
    String classification = "";
    Statement flaw = Statement.NONE;
    final List<TradeObservation> worldRows = new ArrayList<>();
    final List<TradeObservation> setOffRows = new ArrayList<>();
    double residualValue;
    double residualWeightKg;
    double residualWithoutWeight;
    int withheldFlows;

    private TradeObservation last;
    private final Map<Economy, Flow> bySupplier = new HashMap<>();
    private final SortedSet<String> classifications = new TreeSet<>();

    private static final class Flow {
        final ExactSum value = new ExactSum();
        final ExactSum weight = new ExactSum();
        final ExactSum weightless = new ExactSum();
        final ExactSum estimated = new ExactSum();
        final List<TradeObservation> rows = new ArrayList<>(2);
    }

    public ProfileBuilder(ProfileKey key, String currency) {
        this.key = key;
        this.currency = currency;
    }

    /**
     * Adds an observation.
     *
     * @param observation a row of one partner, never the World row
     * @param factor units of the profile's currency per unit of the observation's; 1 when they are the same
     */
    public ProfileBuilder add(TradeObservation observation, double factor) {
        if (observation.partner().isWorld()) {
            throw new IllegalArgumentException("the World row is a total, not a supplier");
        }
        Flow flow = bySupplier.computeIfAbsent(observation.partner(), p -> new Flow());
        double value = observation.value().isKnown() ? observation.value().amount() * factor : 0;
        flow.value.add(value);
        Quantity weight = observation.netWeightKg();
        if (weight.isKnown() && (weight.amount() > 0 || value == 0)) {
            flow.weight.add(weight.amount());
            if (weight.status() == Quantity.Status.ESTIMATED) {
                flow.estimated.add(weight.amount());
            }
        } else {
            flow.weightless.add(value);
        }
        flow.rows.add(observation);
        describe(observation);
        if (observation.coverage().compareTo(coverage) > 0) {
            coverage = observation.coverage();
        }
        return this;
    }

    /** Rows come in runs of the same code and classification: only the first of a run is looked at. */
    private void describe(TradeObservation observation) {
        if (last != null
                && last.commodity().equals(observation.commodity())
                && last.classification().equals(observation.classification())
                && last.valuation() == observation.valuation()) {
            return;
        }
        last = observation;
        codes.add(observation.commodity().digits());
        valuations.add(observation.valuation());
        if (classifications.add(observation.classification())) {
            classification = String.join(" ", classifications);
        }
    }

    public ProfileBuilder publisher(String name) {
        this.publisher = name;
        return this;
    }

    /**
     * What the World row holds beyond the named partners.
     *
     * @param value in the profile's currency
     * @param weightKg its net weight; absent when the World row has none
     * @param rows the World rows
     */
    public ProfileBuilder residual(double value, OptionalDouble weightKg, List<TradeObservation> rows) {
        worldRows.addAll(rows);
        this.residualValue += value;
        this.residualWeightKg += weightKg.orElse(0);
        this.residualWithoutWeight += weightKg.isPresent() ? 0 : value;
        return this;
    }

    /** Rows that are no purchases of this buyer, but were taken off the World rows to find the residual: a bloc's trade within itself. */
    public ProfileBuilder setOff(List<TradeObservation> rows) {
        setOffRows.addAll(rows);
        return this;
    }

    /** Rows that are listed without a value and that no World row holds: they make every share an upper bound. */
    public ProfileBuilder withheld(int flows) {
        this.withheldFlows += flows;
        return this;
    }

    public ProfileBuilder rate(OptionalDouble usdPerUnitOfCurrency, Statement note) {
        this.usdPerUnit = usdPerUnitOfCurrency;
        this.rate = note;
        return this;
    }

    /** Lowers the coverage; it never rises. */
    public ProfileBuilder coverage(Coverage atBest) {
        if (atBest.compareTo(coverage) > 0) {
            coverage = atBest;
        }
        return this;
    }

    /** Marks the profile as one that must not be measured as a whole. */
    public ProfileBuilder defect(Statement why) {
        if (flaw.isEmpty()) {
            this.flaw = why;
        }
        return this;
    }

    public ProfileBuilder caveat(Statement caution) {
        cautions.add(caution);
        return this;
    }

    public double sumOfValues() {
        ExactSum sum = new ExactSum();
        bySupplier.values().forEach(f -> sum.add(f.value.value()));
        return sum.value();
    }

    /** Value bought from one supplier so far. */
    public double valueFrom(Economy supplier) {
        Flow flow = bySupplier.get(supplier);
        return flow == null ? 0 : flow.value.value();
    }

    public double sumOfWeights() {
        ExactSum sum = new ExactSum();
        bySupplier.values().forEach(f -> sum.add(f.weight.value()));
        return sum.value();
    }

    /** A builder that holds what a profile holds, each flow changed as told. */
    static ProfileBuilder copyOf(SupplierProfile p, UnaryOperator<SupplierFlow> change) {
        ProfileBuilder copy = new ProfileBuilder(p.key(), p.currency());
        copy.codes.addAll(p.codes());
        copy.cautions.addAll(p.cautions());
        copy.valuations.addAll(p.valuations());
        copy.usdPerUnit = p.usdPerUnit();
        copy.rate = p.rate();
        copy.coverage = p.coverage();
        copy.publisher = p.publisher();
        copy.classification = p.classification();
        copy.flaw = p.flaw();
        copy.worldRows.addAll(p.worldRows());
        copy.setOffRows.addAll(p.setOffRows());
        copy.residualValue = p.residual(Basis.VALUE);
        copy.residualWeightKg = p.residual(Basis.WEIGHT);
        copy.residualWithoutWeight = p.residualWithoutWeight();
        copy.withheldFlows = p.withheldFlows();
        Stream.concat(p.suppliers().stream(), p.unnamedFlows().stream()).map(change).forEach(f -> {
            Flow flow = new Flow();
            flow.value.add(f.value());
            flow.weight.add(f.weightKg());
            flow.weightless.add(f.valueWithoutWeight());
            flow.estimated.add(f.estimatedWeightKg());
            flow.rows.addAll(f.rows());
            copy.bySupplier.put(f.supplier(), flow);
        });
        return copy;
    }

    Collection<SupplierFlow> flows() {
        List<SupplierFlow> flows = new ArrayList<>(bySupplier.size());
        bySupplier.forEach((supplier, f) -> flows.add(new SupplierFlow(
                supplier, f.value.value(), f.weight.value(), f.weightless.value(), f.estimated.value(), Collections.unmodifiableList(f.rows))));
        return flows;
    }

    public SupplierProfile build() {
        return new SupplierProfile(this);
    }
}
