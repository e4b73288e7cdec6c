package dev.lodestone.model.assess;

import dev.lodestone.model.measure.ProfileBuilder;
import dev.lodestone.model.measure.ProfileKey;
import dev.lodestone.model.measure.SupplierProfile;
import dev.lodestone.model.register.CommodityEntry;
import dev.lodestone.model.register.Material;
import dev.lodestone.model.register.Registers;
import dev.lodestone.model.register.StageEntry;
import dev.lodestone.model.trade.Coverage;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.Quantity;
import dev.lodestone.model.trade.ReferencePeriod;
import dev.lodestone.model.trade.TradeObservation;
import dev.lodestone.model.trade.Valuation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
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

    private record Slot(Economy reporter, String stage, ReferencePeriod period) {}

    private record Publication(String publisher, String family) {}

    /** What one publication offers for a slot: series by register entry. */
    private record Offer(Publication publication, SortedMap<String, List<Series>> byCode, Map<String, CommodityEntry> entries) {}

    /** Which series make up a profile and what is wrong with the choice. */
    private record Choice(Publication publication, List<Series> series, List<CommodityEntry> entries, String defect, Coverage coverage) {}

    private final Registers registers;
    private final Material material;
    private final Rates rates;
    private final Map<Publication, Set<String>> codesSeen = new HashMap<>();
    private final Map<Publication, Set<Economy>> reportersSeen = new HashMap<>();
    private final Map<Slot, Map<Publication, Offer>> offers = new LinkedHashMap<>();
    private final Map<String, String> stageNouns = new HashMap<>();

    ProfileFactory(Registers registers, Material material, List<Series> series) {
        this.registers = registers;
        this.material = material;
        this.rates = new Rates(registers.rates());
        for (StageEntry stage : material.stages()) {
            stageNouns.put(stage.id(), stage.noun());
        }
        for (Series s : series) {
            Publication publication = new Publication(s.publisher(), s.family());
            codesSeen.computeIfAbsent(publication, p -> new HashSet<>()).add(s.commodity().digits());
            reportersSeen.computeIfAbsent(publication, p -> new HashSet<>()).add(s.reporter());
            for (CommodityEntry entry : entriesFor(s)) {
                Slot slot = new Slot(s.reporter(), entry.stage(), s.period());
                Offer offer = offers.computeIfAbsent(slot, k -> new LinkedHashMap<>())
                        .computeIfAbsent(publication, p -> new Offer(p, new TreeMap<>(), new HashMap<>()));
                offer.byCode().computeIfAbsent(entry.code().digits(), c -> new ArrayList<>()).add(s);
                offer.entries().put(entry.code().digits(), entry);
            }
        }
        offers.values().forEach(byPublication -> byPublication.values().forEach(ProfileFactory::dropNationalLinesBesideTheirTotal));
    }

    /** The register's entries for a series: its own code, else the closest code above it in the Harmonized System. */
    private List<CommodityEntry> entriesFor(Series s) {
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

    /** Profiles of every reporter, stages as a whole and lines. */
    List<SupplierProfile> ofReporters() {
        List<SupplierProfile> profiles = new ArrayList<>();
        offers.forEach((slot, byPublication) -> {
            wholeStage(slot, byPublication.values()).ifPresent(choice -> profiles.add(build(slot, "", List.of(choice), Set.of())));
            for (Map.Entry<String, List<Choice>> line : lines(slot, byPublication.values()).entrySet()) {
                profiles.add(build(slot, line.getKey(), line.getValue(), Set.of()));
            }
        });
        return profiles;
    }

    /** Profiles of a bloc whose members report by themselves: purchases from outside it. */
    List<SupplierProfile> ofBloc(Economy bloc, Set<Economy> members) {
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
            if (offers.containsKey(blocSlot)) {
                return;
            }
            Map<Publication, List<Choice>> stageChoices = new LinkedHashMap<>();
            Map<String, Map<Publication, List<Choice>>> lineChoices = new TreeMap<>();
            for (Slot slot : byMember.values()) {
                for (Offer offer : offers.get(slot).values()) {
                    wholeStage(slot, List.of(offer)).ifPresent(c ->
                            stageChoices.computeIfAbsent(c.publication(), p -> new ArrayList<>()).add(c));
                    lines(slot, List.of(offer)).forEach((code, choices) -> choices.forEach(c -> lineChoices
                            .computeIfAbsent(code, k -> new LinkedHashMap<>())
                            .computeIfAbsent(c.publication(), p -> new ArrayList<>())
                            .add(c)));
                }
            }
            mostMembers(stageChoices).ifPresent(choices -> profiles.add(build(blocSlot, "", choices, members)));
            lineChoices.forEach((code, byPublication) ->
                    mostMembers(byPublication).ifPresent(choices -> profiles.add(build(blocSlot, code, choices, members))));
        }));
        return profiles;
    }

    private static Optional<List<Choice>> mostMembers(Map<Publication, List<Choice>> byPublication) {
        return byPublication.values().stream()
                .max(Comparator.comparingInt((List<Choice> choices) -> choices.size())
                        .thenComparing((List<Choice> choices) -> choices.getFirst().publication().publisher(), Comparator.reverseOrder()));
    }

    private Optional<Choice> wholeStage(Slot slot, Collection<Offer> publications) {
        return publications.stream()
                .flatMap(offer -> wholeStageOf(slot, offer).stream())
                .min(Comparator.comparing((Choice c) -> !c.defect().isEmpty())
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
            String defect = offer.entries().values().stream()
                    .min(Comparator.comparing(CommodityEntry::code))
                    .map(e -> "only code " + e.code() + " is at hand, which must not stand for the stage: it mixes in " + e.mixesIn())
                    .orElse("no code of this stage is at hand");
            List<Series> all = offer.byCode().values().stream().flatMap(List::stream).toList();
            return Optional.of(new Choice(offer.publication(), all, List.copyOf(offer.entries().values()), defect, worst(all)));
        }
        Optional<CommodityEntry> whole = measuring.stream()
                .filter(CommodityEntry::wholeStage)
                .min(Comparator.comparing((CommodityEntry e) -> !e.nomenclature().equals(family))
                        .thenComparing(e -> e.code().length())
                        .thenComparing(CommodityEntry::code));
        if (whole.isPresent()) {
            List<Series> used = offer.byCode().get(whole.get().code().digits());
            return Optional.of(new Choice(offer.publication(), used, List.of(whole.get()), "", worst(used)));
        }
        return Optional.of(partition(slot, offer, measuring, family));
    }

    private Choice partition(Slot slot, Offer offer, List<CommodityEntry> measuring, String family) {
        String nomenclature = measuring.stream().anyMatch(e -> e.nomenclature().equals(family)) ? family : "HS";
        int year = slot.period().year();
        List<CommodityEntry> parts = material.commodities().stream()
                .filter(e -> e.stage().equals(slot.stage())
                        && e.use() == CommodityEntry.Use.MEASURE
                        && !e.wholeStage()
                        && e.nomenclature().equals(nomenclature))
                .toList();
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
            if (e.nomenclature().equals(nomenclature)) {
                used.addAll(offer.byCode().get(e.code().digits()));
                entries.add(e);
            }
        }
        String defect = "";
        if (!beginLater.isEmpty()) {
            defect = "incomplete: " + lineList(beginLater) + " only later than " + year
                    + ", and what stood in their place is not in the file";
        } else if (!absent.isEmpty()) {
            defect = "incomplete: the source holds no figures for " + (absent.size() == 1 ? "line " : "lines ") + String.join(", ", absent);
        }
        return new Choice(offer.publication(), used, entries, defect, worst(used));
    }

    private static String lineList(Set<String> codes) {
        return codes.size() == 1 ? "line " + codes.iterator().next() + " begins" : "lines " + String.join(", ", codes) + " begin";
    }

    private SortedMap<String, List<Choice>> lines(Slot slot, Collection<Offer> publications) {
        SortedMap<String, List<Choice>> byCode = new TreeMap<>();
        for (Offer offer : publications) {
            offer.byCode().forEach((code, series) -> {
                Choice choice = new Choice(
                        offer.publication(), series, List.of(offer.entries().get(code)), "", worst(series));
                byCode.merge(code, List.of(choice), (a, b) -> better(a.getFirst(), b.getFirst()));
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

    private SupplierProfile build(Slot slot, String commodity, List<Choice> choices, Set<Economy> bloc) {
        ProfileKey key = new ProfileKey(slot.reporter(), material.id(), slot.stage(), commodity, slot.period());
        List<Series> series = choices.stream().flatMap(c -> c.series().stream()).toList();
        Set<String> currencies = series.stream().map(Series::currency).collect(Collectors.toCollection(TreeSet::new));
        String currency = currencies.size() == 1 ? currencies.iterator().next() : "USD";
        ProfileBuilder builder = new ProfileBuilder(key, currency);
        builder.publisher(choices.getFirst().publication().publisher());
        builder.rate(rates.usdPer(currency, slot.period()), rates.note(currency, slot.period()));
        choices.stream().map(Choice::defect).filter(d -> !d.isEmpty()).findFirst().ifPresent(builder::defect);
        int withheld = 0;
        for (Series s : series) {
            OptionalDouble factor = s.currency().equals(currency) ? OptionalDouble.of(1) : rates.usdPer(s.currency(), s.period());
            if (factor.isEmpty()) {
                builder.defect("no exchange rate for " + s.currency() + " in " + s.period() + ", and the series mixes currencies");
                continue;
            }
            withheld += addPartners(builder, s, factor.getAsDouble(), bloc);
            addResidual(builder, s, factor.getAsDouble());
        }
        if (withheld > 0) {
            builder.caveat("The value of " + withheld + (withheld == 1 ? " flow is" : " flows is")
                    + " withheld by the publisher: shares are upper bounds");
            builder.coverage(Coverage.SELECTED_PARTNERS);
        }
        if (!bloc.isEmpty()) {
            requireMembers(builder, slot, choices.getFirst().publication(), bloc);
        }
        describe(builder, slot, choices, series, bloc);
        return builder.build();
    }

    private static int addPartners(ProfileBuilder builder, Series s, double factor, Set<Economy> bloc) {
        int withheld = 0;
        for (TradeObservation o : s.partners()) {
            if (bloc.contains(o.partner())) {
                continue;
            }
            if (o.value().status() == Quantity.Status.SUPPRESSED) {
                withheld++;
            }
            builder.add(o, factor);
        }
        if (s.partners().isEmpty()) {
            builder.defect("only the World total is reported, no partners");
        }
        return withheld;
    }

    private static void addResidual(ProfileBuilder builder, Series s, double factor) {
        if (s.world().isEmpty() || !s.world().get().value().isKnown() || s.partners().isEmpty()) {
            return;
        }
        TradeObservation world = s.world().get();
        double total = world.value().amount();
        double residual = total - s.sumOfValues();
        if (residual > WORLD_TOLERANCE * total) {
            double weight = world.netWeightKg().isKnown()
                    ? Math.max(0, world.netWeightKg().amount() - weightOf(s))
                    : 0;
            builder.residual(residual * factor, weight, world);
            builder.caveat(String.format(
                    Locale.ROOT, "Partners add up to %.1f%% less than the World row; the rest counts as unnamed", 100 * residual / total));
        } else if (residual < -WORLD_TOLERANCE * Math.max(total, 1)) {
            builder.caveat(String.format(
                    Locale.ROOT, "Partners add up to %.1f%% more than the World row of the same source",
                    total > 0 ? -100 * residual / total : 100));
        }
    }

    private static double weightOf(Series s) {
        return s.partners().stream()
                .filter(o -> o.netWeightKg().isKnown())
                .mapToDouble(o -> o.netWeightKg().amount())
                .sum();
    }

    /** A member that the publication never reports makes the bloc's sum unusable; one without rows for this slot bought none. */
    private void requireMembers(ProfileBuilder builder, Slot slot, Publication publication, Set<Economy> members) {
        Set<Economy> seen = reportersSeen.get(publication);
        Set<Economy> absent = new TreeSet<>(members);
        absent.removeAll(seen);
        if (!absent.isEmpty()) {
            builder.defect("members without figures in " + publication.publisher() + ": "
                    + absent.stream().map(registers::nameOf).collect(Collectors.joining(", ")));
        }
    }

    private void describe(ProfileBuilder builder, Slot slot, List<Choice> choices, List<Series> series, Set<Economy> bloc) {
        Set<CommodityEntry> entries = choices.stream().flatMap(c -> c.entries().stream()).collect(Collectors.toCollection(() ->
                new TreeSet<>(Comparator.comparing(CommodityEntry::code).thenComparing(CommodityEntry::nomenclature))));
        for (CommodityEntry e : entries) {
            if (!e.mixesIn().isBlank()) {
                builder.caveat("Code " + e.code() + " (" + e.label() + ") also holds " + e.mixesIn());
            }
        }
        if (series.stream().anyMatch(s -> s.coverage() != Coverage.COMPLETE)) {
            builder.caveat("The source holds only "
                    + (worst(series.stream().toList()) == Coverage.MAIN_PARTNERS ? "the main partners" : "selected partners")
                    + ": shares are upper bounds");
        }
        Set<Valuation> valuations = series.stream()
                .flatMap(s -> s.partners().stream())
                .map(TradeObservation::valuation)
                .collect(Collectors.toCollection(TreeSet::new));
        if (valuations.size() > 1) {
            builder.caveat("Valuations differ inside the sum: "
                    + valuations.stream().map(Enum::name).collect(Collectors.joining(", ")));
        }
        if (!slot.period().isCalendarYear()) {
            builder.caveat("Covers " + slot.period() + " only, not a calendar year");
        }
        if (!bloc.isEmpty()) {
            builder.caveat("Purchases of " + bloc.size() + " members from outside the bloc; trade between members is left out");
        }
    }

    /** Members of a bloc on a day that report by themselves. */
    static Set<Economy> membersOf(Registers registers, Economy bloc, LocalDate day) {
        return registers.membersOf(bloc.code(), day);
    }
}
