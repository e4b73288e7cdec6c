package dev.lodestone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Editions of the materials that ship beside rare earths: figures of the user's own files, and no commitments. */
class OtherMaterialsTest {

    private static final Path REGISTERS = Path.of("../data/registers");

    @TempDir
    private Path folder;

    static Stream<String> materials() throws IOException {
        return Files.readAllLines(REGISTERS.resolve("materials.csv")).stream().skip(1);
    }

    @ParameterizedTest
    @MethodSource("materials")
    void everyMaterialIsNamedInEveryLanguageThatShips(String material) throws IOException {
        assertThat(REGISTERS.resolve(material).resolve("texts.csv")).as("what ships is named in French and German").exists();
        Set<String> told = Files.readAllLines(REGISTERS.resolve(material).resolve("texts.csv")).stream()
                .map(row -> row.split(",", 5))
                .filter(cells -> cells.length == 5 && !cells[4].isBlank())
                .map(cells -> cells[0] + " " + cells[1] + " " + cells[2] + " " + cells[3])
                .collect(Collectors.toSet());
        List<String> stages = first(material, "stages.csv", 1);
        List<String> noted = Files.readAllLines(REGISTERS.resolve(material).resolve("stages.csv")).stream()
                .skip(1)
                .filter(row -> !row.endsWith(","))
                .map(row -> row.split(",", 2)[0])
                .toList();
        List<String> codes = first(material, "commodities.csv", 3);

        assertThat(stages).isNotEmpty();
        assertThat(codes).isNotEmpty();
        for (String lang : List.of("de", "fr")) {
            assertThat(told).contains(lang + " material " + material + " label", lang + " material " + material + " noun");
            stages.forEach(stage -> assertThat(told).contains(lang + " stages " + stage + " label", lang + " stages " + stage + " noun"));
            noted.forEach(stage -> assertThat(told).contains(lang + " stages " + stage + " note"));
            codes.forEach(code -> assertThat(told).contains(lang + " commodities " + code + " label"));
        }
    }

    /** The first cells of each row, which hold no comma, as ids of texts join them. */
    private static List<String> first(String material, String register, int cells) throws IOException {
        return Files.readAllLines(REGISTERS.resolve(material).resolve(register)).stream()
                .skip(1)
                .map(row -> Stream.of(row.split(",")).limit(cells).collect(Collectors.joining(" ")))
                .toList();
    }

    @Test
    void pagesWithoutCommitmentsProjectsOrFiguresSaySoOnce() throws IOException {
        Path trade = Files.writeString(folder.resolve("gallium.csv"), """
                reporter,partner,flow,classification,commodity,period,value
                DEU,CHN,M,CN,81129289,2024,60
                DEU,JPN,M,CN,81129289,2024,40
                USA,CHN,M,HTS,8112921000,2024,30
                USA,CAN,M,HTS,8112921000,2024,70
                """);
        CommandLineRun run = CommandLineRun.of(
                "brief", "--material", "gallium", "--trade", trade.toString(), "--ally", "DEU,USA,JPN,KOR,GBR", "--format", "html",
                "--as-of", "2026-11-21", "--out", folder.resolve("out").toString());
        assertThat(run.exitCode()).as(run.err()).isZero();

        assertThat(text("JPN.html"))
                .contains("Japan: no public figure at hand", "The register knows no commitment of Japan")
                .doesNotContain("What was promised", "What changed, and through whom", "What is being built", "a level, no change");
        assertThat(text("index.html"))
                .contains("Germany still buys 60% of its gallium metal from China, United States 30%", "Japan, South Korea, United Kingdom: The files read hold no figure.")
                .doesNotContain("ships here", "hatched");
        assertThat(text("DEU.html")).contains("Germany still buys 60% of its gallium metal from China");
    }

    private String text(String page) throws IOException {
        return Files.readString(folder.resolve("out/editions/2026-11-21").resolve(page))
                .replaceAll("(?s)<style.*?</style>|<script.*?</script>|<[^>]+>", " ").replaceAll("\\s+", " ");
    }
}
