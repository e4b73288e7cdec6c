package dev.lodestone.bench.assess;

import dev.lodestone.ingest.CommodityScope;
import dev.lodestone.ingest.InputSource;
import dev.lodestone.ingest.TradeStatisticsReader;
import dev.lodestone.ingest.register.RegisterReader;
import dev.lodestone.model.assess.Assessment;
import dev.lodestone.model.assess.AssessmentOptions;
import dev.lodestone.model.assess.Assessor;
import dev.lodestone.model.measure.Measure;
import dev.lodestone.model.measure.Measures;
import dev.lodestone.model.register.CommodityEntry;
import dev.lodestone.model.register.Registers;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.TradeDataset;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Assesses what GenerateTrade wrote, once it is in memory: {@code AssessInMemory FOLDER RUNS [all]}, with the measures that
 * the other contestant has, or with all. Prints one line a run: observations,
 * figures, seconds, CPU seconds. The first run of a process is cold, nothing of the assessment has been compiled yet.
 */
public final class AssessInMemory {

    /** What {@code assess_pandas.py} measures. */
    private static final Set<String> SAME = Set.of(
            "import-value", "import-weight", "supplier-share", "top-supplier-share", "hhi", "effective-suppliers", "allied-share",
            "unnamed-share", "unit-value", "price-gap");

    private AssessInMemory() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        Registers registers = new RegisterReader().read(folder.resolve("registers")).value();
        CommodityScope scope = CommodityScope.of(
                registers.materials().get("bench").commodities().stream().map(CommodityEntry::code).toList());
        List<InputSource> sources;
        try (Stream<Path> files = Files.list(folder.resolve("trade"))) {
            sources = files.sorted().map(InputSource::ofPath).toList();
        }
        TradeDataset dataset =
                TradeStatisticsReader.withDefaults().withoutChecksums().withScope(scope).read(sources).value();
        List<Economy> reporters = Stream.of(Files.readString(folder.resolve("reporters.txt")).strip().split(",")).map(Economy::of).toList();
        AssessmentOptions options = AssessmentOptions.of(LocalDate.of(2026, 11, 21), "bench").withEconomies(reporters);
        boolean all = args.length > 2 && args[2].equals("all");
        List<Measure> measures = Measures.standard().stream().filter(m -> all || SAME.contains(m.id())).toList();
        for (int run = 0; run < Integer.parseInt(args[1]); run++) {
            long used = cpuNanos();
            long start = System.nanoTime();
            Assessment assessment = new Assessor(registers, measures).assess(dataset, options);
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    Locale.ROOT, "%d %d %.3f %.3f%n", dataset.observations().size(), assessment.indicators().size(), seconds,
                    (cpuNanos() - used) / 1e9);
        }
    }

    /** Of the whole process: its compiler and collector are part of the price. */
    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
