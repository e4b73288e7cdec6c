package dev.lodestone.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.model.quality.Completeness.Reason;
import dev.lodestone.model.quality.Loaded;
import dev.lodestone.model.trade.Quantity;
import dev.lodestone.model.trade.TradeDataset;
import dev.lodestone.model.trade.TradeObservation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A row whose partner nobody knows is set aside; what it comes to is known and goes on as an amount of someone. */
class UnknownPartnerTest {

    private static List<String> ofSomeone(Loaded<TradeDataset> loaded) {
        return loaded.value().observations().stream()
                .filter(o -> o.value().status() == Quantity.Status.OF_SOMEONE || o.netWeightKg().status() == Quantity.Status.OF_SOMEONE)
                .map(UnknownPartnerTest::line)
                .toList();
    }

    private static String line(TradeObservation o) {
        return o.reporter().code() + " " + o.partner().code() + " " + o.commodity().digits() + " " + o.period() + " " + amount(o.value()) + " "
                + amount(o.netWeightKg());
    }

    private static String amount(Quantity quantity) {
        return quantity.status() + " " + Math.round(quantity.stored());
    }

    @Test
    void goesOnWithItsAmountsAndIsCountedAsSetAside() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("t.csv", """
                reporter,partner,flow,commodity,period,value,net_weight_kg
                JPN,CHN,M,2846,2023,60,6
                JPN,Atlantis,M,2846,2023,7,1
                """));

        assertThat(ofSomeone(loaded)).containsExactly("JPN X99 2846 2023 OF_SOMEONE 7 OF_SOMEONE 1");
        assertThat(loaded.value().observations()).anySatisfy(o -> assertThat(o.origin().note()).isEqualTo("row set aside: partner unknown, value 7, 1 kg"));
        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("2 = 1 + 0 + 1");
        assertThat(Fixture.messages(loaded)).containsExactly(
                "t.csv:3: column 'partner': found 'Atlantis', expected an economy's ISO 3166 alpha-3 code; row set aside [unknown-economy]");
        assertThat(loaded.files().get(0).completeness().series().get(0).reasons()).containsExactly(Reason.ROWS_SET_ASIDE);
    }

    @Test
    void twoNamesAreTwoFlowsBesidePartnersThatThePublisherDoesNotName() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.tidy("JPN,CHN,M,2846,2023,60", "JPN,X99,M,2846,2023,5", "JPN,QZ,M,2846,2023,7", "JPN,ASEAN,M,2846,2023,8"));

        assertThat(ofSomeone(loaded))
                .containsExactlyInAnyOrder("JPN X99 2846 2023 OF_SOMEONE 7 MISSING 0", "JPN X99 2846 2023 OF_SOMEONE 8 MISSING 0");
    }

    @Test
    void thousandsOfThemAreOneFlowOfTheirSeriesAndLoseNothing() {
        StringBuilder table = new StringBuilder("reporter,partner,flow,commodity,period,value,net_weight_kg\nJPN,CHN,M,2846,2023,60,6\n");
        for (int i = 0; i < 3000; i++) {
            table.append("JPN,Q").append(i).append(",M,2846,2023,2,1\n");
        }
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("t.csv", table.toString()));

        assertThat(ofSomeone(loaded)).hasSize(1001).contains("JPN X99 2846 2023 OF_SOMEONE 4000 OF_SOMEONE 2000");
        assertThat(loaded.value().observations().stream().mapToDouble(o -> o.value().ofSomeone().orElse(0)).sum()).isEqualTo(6000);
        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("3001 = 1 + 0 + 3000");
    }

    @Test
    void anAmountThatCannotBeReadEitherStaysUnknown() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.tidy("JPN,CHN,M,2846,2023,60", "JPN,QZ,M,2846,2023,7o", "JPN,,M,2846,2023,8", "JPN,QY,M,2846,2023,-8"));

        assertThat(ofSomeone(loaded)).isEmpty();
        assertThat(loaded.value().observations().stream().filter(o -> o.partner().isUnnamed()).map(UnknownPartnerTest::line))
                .hasSize(3).containsOnly("JPN X99 2846 2023 MISSING 0 MISSING 0");
    }

    @Test
    void inAWideTableItBoundsItsOwnYearsAlone() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("trademap.txt", """
                List of supplying markets for a product imported by Japan
                Product: 850511 Permanent magnets of metal
                Unit : US Dollar thousand
                Exporters\tImported value in 2022\tImported value in 2023
                China\t1,000\t1,100
                Viet Nam\t500\t500
                Estonia\t5\t5
                Malaysia\t4\t5
                Atlantis\t\t7
                Lemuria\t\t3
                """));

        assertThat(ofSomeone(loaded)).containsExactlyInAnyOrder(
                "JPN X99 850511 2023 OF_SOMEONE 7000 MISSING 0", "JPN X99 850511 2023 OF_SOMEONE 3000 MISSING 0");
        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("6 = 4 + 0 + 2");
        assertThat(loaded.files().get(0).completeness().reasons()).doesNotContain(Reason.UNTOLD_ROWS);
        assertThat(loaded.files().get(0).completeness().series().stream().map(s -> s + " " + s.reasons()))
                .containsExactly("JPN M 850511 2023 [ROWS_SET_ASIDE]");
    }
}
