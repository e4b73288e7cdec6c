package dev.lodestone.model.meeting;

import dev.lodestone.model.assess.Assessment;
import dev.lodestone.model.commitment.CommitmentResult;
import dev.lodestone.model.commitment.CommitmentStatus;
import dev.lodestone.model.measure.Basis;
import dev.lodestone.model.register.Commitment;
import dev.lodestone.model.register.Confidence;
import dev.lodestone.model.register.Event;
import dev.lodestone.model.register.StageEntry;
import dev.lodestone.model.trade.Economy;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Draws questions from the states of commitments and from figures that are missing. */
final class Questions {

    private final Assessment assessment;
    private final Event meeting;
    private final List<Economy> participants;
    private final Set<String> codes;

    Questions(Assessment assessment, Event meeting, List<Economy> participants, Set<String> codes) {
        this.assessment = assessment;
        this.meeting = meeting;
        this.participants = participants;
        this.codes = codes;
    }

    List<Question> draw() {
        Map<String, List<CommitmentResult>> byCommitment = new LinkedHashMap<>();
        for (CommitmentResult r : assessment.commitments()) {
            if (codes.contains(r.party()) && r.commitment().confidence() != Confidence.UNVERIFIED) {
                boolean together = r.commitment().applies() == Commitment.Applies.TOGETHER;
                byCommitment.computeIfAbsent(r.commitment().id() + (together ? "" : "/" + r.party()), k -> new ArrayList<>()).add(r);
            }
        }
        List<Question> questions = new ArrayList<>();
        byCommitment.values().forEach(lines -> of(lines).ifPresent(questions::add));
        participants.forEach(p -> missingFigures(p).ifPresent(questions::add));
        questions.sort(Comparator.comparingInt((Question q) -> place(q.to().getFirst()))
                .thenComparing(Question::kind)
                .thenComparing(Comparator.comparingDouble((Question q) -> pressure(q)).reversed()));
        return questions;
    }

    /** Groups come first: all are asked. */
    private int place(String code) {
        return participants.stream().map(Economy::code).toList().indexOf(code);
    }

    private static double pressure(Question q) {
        return q.kind() == Question.Kind.DUE_SOON ? -q.number() : q.number();
    }

    /** One question for a commitment, from the line that stands worst. */
    private Optional<Question> of(List<CommitmentResult> lines) {
        List<String> to = lines.stream().map(CommitmentResult::party).distinct()
                .sorted(Comparator.comparingInt(this::place)).toList();
        Optional<CommitmentResult> beyond = lines.stream()
                .filter(r -> r.status() != CommitmentStatus.MET && r.distancePoints().orElse(0) > 0)
                .filter(r -> r.commitment().kind() == Commitment.Kind.SUPPLIER_SHARE_CEILING)
                .max(Comparator.comparingDouble(r -> r.distancePoints().getAsDouble()));
        Optional<CommitmentResult> unknown = lines.stream().filter(r -> r.status() == CommitmentStatus.OUTCOME_UNKNOWN).findFirst();
        if (unknown.isPresent() && unknown.get().commitment().targetDate().isPresent()) {
            LocalDate due = unknown.get().commitment().targetDate().get();
            return question(Question.Kind.OUTCOME_UNKNOWN, to, unknown.get(), ChronoUnit.DAYS.between(due, assessment.options().asOf()));
        }
        if (beyond.isPresent()) {
            return question(Question.Kind.BEYOND_CEILING, to, beyond.get(), beyond.get().distancePoints().getAsDouble());
        }
        CommitmentResult first = lines.getFirst();
        Commitment c = first.commitment();
        boolean over = lines.stream().allMatch(r -> r.status() == CommitmentStatus.MET);
        if (over || c.doneDate().isPresent()) {
            return Optional.empty();
        }
        if (c.targetDate().isPresent() && first.status() != CommitmentStatus.NOT_TESTABLE) {
            long days = ChronoUnit.DAYS.between(meeting.date(), c.targetDate().get());
            if (days <= ChronoUnit.DAYS.between(meeting.date(), meeting.date().plusYears(1))) {
                return question(Question.Kind.DUE_SOON, to, first, days);
            }
        }
        if (c.threshold().isEmpty() || c.missing().isEmpty()) {
            return Optional.empty();
        }
        Question.Kind kind = c.unit().equals("1") ? Question.Kind.SERIES_MISSING : Question.Kind.DELIVERY_UNKNOWN;
        return question(kind, to, first, c.threshold().getAsDouble());
    }

    private static Optional<Question> question(Question.Kind kind, List<String> to, CommitmentResult about, double number) {
        return Optional.of(new Question(kind, to, Optional.of(about), Optional.empty(), List.of(), number));
    }

    private Optional<Question> missingFigures(Economy economy) {
        List<String> without = assessment.material().stages().stream()
                .map(StageEntry::id)
                .filter(stage -> assessment.years(economy, stage, "").stream().noneMatch(p -> p.obstacle(Basis.VALUE).isEmpty()))
                .toList();
        return without.isEmpty()
                ? Optional.empty()
                : Optional.of(new Question(
                        Question.Kind.FIGURE_MISSING, List.of(economy.code()), Optional.empty(), Optional.of(economy), without, without.size()));
    }
}
