package dev.lodestone.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.model.quality.Loaded;
import dev.lodestone.model.trade.Quantity;
import dev.lodestone.model.trade.TradeDataset;
import org.junit.jupiter.api.Test;

/** What an edition publishes as observations.csv is a tidy table with more columns. */
class PublishedObservationsTest {

    private static final String HEADER = "reporter,partner,flow,classification,commodity,period,value,currency,net_weight_kg,valuation,coverage,status,"
            + "source,file,sheet,line,cell,sha256,stage,weight_status\n";

    @Test
    void readsValueAndWeightEachWithItsOwnStatus() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("observations.csv", HEADER
                + "JPN,CHN,M,HS2022,284690,2023,10,USD,5,CIF,complete,,UN Comtrade,a.csv,,2,,ab,compound,estimated\n"
                + "JPN,VNM,M,HS2022,284690,2023,10,USD,,CIF,complete,,UN Comtrade,a.csv,,3,,ab,compound,suppressed\n"
                + "JPN,EST,M,HS2022,284690,2023,,USD,7,CIF,main-partners,suppressed,UN Comtrade,a.csv,,4,,ab,compound,\n"
                + "JPN,USA,M,HS2022,284690,2023,10,USD,5,CIF,complete,estimated,UN Comtrade,a.csv,,5,,ab,compound,\n"));

        assertThat(loaded.issues()).isEmpty();
        assertThat(loaded.value().observations().stream().map(o -> o.value() + " " + o.netWeightKg())).containsExactly(
                Quantity.reported(10) + " " + Quantity.estimated(5),
                Quantity.reported(10) + " " + Quantity.SUPPRESSED,
                Quantity.SUPPRESSED + " " + Quantity.reported(7),
                Quantity.estimated(10) + " " + Quantity.reported(5));
        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("4 = 4 + 0 + 0");
    }
}
