package dev.lodestone.report.brief;

import dev.lodestone.model.commitment.CommitmentResult;
import dev.lodestone.model.commitment.CommitmentStatus;
import dev.lodestone.model.register.Commitment;
import dev.lodestone.report.view.Board;
import dev.lodestone.report.view.Pill;
import dev.lodestone.report.view.Text;
import dev.lodestone.report.view.Tone;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The commitments board of a page: one row a commitment, its lines folded into it, the most urgent first. */
final class CommitmentBoard {

    private static final List<CommitmentStatus> URGENCY = List.of(
            CommitmentStatus.MISSED,
            CommitmentStatus.MOVING_AWAY,
            CommitmentStatus.OFF_TRACK,
            CommitmentStatus.OUTCOME_UNKNOWN,
            CommitmentStatus.INDETERMINATE,
            CommitmentStatus.OPEN,
            CommitmentStatus.ON_TRACK,
            CommitmentStatus.MET,
            CommitmentStatus.NOT_TESTABLE);

    private final Desk desk;

    CommitmentBoard(Desk desk) {
        this.desk = desk;
    }

    Board board(String id, String caption, List<CommitmentResult> results) {
        Map<String, List<CommitmentResult>> byCommitment = new LinkedHashMap<>();
        results.forEach(r -> byCommitment.computeIfAbsent(key(r), k -> new ArrayList<>()).add(r));
        List<List<CommitmentResult>> groups = new ArrayList<>(byCommitment.values());
        groups.sort((a, b) -> Integer.compare(urgency(worst(a)), urgency(worst(b))));
        List<Board.Row> rows = new ArrayList<>();
        int n = 0;
        for (List<CommitmentResult> group : groups) {
            n++;
            rows.add(row(id + "-" + n, group));
        }
        return new Board(id, caption, rows, List.of());
    }

    /** Whether anything can be said of it but that it cannot be tested. */
    static boolean canBeJudged(CommitmentResult r) {
        return r.status() != CommitmentStatus.NOT_TESTABLE;
    }

    /** Number of commitments by status, a commitment with several lines counted once by its worst. */
    Map<CommitmentStatus, Integer> count(List<CommitmentResult> results) {
        Map<String, List<CommitmentResult>> byCommitment = new LinkedHashMap<>();
        results.forEach(r -> byCommitment.computeIfAbsent(r.commitment().id(), k -> new ArrayList<>()).add(r));
        Map<CommitmentStatus, Integer> counts = new EnumMap<>(CommitmentStatus.class);
        byCommitment.values().forEach(group -> counts.merge(worst(group).status(), 1, Integer::sum));
        return counts;
    }

    private static String key(CommitmentResult r) {
        return r.commitment().applies() == Commitment.Applies.TOGETHER
                ? r.commitment().id()
                : r.commitment().id() + "/" + r.party();
    }

    private static int urgency(CommitmentResult r) {
        return URGENCY.indexOf(r.status());
    }

    private static CommitmentResult worst(List<CommitmentResult> group) {
        CommitmentResult worst = group.getFirst();
        for (CommitmentResult r : group) {
            boolean more = urgency(r) < urgency(worst);
            boolean farther = urgency(r) == urgency(worst) && r.distancePoints().orElse(-1) > worst.distancePoints().orElse(-1);
            if (more || farther) {
                worst = r;
            }
        }
        return worst;
    }

    private Board.Row row(String anchor, List<CommitmentResult> group) {
        CommitmentResult worst = worst(group);
        Commitment c = worst.commitment();
        Text promise = desk.text(c.summary());
        Text reason = Text.of(where(worst)).and(desk.text(desk.tell(worst.why())));
        if (group.size() > 1 && worst.measured().isPresent()) {
            long measured = group.stream().filter(r -> r.measured().isPresent()).count();
            long beyond = group.stream()
                    .filter(r -> r.distancePoints().isPresent() && r.distancePoints().getAsDouble() > 0)
                    .count();
            reason = Text.of(desk.say("board.lines", Long.toString(beyond), Long.toString(measured))).and(reason);
        }
        Text source = c.sourceUrl().isEmpty() ? desk.text(c.sourceTitle()) : Text.of("").link(c.instrument(), c.sourceUrl());
        Text named = c.sourceUrl().isEmpty()
                ? desk.text(c.instrument()).and(". ").and(source)
                : source;
        Text confidence = named.and(" · " + desk.say("confidence." + c.confidence().code()));
        return new Board.Row(
                anchor,
                parties(c, worst),
                promise,
                Pill.ofStatus(worst.status().code(), desk.say("status." + worst.status().code())),
                gauge(worst),
                due(c),
                reason,
                desk.text(desk.tell(worst.remedy())),
                confidence);
    }

    private String parties(Commitment c, CommitmentResult worst) {
        if (c.applies() == Commitment.Applies.TOGETHER) {
            List<String> names = c.parties().stream().map(desk::party).toList();
            return names.size() <= 3 ? String.join(", ", names) : desk.say("board.many", names.getFirst(), Integer.toString(names.size() - 1));
        }
        return desk.party(worst.party());
    }

    private String where(CommitmentResult r) {
        if (r.commodity().isEmpty()) {
            return r.measured().isPresent() || r.high().isPresent()
                    ? desk.say("board.stage", desk.stage(r.stage()).label())
                    : "";
        }
        String label = desk.commodity(r.stage(), r.commodity()).map(e -> e.label() + ", ").orElse("");
        return desk.say("board.line", label + r.commodity());
    }

    private String due(Commitment c) {
        return c.targetDate().map(desk.numbers::date).orElse("");
    }

    private List<Board.Gauge> gauge(CommitmentResult r) {
        Commitment c = r.commitment();
        OptionalDouble level = r.measured().isPresent() ? r.measured() : r.high();
        if (c.kind() != Commitment.Kind.SUPPLIER_SHARE_CEILING || level.isEmpty() || c.threshold().isEmpty()) {
            return List.of();
        }
        double threshold = c.threshold().getAsDouble();
        double value = clamp(level.getAsDouble());
        Tone tone = r.measured().isEmpty() ? Tone.NEUTRAL : value > threshold ? Tone.BAD : Tone.GOOD;
        String measured = r.measured().isPresent()
                ? desk.numbers.percent(value)
                : desk.say("figure.at-most", desk.numbers.percent(value));
        return List.of(new Board.Gauge(
                value,
                clamp(r.low().orElse(r.measured().isPresent() ? value : 0)),
                clamp(r.high().orElse(value)),
                clamp(threshold),
                desk.say("board.measured", measured, r.period()),
                desk.say("board.threshold", desk.numbers.roundPercent(threshold)),
                tone,
                ""));
    }

    private static double clamp(double x) {
        return Math.max(0, Math.min(1, x));
    }
}
