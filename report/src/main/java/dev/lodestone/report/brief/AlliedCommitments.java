package dev.lodestone.report.brief;

import dev.lodestone.model.commitment.CommitmentResult;
import dev.lodestone.model.commitment.CommitmentStatus;
import dev.lodestone.model.text.Term;
import dev.lodestone.report.chart.Frame;
import dev.lodestone.report.chart.StatusStrip;
import dev.lodestone.report.chart.TextMeasure;
import dev.lodestone.report.view.Block;
import dev.lodestone.report.view.Figure;
import dev.lodestone.report.view.Paragraph;
import dev.lodestone.report.view.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What was promised, in three parts: what can be scored now, what is not due, what cannot be tested. */
final class AlliedCommitments {

    private final Desk desk;
    private final Counter counter;
    private final List<CommitmentResult> commitments;

    AlliedCommitments(Desk desk, Counter counter, List<CommitmentResult> commitments) {
        this.desk = desk;
        this.counter = counter;
        this.commitments = commitments;
    }

    /** What is due or can be judged by a figure, with a picture of how all stand; empty without commitments. */
    List<Block> scored() {
        if (commitments.isEmpty()) {
            return List.of();
        }
        CommitmentBoard board = new CommitmentBoard(desk);
        Map<CommitmentStatus, Integer> counts = board.count(commitments);
        List<StatusStrip.Part> parts = new ArrayList<>();
        for (CommitmentStatus status : CommitmentStatus.values()) {
            parts.add(new StatusStrip.Part(desk.say("status." + status.code()), counts.getOrDefault(status, 0), tone(status)));
        }
        int untested = counts.getOrDefault(CommitmentStatus.NOT_TESTABLE, 0);
        String title = desk.say(untested > 0 ? "strip.title-untested" : "strip.title", Integer.toString(untested),
                Integer.toString(counts.values().stream().mapToInt(Integer::intValue).sum()));
        String alt = parts.stream().filter(p -> p.count() > 0).map(p -> p.count() + " " + p.label()).collect(Collectors.joining(", "));
        StatusStrip.Input input = new StatusStrip.Input(title, desk.say("strip.alt", alt), parts, desk.say("strip.status"), desk.say("strip.count"));
        List<Block> blocks = new ArrayList<>();
        blocks.add(Paragraph.of(desk.say("strip.text")));
        blocks.add(new Figure("fig-status", counter.figure(desk), title, desk.say("strip.subtitle", desk.numbers.date(desk.asOf())),
                StatusStrip.draw(input, Frame.desktop(), TextMeasure.inter()),
                StatusStrip.draw(input, Frame.phone(), TextMeasure.inter()),
                StatusStrip.draw(input, Frame.page(), TextMeasure.inter()),
                Text.of(desk.say("source.register"))));
        List<CommitmentResult> judged = commitments.stream().filter(CommitmentBoard::canBeJudged).toList();
        Set<String> urgent = urgent();
        List<CommitmentResult> first = judged.stream().filter(r -> urgent.contains(r.commitment().id())).toList();
        long others = judged.stream().map(r -> r.commitment().id()).filter(id -> !urgent.contains(id)).distinct().count();
        if (others > 0) {
            // Above the board: below one that fills its page it would stand alone on the next.
            blocks.add(new Paragraph(Text.of("").link(desk.say("board.not-due-more", Term.count(others)), "#commitments-not-due").and(".")));
        }
        if (!first.isEmpty()) {
            blocks.add(board.board("board-scored", desk.say("board.urgent", desk.numbers.date(desk.asOf())), first));
        }
        return blocks;
    }

    /** What waits for its day. */
    List<Block> notDue() {
        Set<String> urgent = urgent();
        List<CommitmentResult> waiting = commitments.stream()
                .filter(r -> CommitmentBoard.canBeJudged(r) && !urgent.contains(r.commitment().id()))
                .toList();
        return waiting.isEmpty() ? List.of() : List.of(new CommitmentBoard(desk).board("board-not-due", desk.say("board.not-due"), waiting).brief());
    }

    /** What no figure can judge. */
    List<Block> untestable() {
        Set<String> judged = commitments.stream()
                .filter(CommitmentBoard::canBeJudged)
                .map(r -> r.commitment().id())
                .collect(Collectors.toSet());
        List<CommitmentResult> rest = commitments.stream()
                .filter(r -> !judged.contains(r.commitment().id()))
                .toList();
        return rest.isEmpty()
                ? List.of()
                : List.of(new CommitmentBoard(desk).board("board-untestable", desk.say("board.untestable"), rest).brief());
    }

    /** Commitments whose day has come, or for which there is a figure: these are read first. */
    private Set<String> urgent() {
        return commitments.stream()
                .filter(CommitmentBoard::canBeJudged)
                .filter(r -> r.status() != CommitmentStatus.OPEN || CommitmentBoard.isTold(r))
                .map(r -> r.commitment().id())
                .collect(Collectors.toSet());
    }

    private static StatusStrip.Tone tone(CommitmentStatus status) {
        return switch (status) {
            case MET -> StatusStrip.Tone.REACHED;
            case ON_TRACK -> StatusStrip.Tone.ON_WAY;
            case OPEN -> StatusStrip.Tone.OPEN;
            case OFF_TRACK, INDETERMINATE -> StatusStrip.Tone.BEHIND;
            case MOVING_AWAY, MISSED -> StatusStrip.Tone.FAILED;
            case NOT_TESTABLE, OUTCOME_UNKNOWN -> StatusStrip.Tone.UNKNOWN;
        };
    }
}
