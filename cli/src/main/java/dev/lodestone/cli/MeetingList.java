package dev.lodestone.cli;

import dev.lodestone.model.meeting.Meetings;
import dev.lodestone.model.register.Confidence;
import dev.lodestone.model.register.Event;
import dev.lodestone.model.register.Material;
import dev.lodestone.model.register.Registers;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.report.data.CsvTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The meetings of a register, as they are asked for and listed. */
public final class MeetingList {

    private static final String BRIEFED = "ALLIES";

    private final Registers registers;
    private final Meetings meetings;
    private final LocalDate asOf;

    MeetingList(Registers registers, Material material, LocalDate asOf) {
        this.registers = registers;
        this.meetings = new Meetings(registers, material);
        this.asOf = asOf;
    }

    /**
     * A meeting that is to come.
     *
     * @throws UsageException if there is none of that id on the day or later; the message names those that there are
     */
    Event coming(String id) {
        Optional<Event> meeting = meetings.find(id);
        if (meeting.isEmpty()) {
            throw new UsageException("no meeting '" + id + "' in the register of events; " + comingInWords()
                    + DidYouMean.hint(id, meetings.all().stream().map(Event::id).toList()));
        }
        if (meeting.get().date().isBefore(asOf)) {
            throw new UsageException("meeting '" + id + "' was on " + meeting.get().date() + ", before " + asOf + " (--as-of takes an earlier day); "
                    + comingInWords());
        }
        return meeting.get();
    }

    /**
     * The allies briefed that take part.
     *
     * @throws UsageException if the register names none
     */
    List<String> participants(Event meeting) {
        List<String> codes = taking(meeting).stream().map(Economy::code).toList();
        if (codes.isEmpty()) {
            throw new UsageException("the register names no ally that takes part in '" + meeting.id() + "'; --ally says whom to brief");
        }
        return codes;
    }

    private List<Economy> taking(Event meeting) {
        return meetings.participants(meeting, registers.listMembers(BRIEFED, asOf));
    }

    private String comingInWords() {
        List<Event> coming = meetings.coming(asOf);
        return coming.isEmpty()
                ? "none is to come after " + asOf
                : "to come: " + coming.stream().map(m -> m.id() + " (" + m.title() + ", " + m.dateText() + ")").collect(Collectors.joining("; "));
    }

    /** Prints them for a person: those to come, or all. */
    public void print(PrintWriter out, boolean all) {
        List<Event> listed = listed(all);
        for (Event m : listed) {
            String sure = m.confidence() == Confidence.VERIFIED ? "" : " (" + m.confidence().code() + ")";
            out.println(String.format(Locale.ROOT, "%-10s %s%s", m.dateText(), m.id(), sure));
            out.println("    " + OneLine.of(m.title()));
            String who = taking(m).stream().map(Economy::code).collect(Collectors.joining(" "));
            out.println("    " + (who.isEmpty() ? "no ally named" : who));
        }
        out.println(listed.size() + (listed.size() == 1 ? " meeting" : " meetings") + (all ? "" : " from " + asOf + " on"));
    }

    /** Prints them as CSV. */
    public void printCsv(PrintWriter out, boolean all) throws IOException {
        CsvTable table = new CsvTable(out, List.of("id", "date", "title", "participants", "confidence", "source"));
        for (Event m : listed(all)) {
            String who = taking(m).stream().map(Economy::code).collect(Collectors.joining("|"));
            table.text(m.id()).text(m.dateText()).text(m.title()).text(who).word(m.confidence().code()).text(m.source()).end();
        }
    }

    /** Prints them as a JSON array. */
    public void printJson(PrintWriter out, boolean all) throws IOException {
        JsonText.print(out, json -> {
            json.writeStartArray();
            for (Event m : listed(all)) {
                json.writeStartObject();
                json.writeStringField("id", m.id());
                json.writeStringField("date", m.dateText());
                json.writeStringField("firstDay", m.date().toString());
                json.writeStringField("title", m.title());
                json.writeStringField("summary", m.summary());
                JsonText.strings(json, "participants", taking(m).stream().map(Economy::code).toList());
                JsonText.strings(json, "actors", m.actors());
                JsonText.strings(json, "affects", m.affects());
                json.writeStringField("confidence", m.confidence().code());
                json.writeStringField("source", m.source());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private List<Event> listed(boolean all) {
        return all ? meetings.all() : meetings.coming(asOf);
    }
}
