package dev.lodestone.model.assess;

import dev.lodestone.model.measure.ProfileBuilder;
import dev.lodestone.model.measure.ProfileKey;
import dev.lodestone.model.measure.SupplierProfile;
import dev.lodestone.model.text.Statement;
import dev.lodestone.model.trade.CommodityCode;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.Observations;
import dev.lodestone.model.trade.ReferencePeriod;
import dev.lodestone.model.trade.TradeFlow;
import dev.lodestone.model.trade.TradeObservation;
import dev.lodestone.model.trade.Valuation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Exports from a table that tells each flow once, for the buyer and the seller alike.
 *
 * <p>A reconciled table such as CEPII's BACI values every flow at the seller's border (FOB) and holds the whole world: what others bought
 * from an economy is what it sold. A publisher's imports of a period are taken for such a table where they are valued FOB and at least
 * {@link #LEAST_REPORTERS} economies report. Imports valued at the buyer's border (CIF) never stand for exports.
 */
final class ReconciledExports {

    /** Reporters from which a table holds the world. */
    static final int LEAST_REPORTERS = 100;

    private record Table(String publisher, ReferencePeriod period) {}

    private record Goods(Table table, SortedSet<String> codes, String currency) {}

    private record Seller(ProfileKey key, SortedSet<String> codes) {}

    private final Observations data;
    private final Map<Table, int[]> tables;
    private final Map<Integer, TradeObservation> turned = new ConcurrentHashMap<>();
    private final Map<Seller, Optional<SupplierProfile>> sold = new ConcurrentHashMap<>();
    private final Map<Goods, List<SupplierProfile>> world = new ConcurrentHashMap<>();

    ReconciledExports(Observations data, Predicate<CommodityCode> wanted) {
        this.data = data;
        this.tables = tables(data, wanted);
    }

    private static Map<Table, int[]> tables(Observations data, Predicate<CommodityCode> wanted) {
        boolean[] freeOnBoard = new boolean[data.kinds()];
        boolean any = false;
        for (int kind = 0; kind < freeOnBoard.length; kind++) {
            Observations.Kind k = data.kindOf(kind);
            freeOnBoard[kind] = k.flow() == TradeFlow.IMPORT && k.valuation() == Valuation.FOB;
            any |= freeOnBoard[kind];
        }
        Map<Table, int[]> tables = new HashMap<>();
        if (!any) {
            return tables;
        }
        boolean[] ours = new boolean[data.commodities()];
        for (int i = 0; i < ours.length; i++) {
            ours[i] = wanted.test(data.commodityOf(i));
        }
        Map<Table, BitSet> reporters = new HashMap<>();
        Map<Table, List<Integer>> rows = new HashMap<>();
        for (int row = 0; row < data.size(); row++) {
            if (freeOnBoard[data.kind(row)] && ours[data.commodity(row)] && !data.economy(data.partner(row)).isWorld()) {
                Table table = new Table(data.kindOf(data.kind(row)).source().title(), data.periodOf(data.period(row)));
                reporters.computeIfAbsent(table, t -> new BitSet()).set(data.reporter(row));
                rows.computeIfAbsent(table, t -> new ArrayList<>()).add(row);
            }
        }
        reporters.forEach((table, met) -> {
            if (met.cardinality() >= LEAST_REPORTERS) {
                tables.put(table, rows.get(table).stream().mapToInt(Integer::intValue).toArray());
            }
        });
        return tables;
    }

    /**
     * What a buyer sold of the goods that it bought, by destination; of a bloc, to outside it.
     *
     * @param members members of a bloc; empty for a single economy
     */
    Optional<SupplierProfile> soldBy(Set<Economy> members, SupplierProfile imports) {
        Table table = new Table(imports.publisher(), imports.key().period());
        if (!tables.containsKey(table)) {
            return Optional.empty();
        }
        SortedSet<String> codes = new TreeSet<>(imports.codes());
        Set<Economy> sellers = members.isEmpty() ? Set.of(imports.key().economy()) : members;
        return sold.computeIfAbsent(new Seller(imports.key(), codes), k -> {
            List<TradeObservation> rows = Arrays.stream(tables.get(table))
                    .filter(row -> codes.contains(data.commodityOf(data.commodity(row)).digits()))
                    .filter(row -> sellers.contains(data.economy(data.partner(row))) && !sellers.contains(data.economy(data.reporter(row))))
                    .mapToObj(this::fromTheSeller)
                    .toList();
            return rows.isEmpty() ? Optional.empty() : Optional.of(profile(imports.key(), imports, rows));
        });
    }

    /** What every economy sold of the goods that a buyer bought; empty where no such table holds them. */
    List<SupplierProfile> exporters(SupplierProfile imports) {
        Table table = new Table(imports.publisher(), imports.key().period());
        if (!tables.containsKey(table)) {
            return List.of();
        }
        SortedSet<String> codes = new TreeSet<>(imports.codes());
        return world.computeIfAbsent(new Goods(table, codes, imports.currency()), k -> {
            SortedMap<Economy, List<TradeObservation>> bySeller = Arrays.stream(tables.get(table))
                    .filter(row -> codes.contains(data.commodityOf(data.commodity(row)).digits()))
                    .mapToObj(this::fromTheSeller)
                    .collect(Collectors.groupingBy(TradeObservation::reporter, TreeMap::new, Collectors.toList()));
            ProfileKey like = imports.key();
            return bySeller.entrySet().stream()
                    .map(e -> profile(
                            new ProfileKey(e.getKey(), like.material(), like.stage(), like.commodity(), like.period()), imports, e.getValue()))
                    .toList();
        });
    }

    /** Every profile that was asked for so far. */
    List<SupplierProfile> asked() {
        List<SupplierProfile> all = new ArrayList<>();
        sold.values().forEach(p -> p.ifPresent(all::add));
        world.values().forEach(all::addAll);
        return all;
    }

    private static SupplierProfile profile(ProfileKey key, SupplierProfile imports, List<TradeObservation> rows) {
        ProfileBuilder builder = new ProfileBuilder(key, imports.currency());
        builder.publisher(imports.publisher()).rate(imports.usdPerUnit(), imports.rate()).caveat(Statement.of("reason.exports-by-buyers"));
        int untold = 0;
        int unweighed = 0;
        for (TradeObservation row : rows) {
            builder.add(row, 1);
            untold += row.value().isKnown() ? 0 : 1;
            unweighed += row.value().isKnown() || row.netWeightKg().known().orElse(0) > 0 ? 0 : 1;
            if (!row.currency().equals(imports.currency())) {
                builder.defect(Statement.of("defect.exports-currency"));
            }
        }
        return builder.withheld(new ProfileBuilder.Untold(untold, unweighed)).build();
    }

    /** The same flow, told from its other end; one object a row, so that rows can be told apart by identity. */
    private TradeObservation fromTheSeller(int number) {
        return turned.computeIfAbsent(number, n -> {
            TradeObservation row = data.get(n);
            return new TradeObservation(
                    row.partner(), row.reporter(), TradeFlow.EXPORT, row.classification(), row.commodity(), row.period(), row.value(),
                    row.currency(), row.netWeightKg(), row.valuation(), row.coverage(), row.origin());
        });
    }
}
