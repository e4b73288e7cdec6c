package dev.lodestone.report.internal.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.model.text.NearestName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HouseStyleTest {

    @Test
    void everyShippedFileMayBeReplaced() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/dev/lodestone/report/templates"))) {
            List<String> shipped = files.filter(Files::isRegularFile).map(f -> f.getFileName().toString()).toList();
            assertThat(shipped).isNotEmpty();
            assertThat(HouseStyle.fileNames()).containsAll(shipped);
        }
    }

    @ParameterizedTest
    @CsvSource({"navy, navy, 0", "nvay, navy, 1", "nav, navy, 1", "navvy, navy, 1", "nary, navy, 1", "bare, navy, 3", "'', navy, 4"})
    void distanceCountsLettersChangedAddedLostAndExchanged(String wrong, String right, int steps) {
        assertThat(NearestName.distance(wrong, right)).isEqualTo(steps);
    }

    @Test
    void theNearestNameIsNamedAndNoneThatIsFar() {
        List<String> known = List.of("briefing.ftlh", "index.ftlh");
        assertThat(NearestName.of("BRIEFNG.FTLH", known)).hasValue("briefing.ftlh");
        assertThat(NearestName.of("cover-sheet.ftlh", known)).isEmpty();
        assertThat(NearestName.of("inedx.ftlh", known)).hasValue("index.ftlh");
        assertThat(NearestName.of("EU", List.of("DEU", "EUU"))).as("one letter from both, begins like one").hasValue("EUU");
    }
}
