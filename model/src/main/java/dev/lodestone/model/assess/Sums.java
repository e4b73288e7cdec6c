package dev.lodestone.model.assess;

import dev.lodestone.model.measure.Indicator;
import dev.lodestone.model.measure.Measures;
import dev.lodestone.model.measure.ProfileBuilder;
import dev.lodestone.model.measure.ProfileKey;
import dev.lodestone.model.measure.SupplierProfile;
import dev.lodestone.model.register.CommodityEntry;
import dev.lodestone.model.register.Material;
import dev.lodestone.model.register.StageEntry;
import dev.lodestone.model.text.Statement;
import dev.lodestone.model.text.Term;
import dev.lodestone.model.trade.CommodityCode;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.ReferencePeriod;
import dev.lodestone.model.trade.TradeObservation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Figures of several years or several codes together, as publishers tell them: "import sources 2020 to 2023", "rare earths under 280530 and
 * 2846".
 *
 * <p>Amounts are added up, shares are of the sums: no mean of shares. What one year or code leaves open the sum does, and one that is not on
 * record makes it not computable: what is not there is no zero.
 */
public final class Sums {

    /** Stage of goods of several stages. */
    public static final String SEVERAL_STAGES = "any";

    private static final String HARMONIZED = "HS";
    private static final String DOLLAR = "USD";

    /** What is added up: codes, or a stage as a whole. */
    private record Goods(String stage, String commodity, List<CommodityCode> codes) {}

    private final Assessment assessment;
    private final Material material;

    private Sums(Assessment assessment) {
        this.assessment = assessment;
        this.material = assessment.material();
    }

    /**
     * The sums, as an assessment of nothing else: it has no commitments, and the measures that read one profile alone.
     *
     * @param codes codes of the material's register, none within another; empty for each stage as a whole. Of several, each is told alone, too
     * @param years first to last; absent for each calendar year on record
     * @throws IllegalArgumentException if a code is not in the register, or within another; the message is for whoever asked
     */
    public static Assessment of(Assessment assessment, List<CommodityCode> codes, Optional<ReferencePeriod> years) {
        return new Sums(assessment).of(codes, years);
    }

    /** What the sum of all codes is of: it is told before each of them alone. */
    public static Optional<ProfileKey> first(Assessment sums) {
        return sums.indicators().stream().map(Indicator::about).filter(key -> !key.isWholeStage()).findFirst();
    }

    private Assessment of(List<CommodityCode> codes, Optional<ReferencePeriod> years) {
        check(codes);
        SortedMap<ProfileKey, SupplierProfile> profiles = new TreeMap<>();
        List<Indicator> indicators = new ArrayList<>();
        for (Economy buyer : assessment.economies()) {
            for (Goods goods : goods(codes)) {
                for (ReferencePeriod period : years.map(List::of).orElseGet(() -> yearsOf(buyer, goods))) {
                    SupplierProfile sum = sum(buyer, goods, period);
                    profiles.put(sum.key(), sum);
                    Assessor.addAll(indicators, sum, Measures.ofOneProfile(), assessment.context());
                }
            }
        }
        return new Assessment(
                assessment.options(), assessment.registers(), material, assessment.economies(), assessment.context(), profiles, indicators, List.of(),
                assessment.differences(), assessment.notOver());
    }

    private void check(List<CommodityCode> codes) {
        SortedSet<String> known = material.commodities().stream()
                .filter(e -> e.use() != CommodityEntry.Use.NOTE_ONLY)
                .map(e -> e.code().digits())
                .collect(Collectors.toCollection(TreeSet::new));
        for (CommodityCode code : codes) {
            if (!known.contains(code.digits())) {
                throw new IllegalArgumentException(
                        "'" + code + "' is no code of " + material.id() + " in the registers; its codes: " + String.join(", ", known));
            }
            for (CommodityCode other : codes) {
                if (other != code && code.isWithin(other)) {
                    throw new IllegalArgumentException(
                            code.equals(other) ? "code " + code + " is named twice" : "code " + code + " is within " + other + ": its goods would count twice");
                }
            }
        }
    }

    private List<Goods> goods(List<CommodityCode> codes) {
        if (codes.isEmpty()) {
            return material.stages().stream().map(stage -> new Goods(stage.id(), "", List.<CommodityCode>of())).toList();
        }
        Stream<Goods> alone = codes.size() == 1 ? Stream.of() : codes.stream().map(code -> goodsOf(List.of(code)));
        return Stream.concat(Stream.of(goodsOf(codes)), alone).toList();
    }

    private Goods goodsOf(List<CommodityCode> codes) {
        List<String> stages = codes.stream().flatMap(code -> stages(code).stream()).distinct().toList();
        return new Goods(
                stages.size() == 1 ? stages.getFirst() : SEVERAL_STAGES,
                codes.stream().map(CommodityCode::digits).collect(Collectors.joining("+")),
                codes);
    }

    /** The stages whose goods are under a code, in the material's order; a code that measures none belongs to the stage that lists it. */
    private List<String> stages(CommodityCode code) {
        List<CommodityEntry> within = material.commodities().stream()
                .filter(e -> e.use() == CommodityEntry.Use.MEASURE && e.code().isWithin(code))
                .toList();
        List<CommodityEntry> entries = within.stream().anyMatch(e -> e.code().equals(code)) ? within : entries(code);
        return material.stages().stream()
                .map(StageEntry::id)
                .filter(stage -> entries.stream().anyMatch(e -> e.stage().equals(stage)))
                .toList();
    }

    private List<CommodityEntry> entries(CommodityCode code) {
        return material.commodities().stream()
                .filter(e -> e.code().equals(code) && e.use() != CommodityEntry.Use.NOTE_ONLY)
                .toList();
    }

    /** Calendar years on record of the goods; without one the newest of anything, of which it will be said that nothing is. */
    private List<ReferencePeriod> yearsOf(Economy buyer, Goods goods) {
        List<ReferencePeriod> own = assessment.profiles().values().stream()
                .filter(p -> p.key().economy().equals(buyer) && p.key().period().isCalendarYear())
                .filter(p -> goods.codes().isEmpty()
                        ? p.key().stage().equals(goods.stage())
                        : goods.codes().stream().anyMatch(code -> p.codes().stream().anyMatch(c -> c.startsWith(code.digits()))))
                .map(p -> p.key().period())
                .distinct()
                .sorted()
                .toList();
        return own.isEmpty() ? List.of(newest()) : own;
    }

    private ReferencePeriod newest() {
        return assessment.profiles().keySet().stream()
                .map(ProfileKey::period)
                .filter(ReferencePeriod::isCalendarYear)
                .max(Comparator.naturalOrder())
                .orElse(ReferencePeriod.ofYear(assessment.options().asOf().getYear()));
    }

    private SupplierProfile sum(Economy buyer, Goods goods, ReferencePeriod period) {
        List<SupplierProfile> parts = new ArrayList<>();
        List<Term> lacking = new ArrayList<>();
        for (int year : IntStream.rangeClosed(period.year(), period.end().getYear()).toArray()) {
            ReferencePeriod one = ReferencePeriod.ofYear(year);
            if (goods.codes().isEmpty()) {
                assessment.find(buyer, goods.stage(), "", one).ifPresentOrElse(parts::add, () -> lacking.add(Term.year(year)));
            }
            for (CommodityCode code : goods.codes()) {
                List<SupplierProfile> told = told(buyer, code, one);
                parts.addAll(told);
                if (told.isEmpty()) {
                    lacking.add(Statement.of("defect.sum-lacks-code", Term.words(code.digits()), Term.year(year)));
                }
            }
        }
        return sum(new ProfileKey(buyer, material.id(), goods.stage(), goods.commodity(), period), parts, lacking);
    }

    /**
     * What is on record of a code in a year: its own series, else the stages that together have its goods, each told by codes within it; nothing
     * where it is not told whole.
     */
    private List<SupplierProfile> told(Economy buyer, CommodityCode code, ReferencePeriod year) {
        List<CommodityEntry> entries = entries(code);
        for (CommodityEntry e : entries) {
            Optional<SupplierProfile> own = assessment.find(buyer, e.stage(), code.digits(), year);
            if (own.isPresent()) {
                return List.of(own.get());
            }
        }
        boolean covers = entries.stream()
                .anyMatch(e -> e.use() == CommodityEntry.Use.MEASURE && e.wholeStage() && e.nomenclature().equals(HARMONIZED));
        if (!covers) {
            return List.of();
        }
        List<SupplierProfile> wholes = new ArrayList<>();
        for (String stage : stages(code)) {
            Optional<SupplierProfile> whole = assessment.find(buyer, stage, "", year)
                    .filter(p -> p.codes().stream().allMatch(c -> c.startsWith(code.digits())))
                    .map(this::orItsOnlyLine);
            if (whole.isEmpty()) {
                return List.of();
            }
            wholes.add(whole.get());
        }
        return wholes;
    }

    /**
     * A stage of one line stands in for itself: of the stage by itself a member of a bloc that has no row of it may be missing; beside the
     * other goods of a heading, which that member does tell, it bought none of the line.
     */
    private SupplierProfile orItsOnlyLine(SupplierProfile whole) {
        if (whole.flaw().isEmpty() || whole.codes().size() > 1) {
            return whole;
        }
        return assessment.find(whole.key().economy(), whole.key().stage(), whole.codes().getFirst(), whole.key().period())
                .filter(line -> line.flaw().isEmpty())
                .orElse(whole);
    }

    private SupplierProfile sum(ProfileKey key, List<SupplierProfile> parts, List<Term> lacking) {
        SortedSet<String> currencies = parts.stream().map(SupplierProfile::currency).collect(Collectors.toCollection(TreeSet::new));
        SortedSet<String> publishers = parts.stream().map(SupplierProfile::publisher).collect(Collectors.toCollection(TreeSet::new));
        boolean ofOneYear = parts.stream().map(p -> p.key().period()).distinct().count() <= 1;
        boolean rated = parts.stream().allMatch(p -> p.usdPerUnit().isPresent());
        boolean asItIs = currencies.size() <= 1 && (ofOneYear || !rated);
        String currency = asItIs && !currencies.isEmpty() ? currencies.first() : DOLLAR;
        ProfileBuilder builder = new ProfileBuilder(key, currency).publisher(String.join("; ", publishers));
        if (!lacking.isEmpty()) {
            builder.defect(Statement.of("defect.sum-lacks", Term.list(lacking)));
        }
        for (SupplierProfile part : parts) {
            if (!asItIs && part.usdPerUnit().isEmpty()) {
                builder.defect(Statement.of("defect.mixed-currencies", Term.words(part.currency()), Term.span(part.key().period())));
            }
            if (!part.flaw().isEmpty() && !ofOneYear) {
                builder.defect(Statement.of("defect.sum-part", Term.span(part.key().period()), part.flaw()));
            }
            builder.add(part, asItIs ? 1 : part.usdPerUnit().orElse(0));
        }
        builder.converting(row -> factorOf(parts, row, asItIs));
        if (asItIs && !parts.isEmpty()) {
            builder.rate(ofOneYear ? parts.getFirst().usdPerUnit() : OptionalDouble.empty(), ofOneYear ? parts.getFirst().rate() : Statement.NONE);
        } else {
            builder.rate(OptionalDouble.of(1), Statement.text(parts.stream().map(SupplierProfile::rate).distinct().toList()));
        }
        describe(builder, parts, publishers);
        return builder.build();
    }

    /** Units of the sum's currency per unit of a row's: that of the part that the row belongs to. */
    private static double factorOf(List<SupplierProfile> parts, TradeObservation row, boolean asItIs) {
        for (SupplierProfile part : parts) {
            ReferencePeriod period = part.key().period();
            if (!row.period().start().isBefore(period.start())
                    && !row.period().end().isAfter(period.end())
                    && part.codes().contains(row.commodity().digits())) {
                return part.factorOf(row) * (asItIs ? 1 : part.usdPerUnit().orElse(0));
            }
        }
        return 1;
    }

    private static void describe(ProfileBuilder builder, List<SupplierProfile> parts, SortedSet<String> publishers) {
        List<String> stages = parts.stream().map(p -> p.key().stage()).distinct().toList();
        if (stages.size() > 1) {
            builder.caveat(Statement.of("caveat.sum-of-stages", Term.listOf(stages)));
        }
        if (publishers.size() > 1) {
            builder.caveat(Statement.of("caveat.sum-of-publishers", Term.listOf(publishers)));
        }
        if (builder.valuations().size() > 1) {
            builder.caveat(Statement.of("caveat.valuations", Term.listOf(builder.valuations().stream().map(Enum::name).toList())));
        }
    }
}
