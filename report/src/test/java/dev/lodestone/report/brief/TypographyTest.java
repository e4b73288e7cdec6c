package dev.lodestone.report.brief;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypographyTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '~', value = {
        "China's share,China’s share",
        "the allies' promise; members',the allies’ promise; members’",
        "l'Union d'hier,l’Union d’hier",
        "a 'clean' supply of Japan's,a 'clean' supply of Japan’s",
        "in the '90s,in the '90s",
        "12' of pipe,12' of pipe",
        "already China’s,already China’s"})
    void apostrophesOfWordsArePrintedAsSuchAndNothingElseIsTouched(String written, String printed) {
        assertThat(Typography.of(written)).isEqualTo(printed);
    }
}
