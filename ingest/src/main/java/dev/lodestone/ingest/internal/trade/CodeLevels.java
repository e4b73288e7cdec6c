package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.IssueCode;
import dev.lodestone.model.trade.CommodityCode;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.ReferencePeriod;
import dev.lodestone.model.trade.TradeFlow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Tells where a table holds one flow at several levels of detail: whoever adds up such a table counts it twice. */
final class CodeLevels {

    private static final int MOST_SHOWN = 5;

    private record Flow(Economy reporter, TradeFlow flow, ReferencePeriod period) {}

    private CodeLevels() {}

    /** Told of what stands in a table. */
    interface Seen {

        void flow(Economy reporter, TradeFlow flow, ReferencePeriod period, CommodityCode commodity);
    }

    static void tell(List<Candidate> candidates, TableAccount account) {
        TreeSet<String> all = new TreeSet<>();
        candidates.forEach(each -> all.add(each.key().commodity().digits()));
        tell(
                all,
                seen -> candidates.forEach(
                        each -> seen.flow(each.key().reporter(), each.key().flow(), each.key().period(), each.key().commodity())),
                account);
    }

    /**
     * Tells the account.
     *
     * @param all codes that stand in the table
     * @param table passes over what stands in the table
     */
    static void tell(TreeSet<String> all, Consumer<Seen> table, TableAccount account) {
        if (pairs(all).isEmpty()) {
            return;
        }
        Map<Flow, TreeSet<String>> byFlow = new HashMap<>();
        table.accept((reporter, flow, period, commodity) ->
                byFlow.computeIfAbsent(new Flow(reporter, flow, period), key -> new TreeSet<>()).add(commodity.digits()));
        TreeMap<String, String> found = new TreeMap<>();
        byFlow.values().forEach(codes -> found.putAll(pairs(codes)));
        if (!found.isEmpty()) {
            String shown = String.join(", ", found.entrySet().stream().limit(MOST_SHOWN).map(pair -> pair.getKey() + " beside " + pair.getValue()).toList());
            account.issue(
                    IssueCode.MIXED_LEVELS,
                    shown + (found.size() > MOST_SHOWN ? " and " + (found.size() - MOST_SHOWN) + " more" : ""),
                    "one level of detail for whoever adds up the file",
                    "rows kept; no code is added to one that contains it");
        }
    }

    /** Codes that contain others of the set, each with the first of these. Codes within a code follow it in order. */
    private static Map<String, String> pairs(TreeSet<String> codes) {
        Map<String, String> pairs = new TreeMap<>();
        String before = "";
        for (String code : codes) {
            if (!before.isEmpty() && code.startsWith(before)) {
                pairs.put(before, code);
            }
            before = code;
        }
        return pairs;
    }
}
