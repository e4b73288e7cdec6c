package dev.lodestone.model.commitment;

import dev.lodestone.model.measure.Basis;
import dev.lodestone.model.text.Statement;
import dev.lodestone.model.text.Term;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What it takes to bring every line of a commitment within its ceiling. A promise that holds for each line is kept when the last of them
 * is within; what the line furthest beyond takes may be the least of it.
 */
public final class LinesAbove {

    /** What has to be bought elsewhere of one line. */
    private record Line(CommitmentResult result, CommitmentResult.Relief relief) {

        double dollars() {
            return relief.dollars();
        }

        boolean contains(Line other) {
            String code = result.commodity();
            String within = other.result().commodity();
            return result.stage().equals(other.result().stage()) && within.length() > code.length() && within.startsWith(code);
        }
    }

    private LinesAbove() {}

    /**
     * The sum over lines of max(0, s − t) T: s the share, t the ceiling and T the imports of a line, in dollars a year. Of a line beside
     * others that it contains the larger counts, itself or these together: what is moved on one is moved on the other.
     *
     * @param lines results of one commitment and party
     * @return nothing for less than two lines above the ceiling, or where one of them is above it by an amount that is not known
     */
    public static Statement relief(List<CommitmentResult> lines) {
        List<CommitmentResult> above = lines.stream().filter(r -> r.distancePoints().orElse(0) > 0).toList();
        List<Line> told = above.stream().flatMap(r -> line(r).stream()).toList();
        if (told.size() < 2 || told.size() < above.size()) {
            return Statement.NONE;
        }
        Line most = told.stream().max(Comparator.comparingDouble(Line::dollars)).orElseThrow();
        TreeSet<String> periods = new TreeSet<>();
        told.forEach(line -> periods.add(line.result().period()));
        boolean least = told.stream().anyMatch(line -> line.relief().isLeast());
        Quantity all = new Quantity(together(told), Basis.VALUE);
        return Statement.of(
                least ? "ceiling.relief-lines-open" : "ceiling.relief-lines",
                Term.count(told.size()), most.relief().buyer(), least ? all.plain() : all.about(), new Quantity(most.dollars(), Basis.VALUE).part(),
                Term.words(most.result().commodity()), Term.listOf(periods));
    }

    private static double together(List<Line> lines) {
        return lines.stream().filter(line -> lines.stream().noneMatch(other -> other.contains(line))).mapToDouble(line -> needed(line, lines)).sum();
    }

    private static double needed(Line line, List<Line> lines) {
        return Math.max(line.dollars(), together(lines.stream().filter(line::contains).toList()));
    }

    private static Optional<Line> line(CommitmentResult r) {
        return r.commodity().isEmpty() ? Optional.empty() : r.relief().map(relief -> new Line(r, relief));
    }
}
