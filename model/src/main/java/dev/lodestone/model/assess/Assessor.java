package dev.lodestone.model.assess;

import dev.lodestone.model.commitment.CommitmentJudge;
import dev.lodestone.model.commitment.CommitmentResult;
import dev.lodestone.model.commitment.SupplyRecord;
import dev.lodestone.model.commitment.SupplyRecords;
import dev.lodestone.model.measure.Basis;
import dev.lodestone.model.measure.Indicator;
import dev.lodestone.model.measure.Measure;
import dev.lodestone.model.measure.MeasureContext;
import dev.lodestone.model.measure.Measures;
import dev.lodestone.model.measure.Outcome;
import dev.lodestone.model.measure.ProfileKey;
import dev.lodestone.model.measure.Records;
import dev.lodestone.model.measure.SupplierProfile;
import dev.lodestone.model.register.Commitment;
import dev.lodestone.model.register.CommodityEntry;
import dev.lodestone.model.register.Material;
import dev.lodestone.model.register.Registers;
import dev.lodestone.model.register.StageEntry;
import dev.lodestone.model.text.Statement;
import dev.lodestone.model.text.Term;
import dev.lodestone.model.trade.CommodityCode;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.Observations;
import dev.lodestone.model.trade.ReferencePeriod;
import dev.lodestone.model.trade.TradeDataset;
import dev.lodestone.model.trade.TradeFlow;
import dev.lodestone.model.trade.TradeObservation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Measures and judges: from observations and registers to an {@link Assessment}. Pure: same input, same result. */
public final class Assessor {

    private static final Set<String> SPECIAL_REGIONS = Set.of("HKG", "MAC");

    /** Asked for every figure: {@code values()} makes a new array each time. */
    private static final List<Basis> BASES = List.of(Basis.values());

    private final Registers registers;
    private final List<Measure> measures;

    /** With the standard measures. */
    public Assessor(Registers registers) {
        this(registers, Measures.standard());
    }

    /** With measures of one's own beside or instead of the standard ones. */
    public Assessor(Registers registers, List<Measure> measures) {
        this.registers = registers;
        this.measures = List.copyOf(measures);
    }

    /**
     * Every measure of every profile, and a verdict on every commitment of the material.
     *
     * @param dataset what is told of imports and exports; of other materials' codes nothing is taken
     * @return figures in the unit that each row names, US dollars for money; what cannot be known has its reason
     * @throws IllegalArgumentException when the material is not in the registers
     */
    public Assessment assess(TradeDataset dataset, AssessmentOptions options) {
        Material material = registers.materials().get(options.material());
        if (material == null) {
            throw new IllegalArgumentException(
                    "no material '" + options.material() + "' in the registers; known: " + String.join(", ", registers.materials().keySet()));
        }
        List<Economy> economies = options.economies().isEmpty()
                ? registers.listMembers("ALLIES", options.asOf())
                : options.economies();
        TradeDataset known = dataset.over(options.asOf());
        Reconciler reconciler = new Reconciler(known, wanted(material));
        Map<Economy, Set<Economy>> blocs = new LinkedHashMap<>();
        Set<Economy> buyers = buyers(material, economies, options.asOf(), blocs);
        ProfileFactory factory = new ProfileFactory(registers, material, reconciler.series(), blocs);
        SortedMap<ProfileKey, SupplierProfile> profiles = profiles(factory, buyers, blocs.keySet());
        SortedMap<ProfileKey, SupplierProfile> inside = new TreeMap<>();
        blocs.keySet().forEach(bloc -> factory.insideBloc(bloc).forEach(p -> inside.put(p.key(), p)));
        Reconciler sold = new Reconciler(known, wanted(material), TradeFlow.EXPORT);
        Set<Economy> watched = watched(options, material);
        Records records = new ProfileRecords(
                registers, material, options.asOf(), profiles, inside, exports(sold, material, blocs),
                profiles(new ProfileFactory(registers, material, sold.monthly(), Map.of()), watched, Set.of()),
                new ReconciledExports(known.columns(), wanted(material)),
                profiles(new ProfileFactory(registers, material, reconciler.monthly(), blocs), buyers, blocs.keySet()));
        MeasureContext context = context(options, material, records);
        List<Indicator> indicators = indicators(material, economies, context, profiles);
        // Verdicts name the years that they leave out.
        SortedMap<ProfileKey, SupplierProfile> onRecord = known == dataset
                ? profiles
                : profiles(new ProfileFactory(registers, material, new Reconciler(dataset, wanted(material)).series(), blocs), buyers, blocs.keySet());
        SupplyRecords supply = new Supply(registers, material, onRecord, records);
        List<CommitmentResult> commitments = new CommitmentJudge(registers, material, options.asOf(), supply).judgeAll();
        return new Assessment(
                options, registers, material, economies, context, profiles, indicators, commitments, reconciler.differences(),
                notOver(dataset, wanted(material), options.asOf()));
    }

    /** Of what was not over nobody knew on that day: an edition of an earlier day tells it as little as its day's own would have. */
    private static SortedSet<ReferencePeriod> notOver(TradeDataset dataset, Predicate<CommodityCode> wanted, LocalDate day) {
        Observations rows = dataset.columns();
        SortedSet<ReferencePeriod> ahead = new TreeSet<>();
        for (int number = 0; number < rows.periods(); number++) {
            if (!rows.periodOf(number).isOver(day)) {
                ahead.add(rows.periodOf(number));
            }
        }
        if (!ahead.isEmpty()) {
            ahead.retainAll(rows.stream().filter(row -> wanted.test(row.commodity())).map(TradeObservation::period).collect(Collectors.toSet()));
        }
        return ahead;
    }

    private static Predicate<CommodityCode> wanted(Material material) {
        List<CommodityCode> codes = material.commodities().stream().map(CommodityEntry::code).distinct().toList();
        return code -> codes.stream().anyMatch(code::isWithin);
    }

    private MeasureContext context(AssessmentOptions options, Material material, Records records) {
        Set<Economy> allied = new LinkedHashSet<>();
        for (Economy member : registers.membersOf("ALLIED-SUPPLY", options.asOf())) {
            allied.add(member);
            allied.addAll(registers.membersOf(member.code(), options.asOf()));
        }
        return new MeasureContext(
                watched(options, material), options.watched().orElse(material.watched()), allied, material.watchFrom(), records);
    }

    /** The watched supplier, with its special regions where asked. */
    private static Set<Economy> watched(AssessmentOptions options, Material material) {
        Economy watched = options.watched().orElse(material.watched());
        Set<Economy> group = new HashSet<>();
        group.add(watched);
        if (options.withSpecialRegions() && watched.code().equals("CHN")) {
            SPECIAL_REGIONS.forEach(code -> group.add(Economy.of(code)));
        }
        return group;
    }

    /**
     * Everyone whose profiles are needed: who is assessed, and who has promised something, by itself or as a member of a group; blocs are noted
     * with their members.
     */
    private Set<Economy> buyers(Material material, List<Economy> economies, LocalDate asOf, Map<Economy, Set<Economy>> blocs) {
        Set<Economy> wanted = new LinkedHashSet<>(economies);
        material.commitments().stream()
                .flatMap(c -> c.parties().stream())
                .flatMap(code -> Economy.find(code).stream())
                .forEach(wanted::add);
        for (Commitment c : material.commitments()) {
            for (String party : c.parties()) {
                if (CommitmentJudge.bindsEachMember(c, party, registers)) {
                    wanted.addAll(CommitmentJudge.membersBound(c, party, registers, asOf));
                }
            }
        }
        for (Economy economy : wanted) {
            Set<Economy> members = registers.membersOf(economy.code(), asOf);
            if (!members.isEmpty()) {
                blocs.put(economy, members);
            }
        }
        return wanted;
    }

    private static SortedMap<ProfileKey, SupplierProfile> profiles(ProfileFactory factory, Set<Economy> reporters, Set<Economy> blocs) {
        SortedMap<ProfileKey, SupplierProfile> profiles = new TreeMap<>();
        factory.ofReporters(reporters::contains).forEach(p -> profiles.put(p.key(), p));
        blocs.forEach(bloc -> factory.ofBloc(bloc).forEach(p -> profiles.put(p.key(), p)));
        return profiles;
    }

    /** Exports of every reporter, by destination: those of a supplier are the other side of what a buyer tells. */
    private SortedMap<ProfileKey, SupplierProfile> exports(Reconciler sold, Material material, Map<Economy, Set<Economy>> blocs) {
        Set<Economy> sellers = new HashSet<>();
        sold.series().forEach(s -> sellers.add(s.reporter()));
        return profiles(new ProfileFactory(registers, material, sold.series(), blocs), sellers, blocs.keySet());
    }

    private List<Indicator> indicators(
            Material material, List<Economy> economies, MeasureContext context, SortedMap<ProfileKey, SupplierProfile> profiles) {
        Map<String, SortedSet<ReferencePeriod>> periodsOfStage = new TreeMap<>();
        SortedSet<ReferencePeriod> allPeriods = new TreeSet<>();
        for (ProfileKey key : profiles.keySet()) {
            periodsOfStage.computeIfAbsent(key.stage(), s -> new TreeSet<>()).add(key.period());
            allPeriods.add(key.period());
        }
        return economies.parallelStream()
                .flatMap(economy -> indicators(material, economy, context, profiles, periodsOfStage, allPeriods).stream())
                .toList();
    }

    private List<Indicator> indicators(
            Material material,
            Economy economy,
            MeasureContext context,
            SortedMap<ProfileKey, SupplierProfile> profiles,
            Map<String, SortedSet<ReferencePeriod>> periodsOfStage,
            SortedSet<ReferencePeriod> allPeriods) {
        List<Indicator> indicators = new ArrayList<>();
        for (StageEntry stage : material.stages()) {
            SortedSet<ReferencePeriod> periods = periodsOfStage.getOrDefault(stage.id(), new TreeSet<>());
            if (periods.isEmpty() && !allPeriods.isEmpty()) {
                periods = new TreeSet<>(Set.of(allPeriods.last()));
            }
            SortedMap<ProfileKey, SupplierProfile> own = ProfileRanges.ofStage(profiles, economy, material.id(), stage.id());
            Set<ReferencePeriod> missed = missed(periods, own.keySet());
            for (ReferencePeriod period : periods) {
                ProfileKey whole = new ProfileKey(economy, material.id(), stage.id(), "", period);
                SupplierProfile profile = own.get(whole);
                if (profile != null) {
                    addAll(indicators, profile, context);
                } else if (missed.contains(period)) {
                    addAbsent(indicators, whole, context, stage);
                }
            }
            own.values().stream()
                    .filter(p -> !p.key().isWholeStage())
                    .forEach(p -> addAll(indicators, p, context));
            for (Measure measure : measures) {
                indicators.addAll(measure.beside(economy, material.id(), stage.id(), context));
            }
        }
        return indicators;
    }

    /**
     * Periods for which a reader would look for a figure of an economy if it has none: since its first, as long as its own are (months
     * beside months, years beside years). Where it has no figure of the stage at all, one line says so, for the newest period.
     */
    private static Set<ReferencePeriod> missed(SortedSet<ReferencePeriod> periods, Set<ProfileKey> own) {
        if (periods.isEmpty()) {
            return Set.of();
        }
        if (own.isEmpty()) {
            return Set.of(periods.last());
        }
        Map<Integer, ReferencePeriod> firsts = new HashMap<>();
        own.forEach(key -> firsts.merge(key.period().months(), key.period(), (a, b) -> a.compareTo(b) <= 0 ? a : b));
        return periods.stream()
                .filter(p -> firsts.containsKey(p.months()) && p.compareTo(firsts.get(p.months())) >= 0)
                .collect(Collectors.toSet());
    }

    private void addAll(List<Indicator> indicators, SupplierProfile profile, MeasureContext context) {
        addAll(indicators, profile, measures, context);
    }

    static void addAll(List<Indicator> indicators, SupplierProfile profile, List<Measure> measures, MeasureContext context) {
        for (Measure measure : measures) {
            if (!measure.concerns(profile.key().economy(), context)) {
                continue;
            }
            for (Basis basis : BASES) {
                if (measure.bases().contains(basis)) {
                    for (Measure.Reading r : measure.read(profile, basis, context)) {
                        indicators.add(new Indicator(profile.key(), measure.id(), r.supplier(), basis, measure.unit(), r.outcome()));
                    }
                }
            }
        }
    }

    private void addAbsent(List<Indicator> indicators, ProfileKey key, MeasureContext context, StageEntry stage) {
        Outcome none = Outcome.notComputable(Statement.of(
                "reason.no-figure-for", stage.nounTerm(), registers.inText(key.economy()), Term.span(key.period())));
        for (Measure measure : measures) {
            if (!measure.isAlwaysTold() || !measure.concerns(key.economy(), context)) {
                continue;
            }
            for (Basis basis : BASES) {
                if (measure.bases().contains(basis)) {
                    indicators.add(new Indicator(key, measure.id(), measure.listedUnder(context), basis, measure.unit(), none));
                }
            }
        }
    }

    private record Supply(Registers registers, Material material, SortedMap<ProfileKey, SupplierProfile> profiles, Records records)
            implements SupplyRecords {

        @Override
        public SupplyRecord find(Economy party, String stage, String commodity) {
            List<SupplierProfile> years = ProfileRanges.years(profiles, party, material.id(), stage, commodity);
            List<SupplierProfile> fiscal = ProfileRanges.fiscalYears(profiles, party, material.id(), stage, commodity);
            return new SupplyRecord(years, (a, b) -> Comparability.breakBetween(registers, material, a, b).isEmpty(), records, fiscal);
        }

        @Override
        public List<String> lines(Economy party, String stage) {
            SortedSet<String> found = new TreeSet<>();
            ProfileRanges.ofStage(profiles, party, material.id(), stage).keySet().stream()
                    .filter(k -> !k.isWholeStage())
                    .forEach(k -> found.add(k.commodity()));
            SortedSet<String> fine = new TreeSet<>();
            SortedSet<String> whole = new TreeSet<>();
            for (CommodityEntry e : material.commodities()) {
                if (e.stage().equals(stage) && e.use() == CommodityEntry.Use.MEASURE && found.contains(e.code().digits())) {
                    (e.wholeStage() ? whole : fine).add(e.code().digits());
                }
            }
            return List.copyOf(fine.isEmpty() ? whole : fine);
        }
    }
}
