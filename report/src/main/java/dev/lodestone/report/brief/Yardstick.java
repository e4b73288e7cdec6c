package dev.lodestone.report.brief;

import dev.lodestone.model.commitment.CommitmentJudge;
import dev.lodestone.model.commitment.CommitmentResult;
import dev.lodestone.model.register.Commitment;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The most that an ally's register lets come from any one supplier: a commitment for who made it, a labelled yardstick for everybody else.
 *
 * @param commitment where it stands
 * @param share the most, 0 to 1
 * @param year by the end of which
 */
record Yardstick(Commitment commitment, double share, int year) {

    /** The first in the register's order that is in force, names no supplier and covers the stage; empty where there is none. */
    static Optional<Yardstick> at(Desk desk, String stage) {
        List<Commitment> all = desk.assessment.commitments().stream().map(CommitmentResult::commitment).toList();
        List<Commitment> inForce = all.stream().filter(c -> CommitmentJudge.isInForce(c, desk.assessment.options().asOf())).toList();
        Set<String> replaced = inForce.stream().map(Commitment::supersedes).collect(Collectors.toSet());
        return inForce.stream()
                .filter(c -> c.kind() == Commitment.Kind.SUPPLIER_SHARE_CEILING && c.supplier().equals("ANY"))
                .filter(c -> !replaced.contains(c.id()))
                .filter(c -> c.stages().isEmpty() || c.stages().contains(stage))
                .filter(c -> c.threshold().isPresent() && c.targetDate().isPresent())
                .findFirst()
                .map(c -> new Yardstick(c, c.threshold().getAsDouble(), c.targetDate().get().getYear()));
    }

    String party(Desk desk) {
        return desk.party(commitment.parties().getFirst());
    }
}
