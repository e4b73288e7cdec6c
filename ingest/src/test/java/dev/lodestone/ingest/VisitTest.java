package dev.lodestone.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.ingest.internal.scan.ScanSettings;
import dev.lodestone.model.quality.DataSource;
import dev.lodestone.model.quality.Loaded;
import dev.lodestone.model.trade.TradeDataset;
import dev.lodestone.model.trade.TradeObservation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a visitor is given, less what it is told to take back, is what reading gives. */
class VisitTest {

    private static final ScanSettings ALWAYS = new ScanSettings(0, 333, 2, 1 << 22);

    /** Counts observations by what they say; checks columns against objects. */
    private static final class Counting implements ObservationVisitor {
        private final Map<String, Integer> counts = new TreeMap<>();
        private final List<DataSource> broken = new ArrayList<>();
        private int takenBack;

        @Override
        public void give(ObservationBlock block) {
            add(block, 1);
        }

        @Override
        public void takeBack(ObservationBlock block) {
            add(block, -1);
            takenBack += block.size();
        }

        @Override
        public void breaksOff(DataSource table) {
            broken.add(table);
        }

        private void add(ObservationBlock block, int times) {
            assertThat(block.size()).isPositive();
            for (int row = 0; row < block.size(); row++) {
                TradeObservation o = block.observation(row);
                assertThat(Fixture.line(o)).isEqualTo(Fixture.line(new TradeObservation(
                        block.reporter(row), block.partner(row), block.flow(row), block.classification(row), block.commodity(row), block.period(row),
                        o.value(), block.currency(row), o.netWeightKg(), o.valuation(), o.coverage(), o.origin())));
                assertThat(block.value(row)).isEqualTo(o.value().amount());
                assertThat(block.valueStatus(row)).isEqualTo(o.value().status());
                assertThat(block.weightKg(row)).isEqualTo(o.netWeightKg().amount());
                assertThat(block.weightStatus(row)).isEqualTo(o.netWeightKg().status());
                assertThat(block.line(row)).isEqualTo(o.origin().line());
                assertThat(o.origin().source().layout()).isEqualTo(block.source().layout());
                counts.merge(text(o), times, Integer::sum);
            }
        }

        private Map<String, Integer> holding() {
            Map<String, Integer> holding = new TreeMap<>(counts);
            holding.values().removeIf(count -> count == 0);
            return holding;
        }
    }

    private static String text(TradeObservation o) {
        return Fixture.line(o) + " line " + o.origin().line() + " " + o.origin().cell() + " " + o.origin().note() + " "
                + o.origin().source().title() + " " + o.origin().source().rounding();
    }

    private static Map<String, Integer> read(TradeStatisticsReader reader, InputSource source) {
        Map<String, Integer> counts = new TreeMap<>();
        reader.read(List.of(source)).value().observations().stream()
                .filter(o -> !o.origin().note().contains("no row: amounts unknown")) // suppliers that vanish are not looked for
                .forEach(o -> counts.merge(text(o), 1, Integer::sum));
        return counts;
    }

    @ParameterizedTest
    @MethodSource("dev.lodestone.ingest.ScanEquivalenceTest#fixtures")
    void givesWhatReadingGives(Path fixture) throws IOException {
        byte[] bytes = Files.readAllBytes(fixture);
        for (InputSource source : List.of(
                InputSource.ofBytes(fixture.getFileName().toString(), bytes), InputSource.ofBytes("packed.zip", Fixture.zip(Map.of("member", bytes))))) {
            for (TradeStatisticsReader reader :
                    List.of(TradeStatisticsReader.withDefaults(), TradeStatisticsReader.withDefaults().withScan(ALWAYS))) {
                Counting visitor = new Counting();
                Loaded<Integer> visited = reader.visit(List.of(source), visitor);
                // that a table is cut, or a list of partners a selection, is known when its rows were given
                if (visited.files().stream().noneMatch(file -> file.issueCounts().containsKey("row-limit-reached") || file.issueCounts().containsKey("few-partners"))) {
                    assertThat(visitor.holding()).as(source.name()).isEqualTo(read(reader, source));
                }
                assertThat(visited.value()).isEqualTo(visitor.holding().values().stream().mapToInt(Integer::intValue).sum());
            }
        }
    }

    @Test
    void takesBackRowsOfOneFlowAndGivesWhatRemains() {
        StringBuilder text = new StringBuilder("reporter,partner,flow,commodity,period,value\n");
        for (int i = 0; i < 20_000; i++) {
            text.append("DEU,CHN,M,").append(100_000 + i).append(",2024,1\n");
        }
        text.append("DEU,CHN,M,100007,2024,1\n") // repeats a row
                .append("DEU,CHN,M,100008,2024,5\n") // contradicts one
                .append("DEU,JPN,M,100009,2024,60\nDEU,JPN,M,100009,2024,20\nDEU,JPN,M,100009,2024,40\n"); // parts beside their total
        InputSource source = Fixture.text("t.csv", text.toString());
        double[] sum = new double[1];
        Set<String> tables = new HashSet<>();

        Loaded<Integer> visited = TradeStatisticsReader.withDefaults().visit(List.of(source), new ObservationVisitor() {
            @Override
            public void give(ObservationBlock block) {
                tables.add(block.source().label());
                for (int row = 0; row < block.size(); row++) {
                    sum[0] += block.value(row);
                }
            }

            @Override
            public void takeBack(ObservationBlock block) {
                for (int row = 0; row < block.size(); row++) {
                    sum[0] -= block.value(row);
                }
            }
        });

        assertThat(sum[0]).as("all rows but the contradicted flow, and the total").isEqualTo(20_000 - 1 + 60);
        assertThat(visited.value()).as("with the contradicted flow, without amounts").isEqualTo(20_000 + 1);
        assertThat(visited.files().get(0).rowsSetAside()).isEqualTo(5);
        assertThat(visited.issues()).isEqualTo(TradeStatisticsReader.withDefaults().read(List.of(source)).issues());
        assertThat(tables).containsExactly("t.csv");
    }

    @Test
    void saysThatNothingHoldsOfAFileThatBreaksOff() {
        String rows = "DEU,CHN,M,2846,2024,1\nDEU,JPN,M,2846,2024,1\n".repeat(20_000);
        byte[] packed = Fixture.gzip(("reporter,partner,flow,commodity,period,value\n" + rows).getBytes(StandardCharsets.UTF_8));
        InputSource broken = InputSource.ofBytes("t.csv.gz", Arrays.copyOf(packed, packed.length - 50));
        TradeStatisticsReader reader = TradeStatisticsReader.withDefaults();
        Counting visitor = new Counting();

        Loaded<Integer> visited = reader.visit(List.of(broken), visitor);

        assertThat(visitor.broken).extracting(DataSource::label).containsExactly("t.csv.gz!t.csv");
        assertThat(visited.value()).isZero();
        assertThat(visited.files().get(0).isRecognised()).isFalse();
        assertThatThrownBy(() -> reader.visit(List.of(broken), new ObservationVisitor() {
                    @Override
                    public void give(ObservationBlock block) {}

                    @Override
                    public void takeBack(ObservationBlock block) {}
                }))
                .isInstanceOf(IngestException.class)
                .hasMessage("t.csv.gz!t.csv: breaks off, and some of its rows were given");
    }

    @Test
    void givesTheFilesInTheirOrder() {
        Counting visitor = new Counting();
        Loaded<TradeDataset> read = TradeStatisticsReader.withDefaults()
                .read(List.of(Fixture.tidy("JPN,CHN,M,2846,2024,1"), Fixture.file("cepii-baci.csv")));

        Loaded<Integer> visited = TradeStatisticsReader.withDefaults()
                .visit(List.of(Fixture.tidy("JPN,CHN,M,2846,2024,1"), Fixture.file("cepii-baci.csv")), visitor);

        assertThat(visited.files()).isEqualTo(read.files());
        assertThat(visited.value()).isEqualTo(read.value().observations().size());
        assertThat(visitor.takenBack).isZero();
    }
}
