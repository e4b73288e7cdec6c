package dev.lodestone.report.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

    @Test
    void joinsRunsToPlainWords() {
        Text text = Text.of("China sold ").explained("27.6%", "share").and(" of ").strong("magnets").note("baci").and(".");

        assertThat(text.plain()).isEqualTo("China sold 27.6% of magnets.");
        assertThat(text.runs()).extracting(Run::kind).containsExactly("plain", "explained", "plain", "strong", "note", "plain");
    }

    @Test
    void indicesOfAFormulaAreSetLower() {
        assertThat(Text.formula("HHI = Σ s_i²").runs()).extracting(Run::kind, Run::text)
                .containsExactly(tuple("plain", "HHI = Σ s"), tuple("subscript", "i"), tuple("plain", "²"));
        assertThat(Text.formula("y_{T+5} = y_T + 5μ").runs()).extracting(Run::text).containsExactly("y", "T+5", " = y", "T", " + 5μ");
        assertThat(Text.formula("imports / all_").runs()).extracting(Run::kind).containsExactly("plain");
        assertThat(Text.formula("").isEmpty()).isTrue();
    }

    @Test
    void leavesTheTextItIsBuiltFromAlone() {
        Text start = Text.of("a");
        Text longer = start.and("b");

        assertThat(start.plain()).isEqualTo("a");
        assertThat(longer.plain()).isEqualTo("ab");
    }

    @Test
    void isEmptyOfNothing() {
        assertThat(Text.of("").isEmpty()).isTrue();
        assertThat(Text.of("").and("").isEmpty()).isTrue();
        assertThat(Text.of(" ").isEmpty()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,x", "vbscript:x", "//evil.example", "file:///etc/passwd",
        "https://a b", "https://a\"onclick=x", "java\nscript:x", "/etc/passwd", "..", "a:b"
    })
    void printsAnAddressThatNoPageMayFollow(String address) {
        Text text = Text.empty().link("label", address);

        assertThat(text.runs()).hasSize(1).first().isInstanceOf(Run.Plain.class);
        assertThat(text.plain()).startsWith("label (");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "https://example.org/?a=1&b=(2)#c", "http://example.org", "mailto:a@example.org", "#section", "JPN.html", "../index.html",
        "data/indicators.csv", "JPN.html#board"
    })
    void linksToAddressesOfTheWebAndTheEdition(String address) {
        assertThat(Text.empty().link("label", address).runs()).containsExactly(new Run.Link("label", address));
    }

    @Test
    void needsAnAddressToBeSafe() {
        assertThatThrownBy(() -> new Run.Link("x", "javascript:x"))
                .hasMessage("href 'javascript:x' is not an address a page may link to: http(s), mailto, a relative path or #anchor");
    }

    @Test
    void replacesWhatNoDocumentMayHoldAndDropsWhatActsUnseen() {
        String hostile = "a\u0000b\u0008c\uD800d\uFFFEe\u202Ef\u200Bg\u0085h";

        assertThat(Text.of(hostile).plain()).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFDefg\uFFFDh");
    }

    @Test
    void composesLetters() {
        assertThat(Text.of("Sa\u0303o").plain()).isEqualTo("S\u00E3o");
    }
}
