package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.IssueCode;
import dev.lodestone.ingest.internal.layout.ColumnRule;
import dev.lodestone.ingest.internal.layout.Field;
import dev.lodestone.ingest.internal.layout.Layout;
import dev.lodestone.model.trade.CommodityCode;
import dev.lodestone.model.trade.Coverage;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.Quantity;
import dev.lodestone.model.trade.TradeFlow;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Tables that name few partners and no World row. Whoever asks a publisher for some partners gets such a table, and it does not say so. A
 * full list of partners ends in small ones, is not the same for one commodity as for another, and is long where much is bought: a table of
 * one partner, of few of which even the smallest is large, of up to three that come to much together, or of the same few in every series is
 * taken for a selection; so is what it has of one reporter beside others, and of one commodity from one partner beside others. What a World row says, or the table's own column
 * {@code coverage}, is believed.
 */
final class SelectedPartners {

    /** So many partners are few enough to have been chosen: a longer list of a real flow has small partners at its end. */
    static final int FEW = 30;

    /** So many at most are told by being the same everywhere: a longer list may be whole, and its blanks filled with zeros. */
    private static final int FEW_ALIKE = 10;

    /** Dollars that the smallest partner of a full list of few hardly ever comes to, over the whole table. */
    private static final double MUCH = 100_000;

    /**
     * Dollars that the smallest partner of one reporter in a table of several hardly ever comes to: more than in a table of its own, since
     * the lists beside it may be whole.
     */
    static final double MUCH_BESIDE_OTHERS = 1_000_000;

    /** So few partners are hardly ever all of whom one buys for much, though one of them be small. */
    private static final int VERY_FEW = 3;

    /**
     * Dollars, over the whole table, that are much for {@link #VERY_FEW}: of BACI's lists of 2024 above it (32 codes) a tenth have no more
     * partners, of those of twelve large buyers a fiftieth.
     */
    private static final double MUCH_OF_VERY_FEW = 10_000_000;

    /** Reporters' lists in a table that may have been joined from several answers; one of more is a publisher's table of all. */
    static final int FEW_JOINED = 30;

    /** Partners times lists of partners that differ by chance if nobody chose them. */
    private static final int SAME_OFTEN = 6;

    /** The column in which whoever fetched a table may say whether all partners are there, as in a tidy table. */
    private static final String COLUMN = "coverage";

    /** What stands for an amount that is not known: it may be small, and is not nothing. */
    static final double UNKNOWN = Double.MIN_VALUE;

    /** Units of a currency in a dollar, to the power of ten, where that is more than a few; of no other use. */
    private static final Map<String, Double> UNITS = units();

    /**
     * What a list of partners belongs to, in all periods.
     *
     * @param reporter reporter
     * @param flow direction
     * @param commodity commodity
     */
    record Listed(Economy reporter, TradeFlow flow, CommodityCode commodity) {

        @Override
        public String toString() {
            return reporter + " " + flow.code() + ", " + commodity;
        }
    }

    /**
     * Whose lists of partners in one direction are judged together, where a table has those of several.
     *
     * @param reporter reporter
     * @param flow direction
     */
    record Whose(Economy reporter, TradeFlow flow) {

        @Override
        public String toString() {
            return reporter + " " + flow.code();
        }
    }

    private SelectedPartners() {}

    /** The column of the table, if any, that says of its rows whether all partners are there. */
    static List<String> columns(Layout layout) {
        return isToBeAsked(layout) ? List.of(COLUMN) : List.of();
    }

    /** Whether the table holds every partner, unless its publisher was asked for some, and does not say which it was. */
    static boolean isToBeAsked(HeaderPlan plan) {
        return isToBeAsked(plan.layout()) && plan.column(Field.COVERAGE) < 0;
    }

    private static boolean isToBeAsked(Layout layout) {
        return layout.column(Field.COVERAGE).map(SelectedPartners::isFixed).orElse(true);
    }

    private static boolean isFixed(ColumnRule rule) {
        return rule.headers().isEmpty()
                && rule.title().isEmpty()
                && rule.cover().isEmpty()
                && rule.constant().orElse(Coverage.COMPLETE.code()).equals(Coverage.COMPLETE.code());
    }

    /** The partners, if these rows look like a selection of partners; else none. World rows are not among them. */
    static Set<Economy> of(List<Candidate> rows) {
        Set<Economy> partners = new HashSet<>();
        for (Candidate row : rows) {
            Economy partner = row.key().partner();
            if (partner.isWorld() || partner.isUnnamed() || (partners.add(partner) && partners.size() > FEW)) {
                return Set.of();
            }
        }
        Map<Economy, Double> sums = new HashMap<>();
        Map<Candidate.Key, Integer> partnersOf = new HashMap<>();
        for (Candidate row : rows) {
            sums.merge(row.key().partner(), dollars(row.value(), row.currency()), Double::sum);
            partnersOf.merge(WorldTotals.worldKey(row.key()), 1, Integer::sum);
        }
        boolean same = partnersOf.values().stream().allMatch(each -> each == partners.size());
        Set<Listed> lists = partnersOf.keySet().stream()
                .map(key -> new Listed(key.reporter(), key.flow(), key.commodity()))
                .collect(Collectors.toSet());
        return isSelection(sums.values(), same, lists) ? partners : Set.of();
    }

    /**
     * The partners of each reporter, or of one commodity of it, that look like a selection though those of the table as a whole do not, as where
     * answers were joined.
     *
     * @param rows rows of partners
     * @param totals World rows
     */
    static Selections beside(List<Candidate> rows, Collection<Candidate> totals) {
        Map<Listed, Selections.OneList> lists = new LinkedHashMap<>();
        Map<Whose, Map<Economy, Double>> sums = new LinkedHashMap<>();
        Set<Whose> told = totals.stream().map(row -> new Whose(row.key().reporter(), row.key().flow())).collect(Collectors.toSet());
        for (Candidate row : rows) {
            take(lists, row);
            Whose whose = new Whose(row.key().reporter(), row.key().flow());
            if (row.key().partner().isWorld()) {
                told.add(whose);
            } else {
                Map<Economy, Double> partners = sums.computeIfAbsent(whose, key -> new HashMap<>());
                double amount = dollars(row.value(), row.currency());
                if (amount > 0) {
                    partners.merge(row.key().partner(), amount, Double::sum);
                }
                if (sums.size() > FEW_JOINED) {
                    return Selections.NONE;
                }
            }
        }
        Map<Whose, Set<Economy>> chosen = new LinkedHashMap<>();
        sums.forEach((whose, partners) -> {
            if (!told.contains(whose) && isSelectionBeside(partners)) {
                chosen.put(whose, partners.keySet());
            }
        });
        totals.stream().filter(row -> lists.containsKey(listed(row))).forEach(row -> take(lists, row));
        return Selections.of(chosen, lists);
    }

    private static Listed listed(Candidate row) {
        return new Listed(row.key().reporter(), row.key().flow(), row.key().commodity());
    }

    private static void take(Map<Listed, Selections.OneList> lists, Candidate row) {
        Listed listed = listed(row);
        if (lists.size() <= FEW_JOINED || lists.containsKey(listed)) {
            lists.computeIfAbsent(listed, key -> new Selections.OneList()).add(row.key().partner(), dollars(row.value(), row.currency()));
        }
    }

    /** Whether a reporter's partners in a table of several reporters look like those that somebody chose. */
    static boolean isSelectionBeside(Map<Economy, Double> dollars) {
        return dollars.size() <= FEW
                && dollars.keySet().stream().noneMatch(Economy::isUnnamed)
                && (smallest(dollars.values()) >= MUCH_BESIDE_OTHERS || isMuchOfVeryFew(dollars.values()));
    }

    private static double smallest(Collection<Double> dollars) {
        return dollars.stream().mapToDouble(Double::doubleValue).filter(each -> each > 0).min().orElse(0);
    }

    private static boolean isMuchOfVeryFew(Collection<Double> dollars) {
        return dollars.size() <= VERY_FEW && dollars.stream().mapToDouble(Double::doubleValue).sum() >= MUCH_OF_VERY_FEW;
    }

    /**
     * Whether partners look like those that somebody chose.
     *
     * @param dollars what each of them comes to in the table
     * @param same whether every series has all of them
     * @param lists what the table has lists of partners of
     */
    static boolean isSelection(Collection<Double> dollars, boolean same, Set<Listed> lists) {
        if (dollars.size() <= 1) {
            return dollars.size() == 1;
        }
        long differing = differing(lists);
        return smallest(dollars) >= MUCH
                || isMuchOfVeryFew(dollars)
                || (same && dollars.size() <= FEW_ALIKE && differing > 1 && dollars.size() * differing >= SAME_OFTEN);
    }

    /** How many lists there are of which none belongs to a code that contains the other's. */
    private static long differing(Set<Listed> lists) {
        TreeSet<String> codes = lists.stream().map(list -> list.commodity().digits()).collect(Collectors.toCollection(TreeSet::new));
        return lists.stream().filter(list -> !contains(list.commodity().digits(), codes)).count();
    }

    private static boolean contains(String code, TreeSet<String> codes) {
        String next = codes.higher(code);
        return next != null && next.startsWith(code);
    }

    private static double dollars(Quantity value, String currency) {
        return value.isKnown() ? value.amount() / units(currency) : UNKNOWN;
    }

    static double units(String currency) {
        return UNITS.getOrDefault(currency, 1.0);
    }

    /** The rows, those of a selection marked. */
    static List<Candidate> marked(List<Candidate> rows, Selections chosen) {
        List<Candidate> marked = new Figures();
        rows.forEach(row -> marked.add(!row.key().partner().isWorld() && chosen.has(row.key()) ? row.selected() : row));
        return marked;
    }

    static void tell(Selections chosen, TableAccount account) {
        chosen.reporters().forEach((whose, partners) -> tell(whose + " with ", partners, account));
        chosen.lists().forEach((listed, partner) -> tell(listed + " with ", List.of(partner), account));
    }

    static void tell(Collection<Economy> partners, TableAccount account) {
        tell("", partners, account);
    }

    private static void tell(String whose, Collection<Economy> partners, TableAccount account) {
        account.issue(
                IssueCode.FEW_PARTNERS,
                whose + (partners.size() == 1 ? "1 partner: " : partners.size() + " partners: ")
                        + partners.stream().map(Economy::code).sorted().collect(Collectors.joining(", ")),
                "more partners, or a World row which says that there are no others",
                "taken as a selection, so that shares are upper bounds");
    }

    private static Map<String, Double> units() {
        Map<String, Double> units = new TreeMap<>();
        List.of("BRL", "CNY", "CZK", "DKK", "HKD", "MXN", "NOK", "SEK", "THB", "TRY", "TWD", "UAH", "ZAR").forEach(each -> units.put(each, 10.0));
        List.of("HUF", "INR", "ISK", "JPY", "KZT", "PHP", "RUB").forEach(each -> units.put(each, 100.0));
        List.of("CLP", "COP", "KRW").forEach(each -> units.put(each, 1_000.0));
        List.of("IDR", "VND").forEach(each -> units.put(each, 10_000.0));
        return units;
    }
}
