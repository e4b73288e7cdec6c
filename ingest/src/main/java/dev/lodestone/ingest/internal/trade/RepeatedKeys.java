package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.IssueCode;
import dev.lodestone.model.trade.Quantity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Rows of one table that speak of the same flow. Repeats are set aside; parts beside their total are set aside; rows that contradict
 * each other are all set aside. Rows that differ in the publisher's own codes and only meet in ours are added up.
 *
 * <p>Where the publisher names the parts, what is a total is told by its name: by the flows of the whole table in which a part of that name is
 * what the others come to. In a single flow the largest may be so by chance, and a total beside its only part looks like two parts.
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
        private final Set<String> totals;
        private int next;

        private Settled(Figures suspect, RowGroups flows) {
            this.suspect = suspect;
            this.flows = flows;
            this.totals = totals();
        }

        private List<Candidate> rows(int flow) {
            return Arrays.stream(flows.rows(flow)).mapToObj(suspect::get).toList();
        }

        private Set<String> totals() {
            return RepeatedKeys.totals(IntStream.range(0, flows.size())
                    .filter(flow -> flows.rowCount(flow) > 1)
                    .mapToObj(this::rows)
                    .flatMap(rows -> byTexts(rows).stream()));
        }

        /** Moves those whose flow is first told before a record and that were not yet moved. */
        void moveBefore(long record, Consumer<Candidate> others) {
            while (next < flows.size() && suspect.record(flows.first(next)) < record) {
                List<Candidate> rows = rows(next++);
                (rows.size() == 1 ? rows : join(rows, totals)).forEach(others);
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

    /** Place of the largest row if the rows add up to a multiple of it, by value and by weight, which parts beside their total do; else -1. */
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
        boolean isTotal = times >= 2 && Math.abs(sum - times * total) <= Math.min(tolerance, total / 100);
        return isTotal && weighsAsMuch(rows, rows.get(largest), times) ? largest : -1;
    }

    /** Whether weights do not contradict a total; publishers round them to the kilogram, and estimate each for itself. */
    private static boolean weighsAsMuch(List<Candidate> rows, Candidate total, long times) {
        double sum = 0;
        for (Candidate row : rows) {
            if (row.netWeightKg().status() != Quantity.Status.REPORTED) {
                return true;
            }
            sum += row.netWeightKg().amount();
        }
        double weight = total.netWeightKg().amount();
        return Math.abs(sum - times * weight) <= Math.max(rows.size(), weight / 100);
    }

    /** Rows of one flow by what the publisher calls whose they are: those of several codes that are one economy here have totals of their own. */
    private static Collection<List<Candidate>> byTexts(List<Candidate> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(row -> List.of(Naming.folded(row.reporterText()), Naming.folded(row.partnerText())), LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    /** Names of parts that are the total of the others, in more flows than in which they are not, and those that the layout calls so. */
    static Set<String> totals(Stream<List<Candidate>> flows) {
        Map<String, Integer> votes = new HashMap<>();
        flows.forEach(parts -> {
            if (parts.stream().noneMatch(Candidate::isCalledTotal)) {
                vote(parts, votes);
            } else {
                parts.stream().filter(Candidate::isCalledTotal).forEach(total -> votes.put(total.part(), CALLED_SO));
            }
        });
        return votes.entrySet().stream().filter(vote -> vote.getValue() > 0).map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    /** More than flows could say against it: no vote is taken where the publisher names a total. */
    private static final int CALLED_SO = 1 << 30;

    /** Counts for each name of a part a flow in which it is the total of the others, and against it one in which it is not. */
    private static void vote(List<Candidate> parts, Map<String, Integer> votes) {
        boolean isTold = parts.stream().allMatch(part -> part.value().isKnown());
        if (parts.size() < 2 || !isTold || (parts.size() == 2 && parts.get(0).value().amount() == parts.get(1).value().amount())) {
            return; // which may be two parts as well as a total beside its only one
        }
        int total = totalOf(parts);
        for (int i = 0; i < parts.size(); i++) {
            votes.merge(parts.get(i).part(), i == total ? 1 : -1, Integer::sum);
        }
    }

    /** One figure of rows that differ in a code only: the total where it stands beside its parts, else what they add up to. */
    private List<Candidate> join(List<Candidate> rows, Set<String> totals) {
        Collection<List<Candidate>> namings = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> List.of(Naming.of(row.reporterText()), Naming.of(row.partnerText())), LinkedHashMap::new, Collectors.toList()))
                .values();
        return namings.size() == 1 || rows.get(0).key().partner().isUnnamed() ? joinAlike(rows, totals) : saidTwice(namings, totals);
    }

    /** A flow that is told once by codes and once by names: its amounts are never added up. */
    private List<Candidate> saidTwice(Collection<List<Candidate>> namings, Set<String> totals) {
        List<Amounts> amounts = namings.stream()
                .map(rows -> new Amounts(
                        Quantities.sum(rows.stream().map(Candidate::value).toList()),
                        Quantities.sum(rows.stream().map(Candidate::netWeightKg).toList()),
                        rows.get(0).currency()))
                .distinct()
                .toList();
        List<Candidate> all = namings.stream().flatMap(List::stream).toList();
        List<Candidate> first = namings.iterator().next();
        if (amounts.size() > 1) {
            all.forEach(row -> setAside(
                    IssueCode.CONFLICTING_ROWS, row, "one amount for " + row.key() + ", whether its economies stand there by codes or by names"));
            gaps.add(first.get(0).asGap());
            return List.of();
        }
        all.subList(first.size(), all.size())
                .forEach(row -> setAside(IssueCode.DUPLICATE_ROW, row, "one row for " + row.key() + ", given in " + lines(first)));
        return first.size() == 1 ? first : joinAlike(first, totals);
    }

    private List<Candidate> joinAlike(List<Candidate> rows, Set<String> totals) {
        Optional<Candidate> total = byTexts(rows).stream().flatMap(parts -> tooSmall(parts).stream()).findFirst();
        if (total.isPresent()) {
            rows.forEach(row -> setAside(
                    IssueCode.CONFLICTING_ROWS, row, "parts of " + row.key() + " that come to no more than their total in " + lines(List.of(total.get()))));
            gaps.add(rows.get(0).asGap());
            return List.of();
        }
        Set<Candidate> left = Collections.newSetFromMap(new IdentityHashMap<>());
        byTexts(rows).forEach(parts -> left.addAll(withoutParts(parts, totals)));
        List<Candidate> summands = rows.stream().filter(left::contains).toList();
        return summands.size() == 1 ? summands : sum(summands);
    }

    /** The row that the publisher calls the total of others that come to more. */
    private static Optional<Candidate> tooSmall(List<Candidate> rows) {
        double parts = rows.stream().filter(row -> row.isPartAlone() && row.value().isKnown()).mapToDouble(row -> row.value().amount()).sum();
        return rows.stream()
                .filter(row -> row.isCalledTotal() && row.value().isKnown())
                .filter(row -> parts - row.value().amount() > Math.max(rows.size(), 1e-6 * row.value().amount()))
                .findFirst();
    }

    private List<Candidate> withoutParts(List<Candidate> rows, Set<String> totals) {
        int total = totalAmong(rows, totals);
        return total < 0 ? rows : parts(rows, total);
    }

    /** Place of the row that has the name of a total, if none is larger; else -1. */
    private static int totalAmong(List<Candidate> rows, Set<String> totals) {
        int largest = 0;
        for (int i = 1; i < rows.size(); i++) {
            double amount = rows.get(i).value().amount();
            double most = rows.get(largest).value().amount();
            largest = amount > most || (amount == most && totals.contains(rows.get(i).part())) ? i : largest;
        }
        Candidate total = rows.get(largest);
        boolean isTotal = rows.size() > 1 && total.value().isKnown() && totals.contains(total.part());
        return isTotal && rows.stream().allMatch(row -> row.currency().equals(total.currency())) ? largest : -1;
    }

    /** One row of a flow whose parts are given, which may have their total among them; without amounts where nobody can add them up. */
    static Candidate whole(List<Candidate> parts, Set<String> totals) {
        int total = totalAmong(parts, totals);
        return total < 0 ? added(parts).orElseGet(() -> parts.get(0).with(Quantity.MISSING, Quantity.MISSING, parts.get(0).note())) : parts.get(total);
    }

    /** One figure of several codes that are one economy here, or of the parts of a flow. */
    private List<Candidate> sum(List<Candidate> rows) {
        Optional<Candidate> sum = added(rows);
        if (sum.isEmpty()) {
            rows.forEach(row ->
                    setAside(IssueCode.CONFLICTING_ROWS, row, "one currency and one valuation for " + row.key() + ", to be added up"));
            gaps.add(rows.get(0).asGap());
        }
        return sum.stream().toList();
    }

    private static Optional<Candidate> added(List<Candidate> rows) {
        Candidate first = rows.get(0);
        if (rows.stream().anyMatch(row -> !row.currency().equals(first.currency()) || row.valuation() != first.valuation())) {
            return Optional.empty();
        }
        String codes = rows.stream()
                .map(row -> row.part().isEmpty() ? row.partnerText() : row.partnerText() + " " + row.part())
                .distinct()
                .limit(12)
                .collect(Collectors.joining(" + "));
        String note = "sum of " + lines(rows) + " (" + codes + ")";
        return Optional.of(first.with(
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
