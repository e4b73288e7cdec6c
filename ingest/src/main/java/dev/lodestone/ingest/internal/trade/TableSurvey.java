package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.internal.scan.TakenRows;
import dev.lodestone.model.quality.Completeness;
import dev.lodestone.model.quality.Completeness.Reason;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.Quantity;
import dev.lodestone.model.trade.TradeFlow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What the sound rows of a table come to, series by series, without the rows: which flows were met and met again, sums over partners, and
 * what bounds them. Rows are added in reading order.
 */
public final class TableSurvey {

    /** What bounds a series that has rows; each a bit behind {@link SeriesTable#HAS_PARTNERS}. */
    private static final List<Reason> REASONS = List.of(
            Reason.MAIN_PARTNERS, Reason.SELECTED_PARTNERS, Reason.SUPPLIER_VANISHED, Reason.ROWS_SET_ASIDE, Reason.WITHHELD);

    /** Rows whose series are looked up together. */
    private static final int TOGETHER = 256;

    private final RowNumbers numbers;
    private final RowNumbers.Of<RowKind.Flow> flows = new RowNumbers.Of<>();
    private final RowNumbers.Of<Economy> economies = new RowNumbers.Of<>();
    private final int world = economies.number(Economy.WORLD);
    private final SeriesTable series = new SeriesTable();
    private final SeriesTable repeated = new SeriesTable();
    private boolean hasRepeats;
    private long rows;
    private int[] flowOfKind = {};
    private int[] flagsOfKind = {};
    private double[] unitsOfKind = {};
    private double[] unitsOfLine = {};

    /** What the first partners come to; of no interest where there are more. */
    private final double[] dollars = new double[SelectedPartners.FEW + 1];

    /** What the partners of the first reporters' lists come to; of no interest where there are more. */
    private final RowNumbers.Of<SelectedPartners.Whose> lists = new RowNumbers.Of<>();

    private final double[][] dollarsOfList = new double[SelectedPartners.FEW_JOINED][0];
    private int[] listOfKind = {};
    private int[] economyOfPartner = {};
    private final int[] linesOf = new int[TOGETHER];
    private final int[] economiesOf = new int[TOGETHER];
    private int lastKind = -1;
    private int lastCommodity = -1;
    private int lastLine = -1;

    TableSurvey(RowNumbers numbers) {
        this.numbers = numbers;
    }

    /** Adds rows that were taken. */
    void add(TakenRows taken, int from, int to) {
        for (int first = from; first < to; first += TOGETHER) {
            addFew(taken, first, Math.min(to - first, TOGETHER));
        }
    }

    /**
     * Adds some rows a step at a time: their series lie far apart in memory, and a processor waits for many of them at once where nothing
     * hangs on the first.
     */
    private void addFew(TakenRows taken, int first, int count) {
        for (int i = 0; i < count; i++) {
            linesOf[i] = lineOf(taken.kind(first + i), taken.commodity(first + i));
            economiesOf[i] = economyOf(taken.partner(first + i));
        }
        series.fetch(linesOf, economiesOf, count);
        for (int i = 0; i < count; i++) {
            int row = first + i;
            add(linesOf[i], taken.kind(row), economiesOf[i], taken.commodity(row), taken.value(row), FigureTaker.valueStatus(taken.statuses(row)), "");
        }
    }

    /** Adds a sound row. */
    void add(Candidate row) {
        int kind = numbers.kinds().number(RowKind.of(row));
        int commodity = numbers.commodities().number(row.key().commodity());
        add(lineOf(kind, commodity), kind, economies.number(row.key().partner()), commodity, row.value().amount(), row.value().status(), row.note());
    }

    private void add(int line, int kind, int economy, int commodity, double value, Quantity.Status status, String note) {
        if (!series.meet(line, economy)) {
            repeated.meet(repeated.line(flowOfKind[kind], commodity), economy);
            hasRepeats = true;
        }
        sum(line, kind, economy == world, value, status, note);
        if (economy <= SelectedPartners.FEW) {
            dollars[economy] += isKnown(status) ? value / unitsOfKind[kind] : SelectedPartners.UNKNOWN;
        }
        if (listOfKind[kind] < SelectedPartners.FEW_JOINED) {
            double[] ofList = dollarsOfList[listOfKind[kind]];
            if (economy >= ofList.length) {
                ofList = dollarsOfList[listOfKind[kind]] = Arrays.copyOf(ofList, Math.max(64, 2 * economy));
            }
            ofList[economy] += isKnown(status) ? value / unitsOfKind[kind] : SelectedPartners.UNKNOWN;
        }
        rows++;
    }

    private void sum(int line, int kind, boolean isWorld, double value, Quantity.Status status, String note) {
        boolean known = isKnown(status);
        if (isWorld) {
            if (known) {
                series.addWorld(line, value);
            }
            return;
        }
        series.add(line, value, known);
        int flags = flagsOfKind[kind];
        if (!known) {
            flags |= flag(SeriesCompleteness.reason(numbers.kinds().get(kind).publisher() + note));
        }
        if (flags != 0) {
            series.flag(line, flags);
        }
    }

    private static boolean isKnown(Quantity.Status status) {
        return status.compareTo(Quantity.Status.NIL) <= 0;
    }

    private static int flag(Reason reason) {
        return SeriesTable.HAS_PARTNERS << 1 + REASONS.indexOf(reason);
    }

    private int lineOf(int kind, int commodity) {
        if (kind != lastKind || commodity != lastCommodity) {
            lastLine = series.line(flowOf(kind), commodity);
            if (lastLine >= unitsOfLine.length) {
                unitsOfLine = Arrays.copyOf(unitsOfLine, Math.max(64, 2 * lastLine));
            }
            unitsOfLine[lastLine] = unitsOfKind[kind];
            lastKind = kind;
            lastCommodity = commodity;
        }
        return lastLine;
    }

    private int flowOf(int kind) {
        if (kind >= flowOfKind.length || flowOfKind[kind] < 0) {
            if (kind >= flowOfKind.length) {
                flowOfKind = grown(flowOfKind, kind);
                flagsOfKind = grown(flagsOfKind, kind);
                unitsOfKind = Arrays.copyOf(unitsOfKind, flowOfKind.length);
                listOfKind = Arrays.copyOf(listOfKind, flowOfKind.length);
            }
            RowKind known = numbers.kinds().get(kind);
            flowOfKind[kind] = flows.number(known.flow());
            listOfKind[kind] = lists.number(new SelectedPartners.Whose(known.flow().reporter(), known.flow().flow()));
            unitsOfKind[kind] = SelectedPartners.units(known.currency());
            flagsOfKind[kind] = switch (known.coverage()) {
                case COMPLETE -> 0;
                case MAIN_PARTNERS -> flag(Reason.MAIN_PARTNERS);
                case SELECTED_PARTNERS -> flag(Reason.SELECTED_PARTNERS);
            };
        }
        return flowOfKind[kind];
    }

    private int economyOf(int partner) {
        if (partner >= economyOfPartner.length) {
            economyOfPartner = grown(economyOfPartner, partner);
        }
        if (economyOfPartner[partner] < 0) {
            economyOfPartner[partner] = economies.number(numbers.partners().get(partner).economy());
        }
        return economyOfPartner[partner];
    }

    /** With room for the number; -1 where nothing stands. */
    private static int[] grown(int[] array, int number) {
        int[] grown = Arrays.copyOf(array, Math.max(number + 1, 2 * array.length));
        Arrays.fill(grown, array.length, grown.length, -1);
        return grown;
    }

    /** The partners, if the rows look like a selection of partners; else none. */
    Set<Economy> chosen() {
        int partners = economies.size() - 1;
        if (partners == 0 || partners > SelectedPartners.FEW) {
            return Set.of();
        }
        Set<Economy> named = new HashSet<>();
        List<Double> sums = new ArrayList<>();
        for (int economy = 1; economy <= partners; economy++) {
            named.add(economies.get(economy));
            sums.add(dollars[economy]);
        }
        if (named.stream().anyMatch(Economy::isUnnamed)) {
            return Set.of();
        }
        boolean same = true;
        Set<SelectedPartners.Listed> lists = new HashSet<>();
        for (int line = 0; line < series.size(); line++) {
            if (series.world(line) >= 0) {
                return Set.of();
            }
            RowKind.Flow flow = flows.get(series.flow(line));
            lists.add(new SelectedPartners.Listed(flow.reporter(), flow.flow(), numbers.commodities().get(series.commodity(line))));
            for (int economy = 1; same && economy <= partners; economy++) {
                same = series.has(line, economy);
            }
        }
        return SelectedPartners.isSelection(sums, same, lists) ? named : Set.of();
    }

    /** The lists of partners that look like a selection though those of the table as a whole do not; see {@link SelectedPartners#beside}. */
    Selections joined(Collection<Candidate> totals) {
        if (lists.size() > SelectedPartners.FEW_JOINED) {
            return Selections.NONE;
        }
        Set<SelectedPartners.Whose> told = new HashSet<>();
        totals.forEach(row -> told.add(new SelectedPartners.Whose(row.key().reporter(), row.key().flow())));
        Map<SelectedPartners.Whose, Set<Economy>> chosen = new LinkedHashMap<>();
        for (int list = 0; list < lists.size(); list++) {
            Map<Economy, Double> partners = new HashMap<>();
            for (int economy = 0; economy < dollarsOfList[list].length; economy++) {
                if (dollarsOfList[list][economy] > 0) {
                    partners.put(economies.get(economy), dollarsOfList[list][economy]);
                }
            }
            boolean hasWorld = partners.keySet().stream().anyMatch(Economy::isWorld);
            if (!hasWorld && !told.contains(lists.get(list)) && SelectedPartners.isSelectionBeside(partners)) {
                chosen.put(lists.get(list), partners.keySet());
            }
        }
        return Selections.of(chosen, ofCommodities(totals));
    }

    /** The lists of each reporter's commodities in all periods, one more than are looked at at most. */
    private Map<SelectedPartners.Listed, Selections.OneList> ofCommodities(Collection<Candidate> totals) {
        Map<SelectedPartners.Listed, Selections.OneList> all = new LinkedHashMap<>();
        for (int line = 0; line < series.size() && all.size() <= SelectedPartners.FEW_JOINED; line++) {
            RowKind.Flow flow = flows.get(series.flow(line));
            Selections.OneList list = all.computeIfAbsent(
                    new SelectedPartners.Listed(flow.reporter(), flow.flow(), numbers.commodities().get(series.commodity(line))), key -> new Selections.OneList());
            for (int economy = 0; economy < economies.size(); economy++) {
                if (series.has(line, economy)) {
                    list.add(economies.get(economy), 0);
                }
            }
            list.add(series.sum(line) / unitsOfLine[line]);
        }
        for (Candidate row : totals) {
            Selections.OneList list = all.get(new SelectedPartners.Listed(row.key().reporter(), row.key().flow(), row.key().commodity()));
            if (list != null) {
                list.add(row.key().partner(), 0);
            }
        }
        return all;
    }

    /** Whether a flow was met in several rows. */
    boolean hasRepeats() {
        return hasRepeats;
    }

    /** Whether the row's flow was met in several rows. */
    boolean isRepeated(Candidate row) {
        int line = repeatedLine(row.key());
        int economy = economies.find(row.key().partner());
        return line >= 0 && economy >= 0 && repeated.has(line, economy);
    }

    private int repeatedLine(Candidate.Key key) {
        int flow = flows.find(RowKind.Flow.of(key));
        int commodity = numbers.commodities().find(key.commodity());
        return flow < 0 || commodity < 0 ? -1 : repeated.find(flow, commodity);
    }

    /** Whether the flow of a row that was taken was met in several rows. */
    boolean isRepeated(TakenRows taken, int row) {
        int line = repeated.find(flowOf(taken.kind(row)), taken.commodity(row));
        return line >= 0 && repeated.has(line, economyOf(taken.partner(row)));
    }

    /** Figures, flows without amounts and World rows included. */
    public long figures() {
        return rows;
    }

    /** Whether the flow was met. */
    boolean has(Candidate.Key key) {
        int line = lineOf(key);
        int economy = economies.find(key.partner());
        return line >= 0 && economy >= 0 && series.has(line, economy);
    }

    private int lineOf(Candidate.Key key) {
        int flow = flows.find(RowKind.Flow.of(key));
        int commodity = numbers.commodities().find(key.commodity());
        return flow < 0 || commodity < 0 ? -1 : series.find(flow, commodity);
    }

    /** Sum and number of the known amounts of all rows of a flow, whoever the partner; empty sum if there are none. */
    double[] sumOf(Candidate.Key key) {
        int line = lineOf(key);
        return line < 0 ? new double[2] : new double[] {series.sum(line) + Math.max(series.world(line), 0), series.figures(line)};
    }

    /** Tells the account whose trade of when was met. */
    void tellFlows(TableAccount account) {
        flowsMet().forEach(flow -> account.met(flow.reporter(), flow.period()));
    }

    /** Tells the account which codes stand beside longer codes that they contain. */
    void tellLevels(TableAccount account) {
        boolean[] met = new boolean[numbers.commodities().size()];
        for (int line = 0; line < series.size(); line++) {
            met[series.commodity(line)] = true;
        }
        TreeSet<String> codes = new TreeSet<>();
        for (int commodity = 0; commodity < met.length; commodity++) {
            if (met[commodity]) {
                codes.add(numbers.commodities().get(commodity).digits());
            }
        }
        CodeLevels.tell(codes, seen -> {
            for (int line = 0; line < series.size(); line++) {
                RowKind.Flow flow = flows.get(series.flow(line));
                seen.flow(flow.reporter(), flow.flow(), flow.period(), numbers.commodities().get(series.commodity(line)));
            }
        }, account);
    }

    private List<RowKind.Flow> flowsMet() {
        boolean[] met = new boolean[flows.size()];
        for (int line = 0; line < series.size(); line++) {
            met[series.flow(line)] = true;
        }
        List<RowKind.Flow> all = new ArrayList<>();
        for (int flow = 0; flow < met.length; flow++) {
            if (met[flow]) {
                all.add(flows.get(flow));
            }
        }
        return all;
    }

    /** Calls the series whose sum nothing confirms a selection of partners. */
    void selectUnless(Function<Candidate.Key, Boolean> confirmed) {
        for (int line = 0; line < series.size(); line++) {
            RowKind.Flow flow = flows.get(series.flow(line));
            Candidate.Key key = new Candidate.Key(
                    flow.reporter(), Economy.WORLD, flow.flow(), flow.classification(), numbers.commodities().get(series.commodity(line)), flow.period());
            if ((series.flags(line) & SeriesTable.HAS_PARTNERS) != 0 && !confirmed.apply(key)) {
                series.unflag(line, flag(Reason.MAIN_PARTNERS));
                series.flag(line, flag(Reason.SELECTED_PARTNERS));
            }
        }
    }

    /** Adds what stands beside the rows: a flow without amounts, a World row. */
    void addBeside(Candidate row) {
        rows++;
        int kind = numbers.kinds().number(RowKind.of(row));
        int line = series.line(flowOf(kind), numbers.commodities().number(row.key().commodity()));
        sum(line, kind, row.key().partner().isWorld(), row.value().amount(), row.value().status(), row.note());
    }

    /** Calendar years of imports. */
    public Set<Integer> importYears() {
        Set<Integer> years = new TreeSet<>();
        for (RowKind.Flow flow : flowsMet()) {
            if (flow.flow() == TradeFlow.IMPORT && flow.period().isCalendarYear()) {
                years.add(flow.period().year());
            }
        }
        return years;
    }

    /** The verdict over all series. */
    Completeness completeness(boolean cut, long untold) {
        if (series.size() == 0) {
            return Completeness.NOTHING;
        }
        SeriesCompleteness judged = new SeriesCompleteness(cut);
        RowNumbers.Of<RowKind.Flow> regardless = new RowNumbers.Of<>();
        flowsMet().forEach(flow -> regardless.number(new RowKind.Flow(flow.reporter(), flow.flow(), "", flow.period())));
        if (regardless.size() == flowsMet().size()) {
            for (int line = 0; line < series.size(); line++) {
                judged.judge(keyOf(line), stateOf(line));
            }
        } else { // of one series in several nomenclatures
            Map<SeriesCompleteness.SeriesKey, SeriesCompleteness.State> states = new LinkedHashMap<>();
            for (int line = 0; line < series.size(); line++) {
                states.computeIfAbsent(keyOf(line), key -> new SeriesCompleteness.State()).merge(stateOf(line));
            }
            states.forEach(judged::judge);
        }
        return judged.verdict(untold);
    }

    private SeriesCompleteness.SeriesKey keyOf(int line) {
        RowKind.Flow flow = flows.get(series.flow(line));
        return new SeriesCompleteness.SeriesKey(
                flow.reporter(), flow.flow(), numbers.commodities().get(series.commodity(line)), flow.period());
    }

    private SeriesCompleteness.State stateOf(int line) {
        int flags = series.flags(line);
        Set<Reason> reasons = Set.of();
        if (flags > SeriesTable.HAS_PARTNERS) {
            reasons = EnumSet.noneOf(Reason.class);
            for (Reason reason : REASONS) {
                if ((flags & flag(reason)) != 0) {
                    reasons.add(reason);
                }
            }
        }
        return SeriesCompleteness.State.of(reasons, (flags & SeriesTable.HAS_PARTNERS) != 0, series.sum(line), series.world(line));
    }
}
