package dev.lodestone.model.commitment;

import static dev.lodestone.model.testing.Rows.rows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.model.assess.AssessmentOptions;
import dev.lodestone.model.assess.Assessor;
import dev.lodestone.model.register.Commitment;
import dev.lodestone.model.testing.Commitments;
import dev.lodestone.model.testing.Rows;
import dev.lodestone.model.testing.TestRegisters;
import dev.lodestone.model.text.Statement;
import dev.lodestone.model.text.Term;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class LinesAboveTest {

    private static final Commitment EACH_LINE = Commitments.ceiling(0.65).stages("compound").eachLine().due("2030-12-31").build();

    @Test
    void sumsWhatEachLineAboveTheCeilingTakes() {
        // 80 of 100 and 1900 of 2000 at 0.65: 15 and 600 dollars.
        Rows rows = rows().reporter("JPN").commodity("284610").add("CHN", 80).add("VNM", 20).commodity("284690").add("CHN", 1900).add("VNM", 100);

        assertThat(LinesAbove.relief(judge(rows)).english())
                .isEqualTo("Japan would have to buy about 615 dollars a year elsewhere for both lines to be within the ceiling, 600 dollars of it on line 284690, at the level of 2024.");
    }

    @Test
    void isTheLeastWhereUnnamedPartnersMayBeTheSupplier() {
        Rows rows = rows().reporter("JPN").commodity("284610").add("CHN", 80).add("X99", 5).add("VNM", 15).commodity("284690").add("CHN", 1900).add("VNM", 100);

        assertThat(LinesAbove.relief(judge(rows)).english()).startsWith("Japan would have to buy at least 615 dollars");
    }

    @Test
    void countsALineAndThoseThatItContainsOnce() {
        // 284690: 0.9 of 3000 takes 750; within it 28469040 takes 0.15 of 100 and 28469060 0.35 of 2500, 890 together.
        CommitmentResult whole = above("284690", 750);
        CommitmentResult first = above("28469040", 15);
        CommitmentResult second = above("28469060", 875);

        assertThat(LinesAbove.relief(List.of(whole, first, second)).english()).contains("about 890 dollars", "all 3 lines", "875 dollars of it on line 28469060");
        assertThat(LinesAbove.relief(List.of(whole, first)).english()).contains("about 750 dollars", "both lines");
    }

    private static CommitmentResult above(String line, double dollars) {
        return new CommitmentResult(
                EACH_LINE, "JPN", "compound", line, CommitmentStatus.OPEN, OptionalDouble.of(0.9), OptionalDouble.of(0.9), OptionalDouble.of(0.9), "2024", "CHN",
                Optional.empty(), OptionalDouble.of(0.25), Statement.NONE, Statement.NONE,
                Optional.of(new CommitmentResult.Relief(Term.words("Japan"), dollars, false)));
    }

    @Test
    void saysNothingOfOneLineAbove() {
        Rows rows = rows().reporter("JPN").commodity("284610").add("CHN", 50).add("VNM", 50).commodity("284690").add("CHN", 1900).add("VNM", 100);

        assertThat(LinesAbove.relief(judge(rows)).isEmpty()).isTrue();
    }

    private static List<CommitmentResult> judge(Rows rows) {
        return new Assessor(TestRegisters.registers(EACH_LINE))
                .assess(rows.dataset(), AssessmentOptions.of(LocalDate.of(2026, 11, 21), TestRegisters.MATERIAL))
                .commitments();
    }
}
