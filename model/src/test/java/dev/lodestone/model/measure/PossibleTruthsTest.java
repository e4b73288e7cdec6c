package dev.lodestone.model.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.model.assess.Assessment;
import dev.lodestone.model.assess.Sums;
import dev.lodestone.model.commitment.CommitmentResult;
import dev.lodestone.model.commitment.CommitmentStatus;
import dev.lodestone.model.commitment.Pace;
import dev.lodestone.model.register.Commitment;
import dev.lodestone.model.register.Confidence;
import dev.lodestone.model.register.Material;
import dev.lodestone.model.register.Project;
import dev.lodestone.model.register.Registers;
import dev.lodestone.model.scenario.Loss;
import dev.lodestone.model.scenario.Restriction;
import dev.lodestone.model.scenario.RestrictionScenario;
import dev.lodestone.model.testing.Assessments;
import dev.lodestone.model.testing.Commitments;
import dev.lodestone.model.testing.Rows;
import dev.lodestone.model.testing.TestRegisters;
import dev.lodestone.model.trade.CommodityCode;
import dev.lodestone.model.trade.Coverage;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.Quantity;
import dev.lodestone.model.trade.ReferencePeriod;
import dev.lodestone.model.trade.TradeFlow;
import dev.lodestone.model.trade.Valuation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What customs know and what they publish are two things: small trades are made up, known in full, and told with gaps. Whatever is told
 * of the gaps must hold what the full trade gives.
 */
class PossibleTruthsTest {

    private static final List<String> PARTNERS = List.of("CHN", "VNM", "USA", "THA", "MYS");
    private static final List<String> LINES = List.of("284610", "284690");
    private static final List<String> YEARS = List.of("2020", "2021", "2022", "2023", "2024");

    /** Years that are added up, of both lines: the last two of each scene, and five. */
    private static final List<ReferencePeriod> SUMMED = List.of(ReferencePeriod.ofYears(2023, 2024), ReferencePeriod.ofYears(2020, 2024));

    /** A bloc's members as partners are always named: what is not counts as bought from outside. */
    private static final Set<String> MEMBERS = Set.of("DEU", "FRA");

    /**
     * Whose trade is made up.
     *
     * @param buyer whose figures are held against the truth
     * @param reporters whose customs publish
     * @param partners from whom they buy; nobody from itself
     * @param periods periods of which some trades are made up, the last ones
     * @param least fewest of them
     * @param cases how many trades
     */
    private record Scene(String buyer, List<String> reporters, List<String> partners, List<String> periods, int least, int cases) {}

    private static final Scene YEARS_OF_ONE = new Scene("JPN", List.of("JPN"), PARTNERS, YEARS, 2, 100);
    private static final Scene RESERVES = new Scene("JPN", List.of("JPN"), PARTNERS, YEARS, 2, 60);
    private static final Scene EACH_OF_A_BLOC =
            new Scene("EUU", List.of("DEU", "FRA", "GBR"), List.of("CHN", "VNM", "USA", "DEU", "FRA", "GBR"), YEARS, 2, 40);
    private static final Scene UNWEIGHED = new Scene("JPN", List.of("JPN"), PARTNERS, YEARS, 2, 80);
    private static final Scene STEADY = new Scene("JPN", List.of("JPN"), PARTNERS, years(2011, 14), 9, 120);
    private static final Scene REGIONS = new Scene("JPN", List.of("JPN"), List.of("CHN", "HKG", "VNM", "USA", "MAC"), YEARS, 2, 100);
    private static final Scene MONTHS_OF_ONE = new Scene("JPN", List.of("JPN"), PARTNERS, months(2022, 3), 13, 120);
    private static final Scene SOLD = new Scene("JPN", List.of("JPN"), PARTNERS, YEARS, 2, 60);
    private static final Scene SOLD_TO_A_BLOC = new Scene("EUU", List.of("DEU", "FRA"), List.of("CHN", "VNM", "USA", "DEU", "FRA"), YEARS, 2, 40);
    private static final Scene BLOC = new Scene("EUU", List.of("DEU", "FRA"), List.of("CHN", "VNM", "USA", "DEU", "FRA"), YEARS, 2, 60);

    private static List<String> years(int first, int count) {
        return IntStream.range(first, first + count).mapToObj(Integer::toString).toList();
    }

    private static List<String> months(int first, int years) {
        return IntStream.range(0, 12 * years).mapToObj(i -> String.format(Locale.ROOT, "%d-%02d", first + i / 12, i % 12 + 1)).toList();
    }

    /** Half of what a page shows at least, and what rounding may be left untold for. */
    private static final double VISIBLE = 0.0006;

    /** They tell of the publication, not of the trade, or are tests of a series, which allow for what carries over by the figures as told. */
    private static final Set<String> NOT_OF_THE_TRADE =
            Set.of("unnamed-share", "unit-value-outliers", "trend-p", "supplier-growth-p", "projection-hit-rate", "watch");

    /** They are told of the years that have a share: of others they are other figures. */
    private static final Map<String, String> OF_A_SERIES =
            Map.of("trend", "trend", "projected-share", "trend", "supplier-growth", "supplier-growth");

    /** What a publisher does to a year of a line. */
    private enum Gap { NONE, UNNAMED, LESS_THAN_WORLD, SUPPRESSED, SUPPRESSED_IN_WORLD, WEIGHTS, ROUNDED, MAIN, SELECTED, UNNAMED_UNTOLD,
        WEIGHTS_ALONE, WEIGHTS_ALONE_IN_WORLD, WEIGHTS_ALONE_ROUNDED, WEIGHTS_ALONE_MAIN,
        OF_SOMEONE, OF_SOMEONE_SELECTED, SUM_OF_SOME,
        INSIDERS, UNNAMED_ROUNDED, SUPPRESSED_IN_WORLD_ROUNDED, WEIGHTS_ROUNDED, MAIN_ROUNDED, OF_SOMEONE_ROUNDED }

    private record Traded(String partner, double value, double weightKg) {}

    private static final Pattern YEAR = Pattern.compile("20\\d\\d");

    private final Random random = new Random(Long.getLong("seed", 20261123));

    /** Amounts from here on are over half a per cent of all, of five years together as well. */
    private int noticeable = 25;

    /** Whether the watched supplier publishes what it sold, too. */
    private boolean selling;

    /** Whether Hong Kong and Macao are watched with China, as one. */
    private boolean withSpecialRegions;

    /** A partner of whose goods no weight is ever published; empty where there is none. */
    private String unweighed = "";

    private boolean publishing;

    /** Whether each member of a bloc has promised by itself. */
    private boolean byEach;

    /** Whether a reserve replaces part of what stays away. */
    private boolean withReserve;

    /** What is bought of each partner in every year, and a little more; nothing where every year is another. */
    private final Map<String, Traded> usual = new HashMap<>();

    /** Whether every year is much like the last, so that little but what is told with gaps is open about where shares go. */
    private boolean steady;

    private TradeFlow flow = TradeFlow.IMPORT;

    /** To what the rows that are added are rounded; 0 for not at all. */
    private double step;

    /** Each figure by what it is of; of the largest supplier, whoever it is. */
    private record Of(String commodity, String period, String measure, String supplier, Basis basis) {}

    /** Figures of a trade and how commitments stand by it, by their ids and who is bound. */
    private record Results(Map<Of, Outcome> figures, Map<String, CommitmentResult> verdicts, Map<String, Loss> losses) {}

    private Results results(Rows rows, String buyer) {
        Map<Of, Outcome> figures = new HashMap<>();
        Commitment[] promised = byEach ? promisedByEach(buyer) : promised(buyer);
        Registers registers = withReserve ? registers(promised) : TestRegisters.registers(promised);
        Assessment assessment = (withSpecialRegions
                ? Assessments.withSpecialRegions(rows.dataset(), registers)
                : Assessments.of(rows.dataset(), registers)).assessment();
        List<Indicator> sums = SUMMED.stream()
                .flatMap(years -> Sums.of(assessment, LINES.stream().map(CommodityCode::of).toList(), Optional.of(years)).indicators().stream())
                .toList();
        for (Indicator i : Stream.concat(assessment.indicators().stream(), sums.stream()).toList()) {
            boolean top = i.measure().equals("top-supplier-share");
            if (i.about().economy().code().equals(buyer) && i.about().stage().equals("compound") && !NOT_OF_THE_TRADE.contains(i.measure())) {
                figures.put(
                        new Of(i.about().commodity(), i.about().period().toString(), i.measure(), top ? "" : i.supplier(), i.basis()), i.outcome());
            }
        }
        return new Results(
                figures, assessment.commitments().stream().collect(Collectors.toMap(r -> r.commitment().id() + ' ' + r.party(), r -> r)), losses(assessment, buyer));
    }

    /** What restrictions would cost the buyer: of the watched supplier alone, and of two at once. */
    private static Map<String, Loss> losses(Assessment assessment, String buyer) {
        Restriction half = new Restriction(Economy.of("CHN"), 0.5);
        Restriction all = new Restriction(Economy.of("VNM"), 1);
        Map<String, Loss> losses = new TreeMap<>();
        for (List<Restriction> restrictions : List.of(List.of(half), List.of(half, all))) {
            new RestrictionScenario(assessment, restrictions, 6).losses(Set.of("compound")).stream()
                    .filter(l -> l.economy().code().equals(buyer))
                    .forEach(l -> losses.put(restrictions.size() + " restricted, by " + l.basis(), l));
        }
        return losses;
    }

    /** The registers with what is promised, and a reserve of two months for Japan and the Union. */
    private static Registers registers(Commitment... promised) {
        Registers plain = TestRegisters.registers(promised);
        Material m = plain.materials().get(TestRegisters.MATERIAL);
        Project reserve = new Project(
                "Stockpile", List.of("JPN", "EUU"), List.of(), List.of("JPN", "EUU"), OptionalDouble.of(60), "days of imports", "", "operating", "", "",
                "reserve", "test", Confidence.VERIFIED, "");
        Material with = new Material(
                m.id(), m.label(), m.noun(), m.watched(), m.watchFrom(), m.stages(), m.commodities(), m.commitments(), m.events(), m.production(), List.of(reserve));
        return new Registers(plain.economies(), plain.groups(), plain.rates(), Map.of(with.id(), with), plain.breaks());
    }

    /** Whether a loss that is told leaves out what the full trade gives, of the same year. */
    private static boolean isFalse(Outcome said, Outcome is) {
        if (is.value().isEmpty() || said.status() == Outcome.Status.NOT_COMPUTABLE) {
            return false;
        }
        double value = is.value().getAsDouble();
        double open = VISIBLE * Math.max(1, Math.abs(value));
        return said.low().orElse(value) > value + open || said.high().orElse(value) < value - open;
    }

    /** Ceilings on China's share and on anyone's, by value and by weight, of deadlines that are past and one that is not. */
    private static Commitment[] promised(String buyer) {
        List<Commitment> promised = new ArrayList<>();
        for (String supplier : List.of("CHN", "ANY")) {
            for (Basis basis : Basis.values()) {
                for (double threshold : new double[] {0.2, 0.4, 0.6}) {
                    for (String due : List.of("2023-12-31", "2024-12-31", "2030-12-31")) {
                        promised.add(Commitments.ceiling(threshold).id(supplier + ' ' + basis + ' ' + threshold + ' ' + due).parties(buyer).together().stages("compound")
                                .supplier(supplier).basis(basis.code()).due(due).build());
                    }
                }
            }
        }
        return promised.toArray(Commitment[]::new);
    }

    /** The same ceilings for each member of a bloc by itself, also of a day on which there was one more. */
    private static Commitment[] promisedByEach(String bloc) {
        List<Commitment> promised = new ArrayList<>();
        for (String supplier : List.of("CHN", "ANY")) {
            for (Basis basis : Basis.values()) {
                for (String due : List.of("2020-01-15", "2023-12-31", "2024-12-31", "2030-12-31")) {
                    promised.add(Commitments.ceiling(0.4).id("each " + supplier + ' ' + basis + ' ' + due).parties(bloc).stages("compound")
                            .supplier(supplier).basis(basis.code()).due(due).build());
                }
            }
        }
        return promised.toArray(Commitment[]::new);
    }

    /**
     * Whether a verdict is told as certain that the full trade does not give. Where the year that decides is not told, another does, and says
     * so: a ceiling may then be missed by that year though it was met in the one that nobody can see. A pace is of the years that are told.
     */
    private static boolean isFalse(CommitmentResult said, CommitmentResult is) {
        boolean ofTheSameYear = said.period().equals(is.period());
        boolean near = is.measured().isPresent() && Math.abs(is.measured().getAsDouble() - is.commitment().threshold().getAsDouble()) < 2 * VISIBLE;
        boolean samePoints = ofTheSameYear && said.pace().isPresent() && is.pace().isPresent() && said.pace().get().years() == is.pace().get().years();
        return !near && switch (said.status()) {
            case MET -> (ofTheSameYear || said.commitment().targetDate().get().getYear() < 2026) && is.status() != CommitmentStatus.MET;
            case MISSED -> ofTheSameYear && is.status() == CommitmentStatus.MET;
            case ON_TRACK, OFF_TRACK, MOVING_AWAY -> ofTheSameYear && is.status() == CommitmentStatus.MET || samePoints && is.status() != said.status();
            default -> false;
        };
    }

    /** Whether the year in which a ceiling would be kept lies outside those that are told, of the same years. */
    private static boolean isFalseYear(CommitmentResult said, CommitmentResult is) {
        Optional<Pace> told = said.pace().filter(p -> said.period().equals(is.period()));
        Optional<Pace> real = is.pace().filter(p -> p.projectedYear().isPresent() && p.projectedLow().isPresent());
        if (told.isEmpty() || real.isEmpty() || told.get().years() != real.get().years() || told.get().projectedLow().isEmpty()) {
            return false;
        }
        double year = real.get().projectedYear().getAsDouble();
        return told.get().projectedLow().getAsDouble() > year + 0.01 || told.get().projectedHigh().orElse(year) < year - 0.01;
    }

    /** Whether what would have to be bought elsewhere is told otherwise than the full trade gives; that is of the newest year, which only the last here is in both. */
    private boolean isFalseRelief(CommitmentResult said, CommitmentResult is) {
        if (said.relief().isEmpty() || !said.period().equals("2024") || !is.period().equals("2024")) {
            return false;
        }
        double told = said.relief().get().dollars();
        double real = is.relief().map(CommitmentResult.Relief::dollars).orElse(0.0);
        double open = 2 * VISIBLE * (noticeable > 25 ? 12 : 1) * 1000; // of some five hundred dollars traded, or of as much a month
        return told > real + open || !said.relief().get().isLeast() && told < real - open;
    }

    private List<Traded> traded(List<String> partners) {
        List<Traded> all = new ArrayList<>();
        if (steady) {
            for (String partner : partners) {
                Traded base = usual.computeIfAbsent(partner, k -> new Traded(k, 40 + random.nextInt(400), 20 + random.nextInt(200)));
                all.add(new Traded(partner, base.value() + random.nextInt(4), base.weightKg() + random.nextInt(3)));
            }
            return all;
        }
        for (String partner : partners) {
            if (random.nextInt(4) > 0) {
                int least = partner.equals(unweighed) ? noticeable + 1 : 1;
                all.add(new Traded(partner, least + random.nextInt(random.nextBoolean() ? 20 : 200), 2 + random.nextInt(60)));
            }
        }
        if (all.isEmpty()) {
            all.add(new Traded("VNM", 7, 3));
        }
        return all;
    }

    private void add(Rows rows, String partner, double value, double weightKg) {
        add(rows, partner, Quantity.reported(value), Quantity.reported(weightKg));
    }

    private void add(Rows rows, String partner, Quantity value, double weightKg) {
        add(rows, partner, value, Quantity.reported(weightKg));
    }

    private void add(Rows rows, String partner, Quantity value, Quantity weightKg) {
        rows.add(partner, flow, rounded(value), publishing && partner.equals(unweighed) ? Quantity.MISSING : rounded(weightKg));
    }

    private void truth(Rows rows, List<Traded> all) {
        rows.coverage(Coverage.COMPLETE).roundedTo(step, step);
        all.forEach(t -> add(rows, t.partner(), t.value(), t.weightKg()));
    }

    /** Missing of what is over half a per cent of all, of the sum of all years as well: below, weights count as known. */
    private Quantity weight(Traded t) {
        return t.value() > noticeable && random.nextInt(5) == 0 ? Quantity.MISSING : Quantity.reported(t.weightKg());
    }

    private void ofSomeone(Rows rows, double value, double weightKg) {
        add(rows, "X99", Quantity.ofSomeone(value), random.nextInt(5) == 0 ? Quantity.MISSING : Quantity.ofSomeone(weightKg));
    }

    private Quantity rounded(Quantity amount) {
        return step == 0 || amount.status() != Quantity.Status.REPORTED ? amount : Quantity.reported(rounded(amount.amount(), step));
    }

    private static double rounded(double amount, double step) {
        return Math.floor(amount / step + 0.5) * step;
    }

    private void published(Rows rows, List<Traded> all, Gap gap) {
        rows.coverage(gap == Gap.MAIN || gap == Gap.WEIGHTS_ALONE_MAIN ? Coverage.MAIN_PARTNERS : gap == Gap.SELECTED || gap == Gap.INSIDERS || gap == Gap.OF_SOMEONE_SELECTED ? Coverage.SELECTED_PARTNERS : Coverage.COMPLETE);
        if (gap.name().endsWith("_ROUNDED") && gap != Gap.WEIGHTS_ALONE_ROUNDED) {
            step = 10;
            published(rows, all, Gap.valueOf(gap.name().replace("_ROUNDED", "")));
            step = 0;
            return;
        }
        double steps = gap == Gap.ROUNDED || gap == Gap.WEIGHTS_ALONE_ROUNDED ? 10 : step;
        rows.roundedTo(steps, steps);
        double value = all.stream().mapToDouble(Traded::value).sum();
        double weight = all.stream().mapToDouble(Traded::weightKg).sum();
        switch (gap) {
            case NONE -> truth(rows, all);
            case ROUNDED -> all.forEach(t -> add(rows, t.partner(), rounded(t.value(), 10), rounded(t.weightKg(), 10)));
            case UNNAMED, UNNAMED_UNTOLD -> {
                double hidden = 0;
                double hiddenWeight = 0;
                for (Traded t : all) {
                    double v = !MEMBERS.contains(t.partner()) && !t.partner().equals(unweighed) && random.nextInt(3) == 0 ? random.nextInt((int) t.value() + 1) : 0;
                    double w = v == t.value() ? t.weightKg() : v > 0 ? 1 + random.nextInt((int) t.weightKg() - 1) : 0;
                    hidden += v;
                    hiddenWeight += w;
                    if (v < t.value()) {
                        add(rows, t.partner(), t.value() - v, t.weightKg() - w);
                    }
                }
                if (hidden > 0 && gap == Gap.UNNAMED_UNTOLD) {
                    add(rows, "X99", Quantity.SUPPRESSED, random.nextBoolean() ? Quantity.MISSING : Quantity.reported(hiddenWeight));
                    if (random.nextBoolean()) {
                        add(rows, "W00", value, weight);
                    }
                } else if (hidden > 0) {
                    add(rows, "X99", Quantity.reported(hidden), hidden > noticeable && random.nextInt(4) == 0 ? Quantity.MISSING : Quantity.reported(hiddenWeight));
                }
            }
            case LESS_THAN_WORLD -> {
                List<Traded> told = all.stream().filter(t -> MEMBERS.contains(t.partner()) || random.nextInt(3) > 0).toList();
                told.forEach(t -> add(rows, t.partner(), Quantity.reported(t.value()), weight(t)));
                boolean much = value - told.stream().mapToDouble(Traded::value).sum() > noticeable;
                add(rows, "W00", Quantity.reported(value), much && random.nextInt(4) == 0 ? Quantity.MISSING : Quantity.reported(weight));
            }
            case SUPPRESSED, SUPPRESSED_IN_WORLD -> {
                all.forEach(t -> add(rows, 
                        t.partner(), random.nextInt(4) == 0 ? Quantity.SUPPRESSED : Quantity.reported(t.value()),
                        weight(t)));
                if (gap == Gap.SUPPRESSED_IN_WORLD) {
                    add(rows, "W00", value, weight);
                }
            }
            case WEIGHTS -> all.forEach(t -> add(rows, 
                    t.partner(), Quantity.reported(t.value()), weight(t)));
            case WEIGHTS_ALONE, WEIGHTS_ALONE_IN_WORLD -> {
                boolean some = random.nextBoolean();
                for (Traded t : all) {
                    if (gap == Gap.WEIGHTS_ALONE || MEMBERS.contains(t.partner()) || random.nextInt(4) > 0) {
                        add(rows, t.partner(), Quantity.MISSING, some && random.nextInt(4) == 0 ? Quantity.SUPPRESSED : Quantity.reported(t.weightKg()));
                    }
                }
                if (gap == Gap.WEIGHTS_ALONE_IN_WORLD) {
                    add(rows, "W00", random.nextInt(3) == 0 ? Quantity.reported(value) : Quantity.MISSING, Quantity.reported(weight));
                }
            }
            case WEIGHTS_ALONE_ROUNDED -> {
                all.forEach(t -> add(rows, t.partner(), Quantity.SUPPRESSED, Quantity.reported(rounded(t.weightKg(), 10))));
                if (random.nextBoolean()) {
                    add(rows, "W00", Quantity.MISSING, Quantity.reported(rounded(weight, 10)));
                }
            }
            case WEIGHTS_ALONE_MAIN -> all.stream().sorted(Comparator.comparingDouble(Traded::value).reversed()).limit(3)
                    .forEach(t -> add(rows, t.partner(), Quantity.MISSING, Quantity.reported(t.weightKg())));
            case MAIN -> all.stream().sorted(Comparator.comparingDouble(Traded::value).reversed()).limit(3)
                    .forEach(t -> add(rows, t.partner(), t.value(), t.weightKg()));
            case OF_SOMEONE, OF_SOMEONE_SELECTED -> {
                // One or two names that nobody knows, beside partners of which a selection leaves some out.
                boolean total = gap == Gap.OF_SOMEONE && random.nextInt(3) == 0;
                for (Traded t : all) {
                    if (random.nextInt(3) == 0 && !(total && MEMBERS.contains(t.partner()))) {
                        ofSomeone(rows, t.value(), t.weightKg());
                    } else if (gap == Gap.OF_SOMEONE || t == all.getFirst() || random.nextInt(3) > 0) {
                        add(rows, t.partner(), Quantity.reported(t.value()), weight(t));
                    }
                }
                if (total) {
                    add(rows, "W00", value, weight);
                }
            }
            case SUM_OF_SOME -> {
                truth(rows, all);
                List<Traded> some = all.stream().filter(t -> random.nextBoolean()).toList();
                if (!some.isEmpty()) {
                    ofSomeone(rows, some.stream().mapToDouble(Traded::value).sum(), some.stream().mapToDouble(Traded::weightKg).sum());
                }
                if (random.nextInt(3) == 0) {
                    add(rows, "W00", value, weight);
                }
            }
            case INSIDERS -> {
                // A selection that holds other members of a bloc alone, where there are any.
                boolean some = all.stream().anyMatch(t -> MEMBERS.contains(t.partner()));
                all.stream().filter(t -> some ? MEMBERS.contains(t.partner()) : t == all.getFirst()).forEach(t -> add(rows, t.partner(), t.value(), t.weightKg()));
            }
            case SELECTED -> all.stream().filter(t -> t == all.getFirst() || random.nextInt(3) > 0)
                    .forEach(t -> add(rows, t.partner(), t.value(), t.weightKg()));
        }
    }

    /** A change is held against the newest year that may be: where gaps leave another than the full trade does, it is another figure. */
    private static boolean ofTheSameYears(Outcome is, Outcome said) {
        Matcher year = YEAR.matcher(is.reason());
        return !year.find() || said.reason().contains(year.group());
    }

    @Test
    void whateverIsToldOfGapsHoldsWhatTheFullTradeGives() {
        assertThat(falseFigures(YEARS_OF_ONE)).isEmpty();
    }

    @Test
    void whateverIsToldOfMonthsWithGapsHoldsWhatTheFullTradeGives() {
        noticeable = 75;
        assertThat(falseFigures(MONTHS_OF_ONE)).isEmpty();
    }

    @Test
    void whateverIsToldOfABlocWhoseMembersTellWithGapsHoldsWhatTheirFullTradeGives() {
        assertThat(falseFigures(BLOC)).isEmpty();
    }

    @Test
    void whateverIsToldOfWhatTheSupplierSoldHoldsItsFullSales() {
        selling = true;
        assertThat(falseFigures(SOLD)).isEmpty();
    }

    @Test
    void whateverIsToldOfWhatTheSupplierSoldToABlocHoldsItsFullSales() {
        selling = true;
        assertThat(falseFigures(SOLD_TO_A_BLOC)).isEmpty();
    }

    @Test
    void whateverIsToldOfSuppliersWatchedAsOneHoldsTheirFullTrade() {
        withSpecialRegions = true;
        assertThat(falseFigures(REGIONS)).isEmpty();
    }

    /** Whether two figures of a series are of the same years; how many and from when to when is the reason of its slope. */
    private static boolean ofTheSameSeries(Of figure, Results one, Results other) {
        String slope = OF_A_SERIES.get(figure.measure());
        Of years = new Of(figure.commodity(), figure.period(), slope, figure.supplier(), figure.basis());
        return slope == null || one.figures().get(years).reason().equals(other.figures().get(years).reason());
    }

    @Test
    void whateverIsToldOfWhereSharesGoHoldsWhatTheirFullTradeGives() {
        steady = true;
        noticeable = 75;
        assertThat(falseFigures(STEADY)).isEmpty();
    }

    @Test
    void whateverIsToldBesideASupplierWithoutAnyWeightHoldsWhatTheFullTradeGives() {
        for (String partner : List.of("CHN", "VNM")) {
            unweighed = partner;
            assertThat(falseFigures(UNWEIGHED)).isEmpty();
        }
    }

    @Test
    void whateverIsToldOfEachMemberOfABlocThatOneHasLeftHoldsTheirFullTrade() {
        byEach = true;
        assertThat(falseFigures(EACH_OF_A_BLOC)).isEmpty();
    }

    @Test
    void whateverIsToldOfLossesThatAReserveReplacesHoldsThoseOfTheFullTrade() {
        withReserve = true;
        assertThat(falseFigures(RESERVES)).isEmpty();
    }

    /** What the watched supplier says it sold in a period: to others as well, in any order, and by amounts of its own. */
    private void sold(Rows truth, Rows published, String period, Map<Gap, Integer> count, StringBuilder gaps) {
        for (String line : LINES) {
            Gap gap = random.nextInt(3) > 0 ? Gap.values()[random.nextInt(Gap.values().length)] : Gap.NONE;
            count.merge(gap, 1, Integer::sum);
            gaps.append(" sold ").append(gap);
            List<Traded> all = traded(List.of("JPN", "DEU", "FRA", "USA", "VNM"));
            flow = TradeFlow.EXPORT;
            truth(truth.reporter("CHN").valuation(Valuation.FOB).period(period).commodity(line), all);
            published(published.reporter("CHN").valuation(Valuation.FOB).period(period).commodity(line), all, gap);
            flow = TradeFlow.IMPORT;
            truth.valuation(Valuation.CIF);
            published.valuation(Valuation.CIF);
        }
    }

    /** A trade, its imports alone, and what is published of it. */
    private record Told(Rows truth, Rows bought, Rows published, String gaps) {}

    private Told told(Scene scene, Map<Gap, Integer> count) {
        Rows truth = Rows.rows();
        Rows bought = Rows.rows();
        Rows published = Rows.rows();
        StringBuilder gaps = new StringBuilder();
        Gap usual = Gap.values()[random.nextInt(Gap.values().length)];
        int last = scene.periods().size();
        List<String> periods = scene.periods().subList(random.nextBoolean() ? 0 : last - scene.least(), last);
        // Months are many: seldom another gap than the usual one, so that some twelve of them can be measured.
        int usually = periods.size() > YEARS.size() ? 40 : 4;
        this.usual.clear();
        for (String period : periods) {
            for (String reporter : scene.reporters()) {
                for (String line : LINES) {
                    Gap gap = random.nextInt(usually) > 0 ? usual : random.nextBoolean() ? Gap.NONE : Gap.values()[random.nextInt(Gap.values().length)];
                    count.merge(gap, 1, Integer::sum);
                    gaps.append(' ').append(gap);
                    List<Traded> all = traded(scene.partners().stream().filter(partner -> !partner.equals(reporter)).toList());
                    truth(truth.reporter(reporter).period(period).commodity(line), all);
                    truth(bought.reporter(reporter).period(period).commodity(line), all);
                    publishing = true;
                    published(published.reporter(reporter).period(period).commodity(line), all, gap);
                    publishing = false;
                }
            }
        }
        if (selling) {
            periods.forEach(period -> sold(truth, published, period, count, gaps));
        }
        return new Told(truth, bought, published, gaps.toString());
    }

    /** Figures that do not hold the truth, by measure and basis. */
    private Map<String, List<String>> falseFigures(Scene scene) {
        Map<Gap, Integer> count = new EnumMap<>(Gap.class);
        Map<String, List<String>> wrong = new TreeMap<>();
        int cases = Integer.getInteger("truths", scene.cases());
        Map<CommitmentStatus, Integer> verdicts = new EnumMap<>(CommitmentStatus.class);
        Set<String> judged = new TreeSet<>();
        int held = 0;
        for (int n = 0; n < cases; n++) {
            Told told = told(scene, count);
            Results truth = results(told.truth(), scene.buyer());
            Results published = results(told.published(), scene.buyer());
            // What the supplier sold is a second opinion: where it is not told, nobody can be wrong about it who tells what was bought.
            Map<String, CommitmentResult> standing = selling ? results(told.bought(), scene.buyer()).verdicts() : truth.verdicts();
            for (CommitmentResult said : published.verdicts().values()) {
                CommitmentResult is = standing.get(said.commitment().id() + ' ' + said.party());
                verdicts.merge(said.status(), 1, Integer::sum);
                judged.add(said.party());
                if (isFalseRelief(said, is)) {
                    wrong.computeIfAbsent("relief", k -> new ArrayList<>())
                            .add("case " + n + told.gaps() + "\n  " + said.commitment().id() + "\n  told " + said.relief() + ": " + said.reason() + "\n  is "
                                    + is.relief() + ": " + is.reason() + "\n  of " + rows(told.published(), said.period()));
                }
                if (isFalseYear(said, is)) {
                    wrong.computeIfAbsent("year", k -> new ArrayList<>())
                            .add("case " + n + told.gaps() + "\n  " + said.commitment().id() + "\n  told " + said.pace() + "\n  is " + is.pace());
                }
                if (isFalse(said, is)) {
                    wrong.computeIfAbsent("verdict " + said.status(), k -> new ArrayList<>())
                            .add("case " + n + told.gaps() + "\n  " + said.commitment().id() + "\n  told " + said.status() + ": " + said.reason() + "\n  is "
                                    + is.status() + ": " + is.reason() + "\n  of " + rows(told.published(), said.period()));
                }
            }
            for (Map.Entry<String, Loss> loss : published.losses().entrySet()) {
                Loss is = truth.losses().get(loss.getKey());
                Loss said = loss.getValue();
                if (said.period().equals(is.period()) && (isFalse(said.loss(), is.loss()) || isFalse(said.gross(), is.gross()))) {
                    wrong.computeIfAbsent("loss, " + loss.getKey(), k -> new ArrayList<>())
                            .add("case " + n + told.gaps() + "\n  told " + said.loss() + ", gross " + said.gross() + "\n  is " + is.loss() + ", gross "
                                    + is.gross() + "\n  of " + rows(told.published(), said.period()));
                }
            }
            Map<Of, Outcome> real = truth.figures();
            for (Map.Entry<Of, Outcome> figure : published.figures().entrySet()) {
                Outcome is = real.get(figure.getKey());
                Outcome said = figure.getValue();
                if (is == null || is.value().isEmpty() || said.status() == Outcome.Status.NOT_COMPUTABLE || !ofTheSameYears(is, said) || !ofTheSameSeries(figure.getKey(), truth, published)) {
                    continue;
                }
                held++;
                double value = is.value().getAsDouble();
                if (isFalse(said, is)) {
                    wrong.computeIfAbsent(figure.getKey().measure() + ' ' + figure.getKey().basis(), k -> new ArrayList<>())
                            .add("case " + n + told.gaps() + "\n  " + figure.getKey() + "\n  told " + said + "\n  is " + value + "\n  of "
                                    + rows(told.published(), figure.getKey().measure().contains("change") ? "" : figure.getKey().period()));
                }
            }
        }
        assertThat(count).hasSize(Gap.values().length);
        assertThat(verdicts).as("verdicts of each kind").containsKeys(CommitmentStatus.MET, CommitmentStatus.MISSED);
        assertThat(judged).as("who is bound").hasSameElementsAs(byEach ? scene.reporters() : List.of(scene.buyer()));
        assertThat(held).as("figures held against the truth").isGreaterThan(cases);
        wrong.forEach((measure, list) -> System.out.println(measure + ": " + list.size()));
        wrong.forEach((measure, list) -> System.out.println(measure + "\n" + list.getFirst()));
        return wrong;
    }

    private static String rows(Rows published, String period) {
        return published.list().stream()
                .filter(o -> period.isEmpty() || period.contains("/") || o.period().toString().startsWith(period))
                .map(o -> o.reporter().code() + " " + o.flow() + " " + o.period() + " " + o.commodity().digits() + " " + o.partner().code() + " "
                        + (o.value().isKnown() ? o.value().amount() : "-") + " " + (o.netWeightKg().isKnown() ? o.netWeightKg().amount() : "-") + " "
                        + o.coverage() + (o.origin().source().rounding().value() > 0 ? " rounded" : ""))
                .collect(Collectors.joining("\n     "));
    }
}
