package dev.lodestone.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.model.commitment.CommitmentStatus;
import dev.lodestone.model.measure.Decomposition;
import dev.lodestone.model.measure.Measure;
import dev.lodestone.model.measure.Measures;
import dev.lodestone.model.measure.UnitValueScreen;
import dev.lodestone.model.register.Commitment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/METHODS.md says of every measure, kind and status what the code says. */
class MethodsPageTest {

    private static String page;

    @BeforeAll
    static void read() throws IOException {
        page = Files.readString(Path.of("../docs/METHODS.md"), StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    private static String section(String heading) {
        int start = page.indexOf("\n### " + heading + "\n");
        assertThat(start).as("section " + heading).isNotNegative();
        int end = page.indexOf("\n##", start + 1);
        return page.substring(start, end < 0 ? page.length() : end);
    }

    static java.util.List<Measure> measures() {
        return Measures.standard();
    }

    @ParameterizedTest
    @MethodSource("measures")
    void everyMeasureHasItsFormulaUnitAndReference(Measure measure) {
        assertThat(section(measure.id()))
                .contains("`" + measure.formula() + "`")
                .contains("Reference:")
                .contains(measure.unit().equals("1") ? "Unit 1" : measure.unit());
    }

    @ParameterizedTest
    @EnumSource(Commitment.Kind.class)
    void everyKindOfCommitmentHasItsRule(Commitment.Kind kind) {
        assertThat(section("Kinds")).contains("\n| `" + kind.code() + "` | ");
    }

    @ParameterizedTest
    @EnumSource(CommitmentStatus.class)
    void everyStatusHasItsMeaning(CommitmentStatus status) {
        assertThat(section("Statuses")).contains("\n| `" + status.code() + "` | ");
    }

    @Test
    void furtherFormulasAreThoseOfTheCode() {
        assertThat(section("share-change-within")).contains("`" + Decomposition.SHARE_FORMULA + "`");
        assertThat(section("unit-value-outliers"))
                .contains("`" + UnitValueScreen.MEDIAN_FORMULA + "`")
                .contains("`" + UnitValueScreen.HB_FORMULA + "`");
    }

    @Test
    void everySectionOfAMeasureIsOfOneThatShips() {
        Set<String> ids = Measures.standard().stream().map(Measure::id).collect(Collectors.toSet());
        int from = page.indexOf("\n## Measures of a profile\n");
        int to = page.indexOf("\n## Commitments\n");
        assertThat(page.substring(from, to).lines().filter(l -> l.startsWith("### ")).map(l -> l.substring(4)))
                .filteredOn(heading -> heading.equals(heading.toLowerCase(Locale.ROOT)))
                .containsExactlyInAnyOrderElementsOf(ids);
    }
}
