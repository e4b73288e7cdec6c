package dev.lodestone.model.measure;

import dev.lodestone.model.quality.Rounding;
import dev.lodestone.model.text.Statement;
import dev.lodestone.model.trade.CommodityCode;
import dev.lodestone.model.trade.Coverage;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.Observations;
import dev.lodestone.model.trade.Quantity;
import dev.lodestone.model.trade.TradeObservation;
import dev.lodestone.model.trade.Valuation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Collects observations into a {@link SupplierProfile}. One use only. */
public final class ProfileBuilder {

    /** One for all profiles in one currency. */
    private static final ToDoubleFunction<TradeObservation> AS_IT_IS = row -> 1;

    final ProfileKey key;
    final String currency;
    final Set<String> codes = new TreeSet<>();
    final Set<Statement> cautions = new LinkedHashSet<>();
    /** Of rows with a value: one that was set aside is valued at no border. */
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
    double residualMargin;
    double worldMargin;
    double worldWeightMargin;
    double residualWeightMargin;
    final Map<Basis, Integer> withheldFlows = new EnumMap<>(Basis.class);
    double mayWeighKg;
    int mayWeighFlows;
    double setOffMargin;
    double setOffWeightMargin;
    final Set<Basis> hidden = EnumSet.noneOf(Basis.class);
    final Map<Basis, Integer> untoldFlows = new EnumMap<>(Basis.class);

    /** Amounts of rows whose partner could not be told, and whether all rows that are not told are such. */
    final Map<Basis, Double> ofSomeone = new EnumMap<>(Basis.class);
    final Set<Basis> withoutAnyAmount = EnumSet.noneOf(Basis.class);

    ToDoubleFunction<TradeObservation> factorOf = AS_IT_IS;
    private TradeObservation last;
    final Flows flows = new Flows();
    private final SortedSet<String> classifications = new TreeSet<>();

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
        int flow = flows.numberOf(observation.partner());
        double value = observation.value().isKnown() ? observation.value().amount() * factor : 0;
        Quantity weight = observation.netWeightKg();
        addAmounts(flow, value, weight.isKnown(), weight.amount(), weight.status() == Quantity.Status.ESTIMATED);
        Rounding rounding = observation.origin().source().rounding();
        if (!rounding.equals(Rounding.NONE)) {
            flows.addMargins(
                    flow, observation.value().isKnown() ? rounding.value() / 2 * factor : 0, weight.isKnown() ? rounding.weightKg() / 2 : 0);
        }
        flows.keep(observation.partner(), List.of(observation));
        describe(observation);
        if (observation.value().isKnown()) {
            valuations.add(observation.valuation());
        } else {
            withoutAnyAmount.addAll(EnumSet.allOf(Basis.class));
        }
        if (observation.coverage().compareTo(coverage) > 0) {
            coverage = observation.coverage();
        }
        return this;
    }

    /**
     * Adds rows of a data set.
     *
     * @param data the data set
     * @param rows numbers of its rows: each of one partner, never the World row
     * @param factors units of the profile's currency per unit of a row's, by the number of the row's kind
     * @param inside partners to leave out, by their number; empty to leave out none
     * @param weightsAlone whether they are rows of statistics that tell no value at all: in those a weight of nothing is nothing, beside
     *     values it may be one that was not collected
     * @return how many of the rows added are not told: missing and suppressed are not zero
     */
    public Untold add(Observations data, int[] rows, double[] factors, boolean[] inside, boolean weightsAlone) {
        int untold = 0;
        int unweighed = 0;
        int lastKind = -1;
        int lastValued = -1;
        int lastCommodity = -1;
        Rounding rounding = Rounding.NONE;
        flows.begin(data, rows);
        for (int row : rows) {
            int partner = data.partner(row);
            if (inside.length > 0 && inside[partner]) {
                continue;
            }
            int kind = data.kind(row);
            int commodity = data.commodity(row);
            double value = 0;
            if (data.hasValue(row)) {
                value = data.value(row) * factors[kind];
                if (kind != lastValued) {
                    valuations.add(data.kindOf(kind).valuation());
                    lastValued = kind;
                }
            } else {
                untold++;
                someone(Basis.VALUE, data.valueOfSomeone(row), factors[kind]);
                if (!data.hasWeight(row) || !weightsAlone && data.weightKg(row) <= 0) {
                    unweighed++;
                    someone(Basis.WEIGHT, data.weightOfSomeone(row), 1);
                }
            }
            int flow = flows.numberOfPartner(partner);
            addAmounts(flow, value, data.hasWeight(row), data.weightKg(row), data.isWeightEstimated(row));
            if (kind != lastKind || commodity != lastCommodity) {
                Observations.Kind described = data.kindOf(kind);
                rounding = described.source().rounding();
                describe(data.commodityOf(commodity), described.classification());
                coverage(described.coverage());
                lastKind = kind;
                lastCommodity = commodity;
            }
            if (rounding != Rounding.NONE) {
                flows.addMargins(
                        flow, data.hasValue(row) ? rounding.value() / 2 * factors[kind] : 0, data.hasWeight(row) ? rounding.weightKg() / 2 : 0);
            }
        }
        return new Untold(untold, unweighed);
    }

    /**
     * Rows that are not told.
     *
     * @param byValue those without a value
     * @param byWeight those without a value and without a weight: of a value without a weight more is known
     */
    public record Untold(int byValue, int byWeight) {}

    private void someone(Basis basis, OptionalDouble amount, double factor) {
        if (amount.isPresent()) {
            ofSomeone.merge(basis, amount.getAsDouble() * factor, Double::sum);
        } else {
            withoutAnyAmount.add(basis);
        }
    }

    /** Whether rows were added without an amount of their own, and of all of them is known what they come to. */
    public boolean isAllOfSomeone(Basis basis) {
        return ofSomeone.containsKey(basis) && !withoutAnyAmount.contains(basis);
    }

    /** A little more of an amount of someone, where such amounts count. */
    void more(Basis basis, OptionalDouble amount, double part) {
        amount.ifPresent(x -> ofSomeone.computeIfPresent(basis, (b, all) -> all + (x == 0 ? 1 : x * part)));
    }

    private void addAmounts(int flow, double value, boolean weightKnown, double weight, boolean estimated) {
        flows.addValue(flow, value);
        if (weightKnown && (weight > 0 || value == 0)) {
            flows.addWeight(flow, weight);
            if (estimated) {
                flows.addEstimated(flow, weight, value);
            }
        } else {
            flows.addWeightless(flow, value);
        }
    }

    /** Rows come in runs of the same code and classification: only the first of a run is looked at. */
    private void describe(TradeObservation observation) {
        if (last != null
                && last.commodity().equals(observation.commodity())
                && last.classification().equals(observation.classification())) {
            return;
        }
        last = observation;
        describe(observation.commodity(), observation.classification());
    }

    private void describe(CommodityCode commodity, String named) {
        codes.add(commodity.digits());
        if (classifications.add(named)) {
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

    /** How much more a {@link #residual} without a weight may be worth by what was rounded: that has no weight either. */
    public ProfileBuilder residualMayLackWeight(double value) {
        this.residualWithoutWeight += value;
        return this;
    }

    /** What rounding of the World rows and of their partners leaves open about the {@link #residual}, either way. */
    public ProfileBuilder residualMargins(double value, double weightKg) {
        this.residualMargin += value;
        this.residualWeightMargin += weightKg;
        return this;
    }

    /** What rounding leaves open of the World rows that hold a {@link #residual}, either way: the total is as open as they are. */
    public ProfileBuilder worldMargins(double value, double weightKg) {
        this.worldMargin += value;
        this.worldWeightMargin += weightKg;
        return this;
    }

    /** What rounding leaves open of the rows that were taken off the World rows, either way: those named are in the total's margin by themselves. */
    public ProfileBuilder setOffMargins(double value, double weightKg) {
        this.setOffMargin += value;
        this.setOffWeightMargin += weightKg;
        return this;
    }

    /** Rows that are no purchases of this buyer, but were taken off the World rows to find the residual: a bloc's trade within itself. */
    public ProfileBuilder setOff(List<TradeObservation> rows) {
        setOffRows.addAll(rows);
        return this;
    }

    /** Rows that are listed without an amount and that no World row holds: they make every share an upper bound. */
    public ProfileBuilder withheld(Untold flows) {
        withheldFlows.merge(Basis.VALUE, flows.byValue(), Integer::sum);
        withheldFlows.merge(Basis.WEIGHT, flows.byWeight(), Integer::sum);
        return this;
    }

    /** Rows that are listed without an amount and that a World row holds: they are among what is not named. */
    public ProfileBuilder withinWorld(Untold flows) {
        untoldFlows.merge(Basis.VALUE, flows.byValue(), Integer::sum);
        untoldFlows.merge(Basis.WEIGHT, flows.byWeight(), Integer::sum);
        return this;
    }

    /** A World row weighs more than its partners and has no value: of what the others sold nothing is known by value. */
    public ProfileBuilder withoutValue() {
        hidden.add(Basis.VALUE);
        return withheld(new Untold(1, 0));
    }

    /** A World row has more than its partners, of which members of the bloc sold an amount that is not told: of what others sold nothing is known. */
    public ProfileBuilder besideMembers(Untold flows) {
        if (flows.byValue() > 0) {
            hidden.add(Basis.VALUE);
        }
        if (flows.byWeight() > 0) {
            hidden.add(Basis.WEIGHT);
        }
        return withheld(flows);
    }

    /**
     * What a {@link #residual} without a weight may weigh at most: a World row has this much more than its partners, of which members of the
     * bloc sold goods that are not weighed.
     *
     * @param rows how many of their rows
     */
    public ProfileBuilder mayWeigh(double atMostKg, int rows) {
        this.mayWeighKg += atMostKg;
        this.mayWeighFlows += rows;
        return this;
    }

    /** How many units of the profile's currency one unit of a row's is; 1 unless told. */
    public ProfileBuilder converting(ToDoubleFunction<TradeObservation> factorOfRow) {
        this.factorOf = factorOfRow;
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

    /** At which borders what was added so far is valued. */
    public SortedSet<Valuation> valuations() {
        return Collections.unmodifiableSortedSet(valuations);
    }

    public double sumOfValues() {
        ExactSum sum = new ExactSum();
        for (int i = 0; i < flows.size(); i++) {
            sum.add(flows.value(i));
        }
        return sum.value();
    }

    /** Value bought from one supplier so far. */
    public double valueFrom(Economy supplier) {
        int flow = flows.find(supplier);
        return flow < 0 ? 0 : flows.value(flow);
    }

    public double sumOfWeights() {
        ExactSum sum = new ExactSum();
        for (int i = 0; i < flows.size(); i++) {
            sum.add(flows.weight(i));
        }
        return sum.value();
    }

    /**
     * Adds all that another profile holds, of other goods or another period of the same buyer: what one of them leaves open the sum does.
     *
     * @param factor units of this profile's currency per unit of the other's
     */
    public ProfileBuilder add(SupplierProfile other, double factor) {
        return add(other, factor, flow -> flow);
    }

    private ProfileBuilder add(SupplierProfile p, double factor, UnaryOperator<SupplierFlow> change) {
        codes.addAll(p.codes());
        cautions.addAll(p.cautions());
        valuations.addAll(p.valuations());
        coverage(p.coverage());
        defect(p.flaw());
        classifications.addAll(List.of(p.classification().split(" ")));
        classification = String.join(" ", classifications).strip();
        worldRows.addAll(p.worldRows());
        setOffRows.addAll(p.setOffRows());
        residualValue += p.residual(Basis.VALUE) * factor;
        residualWeightKg += p.residual(Basis.WEIGHT);
        residualWithoutWeight += p.residualWithoutWeight() * factor;
        residualMargin += p.residualMargin(Basis.VALUE) * factor;
        worldMargin += p.worldMargin(Basis.VALUE) * factor;
        worldWeightMargin += p.worldMargin(Basis.WEIGHT);
        residualWeightMargin += p.residualMargin(Basis.WEIGHT);
        hidden.addAll(p.hidden());
        mayWeighKg += p.mayWeighKg();
        mayWeighFlows += p.mayWeighKg() > 0 ? 1 : 0;
        setOffMargin += p.setOffMargin(Basis.VALUE) * factor;
        setOffWeightMargin += p.setOffMargin(Basis.WEIGHT);
        for (Basis basis : Basis.values()) {
            withheldFlows.merge(basis, p.withheldFlows(basis), Integer::sum);
            untoldFlows.merge(basis, p.untoldFlows(basis), Integer::sum);
            if (p.withheldFlows(basis) > 0) {
                someone(basis, p.ofSomeone(basis), basis == Basis.VALUE ? factor : 1);
            }
        }
        int[] rank = {0};
        Stream.concat(p.suppliers().stream(), p.unnamedFlows().stream()).map(change).forEach(f -> {
            int flow = flows.numberOf(f.supplier());
            flows.addValue(flow, f.value() * factor);
            flows.addWeight(flow, f.weightKg());
            flows.addWeightless(flow, f.valueWithoutWeight() * factor);
            flows.addEstimated(flow, f.estimatedWeightKg(), f.valueOfEstimatedWeight() * factor);
            flows.addMargins(flow, p.margin(rank[0], Basis.VALUE) * factor, p.margin(rank[0], Basis.WEIGHT));
            rank[0]++;
            flows.keep(f.supplier(), f.rows());
        });
        return this;
    }

    /** A builder that holds what a profile holds, each flow changed as told. */
    static ProfileBuilder copyOf(SupplierProfile p, UnaryOperator<SupplierFlow> change) {
        return new ProfileBuilder(p.key(), p.currency())
                .publisher(p.publisher())
                .rate(p.usdPerUnit(), p.rate())
                .converting(p::factorOf)
                .add(p, 1, change);
    }

    public SupplierProfile build() {
        return new SupplierProfile(this);
    }
}
