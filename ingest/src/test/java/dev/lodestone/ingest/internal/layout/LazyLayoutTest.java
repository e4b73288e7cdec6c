package dev.lodestone.ingest.internal.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.ingest.IngestException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LazyLayoutTest {

    private static final String SOUND = """
            id: office
            title: An office
            recognise:
              # what every table has
              headers: [Country, [Code, HS code]]

              title-rows: 3
            columns:
              reporter: {constant: JPN}
              partner: {column: Country, scheme: names}
              flow: {constant: M}
              commodity: Code
              currency: {constant: USD}
              year: Year
              value: Value
            """;

    static List<String> shipped() throws IOException {
        return text("index.txt").lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static String text(String name) throws IOException {
        try (InputStream stream = LazyLayoutTest.class.getResourceAsStream("/dev/lodestone/ingest/layouts/" + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void aShippedLayoutIsPossibleWithItsRequiredHeadersAndWithNoneOfThemMissing(String name) throws IOException {
        Layout whole = Layout.parse(name, text(name));
        LazyLayout lazy = LazyLayout.of(name, text(name));
        Set<String> present = whole.headers().stream()
                .map(header -> HeaderText.compared(header.texts().getLast()))
                .collect(Collectors.toSet());

        assertThat(lazy.isPossible(present)).isTrue();
        for (String text : whole.headers().getFirst().texts()) {
            Set<String> other = new HashSet<>(present);
            whole.headers().getFirst().texts().forEach(each -> other.remove(HeaderText.compared(each)));
            other.add(HeaderText.compared(text));
            assertThat(lazy.isPossible(other)).as("with %s", text).isTrue();
        }
        for (RequiredHeader header : whole.headers()) {
            Set<String> fewer = new HashSet<>(present);
            header.texts().forEach(text -> fewer.remove(HeaderText.compared(text)));
            assertThat(lazy.isPossible(fewer)).as("without %s", header.label()).isFalse();
        }
        assertThat(lazy.layout().id()).isEqualTo(whole.id());
    }

    /** A text that only begins plainly is left to the reader of YAML. */
    @ParameterizedTest
    @ValueSource(strings = {
        "[Country, Code]", "[[Land, Country], Code]", "[ Country , Code ]", "['Country', Code]", "[\"Country\", Code]", "[Country]", "\n    - Country\n    - Code",
        "\n    - [Land, Country]", "\n    - ['Land', Country]", "\n    - 'Country'", "\n    - Country # as printed", "[!!str Country]", "\n  - Country"
    })
    void anyWayOfWritingTheFirstHeaderIsUnderstood(String headers) {
        LazyLayout lazy = LazyLayout.of("office.yaml", SOUND.replace("[Country, [Code, HS code]]", headers));

        assertThat(lazy.isPossible(Set.of("country", "code"))).isTrue();
        assertThat(lazy.isPossible(Set.of("partner", "code"))).isFalse();
    }

    @Test
    void commasAndLineEndsInsideAFirstHeaderArePartOfIt() {
        assertThat(LazyLayout.of("office.yaml", SOUND.replace("[Country, [Code, HS code]]", "\n    - Country, area\n"))
                .isPossible(Set.of("country, area"))).isTrue();
        assertThat(LazyLayout.of("office.yaml", SOUND.replace("[Country, [Code, HS code]]", "\n    - ['Country, area', Land]\n"))
                .isPossible(Set.of("country, area"))).isTrue();
        assertThat(LazyLayout.of("office.yaml", SOUND.replace("[Country, [Code, HS code]]", "[Country of\n      origin, Code]"))
                .isPossible(Set.of("country of origin", "code"))).isTrue();
        assertThat(LazyLayout.of("office.yaml", SOUND.replace("[Country, [Code, HS code]]", "\n    - Country of\n      origin\n    - Code"))
                .isPossible(Set.of("country of origin", "code"))).isTrue();
    }

    @Test
    void whatIsWrongBesideTheHeadersIsToldWhenTheLayoutIsNeeded() {
        LazyLayout lazy = LazyLayout.of("office.yaml", SOUND.replace("title-rows: 3", "title-rows: few"));

        assertThat(lazy.isPossible(Set.of("country", "hs code"))).isTrue();
        assertThatThrownBy(lazy::layout)
                .isInstanceOf(IngestException.class)
                .hasMessageContaining("office.yaml:7")
                .hasMessageContaining("expected a whole number from 0 to 50, found 'few'");
    }

    @Test
    void aLayoutWrittenInAnotherFormIsReadWhole() {
        String flow = "{id: office, title: An office, recognise: {headers: [Country]}, not-trade: prices}";

        assertThat(LazyLayout.of("flow.yaml", flow).isPossible(Set.of("country"))).isTrue();
        assertThat(LazyLayout.of("flow.yaml", flow).isPossible(Set.of("code"))).isFalse();
    }
}
