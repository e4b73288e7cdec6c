package dev.lodestone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.report.CharacterWithoutFontException;
import dev.lodestone.report.CharactersWithoutFont;
import dev.lodestone.report.ReportException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A character that no font has is named with the line of the user's file in which it stands. */
class CharacterPlacesTest {

    private static final int SATELLITE = 0x1F6F0;
    private static final String HINT = "; or publish without PDFs: --format html,xlsx,csv,json";

    private final CharacterWithoutFontException failure = new CharacterWithoutFontException(SATELLITE, "no font has it");

    @TempDir
    private Path folder;

    @Test
    void theFirstLineThatHoldsItIsNamed() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "id,name\n1,plain\n");
        Path events = Files.writeString(folder.resolve("events.csv"), "id,title\n1,plain\n2,A mine " + Character.toString(SATELLITE) + " opens\n");

        ReportException told = CharacterPlaces.named(failure, List.of(folder.resolve("not-there"), folder));

        assertThat(told).hasMessage(events + ", line 3, column 10: no font has it" + HINT);
        assertThat(told.line()).isEqualTo(3);
    }

    @Test
    void withoutAPlaceTheCharacterAndTheWayOutAreTold() {
        assertThat(CharacterPlaces.named(failure, List.of(folder))).hasMessage("no font has it" + HINT);
    }

    @Test
    void whatStandsInForAForeignScriptIsToldWithItsPlace() throws IOException {
        Path events = Files.writeString(folder.resolve("events.csv"), "id,title\n1,plain\n2,A mine of معادن opens\n");

        assertThat(CharacterPlaces.told(new CharactersWithoutFont("معادن", "[Arabic]", "no PDF shows it"), List.of(folder)))
                .isEqualTo(events + ", line 3, column 13: no PDF shows it; the PDFs show [Arabic] in its place, the HTML pages the text itself");
    }
}
