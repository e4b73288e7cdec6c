package dev.lodestone.cli;

import dev.lodestone.model.assess.Assessment;
import dev.lodestone.model.commitment.CommitmentResult;
import dev.lodestone.model.commitment.CommitmentStatus;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How commitments stand, for a person; and the choice among them. */
public final class CommitmentList {

    private final Assessment assessment;

    public CommitmentList(Assessment assessment) {
        this.assessment = assessment;
    }

    /** The assessment with those commitments only that a party has made and that stand in one of the ways given; empty sets mean all. */
    public static Assessment choose(Assessment all, Set<String> parties, Set<CommitmentStatus> statuses) {
        List<CommitmentResult> chosen = all.commitments().stream()
                .filter(r -> parties.isEmpty() || parties.contains(r.party().toLowerCase(Locale.ROOT)))
                .filter(r -> statuses.isEmpty() || statuses.contains(r.status()))
                .toList();
        return new Assessment(
                all.options(), all.registers(), all.material(), all.economies(), all.context(), all.profiles(), all.indicators(), chosen,
                all.differences());
    }

    public void print(PrintWriter out) {
        for (CommitmentResult result : assessment.commitments()) {
            String scope = result.stage() + (result.commodity().isEmpty() ? "" : " " + result.commodity());
            out.println(String.format(Locale.ROOT, "%-16s %-4s %-22s %s", result.status().code(), result.party(), result.commitment().id(), scope));
            out.println("    " + OneLine.of(result.commitment().summary()));
            if (!result.reason().isEmpty()) {
                out.println("    " + OneLine.of(result.reason()));
            }
        }
        out.println(assessment.commitments().size() + " commitments, parties and lines");
    }
}
