package dev.lodestone.model.assess;

import dev.lodestone.model.measure.Basis;
import dev.lodestone.model.measure.ExactSum;
import dev.lodestone.model.measure.ProfileBuilder;
import dev.lodestone.model.measure.ProfileKey;
import dev.lodestone.model.measure.SupplierProfile;
import dev.lodestone.model.register.CommodityEntry;
import dev.lodestone.model.register.Material;
import dev.lodestone.model.register.Registers;
import dev.lodestone.model.text.Statement;
import dev.lodestone.model.text.Term;
import dev.lodestone.model.trade.CommodityCode;
import dev.lodestone.model.trade.Coverage;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.Observations;
import dev.lodestone.model.trade.ReferencePeriod;
import dev.lodestone.model.trade.Valuation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Makes supplier profiles: per reporter and bloc, stage and commodity line, period.
 *
 * <p>A stage is made from the one code that covers it where the source has that code, else from lines that together cover it; lines
 * that begin later and whose forerunners are not there make the stage incomplete, never small. A bloc is the sum of its members'
 * purchases from outside it, with its composition on the day of the briefing, so that a series is comparable through time.
 */
final class ProfileFactory {

    /** World row and sum of partners count as equal within this part of the World row. */
    static final double WORLD_TOLERANCE = 0.001;

    /** A member that buys more than this part of a bloc's purchases cannot be silent without making the sum wrong. */
    static final double NOTABLE_MEMBER = 0.01;

    private static final String HARMONIZED = "HS";

    /** Whose goods are counted: those of partners outside a bloc, or those of its members. */
    private enum Side {
        OUTSIDE,
        INSIDE
    }

    private record Buyers(Publication publication, String stage, Set<Economy> members) {}

    /** Which of the economies of some observations are among others. */
    private record Marks(Observations data, boolean[] inside) {}

    private record Goods(String family, CommodityCode commodity) {}

    private record Slot(Economy reporter, String stage, ReferencePeriod period) {}

    private record Publication(String publisher, String family) {}

    /** What one publication offers for a slot: series by register entry. */
    private record Offer(Publication publication, SortedMap<String, List<Series>> byCode, Map<String, CommodityEntry> entries) {}

    /** Which series make up a profile and what is wrong with the choice. */
    private record Choice(Publication publication, List<Series> series, List<CommodityEntry> entries, Statement flaw, Coverage coverage) {}

    private final Registers registers;
    private final Material material;
    private final Rates rates;
    private final Map<Economy, Set<Economy>> blocs;
    private final Map<Publication, Map<ReferencePeriod, Set<Economy>>> reportersByPeriod = new HashMap<>();
    private final Map<Publication, Set<String>> codesSeen = new HashMap<>();
    private final Map<Publication, Set<Economy>> reportersSeen = new HashMap<>();
    private final Map<Slot, Map<Publication, Offer>> offers = new LinkedHashMap<>();
    private final Map<Buyers, Set<Economy>> notable = new ConcurrentHashMap<>();
    private final Map<Goods, Collection<CommodityEntry>> entries = new HashMap<>();
    private final Map<Set<Economy>, Marks> marks = Collections.synchronizedMap(new IdentityHashMap<>());

    /**
     * @param blocs members of every bloc that is assessed, on the day of the briefing
     */
    ProfileFactory(Registers registers, Material material, List<Series> series, Map<Economy, Set<Economy>> blocs) {
        this.registers = registers;
        this.blocs = Map.copyOf(blocs);
        this.material = material;
        this.rates = new Rates(registers.rates());
        for (Series s : series) {
            Publication publication = new Publication(s.publisher(), s.family());
            codesSeen.computeIfAbsent(publication, p -> new HashSet<>()).add(s.commodity().digits());
            reportersSeen.computeIfAbsent(publication, p -> new HashSet<>()).add(s.reporter());
            reportersByPeriod
                    .computeIfAbsent(publication, p -> new HashMap<>())
                    .computeIfAbsent(s.period(), p -> new HashSet<>())
                    .add(s.reporter());
            for (CommodityEntry entry : entries.computeIfAbsent(new Goods(s.family(), s.commodity()), g -> entriesFor(s))) {
                Slot slot = new Slot(s.reporter(), entry.stage(), s.period());
                Offer offer = offers.computeIfAbsent(slot, k -> new LinkedHashMap<>())
                        .computeIfAbsent(publication, p -> new Offer(p, new TreeMap<>(), new HashMap<>()));
                offer.byCode().computeIfAbsent(entry.code().digits(), c -> new ArrayList<>()).add(s);
                offer.entries().put(entry.code().digits(), entry);
            }
        }
        offers.values().forEach(byPublication -> byPublication.values().forEach(ProfileFactory::dropNationalLinesBesideTheirTotal));
    }

    /**
     * The register's entries for a series, one a stage: its own code, else the closest code above it in the Harmonized System. A code that
     * the register lists in two nomenclatures counts once, under the series' own.
     */
    private Collection<CommodityEntry> entriesFor(Series s) {
        Map<String, CommodityEntry> byStage = new LinkedHashMap<>();
        for (CommodityEntry e : matching(s)) {
            byStage.merge(e.stage(), e, (a, b) -> b.nomenclature().equals(s.family()) ? b : a);
        }
        return byStage.values();
    }

    private List<CommodityEntry> matching(Series s) {
        List<CommodityEntry> exact = new ArrayList<>();
        int longest = 0;
        List<CommodityEntry> above = new ArrayList<>();
        for (CommodityEntry e : material.commodities()) {
            boolean family = e.nomenclature().equals(s.family()) || e.nomenclature().equals("HS") || s.family().isEmpty();
            if (!family || e.use() == CommodityEntry.Use.NOTE_ONLY) {
                continue;
            }
            if (e.code().equals(s.commodity())) {
                exact.add(e);
            } else if (e.nomenclature().equals("HS") && s.commodity().length() > 6 && s.commodity().isWithin(e.code())) {
                if (e.code().length() > longest) {
                    above.clear();
                    longest = e.code().length();
                }
                if (e.code().length() == longest) {
                    above.add(e);
                }
            }
        }
        return exact.isEmpty() ? above : exact;
    }

    private static void dropNationalLinesBesideTheirTotal(Offer offer) {
        offer.byCode().forEach((code, list) -> {
            if (list.stream().anyMatch(s -> s.commodity().digits().equals(code))) {
                list.removeIf(s -> !s.commodity().digits().equals(code));
            }
        });
    }

    /** Profiles of every reporter that is asked for, stages as a whole and lines. */
    List<SupplierProfile> ofReporters(Predicate<Economy> wanted) {
        return List.copyOf(offers.keySet()).parallelStream()
                .filter(slot -> wanted.test(slot.reporter()))
                .flatMap(slot -> ofReporter(slot, offers.get(slot).values()).stream())
                .toList();
    }

    private List<SupplierProfile> ofReporter(Slot slot, Collection<Offer> publications) {
        List<SupplierProfile> profiles = new ArrayList<>();
        Set<Economy> inside = blocs.getOrDefault(slot.reporter(), Set.of());
        wholeStage(slot, publications).ifPresent(choice -> profiles.add(build(slot, "", List.of(choice), inside)));
        lines(publications).forEach((code, choices) -> profiles.add(build(slot, code, choices, inside)));
        return profiles;
    }

    /** Profiles of a bloc as the sum of its members, unless its own rows are better: purchases from outside it. They go before its own. */
    List<SupplierProfile> ofBloc(Economy bloc) {
        return ofBloc(bloc, Side.OUTSIDE);
    }

    /** Profiles of what the members of a bloc buy from each other. */
    List<SupplierProfile> insideBloc(Economy bloc) {
        return ofBloc(bloc, Side.INSIDE);
    }

    private List<SupplierProfile> ofBloc(Economy bloc, Side side) {
        Set<Economy> members = blocs.getOrDefault(bloc, Set.of());
        Map<String, Map<ReferencePeriod, Map<Economy, Slot>>> slots = new TreeMap<>();
        for (Slot slot : offers.keySet()) {
            if (members.contains(slot.reporter())) {
                slots.computeIfAbsent(slot.stage(), s -> new TreeMap<>())
                        .computeIfAbsent(slot.period(), p -> new TreeMap<>())
                        .put(slot.reporter(), slot);
            }
        }
        List<SupplierProfile> profiles = new ArrayList<>();
        slots.forEach((stage, byPeriod) -> byPeriod.forEach((period, byMember) -> {
            Slot blocSlot = new Slot(bloc, stage, period);
            boolean hasOwn = offers.containsKey(blocSlot);
            if (hasOwn && wholeStage(blocSlot, offers.get(blocSlot).values()).stream().anyMatch(ProfileFactory::isWhole)) {
                return;
            }
            Map<Publication, List<Choice>> stageChoices = new LinkedHashMap<>();
            Map<String, Map<Publication, List<Choice>>> lineChoices = new TreeMap<>();
            for (Slot slot : byMember.values()) {
                for (Offer offer : offers.get(slot).values()) {
                    wholeStage(slot, List.of(offer)).ifPresent(c ->
                            stageChoices.computeIfAbsent(c.publication(), p -> new ArrayList<>()).add(c));
                    lines(List.of(offer)).forEach((code, choices) -> choices.forEach(c -> lineChoices
                            .computeIfAbsent(code, k -> new LinkedHashMap<>())
                            .computeIfAbsent(c.publication(), p -> new ArrayList<>())
                            .add(c)));
                }
            }
            Optional<SupplierProfile> whole = mostMembers(stageChoices)
                    .filter(choices -> !hasOwn || choices.stream().allMatch(ProfileFactory::isWhole))
                    .map(choices -> buildSum(blocSlot, "", choices, members, side))
                    .filter(sum -> !hasOwn || sum.defect().isEmpty());
            whole.ifPresent(profiles::add);
            if (hasOwn && whole.isEmpty()) {
                return;
            }
            lineChoices.forEach((code, byPublication) ->
                    mostMembers(byPublication).ifPresent(choices -> profiles.add(buildSum(blocSlot, code, choices, members, side))));
        }));
        return profiles;
    }

    /** Whether every partner is there, as far as the publisher tells: a selection of the bloc's own goes behind members that are whole. */
    private static boolean isWhole(Choice choice) {
        return choice.coverage() == Coverage.COMPLETE && choice.flaw().isEmpty();
    }

    private static Optional<List<Choice>> mostMembers(Map<Publication, List<Choice>> byPublication) {
        return byPublication.values().stream()
                .max(Comparator.comparingInt((List<Choice> choices) -> choices.size())
                        .thenComparing((List<Choice> choices) -> choices.getFirst().publication().publisher(), Comparator.reverseOrder()));
    }

    private Optional<Choice> wholeStage(Slot slot, Collection<Offer> publications) {
        return publications.stream()
                .flatMap(offer -> wholeStageOf(slot, offer).stream())
                .min(Comparator.comparing((Choice c) -> !c.flaw().isEmpty())
                        .thenComparing(Choice::coverage)
                        .thenComparing(Comparator.comparingLong(
                                        (Choice c) -> c.series().stream().mapToLong(Series::weighed).sum())
                                .reversed())
                        .thenComparing(c -> c.publication().publisher()));
    }

    private Optional<Choice> wholeStageOf(Slot slot, Offer offer) {
        String family = offer.publication().family();
        List<CommodityEntry> measuring = offer.entries().values().stream()
                .filter(e -> e.use() == CommodityEntry.Use.MEASURE)
                .toList();
        if (measuring.isEmpty()) {
            Statement flaw = offer.entries().values().stream()
                    .min(Comparator.comparing(CommodityEntry::code))
                    .map(e -> Statement.of("defect.only-mixed", Term.words(e.code().digits()), e.mixesInTerm()))
                    .orElse(Statement.of("defect.no-code"));
            List<Series> all = offer.byCode().values().stream().flatMap(List::stream).toList();
            return Optional.of(new Choice(offer.publication(), all, List.copyOf(offer.entries().values()), flaw, worst(all)));
        }
        Comparator<CommodityEntry> closest = Comparator.comparing((CommodityEntry e) -> !e.nomenclature().equals(family))
                .thenComparing(e -> e.code().length())
                .thenComparing(CommodityEntry::code);
        List<CommodityEntry> wholes =
                measuring.stream().filter(CommodityEntry::wholeStage).sorted(closest).toList();
        for (CommodityEntry whole : wholes) {
            if (isToldExactly(offer, whole)) {
                return Optional.of(choice(offer, offer.byCode().get(whole.code().digits()), whole));
            }
        }
        Optional<String> nomenclature = nomenclatureOfParts(slot, offer, measuring);
        if (nomenclature.isPresent()) {
            return Optional.of(partition(slot, offer, measuring, nomenclature.get()));
        }
        CommodityEntry whole = wholes.getFirst();
        return Optional.of(choice(offer, within(offer, whole), whole));
    }

    private static Choice choice(Offer offer, List<Series> used, CommodityEntry entry) {
        return new Choice(offer.publication(), used, List.of(entry), Statement.NONE, worst(used));
    }

    private static boolean isToldExactly(Offer offer, CommodityEntry entry) {
        return offer.byCode().getOrDefault(entry.code().digits(), List.of()).stream()
                .anyMatch(s -> s.commodity().equals(entry.code()));
    }

    /** Everything that an offer holds below a code: lines with an entry of their own and lines without. */
    private static List<Series> within(Offer offer, CommodityEntry entry) {
        return offer.byCode().values().stream()
                .flatMap(List::stream)
                .filter(s -> s.commodity().isWithin(entry.code()))
                .toList();
    }

    /**
     * The nomenclature whose lines make up the stage: the Harmonized System's where the source tells all its parts, else the source's own,
     * else the one that most lines belong to; empty when no line is a part.
     */
    private Optional<String> nomenclatureOfParts(Slot slot, Offer offer, List<CommodityEntry> measuring) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        for (CommodityEntry e : measuring) {
            if (!e.wholeStage()) {
                counts.merge(e.nomenclature(), 1, Integer::sum);
            }
        }
        Set<String> seen = codesSeen.get(offer.publication());
        List<CommodityEntry> international = parts(slot.stage(), HARMONIZED);
        if (counts.containsKey(HARMONIZED)
                && international.stream().allMatch(e -> seen.contains(e.code().digits()))) {
            return Optional.of(HARMONIZED);
        }
        String family = offer.publication().family();
        if (counts.containsKey(family)) {
            return Optional.of(family);
        }
        return counts.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey);
    }

    private List<CommodityEntry> parts(String stage, String nomenclature) {
        return material.commodities().stream()
                .filter(e -> e.stage().equals(stage)
                        && e.use() == CommodityEntry.Use.MEASURE
                        && !e.wholeStage()
                        && e.nomenclature().equals(nomenclature))
                .toList();
    }

    private Choice partition(Slot slot, Offer offer, List<CommodityEntry> measuring, String nomenclature) {
        int year = slot.period().year();
        List<CommodityEntry> parts = parts(slot.stage(), nomenclature);
        Set<String> seen = codesSeen.get(offer.publication());
        Set<String> beginLater = new TreeSet<>();
        Set<String> absent = new TreeSet<>();
        for (CommodityEntry part : parts) {
            String code = part.code().digits();
            if (year < part.fromYear()) {
                boolean replaced = !part.forerunners().isBlank()
                        && Set.of(part.forerunners().split(" ")).stream().allMatch(seen::contains);
                if (!replaced) {
                    beginLater.add(code);
                }
            } else if (year <= part.untilYear()
                    && seen.stream().noneMatch(c -> c.startsWith(code))) {
                absent.add(code);
            }
        }
        List<Series> used = new ArrayList<>();
        List<CommodityEntry> entries = new ArrayList<>();
        for (CommodityEntry e : measuring) {
            List<Series> told = offer.byCode().get(e.code().digits());
            if (e.nomenclature().equals(nomenclature) && !e.wholeStage()) {
                used.addAll(told);
                entries.add(e);
            } else if (e.nomenclature().equals(HARMONIZED) && !isToldExactly(offer, e)) {
                // National lines that the register does not list still belong to the stage: leaving them out would lose imports in silence.
                used.addAll(told);
            }
        }
        Statement flaw = Statement.NONE;
        if (!beginLater.isEmpty()) {
            flaw = Statement.of(
                    beginLater.size() == 1 ? "defect.line-begins-later" : "defect.lines-begin-later", Term.listOf(beginLater), Term.year(year));
        } else if (!absent.isEmpty()) {
            flaw = Statement.of(absent.size() == 1 ? "defect.line-absent" : "defect.lines-absent", Term.listOf(absent));
        }
        return new Choice(offer.publication(), used, entries, flaw, worst(used));
    }

    private SortedMap<String, List<Choice>> lines(Collection<Offer> publications) {
        SortedMap<String, List<Choice>> byCode = new TreeMap<>();
        for (Offer offer : publications) {
            offer.entries().forEach((code, entry) -> {
                List<Series> series = isToldExactly(offer, entry) ? offer.byCode().get(code) : within(offer, entry);
                byCode.merge(code, List.of(choice(offer, series, entry)), (a, b) -> better(a.getFirst(), b.getFirst()));
            });
        }
        return byCode;
    }

    private static List<Choice> better(Choice a, Choice b) {
        int byCoverage = a.coverage().compareTo(b.coverage());
        long moreWeights = b.series().stream().mapToLong(Series::weighed).sum()
                - a.series().stream().mapToLong(Series::weighed).sum();
        boolean first = byCoverage != 0 ? byCoverage < 0 : moreWeights <= 0;
        return List.of(first ? a : b);
    }

    private static Coverage worst(List<Series> series) {
        return series.stream().map(Series::coverage).max(Comparator.naturalOrder()).orElse(Coverage.COMPLETE);
    }

    private SupplierProfile build(Slot slot, String commodity, List<Choice> choices, Set<Economy> inside) {
        return builder(slot, commodity, choices, inside, Side.OUTSIDE).build();
    }

    private SupplierProfile buildSum(Slot slot, String commodity, List<Choice> choices, Set<Economy> members, Side side) {
        ProfileBuilder builder = builder(slot, commodity, choices, members, side);
        requireMembers(builder, slot, commodity, choices, members);
        return builder.build();
    }

    private ProfileBuilder builder(Slot slot, String commodity, List<Choice> choices, Set<Economy> inside, Side side) {
        ProfileKey key = new ProfileKey(slot.reporter(), material.id(), slot.stage(), commodity, slot.period());
        List<Series> series = choices.stream().flatMap(c -> c.series().stream()).toList();
        TreeSet<String> currencies = new TreeSet<>();
        series.forEach(s -> s.addCurrencies(currencies));
        String currency = currencies.size() == 1 ? currencies.first() : "USD";
        Map<String, Double> factors = new HashMap<>();
        ProfileBuilder builder = new ProfileBuilder(key, currency);
        builder.publisher(choices.getFirst().publication().publisher());
        builder.rate(rates.usdPer(currency, slot.period()), rates.note(currency, slot.period()));
        choices.stream().map(Choice::flaw).filter(d -> !d.isEmpty()).findFirst().ifPresent(builder::defect);
        for (String c : currencies) {
            OptionalDouble factor = c.equals(currency) ? OptionalDouble.of(1) : rates.usdPer(c, slot.period());
            if (factor.isEmpty()) {
                builder.defect(Statement.of("defect.mixed-currencies", Term.words(c), Term.span(slot.period())));
            }
            factors.put(c, factor.orElse(0));
        }
        if (currencies.size() > 1) {
            builder.converting(row -> factors.getOrDefault(row.currency(), 0.0));
        }
        int withheld = 0;
        int unweighed = 0;
        Observations data = null;
        double[] factorOfKind = {};
        boolean[] left = {};
        for (Series s : series) {
            if (s.data() != data) {
                data = s.data();
                factorOfKind = byKind(data, factors);
                left = side == Side.OUTSIDE ? marked(data, inside) : not(marked(data, inside), data.economies());
            }
            ProfileBuilder.Untold untold = builder.add(data, s.partners(), factorOfKind, left, s.tellsWeightsAlone());
            if (s.partners().length == 0) {
                builder.defect(Statement.of("defect.world-only"));
            }
            if (side == Side.OUTSIDE && left.length > 0 && tellsInsideAlone(s, left)) {
                builder.defect(Statement.of("defect.inside-alone", names(Set.of(s.reporter()))));
            }
            if (side == Side.OUTSIDE) {
                ProfileBuilder.Untold held = addResidual(builder, s, factorOfKind, left, untold);
                int weighed = addWeightResidual(builder, s, left, untold.byWeight() > 0);
                builder.withinWorld(new ProfileBuilder.Untold(held.byValue(), held.byWeight() + weighed));
                withheld += untold.byValue() - held.byValue();
                unweighed += untold.byWeight() - held.byWeight() - weighed;
            } else {
                withheld += untold.byValue();
                unweighed += untold.byWeight();
            }
        }
        if (withheld > 0) {
            builder.caveat(builder.isAllOfSomeone(Basis.VALUE)
                    ? Statement.of("caveat.of-someone", Term.count(withheld))
                    : unweighed == withheld
                    ? Statement.of("caveat.withheld", Term.count(withheld))
                    : Statement.of("caveat.withheld-by-value", Term.count(withheld)));
        }
        builder.withheld(new ProfileBuilder.Untold(withheld, unweighed));
        describe(builder, slot, choices, series, inside);
        return builder;
    }

    /** Whether a series of part of the partners, of a line and a period, lists members of the bloc alone: what was bought outside is not nothing. */
    private static boolean tellsInsideAlone(Series s, boolean[] inside) {
        Observations data = s.data();
        if (s.coverage() == Coverage.COMPLETE || s.world().length > 0) {
            return false;
        }
        Set<List<Object>> listing = new HashSet<>();
        Set<List<Object>> outside = new HashSet<>();
        for (int row : s.partners()) {
            List<Object> told = List.of(data.commodity(row), data.period(row));
            listing.add(told);
            if (!inside[data.partner(row)]) {
                outside.add(told);
            }
        }
        return outside.size() < listing.size();
    }

    /** Factors by the number of a row's kind. */
    private static double[] byKind(Observations data, Map<String, Double> factors) {
        double[] byKind = new double[data.kinds()];
        for (int i = 0; i < byKind.length; i++) {
            byKind[i] = factors.getOrDefault(data.kindOf(i).currency(), 0.0);
        }
        return byKind;
    }

    /** Which economies are among some, by their number; empty where there are none. Asked for every series: the last answer is kept. */
    private boolean[] marked(Observations data, Set<Economy> some) {
        Marks known = marks.get(some);
        if (known != null && known.data() == data) {
            return known.inside();
        }
        boolean[] inside = new boolean[some.isEmpty() ? 0 : data.economies()];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = some.contains(data.economy(i));
        }
        marks.put(some, new Marks(data, inside));
        return inside;
    }

    private static boolean[] not(boolean[] marks, int size) {
        boolean[] others = new boolean[size];
        for (int i = 0; i < size; i++) {
            others[i] = i >= marks.length || !marks[i];
        }
        return others;
    }

    /**
     * Adds what the World row holds beyond the partners; of months, where some have none, beyond the partners of the others. A month of which the
     * World row alone is told is bought from nobody knows whom.
     *
     * @param rows how many partners are listed without an amount
     * @return how many of those the World row holds, too: one that is less than the others together cannot
     */
    private static ProfileBuilder.Untold addResidual(
            ProfileBuilder builder, Series s, double[] factors, boolean[] inside, ProfileBuilder.Untold rows) {
        Observations data = s.data();
        int[] world = s.toldWorld();
        int[] partners = s.partnersBeside(world);
        if (world.length == 0 || s.partners().length == 0) {
            return new ProfileBuilder.Untold(0, 0);
        }
        int alone = inside.length > 0 ? s.countWithoutPartners(world) : 0;
        if (alone > 0) {
            // Of months of which the World row alone is told nobody says what members sold each other.
            builder.besideMembers(new ProfileBuilder.Untold(alone, alone));
            return new ProfileBuilder.Untold(0, 0);
        }
        boolean untold = rows.byValue() > 0;
        double total = sum(world, row -> data.value(row) * factors[data.kind(row)]);
        double residual = total - sum(partners, row -> data.value(row) * factors[data.kind(row)]);
        boolean beyond = residual > (untold ? 0 : WORLD_TOLERANCE * total);
        double open = beyond || untold ? margin(data, world, factors) + margin(data, partners, factors) : 0;
        int innerUntold = count(partners, row -> !data.hasValue(row) && isInside(data, row, inside));
        if (beyond && innerUntold > 0) {
            // The World row holds what members sold each other without telling it: what is left of it is not from outside alone.
            builder.besideMembers(new ProfileBuilder.Untold(innerUntold, innerUntold));
            return new ProfileBuilder.Untold(0, 0);
        }
        if (beyond || untold && open > 0 && residual >= -open) {
            int innerUnweighed = count(partners, row -> !data.hasWeight(row) && isInside(data, row, inside));
            double left = Math.max(0, sum(world, data::weightKg) - sum(partners, data::weightKg));
            boolean weighed = Arrays.stream(world).allMatch(data::hasWeight);
            OptionalDouble weight = innerUnweighed == 0 && weighed ? OptionalDouble.of(left) : OptionalDouble.empty();
            if (innerUnweighed > 0) {
                // How much of it members sold is not told; a World row without a weight leaves it open altogether.
                builder.mayWeigh(weighed ? left : 0, innerUnweighed);
            }
            // Nothing left of the weight and something of the value: a missing weight, unless suppliers without a value have it.
            boolean lacking = !untold && weight.orElse(0) == 0;
            boolean weightless = lacking || weight.isEmpty();
            builder.residual(Math.max(0, residual), weightless ? OptionalDouble.empty() : weight, data.select(world));
            // Where rounding leaves nothing of the value on paper, there may be something, and its weight is as little known.
            builder.residualMayLackWeight(weightless ? open : 0);
            builder.residualMargins(open, weightMargin(data, world) + weightMargin(data, partners));
            builder.worldMargins(margin(data, world, factors), weightMargin(data, world));
            int[] inner = Arrays.stream(partners).filter(row -> isInside(data, row, inside)).toArray();
            builder.setOff(data.select(inner));
            builder.setOffMargins(margin(data, inner, factors), weightMargin(data, inner));
            if (residual > 0) {
                builder.caveat(Statement.of("caveat.less-than-world", Term.percent(residual / total)));
            }
        } else if (residual < -WORLD_TOLERANCE * Math.max(total, 1)) {
            builder.caveat(Statement.of("caveat.more-than-world", Term.percent(total > 0 ? -residual / total : 1)));
            return new ProfileBuilder.Untold(0, 0);
        }
        if (!untold) {
            return new ProfileBuilder.Untold(0, 0);
        }
        return new ProfileBuilder.Untold(
                count(partners, row -> !data.hasValue(row) && !isInside(data, row, inside)),
                count(partners, row -> isUnweighed(s, row) && !isInside(data, row, inside)));
    }

    /**
     * What World rows without a value weigh beyond the partners.
     *
     * @param unweighed whether partners are listed without value and weight
     * @return how many of those the World row holds, too
     */
    private static int addWeightResidual(ProfileBuilder builder, Series s, boolean[] inside, boolean unweighed) {
        if (s.toldWorld() == s.world()) {
            return 0;
        }
        Observations data = s.data();
        int[] world = s.weighedWorld();
        int[] partners = s.partnersBeside(world);
        if (world.length == 0 || s.partners().length == 0) {
            return 0;
        }
        int alone = inside.length > 0 ? s.countWithoutPartners(world) : 0;
        if (alone > 0) {
            builder.withoutValue();
            builder.besideMembers(new ProfileBuilder.Untold(0, alone));
            return 0;
        }
        double total = sum(world, data::weightKg);
        double residual = total - sum(partners, data::weightKg);
        double open = weightMargin(data, world) + weightMargin(data, partners);
        boolean beyond = residual > (unweighed ? 0 : WORLD_TOLERANCE * total);
        int innerUntold = count(partners, row -> !data.hasWeight(row) && isInside(data, row, inside));
        if (beyond && innerUntold > 0) {
            builder.withoutValue();
            builder.besideMembers(new ProfileBuilder.Untold(0, innerUntold));
            return 0;
        }
        if (beyond || unweighed && open > 0 && residual >= -open) {
            builder.residual(0, OptionalDouble.of(Math.max(0, residual)), data.select(world));
            builder.residualMargins(0, open);
            builder.worldMargins(0, weightMargin(data, world));
            if (beyond) {
                builder.withoutValue();
            }
            int[] inner = Arrays.stream(partners).filter(row -> isInside(data, row, inside)).toArray();
            builder.setOff(data.select(inner));
            builder.setOffMargins(0, weightMargin(data, inner));
            if (residual > 0) {
                builder.caveat(Statement.of("caveat.less-than-world-by-weight", Term.percent(residual / total)));
            }
        } else if (residual < -WORLD_TOLERANCE * Math.max(total, 1)) {
            builder.caveat(Statement.of("caveat.more-than-world-by-weight", Term.percent(total > 0 ? -residual / total : 1)));
            return 0;
        }
        return count(partners, row -> isUnweighed(s, row) && !isInside(data, row, inside));
    }

    private static boolean isInside(Observations data, int row, boolean[] inside) {
        return inside.length > 0 && inside[data.partner(row)];
    }

    /** Whether a row has neither value nor weight; as {@link ProfileBuilder#add(Observations, int[], double[], boolean[], boolean)} counts. */
    private static boolean isUnweighed(Series s, int row) {
        Observations data = s.data();
        return !data.hasValue(row) && !(data.hasWeight(row) && (data.weightKg(row) > 0 || s.tellsWeightsAlone()));
    }

    private static int count(int[] rows, IntPredicate wanted) {
        return (int) Arrays.stream(rows).filter(wanted).count();
    }

    /** Half a step of what the publisher rounds values to, for each row with one. */
    private static double margin(Observations data, int[] rows, double[] factors) {
        return sum(rows, row -> data.hasValue(row) ? data.kindOf(data.kind(row)).source().rounding().value() / 2 * factors[data.kind(row)] : 0);
    }

    private static double weightMargin(Observations data, int[] rows) {
        return sum(rows, row -> data.hasWeight(row) ? data.kindOf(data.kind(row)).source().rounding().weightKg() / 2 : 0);
    }

    private static double sum(int[] rows, IntToDoubleFunction amount) {
        ExactSum sum = new ExactSum();
        for (int row : rows) {
            sum.add(amount.applyAsDouble(row));
        }
        return sum.value();
    }

    /**
     * A member that the publication never reports makes the bloc's sum unusable; so does one that is silent for this period although it
     * bought more than {@link #NOTABLE_MEMBER} of the bloc's purchases in another. A small buyer without rows bought none, and is named.
     */
    private void requireMembers(ProfileBuilder builder, Slot slot, String commodity, List<Choice> choices, Set<Economy> bloc) {
        Set<Economy> members = new TreeSet<>(bloc);
        members.removeIf(Economy::isUnnamed);
        Publication publication = choices.getFirst().publication();
        Set<Economy> absent = new TreeSet<>(members);
        absent.removeAll(reportersSeen.get(publication));
        if (!absent.isEmpty()) {
            builder.defect(Statement.of("defect.members-absent", Term.words(publication.publisher()), names(absent)));
            return;
        }
        Set<Economy> silent = new TreeSet<>(members);
        if (commodity.isEmpty()) {
            choices.forEach(c -> c.series().forEach(s -> silent.remove(s.reporter())));
        } else {
            silent.removeAll(reportersByPeriod.get(publication).getOrDefault(slot.period(), Set.of()));
        }
        if (silent.isEmpty()) {
            return;
        }
        Set<Economy> notable = notableBuyers(publication, slot.stage(), members);
        notable.retainAll(silent);
        if (!notable.isEmpty()) {
            builder.defect(Statement.of(
                    "defect.members-silent", Term.span(slot.period()), Term.words(publication.publisher()), names(notable)));
        } else if (commodity.isEmpty()) {
            builder.caveat(Statement.of("caveat.members-silent", Term.span(slot.period()), names(silent)));
        }
    }

    private Term names(Set<Economy> economies) {
        return Term.list(economies.stream().map(registers::named).toList());
    }

    /** Members that bought more than a trifle of the stage in any period of the publication. */
    private Set<Economy> notableBuyers(Publication publication, String stage, Set<Economy> members) {
        return new TreeSet<>(notable.computeIfAbsent(new Buyers(publication, stage, members), k -> {
            Map<ReferencePeriod, Map<Economy, Double>> bought = new HashMap<>();
            offers.forEach((slot, byPublication) -> {
                Offer offer = byPublication.get(publication);
                if (offer == null || !slot.stage().equals(stage) || !members.contains(slot.reporter())) {
                    return;
                }
                ExactSum sum = new ExactSum();
                boolean weights = offer.byCode().values().stream().flatMap(List::stream).allMatch(Series::tellsWeightsAlone);
                offer.byCode().values().forEach(list -> list.forEach(s -> addOutside(sum, s, members, weights)));
                double value = sum.value();
                bought.computeIfAbsent(slot.period(), p -> new HashMap<>()).merge(slot.reporter(), value, Double::sum);
            });
            Set<Economy> found = new TreeSet<>();
            bought.values().forEach(byMember -> {
                double total = byMember.values().stream().mapToDouble(Double::doubleValue).sum();
                byMember.forEach((member, value) -> {
                    if (value > NOTABLE_MEMBER * total) {
                        found.add(member);
                    }
                });
            });
            return found;
        }));
    }

    private void addOutside(ExactSum sum, Series s, Set<Economy> members, boolean weights) {
        Observations data = s.data();
        boolean[] inside = marked(data, members);
        for (int row : s.partners()) {
            if (!inside[data.partner(row)]) {
                sum.add(weights ? data.weightKg(row) : data.value(row));
            }
        }
    }

    private static void describe(ProfileBuilder builder, Slot slot, List<Choice> choices, List<Series> series, Set<Economy> inside) {
        Set<CommodityEntry> entries = choices.stream().flatMap(c -> c.entries().stream()).collect(Collectors.toCollection(() ->
                new TreeSet<>(Comparator.comparing(CommodityEntry::code).thenComparing(CommodityEntry::nomenclature))));
        for (CommodityEntry e : entries) {
            if (!e.mixesIn().isBlank()) {
                builder.caveat(Statement.of("caveat.mixes-in", Term.words(e.code().digits()), e.labelTerm(), e.mixesInTerm()));
            }
        }
        Set<String> rolledUp = new TreeSet<>();
        for (Series s : series) {
            if (entries.stream().noneMatch(e -> e.code().equals(s.commodity()))) {
                rolledUp.add(s.commodity().digits());
            }
        }
        if (!rolledUp.isEmpty()) {
            builder.caveat(Statement.of("caveat.rolled-up", Term.listOf(rolledUp)));
        }
        if (series.stream().anyMatch(s -> s.coverage() != Coverage.COMPLETE)) {
            builder.caveat(Statement.of("caveat." + worst(series).code()));
        }
        Set<Valuation> valuations = builder.valuations();
        if (valuations.size() > 1) {
            builder.caveat(Statement.of("caveat.valuations", Term.listOf(valuations.stream().map(Enum::name).toList())));
        }
        if (!slot.period().isCalendarYear()) {
            builder.caveat(Statement.of("caveat.part-year", Term.span(slot.period())));
        }
        if (!inside.isEmpty()) {
            builder.caveat(Statement.of(
                    "caveat.bloc", Term.count(inside.stream().filter(m -> !m.isUnnamed()).count())));
        }
        double bought = builder.sumOfValues();
        double returned = builder.valueFrom(slot.reporter());
        if (returned > NOTABLE_MEMBER * bought) {
            builder.caveat(Statement.of("caveat.returned", Term.percent(returned / bought)));
        }
    }
}
