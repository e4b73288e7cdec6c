package dev.lodestone.model.register;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.model.text.Term;
import dev.lodestone.model.trade.CommodityCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a row of the codes says of itself inside a sentence. */
class CommodityEntryTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Alkali metals (sodium, lithium) and mercury | alkali metals (sodium, lithium) and mercury
                    Germanium, indium and vanadium              | germanium, indium and vanadium
                    Heavily: every mineral substance            | heavily: every mineral substance
                    AlNiCo and other metal magnets              | AlNiCo and other metal magnets
                    NdFeB                                       | NdFeB
                    Si and its alloys                           | Si and its alloys
                    X                                           | X
                    other metals                                | other metals
                    """)
    void whatACodeMixesInBeginsInsideASentenceWithoutTheCapitalOfATable(String register, String sentence) {
        assertThat(mixing(register).mixesInTerm()).isEqualTo(Term.name("commodities", "metal HS 2805", "mixes_in", sentence));
        assertThat(mixing(register).mixesIn()).isEqualTo(register);
    }

    @Test
    void codeThatMixesNothingInSaysNothing() {
        assertThat(mixing("").mixesInTerm()).isEqualTo(Term.name("commodities", "metal HS 2805", "mixes_in", ""));
    }

    private static CommodityEntry mixing(String mixesIn) {
        return new CommodityEntry(
                "metal", "HS", CommodityCode.of("2805"), "Metals", CommodityEntry.Use.LINE_ONLY, false, 0, 9999, "", mixesIn, "", "a source",
                Confidence.VERIFIED);
    }
}
