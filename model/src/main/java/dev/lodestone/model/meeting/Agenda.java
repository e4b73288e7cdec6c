package dev.lodestone.model.meeting;

import dev.lodestone.model.assess.Assessment;
import dev.lodestone.model.commitment.CommitmentResult;
import dev.lodestone.model.register.Confidence;
import dev.lodestone.model.register.EconomyEntry;
import dev.lodestone.model.register.Event;
import dev.lodestone.model.trade.Economy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What to bring to a meeting.
 *
 * @param meeting the meeting
 * @param previous when most of the participants met before; absent where the register knows no such meeting
 * @param since the day from which on promises and events are told: that of the meeting before, else a year ago
 * @param participants who takes part, of the economies assessed
 * @param promised commitments of participants adopted since
 * @param fellDue commitments of participants whose day has come since, the earliest first
 * @param happened events since that bear on participants, meetings and what was only heard of left out, newest first
 * @param ahead commitments of participants that fall due within a year after the meeting, the nearest first
 * @param questions what to ask, by participant and pressure
 */
public record Agenda(
        Event meeting,
        Optional<Event> previous,
        LocalDate since,
        List<Economy> participants,
        List<CommitmentResult> promised,
        List<CommitmentResult> fellDue,
        List<Event> happened,
        List<CommitmentResult> ahead,
        List<Question> questions) {

    public Agenda {
        Objects.requireNonNull(meeting, "meeting");
        Objects.requireNonNull(since, "since");
        participants = List.copyOf(participants);
        promised = List.copyOf(promised);
        fellDue = List.copyOf(fellDue);
        happened = List.copyOf(happened);
        ahead = List.copyOf(ahead);
        questions = List.copyOf(questions);
    }

    /**
     * Draws it up.
     *
     * @param meeting a meeting of the assessment's material
     * @param assessment what was measured and judged, of the participants at least
     * @throws IllegalArgumentException if none of the economies assessed takes part
     */
    public static Agenda of(Event meeting, Assessment assessment) {
        Meetings meetings = new Meetings(assessment.registers(), assessment.material());
        List<Economy> participants = meetings.participants(meeting, assessment.economies());
        if (participants.isEmpty()) {
            throw new IllegalArgumentException("none of the economies assessed takes part in '" + meeting.id() + "'");
        }
        LocalDate today = assessment.options().asOf();
        Optional<Event> previous = meetings.before(meeting, participants, today);
        LocalDate since = previous.map(Event::date).orElse(today.minusYears(1));
        Set<String> codes = codes(meeting, participants, assessment);
        List<CommitmentResult> theirs = assessment.commitments().stream().filter(r -> codes.contains(r.party())).toList();
        return new Agenda(
                meeting,
                previous,
                since,
                participants,
                theirs.stream().filter(r -> within(r.commitment().adopted(), since, today)).toList(),
                theirs.stream()
                        .filter(r -> within(r.commitment().targetDate(), since, today))
                        .sorted(Comparator.comparing((CommitmentResult r) -> r.commitment().targetDate().get()))
                        .toList(),
                happened(assessment, codes, since, today),
                theirs.stream()
                        .filter(r -> r.commitment().doneDate().isEmpty())
                        .filter(r -> r.commitment().confidence() != Confidence.UNVERIFIED)
                        .filter(r -> within(r.commitment().targetDate(), today, meeting.date().plusYears(1)))
                        .sorted((a, b) -> a.commitment().targetDate().get().compareTo(b.commitment().targetDate().get()))
                        .toList(),
                new Questions(assessment, meeting, participants, codes).draw());
    }

    /** Codes under which the register may name the participants: their own, and those of groups that all take part. */
    private static Set<String> codes(Event meeting, List<Economy> participants, Assessment assessment) {
        Set<String> codes = new HashSet<>();
        participants.forEach(p -> codes.add(p.code()));
        assessment.registers().groups().stream()
                .map(g -> g.group())
                .distinct()
                .filter(g -> Economy.find(g).flatMap(assessment.registers()::findEconomy).filter(EconomyEntry::sitsAsOne).isEmpty())
                .filter(g -> participants.containsAll(assessment.registers().membersOf(g, meeting.date())))
                .forEach(codes::add);
        return codes;
    }

    private static boolean within(Optional<LocalDate> day, LocalDate after, LocalDate until) {
        return day.isPresent() && day.get().isAfter(after) && !day.get().isAfter(until);
    }

    private static List<Event> happened(Assessment assessment, Set<String> codes, LocalDate since, LocalDate today) {
        List<Event> happened = new ArrayList<>();
        for (Event e : assessment.material().events()) {
            boolean theirs = e.affects().isEmpty()
                    || e.affects().stream().anyMatch(codes::contains)
                    || e.actors().stream().anyMatch(codes::contains);
            if (theirs
                    && within(Optional.of(e.date()), since, today)
                    && !e.kind().equals(Meetings.KIND)
                    && e.confidence() != Confidence.UNVERIFIED) {
                happened.add(e);
            }
        }
        return happened.reversed();
    }
}
