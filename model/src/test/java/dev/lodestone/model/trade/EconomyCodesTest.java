package dev.lodestone.model.trade;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EconomyCodesTest {

    @ParameterizedTest
    @ValueSource(strings = {"JPN", "W00", "X94", "S19", "G7"})
    void codesOfEconomiesAndBlocsAreWellFormed(String code) {
        assertThat(Economy.find(code)).map(Economy::code).contains(code);
    }

    /** Of two letters are codes of ISO 3166 alpha-2, which publishers use and registers do not. */
    @ParameterizedTest
    @ValueSource(strings = {"", "J", "JP", "7G", "G77N", "jpn", "g7", "00W", "JP ", "J_P"})
    void otherTextsAreNot(String code) {
        assertThat(Economy.find(code)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"X9A", "X8", "X9", "XKX"})
    void onlyX90ToX99AreUnnamed(String code) {
        assertThat(Economy.of(code).isUnnamed()).isFalse();
    }
}
