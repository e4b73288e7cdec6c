package dev.lodestone.model.meeting;

import static dev.lodestone.model.testing.Rows.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lodestone.model.assess.Assessment;
import dev.lodestone.model.assess.AssessmentOptions;
import dev.lodestone.model.assess.Assessor;
import dev.lodestone.model.register.Commitment;
import dev.lodestone.model.register.Confidence;
import dev.lodestone.model.register.EconomyEntry;
import dev.lodestone.model.register.Event;
import dev.lodestone.model.register.Material;
import dev.lodestone.model.register.Registers;
import dev.lodestone.model.testing.Commitments;
import dev.lodestone.model.testing.TestRegisters;
import dev.lodestone.model.trade.Economy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AgendaTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Event SUMMIT = event("summit", "2026-12-14", "meeting", Confidence.VERIFIED, "G7", "EUU");

    private static Event event(String id, String date, String kind, Confidence confidence, String... actors) {
        return new Event(
                id, LocalDate.parse(date), date, List.of(actors), List.of(), kind, id, "Something.", List.of(), false, "test", confidence);
    }

    private static Registers registers(List<Event> events, Commitment... commitments) {
        Registers r = TestRegisters.registers(commitments);
        Material m = r.materials().get(TestRegisters.MATERIAL);
        Map<Economy, EconomyEntry> economies = new HashMap<>(r.economies());
        economies.put(Economy.of("EUU"), new EconomyEntry(Economy.of("EUU"), "European Union", "the Union", "European"));
        Material with = new Material(
                m.id(), m.label(), m.noun(), m.watched(), m.watchFrom(), m.stages(), m.commodities(), m.commitments(), events, m.production(), m.projects());
        return new Registers(economies, r.groups(), r.rates(), Map.of(with.id(), with), r.breaks());
    }

    private static Agenda agenda(Registers registers) {
        AssessmentOptions options = AssessmentOptions.of(TODAY, TestRegisters.MATERIAL)
                .withEconomies(List.of(Economy.of("JPN"), Economy.of("DEU"), Economy.of("EUU")));
        Assessment assessment = new Assessor(registers)
                .assess(rows().reporter("JPN").add("CHN", 800, 8).add("VNM", 200, 2).dataset(), options);
        return Agenda.of(SUMMIT, assessment);
    }

    private static List<String> kinds(Agenda agenda, String to) {
        return agenda.questions().stream().filter(q -> q.to().contains(to)).map(q -> q.kind().code()).toList();
    }

    @Test
    void membersOfAGroupTakePartAndMembersOfABlocAreSpokenForByIt() {
        Agenda agenda = agenda(registers(List.of(SUMMIT)));

        assertThat(agenda.participants()).as("Germany sits there through the Union only").extracting(Economy::code).containsExactly("JPN", "EUU");
    }

    @Test
    void theMeetingBeforeIsTheNewestSoundOneWithHalfOfTheTable() {
        List<Event> events = List.of(
                event("long-ago", "2024-05-01", "meeting", Confidence.VERIFIED, "JPN", "EUU"),
                event("half", "2026-02-01", "meeting", Confidence.VERIFIED, "JPN"),
                event("others", "2026-04-01", "meeting", Confidence.VERIFIED, "USA"),
                event("heard-of", "2026-06-01", "meeting", Confidence.UNVERIFIED, "JPN", "EUU"),
                event("no-meeting", "2026-07-01", "law", Confidence.VERIFIED, "JPN", "EUU"),
                SUMMIT);

        Agenda agenda = agenda(registers(events));

        assertThat(agenda.previous()).map(Event::id).hasValue("half");
        assertThat(agenda.since()).isEqualTo(LocalDate.of(2026, 2, 1));
        assertThat(agenda.happened()).extracting(Event::id).containsExactly("no-meeting");
    }

    @Test
    void whatHappenedIsToldFromTheDayAfterTheMeetingBeforeNewestFirst() {
        List<Event> events = List.of(
                event("before", "2026-02-01", "meeting", Confidence.VERIFIED, "JPN", "EUU"),
                event("same-day", "2026-02-01", "law", Confidence.VERIFIED, "JPN"),
                event("day-after", "2026-02-02", "law", Confidence.VERIFIED, "JPN"),
                event("heard-of", "2026-06-01", "law", Confidence.UNVERIFIED, "JPN"),
                event("today", "2026-11-21", "law", Confidence.VERIFIED, "EUU"),
                event("tomorrow", "2026-11-22", "law", Confidence.VERIFIED, "EUU"),
                SUMMIT);

        assertThat(agenda(registers(events)).happened()).extracting(Event::id).containsExactly("today", "day-after");
    }

    @Test
    void withoutAMeetingBeforeAYearIsToldBack() {
        assertThat(agenda(registers(List.of(SUMMIT))).since()).isEqualTo(LocalDate.of(2025, 11, 21));
    }

    @Test
    void whatWasDueAndIsUnknownIsAskedAfterWithItsDays() {
        Commitment due = Commitments.of(Commitment.Kind.DEADLINE).id("DUE").due("2026-11-01").build();

        Agenda agenda = agenda(registers(List.of(SUMMIT), due));

        assertThat(agenda.fellDue()).extracting(r -> r.commitment().id()).containsExactly("DUE");
        Question first = agenda.questions().getFirst();
        assertThat(first.kind()).isEqualTo(Question.Kind.OUTCOME_UNKNOWN);
        assertThat(first.number()).as("from 1 to 21 November").isEqualTo(20);
        assertThat(first.to()).containsExactly("JPN");
    }

    @Test
    void aShareBeyondItsCeilingIsAskedAboutWithItsDistance() {
        Commitment ceiling = Commitments.ceiling(0.5).id("CEILING").due("2030-12-31").build();

        Question first = agenda(registers(List.of(SUMMIT), ceiling)).questions().getFirst();

        assertThat(first.kind()).isEqualTo(Question.Kind.BEYOND_CEILING);
        assertThat(first.number()).as("800 of 1000 less 0.5").isCloseTo(0.3, within(1e-12));
    }

    @Test
    void whatFallsDueWithinAYearOfTheMeetingIsAskedForAndWhatIsLaterIsNot() {
        Commitment soon = Commitments.of(Commitment.Kind.DEADLINE).id("SOON").due("2026-12-31").build();
        Commitment later = Commitments.of(Commitment.Kind.DEADLINE).id("LATER").due("2028-01-01").build();

        Commitment rumour = Commitments.of(Commitment.Kind.DEADLINE).id("RUMOUR").due("2026-12-31").unverified().build();
        Commitment done = Commitments.of(Commitment.Kind.DEADLINE).id("DONE").due("2026-12-31").done("2026-11-02").build();

        Agenda agenda = agenda(registers(List.of(SUMMIT), soon, later, rumour, done));

        assertThat(agenda.ahead()).extracting(r -> r.commitment().id()).containsExactly("SOON");
        Question first = agenda.questions().getFirst();
        assertThat(first.kind()).isEqualTo(Question.Kind.DUE_SOON);
        assertThat(first.number()).as("from 14 to 31 December").isEqualTo(17);
        assertThat(agenda.questions()).noneMatch(q -> q.commitment().filter(r -> r.commitment().id().equals("LATER")).isPresent());
    }

    @Test
    void aPledgeIsAskedAfterWithItsAmountAndAMissingFigureWithItsStages() {
        Commitment money = Commitments.of(Commitment.Kind.MONEY).id("MONEY").threshold(5e8).missing("Money paid out").amount();

        Agenda agenda = agenda(registers(List.of(SUMMIT), money));

        assertThat(kinds(agenda, "JPN")).containsExactly("delivery-unknown", "figure-missing");
        assertThat(agenda.questions().getFirst().number()).isEqualTo(5e8);
        assertThat(agenda.questions().get(1).stages()).as("only its magnets are told").containsExactly("compound", "metal");
        assertThat(kinds(agenda, "EUU")).containsExactly("figure-missing");
    }

    @Test
    void nothingIsAskedFromWhatWasOnlyHeardOfOrIsDone() {
        Commitment rumour = Commitments.of(Commitment.Kind.DEADLINE).id("RUMOUR").due("2026-11-01").unverified().build();
        Commitment done = Commitments.of(Commitment.Kind.DEADLINE).id("DONE").due("2026-11-01").done("2026-11-02").build();

        List<Question> questions = agenda(registers(List.of(SUMMIT), rumour, done)).questions();

        assertThat(questions).allMatch(q -> q.kind() == Question.Kind.FIGURE_MISSING);
    }

    @Test
    void meetingsToComeAreThoseOfTheDayAndLater() {
        Event past = event("past", "2026-11-20", "meeting", Confidence.VERIFIED, "JPN");
        Event today = event("today", "2026-11-21", "meeting", Confidence.VERIFIED, "JPN");
        Registers registers = registers(new ArrayList<>(List.of(past, today, SUMMIT)));

        Meetings meetings = new Meetings(registers, registers.materials().get(TestRegisters.MATERIAL));

        assertThat(meetings.coming(TODAY)).extracting(Event::id).containsExactly("today", "summit");
        assertThat(meetings.find("past")).hasValue(past);
        assertThat(meetings.find("none")).isEqualTo(Optional.empty());
    }

    @Test
    void aMeetingOfOthersHasNoAgenda() {
        Registers registers = registers(List.of(SUMMIT));
        Assessment assessment = new Assessor(registers).assess(
                rows().reporter("JPN").add("CHN", 1).dataset(),
                AssessmentOptions.of(TODAY, TestRegisters.MATERIAL).withEconomies(List.of(Economy.of("DEU"))));

        assertThatThrownBy(() -> Agenda.of(SUMMIT, assessment))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("none of the economies assessed takes part in 'summit'");
    }
}
