package dev.lodestone.report.brief;

import dev.lodestone.model.commitment.CommitmentJudge;
import dev.lodestone.model.commitment.CommitmentResult;
import dev.lodestone.model.register.Commitment;
import dev.lodestone.model.trade.Economy;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The most that an ally's register lets come from any one supplier: a commitment for who made it, a labelled yardstick for everybody else.
 *
 * @param commitment where it stands
 * @param share the most, 0 to 1
 * @param year by the end of which
 */
record Yardstick(Commitment commitment, double share, int year) {

    /**
     * A line for one ally: that which it has set itself, where public figures can test it, else the one that everybody is held against.
     */
    static Optional<Yardstick> of(Desk desk, Economy buyer, String stage) {
        return lines(desk, stage).filter(c -> isOwn(c, buyer) && c.missing().isBlank()).findFirst().map(Yardstick::of).or(() -> at(desk, stage));
    }

    /** The first in the register's order that is in force, names no supplier and covers the stage; empty where there is none. */
    static Optional<Yardstick> at(Desk desk, String stage) {
        return lines(desk, stage).findFirst().map(Yardstick::of);
    }

    private static Yardstick of(Commitment c) {
        return new Yardstick(c, c.threshold().getAsDouble(), c.targetDate().get().getYear());
    }

    private static boolean isOwn(Commitment c, Economy buyer) {
        return c.parties().contains(buyer.code());
    }

    private static Stream<Commitment> lines(Desk desk, String stage) {
        List<Commitment> all = desk.assessment.commitments().stream().map(CommitmentResult::commitment).toList();
        List<Commitment> inForce = all.stream().filter(c -> CommitmentJudge.isInForce(c, desk.assessment.options().asOf())).toList();
        Set<String> replaced = inForce.stream().map(Commitment::supersedes).collect(Collectors.toSet());
        return inForce.stream()
                .filter(c -> c.kind() == Commitment.Kind.SUPPLIER_SHARE_CEILING && c.supplier().equals("ANY"))
                .filter(c -> !replaced.contains(c.id()))
                .filter(c -> c.stages().isEmpty() || c.stages().contains(stage))
                .filter(c -> c.threshold().isPresent() && c.targetDate().isPresent());
    }

    boolean isOwn(Economy buyer) {
        return isOwn(commitment, buyer);
    }

    /** Who set it, for a heading or between brackets. */
    String party(Desk desk) {
        return desk.party(commitment.parties().getFirst());
    }

    /** Who set it, inside a sentence. */
    String partyInText(Desk desk) {
        String code = commitment.parties().getFirst();
        return Economy.find(code).map(desk::inText).orElseGet(() -> desk.party(code));
    }
}
