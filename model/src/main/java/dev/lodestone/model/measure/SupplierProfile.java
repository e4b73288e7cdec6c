package dev.lodestone.model.measure;

import dev.lodestone.model.text.Statement;
import dev.lodestone.model.text.Term;
import dev.lodestone.model.trade.Coverage;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.TradeObservation;
import dev.lodestone.model.trade.Valuation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * What one economy bought of one stage or commodity in one period, by supplier: the input of every measure.
 *
 * <p>Immutable. Suppliers are ordered by value, largest first; ties by code.
 */
public final class SupplierProfile {

    /** Weights count as known when rows without one carry no more than this part of the value. */
    public static final double MISSING_WEIGHT_TOLERANCE = 0.005;

    /** With less of the value weighed, not even a bound is told by weight. */
    static final double LEAST_WEIGHED = 0.5;

    /** No trade is larger, in any currency; beyond, sums and squares would leave what a number holds. */
    private static final double LARGEST = 1e100;

    private final ProfileKey key;
    private final FlowRows rows;
    private final Economy[] suppliers;
    private final double[] values;
    private final double[] weights;
    private final RankColumn weightless;
    private final RankColumn estimated;
    private final RankColumn estimatedValues;
    private final RankColumn valueMargins;
    private final RankColumn weightMargins;
    private final int namedCount;
    private volatile List<SupplierFlow> named;
    private volatile List<SupplierFlow> unnamed;
    private volatile Map<List<Object>, Double> bySeries;
    private volatile Members members;
    private volatile Statement unnamedByValue;
    private volatile Statement unnamedByWeight;
    private volatile Statement ofWeights;
    private volatile LineShifts shiftsByValue;
    private volatile LineShifts shiftsByWeight;
    private final List<TradeObservation> worldRows;
    private final List<TradeObservation> setOffRows;
    private final double residualValue;
    private final double residualWeightKg;
    private final double residualWithoutWeight;
    private final double residualMargin;
    private final double worldMargin;
    private final double worldWeightMargin;
    private final double residualWeightMargin;
    private final double mayWeighKg;
    private final double setOffMargin;
    private final double setOffWeightMargin;
    private final String currency;
    private final OptionalDouble usdPerUnit;
    private final Statement rate;
    private final Coverage coverage;
    private final SortedSet<Valuation> valuations;
    private final String publisher;
    private final String classification;
    private final List<String> codes;
    private final Statement flaw;
    private final List<Statement> cautions;
    private final double totalValue;
    private final double totalWeightKg;
    private final double unnamedValue;
    private final double unnamedWeightKg;
    private final double valueWithoutWeight;
    private final double missingWeight;
    /** What {@link MainPartners} found out, for the measures that ask it again; whoever finds it out twice finds the same. */
    List<MainPartners.Open> leftOutInPart;

    private final Map<Basis, Integer> withheldFlows;
    private final Map<Basis, Double> ofSomeone;
    private final Map<Basis, Integer> untoldFlows;
    private final Set<Basis> hidden;
    private final boolean hasNegative;
    private final ToDoubleFunction<TradeObservation> factorOf;

    SupplierProfile(ProfileBuilder b) {
        this.key = b.key;
        Flows flows = b.flows;
        this.rows = flows.rows();
        int[] order = FlowOrder.of(flows);
        this.suppliers = new Economy[order.length];
        this.values = new double[order.length];
        this.weights = new double[order.length];
        boolean negative = false;
        boolean tooLarge = Math.abs(b.residualValue) > LARGEST || Math.abs(b.residualWeightKg) > LARGEST;
        int unnamedCount = 0;
        for (int i = 0; i < order.length; i++) {
            int flow = order[i];
            suppliers[i] = flows.supplier(flow);
            values[i] = flows.value(flow);
            weights[i] = flows.weight(flow);
            negative |= values[i] < 0 || weights[i] < 0;
            tooLarge |= !(Math.abs(values[i]) <= LARGEST && Math.abs(weights[i]) <= LARGEST);
            unnamedCount += !flows.namesAll() && suppliers[i].isUnnamed() ? 1 : 0;
        }
        this.namedCount = order.length - unnamedCount;
        this.weightless = column(order, flows.hasWeightless(), flows::weightless);
        this.estimated = column(order, flows.hasEstimated(), flows::estimated);
        this.estimatedValues = column(order, flows.hasEstimated(), flows::valueOfEstimated);
        this.valueMargins = column(order, flows.hasMargins(), flows::valueMargin);
        this.weightMargins = column(order, flows.hasMargins(), flows::weightMargin);
        this.hasNegative = negative;
        this.worldRows = List.copyOf(b.worldRows);
        this.setOffRows = List.copyOf(b.setOffRows);
        this.residualValue = b.residualValue;
        this.residualWeightKg = b.residualWeightKg;
        this.residualWithoutWeight = b.residualWithoutWeight;
        this.residualMargin = b.residualMargin;
        this.worldMargin = b.worldMargin;
        this.worldWeightMargin = b.worldWeightMargin;
        this.residualWeightMargin = b.residualWeightMargin;
        this.mayWeighKg = b.mayWeighKg;
        this.setOffMargin = b.setOffMargin;
        this.setOffWeightMargin = b.setOffWeightMargin;
        this.currency = b.currency;
        this.factorOf = b.factorOf;
        this.usdPerUnit = b.usdPerUnit;
        this.rate = b.rate;
        this.coverage = b.coverage;
        this.valuations = b.valuations;
        this.publisher = b.publisher;
        this.classification = b.classification;
        this.codes = List.copyOf(b.codes);
        this.flaw = tooLarge && b.flaw.isEmpty() ? Statement.of("defect.too-large") : b.flaw;
        this.cautions = List.copyOf(b.cautions);
        ExactSum value = new ExactSum();
        ExactSum weight = new ExactSum();
        ExactSum hiddenValue = new ExactSum();
        ExactSum hiddenWeight = new ExactSum();
        for (int i = 0; i < order.length; i++) {
            value.add(values[i]);
            weight.add(weights[i]);
            if (i >= namedCount) {
                hiddenValue.add(values[i]);
                hiddenWeight.add(weights[i]);
            }
        }
        value.add(residualValue);
        weight.add(residualWeightKg);
        hiddenValue.add(residualValue);
        hiddenWeight.add(residualWeightKg);
        this.totalValue = value.value();
        this.totalWeightKg = weight.value();
        this.unnamedValue = hiddenValue.value();
        this.unnamedWeightKg = hiddenWeight.value();
        ExactSum lacking = new ExactSum();
        weightless.addTo(lacking);
        lacking.add(residualWithoutWeight);
        this.valueWithoutWeight = lacking.value();
        this.missingWeight = missingWeight();
        // A trifle by value that may be much by weight cannot count as weighed.
        if (mayWeighKg > ShareBounds.VISIBLE * totalWeightKg && !isWeightMissing() && !b.hidden.contains(Basis.WEIGHT)) {
            b.besideMembers(new ProfileBuilder.Untold(0, b.mayWeighFlows));
        }
        this.withheldFlows = Map.copyOf(b.withheldFlows);
        this.hidden = Set.copyOf(b.hidden);
        this.ofSomeone = b.ofSomeone.entrySet().stream()
                .filter(e -> b.isAllOfSomeone(e.getKey()))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        this.untoldFlows = Map.copyOf(b.untoldFlows);
    }

    private static RankColumn column(int[] order, boolean any, IntToDoubleFunction amountOf) {
        return any ? RankColumn.of(order.length, rank -> amountOf.applyAsDouble(order[rank])) : RankColumn.NONE;
    }

    public ProfileKey key() {
        return key;
    }

    /** Suppliers that the publisher names, largest value first. */
    public List<SupplierFlow> suppliers() {
        List<SupplierFlow> made = named;
        if (made == null) {
            made = flows(0, namedCount);
            named = made;
        }
        return made;
    }

    /** Flows whose partner is not named. */
    public List<SupplierFlow> unnamedFlows() {
        List<SupplierFlow> made = unnamed;
        if (made == null) {
            made = flows(namedCount, suppliers.length);
            unnamed = made;
        }
        return made;
    }

    private List<SupplierFlow> flows(int from, int to) {
        List<SupplierFlow> list = new ArrayList<>(to - from);
        for (int i = from; i < to; i++) {
            list.add(flow(i));
        }
        return List.copyOf(list);
    }

    /** What was bought from the supplier of a rank, made for whoever asks: all of them are kept only where {@link #suppliers} is asked. */
    SupplierFlow flow(int rank) {
        List<SupplierFlow> made = named;
        if (made != null && rank < namedCount) {
            return made.get(rank);
        }
        Economy supplier = suppliers[rank];
        return new SupplierFlow(
                supplier,
                values[rank],
                weights[rank],
                valueWithoutWeight(rank),
                estimatedWeightKg(rank),
                valueOfEstimatedWeight(rank),
                new LateRows(rows, supplier));
    }

    /** How many suppliers the publisher names: the columns below hold them by rank, largest value first. */
    int supplierCount() {
        return namedCount;
    }

    /** How many flows there are, named or not: those without a name come last. */
    int flowCount() {
        return suppliers.length;
    }

    /** Whether some row has no value. */
    boolean hasUntold() {
        return hasUntold(Basis.VALUE);
    }

    private boolean hasUntold(Basis basis) {
        return untoldFlows(basis) > 0 || withheldFlows(basis) > 0;
    }

    Economy supplier(int rank) {
        return suppliers[rank];
    }

    double amount(int rank, Basis basis) {
        return basis == Basis.VALUE ? values[rank] : weights[rank];
    }

    double valueWithoutWeight(int rank) {
        return weightless.at(rank);
    }

    double estimatedWeightKg(int rank) {
        return estimated.at(rank);
    }

    double valueOfEstimatedWeight(int rank) {
        return estimatedValues.at(rank);
    }

    /** What rounding leaves open about an amount, either way: half a step for each of its rows; 0 where the publisher's step is not known. */
    double margin(int rank, Basis basis) {
        return margins(basis).at(rank);
    }

    /** What rounding leaves open about the {@link #total}, either way. */
    public double totalMargin(Basis basis) {
        return margins(basis).sum() + setOffMargin(basis) + worldMargin(basis);
    }

    /** What rounding leaves open of a bloc's inner trade that was taken off World rows, either way. */
    double setOffMargin(Basis basis) {
        return basis == Basis.VALUE ? setOffMargin : setOffWeightMargin;
    }

    /** What rounding leaves open of World rows that hold more than their partners, either way. */
    double worldMargin(Basis basis) {
        return basis == Basis.VALUE ? worldMargin : worldWeightMargin;
    }

    private RankColumn margins(Basis basis) {
        return basis == Basis.VALUE ? valueMargins : weightMargins;
    }

    /**
     * Part of these purchases told by series of part of the partners in which one of these suppliers has no row, 0..1. Each series,
     * of a bloc's member, a customs line or a month, holds another part of the partners, and what one leaves out is not nothing. A series of
     * selected partners counts whole however small: what it leaves out may be larger than all that it lists; so does one of which not every
     * value is told.
     */
    double boughtWhereLeftOut(Set<Economy> few) {
        Map<List<Object>, Double> bought = boughtBySeries();
        if (bought.size() < 2) {
            return 0;
        }
        Set<List<Object>> with = new HashSet<>(bought.keySet());
        for (Economy supplier : few) {
            Set<List<Object>> listing = new HashSet<>();
            find(supplier).ifPresent(flow -> flow.rows().forEach(row -> listing.add(seriesOf(row))));
            with.retainAll(listing);
        }
        double all = 0;
        double without = 0;
        boolean unlimited = false;
        for (Map.Entry<List<Object>, Double> series : bought.entrySet()) {
            boolean whole = series.getKey().contains(Coverage.COMPLETE);
            boolean untold = series.getValue().isNaN();
            double value = untold ? 0 : series.getValue();
            all += value;
            boolean leftOut = !whole && !with.contains(series.getKey());
            without += leftOut ? value : 0;
            unlimited |= leftOut && (series.getKey().contains(Coverage.SELECTED_PARTNERS) || untold);
        }
        double part = all > 0 ? without / all : 0;
        return unlimited ? Math.max(part, SupplierShare.SILENT_SERIES + Math.ulp(1.0)) : part;
    }

    /** Whether a series of part of the partners has no row of one of these suppliers, however little it tells by value. */
    boolean isLeftOutOfASeries(Set<Economy> few) {
        Set<List<Object>> partial = new HashSet<>(boughtBySeries().keySet());
        partial.removeIf(series -> series.contains(Coverage.COMPLETE));
        return few.stream().anyMatch(supplier -> {
            Set<List<Object>> without = new HashSet<>(partial);
            find(supplier).ifPresent(flow -> flow.rows().forEach(row -> without.remove(seriesOf(row))));
            return !without.isEmpty();
        });
    }

    /** What each series told as bought from named suppliers, in their order; not a number where one has no value. */
    private Map<List<Object>, Double> boughtBySeries() {
        Map<List<Object>, Double> made = bySeries;
        if (made == null) {
            made = new LinkedHashMap<>();
            for (SupplierFlow flow : suppliers()) {
                for (TradeObservation row : flow.rows()) {
                    made.merge(seriesOf(row), row.value().known().orElse(Double.NaN) * factorOf(row), Double::sum);
                }
            }
            bySeries = made;
        }
        return made;
    }

    /** How many series were added up: of a bloc's members, customs lines or months. */
    int seriesCount() {
        return boughtBySeries().size();
    }

    static List<Object> seriesOf(TradeObservation row) {
        return List.of(row.reporter(), row.commodity(), row.period(), row.coverage());
    }

    /** A named supplier's rank; -1 when it is not among them. */
    int rankOf(Economy supplier) {
        int hash = supplier.hashCode();
        for (int i = 0; i < namedCount; i++) {
            if (suppliers[i].hashCode() == hash && suppliers[i].equals(supplier)) {
                return i;
            }
        }
        return -1;
    }

    /** That partners without a name leave a figure open: hundreds of figures say so, it is made once. */
    Statement unnamedReason(Basis basis) {
        Statement made = basis == Basis.VALUE ? unnamedByValue : unnamedByWeight;
        if (made == null) {
            made = Reasons.unnamed(partOf(unnamed(basis), basis));
            if (basis == Basis.VALUE) {
                unnamedByValue = made;
            } else {
                unnamedByWeight = made;
            }
        }
        return made;
    }

    /** A sentence about the part of the value that has no weight; the last one is kept, for the next figure mostly says the same. */
    Statement weightReason(String key) {
        Statement made = ofWeights;
        if (made == null || !made.key().equals(key)) {
            made = Statement.of(key, Reasons.percent(shareWithoutWeight()));
            if (shareWithoutWeight() <= MISSING_WEIGHT_TOLERANCE) {
                made = Reasons.both(made, Statement.of("reason.weight-missing-heavy", Term.percent(missingWeight)));
            }
            ofWeights = made;
        }
        return made;
    }

    /** How a share of this stage was moved by its lines since an earlier year; kept, for it is asked for each line. */
    LineShifts shifts(List<SupplierProfile> before, List<SupplierProfile> lines, Set<Economy> few, Basis basis) {
        LineShifts made = basis == Basis.VALUE ? shiftsByValue : shiftsByWeight;
        if (made == null || !made.isOf(before, lines, few)) {
            made = LineShifts.of(before, lines, few, basis);
            if (basis == Basis.VALUE) {
                shiftsByValue = made;
            } else {
                shiftsByWeight = made;
            }
        }
        return made;
    }

    /** Which ranks belong to a group; kept, for it is asked by value and by weight. */
    boolean[] ranksIn(Set<Economy> group) {
        Members made = members;
        if (made == null || made.group() != group) {
            boolean[] in = new boolean[namedCount];
            for (int i = 0; i < namedCount; i++) {
                in[i] = group.contains(suppliers[i]);
            }
            made = new Members(group, in);
            members = made;
        }
        return made.in();
    }

    /** The ranks of a group's members, of the very set that was asked for. */
    private record Members(Set<Economy> group, boolean[] in) {}

    public Optional<SupplierFlow> find(Economy supplier) {
        int rank = rankOf(supplier);
        return rank < 0 ? Optional.empty() : Optional.of(flow(rank));
    }

    /** The largest supplier on a basis; ties by code. */
    public Optional<SupplierFlow> top(Basis basis) {
        int rank = topRank(basis);
        return rank < 0 ? Optional.empty() : Optional.of(flow(rank));
    }

    /** How many suppliers have a name; they come first. */
    int namedCount() {
        return namedCount;
    }

    /** Rank by value of the largest supplier on a basis; -1 when none has an amount. */
    int topRank(Basis basis) {
        int top = -1;
        for (int i = 0; i < namedCount; i++) {
            double amount = amount(i, basis);
            if (amount > 0) {
                boolean larger = top < 0 || amount > amount(top, basis);
                if (larger || amount == amount(top, basis) && suppliers[i].compareTo(suppliers[top]) < 0) {
                    top = i;
                }
            }
        }
        return top;
    }

    /** Total over all partners, unnamed ones and the residual against the World row included. */
    public double total(Basis basis) {
        return basis == Basis.VALUE ? totalValue : totalWeightKg;
    }

    /**
     * What an amount makes of the total, 0..1: the one division behind every share.
     *
     * @throws IllegalStateException where nothing was bought, so that there is nothing to have a part of
     */
    public double partOf(double amount, Basis basis) {
        double total = total(basis);
        if (!(total > 0)) {
            throw new IllegalStateException("no imports by " + basis.code() + " in " + key);
        }
        return Math.min(1, amount / total);
    }

    /** What a supplier's amount makes of the total, 0..1, as far as suppliers are on record; bounds are told by {@link Shares}. */
    public double partOf(SupplierFlow flow, Basis basis) {
        return partOf(flow.amount(basis), basis);
    }

    /** Part of the total whose partner is not named. */
    public double unnamed(Basis basis) {
        return basis == Basis.VALUE ? unnamedValue : unnamedWeightKg;
    }

    /** World row less the sum of partners, where a World row exists and is larger; else 0. */
    public double residual(Basis basis) {
        return basis == Basis.VALUE ? residualValue : residualWeightKg;
    }

    /** World rows whose excess over the sum of partners makes up the {@link #residual}. */
    public List<TradeObservation> worldRows() {
        return worldRows;
    }

    /** Rows that were taken off the World rows without being purchases of this buyer: a bloc's trade within itself. */
    public List<TradeObservation> setOffRows() {
        return setOffRows;
    }

    /** What rounding of World rows and their partners leaves open about the {@link #residual}, either way. */
    double residualMargin(Basis basis) {
        return basis == Basis.VALUE ? residualMargin : residualWeightMargin;
    }

    /** What rounding leaves open of all that is bought from partners without a name, the {@link #residual} included. */
    double unnamedMargin(Basis basis) {
        double open = residualMargin(basis);
        for (int rank = supplierCount(); rank < flowCount(); rank++) {
            open += margin(rank, basis);
        }
        return open;
    }

    /** What the residual without a weight may weigh at most, where members of a bloc sold a part of that. */
    double mayWeighKg() {
        return mayWeighKg;
    }

    /** Value of the residual whose World row has no weight. */
    double residualWithoutWeight() {
        return residualWithoutWeight;
    }

    /** Part of the value whose rows carry no net weight, 0..1. */
    public double shareWithoutWeight() {
        return totalValue > 0 ? valueWithoutWeight / totalValue : 0;
    }

    /** Whether too much has no weight to take what is weighed for all: by value, or by what a little of cheap goods may weigh. */
    private boolean isWeightMissing() {
        return shareWithoutWeight() > MISSING_WEIGHT_TOLERANCE || missingWeight > MISSING_WEIGHT_TOLERANCE;
    }

    /**
     * Part of the weight that is missing, 0..1, if what has none costs what else was bought from the same supplier; goods of a supplier
     * with no weights at all, and those of nobody, what all cost. It tells whether weights are known, and stands in no figure.
     */
    private double missingWeight() {
        double weighedValue = totalValue - valueWithoutWeight;
        if (valueWithoutWeight <= 0 || totalWeightKg <= 0 || weighedValue <= 0) {
            return 0;
        }
        double usual = totalWeightKg / weighedValue;
        double missing = residualWithoutWeight * usual;
        for (int rank = 0; rank < suppliers.length; rank++) {
            double lacking = weightless.at(rank);
            if (lacking > 0) {
                double weighed = values[rank] - lacking;
                missing += lacking * (weights[rank] > 0 && weighed > 0 ? weights[rank] / weighed : usual);
            }
        }
        return missing / (totalWeightKg + missing);
    }

    /** Why a basis cannot be used, or empty when it can. */
    public Optional<Statement> obstacle(Basis basis) {
        if (!flaw.isEmpty()) {
            return Optional.of(flaw);
        }
        if (hasNegative) {
            return Optional.of(Statement.of("reason.negative"));
        }
        if (basis == Basis.WEIGHT && (totalWeightKg <= 0 || isWeightMissing())) {
            if (totalWeightKg > 0) {
                return Optional.of(weightReason("reason.weight-missing"));
            }
            // Goods of no value that nobody withholds are none, and need no weight.
            boolean nothing = totalValue <= 0 && !hasUntold(Basis.WEIGHT);
            return Optional.of(Statement.of(nothing ? "reason.no-imports" : "reason.no-weight"));
        }
        if (total(basis) <= 0) {
            // Flows that are listed without a value are purchases all the same.
            return Optional.of(Statement.of(withheldFlows(basis) > 0 ? "reason.withheld" : "reason.no-imports"));
        }
        return Optional.empty();
    }

    /**
     * Whether weights are known for most of the value, but not for enough of it to take them for all: a weight that is missing can be
     * anything, so that only one end of a figure is known ({@link WeighedInPart}).
     */
    boolean isWeighedInPart() {
        return flaw.isEmpty()
                && !hasNegative
                && totalWeightKg > 0
                && isWeightMissing()
                && shareWithoutWeight() <= 1 - LEAST_WEIGHED;
    }

    /** Value without a weight of the partners that are not named, the residual against the World row included. */
    double hiddenWithoutWeight() {
        ExactSum sum = new ExactSum();
        for (int i = namedCount; i < suppliers.length; i++) {
            sum.add(valueWithoutWeight(i));
        }
        sum.add(residualWithoutWeight);
        return sum.value();
    }

    /** Value of the rows that carry no net weight, everyone's. */
    double valueWithoutWeight() {
        return valueWithoutWeight;
    }

    public String currency() {
        return currency;
    }

    /** Units of {@link #currency()} per unit of a row's own currency. */
    public double factorOf(TradeObservation row) {
        return factorOf.applyAsDouble(row);
    }

    /** US dollars per unit of {@link #currency()}; absent without a rate. */
    public OptionalDouble usdPerUnit() {
        return usdPerUnit;
    }

    /** The rate used and its source; says nothing for US dollars. */
    public Statement rate() {
        return rate;
    }

    /** {@link #rate()} in English. */
    public String rateNote() {
        return rate.english();
    }

    public Coverage coverage() {
        return coverage;
    }

    /** Rows that the source lists without a value, by weight without value and weight, and that no World row holds. */
    public int withheldFlows(Basis basis) {
        return withheldFlows.getOrDefault(basis, 0);
    }

    /** Rows that the source lists without a value, by weight without value and weight, and that a World row holds. */
    int untoldFlows(Basis basis) {
        return untoldFlows.getOrDefault(basis, 0);
    }

    /**
     * What rows come to whose partner could not be told, in a profile that is complete but for them: each may be of a partner that is
     * not in the list, of one that is, or a sum of several. Then a supplier with m of the T that is told has between m / (T + x) and
     * (m + x) / (T + x). Absent where there are no such rows, or rows without any amount beside them.
     */
    public OptionalDouble ofSomeone(Basis basis) {
        Double amount = ofSomeone.get(basis);
        return amount == null || coverage != Coverage.COMPLETE || !flaw.isEmpty() || hidden.contains(basis) || withheldFlows(basis) == 0 || total(basis) <= 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(amount);
    }

    /** By what a World row hides sales of which nothing is known. */
    Set<Basis> hidden() {
        return hidden;
    }

    /** Whether partners without a name are listed without an amount that a World row would hold: it may be anyone's. */
    boolean isHiddenUntold(Basis basis) {
        if (hidden.contains(basis)) {
            return true;
        }
        return withheldFlows(basis) > 0 && unnamedFlows().stream().anyMatch(flow -> !flow.isFullyTold(basis));
    }

    /** Whether the source lists one of these suppliers without any amount: what was bought is unknown, not zero. */
    public boolean isUntold(Set<Economy> few, Basis basis) {
        return hasUntold(basis)
                && few.stream().flatMap(supplier -> find(supplier).stream())
                        .anyMatch(flow -> flow.rows().stream().noneMatch(row -> SupplierFlow.isTold(row, basis)));
    }

    /** Whether every partner's amount is told, or held in the World row: only then are shares exact or bounded on both sides. */
    public boolean isComplete(Basis basis) {
        return coverage == Coverage.COMPLETE && withheldFlows(basis) == 0 && flaw.isEmpty();
    }

    public SortedSet<Valuation> valuations() {
        return valuations;
    }

    /** Who published it. */
    public String publisher() {
        return publisher;
    }

    /** Classification of its codes, such as {@code HS2017}; editions separated by blanks where they differ. */
    public String classification() {
        return classification;
    }

    /** Commodity codes that were added up. */
    public List<String> codes() {
        return codes;
    }

    /** Why the profile must not be measured as a whole; says nothing when sound. */
    public Statement flaw() {
        return flaw;
    }

    /** {@link #flaw()} in English. */
    public String defect() {
        return flaw.english();
    }

    /** What a reader must know of these figures. */
    public List<Statement> cautions() {
        return cautions;
    }

    /** {@link #cautions()} in English. */
    public List<String> caveats() {
        return cautions.stream().map(Statement::english).toList();
    }
}
