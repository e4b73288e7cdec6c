package dev.lodestone.report.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTextTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\tplain", "\r=1", "  =cmd|' /C calc'!A0", "\u00A0=1", "\u200B=1", "\uFEFF-1", "\n@x",
        "\uFF1D1+1", "-"
    })
    void putsAnApostropheBeforeATextThatCouldStartAFormula(String text) {
        assertThat(SafeText.of(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "China", "12", "a=b", "'=1", "1-2", "<=", "é", "日本", "\uD83C\uDF0D earth", "two\nlines"})
    void leavesOtherTextsAlone(String text) {
        assertThat(SafeText.of(text)).isEqualTo(text);
    }

    @Test
    void replacesWhatXmlCannotCarry() {
        assertThat(SafeText.of("a\u0000b\u001Bc\uD800d\uFFFEe\u0085f")).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDf");
        assertThat(SafeText.of("\uDC00\uD83C\uDF0D")).isEqualTo("\uFFFD\uD83C\uDF0D");
    }

    @Test
    void findsAFormulaBehindACharacterThatWasReplaced() {
        assertThat(SafeText.of("\u0000=1")).isEqualTo("\uFFFD=1");
        assertThat(SafeText.startsFormula("\uFFFD=1")).isFalse();
    }

    @Property(seed = "20261123")
    void neverStartsAFormula(@ForAll String text) {
        String safe = SafeText.of(text);
        assertThat(List.of("=", "+", "-", "@", "\t", "\r")).noneMatch(safe.strip().isEmpty() ? safe::startsWith : safe.strip()::startsWith);
    }
}
