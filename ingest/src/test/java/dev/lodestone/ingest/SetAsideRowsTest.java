package dev.lodestone.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.ingest.register.RegisterReader;
import dev.lodestone.model.assess.Assessment;
import dev.lodestone.model.assess.AssessmentOptions;
import dev.lodestone.model.assess.Assessor;
import dev.lodestone.model.measure.Basis;
import dev.lodestone.model.measure.Indicator;
import dev.lodestone.model.measure.Outcome;
import dev.lodestone.model.quality.Loaded;
import dev.lodestone.model.register.Registers;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.TradeDataset;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A row that was set aside leaves a gap that is known: what is measured beside it is a bound, not a value. */
class SetAsideRowsTest {

    private static final String HEADER = "reporter,partner,flow,commodity,period,value\n";
    private static Registers registers;

    @BeforeAll
    static void readRegisters() throws IOException {
        registers = new RegisterReader().read(Path.of("../data/registers")).value();
    }

    @Test
    void giveAnUpperBoundInsteadOfAShare() {
        Outcome share = chinasShare("JPN,CHN,M,850511,2024,60\nJPN,VNM,M,850511,2024,20\nJPN,PHL,M,850511,2024,2O\n");

        assertThat(share.status()).isEqualTo(Outcome.Status.BOUNDED);
        assertThat(share.value()).isEmpty();
        assertThat(share.high()).hasValue(0.75);
    }

    @Test
    void giveABoundWhereThePartnerIsUnknown() {
        Outcome share = chinasShare("JPN,CHN,M,850511,2024,60\nJPN,VNM,M,850511,2024,20\nJPN,Q1Q,M,850511,2024,20\n");

        assertThat(share.status()).isNotEqualTo(Outcome.Status.OK);
    }

    @Test
    void leaveOtherReportersAndYearsAsTheyAre() {
        Outcome share = chinasShare("JPN,CHN,M,850511,2024,60\nJPN,VNM,M,850511,2024,20\nKOR,PHL,M,850511,2024,2O\nJPN,PHL,M,850511,2023,2O\n");

        assertThat(share.status()).isEqualTo(Outcome.Status.OK);
        assertThat(share.value()).hasValue(0.75);
    }

    private static Outcome chinasShare(String rows) {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("mine.csv", HEADER + rows));
        AssessmentOptions options =
                AssessmentOptions.of(LocalDate.of(2026, 11, 21), "rare-earths").withEconomies(List.of(Economy.of("JPN")));
        Assessment assessment = new Assessor(registers).assess(loaded.value(), options);
        return assessment.indicators().stream()
                .filter(i -> i.measure().equals("supplier-share")
                        && i.supplier().equals("CHN")
                        && i.basis() == Basis.VALUE
                        && i.about().stage().equals("magnet")
                        && i.about().isWholeStage()
                        && i.about().period().year() == 2024)
                .map(Indicator::outcome)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tellsOfAWorldRowThatCannotBeRead() {
        String header = "Classification,Period,Aggregate Level,Trade Flow Code,Reporter Code,Partner Code,Commodity Code,Netweight (kg),Trade Value (US$)\n";
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("legacy.csv", header
                + "H5,2020,6,1,360,156,284610,7,100\nH5,2020,6,1,360,0,284610,7,$100\nH5,2020,6,1,360,0,28469,7,200\n"));

        assertThat(Fixture.messages(loaded)).contains(
                "legacy.csv:3: column 'Trade Value (US$)': found '$100', expected a plain number with decimal mark '.' and no thousands mark; row set"
                        + " aside [bad-number]",
                "legacy.csv:4: column 'Commodity Code': found '28469', expected an even number of digits, the leading zero included; row set aside"
                        + " [lost-leading-zero]");
        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("3 = 1 + 0 + 2");
    }
}
