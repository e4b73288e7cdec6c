package dev.lodestone.model.commitment;

import dev.lodestone.model.register.Commitment;
import dev.lodestone.model.register.Confidence;
import dev.lodestone.model.register.Material;
import dev.lodestone.model.register.Registers;
import dev.lodestone.model.register.StageEntry;
import dev.lodestone.model.trade.Economy;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

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
        for (String party : c.parties()) {
            for (String judged : judgedFor(c, party)) {
                results.addAll(judgeParty(c, judged));
            }
        }
        Optional<Commitment> successor = successorOf(c);
        if (successor.isPresent()) {
            results.replaceAll(r -> r.withNote("Replaced by " + successor.get().id() + "."));
        }
        return results;
    }

    private Optional<Commitment> successorOf(Commitment c) {
        return material.commitments().stream().filter(other -> other.supersedes().equals(c.id())).findFirst();
    }

    /** A ceiling that binds each member of a group is judged for each; everything else for the party as the register names it. */
    private List<String> judgedFor(Commitment c, String party) {
        boolean eachMember = c.kind() == Commitment.Kind.SUPPLIER_SHARE_CEILING
                && c.applies() == Commitment.Applies.EACH
                && registers.isGroup(party);
        return eachMember
                ? registers.listMembers(party, asOf).stream().map(Economy::code).toList()
                : List.of(party);
    }

    private List<CommitmentResult> judgeParty(Commitment c, String party) {
        if (c.confidence() == Confidence.UNVERIFIED) {
            return List.of(one(c, party, CommitmentStatus.NOT_TESTABLE, "The row is unverified: no source was seen. " + c.notes()));
        }
        return switch (c.kind()) {
            case SUPPLIER_SHARE_CEILING -> judgeCeiling(c, party);
            case EXTRACTION_FLOOR, PROCESSING_FLOOR, RECYCLING_FLOOR -> List.of(one(
                    c, party, CommitmentStatus.NOT_TESTABLE, missing(c, "no public series of domestic output and use ships")));
            case DEADLINE -> List.of(judgeDeadline(c, party));
            case MONEY, TONNES, STOCK -> List.of(judgeAmount(c, party));
            case BAN -> List.of(judgeBan(c, party));
            case PLEDGE -> List.of(one(c, party, CommitmentStatus.NOT_TESTABLE, "No measurable target. " + outcomeOr(c, "Shown, never scored.")));
        };
    }

    private List<CommitmentResult> judgeCeiling(Commitment c, String party) {
        if (c.threshold().isEmpty()) {
            return List.of(one(c, party, CommitmentStatus.NOT_TESTABLE, missing(c, "no number was set")));
        }
        if (c.applies() == Commitment.Applies.TOGETHER && c.parties().size() > 1) {
            return List.of(one(c, party, CommitmentStatus.NOT_TESTABLE, missing(
                    c, "it binds " + String.join(", ", c.parties()) + " together, and no series of them as one buyer ships")));
        }
        Optional<Economy> economy = Economy.find(party);
        if (economy.isEmpty()) {
            return List.of(one(c, party, CommitmentStatus.NOT_TESTABLE, missing(c, "no series of the group as a whole ships")));
        }
        if (!c.missing().isBlank()) {
            return List.of(one(c, party, CommitmentStatus.NOT_TESTABLE, missing(c, "")));
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
                ? List.of(one(c, party, CommitmentStatus.NOT_TESTABLE, missing(c, "no code of this material is in its scope")))
                : results;
    }

    /** The lines to be judged one by one; an empty code stands for the stage as a whole. */
    private List<String> linesInScope(Commitment c, Economy economy, String stage) {
        if (c.eachLine()) {
            List<String> measured = supply.lines(economy, stage);
            List<String> inScope = measured.stream()
                    .filter(line -> c.commodities().isEmpty() || c.commodities().contains(line))
                    .toList();
            return measured.isEmpty() && c.commodities().isEmpty() ? List.of("") : inScope;
        }
        if (c.commodities().isEmpty()) {
            return List.of("");
        }
        return material.commodities().stream()
                .filter(e -> e.stage().equals(stage) && c.commodities().contains(e.code().digits()))
                .map(e -> e.code().digits())
                .distinct()
                .toList();
    }

    private CommitmentResult judgeDeadline(Commitment c, String party) {
        if (isDone(c)) {
            if (c.targetDate().isEmpty()) {
                return one(c, party, CommitmentStatus.MET, "Done on " + c.doneDate().get() + ". " + outcomeOr(c, ""));
            }
            long late = ChronoUnit.DAYS.between(c.targetDate().get(), c.doneDate().get());
            String when = late > 0
                    ? "Done on " + c.doneDate().get() + ", " + days(late) + " late (due " + c.targetDate().get() + ")"
                    : "Done on " + c.doneDate().get() + ", due " + c.targetDate().get();
            return one(c, party, CommitmentStatus.MET, sentence(when) + " " + outcomeOr(c, ""));
        }
        if (c.targetDate().isEmpty()) {
            return one(c, party, CommitmentStatus.NOT_TESTABLE, "No date was set. " + outcomeOr(c, ""));
        }
        return due(c, party, "");
    }

    /** Done by the day of the briefing: what came later was not known then. */
    private boolean isDone(Commitment c) {
        return c.doneDate().isPresent() && !c.doneDate().get().isAfter(asOf);
    }

    private CommitmentResult due(Commitment c, String party, String what) {
        LocalDate target = c.targetDate().orElseThrow();
        long left = ChronoUnit.DAYS.between(asOf, target);
        if (left >= 0) {
            return one(c, party, CommitmentStatus.OPEN,
                    what + "Due " + target + ": " + (left == 0 ? "today" : "in " + days(left)) + ". " + outcomeOr(c, ""));
        }
        return one(c, party, CommitmentStatus.OUTCOME_UNKNOWN,
                what + "Due " + target + ", " + days(-left) + " ago. " + outcomeOr(c, "No record of the outcome was found."));
    }

    private CommitmentResult judgeAmount(Commitment c, String party) {
        if (c.threshold().isEmpty()) {
            return one(c, party, CommitmentStatus.NOT_TESTABLE, missing(c, "no amount was set"));
        }
        if (c.delivered().isPresent() && !c.comparator().equals("<=")) {
            double delivered = c.delivered().getAsDouble();
            double pledged = c.threshold().getAsDouble();
            String told = amount(delivered) + " of " + amount(pledged) + " " + c.unit() + " delivered. ";
            if (delivered >= pledged) {
                return measured(c, party, CommitmentStatus.MET, delivered, told + outcomeOr(c, ""));
            }
            boolean past = c.targetDate().isPresent() && c.targetDate().get().isBefore(asOf);
            return measured(c, party, past ? CommitmentStatus.MISSED : CommitmentStatus.OPEN, delivered, told + outcomeOr(c, ""));
        }
        if (isDone(c)) {
            return judgeDeadline(c, party);
        }
        if (c.targetDate().isPresent()) {
            return due(c, party, "No public figure of what was delivered. ");
        }
        return one(c, party, CommitmentStatus.NOT_TESTABLE, missing(c, "no date was set and no public figure of what was delivered ships"));
    }

    private CommitmentResult judgeBan(Commitment c, String party) {
        boolean future = c.targetDate().isPresent() && !c.targetDate().get().isBefore(asOf);
        if (future) {
            long left = ChronoUnit.DAYS.between(asOf, c.targetDate().get());
            return one(c, party, CommitmentStatus.OPEN,
                    "In force from " + c.targetDate().get() + ", in " + days(left) + ". " + capitalised(missing(c, "")));
        }
        return one(c, party, CommitmentStatus.NOT_TESTABLE, missing(c, "compliance is not visible in trade statistics"));
    }

    private CommitmentResult one(Commitment c, String party, CommitmentStatus status, String reason) {
        return CommitmentResult.of(c, party, stageOf(c), status, reason.strip());
    }

    private CommitmentResult measured(Commitment c, String party, CommitmentStatus status, double value, String reason) {
        OptionalDouble v = OptionalDouble.of(value);
        OptionalDouble distance = OptionalDouble.of(value - c.threshold().getAsDouble());
        return new CommitmentResult(c, party, stageOf(c), "", status, v, v, v, "", "", Optional.empty(), distance, reason.strip(), "");
    }

    private static String stageOf(Commitment c) {
        if (c.kind() == Commitment.Kind.RECYCLING_FLOOR) {
            return "recycling";
        }
        return c.stages().size() == 1 ? c.stages().getFirst() : "any";
    }

    /** What is missing, as the register says it, else in the words given. */
    private static String missing(Commitment c, String otherwise) {
        String what = c.missing().isBlank() ? otherwise : c.missing();
        String text = what.isBlank() ? "" : sentence("Missing: " + what);
        return c.outcome().isBlank() ? text : (text + " " + sentence(c.outcome())).strip();
    }

    private static String outcomeOr(Commitment c, String otherwise) {
        return c.outcome().isBlank() ? otherwise : sentence(c.outcome());
    }

    static String sentence(String text) {
        String t = capitalised(text.strip());
        return t.isEmpty() || t.endsWith(".") ? t : t + ".";
    }

    private static String capitalised(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String days(long days) {
        return days == 1 ? "1 day" : days + " days";
    }

    private static String amount(double value) {
        return Math.abs(value) >= 100 || value == Math.rint(value)
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%.2f", value);
    }
}
