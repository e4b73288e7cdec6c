package dev.lodestone.model.assess;

import dev.lodestone.model.quality.DataSource;
import dev.lodestone.model.quality.Origin;
import dev.lodestone.model.register.CommodityEntry;
import dev.lodestone.model.register.Confidence;
import dev.lodestone.model.register.Material;
import dev.lodestone.model.register.Registers;
import dev.lodestone.model.register.StageEntry;
import dev.lodestone.model.trade.CommodityCode;
import dev.lodestone.model.trade.Coverage;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.Quantity;
import dev.lodestone.model.trade.ReferencePeriod;
import dev.lodestone.model.trade.TradeDataset;
import dev.lodestone.model.trade.TradeFlow;
import dev.lodestone.model.trade.TradeObservation;
import dev.lodestone.model.trade.Valuation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Time of a full assessment as observations grow: 40 reporters, 250 partners, 20 codes, and the years given (30 make 6 million rows).
 *
 * <p>Run by hand: {@code java -Xmx8g -cp model/target/classes:model/target/test-classes dev.lodestone.model.assess.AssessmentBench 5 10 30}.
 */
public final class AssessmentBench {

    private static final int REPORTERS = 40;
    private static final int PARTNERS = 250;
    private static final int CODES = 20;
    private static final int STAGES = 5;

    private AssessmentBench() {}

    public static void main(String[] years) {
        for (String text : years) {
            measure(Integer.parseInt(text));
        }
    }

    private static void measure(int years) {
        Registers registers = new Registers(Map.of(), List.of(), List.of(), Map.of("m", material()));
        TradeDataset dataset = dataset(years);
        List<Economy> reporters = new ArrayList<>();
        for (int r = 0; r < REPORTERS; r++) {
            reporters.add(economy('R', r));
        }
        AssessmentOptions options = AssessmentOptions.of(LocalDate.of(2026, 1, 1), "m").withEconomies(reporters);
        for (int run = 0; run < 3; run++) {
            long start = System.nanoTime();
            Assessment a = new Assessor(registers).assess(dataset, options);
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    java.util.Locale.ROOT, "%,10d observations  %,8d figures  %6.2f s  %5.0f ns an observation%n",
                    dataset.observations().size(), a.indicators().size(), seconds, 1e9 * seconds / dataset.observations().size());
        }
    }

    private static Economy economy(char first, int index) {
        return Economy.of("" + first + (char) ('A' + index / 26) + (char) ('A' + index % 26));
    }

    private static Material material() {
        List<StageEntry> stages = new ArrayList<>();
        List<CommodityEntry> codes = new ArrayList<>();
        for (int s = 0; s < STAGES; s++) {
            stages.add(new StageEntry("s" + s, "Stage", "goods", s, ""));
        }
        for (int c = 0; c < CODES; c++) {
            codes.add(new CommodityEntry(
                    "s" + c % STAGES, "HS", code(c), "c", CommodityEntry.Use.MEASURE, false, 0, 9999, "", "", "", "", Confidence.VERIFIED));
        }
        return new Material("m", "M", "m", economy('P', 0), stages, codes, List.of(), List.of(), List.of(), List.of());
    }

    private static CommodityCode code(int index) {
        return CommodityCode.of(Integer.toString(280000 + index));
    }

    private static TradeDataset dataset(int years) {
        Random random = new Random(1);
        DataSource source = new DataSource("bench.csv", "", "", "0".repeat(64), "tidy", "Bench");
        List<TradeObservation> rows = new ArrayList<>(years * REPORTERS * PARTNERS * CODES);
        for (int y = 0; y < years; y++) {
            ReferencePeriod period = ReferencePeriod.ofYear(1995 + y);
            for (int r = 0; r < REPORTERS; r++) {
                Economy reporter = economy('R', r);
                for (int c = 0; c < CODES; c++) {
                    CommodityCode code = code(c);
                    for (int p = 0; p < PARTNERS; p++) {
                        double value = Math.exp(12 * random.nextDouble());
                        rows.add(new TradeObservation(
                                reporter, economy('P', p), TradeFlow.IMPORT, "HS2017", code, period, Quantity.reported(value), "USD",
                                Quantity.reported(value / 10), Valuation.CIF, Coverage.COMPLETE, new Origin(source, rows.size() + 2L, "", "")));
                    }
                }
            }
        }
        return new TradeDataset(rows);
    }
}
