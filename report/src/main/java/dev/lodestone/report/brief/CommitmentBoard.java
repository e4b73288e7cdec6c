package dev.lodestone.report.brief;

import dev.lodestone.model.commitment.CommitmentResult;
import dev.lodestone.model.commitment.CommitmentStatus;
import dev.lodestone.model.commitment.LinesAbove;
import dev.lodestone.model.register.Commitment;
import dev.lodestone.model.register.Confidence;
import dev.lodestone.model.text.Statement;
import dev.lodestone.model.text.Term;
import dev.lodestone.report.view.Board;
import dev.lodestone.report.view.Pill;
import dev.lodestone.report.view.Text;
import dev.lodestone.report.view.Tone;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/** The commitments board of a page: one row a commitment, its lines folded into it, what is behind first, then what figures judge. */
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

    /** Sentences that the column of the day says. */
    private static final Set<String> WAITING = Set.of("commitment.due-in", "commitment.due-today", "commitment.overdue");

    /** As those, and what the caption says of all. */
    private static final Set<String> SAID_ELSEWHERE =
            Set.of("commitment.due-in", "commitment.due-today", "commitment.overdue", "commitment.never-scored");

    /** Longer times are told in years. */
    private static final int TOLD_IN_DAYS = 730;

    private static final double DAYS_OF_A_YEAR = 365.25;

    private final Desk desk;

    CommitmentBoard(Desk desk) {
        this.desk = desk;
    }

    Board board(String id, String caption, List<CommitmentResult> results) {
        Map<String, List<CommitmentResult>> byCommitment = new LinkedHashMap<>();
        results.forEach(r -> byCommitment.computeIfAbsent(key(r), k -> new ArrayList<>()).add(r));
        List<List<CommitmentResult>> groups = alikeTogether(byCommitment.values());
        groups.sort(Comparator.<List<CommitmentResult>>comparingInt(group -> weight(worst(group)))
                .thenComparingInt(group -> urgency(worst(group)))
                .thenComparing(group -> dayOfOrder(worst(group))));
        List<Board.Row> rows = new ArrayList<>();
        int n = 0;
        for (List<CommitmentResult> group : groups) {
            n++;
            rows.add(row(id + "-" + n, group));
        }
        return new Board(id, caption, rows, List.of());
    }

    /** What is behind is read first; then what a figure speaks of, since that is what readers come for; then what is waited for. */
    private static int weight(CommitmentResult r) {
        boolean behind = urgency(r) <= URGENCY.indexOf(CommitmentStatus.OFF_TRACK);
        boolean told = isTold(r);
        return behind ? 0 : told ? 1 : 2;
    }

    /** Of equals that are waited for, what is due first stands first; what cannot be tested stays in the register's order. */
    private static LocalDate dayOfOrder(CommitmentResult r) {
        return canBeJudged(r) ? r.commitment().targetDate().orElse(LocalDate.MAX) : LocalDate.MIN;
    }

    /** Whether anything can be said of it but that it cannot be tested. */
    static boolean canBeJudged(CommitmentResult r) {
        return r.status() != CommitmentStatus.NOT_TESTABLE;
    }

    /** Whether there is a figure of it, if only one end. */
    static boolean isTold(CommitmentResult r) {
        return r.measured().isPresent() || r.high().isPresent() || r.low().isPresent();
    }

    /** Number of commitments by status, a commitment with several lines counted once by its worst. */
    Map<CommitmentStatus, Integer> count(List<CommitmentResult> results) {
        Map<String, List<CommitmentResult>> byCommitment = new LinkedHashMap<>();
        results.forEach(r -> byCommitment.computeIfAbsent(r.commitment().id(), k -> new ArrayList<>()).add(r));
        Map<CommitmentStatus, Integer> counts = new EnumMap<>(CommitmentStatus.class);
        byCommitment.values().forEach(group -> counts.merge(worst(group).status(), 1, Integer::sum));
        return counts;
    }

    /** A promise that binds each of its parties is one row for those of whom the same is told, without a figure. */
    private static List<List<CommitmentResult>> alikeTogether(Collection<List<CommitmentResult>> groups) {
        Map<List<Object>, List<CommitmentResult>> alike = new LinkedHashMap<>();
        for (List<CommitmentResult> group : groups) {
            List<Object> told = new ArrayList<>();
            for (CommitmentResult r : group) {
                boolean figure = isTold(r);
                told.add(List.of(r.commitment().id(), figure ? r.party() : "", r.stage(), r.commodity(), r.status(), r.why().sentences(), r.remedy()));
            }
            alike.computeIfAbsent(told, k -> new ArrayList<>()).addAll(group);
        }
        return new ArrayList<>(alike.values());
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
        List<Statement> said = worst.why().sentences();
        Text reason = Text.of(where(worst)).and(desk.text(desk.tell(Statement.text(said.stream().filter(s -> !SAID_ELSEWHERE.contains(s.key())).toList()))));
        if (group.size() > 1 && worst.measured().isPresent() && c.kind() == Commitment.Kind.SUPPLIER_SHARE_CEILING) {
            long measured = group.stream().filter(r -> r.measured().isPresent()).count();
            reason = Text.of(desk.say("board.lines", Long.toString(beyond(group)), Long.toString(measured))).and(reason);
        }
        Text source = c.sourceUrl().isEmpty() ? desk.text(c.sourceTitle()) : Text.of("").link(c.instrument(), c.sourceUrl());
        Text named = c.sourceUrl().isEmpty()
                ? desk.text(c.instrument()).and(". ").and(source)
                : source;
        Text confidence = c.confidence() == Confidence.VERIFIED ? named : named.and(" · " + desk.say("confidence." + c.confidence().code()));
        boolean waiting = said.stream().anyMatch(s -> WAITING.contains(s.key()));
        return new Board.Row(
                anchor,
                parties(c, group),
                promise,
                Pill.ofStatus(worst.status().code(), desk.say("status." + worst.status().code())),
                gauge(worst),
                due(c, waiting),
                reason,
                remedy(group, worst),
                confidence);
    }

    /** Of several lines above a ceiling, what all of them take; else that of the row's own figure, and which line that is where there are others. */
    private Text remedy(List<CommitmentResult> group, CommitmentResult worst) {
        Statement all = LinesAbove.relief(group);
        if (!all.isEmpty()) {
            return desk.text(desk.tell(all));
        }
        Text own = desk.text(desk.tell(worst.remedy()));
        boolean isOneOfSeveral = worst.commitment().kind() == Commitment.Kind.SUPPLIER_SHARE_CEILING && beyond(group) > 1;
        return worst.remedy().isEmpty() || !isOneOfSeveral ? own : Text.of(where(worst)).and(own);
    }

    /** Lines or stages that are beyond what was promised. */
    private static long beyond(List<CommitmentResult> group) {
        return group.stream().filter(r -> r.distancePoints().orElse(0) > 0).count();
    }

    private String parties(Commitment c, List<CommitmentResult> group) {
        List<String> names = c.applies() == Commitment.Applies.TOGETHER
                ? c.parties().stream().map(desk::party).toList()
                : group.stream().map(r -> desk.party(r.party())).distinct().toList();
        return names.size() <= 3 ? String.join(", ", names) : desk.say("board.many", names.getFirst(), Integer.toString(names.size() - 1));
    }

    private String where(CommitmentResult r) {
        if (r.commodity().isEmpty()) {
            // Amounts may be pledged for no stage, or for recycling, which is none of the material's.
            return desk.stages().stream()
                    .filter(stage -> stage.id().equals(r.stage()) && isTold(r))
                    .map(stage -> desk.say("board.stage", stage.label()))
                    .findFirst()
                    .orElse("");
        }
        return desk.say("board.line", desk.commodity(r.stage(), r.commodity())
                .map(e -> desk.say("lines.named", r.commodity(), e.label()))
                .orElse(r.commodity()));
    }

    /** The day, and how far off it is where that matters still. */
    private String due(Commitment c, boolean waiting) {
        return c.targetDate().map(day -> waiting ? distance(day) : desk.numbers.date(day)).orElse("");
    }

    private String distance(LocalDate day) {
        long days = ChronoUnit.DAYS.between(desk.asOf(), day);
        long years = Math.round(Math.abs(days) / DAYS_OF_A_YEAR);
        boolean far = Math.abs(days) > TOLD_IN_DAYS;
        String key = days == 0 ? "board.due-today"
                : days > 0 ? (far ? "board.due-in-years" : "board.due-in")
                : far ? "board.due-years-ago" : "board.due-ago";
        return desk.say(key, Term.day(day), Term.count(far ? years : Math.abs(days)));
    }

    private List<Board.Gauge> gauge(CommitmentResult r) {
        Commitment c = r.commitment();
        boolean known = r.measured().isPresent();
        boolean leastAlone = !known && r.high().isEmpty();
        OptionalDouble level = known ? r.measured() : leastAlone ? r.low() : r.high();
        if (c.kind() != Commitment.Kind.SUPPLIER_SHARE_CEILING || level.isEmpty() || c.threshold().isEmpty()) {
            return List.of();
        }
        double threshold = c.threshold().getAsDouble();
        double value = clamp(level.getAsDouble());
        // One end decides on one side only: a least that is above is above whatever the rest, a least that is below says nothing.
        Tone tone = known ? value > threshold ? Tone.BAD : Tone.GOOD : leastAlone && value > threshold ? Tone.BAD : Tone.NEUTRAL;
        String share = desk.numbers.percent(value);
        String measured = known ? share : desk.say(leastAlone ? "figure.at-least" : "figure.at-most", share);
        return List.of(new Board.Gauge(
                value,
                clamp(r.low().orElse(known ? value : 0)),
                leastAlone ? 1 : clamp(r.high().orElse(value)),
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
