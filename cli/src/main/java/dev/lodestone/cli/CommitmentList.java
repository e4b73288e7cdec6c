package dev.lodestone.cli;

import dev.lodestone.model.assess.Assessment;
import dev.lodestone.model.commitment.CommitmentResult;
import dev.lodestone.model.commitment.CommitmentStatus;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How commitments stand, for a person; and the choice among them. */
public final class CommitmentList {

    private final Assessment assessment;

    public CommitmentList(Assessment assessment) {
        this.assessment = assessment;
    }

    /** The assessment with those commitments only that have one of the ids, that a party has made and that stand in one of the ways given; empty sets mean all. */
    public static Assessment choose(Assessment all, Set<String> ids, Set<String> parties, Set<CommitmentStatus> statuses) {
        List<CommitmentResult> chosen = all.commitments().stream()
                .filter(r -> ids.isEmpty() || ids.contains(r.commitment().id()))
                .filter(r -> parties.isEmpty() || parties.contains(r.party().toLowerCase(Locale.ROOT)))
                .filter(r -> statuses.isEmpty() || statuses.contains(r.status()))
                .toList();
        return new Assessment(
                all.options(), all.registers(), all.material(), all.economies(), all.context(), all.profiles(), all.indicators(), chosen,
                all.differences(), all.notOver());
    }

    /** Which groups that the parties asked for belong to have commitments of their own: they bind them, too. */
    public static List<String> boundWith(Assessment all, Set<String> parties) {
        Set<String> judged = all.commitments().stream().map(CommitmentResult::party).collect(Collectors.toCollection(TreeSet::new));
        List<String> lines = new ArrayList<>();
        for (String party : new TreeSet<>(parties)) {
            String code = party.toUpperCase(Locale.ROOT);
            List<String> groups = judged.stream()
                    .filter(group -> !group.equals(code) && all.registers().isGroup(group) && !parties.contains(group.toLowerCase(Locale.ROOT)))
                    .filter(group -> all.registers().membersOf(group, all.options().asOf()).stream().anyMatch(m -> m.code().equals(code)))
                    .toList();
            if (!groups.isEmpty()) {
                lines.add(code + " is bound as a member, too: --party " + code + "," + String.join(",", groups));
            }
        }
        return lines;
    }

    private static String counted(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    public void print(PrintWriter out) {
        for (CommitmentResult result : assessment.commitments()) {
            String scope = result.stage() + (result.commodity().isEmpty() ? "" : " " + result.commodity());
            out.println(String.format(Locale.ROOT, "%-16s %-4s %-22s %s", result.status().code(), result.party(), result.commitment().id(), scope));
            out.println("    " + OneLine.of(result.commitment().summary()));
            if (!result.reason().isEmpty()) {
                out.println("    " + OneLine.of(result.reason()));
            }
            if (!result.whatWouldChange().isEmpty()) {
                out.println("    " + OneLine.of(result.whatWouldChange()));
            }
        }
        List<CommitmentResult> results = assessment.commitments();
        long commitments = results.stream().map(r -> r.commitment().id()).distinct().count();
        long parties = results.stream().map(CommitmentResult::party).distinct().count();
        out.println(results.isEmpty()
                ? "no commitment"
                : counted(results.size(), "verdict") + ": " + counted(commitments, "commitment") + ", " + (parties == 1 ? "1 party" : parties + " parties"));
    }
}
