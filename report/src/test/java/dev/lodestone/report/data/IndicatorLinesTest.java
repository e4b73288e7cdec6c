package dev.lodestone.report.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.lodestone.model.measure.Basis;
import dev.lodestone.model.measure.Indicator;
import dev.lodestone.model.measure.Outcome;
import dev.lodestone.model.measure.ProfileKey;
import dev.lodestone.model.text.Statement;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.ReferencePeriod;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IndicatorLinesTest {

    private static final ProfileKey GERMANY = key("DEU");
    private static final ProfileKey JAPAN = key("JPN");

    private final IndicatorLines lines = new IndicatorLines();

    private static ProfileKey key(String economy) {
        return new ProfileKey(Economy.of(economy), "rare-earths", "magnet", "", ReferencePeriod.ofYear(2024));
    }

    @Test
    void writesEveryFieldOfAFigure() {
        assertThat(lines.of(new Indicator(GERMANY, "hhi", "", Basis.VALUE, "1", Outcome.within(0.25, 0.3, 0.5, Statement.verbatim("hidden")))))
                .isEqualTo("{\"economy\": \"DEU\",\"material\": \"rare-earths\",\"stage\": \"magnet\",\"commodity\": \"\",\"period\": \"2024\","
                        + "\"measure\": \"hhi\",\"supplier\": \"\",\"basis\": \"value\",\"value\": 0.3,\"low\": 0.25,\"high\": 0.5,"
                        + "\"unit\": \"1\",\"status\": \"bounded\",\"reason\": \"hidden\"\n    }");
    }

    @Test
    void keepsFiguresOfDifferentImportsApart() throws IOException {
        lines.of(new Indicator(GERMANY, "hhi", "", Basis.VALUE, "1", Outcome.of(0.5)));
        Map<String, String> second = read(lines.of(new Indicator(JAPAN, "import-value", "CHN", Basis.VALUE, "USD", Outcome.of(1234.5))));
        assertThat(second)
                .containsEntry("economy", "JPN")
                .containsEntry("measure", "import-value")
                .containsEntry("supplier", "CHN")
                .containsEntry("value", "1234.5")
                .containsEntry("low", "1234.5")
                .containsEntry("reason", "");
    }

    @Test
    void writesWhatIsAbsentAsNull() throws IOException {
        assertThat(read(lines.of(new Indicator(GERMANY, "hhi", "", Basis.WEIGHT, "1", Outcome.atMost(0.9, Statement.verbatim("a part"))))))
                .containsEntry("value", "null")
                .containsEntry("low", "null")
                .containsEntry("high", "0.9");
    }

    @Test
    void escapesSomebodysWords() throws IOException {
        Outcome outcome = Outcome.notComputable("\"quoted\" \\ and\ttwo\nlines, \u00e9 \uD83E\uDDF2 and half \uD83E");
        assertThat(read(lines.of(new Indicator(GERMANY, "own", "", Basis.VALUE, "1", outcome))))
                .containsEntry("reason", "\"quoted\" \\ and\ttwo\nlines, \u00e9 \uD83E\uDDF2 and half \uFFFD");
    }

    private static Map<String, String> read(String record) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        try (JsonParser parser = new JsonFactory().createParser(record)) {
            assertThat(parser.nextToken()).isEqualTo(JsonToken.START_OBJECT);
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                fields.put(name, parser.getText());
            }
            assertThat(parser.currentToken()).isEqualTo(JsonToken.END_OBJECT);
        }
        return fields;
    }
}
