package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.IssueCode;
import dev.lodestone.model.trade.Quantity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Rows of one table that speak of the same flow. Repeats are set aside; parts beside their total are set aside; rows that contradict
 * each other are all set aside. Rows that differ in the publisher's own codes and only meet in ours are added up.
 */
final class RepeatedKeys {

    /** What a row says of its flow. */
    private record Amounts(Quantity value, Quantity netWeightKg, String currency) {

        static Amounts of(Candidate row) {
            return new Amounts(row.value(), row.netWeightKg(), row.currency());
        }
    }

    private static final String ACTION = "row set aside";
    private static final int MOST_LINES = 6;

    private final TableAccount account;
    private final Gaps gaps;

    RepeatedKeys(TableAccount account, Gaps gaps) {
        this.account = account;
        this.gaps = gaps;
    }

    /** The candidates that remain, in reading order, as they are given; the list may be the one given. */
    List<Candidate> settle(List<Candidate> candidates) {
        Set<Long> met = repeated(candidates);
        if (met.isEmpty()) {
            return candidates;
        }
        Figures suspect = new Figures();
        for (Candidate each : candidates) {
            if (met.contains(FlowSet.hash(each.key()))) {
                suspect.add(each);
            }
        }
        List<Candidate> all = new Figures();
        Settled sound = settled(suspect);
        for (Candidate each : candidates) {
            if (!met.contains(FlowSet.hash(each.key()))) {
                sound.moveBefore(each.record(), all::add);
                all.add(each);
            }
        }
        sound.moveBefore(Long.MAX_VALUE, all::add);
        return all;
    }

    /** What remains of the rows of flows that several rows tell of. */
    Settled settled(Figures suspect) {
        Figures.Keys keys = suspect.keys();
        BitSet sound = new BitSet(suspect.size());
        RowGroups written = RowGroups.of(IntStream.range(0, suspect.size()).toArray(), keys.written());
        for (int group = 0; group < written.size(); group++) {
            if (written.rowCount(group) == 1) {
                sound.set(written.first(group));
            } else {
                int[] places = written.rows(group);
                List<Candidate> rows = Arrays.stream(places).mapToObj(suspect::get).toList();
                settleOne(rows).forEach(kept -> sound.set(places[rows.indexOf(kept)]));
            }
        }
        return new Settled(suspect, RowGroups.of(sound.stream().toArray(), keys.flow()));
    }

    /** Hashes of keys that several rows have, or may have. */
    private static Set<Long> repeated(List<Candidate> candidates) {
        FlowSet flows = new FlowSet(candidates.size());
        Set<Long> repeated = new HashSet<>();
        for (Candidate each : candidates) {
            long hash = FlowSet.hash(each.key());
            if (!flows.add(hash)) {
                repeated.add(hash);
            }
        }
        return repeated;
    }

    /** Rows in the order in which their flows are first told, to be put among others. What they come to is told as they are asked for. */
    final class Settled {

        private final Figures suspect;
        private final RowGroups flows;
        private int next;

        private Settled(Figures suspect, RowGroups flows) {
            this.suspect = suspect;
            this.flows = flows;
        }

        /** Moves those whose flow is first told before a record and that were not yet moved. */
        void moveBefore(long record, Consumer<Candidate> others) {
            while (next < flows.size() && suspect.record(flows.first(next)) < record) {
                List<Candidate> rows = Arrays.stream(flows.rows(next)).mapToObj(suspect::get).toList();
                next++;
                (rows.size() == 1 ? rows : join(rows)).forEach(others);
            }
        }
    }

    private List<Candidate> settleOne(List<Candidate> rows) {
        Candidate first = rows.get(0);
        Amounts amounts = Amounts.of(first);
        if (rows.stream().map(Amounts::of).allMatch(amounts::equals)) {
            return repeats(rows);
        }
        int total = totalOf(rows);
        if (total >= 0) {
            return parts(rows, total);
        }
        List<Candidate> distinct = new ArrayList<>();
        List<Candidate> again = new ArrayList<>();
        Set<Amounts> met = new HashSet<>();
        for (Candidate each : rows) {
            (met.add(Amounts.of(each)) ? distinct : again).add(each);
        }
        if (!again.isEmpty() && totalOf(distinct) >= 0) {
            again.forEach(each -> setAside(IssueCode.DUPLICATE_ROW, each, "one row for " + each.key()));
            return parts(distinct, totalOf(distinct));
        }
        for (Candidate each : rows) {
            String others = lines(rows.stream().filter(other -> other != each), rows.size() - 1);
            setAside(IssueCode.CONFLICTING_ROWS, each, "one amount for " + each.key() + ", not another in " + others);
        }
        gaps.add(rows.get(0).asGap());
        return List.of();
    }

    private List<Candidate> repeats(List<Candidate> rows) {
        Candidate first = rows.get(0);
        rows.subList(1, rows.size())
                .forEach(each -> setAside(IssueCode.DUPLICATE_ROW, each, "one row for " + each.key() + ", given in " + lines(List.of(first))));
        return List.of(first);
    }

    private List<Candidate> parts(List<Candidate> rows, int total) {
        Candidate kept = rows.get(total);
        for (Candidate each : rows) {
            if (each != kept) {
                setAside(IssueCode.SUSPECTED_BREAKDOWN, each, "one row for " + each.key() + ", whose total is in " + lines(List.of(kept)));
            }
        }
        return List.of(kept);
    }

    /** Place of the largest row if the rows add up to a multiple of it, which parts beside their total do; else -1. */
    private static int totalOf(List<Candidate> rows) {
        int largest = 0;
        double sum = 0;
        for (int i = 0; i < rows.size(); i++) {
            Candidate row = rows.get(i);
            if (!row.value().isKnown() || !row.currency().equals(rows.get(0).currency())) {
                return -1;
            }
            sum += row.value().amount();
            if (row.value().amount() > rows.get(largest).value().amount()) {
                largest = i;
            }
        }
        double total = rows.get(largest).value().amount();
        if (rows.size() < 3 || total <= 0) {
            return -1;
        }
        long times = Math.round(sum / total);
        double tolerance = Math.max(1e-9 * sum, 0.01 * rows.size());
        return times >= 2 && Math.abs(sum - times * total) <= Math.min(tolerance, total / 100) ? largest : -1;
    }

    /** One figure of rows that differ in a code only: parts beside their total where the publisher splits the flow, else to be added. */
    private List<Candidate> join(List<Candidate> rows) {
        boolean split = rows.stream().map(Candidate::part).distinct().count() > 1;
        return split && totalOf(rows) >= 0 ? parts(rows, totalOf(rows)) : sum(rows);
    }

    /** One figure of several codes that are one economy here, or of the parts of a flow. */
    private List<Candidate> sum(List<Candidate> rows) {
        Candidate first = rows.get(0);
        for (Candidate each : rows) {
            if (!each.currency().equals(first.currency()) || each.valuation() != first.valuation()) {
                rows.forEach(row -> setAside(
                        IssueCode.CONFLICTING_ROWS, row, "one currency and one valuation for " + row.key() + ", to be added up"));
                gaps.add(first.asGap());
                return List.of();
            }
        }
        String codes = rows.stream()
                .map(row -> row.part().isEmpty() ? row.partnerText() : row.partnerText() + " " + row.part())
                .distinct()
                .limit(12)
                .collect(Collectors.joining(" + "));
        String note = "sum of " + lines(rows) + " (" + codes + ")";
        return List.of(first.with(
                Quantities.sum(rows.stream().map(Candidate::value).toList()),
                Quantities.sum(rows.stream().map(Candidate::netWeightKg).toList()),
                first.note().isEmpty() ? note : first.note() + "; " + note));
    }

    private void setAside(IssueCode code, Candidate row, String expected) {
        account.notKeptButSetAside();
        String text = row.value().isKnown() ? Quantities.plain(row.value().amount()) : "";
        account.issue(code, row.line(), row.record(), row.valueColumn(), row.cell(), text, expected, ACTION);
    }

    private static String lines(List<Candidate> rows) {
        return lines(rows.stream(), rows.size());
    }

    private static String lines(Stream<Candidate> rows, int count) {
        List<Long> lines = rows.map(Candidate::line).distinct().limit(MOST_LINES).toList();
        String listed = String.join(", ", lines.stream().map(String::valueOf).toList());
        return (lines.size() == 1 ? "line " : "lines ") + listed + (count > MOST_LINES ? " and " + (count - MOST_LINES) + " more" : "");
    }
}
