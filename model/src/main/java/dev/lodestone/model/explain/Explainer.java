package dev.lodestone.model.explain;

import dev.lodestone.model.assess.Assessment;
import dev.lodestone.model.assess.SeriesDifference;
import dev.lodestone.model.commitment.CommitmentResult;
import dev.lodestone.model.measure.Basis;
import dev.lodestone.model.measure.ExactSum;
import dev.lodestone.model.measure.Indicator;
import dev.lodestone.model.measure.Measure;
import dev.lodestone.model.measure.MeasureContext;
import dev.lodestone.model.measure.Measures;
import dev.lodestone.model.measure.Outcome;
import dev.lodestone.model.measure.ProfileKey;
import dev.lodestone.model.measure.Sensitivity;
import dev.lodestone.model.measure.Shares;
import dev.lodestone.model.measure.SupplierFlow;
import dev.lodestone.model.measure.SupplierProfile;
import dev.lodestone.model.register.Commitment;
import dev.lodestone.model.text.Statement;
import dev.lodestone.model.text.Term;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.ReferencePeriod;
import dev.lodestone.model.trade.TradeFlow;
import dev.lodestone.model.trade.TradeObservation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Takes the figures of an assessment apart, down to the rows that each depends on. */
public final class Explainer {

    private static final String SHARE = "supplier-share";
    private static final String TOP_SHARE = "top-supplier-share";

    private final Assessment assessment;
    private final List<Measure> measures;

    public Explainer(Assessment assessment) {
        this(assessment, Measures.standard());
    }

    /** For an assessment that was made with measures of one's own. */
    public Explainer(Assessment assessment, List<Measure> measures) {
        this.assessment = assessment;
        this.measures = List.copyOf(measures);
    }

    /**
     * Finds a figure. The share of a supplier that is too small to be listed is told too.
     *
     * @param about economy, material, stage, commodity and period
     * @param measure id of the measure
     * @param supplier supplier's code; empty for the figure about all suppliers, or about whichever is largest
     * @param basis value or weight
     */
    public Optional<Indicator> find(ProfileKey about, String measure, String supplier, Basis basis) {
        Optional<Indicator> listed = assessment.indicators().stream()
                .filter(i -> i.about().equals(about) && i.measure().equals(measure) && i.basis() == basis)
                .filter(i -> i.supplier().equals(supplier) || (supplier.isEmpty() && measure.equals(TOP_SHARE)))
                .findFirst();
        if (listed.isPresent() || !measure.equals(SHARE) || supplier.isEmpty()) {
            return listed;
        }
        return Optional.ofNullable(assessment.profiles().get(about))
                .filter(p -> p.find(Economy.of(supplier)).isPresent())
                .map(p -> share(p, Economy.of(supplier), basis));
    }

    /** The share of any supplier, listed or not; the watched supplier's is that of all that count as it. */
    public Indicator share(SupplierProfile profile, Economy supplier, Basis basis) {
        return new Indicator(profile.key(), SHARE, supplier.code(), basis, "1", Shares.of(profile, basis, counted(supplier.code())));
    }

    /** Takes a figure apart. */
    public FigureExplanation explain(Indicator indicator) {
        return explain(indicator, indicator.supplier().isEmpty() ? Set.of() : counted(indicator.supplier()));
    }

    /**
     * Takes a figure apart.
     *
     * @param counted suppliers that count as the figure's one supplier; empty when it is about all
     */
    private FigureExplanation explain(Indicator indicator, Set<Economy> counted) {
        return explain(indicator, counted, true);
    }

    /** As {@link #explain(Indicator)}, without rows: to find those that move a figure takes as many measurements as there are rows. */
    public FigureExplanation outline(Indicator indicator) {
        return explain(indicator, indicator.supplier().isEmpty() ? Set.of() : counted(indicator.supplier()), false);
    }

    /** Every profile that was read to make a figure, its own first. */
    public List<SupplierProfile> profilesOf(Indicator indicator) {
        return readFor(indicator, indicator.supplier().isEmpty() ? Set.of() : counted(indicator.supplier()));
    }

    private FigureExplanation explain(Indicator indicator, Set<Economy> counted, boolean withRows) {
        Optional<Measure> measure = measures.stream().filter(m -> m.id().equals(indicator.measure())).findFirst();
        Optional<SupplierProfile> own =
                Optional.ofNullable(assessment.profiles().get(indicator.about())).filter(p -> isOf(p, indicator, counted));
        List<SupplierProfile> read = readFor(indicator, counted);
        return new FigureExplanation(
                indicator,
                measure.map(Measure::title).orElse(indicator.measure()),
                measure.map(Measure::formula).orElse(""),
                own.or(() -> read.stream().findFirst()),
                inputs(own, read, measure, indicator, counted),
                withRows ? rows(read, indicator, counted) : List.of(),
                own.map(this::differences).orElse(List.of()),
                measure.map(m -> m.entries(indicator.about(), assessment.context())).orElse(List.of()),
                caveats(read));
    }

    /** Whether a figure was read from the profile of its own key, and not told beside it. */
    private boolean isOf(SupplierProfile profile, Indicator indicator, Set<Economy> counted) {
        return ofProfile(profile, indicator, counted, assessment.context()).isPresent();
    }

    /** Every profile that was read to make a figure, its own first. */
    private List<SupplierProfile> readFor(Indicator indicator, Set<Economy> counted) {
        Map<SupplierProfile, Boolean> seen = new IdentityHashMap<>();
        List<SupplierProfile> read = new ArrayList<>();
        figure(indicator, counted, p -> {
            if (seen.put(p, true) == null) {
                read.add(p);
            }
            return p;
        });
        return read;
    }

    private static List<Statement> caveats(List<SupplierProfile> read) {
        Set<Statement> caveats = new LinkedHashSet<>();
        read.forEach(p -> caveats.addAll(p.cautions()));
        return List.copyOf(caveats);
    }

    private List<FigureInput> inputs(
            Optional<SupplierProfile> own,
            List<SupplierProfile> read,
            Optional<Measure> measure,
            Indicator indicator,
            Set<Economy> counted) {
        if (own.isPresent()) {
            List<FigureInput> told = measure.stream()
                    .flatMap(m -> m.inputs(own.get(), indicator.supplier(), indicator.basis(), assessment.context()).stream())
                    .map(i -> new FigureInput(i.name(), i.amount(), i.unit()))
                    .toList();
            return told.isEmpty() ? inputs(own.get(), indicator, counted) : told;
        }
        List<FigureInput> told = measure.stream()
                .flatMap(m -> m.inputs(indicator.about(), read, assessment.context()).stream())
                .map(i -> new FigureInput(i.name(), i.amount(), i.unit()))
                .toList();
        return told.isEmpty() ? sums(read, indicator, counted) : told;
    }

    /** Sums over the profiles that a figure without a profile of its own adds up: months, within its period. */
    private List<FigureInput> sums(List<SupplierProfile> read, Indicator indicator, Set<Economy> counted) {
        ReferencePeriod period = indicator.about().period();
        ExactSum from = new ExactSum();
        ExactSum total = new ExactSum();
        String unit = "";
        for (SupplierProfile p : read) {
            if (!p.key().period().start().isBefore(period.start()) && !p.key().period().end().isAfter(period.end())) {
                p.suppliers().stream().filter(f -> counted.contains(f.supplier())).forEach(f -> from.add(f.amount(indicator.basis())));
                total.add(p.total(indicator.basis()));
                unit = indicator.basis() == Basis.VALUE ? p.currency() : "kg";
            }
        }
        return unit.isEmpty()
                ? List.of()
                : List.of(new FigureInput(from(indicator), from.value(), unit), new FigureInput(Statement.of("input.imports-all"), total.value(), unit));
    }

    /** Takes a verdict apart: the share that was compared with the threshold, then those of earlier years. */
    public CommitmentExplanation explain(CommitmentResult result) {
        if (result.commitment().kind() != Commitment.Kind.SUPPLIER_SHARE_CEILING || result.period().isEmpty()) {
            return new CommitmentExplanation(result, List.of());
        }
        Economy party = Economy.of(result.party());
        Basis basis = result.commitment().basis().equals("weight") ? Basis.WEIGHT : Basis.VALUE;
        ReferencePeriod newest = ReferencePeriod.parse(result.period()).orElseThrow();
        List<FigureExplanation> figures = new ArrayList<>();
        for (SupplierProfile p : assessment.years(party, result.stage(), result.commodity()).reversed()) {
            if (p.key().period().compareTo(newest) <= 0) {
                Indicator judged = judged(p, basis, result.commitment().supplier());
                figures.add(explain(judged, judged.supplier().isEmpty() ? Set.of() : Set.of(Economy.of(judged.supplier()))));
            }
        }
        return new CommitmentExplanation(result, figures);
    }

    private Indicator judged(SupplierProfile profile, Basis basis, String supplier) {
        if (supplier.equals("ANY")) {
            String who = profile.top(basis).map(f -> f.supplier().code()).orElse("");
            return new Indicator(profile.key(), TOP_SHARE, who, basis, "1", Shares.top(profile, basis));
        }
        return new Indicator(
                profile.key(), SHARE, supplier, basis, "1", Shares.of(profile, basis, Set.of(Economy.of(supplier))));
    }

    private Set<Economy> counted(String supplier) {
        return supplier.equals(assessment.context().watchedCode().code())
                ? assessment.context().watched()
                : Set.of(Economy.of(supplier));
    }

    private List<FigureInput> inputs(SupplierProfile profile, Indicator indicator, Set<Economy> counted) {
        List<FigureInput> inputs = new ArrayList<>();
        List<Basis> bases = indicator.unit().equals("USD/kg") ? List.of(Basis.VALUE, Basis.WEIGHT) : List.of(indicator.basis());
        for (Basis basis : bases) {
            String unit = basis == Basis.VALUE ? profile.currency() : "kg";
            Set<Economy> about = suppliersOf(profile, indicator, counted);
            if (!about.isEmpty()) {
                ExactSum sum = new ExactSum();
                profile.suppliers().stream().filter(f -> about.contains(f.supplier())).forEach(f -> sum.add(f.amount(basis)));
                inputs.add(new FigureInput(from(indicator), sum.value(), unit));
            }
            inputs.add(new FigureInput(Statement.of(profile.isComplete(basis) ? "input.imports-all" : "input.imports-listed"), profile.total(basis), unit));
            if (profile.unnamed(basis) != 0) {
                inputs.add(new FigureInput(Statement.of("input.unnamed"), profile.unnamed(basis), unit));
            }
        }
        inputs.add(new FigureInput(Statement.of("input.suppliers"), profile.suppliers().size(), "1"));
        OptionalDouble ofSomeone = profile.ofSomeone(bases.getFirst());
        if (ofSomeone.isPresent()) {
            String unit = bases.getFirst() == Basis.VALUE ? profile.currency() : "kg";
            inputs.add(new FigureInput(Statement.of("input.of-someone"), ofSomeone.getAsDouble(), unit));
        } else if (profile.withheldFlows(bases.getFirst()) > 0) {
            inputs.add(new FigureInput(
                    Statement.of(bases.getFirst() == Basis.VALUE ? "input.withheld" : "input.unweighed"), profile.withheldFlows(bases.getFirst()), "1"));
        }
        if (indicator.unit().startsWith("USD") && profile.usdPerUnit().isPresent() && !profile.currency().equals("USD")) {
            inputs.add(new FigureInput(Statement.of("input.rate", Term.words(profile.currency())), profile.usdPerUnit().getAsDouble(), "USD"));
        }
        return inputs;
    }

    private Statement from(Indicator indicator) {
        return indicator.supplier().isEmpty()
                ? Statement.of("input.imports-allied")
                : Statement.of("input.imports-from", assessment.registers().inText(Economy.of(indicator.supplier())));
    }

    /** The suppliers in a figure's numerator; empty when it is about all of them. */
    private Set<Economy> suppliersOf(SupplierProfile profile, Indicator indicator, Set<Economy> counted) {
        if (!counted.isEmpty()) {
            return counted;
        }
        if (indicator.measure().equals("allied-share")) {
            Set<Economy> allied = new HashSet<>(assessment.context().alliedSupply());
            allied.remove(profile.key().economy());
            return allied;
        }
        return Set.of();
    }

    private List<FigureRow> rows(List<SupplierProfile> read, Indicator indicator, Set<Economy> counted) {
        Map<TradeObservation, List<SupplierProfile>> holders = new HashMap<>();
        List<TradeObservation> rows = new ArrayList<>();
        for (SupplierProfile p : read) {
            for (TradeObservation row : new Sensitivity(p).rows()) {
                List<SupplierProfile> holding = holders.computeIfAbsent(row, r -> new ArrayList<>(1));
                if (holding.isEmpty()) {
                    rows.add(row);
                }
                holding.add(p);
            }
        }
        Optional<Outcome> now = figure(indicator, counted, p -> p);
        return rows.stream()
                .map(row -> new FigureRow(
                        row, role(row, holders.get(row).getFirst(), indicator, counted), moves(row, holders.get(row), now, indicator, counted)))
                .sorted(Comparator.comparing((FigureRow r) -> !r.moves())
                        .thenComparing(FigureRow::role)
                        .thenComparing(r -> r.observation().period(), Comparator.reverseOrder())
                        .thenComparingDouble(r -> -amount(r.observation(), indicator.basis())))
                .toList();
    }

    /** Whether the figure changes when a row does, in every profile that holds it. */
    private boolean moves(
            TradeObservation row, List<SupplierProfile> holders, Optional<Outcome> now, Indicator indicator, Set<Economy> counted) {
        Map<SupplierProfile, SupplierProfile> moved = new IdentityHashMap<>();
        holders.forEach(p -> moved.put(p, new Sensitivity(p).moved(row)));
        return Sensitivity.differs(now, figure(indicator, counted, p -> moved.getOrDefault(p, p)));
    }

    private FigureRow.Role role(TradeObservation row, SupplierProfile holder, Indicator indicator, Set<Economy> counted) {
        Set<Economy> about = suppliersOf(holder, indicator, counted);
        if (row.flow() == TradeFlow.EXPORT) {
            return FigureRow.Role.EXPORT;
        }
        if (row.partner().isWorld()) {
            return FigureRow.Role.WORLD_TOTAL;
        }
        if (row.partner().isUnnamed()) {
            return FigureRow.Role.UNNAMED_PARTNER;
        }
        if (holder.setOffRows().contains(row) || assessment.context().records().members(holder.key().economy()).contains(row.partner())) {
            return FigureRow.Role.WITHIN_BLOC;
        }
        return about.isEmpty() || about.contains(row.partner()) ? FigureRow.Role.SUPPLIER : FigureRow.Role.OTHER_SUPPLIER;
    }

    private static double amount(TradeObservation row, Basis basis) {
        return basis == Basis.VALUE ? row.value().amount() : row.netWeightKg().amount();
    }

    /** The same figure, every profile seen through a lens. */
    private Optional<Outcome> figure(Indicator indicator, Set<Economy> counted, UnaryOperator<SupplierProfile> lens) {
        MeasureContext context = assessment.context().with(assessment.context().records().through(lens));
        Optional<SupplierProfile> own = Optional.ofNullable(assessment.profiles().get(indicator.about()));
        if (own.isPresent() && isOf(own.get(), indicator, counted)) {
            return ofProfile(lens.apply(own.get()), indicator, counted, context);
        }
        return measures.stream()
                .filter(m -> m.id().equals(indicator.measure()))
                .flatMap(m -> m.beside(indicator.about(), context).stream())
                .filter(i -> i.supplier().equals(indicator.supplier()) && i.basis() == indicator.basis())
                .map(Indicator::outcome)
                .findFirst();
    }

    private Optional<Outcome> ofProfile(SupplierProfile profile, Indicator indicator, Set<Economy> counted, MeasureContext context) {
        if (indicator.measure().equals(SHARE) && !counted.isEmpty()) {
            return Optional.of(Shares.of(profile, indicator.basis(), counted));
        }
        return measures.stream()
                .filter(m -> m.id().equals(indicator.measure()) && m.concerns(indicator.about().economy(), context))
                .flatMap(m -> m.read(profile, indicator.basis(), context).stream())
                .filter(r -> r.supplier().equals(indicator.supplier()))
                .map(Measure.Reading::outcome)
                .findFirst();
    }

    /** Whether it is that period, or one of the years that were added up. */
    private static boolean isOf(ReferencePeriod period, ReferencePeriod told) {
        return period.equals(told)
                || period.isCalendarYear() && !period.start().isBefore(told.start()) && !period.end().isAfter(told.end());
    }

    private List<SeriesDifference> differences(SupplierProfile profile) {
        Set<Economy> reporters = new HashSet<>();
        for (SupplierFlow flow : profile.suppliers()) {
            flow.rows().forEach(o -> reporters.add(o.reporter()));
        }
        return assessment.differences().stream()
                .filter(d -> reporters.contains(d.reporter())
                        && profile.codes().contains(d.commodity())
                        && isOf(d.period(), profile.key().period()))
                .toList();
    }
}
