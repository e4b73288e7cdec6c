package dev.lodestone.bench;

import dev.lodestone.ingest.CommodityScope;
import dev.lodestone.ingest.InputSource;
import dev.lodestone.ingest.TradeStatisticsReader;
import dev.lodestone.model.quality.FileReport;
import dev.lodestone.model.quality.Loaded;
import dev.lodestone.model.trade.Observations;
import dev.lodestone.model.trade.TradeDataset;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;

/**
 * Reads a file or folder with Lodestone's reader, wanted commodities in scope, and adds up value and weight: {@code LodestoneSums PATH
 * [with-checksum]}. Contestants compute no checksum, hence none by default.
 */
public final class LodestoneSums {

    private LodestoneSums() {}

    public static void main(String[] args) throws IOException {
        TradeStatisticsReader reader = TradeStatisticsReader.withDefaults()
                .withScope(CommodityScope.of(Wanted.CODES.toArray(String[]::new)));
        boolean checksums = args.length > 1 && args[1].equals("with-checksum");
        Loaded<TradeDataset> loaded = (checksums ? reader : reader.withoutChecksums()).read(InputSource.list(Path.of(args[0])));
        Observations observations = loaded.value().columns();
        double value = 0;
        double weight = 0;
        for (int row = 0; row < observations.size(); row++) {
            value += observations.value(row); // 0 where there is none
            weight += observations.weightKg(row);
        }
        long rows = loaded.files().stream().mapToLong(FileReport::rowsRead).sum();
        System.out.println(observations.size() + " " + plain(value) + " " + plain(weight));
        System.err.println(rows + " rows read, " + loaded.issues().size() + " issues");
    }

    private static String plain(double sum) {
        return BigDecimal.valueOf(sum).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }
}
