package dev.lodestone.model.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lodestone.model.register.Confidence;
import dev.lodestone.model.register.ProductionEntry;
import dev.lodestone.model.testing.Profiles;
import dev.lodestone.model.trade.Economy;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Reliance from own output and apparent consumption, beside what was published. */
class RecomputedRelianceTest {

    private static final Offset<Double> EXACT = within(1e-12);
    private static final Economy US = Economy.of("USA");

    private final List<ProductionEntry> register = new ArrayList<>();

    private RecomputedRelianceTest told(String series, String stage, int year, String text) {
        return told(series, "USA", stage, "compounds and metals", year, text, "t REO", "MCS2026");
    }

    private RecomputedRelianceTest told(String series, String economy, String stage, String scope, int year, String text, String unit, String edition) {
        register.add(new ProductionEntry(series, economy, stage, scope, year, text, unit, edition, "s", Confidence.VERIFIED, ""));
        return this;
    }

    private RecomputedRelianceTest of2024() {
        return told("production", "compound", 2024, "4300").told("apparent-consumption", "compound", 2024, "9010");
    }

    private List<Indicator> figures(String stage) {
        return new RecomputedReliance().beside(US, "stuff", stage, Profiles.CONTEXT.with(records()));
    }

    private Records records() {
        return new Records() {
            @Override
            public List<ProductionEntry> production() {
                return register;
            }
        };
    }

    private Outcome figure() {
        assertThat(figures("compound")).hasSize(1);
        return figures("compound").getFirst().outcome();
    }

    /** US compounds and metals of 2024, edition of 2026: 1 − 4300/9010, within 1 − 4350/9005 and 1 − 4250/9015; published are 53 %. */
    @Test
    void itIsOneLessOwnOutputOverUseAndSaysWhetherThePublishedFigureAgrees() {
        of2024().told("net-import-reliance", "compound", 2024, "53");
        assertThat(figure().value().orElseThrow()).isCloseTo(4710 / 9010.0, EXACT);
        assertThat(figure().low().orElseThrow()).isCloseTo(1 - 4350 / 9005.0, EXACT);
        assertThat(figure().high().orElseThrow()).isCloseTo(1 - 4250 / 9015.0, EXACT);
        assertThat(figure().reason()).contains("52.5", "53.5").doesNotContain("differ");
        assertThat(figures("compound").getFirst().about().period()).hasToString("2024");
        assertThat(figures("metal")).isEmpty();
    }

    @Test
    void aPublishedFigureBesideTheIntervalDiffers() {
        assertThat(of2024().told("net-import-reliance", "compound", 2024, "53").figure().why().key()).isEqualTo("reason.reliance-agrees");
        register.removeLast();
        // From 51.69 to 52.86 %: 54 is 53.5 at least, 51 is 51.5 at most.
        assertThat(told("net-import-reliance", "compound", 2024, "54").figure().why().key()).isEqualTo("reason.reliance-differs");
        register.removeLast();
        assertThat(told("net-import-reliance", "compound", 2024, "51").figure().why().key()).isEqualTo("reason.reliance-differs");
        register.removeLast();
        assertThat(told("net-import-reliance", "compound", 2024, ">50").figure().why().key()).isEqualTo("reason.reliance-agrees");
        register.removeLast();
        assertThat(told("net-import-reliance", "compound", 2024, "E").figure().why().key()).isEqualTo("reason.reliance-differs-exporter");
        register.removeLast();
        assertThat(told("net-import-reliance", "compound", 2024, "W").figure().why().key()).isEqualTo("reason.reliance-alone");
    }

    @Test
    void figuresOfAnotherYearScopeEditionUnitOrEconomyAreNoPartOfIt() {
        told("production", "USA", "compound", "compounds and metals", 2023, "1", "t REO", "MCS2026");
        told("production", "USA", "compound", "compounds and metals", 2025, "1", "t REO", "MCS2026");
        told("production", "USA", "compound", "mine production", 2024, "1", "t REO", "MCS2026");
        told("production", "USA", "compound", "compounds and metals", 2024, "1", "t", "MCS2026");
        told("production", "USA", "compound", "compounds and metals", 2024, "1", "t REO", "MCS2025");
        told("production", "CHN", "compound", "compounds and metals", 2024, "1", "t REO", "MCS2026");
        told("apparent-consumption", "USA", "compound", "compounds and metals", 2024, "2", "t REO", "MCS2025");
        told("apparent-consumption", "CHN", "compound", "compounds and metals", 2024, "2", "t REO", "MCS2026");
        told("net-import-reliance", "USA", "compound", "compounds and metals", 2023, "99", "%", "MCS2026");
        of2024();
        assertThat(figure().value().orElseThrow()).isCloseTo(4710 / 9010.0, EXACT);
        assertThat(figure().why().key()).as("nothing is published of 2024").isEqualTo("reason.rounded-amounts");
        assertThat(new RecomputedReliance().entries(figures("compound").getFirst().about(), Profiles.CONTEXT.with(records())))
                .extracting(ProductionEntry::text)
                .containsExactly("4300", "9010");
    }

    @Test
    void outputOfTheSameStageGoesBeforeThatOfAnotherWhichIsNeverNetted() {
        told("production", "ore", 2024, "46000");
        told("apparent-consumption", "compound", 2024, "9010");
        assertThat(figure().why().key()).isEqualTo("reason.never-netted");
        told("production", "compound", 2024, "4300");
        assertThat(figure().value().orElseThrow()).isCloseTo(4710 / 9010.0, EXACT);
    }

    @Test
    void whatIsNoNumberGivesNoFigureAndUseThatMayBeNothingNone() {
        told("production", "compound", 2024, "W").told("apparent-consumption", "compound", 2024, "9010");
        assertThat(figures("compound")).isEmpty();
        register.clear();
        told("production", "compound", 2024, "0").told("apparent-consumption", "compound", 2024, "0");
        assertThat(figure().why().key()).isEqualTo("reason.no-consumption");
        register.clear();
        told("production", "compound", 2024, "0").told("apparent-consumption", "compound", 2024, "35,100");
        assertThat(figure().value()).hasValue(1);
        assertThat(figure().low().orElseThrow()).as("0.5 of 35,050").isCloseTo(1 - 0.5 / 35_050, EXACT);
    }
}
