package dev.lodestone.bench;

import dev.lodestone.ingest.CommodityScope;
import dev.lodestone.ingest.InputSource;
import dev.lodestone.ingest.ObservationBlock;
import dev.lodestone.ingest.ObservationVisitor;
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
 * [with-checksum|all]}. Contestants compute no checksum, hence none by default. With {@code all} every commodity is added up, by a visitor.
 */
public final class LodestoneSums {

    private LodestoneSums() {}

    public static void main(String[] args) throws IOException {
        if (args.length > 1 && args[1].equals("all")) {
            addUpAll(Path.of(args[0]));
            return;
        }
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

    private static void addUpAll(Path path) throws IOException {
        double[] sums = new double[2];
        Loaded<Integer> visited = TradeStatisticsReader.withDefaults().withoutChecksums().visit(InputSource.list(path), new ObservationVisitor() {
            @Override
            public void give(ObservationBlock block) {
                add(block, 1);
            }

            @Override
            public void takeBack(ObservationBlock block) {
                add(block, -1);
            }

            private void add(ObservationBlock block, int sign) {
                for (int row = 0; row < block.size(); row++) {
                    sums[0] += sign * block.value(row); // 0 where there is none
                    sums[1] += sign * block.weightKg(row);
                }
            }
        });
        System.out.println(visited.value() + " " + plain(sums[0]) + " " + plain(sums[1]));
    }

    private static String plain(double sum) {
        return BigDecimal.valueOf(sum).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }
}
