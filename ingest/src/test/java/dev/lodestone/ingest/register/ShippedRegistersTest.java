package dev.lodestone.ingest.register;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.model.quality.Issue;
import dev.lodestone.model.quality.Loaded;
import dev.lodestone.model.register.CommodityEntry;
import dev.lodestone.model.register.CodeChange;
import dev.lodestone.model.register.Commitment;
import dev.lodestone.model.register.Material;
import dev.lodestone.model.register.Project;
import dev.lodestone.model.register.Registers;
import dev.lodestone.model.trade.CommodityCode;
import dev.lodestone.model.trade.Economy;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ShippedRegistersTest {

    static final Path REGISTERS = Path.of("..", "data", "registers");
    private static final Path TRADE = Path.of("..", "data", "trade");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private static Loaded<Registers> loaded;

    @BeforeAll
    static void read() throws IOException {
        loaded = new RegisterReader().read(REGISTERS);
    }

    @Test
    void readsTheShippedRegistersWithoutIssue() {
        assertThat(loaded.issues().stream().map(Issue::message)).isEmpty();
        assertThat(loaded.files()).allSatisfy(f -> assertThat(f.rowsKept()).isPositive().isEqualTo(f.rowsRead()));
    }

    @Test
    void listsEveryMaterialFolderInTheIndexThatJarsNeed() throws IOException {
        assertThat(MaterialIndex.read(Files.newInputStream(REGISTERS.resolve("materials.csv"))))
                .containsExactlyElementsOf(loaded.value().materials().keySet())
                .contains("rare-earths");
    }

    @Test
    void namesEveryEconomyOfTheTradeFiles() throws IOException {
        Set<String> known = new HashSet<>();
        loaded.value().economies().keySet().forEach(e -> known.add(e.code()));
        Set<String> unknown = new TreeSet<>(tradeColumn(0));
        unknown.addAll(tradeColumn(1));
        unknown.removeAll(known);
        assertThat(unknown).as("S19 is BACI's code for Taiwan, an alias").isEqualTo(Set.of("S19"));
    }

    @Test
    void givesEveryCodeOfTheTradeFilesAStage() throws IOException {
        Set<String> registered = new HashSet<>();
        for (Material material : loaded.value().materials().values()) {
            material.commodities().stream().map(CommodityEntry::code).map(CommodityCode::digits).forEach(registered::add);
        }
        assertThat(registered).containsAll(tradeColumn(4));
    }

    @Test
    void countsTheMembersOfTheUnionByDate() {
        assertThat(statesOfTheUnion(LocalDate.of(2003, 6, 1))).hasSize(15);
        assertThat(statesOfTheUnion(LocalDate.of(2013, 7, 1))).hasSize(28).contains(Economy.of("GBR"), Economy.of("HRV"));
        assertThat(statesOfTheUnion(LocalDate.of(2020, 1, 31))).contains(Economy.of("GBR"));
        assertThat(statesOfTheUnion(TODAY)).hasSize(27).doesNotContain(Economy.of("GBR"));
    }

    @Test
    void countsUnnamedPartnersInsideTheUnionAsItsMembers() {
        assertThat(loaded.value().membersOf("EUU", TODAY)).contains(Economy.of("X94")).doesNotContain(Economy.UNNAMED);
    }

    private static Set<Economy> statesOfTheUnion(LocalDate day) {
        Set<Economy> states = new HashSet<>(loaded.value().membersOf("EUU", day));
        states.removeIf(Economy::isUnnamed);
        return states;
    }

    @Test
    void declaresWhereBaciBeginsANewSeries() {
        assertThat(loaded.value().breaks())
                .anyMatch(b -> b.publisher().equals("CEPII BACI") && b.fromClassification().equals("HS2002"));
    }

    @Test
    void knowsTheSplitsOfTheCombinedNomenclatureIn2023() {
        assertThat(loaded.value().codeChanges())
                .filteredOn(change -> change.nomenclature().equals("CN") && change.year() == 2023)
                .flatExtracting(CodeChange::after)
                .contains("28053029", "28469060", "28469090", "85051110");
        assertThat(loaded.value().codeChanges()).filteredOn(change -> change.before().isEmpty()).noneMatch(CodeChange::complete);
    }

    @Test
    void keepsTheAlliesInTheirOrderOfDisplay() {
        assertThat(loaded.value().listMembers("ALLIES", TODAY).stream().map(Economy::code))
                .as("an ally that is added stands where its row does")
                .containsSubsequence("CAN", "FRA", "DEU", "ITA", "JPN", "GBR", "USA", "EUU", "AUS", "IND", "KOR", "MEX");
    }

    @Test
    void writesTheCommitmentsThatNumbersDecide() {
        Commitment single = commitment("EU-CRMA-SINGLE");
        assertThat(single.parties()).containsExactly("EUU");
        assertThat(single.applies()).isEqualTo(Commitment.Applies.TOGETHER);
        assertThat(single.threshold()).hasValue(0.65);
        assertThat(single.eachLine()).isTrue();
        assertThat(single.stages()).isEmpty();
        Commitment japan = commitment("JP-2020-50");
        assertThat(japan.stages()).containsExactly("compound", "metal");
        assertThat(japan.supplier()).isEqualTo("CHN");
        assertThat(commitment("EU-US-MOU").doneDate()).contains(LocalDate.of(2026, 4, 24));
        assertThat(Stream.of("UK-V2035-SINGLE", "KR-2023-DEP", "US-DFARS-2027").map(id -> commitment(id).missing()))
                .allSatisfy(missing -> assertThat(missing).isNotBlank());
    }

    @Test
    void tellsWhatIsBuiltForEveryAlly() {
        Material rareEarths = loaded.value().materials().get("rare-earths");
        Set<String> borne = new TreeSet<>();
        rareEarths.projects().stream().map(Project::bearsOn).forEach(borne::addAll);
        assertThat(borne).contains("AUS", "CAN", "DEU", "EUU", "FRA", "IND", "JPN", "KOR", "USA");
    }

    private static Commitment commitment(String id) {
        return loaded.value().materials().get("rare-earths").commitments().stream()
                .filter(c -> c.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Only the leading columns, none of which is quoted in the shipped files. */
    private static Set<String> tradeColumn(int column) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> entries = Files.list(TRADE)) {
            entries.filter(p -> p.toString().endsWith(".csv")).forEach(files::add);
        }
        assertThat(files).isNotEmpty();
        Set<String> found = new TreeSet<>();
        for (Path file : files) {
            try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                assertThat(Arrays.asList(reader.readLine().split(",")).subList(0, 5))
                        .containsExactly("reporter", "partner", "flow", "classification", "commodity");
                reader.lines().forEach(line -> found.add(line.split(",", 6)[column]));
            }
        }
        return found;
    }
}
