package dev.lodestone.model.commitment;

import dev.lodestone.model.register.Commitment;
import dev.lodestone.model.register.Confidence;
import dev.lodestone.model.register.Material;
import dev.lodestone.model.register.Registers;
import dev.lodestone.model.register.StageEntry;
import dev.lodestone.model.text.Statement;
import dev.lodestone.model.text.Term;
import dev.lodestone.model.trade.Economy;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Judges every commitment of a material by the rule of its kind. */
public final class CommitmentJudge {

    private final Registers registers;
    private final Material material;
    private final LocalDate asOf;
    private final CeilingRule ceilings;
    private final SupplyRecords supply;

    public CommitmentJudge(Registers registers, Material material, LocalDate asOf, SupplyRecords supply) {
        this.registers = registers;
        this.material = material;
        this.asOf = asOf;
        this.supply = supply;
        this.ceilings = new CeilingRule(registers, material, asOf);
    }

    public List<CommitmentResult> judgeAll() {
        List<CommitmentResult> results = new ArrayList<>();
        for (Commitment c : material.commitments()) {
            results.addAll(judge(c));
        }
        return List.copyOf(results);
    }

    public List<CommitmentResult> judge(Commitment c) {
        List<CommitmentResult> results = new ArrayList<>();
        // A member that is named beside its group is bound once.
        c.parties().stream().flatMap(party -> judgedFor(c, party).stream()).distinct().forEach(judged -> results.addAll(judgeParty(c, judged)));
        String successors = successorsOf(c);
        if (!successors.isEmpty()) {
            results.replaceAll(r -> r.withNote(Statement.of("commitment.replaced", Term.words(successors))));
        }
        return results;
    }

    /** Those that replace it: a commitment may be split into several, and amended twice on a day. What was only heard of, or comes later, replaces nothing. */
    private String successorsOf(Commitment c) {
        return material.commitments().stream()
                .filter(other -> other.supersedes().equals(c.id()) && isInForce(other, asOf))
                .map(Commitment::id)
                .collect(Collectors.joining(", "));
    }

    /** Whether it was seen in a source and adopted by a day. */
    public static boolean isInForce(Commitment c, LocalDate day) {
        return c.confidence() != Confidence.UNVERIFIED && c.adopted().filter(day::isBefore).isEmpty();
    }

    /** Whether a party stands for its members, each of which must keep the ceiling by itself. */
    public static boolean bindsEachMember(Commitment c, String party, Registers registers) {
        return c.kind() == Commitment.Kind.SUPPLIER_SHARE_CEILING
                && c.applies() == Commitment.Applies.EACH
                && registers.isGroup(party);
    }

    /**
     * The members that a ceiling binds each by itself: those of the day of the briefing, or, once its date is past, those of that date. Who
     * joined later never promised it, and who left later was bound when it fell due. The supplier that is meant buys nothing from itself.
     */
    public static List<Economy> membersBound(Commitment c, String party, Registers registers, LocalDate asOf) {
        LocalDate day = c.targetDate().filter(asOf::isAfter).orElse(asOf);
        return registers.listMembers(party, day).stream().filter(member -> !member.isUnnamed() && !member.code().equals(c.supplier())).toList();
    }

    /** A ceiling that binds each member of a group is judged for each; everything else for the party as the register names it. */
    private List<String> judgedFor(Commitment c, String party) {
        List<Economy> members = bindsEachMember(c, party, registers) ? membersBound(c, party, registers, asOf) : List.of();
        return members.isEmpty() ? List.of(party) : members.stream().map(Economy::code).toList();
    }

    private List<CommitmentResult> judgeParty(Commitment c, String party) {
        if (c.confidence() == Confidence.UNVERIFIED) {
            return List.of(one(c, party, CommitmentStatus.NOT_TESTABLE, Statement.of("commitment.unverified").and(said(c, "notes", c.notes()))));
        }
        if (c.adopted().filter(asOf::isBefore).isPresent()) {
            return List.of(one(c, party, CommitmentStatus.OPEN, Statement.of("commitment.not-adopted", Term.day(c.adopted().get()))));
        }
        return switch (c.kind()) {
            case SUPPLIER_SHARE_CEILING -> judgeCeiling(c, party);
            case EXTRACTION_FLOOR, PROCESSING_FLOOR, RECYCLING_FLOOR -> List.of(one(
                    c, party, CommitmentStatus.NOT_TESTABLE, missing(c, Statement.of("missing.output-and-use"))));
            case DEADLINE -> List.of(judgeDeadline(c, party));
            case MONEY, TONNES, STOCK -> List.of(judgeAmount(c, party));
            case BAN -> List.of(judgeBan(c, party));
            case PLEDGE -> List.of(one(c, party, CommitmentStatus.NOT_TESTABLE, Statement.of("commitment.no-target").and(outcomeOr(c, Statement.of("commitment.never-scored")))));
        };
    }

    private List<CommitmentResult> judgeCeiling(Commitment c, String party) {
        if (c.threshold().isEmpty()) {
            return List.of(one(c, party, CommitmentStatus.NOT_TESTABLE, missing(c, Statement.of("missing.number"))));
        }
        if (c.applies() == Commitment.Applies.TOGETHER && c.parties().size() > 1) {
            return List.of(one(c, party, CommitmentStatus.NOT_TESTABLE, missing(
                    c, Statement.of("missing.one-buyer", parties(c)))));
        }
        if (bindsEachMember(c, party, registers)) {
            return List.of(one(c, party, CommitmentStatus.NOT_TESTABLE, missing(c, Statement.of("missing.members", registers.inText(party)))));
        }
        Optional<Economy> economy = Economy.find(party);
        if (economy.isEmpty()) {
            return List.of(one(c, party, CommitmentStatus.NOT_TESTABLE, missing(c, Statement.of("missing.group"))));
        }
        Optional<Economy> inside = Economy.find(c.supplier()).filter(registers.membersOf(party, asOf)::contains);
        if (inside.isPresent()) {
            return List.of(one(c, party, CommitmentStatus.NOT_TESTABLE, missing(
                    c, Statement.of("missing.inside", registers.inText(inside.get()), registers.inText(party)))));
        }
        if (!c.missing().isBlank()) {
            return List.of(one(c, party, CommitmentStatus.NOT_TESTABLE, missing(c, Statement.NONE)));
        }
        List<CommitmentResult> results = new ArrayList<>();
        for (StageEntry stage : material.stages()) {
            if (!c.stages().isEmpty() && !c.stages().contains(stage.id())) {
                continue;
            }
            for (String line : linesInScope(c, economy.get(), stage.id())) {
                results.add(ceilings.judge(c, economy.get(), stage, line, supply.find(economy.get(), stage.id(), line)));
            }
        }
        return results.isEmpty()
                ? List.of(one(c, party, CommitmentStatus.NOT_TESTABLE, missing(c, Statement.of("missing.code"))))
                : results;
    }

    /** The lines to be judged one by one; an empty code stands for the stage as a whole. */
    private List<String> linesInScope(Commitment c, Economy economy, String stage) {
        if (c.eachLine()) {
            List<String> measured = supply.lines(economy, stage);
            if (c.commodities().isEmpty()) {
                return measured.isEmpty() ? List.of("") : measured;
            }
            // A line that is promised and not on record is told as such; one that is on record under finer or wider codes is judged there.
            List<String> lines = new ArrayList<>(measured.stream().filter(c.commodities()::contains).toList());
            listed(c, stage).stream()
                    .filter(code -> lines.stream().noneMatch(line -> line.startsWith(code) || code.startsWith(line)))
                    .forEach(lines::add);
            return List.copyOf(lines);
        }
        return c.commodities().isEmpty() ? List.of("") : listed(c, stage);
    }

    /** Codes of a stage that a commitment names, in the register's order. */
    private List<String> listed(Commitment c, String stage) {
        return material.commodities().stream()
                .filter(e -> e.stage().equals(stage) && c.commodities().contains(e.code().digits()))
                .map(e -> e.code().digits())
                .distinct()
                .toList();
    }

    private CommitmentResult judgeDeadline(Commitment c, String party) {
        if (isDone(c)) {
            return one(c, party, CommitmentStatus.MET, whenDone(c).and(outcome(c)));
        }
        if (c.targetDate().isEmpty()) {
            return one(c, party, CommitmentStatus.NOT_TESTABLE, Statement.of("commitment.no-date").and(outcome(c)));
        }
        return due(c, party, Statement.NONE);
    }

    /** Done by the day of the briefing: what came later was not known then. */
    private boolean isDone(Commitment c) {
        return c.doneDate().isPresent() && !c.doneDate().get().isAfter(asOf);
    }

    private boolean isDoneLater(Commitment c) {
        return c.doneDate().filter(asOf::isBefore).isPresent();
    }

    /** When it was done, and how late; says nothing of what is not done. */
    private Statement whenDone(Commitment c) {
        if (!isDone(c)) {
            return Statement.NONE;
        }
        Term done = Term.day(c.doneDate().get());
        if (c.targetDate().isEmpty()) {
            return Statement.of("commitment.done", done);
        }
        long late = ChronoUnit.DAYS.between(c.targetDate().get(), c.doneDate().get());
        Term due = Term.day(c.targetDate().get());
        return late > 0
                ? Statement.of("commitment.done-late", done, Term.count(late), due)
                : Statement.of("commitment.done-due", done, due);
    }

    private CommitmentResult due(Commitment c, String party, Statement what) {
        return c.targetDate().orElseThrow().isBefore(asOf)
                ? one(c, party, CommitmentStatus.OUTCOME_UNKNOWN,
                        Statement.text(what, when(c), outcomeOr(c, Statement.of("commitment.no-record"))))
                : one(c, party, CommitmentStatus.OPEN, Statement.text(what, when(c), outcome(c)));
    }

    /** When it is due, or was; says nothing without a date. */
    private Statement when(Commitment c) {
        if (c.targetDate().isEmpty()) {
            return Statement.NONE;
        }
        Term target = Term.day(c.targetDate().get());
        long left = ChronoUnit.DAYS.between(asOf, c.targetDate().get());
        if (left == 0) {
            return Statement.of("commitment.due-today", target);
        }
        return left > 0
                ? Statement.of("commitment.due-in", target, Term.count(left))
                : Statement.of("commitment.overdue", target, Term.count(-left));
    }

    private CommitmentResult judgeAmount(Commitment c, String party) {
        if (c.threshold().isEmpty()) {
            return one(c, party, CommitmentStatus.NOT_TESTABLE, missing(c, Statement.of("missing.amount")));
        }
        if (c.delivered().isPresent() && !isDoneLater(c)) {
            double delivered = c.delivered().getAsDouble();
            double pledged = c.threshold().getAsDouble();
            boolean upTo = c.comparator().equals("<=");
            Term pledge = Term.amount(pledged, c.unit());
            Statement told = delivered == 0
                    ? Statement.of(upTo ? "commitment.none-delivered-up-to" : "commitment.none-delivered", pledge)
                    : Statement.of(upTo ? "commitment.delivered-up-to" : "commitment.delivered", Term.amount(delivered, c.unit()), pledge);
            if (delivered >= pledged) {
                return measured(c, party, CommitmentStatus.MET, delivered, Statement.text(told, whenDone(c), outcome(c)));
            }
            boolean past = c.targetDate().isPresent() && c.targetDate().get().isBefore(asOf);
            if (upTo && (past || c.targetDate().isEmpty())) {
                // Who promised at most so much has promised no least: nothing short of it is a failure.
                return measured(c, party, CommitmentStatus.NOT_TESTABLE, delivered, Statement.text(told, when(c), missing(c, Statement.of("missing.least"))));
            }
            return measured(
                    c, party, past ? CommitmentStatus.MISSED : CommitmentStatus.OPEN, delivered, Statement.text(told, when(c), outcome(c)));
        }
        if (isDone(c)) {
            return judgeDeadline(c, party);
        }
        if (c.targetDate().isPresent()) {
            return due(c, party, Statement.of("commitment.no-delivery"));
        }
        return one(c, party, CommitmentStatus.NOT_TESTABLE, missing(c, Statement.of("missing.date-and-delivery")));
    }

    private CommitmentResult judgeBan(Commitment c, String party) {
        boolean future = c.targetDate().isPresent() && !c.targetDate().get().isBefore(asOf);
        if (future) {
            long left = ChronoUnit.DAYS.between(asOf, c.targetDate().get());
            Term day = Term.day(c.targetDate().get());
            return one(c, party, CommitmentStatus.OPEN,
                    (left == 0 ? Statement.of("commitment.in-force-today", day) : Statement.of("commitment.in-force-from", day, Term.count(left)))
                            .and(missing(c, Statement.NONE)));
        }
        return one(c, party, CommitmentStatus.NOT_TESTABLE, missing(c, Statement.of("missing.compliance")));
    }

    private CommitmentResult one(Commitment c, String party, CommitmentStatus status, Statement why) {
        return CommitmentResult.of(c, party, stageOf(c), status, why);
    }

    private CommitmentResult measured(Commitment c, String party, CommitmentStatus status, double value, Statement why) {
        OptionalDouble v = OptionalDouble.of(value);
        OptionalDouble distance = OptionalDouble.of(value - c.threshold().getAsDouble());
        return new CommitmentResult(c, party, stageOf(c), "", status, v, v, v, "", "", Optional.empty(), distance, why, Statement.NONE, Optional.empty());
    }

    private static String stageOf(Commitment c) {
        if (c.kind() == Commitment.Kind.RECYCLING_FLOOR) {
            return "recycling";
        }
        return c.stages().size() == 1 ? c.stages().getFirst() : "any";
    }

    /** What is missing, as the register says it, else as told; then what is known of the outcome. */
    private Statement missing(Commitment c, Statement otherwise) {
        Statement what = !c.missing().isBlank()
                ? Statement.of("commitment.missing", said(c, "missing", c.missing()))
                : otherwise.isEmpty() ? Statement.NONE : Statement.of("commitment.untestable", otherwise);
        return what.and(outcome(c));
    }

    private Statement outcome(Commitment c) {
        return outcomeOr(c, Statement.NONE);
    }

    /** What is known of the outcome by the day of the briefing: what was done later was not known then. */
    private Statement outcomeOr(Commitment c, Statement otherwise) {
        return isDoneLater(c) || c.outcome().isBlank() ? otherwise : Statement.of("sentence", c.term("outcome", c.outcome().strip()));
    }

    private static Statement said(Commitment c, String field, String text) {
        return text.isBlank() ? Statement.NONE : Statement.only(c.term(field, text.strip()));
    }

    private Term parties(Commitment c) {
        return Term.together(c.parties().stream().map(registers::inText).toList());
    }
}
