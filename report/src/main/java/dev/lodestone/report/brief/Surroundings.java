package dev.lodestone.report.brief;

import dev.lodestone.model.commitment.CommitmentResult;
import dev.lodestone.model.meeting.Meetings;
import dev.lodestone.model.register.Confidence;
import dev.lodestone.model.register.Event;
import dev.lodestone.model.register.Project;
import dev.lodestone.model.register.StageEntry;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.report.view.Cell;
import dev.lodestone.report.view.Pill;
import dev.lodestone.report.view.Table;
import dev.lodestone.report.view.Text;
import dev.lodestone.report.view.Tone;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What happens around the figures: what is being built and what happened or is to come, as far as it bears on a reader's economy. */
final class Surroundings {

    private static final int MONTHS_BACK = 24;

    private final Desk desk;

    Surroundings(Desk desk) {
        this.desk = desk;
    }

    /** Codes under which a register may mean this economy: its own and those of the groups that it belongs to. */
    Set<String> codesOf(Economy economy) {
        Set<String> codes = new HashSet<>();
        codes.add(economy.code());
        desk.assessment.registers().groups().stream()
                .filter(g -> g.member().equals(economy) && g.holdsOn(desk.asOf()) && !g.group().equals("ALLIED-SUPPLY"))
                .forEach(g -> codes.add(g.group()));
        if (desk.isBloc(economy)) {
            desk.assessment.registers().membersOf(economy.code(), desk.asOf()).forEach(m -> codes.add(m.code()));
        }
        return codes;
    }

    /** Commitments that bind the economy: its own and those of groups that it belongs to, but not those of a bloc's single members. */
    List<CommitmentResult> commitments(Economy economy) {
        Set<String> codes = codesOf(economy);
        return desk.assessment.commitments().stream()
                .filter(r -> codes.contains(r.party()) && (!desk.isBloc(economy) || r.party().equals(economy.code()) || r.party().length() == 2))
                .toList();
    }

    /** Commitments that bind any of the edition's economies, in the register's order: what an edition of one ally tells of, the others have not promised. */
    List<CommitmentResult> commitments() {
        Set<CommitmentResult> binding =
                desk.assessment.economies().stream().flatMap(e -> commitments(e).stream()).collect(Collectors.toSet());
        return desk.assessment.commitments().stream().filter(binding::contains).toList();
    }

    List<Project> projects(Economy economy) {
        Set<String> codes = codesOf(economy);
        codes.remove("G7");
        codes.remove("ALLIES");
        return desk.assessment.material().projects().stream()
                .filter(p -> p.bearsOn().stream().anyMatch(codes::contains)
                        || p.economies().stream().anyMatch(codes::contains))
                .sorted(order(economy))
                .toList();
    }

    private Comparator<Project> order(Economy economy) {
        return Comparator.comparing((Project p) -> !p.economies().contains(economy.code()))
                .thenComparing(p -> p.kind().equals("reserve"))
                .thenComparing(p -> stageOrder(p))
                .thenComparing(Project::name);
    }

    private int stageOrder(Project p) {
        for (int i = desk.stages().size() - 1; i >= 0; i--) {
            if (p.stages().contains(desk.stages().get(i).id())) {
                return -i;
            }
        }
        return 1;
    }

    Optional<Table> projectTable(String id, List<Project> projects, Counter counter) {
        if (projects.isEmpty()) {
            return Optional.empty();
        }
        List<Table.Column> columns = List.of(
                Table.Column.words(desk.say("built.project")).wide(26),
                Table.Column.words(desk.say("built.stage")).wide(16),
                new Table.Column(desk.say("built.capacity"), desk.say("built.capacity-unit"), Table.Align.LEFT, Table.Order.NONE).wide(16),
                Table.Column.words(desk.say("built.start")).wide(10),
                Table.Column.words(desk.say("built.status")).wide(32));
        List<Table.Row> rows = new ArrayList<>();
        for (Project p : projects) {
            String where = p.economies().stream().map(desk::party).collect(Collectors.joining(", "));
            String stages = p.stages().stream()
                    .map(this::stage)
                    .collect(Collectors.joining(", "));
            String capacity = p.capacity().isPresent()
                    ? desk.quantity(p.capacity().getAsDouble(), p.unit())
                    : desk.say("built.unknown");
            String marks = p.confidence() == Confidence.VERIFIED ? "" : " (" + desk.say("confidence." + p.confidence().code()) + ")";
            rows.add(Table.Row.of(
                    Cell.header(p.name()).withNote(p.kind().equals("reserve") ? desk.say("built.reserve", where) : where),
                    Cell.of(stages),
                    Cell.of(capacity),
                    Cell.of(start(p)),
                    new Cell(Text.empty(), p.status(), Tone.NEUTRAL, 0, List.of(pill(p)), statusNote(p, marks), "", Cell.Role.DATA)));
        }
        List<Text> footnotes = new ArrayList<>();
        knownSince().ifPresent(day -> footnotes.add(Text.of(desk.say("built.as-now", desk.numbers.date(day), desk.numbers.date(desk.asOf())))));
        footnotes.add(Text.of(desk.say("built.footnote")));
        return Optional.of(Table.of(id, desk.say("built.table"), columns, rows)
                .numbered(counter.table(desk))
                .withFootnotes(footnotes));
    }

    /** The last day of which the register knows what happened, if that is after the day of the briefing: it dates events, and no status. */
    private Optional<LocalDate> knownSince() {
        return desk.assessment.material().events().stream()
                .filter(e -> !FIXED_AHEAD.contains(e.kind()) && e.date().isAfter(desk.asOf()))
                .map(Event::date)
                .max(Comparator.naturalOrder());
    }

    /** A stage of the material, or of none, as recycling is. */
    private String stage(String id) {
        return desk.stages().stream()
                .filter(e -> e.id().equals(id))
                .map(StageEntry::label)
                .findFirst()
                .orElseGet(() -> desk.phrases.has("stage." + id) ? desk.say("stage." + id) : Desk.capital(id));
    }

    private String start(Project p) {
        if (p.start().isEmpty()) {
            return desk.say("built.unknown");
        }
        // A word instead of a date says that it runs already.
        return p.start().chars().anyMatch(Character::isDigit) ? desk.numbers.shortDate(p.start()) : desk.say("built.runs");
    }

    /** What the source says of it, unless it is the one word that the mark says already. */
    private String statusNote(Project p, String marks) {
        String said = p.statusText().equalsIgnoreCase(p.status()) || p.statusText().equalsIgnoreCase(label(p)) ? "" : p.statusText();
        return (said + marks).strip();
    }

    private String label(Project p) {
        return desk.phrases.has("project." + p.status()) ? desk.say("project." + p.status()) : Desk.capital(p.status());
    }

    private Pill pill(Project p) {
        String label = label(p);
        return switch (p.status()) {
            case "operating" -> new Pill(label, Tone.GOOD, Pill.Mark.DISC);
            case "ramping", "building" -> new Pill(label, Tone.GOOD, Pill.Mark.UP);
            case "financed" -> new Pill(label, Tone.NEUTRAL, Pill.Mark.UP);
            case "uncertain" -> new Pill(label, Tone.WARN, Pill.Mark.LOZENGE);
            default -> new Pill(label, Tone.NEUTRAL, Pill.Mark.RING);
        };
    }

    /** What is fixed before it comes; of anything else that lies ahead nobody knew on the day of the briefing. */
    private static final Set<String> FIXED_AHEAD = Set.of(Meetings.KIND, "deadline", "upcoming");

    /** Events that bear on the economy: those of the last two years and those to come. */
    List<Event> events(Economy economy) {
        Set<String> codes = codesOf(economy);
        LocalDate since = desk.asOf().minusMonths(MONTHS_BACK);
        return desk.assessment.material().events().stream()
                .filter(e -> e.confidence() != Confidence.UNVERIFIED)
                .filter(e -> !e.date().isBefore(since) && (!e.date().isAfter(desk.asOf()) || FIXED_AHEAD.contains(e.kind())))
                .filter(e -> bearsOn(e, economy, codes))
                .toList();
    }

    private static boolean bearsOn(Event e, Economy economy, Set<String> codes) {
        return e.affects().isEmpty() || e.affects().stream().anyMatch(codes::contains) || e.actors().contains(economy.code());
    }

    /** What is to come for any of the edition's economies. */
    List<Event> coming() {
        return desk.assessment.material().events().stream()
                .filter(e -> e.date().isAfter(desk.asOf()) && FIXED_AHEAD.contains(e.kind()) && e.confidence() != Confidence.UNVERIFIED)
                .filter(e -> desk.assessment.economies().stream().anyMatch(economy -> bearsOn(e, economy, codesOf(economy))))
                .toList();
    }

    Table eventTable(String id, String caption, List<Event> events) {
        List<Table.Column> columns = List.of(
                Table.Column.words(desk.say("events.date")).wide(13),
                Table.Column.words(desk.say("events.what")).wide(63),
                Table.Column.words(desk.say("events.who")).wide(24));
        List<Table.Row> rows = events.stream()
                .map(e -> Table.Row.of(
                        Cell.header(desk.numbers.shortDate(e.dateText())).sortedBy(e.date().toString()),
                        Cell.of(Text.of("").strong(e.title()).and(". ").and(desk.text(e.summary()))),
                        Cell.of(e.actors().stream().map(desk::party).collect(Collectors.joining(", ")))))
                .toList();
        return Table.of(id, caption, columns, rows);
    }

    /** Restrictions by others that took effect after a year: what the figures of that year cannot show. */
    List<Event> controlsAfter(int year) {
        return desk.assessment.material().events().stream()
                .filter(e -> e.kind().equals("export-control")
                        && e.major()
                        && e.date().getYear() > year
                        && !e.date().isAfter(desk.asOf())
                        && e.confidence() != Confidence.UNVERIFIED)
                .toList();
    }
}
