package dev.lodestone.model.meeting;

import dev.lodestone.model.register.Confidence;
import dev.lodestone.model.register.EconomyEntry;
import dev.lodestone.model.register.Event;
import dev.lodestone.model.register.Material;
import dev.lodestone.model.register.Registers;
import dev.lodestone.model.trade.Economy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The meetings that a register of events knows: its events of kind {@code meeting}. */
public final class Meetings {

    /** The kind of event that is a meeting. */
    public static final String KIND = "meeting";

    private final Registers registers;
    private final List<Event> meetings;

    public Meetings(Registers registers, Material material) {
        this.registers = registers;
        this.meetings = material.events().stream().filter(e -> e.kind().equals(KIND)).toList();
    }

    /** All, in order of time. */
    public List<Event> all() {
        return meetings;
    }

    /** Those on a day or later. */
    public List<Event> coming(LocalDate day) {
        return meetings.stream().filter(m -> !m.date().isBefore(day)).toList();
    }

    public Optional<Event> find(String id) {
        return meetings.stream().filter(m -> m.id().equals(id)).findFirst();
    }

    /**
     * Who takes part: those who act and those whom it bears on, groups taken apart into their members of that day.
     *
     * @param meeting the meeting
     * @param among the economies that may be named, in the order wanted
     * @return empty where the register names none of them
     */
    public List<Economy> participants(Event meeting, List<Economy> among) {
        Set<String> codes = codes(meeting);
        Set<Economy> taking = new HashSet<>();
        for (String code : codes) {
            taking.addAll(registers.isGroup(code) ? registers.membersOf(code, meeting.date()) : Set.of());
        }
        return among.stream().filter(e -> codes.contains(e.code()) || (taking.contains(e) && !onlyInside(e, codes, meeting))).toList();
    }

    /** Whether an economy is meant only as part of a bloc that takes part as one. */
    private boolean onlyInside(Economy economy, Set<String> codes, Event meeting) {
        return codes.stream()
                .filter(registers::isGroup)
                .filter(code -> registers.membersOf(code, meeting.date()).contains(economy))
                .allMatch(code -> Economy.find(code).flatMap(registers::findEconomy).filter(EconomyEntry::sitsAsOne).isPresent());
    }

    /**
     * The meeting at which most of the participants sat together before: the newest that took place before a day and before the meeting
     * itself, was read in a source, and had at least half of them at the table.
     */
    public Optional<Event> before(Event meeting, List<Economy> participants, LocalDate day) {
        List<Event> earlier = new ArrayList<>();
        for (Event m : meetings) {
            boolean past = m.date().isBefore(meeting.date()) && m.date().isBefore(day);
            if (past && m.confidence() != Confidence.UNVERIFIED && 2 * participants(m, participants).size() >= participants.size()) {
                earlier.add(m);
            }
        }
        return earlier.isEmpty() ? Optional.empty() : Optional.of(earlier.getLast());
    }

    private static Set<String> codes(Event meeting) {
        Set<String> codes = new HashSet<>(meeting.actors());
        codes.addAll(meeting.affects());
        return codes;
    }
}
