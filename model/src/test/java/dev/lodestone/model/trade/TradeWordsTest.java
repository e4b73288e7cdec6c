package dev.lodestone.model.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TradeWordsTest {

    @Property(seed = "20261123")
    void periodSurvivesItsText(
            @ForAll @IntRange(min = 1900, max = 2199) int year,
            @ForAll @IntRange(min = 1, max = 12) int month,
            @ForAll @IntRange(min = 1, max = 24) int months) {
        ReferencePeriod period = new ReferencePeriod(java.time.YearMonth.of(year, month), months);
        assertThat(ReferencePeriod.parse(period.toString())).contains(period);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "24", "2024-13", "2024-00", "2024-1", "1899", "2200", "2024-05/2024-04", "2024-01/2026-01", "2024 ", "٢٠٢٤"})
    void textThatIsNoPeriodIsRefused(String text) {
        assertThat(ReferencePeriod.parse(text)).isEmpty();
    }

    @Test
    void periodsAreOrderedByStartThenLength() {
        assertThat(ReferencePeriod.ofMonth(2024, 1)).isLessThan(ReferencePeriod.ofYear(2024));
        assertThat(ReferencePeriod.ofYear(2023)).isLessThan(ReferencePeriod.ofMonth(2024, 1));
        assertThat(ReferencePeriod.ofYear(2024).isCalendarYear()).isTrue();
        assertThat(ReferencePeriod.parse("2023-04/2024-03").orElseThrow().isCalendarYear()).isFalse();
    }

    @Property(seed = "20261123")
    void commodityCodeSurvivesItsText(@ForAll @CharRange(from = '0', to = '9') @StringLength(min = 2, max = 12) String digits) {
        assertThat(CommodityCode.parse(CommodityCode.of(digits).toString())).contains(CommodityCode.of(digits));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2846.90.40", " 2846 9040 ", "2846\u00a09040", "28469040"})
    void commodityCodeIsReadAsPrinted(String text) {
        assertThat(CommodityCode.parse(text)).contains(CommodityCode.of("28469040"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "28A6", "TOTAL", "1234567890123", "2846-90", "٢٨٤٦"})
    void textThatIsNoCommodityCodeIsRefused(String text) {
        assertThat(CommodityCode.parse(text)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CommodityCode.of(text))
                .withMessage("commodity code must be 2 to 12 digits: '" + text + "'");
    }

    @Test
    void commodityCodeKeepsItsLeadingZeroAndKnowsWhatLiesBelowIt() {
        assertThat(CommodityCode.of("0101").toString()).isEqualTo("0101");
        assertThat(CommodityCode.of("28469040").isWithin(CommodityCode.of("2846"))).isTrue();
        assertThat(CommodityCode.of("2846").isWithin(CommodityCode.of("28469040"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "CN", "CHNA", "chn", "1HN", "C-N", "ÇHN"})
    void textThatIsNoEconomyIsRefused(String text) {
        assertThat(Economy.find(text)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> Economy.of(text)).withMessageContaining("'" + text + "'");
    }

    @Test
    void specialEconomiesAreKnown() {
        assertThat(Economy.of("W00").isWorld()).isTrue();
        assertThat(Economy.of("X90").isUnnamed()).isTrue();
        assertThat(Economy.of("X99")).isEqualTo(Economy.UNNAMED);
        assertThat(Economy.of("XKX").isUnnamed()).isFalse();
        assertThat(Economy.find(Economy.of("DEU").toString())).contains(Economy.of("DEU"));
    }

    @Test
    void missingZeroAndSuppressedAreThreeThings() {
        assertThat(Quantity.MISSING.known()).isEmpty();
        assertThat(Quantity.SUPPRESSED.known()).isEmpty();
        assertThat(Quantity.NIL.known()).hasValue(0);
        assertThat(Quantity.estimated(3).known()).hasValue(3);
        assertThatIllegalArgumentException().isThrownBy(() -> new Quantity(1, Quantity.Status.SUPPRESSED));
        assertThatIllegalArgumentException().isThrownBy(() -> Quantity.reported(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> Quantity.reported(Double.POSITIVE_INFINITY));
    }

    @Test
    void flowsAreFoundByTheirLetters() {
        assertThat(TradeFlow.find("M")).contains(TradeFlow.IMPORT);
        assertThat(TradeFlow.find("RX")).contains(TradeFlow.RE_EXPORT);
        assertThat(TradeFlow.find("m")).isEmpty();
    }
}
