package dev.lodestone.ingest.register;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.model.register.Commitment;
import dev.lodestone.model.register.CommodityEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RegistersDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "REGISTERS.md");
    private static final Pattern HEADING = Pattern.compile("## `?([^`]+)`?");
    private static final Pattern FIRST_CELL = Pattern.compile("\\| `([^`]+)` \\|.*");

    /** First cells of the tables under each heading. */
    private static final Map<String, List<String>> SECTIONS = new LinkedHashMap<>();

    private static String text;

    @BeforeAll
    static void readDocument() throws IOException {
        text = Files.readString(DOCUMENT);
        List<String> section = new ArrayList<>();
        for (String line : text.lines().toList()) {
            Matcher heading = HEADING.matcher(line);
            Matcher cell = FIRST_CELL.matcher(line);
            if (heading.matches()) {
                section = new ArrayList<>();
                SECTIONS.put(heading.group(1), section);
            } else if (cell.matches()) {
                section.add(cell.group(1));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(RegisterTable.class)
    void documentsEveryColumnOfEveryRegisterInOrder(RegisterTable table) {
        assertThat(SECTIONS.get(table.fileName())).isEqualTo(table.columns());
    }

    @Test
    void documentsNoRegisterThatIsNotRead() {
        List<String> read = Arrays.stream(RegisterTable.values()).map(RegisterTable::fileName).distinct().toList();
        assertThat(SECTIONS.keySet().stream().filter(s -> s.endsWith(".csv"))).isEqualTo(read);
    }

    @Test
    void documentsEveryIssueCode() {
        assertThat(SECTIONS.get("Issue codes")).isEqualTo(Arrays.stream(RegisterIssue.values()).map(RegisterIssue::code).toList());
    }

    @Test
    void namesEveryKindOfCommitmentAndEveryUseOfACode() {
        for (Commitment.Kind kind : Commitment.Kind.values()) {
            assertThat(text).contains("`" + kind.code() + "`");
        }
        for (CommodityEntry.Use use : CommodityEntry.Use.values()) {
            assertThat(text).contains("`" + use.code() + "`");
        }
    }
}
