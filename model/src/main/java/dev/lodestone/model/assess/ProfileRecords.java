package dev.lodestone.model.assess;

import dev.lodestone.model.measure.Basis;
import dev.lodestone.model.measure.ProfileKey;
import dev.lodestone.model.measure.Records;
import dev.lodestone.model.measure.SupplierProfile;
import dev.lodestone.model.register.CommodityEntry;
import dev.lodestone.model.register.Material;
import dev.lodestone.model.register.ProductionEntry;
import dev.lodestone.model.register.Registers;
import dev.lodestone.model.text.Term;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.ReferencePeriod;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What an assessment has on record beside a profile. Safe to ask from several threads; it remembers its answers. */
final class ProfileRecords implements Records {

    private record SeriesKey(Economy economy, String stage, String commodity) {
        static SeriesKey of(ProfileKey key) {
            return new SeriesKey(key.economy(), key.stage(), key.commodity());
        }
    }

    private record EarlierKey(ProfileKey key, Basis basis) {}

    private record GoodsKey(String stage, String commodity, ReferencePeriod period) {
        static GoodsKey of(ProfileKey key) {
            return new GoodsKey(key.stage(), key.commodity(), key.period());
        }
    }

    private final Registers registers;
    private final Material material;
    private final LocalDate asOf;
    private final SortedMap<ProfileKey, SupplierProfile> imports;
    private final SortedMap<ProfileKey, SupplierProfile> inside;
    private final SortedMap<ProfileKey, SupplierProfile> exports;
    private final SortedMap<ProfileKey, SupplierProfile> months;
    private final SortedMap<ProfileKey, SupplierProfile> soldByMonth;
    private final ReconciledExports reconciled;
    private final Map<GoodsKey, List<SupplierProfile>> exporters = new HashMap<>();
    private final Map<SeriesKey, Optional<ProfileKey>> newest = new ConcurrentHashMap<>();
    private final Map<SeriesKey, Optional<ProfileKey>> last = new ConcurrentHashMap<>();
    private final Map<ProfileKey, List<SupplierProfile>> before = new ConcurrentHashMap<>();
    private final Map<ProfileKey, List<SupplierProfile>> lines = new ConcurrentHashMap<>();
    private final Map<EarlierKey, Optional<SupplierProfile>> earlier = new ConcurrentHashMap<>();
    private final Map<Economy, List<Economy>> members = new ConcurrentHashMap<>();
    private final Set<String> capacity = new HashSet<>();
    private final List<ProductionEntry> production;

    /**
     * @param imports imports by stage and line
     * @param inside trade between members of blocs
     * @param exports exports of every reporter
     * @param soldByMonth exports of watched suppliers month by month
     * @param reconciled exports from a table that tells each flow once
     * @param months imports month by month
     */
    ProfileRecords(
            Registers registers,
            Material material,
            LocalDate asOf,
            SortedMap<ProfileKey, SupplierProfile> imports,
            SortedMap<ProfileKey, SupplierProfile> inside,
            SortedMap<ProfileKey, SupplierProfile> exports,
            SortedMap<ProfileKey, SupplierProfile> soldByMonth,
            ReconciledExports reconciled,
            SortedMap<ProfileKey, SupplierProfile> months) {
        this.registers = registers;
        this.material = material;
        this.asOf = asOf;
        this.imports = imports;
        this.inside = inside;
        this.exports = exports;
        this.soldByMonth = soldByMonth;
        this.reconciled = reconciled;
        this.months = months;
        for (SupplierProfile p : exports.values()) {
            if (registers.membersOf(p.key().economy().code(), asOf).isEmpty()) {
                exporters.computeIfAbsent(GoodsKey.of(p.key()), k -> new ArrayList<>()).add(p);
            }
        }
        production = material.production().stream().filter(e -> e.isKnown(asOf)).toList();
        production.stream()
                .filter(e -> e.series().equals("mine-production") || e.series().equals("production"))
                .forEach(e -> capacity.add(e.economy() + ' ' + e.stage()));
        material.projects().forEach(p -> p.economies().forEach(e -> p.stages().forEach(s -> capacity.add(e + ' ' + s))));
    }

    @Override
    public List<SupplierProfile> before(SupplierProfile profile) {
        // A profile that somebody changed in one row keeps its key, and its years with it.
        return before.computeIfAbsent(profile.key(), k -> {
            List<SupplierProfile> found = new ArrayList<>();
            for (SupplierProfile p : years(k).reversed()) {
                if (p.key().period().compareTo(k.period()) < 0
                        && Comparability.breakBetween(registers, material, p, profile).isEmpty()) {
                    found.add(p);
                }
            }
            return List.copyOf(found);
        });
    }

    @Override
    public Optional<SupplierProfile> earlier(SupplierProfile profile, Basis basis) {
        return earlier.computeIfAbsent(new EarlierKey(profile.key(), basis), k -> years(k.key()).reversed().stream()
                .filter(p -> p.key().period().compareTo(k.key().period()) < 0 && p.isComplete(basis) && p.obstacle(basis).isEmpty())
                .filter(p -> Comparability.breakBetween(registers, material, p, profile).isEmpty())
                .findFirst());
    }

    @Override
    public boolean isNewest(SupplierProfile profile) {
        return newest.computeIfAbsent(SeriesKey.of(profile.key()), k -> newestOf(years(profile.key())))
                .filter(k -> k.equals(profile.key()))
                .isPresent();
    }

    private static Optional<ProfileKey> newestOf(List<SupplierProfile> years) {
        return years.reversed().stream()
                .filter(p -> p.isComplete(Basis.VALUE) && p.obstacle(Basis.VALUE).isEmpty())
                .findFirst()
                .or(() -> years.reversed().stream().findFirst())
                .map(SupplierProfile::key);
    }

    @Override
    public boolean isLast(SupplierProfile profile) {
        return last.computeIfAbsent(SeriesKey.of(profile.key()), k -> lastOf(years(profile.key())))
                .filter(k -> k.equals(profile.key()))
                .isPresent();
    }

    private static Optional<ProfileKey> lastOf(List<SupplierProfile> years) {
        return years.reversed().stream()
                .filter(p -> p.flaw().isEmpty())
                .findFirst()
                .or(() -> years.reversed().stream().findFirst())
                .map(SupplierProfile::key);
    }

    private List<SupplierProfile> years(ProfileKey key) {
        return ProfileRanges.years(imports, key.economy(), key.material(), key.stage(), key.commodity());
    }

    @Override
    public Optional<SupplierProfile> whole(SupplierProfile line) {
        ProfileKey k = line.key();
        return Optional.ofNullable(imports.get(new ProfileKey(k.economy(), k.material(), k.stage(), "", k.period())));
    }

    @Override
    public List<SupplierProfile> lines(SupplierProfile whole) {
        // Every measure of change asks for the lines of the same stages; a profile changed in one row keeps its key and its codes.
        return whole.codes().size() < 2 ? List.of() : lines.computeIfAbsent(whole.key(), k -> linesOf(k, whole));
    }

    private List<SupplierProfile> linesOf(ProfileKey k, SupplierProfile whole) {
        return ProfileRanges.ofStage(imports, k.economy(), k.material(), k.stage()).values().stream()
                .filter(p -> p.key().period().equals(k.period()) && isPart(p, whole))
                .toList();
    }

    /** A line of which the stage was made: all its codes are among the stage's, and it does not stand for the stage by itself. */
    private boolean isPart(SupplierProfile line, SupplierProfile whole) {
        return !line.key().isWholeStage()
                && whole.codes().containsAll(line.codes())
                && material.commodities().stream().anyMatch(e -> e.stage().equals(line.key().stage())
                        && e.code().digits().equals(line.key().commodity())
                        && e.use() == CommodityEntry.Use.MEASURE
                        && !e.wholeStage());
    }

    @Override
    public Optional<SupplierProfile> inside(SupplierProfile bloc) {
        return Optional.ofNullable(inside.get(bloc.key()));
    }

    @Override
    public Optional<SupplierProfile> exportsBy(Economy seller, SupplierProfile of) {
        ProfileKey k = of.key();
        return Optional.ofNullable(exports.get(new ProfileKey(seller, k.material(), k.stage(), k.commodity(), k.period())));
    }

    @Override
    public Optional<SupplierProfile> exports(SupplierProfile imports) {
        return exportsBy(imports.key().economy(), imports)
                .or(() -> reconciled.soldBy(Set.copyOf(members(imports.key().economy())), imports));
    }

    @Override
    public List<SupplierProfile> exporters(SupplierProfile of) {
        List<SupplierProfile> told = exporters.getOrDefault(GoodsKey.of(of.key()), List.of());
        return told.size() >= ReconciledExports.LEAST_REPORTERS ? told : reconciled.exporters(of);
    }

    @Override
    public List<ProfileKey> soldPeriods(Economy seller, String stage) {
        return List.copyOf(ProfileRanges.ofStage(exports, seller, material.id(), stage).keySet());
    }

    @Override
    public List<SupplierProfile> sold(ProfileKey bySeller) {
        SupplierProfile whole = exports.get(bySeller);
        if (whole != null) {
            return List.of(whole);
        }
        List<SupplierProfile> found = new ArrayList<>();
        ReferencePeriod period = bySeller.period();
        for (YearMonth month = YearMonth.from(period.start()); found.size() < period.months(); month = month.plusMonths(1)) {
            SupplierProfile sold = soldByMonth.get(new ProfileKey(
                    bySeller.economy(), bySeller.material(), bySeller.stage(), bySeller.commodity(),
                    ReferencePeriod.ofMonth(month.getYear(), month.getMonthValue())));
            if (sold == null) {
                return List.of();
            }
            found.add(sold);
        }
        return found;
    }

    @Override
    public List<SupplierProfile> months(Economy buyer, String stage) {
        return ProfileRanges.ofStage(months, buyer, material.id(), stage).values().stream()
                .filter(p -> p.key().isWholeStage())
                .toList();
    }

    @Override
    public List<Economy> members(Economy economy) {
        return members.computeIfAbsent(
                economy, bloc -> registers.membersOf(bloc.code(), asOf).stream().filter(e -> !e.isUnnamed()).toList());
    }

    @Override
    public List<ProductionEntry> production() {
        return production;
    }

    @Override
    public boolean hasCapacity(Economy economy, String stage) {
        return capacity.contains(economy.code() + ' ' + stage);
    }

    @Override
    public Term name(Economy economy) {
        return registers.inText(economy);
    }

    @Override
    public List<SupplierProfile> further() {
        return Stream.concat(
                        Stream.of(inside, exports, soldByMonth, months).flatMap(m -> m.values().stream()), reconciled.asked().stream())
                .toList();
    }
}
