package dev.lodestone.ingest.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.lodestone.model.quality.FileReport;
import dev.lodestone.model.quality.Issue;
import dev.lodestone.model.quality.Loaded;
import dev.lodestone.model.quality.Severity;
import dev.lodestone.model.register.CodeChange;
import dev.lodestone.model.register.Commitment;
import dev.lodestone.model.register.Confidence;
import dev.lodestone.model.register.Event;
import dev.lodestone.model.register.Material;
import dev.lodestone.model.register.RegisterTexts;
import dev.lodestone.model.register.Registers;
import dev.lodestone.model.register.StageEntry;
import dev.lodestone.model.trade.Economy;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegisterReaderTest {

    @TempDir
    private Path directory;

    private RegisterFolder folder;

    @BeforeEach
    void writeSoundRegisters() throws IOException {
        folder = RegisterFolder.sound(directory);
    }

    @Test
    void readsChangesOfCodesAndRefusesWhatIsNotWhole() throws IOException {
        folder.write(
                "code-changes.csv",
                String.join(",", RegisterTable.CODE_CHANGES.columns()),
                "CN,2023,85051100,85051110 85051190,yes,note,source,verified",
                "CN,2023,,28053021,yes,note,source,verified",
                "CN,2023,x,,no,note,source,verified");

        Loaded<Registers> loaded = read();

        assertThat(loaded.value().codeChanges()).containsExactly(new CodeChange(
                "CN", 2023, Set.of("85051100"), Set.of("85051110", "85051190"), true, "note", "source", Confidence.VERIFIED));
        assertThat(loaded.issues()).extracting(Issue::message).containsExactly(
                "code-changes.csv:3: column 'before': expected the codes before, of a change that is complete; row set aside [register-incomplete]",
                "code-changes.csv:4: column 'before': found 'x', expected codes of 2 to 12 digits separated by blanks; row set aside [register-bad-code]",
                "code-changes.csv:4: column 'after': expected a text; row set aside [register-blank]");
    }

    @Test
    void leavesOutWhatIsNotAskedForAndNothingElse() throws IOException {
        folder.write("tin/texts.csv", String.join(",", RegisterTable.MATERIAL_TEXTS.columns()), "fr,stages,ore,label,Minerais", "fr,stages,nickel,label,x");

        Loaded<Registers> whole = read();
        Loaded<Registers> part = new RegisterReader().withoutTranslations().withoutChecksums().read(directory);

        assertThat(whole.issues()).hasSize(1);
        assertThat(part.issues()).isEmpty();
        assertThat(part.value().texts()).isEqualTo(RegisterTexts.NONE);
        assertThat(part.value().materials()).isEqualTo(whole.value().materials());
        assertThat(part.value().groups()).isEqualTo(whole.value().groups());
        assertThat(part.files()).extracting(file -> file.source().sha256()).containsOnly("");
        assertThat(whole.files()).extracting(file -> file.source().sha256()).doesNotContain("");
        assertThat(whole.files()).hasSize(part.files().size() + 1);
    }

    @Test
    void readsSoundRegistersWhole() throws IOException {
        Loaded<Registers> loaded = read();

        assertThat(loaded.issues()).isEmpty();
        Registers registers = loaded.value();
        assertThat(registers.nameInText(Economy.of("GBR"))).isEqualTo("the United Kingdom");
        assertThat(registers.membersOf("EUU", LocalDate.of(2020, 1, 31))).containsExactly(Economy.of("GBR"));
        assertThat(registers.membersOf("EUU", LocalDate.of(2020, 2, 1))).isEmpty();
        Material tin = registers.materials().get("tin");
        assertThat(tin.stages()).extracting(StageEntry::id).containsExactly("ore", "metal");
        assertThat(tin.commodities().get(0).untilYear()).isEqualTo(9999);
        assertThat(tin.commodities().get(1).fromYear()).isEqualTo(1988);
        Commitment commitment = tin.commitments().get(0);
        assertThat(commitment.threshold()).hasValue(0.65);
        assertThat(commitment.baselineYear()).isEqualTo(2020);
        assertThat(commitment.targetDate()).contains(LocalDate.of(2030, 12, 31));
        assertThat(commitment.doneDate()).isEmpty();
        assertThat(tin.production().get(0).text()).isEqualTo(">95");
        assertThat(tin.projects().get(0).capacity()).hasValue(12.5);
    }

    /** One broken register for each issue code: the whole message is read. */
    static Stream<Arguments> brokenRows() {
        return Stream.of(
                breakage(RegisterIssue.CELL_COUNT, f -> f.append("groups.csv", "G7,G7,CHN"),
                        "groups.csv:4: found '3 cells', expected 6 cells, as in the header; row set aside [register-cell-count]"),
                breakage(RegisterIssue.BROKEN_QUOTE, f -> f.append("groups.csv", "G7,\"G7,CHN,,,paper", "G7,G7,GBR,,,paper"),
                        "groups.csv:4: found 'G7,\"G7,CHN,,,paper', expected every quoted cell to be closed by a quote before a comma or the "
                                + "end of the line; rest of the file set aside [register-broken-quote]"),
                breakage(RegisterIssue.BLANK, f -> f.replace("exchange-rates.csv", "bank", ""),
                        "exchange-rates.csv:2: column 'source': expected a text; row set aside [register-blank]"),
                breakage(RegisterIssue.BAD_DATE, f -> f.replace(RegisterFolder.COMMITMENTS, "2030-12-31", "2030-02-30"),
                        "tin/commitments.csv:2: column 'target_date': found '2030-02-30', expected a day from 1900 to 2199 such as "
                                + "2026-11-21; row set aside [register-bad-date]"),
                breakage(RegisterIssue.BAD_NUMBER, f -> f.replace("exchange-rates.csv", "1.08", "\"1,08\""),
                        "exchange-rates.csv:2: column 'rate': found '1,08', expected a plain number such as 0.65, without grouping, unit or "
                                + "exponent; row set aside [register-bad-number]"),
                breakage(RegisterIssue.BAD_WORD, f -> f.replace(RegisterFolder.COMMODITIES, "Tin ores,measure", "Tin ores,measured"),
                        "tin/commodities.csv:2: column 'use': found 'measured', expected one of line-only, measure, note-only; row set aside "
                                + "[register-bad-word]"),
                breakage(RegisterIssue.BAD_CODE, f -> f.replace(RegisterFolder.COMMODITIES, "8001", "80.01"),
                        "tin/commodities.csv:3: column 'code': found '80.01', expected 2 to 12 digits without dots or blanks; row set aside "
                                + "[register-bad-code]"),
                breakage(RegisterIssue.BAD_PERIOD, f -> f.replace("exchange-rates.csv", "2024", "2024-13"),
                        "exchange-rates.csv:2: column 'period': found '2024-13', expected a period such as 2024, 2024-03 or "
                                + "2024-01/2024-04; row set aside [register-bad-period]"),
                breakage(RegisterIssue.BAD_URL, f -> f.replace(RegisterFolder.COMMITMENTS, "https://example.org/a", "see above"),
                        "tin/commitments.csv:2: column 'source_url': found 'see above', expected a complete address beginning with http:// or "
                                + "https://; row set aside [register-bad-url]"),
                breakage(RegisterIssue.OUT_OF_RANGE, f -> f.replace(RegisterFolder.COMMITMENTS, "0.65", "65"),
                        "tin/commitments.csv:2: column 'threshold': found '65', expected a share from 0 to 1; row set aside "
                                + "[register-out-of-range]"),
                breakage(RegisterIssue.DUPLICATE, f -> f.append(RegisterFolder.COMMITMENTS, RegisterFolder.commitment("JP-1")),
                        "tin/commitments.csv:3: column 'id': found 'JP-1', expected a key that no earlier row has; line 2 has it; row set "
                                + "aside [register-duplicate]"),
                breakage(RegisterIssue.UNKNOWN_ECONOMY, f -> f.replace("tin/production.csv", "CHN", "PER"),
                        "tin/production.csv:2: column 'economy': found 'PER', expected a code of economies.csv; row set aside "
                                + "[register-unknown-economy]"),
                breakage(RegisterIssue.UNKNOWN_PARTY, f -> f.replace(RegisterFolder.COMMITMENTS, "JPN|G7", "JPN|G8"),
                        "tin/commitments.csv:2: column 'parties': found 'G8', expected a code of economies.csv or groups.csv; row set aside "
                                + "[register-unknown-party]"),
                breakage(RegisterIssue.BAD_WORD, f -> f.replace("tin/events.csv", ",law,", ",export-contorl,"),
                        "tin/events.csv:2: column 'kind': found 'export-contorl', expected 'export-control', or a kind that differs by more than a "
                                + "letter; row set aside [register-bad-word]"),
                breakage(RegisterIssue.UNKNOWN_STAGE, f -> f.replace("tin/events.csv", ",ore,", ",ores,"),
                        "tin/events.csv:2: column 'stages': found 'ores', expected a stage of stages.csv, or recycling; row set aside "
                                + "[register-unknown-stage]"),
                breakage(RegisterIssue.UNKNOWN_COMMODITY, f -> f.replace(RegisterFolder.COMMITMENTS, "260900", "260901"),
                        "tin/commitments.csv:2: column 'commodities': found '260901', expected a code of commodities.csv; row set aside "
                                + "[register-unknown-commodity]"),
                breakage(RegisterIssue.UNKNOWN_COMMODITY, f -> f.replace(RegisterFolder.COMMITMENTS, "ore|metal,260900", "metal,260900"),
                        "tin/commitments.csv:2: column 'commodities': found '260900', expected a code of the stages in scope: this one is of ore; "
                                + "row set aside [register-unknown-commodity]"),
                breakage(RegisterIssue.BLANK, f -> f.replace(RegisterFolder.COMMITMENTS, ",each,", ",,"),
                        "tin/commitments.csv:2: column 'applies': expected one of each, together; row set aside [register-blank]"),
                breakage(RegisterIssue.BAD_WORD, f -> f.replace(RegisterFolder.COMMITMENTS, "no,CHN,", "no,JPN,"),
                        "tin/commitments.csv:2: column 'supplier': found 'JPN', expected another economy than the party itself; row set aside "
                                + "[register-bad-word]"),
                breakage(RegisterIssue.BAD_WORD, f -> f.replace(RegisterFolder.COMMITMENTS, "supplier-share-ceiling", "pledge"),
                        "tin/commitments.csv:2: column 'threshold': found '0.65', expected a blank, since a pledge has no number; another kind "
                                + "has; row set aside [register-bad-word]"),
                breakage(RegisterIssue.BAD_WORD, f -> f.replace(RegisterFolder.COMMITMENTS, "2030-12-31,,,", "2030-12-31,,0.7,"),
                        "tin/commitments.csv:2: column 'delivered': found '0.7', expected a blank, since a supplier-share-ceiling is not delivered "
                                + "in parts; money, tonnes and stock are; row set aside [register-bad-word]"),
                breakage(RegisterIssue.INCOMPLETE, f -> f.replace(RegisterFolder.COMMITMENTS, "0.8,2020", ",2020"),
                        "tin/commitments.csv:2: column 'baseline': expected the level of 2020, since its year is given; row set aside "
                                + "[register-incomplete]"),
                breakage(RegisterIssue.UNKNOWN_COMMITMENT, f -> f.replace(RegisterFolder.COMMITMENTS, "verified,,", "verified,JP-0,"),
                        "tin/commitments.csv:2: column 'supersedes': found 'JP-0', expected the id of another commitment; row set aside "
                                + "[register-unknown-commitment]"),
                breakage(RegisterIssue.UNKNOWN_COMMITMENT, f -> f.append(RegisterFolder.COMMITMENTS,
                                RegisterFolder.commitment("JP-2").replace("verified,,", "verified,JP-3,"),
                                RegisterFolder.commitment("JP-3").replace("verified,,", "verified,JP-2,")),
                        "tin/commitments.csv:3: column 'supersedes': found 'JP-3', expected the id of an earlier commitment: this one leads "
                                + "back to the row's own; row set aside [register-unknown-commitment]"),
                breakage(RegisterIssue.BAD_WORD, f -> f.replace(RegisterFolder.COMMITMENTS, "<=,0.65", ">=,0.65"),
                        "tin/commitments.csv:2: column 'comparator': found '>=', expected <=, since a ceiling is meant; row set aside "
                                + "[register-bad-word]"),
                breakage(RegisterIssue.BAD_WORD, f -> f.replace(RegisterFolder.COMMITMENTS, "supplier-share-ceiling", "recycling-floor"),
                        "tin/commitments.csv:2: column 'comparator': found '<=', expected >=, since a floor is meant; row set aside "
                                + "[register-bad-word]"),
                breakage(RegisterIssue.HALF_THRESHOLD, f -> f.replace(RegisterFolder.COMMITMENTS, "<=,0.65", ",0.65"),
                        "tin/commitments.csv:2: column 'comparator': expected a comparator, since a threshold is given; row set aside "
                                + "[register-half-threshold]"),
                breakage(RegisterIssue.INCOMPLETE, f -> f.replace("tin/projects.csv", "t/year", ""),
                        "tin/projects.csv:2: column 'unit': expected a unit, since a capacity is given; row set aside [register-incomplete]"),
                breakage(RegisterIssue.DATES_REVERSED, f -> f.replace(RegisterFolder.COMMITMENTS, "2030-12-31", "2024-05-22"),
                        "tin/commitments.csv:2: column 'target_date': found '2024-05-22', expected a day not before 2024-05-23; row set aside "
                                + "[register-dates-reversed]"),
                breakage(RegisterIssue.DATES_REVERSED, f -> f.replace(RegisterFolder.COMMITMENTS, ",2020,", ",2031,"),
                        "tin/commitments.csv:2: column 'baseline_year': found '2031', expected a year not after 2030; row set aside "
                                + "[register-dates-reversed]"),
                breakage(RegisterIssue.BAD_WORD, f -> f.replace(RegisterFolder.COMMITMENTS, "2030-12-31,,", "2030-12-31,2026-04-24,"),
                        "tin/commitments.csv:2: column 'done_date': found '2026-04-24', expected a blank, since a supplier-share-ceiling is judged by "
                                + "its share, not by a day; row set aside [register-bad-word]"),
                breakage(RegisterIssue.TWO_NAMES, f -> f.append("groups.csv", "G7,Group of Seven,GBR,,,paper"),
                        "groups.csv:4: column 'group_name': found 'Group of Seven', expected 'G7', as on line 2; membership kept, under that name "
                                + "[register-two-names]"),
                breakage(RegisterIssue.DAY_TO_COME, f -> f.replace(RegisterFolder.COMMITMENTS, ",2026-11-21,", ",2026-11-23,"),
                        "tin/commitments.csv:2: column 'recorded': found '2026-11-23', expected a day that has come, 2026-11-22 at the latest; row kept "
                                + "[register-day-to-come]"),
                breakage(RegisterIssue.OVERLAP, f -> f.append("groups.csv", "EUU,European Union,GBR,2020-01-31,,treaty"),
                        "groups.csv:4: column 'member': found 'GBR', expected memberships that do not overlap; line 3 covers part of these "
                                + "days; row set aside [register-overlap]"),
                breakage(RegisterIssue.DUPLICATE, f -> f.append("groups.csv", "JPN,Joint purchasing network,GBR,,,mine"),
                        "groups.csv:4: column 'group': found 'JPN', expected a code that no economy has; economies.csv has it for Japan; row set aside "
                                + "[register-duplicate]"),
                breakage(RegisterIssue.NOT_ONE_MATERIAL, f -> f.append("tin/material.csv", "lead,Lead,lead,CHN,"),
                        "tin/material.csv: found '2 rows', expected exactly one sound row whose id is the folder's name 'tin'; material not used "
                                + "[register-not-one-material]"),
                breakage(RegisterIssue.UNKNOWN_FILE, f -> f.write("tin/comitments.csv", "id"),
                        "tin/comitments.csv: expected the name of a register; file not read [register-unknown-file]"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenRows")
    void namesWhatIsWrongAndWhere(RegisterIssue code, Breakage breakage, String message) throws IOException {
        breakage.apply(folder);

        Loaded<Registers> loaded = read();

        assertThat(loaded.issues().stream().map(Issue::message)).contains(message);
        assertThat(loaded.issues().stream().map(Issue::code)).containsOnly(code.code());
    }

    @Test
    void hasABrokenRegisterForEveryIssueCode() {
        Set<RegisterIssue> shown = EnumSet.noneOf(RegisterIssue.class);
        brokenRows().forEach(a -> shown.add((RegisterIssue) a.get()[0]));
        assertThat(shown).isEqualTo(EnumSet.allOf(RegisterIssue.class));
    }

    @Test
    void whatIsOnlyDoubtfulIsKept() throws IOException {
        folder.append("groups.csv", "G7,Group of Seven,GBR,,,paper");
        folder.replace(RegisterFolder.COMMITMENTS, ",2026-11-21,", ",2026-11-23,");

        Loaded<Registers> loaded = read();

        assertThat(loaded.issues()).extracting(Issue::severity).containsExactly(Severity.WARNING, Severity.WARNING);
        assertThat(loaded.value().membersOf("G7", LocalDate.of(2024, 1, 1))).containsExactlyInAnyOrder(Economy.of("JPN"), Economy.of("GBR"));
        assertThat(loaded.value().materials().get("tin").commitments()).hasSize(1);
        assertThat(loaded.files()).allSatisfy(file -> assertThat(file.rowsSetAside()).isZero());
    }

    @Test
    void aRowCheckedOnTheDayThatIsAlreadyElsewhereIsNotDoubtful() throws IOException {
        folder.replace(RegisterFolder.COMMITMENTS, ",2026-11-21,", ",2026-11-22,");
        assertThat(read().issues()).isEmpty();
        folder.replace(RegisterFolder.COMMITMENTS, ",2026-11-22,", ",2027-11-22,");
        assertThat(new RegisterReader().read(directory).issues()).as("without a day nothing is to come").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"export-control", "import-control", "price-floor"})
    void keepsAnEventOfAKnownKindOrOfOnesOwn(String kind) throws IOException {
        folder.replace("tin/events.csv", ",law,", "," + kind + ",");

        Loaded<Registers> loaded = read();

        assertThat(loaded.issues()).isEmpty();
        assertThat(loaded.value().materials().get("tin").events()).extracting(Event::kind).containsExactly(kind);
    }

    @Test
    void countsEveryRowReadAsKeptOrSetAside() throws IOException {
        folder.append(RegisterFolder.COMMITMENTS, RegisterFolder.commitment("JP-2").replace("0.65", "65").replace("2030-12-31", "soon"));

        Loaded<Registers> loaded = read();

        FileReport report = report(loaded, RegisterFolder.COMMITMENTS);
        assertThat(report.rowsRead()).isEqualTo(2);
        assertThat(report.rowsKept()).isEqualTo(1);
        assertThat(report.rowsSetAside()).as("one row, though two cells of it are wrong").isEqualTo(1);
        assertThat(report.issueCounts()).containsEntry("register-out-of-range", 1L).containsEntry("register-bad-date", 1L);
        assertThat(loaded.value().materials().get("tin").commitments()).extracting(Commitment::id).containsExactly("JP-1");
    }

    @Test
    void keepsLineAndRecordApartWhenAQuotedCellSpansLines() throws IOException {
        folder.append(
                "groups.csv", "G9,\"The", "group, of", "seven\",CHN,,,\"a \"\"quoted\"\" paper\"", "", "G7,G7,GBR,2020-01-01,nonsense,paper");

        Loaded<Registers> loaded = read();

        assertThat(loaded.issues()).singleElement().satisfies(issue -> {
            assertThat(issue.line()).isEqualTo(8);
            assertThat(issue.record()).isEqualTo(4);
            assertThat(issue.column()).isEqualTo("until");
        });
        assertThat(loaded.value().groups().get(2).groupName()).isEqualTo("The\ngroup, of\nseven");
        assertThat(loaded.value().groups().get(2).source()).isEqualTo("a \"quoted\" paper");
    }

    @Test
    void readsColumnsInAnyOrderWithByteOrderMarkAndWindowsLineEnds() throws IOException {
        Files.writeString(directory.resolve("tin/material.csv"), "\uFEFFwatched,noun,id,label\r\nCHN,tin,tin,Tin\r\n");

        Loaded<Registers> loaded = read();

        assertThat(loaded.issues()).isEmpty();
        assertThat(loaded.value().materials().get("tin").label()).isEqualTo("Tin");
    }

    @Test
    void oneBrokenEconomyDoesNotSetAsideTheRowsThatReferToIt() throws IOException {
        folder.replace("economies.csv", "JPN,Japan,Japan", "JPN,Japan,");

        Loaded<Registers> loaded = read();

        assertThat(loaded.issues()).singleElement().satisfies(i -> assertThat(i.column()).isEqualTo("name_in_text"));
        assertThat(loaded.value().nameOf(Economy.of("JPN"))).isEqualTo("JPN");
        assertThat(loaded.value().groups()).hasSize(2);
    }

    @Test
    void refusesASpellingThatLeadsToTwoEconomies() throws IOException {
        folder.replace("economies.csv", "PR China", "pr china|japan");

        assertThat(read().issues()).singleElement().satisfies(i -> {
            assertThat(i.code()).isEqualTo("register-duplicate");
            assertThat(i.line()).isEqualTo(3);
            assertThat(i.text()).isEqualTo("japan");
        });
    }

    @Test
    void anotherMaterialWithoutCommitmentsIsDataAlone() throws IOException {
        folder.write("zinc/material.csv", RegisterFolder.header(RegisterTable.MATERIAL), "zinc,Zinc,zinc,JPN,");
        folder.write("zinc/stages.csv", RegisterFolder.header(RegisterTable.STAGES), "ore,Ores,zinc ores,1,");
        folder.write("zinc/commodities.csv", RegisterFolder.header(RegisterTable.COMMODITIES));

        Loaded<Registers> loaded = read();

        assertThat(loaded.issues()).isEmpty();
        assertThat(loaded.value().materials().keySet()).containsExactly("tin", "zinc");
        assertThat(loaded.value().materials().get("zinc").watched()).isEqualTo(Economy.of("JPN"));
        assertThat(loaded.value().materials().get("zinc").commitments()).isEmpty();
    }

    @Test
    void refusesMissingFilesAndWrongHeadersAllAtOnce() throws IOException {
        folder.delete(RegisterFolder.STAGES);
        folder.replace("groups.csv", "group_name", "groupname");
        folder.replace("exchange-rates.csv", "per,", "per,per,");
        Files.write(directory.resolve("tin/material.csv"), new byte[] {'i', 'd', (byte) 0xE9});
        folder.write("tin/projects.csv");

        assertThatThrownBy(this::read)
                .isInstanceOf(RegisterException.class)
                .hasMessage("The registers cannot be read:\n"
                        + "  groups.csv: missing columns 'group_name'\n"
                        + "  groups.csv: unknown columns 'groupname'\n"
                        + "  exchange-rates.csv: columns given twice 'per'\n"
                        + "  tin/material.csv: not UTF-8 text\n"
                        + "  tin/stages.csv: not found\n"
                        + "  tin/projects.csv: empty; expected the columns name,economies,stages,bears_on,capacity,unit,start,status,"
                        + "status_text,backers,kind,source,confidence,notes");
    }

    @Test
    void aFolderOfAFewRegistersIsLaidOverOthers() throws IOException {
        Path own = Files.createDirectories(directory.resolveSibling("own-" + directory.getFileName()));
        try {
            Files.createDirectories(own.resolve("tin"));
            Files.writeString(own.resolve("tin/commitments.csv"), RegisterFolder.header(RegisterTable.COMMITMENTS) + "\n" + RegisterFolder.commitment("OWN") + "\n");
            Files.createDirectories(own.resolve("zinc"));
            Files.writeString(own.resolve("zinc/material.csv"), "id,label,noun,watched\nzinc,Zinc,zinc,JPN\n");
            Files.writeString(own.resolve("zinc/stages.csv"), RegisterFolder.header(RegisterTable.STAGES) + "\nmetal,Metal,zinc metal,1,\n");
            Files.writeString(own.resolve("zinc/commodities.csv"), RegisterFolder.header(RegisterTable.COMMODITIES) + "\n");
            Files.createDirectories(own.resolve("tinn"));
            Files.writeString(own.resolve("tinn/events.csv"), RegisterFolder.header(RegisterTable.EVENTS) + "\n");
            // Of a row that was replaced: of no use any more, and no mistake.
            folder.write("tin/texts.csv", RegisterFolder.header(RegisterTable.MATERIAL_TEXTS), "fr,commitments,JP-1,summary,Moins", "fr,stages,ore,label,Minerais");
            Loaded<Registers> loaded = new RegisterReader().read(own, RegisterSource.ofDirectory(directory));
            assertThat(loaded.value().texts().find("fr", "tin", "stages", "ore", "label")).contains("Minerais");
            assertThat(loaded.value().materials().keySet()).containsExactly("tin", "zinc");
            assertThat(loaded.value().materials().get("tin").commitments()).extracting(Commitment::id).containsExactly("OWN");
            assertThat(loaded.value().materials().get("tin").events()).as("from beneath").hasSize(1);
            assertThat(loaded.issues()).extracting(i -> i.code() + " " + i.file()).containsExactly("register-unknown-file tinn/events.csv");

            // With economies.csv it stands by itself; with nothing to lay over, what is missing is said.
            Files.writeString(own.resolve("economies.csv"), RegisterFolder.header(RegisterTable.ECONOMIES) + "\n");
            assertThatThrownBy(() -> new RegisterReader().read(own, RegisterSource.ofDirectory(directory))).hasMessageContaining("groups.csv: not found");
            Path nothing = Files.createDirectories(own.resolve("nothing"));
            assertThatThrownBy(() -> new RegisterReader().read(nothing, RegisterSource.ofDirectory(directory)))
                    .hasMessageContaining("nothing: holds no register; expected groups.csv or another of those in data/registers");
        } finally {
            try (java.util.stream.Stream<Path> files = Files.walk(own)) {
                files.sorted(java.util.Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
            }
        }
    }

    /** A column that came after the first registers were written may be left out; what stands in it is checked. */
    @Test
    void readsFromHowManyDollarsPurchasesAreLookedAtTwice() throws IOException {
        assertThat(read().value().materials().get("tin").watchFrom()).isEqualTo(Material.WATCH_FROM);
        folder.write("tin/material.csv", "id,label,noun,watched,watch_from_usd", "tin,Tin,tin,CHN,20000");
        assertThat(read().value().materials().get("tin").watchFrom()).isEqualTo(20_000);
        folder.write("tin/material.csv", "id,label,noun,watched,watch_from_usd", "tin,Tin,tin,CHN,-1");
        assertThat(read().issues()).extracting(i -> i.column() + " " + i.text() + " " + i.expected()).contains("watch_from_usd -1 zero or more");
    }

    @Test
    void refusesAHeaderWhoseQuoteIsNeverClosed() throws IOException {
        folder.replace("groups.csv", "group_name", "\"group_name");

        assertThatThrownBy(this::read)
                .isInstanceOf(RegisterException.class)
                .hasMessageContaining("groups.csv: a quote in the header is never closed");
    }

    @Test
    void refusesAFolderThatDoesNotExist() {
        assertThatThrownBy(() -> new RegisterReader().read(directory.resolve("none")))
                .isInstanceOf(RegisterException.class)
                .hasMessageContaining("none: not a folder");
    }

    @Test
    void readsTheClassPathThroughItsIndex() throws IOException {
        folder.write("materials.csv", "id", "tin");
        Path root = Files.createDirectories(directory.resolveSibling("classes-" + directory.getFileName()).resolve("a/b"));
        for (String name : folder.names()) {
            Files.createDirectories(root.resolve(name).getParent());
            Files.copy(directory.resolve(name), root.resolve(name));
        }
        URL url = root.getParent().getParent().toUri().toURL();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {url}, null)) {
            Loaded<Registers> fromClassPath = new RegisterReader().read(RegisterSource.ofClassPath(loader, "a/b"));

            assertThat(fromClassPath.value()).isEqualTo(read().value());
            assertThat(fromClassPath.files()).isEqualTo(read().files());
        }
    }

    @Test
    void refusesAClassPathWithoutIndex() throws IOException {
        try (URLClassLoader loader = new URLClassLoader(new URL[0], null)) {
            assertThatThrownBy(() -> new RegisterReader().read(RegisterSource.ofClassPath(loader, "a/b")))
                    .isInstanceOf(RegisterException.class)
                    .hasMessageContaining("a/b/materials.csv: not found on the class path");
        }
    }

    @Test
    void refusesAnIndexThatLeavesTheRegisters() throws IOException {
        folder.write("materials.csv", "id", "../../etc");

        assertThatThrownBy(this::read).isInstanceOf(RegisterException.class).hasMessageContaining("not a material's folder: '../../etc'");
    }

    @Test
    void givesEachFileItsChecksumAndLayout() throws IOException {
        folder.write("tin/projects.csv", RegisterFolder.header(RegisterTable.PROJECTS));

        FileReport report = report(read(), "tin/projects.csv");

        assertThat(report.source().layout()).isEqualTo("register-projects");
        assertThat(report.source().sha256()).matches("[0-9a-f]{64}");
        assertThat(report.rowsRead()).isZero();
        assertThat(report.reporters()).isEqualTo(new TreeSet<>());
    }

    private Loaded<Registers> read() throws IOException {
        return new RegisterReader().on(LocalDate.of(2026, 11, 21)).read(directory);
    }

    private static FileReport report(Loaded<Registers> loaded, String name) {
        return loaded.files().stream().filter(f -> f.source().file().equals(name)).findFirst().orElseThrow();
    }

    /** What a test does to a sound folder. */
    interface Breakage {
        void apply(RegisterFolder folder) throws IOException;
    }

    private static Arguments breakage(RegisterIssue code, Breakage breakage, String message) {
        return arguments(code, breakage, message);
    }
}
