package dev.lodestone.model.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.model.measure.ProfileKey;
import dev.lodestone.model.register.Confidence;
import dev.lodestone.model.register.ProductionEntry;
import dev.lodestone.model.testing.Rows;
import dev.lodestone.model.testing.TestRegisters;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.Quantity;
import dev.lodestone.model.trade.ReferencePeriod;
import dev.lodestone.model.trade.TradeFlow;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** An edition of a day tells what can have been known on it. */
class PeriodsNotOverTest {

    private static Assessment asOf(String day, Rows rows) {
        AssessmentOptions options = AssessmentOptions.of(LocalDate.parse(day), TestRegisters.MATERIAL).withEconomies(List.of(Economy.of("JPN")));
        return new Assessor(TestRegisters.registers()).assess(rows.dataset(), options);
    }

    private static Set<String> told(Assessment assessment, String measure) {
        return assessment.indicators().stream()
                .filter(i -> i.measure().equals(measure) && i.outcome().low().isPresent())
                .map(i -> i.about().period().toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Rows years() {
        Rows rows = Rows.rows().reporter("JPN");
        for (String year : List.of("2022", "2023", "2024")) {
            rows.period(year).add("CHN", 60).add("VNM", 40);
        }
        return rows;
    }

    @Test
    void aYearIsToldFromItsLastDayOn() {
        assertThat(told(asOf("2024-12-30", years()), "supplier-share")).containsExactly("2022", "2023");
        assertThat(told(asOf("2024-12-31", years()), "supplier-share")).containsExactly("2022", "2023", "2024");
    }

    @Test
    void whatIsLeftOutIsNamedAndNoProfileHoldsIt() {
        Assessment early = asOf("2023-06-30", years());

        assertThat(early.notOver()).containsExactly(ReferencePeriod.ofYear(2023), ReferencePeriod.ofYear(2024));
        assertThat(early.profiles().keySet()).extracting(ProfileKey::period).containsOnly(ReferencePeriod.ofYear(2022));
        assertThat(asOf("2026-11-21", years()).notOver()).isEmpty();
    }

    @Test
    void monthsThatWereOverMakeTheTwelveThatEndLast() {
        Rows rows = Rows.rows().reporter("JPN");
        for (int m = 0; m < 24; m++) {
            rows.period(String.format("%d-%02d", 2023 + m / 12, m % 12 + 1)).add("CHN", m < 12 ? 60 : 20).add("VNM", 40);
        }
        Assessment early = asOf("2024-03-15", rows);

        assertThat(told(early, "rolling-share")).hasSize(3).last().asString().isEqualTo("2023-03/2024-02");
        assertThat(told(early, "import-value")).contains("2023", "2024-01/2024-02").doesNotContain("2024");
    }

    @Test
    void whatTheSupplierSaysItSoldLaterIsLeftOutToo() {
        Rows rows = Rows.rows().reporter("CHN");
        for (String year : List.of("2023", "2024")) {
            rows.period(year).add("JPN", TradeFlow.EXPORT, Quantity.reported(70), Quantity.reported(7));
        }
        Assessment early = asOf("2024-06-30", rows);

        assertThat(told(early, "supplier-sales-value")).containsExactly("2023");
        assertThat(early.notOver()).containsExactly(ReferencePeriod.ofYear(2024));
    }

    @Test
    void aPublishedFigureIsKnownFromTheYearOfItsEditionOn() {
        ProductionEntry entry = new ProductionEntry(
                "net-import-reliance", "USA", "compound", "scope", 2024, "80", "%", "MCS2025", "s", Confidence.VERIFIED, "");

        assertThat(entry.isKnown(LocalDate.of(2024, 12, 31))).isFalse();
        assertThat(entry.isKnown(LocalDate.of(2025, 1, 1))).isTrue();
    }
}
