package dev.lodestone.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lodestone.ingest.register.RegisterReader;
import dev.lodestone.model.assess.Assessment;
import dev.lodestone.model.assess.AssessmentOptions;
import dev.lodestone.model.assess.Assessor;
import dev.lodestone.model.assess.Sums;
import dev.lodestone.model.measure.Basis;
import dev.lodestone.model.measure.SupplierProfile;
import dev.lodestone.model.register.Registers;
import dev.lodestone.model.trade.CommodityCode;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.ReferencePeriod;
import dev.lodestone.model.trade.TradeDataset;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of published figures in docs/METHODS.md: each row is computed again from the shipped statistics. */
class PublishedFiguresTest {

    private static final Path DATA = Path.of("../data");
    private static final String HEADING = "\n## Published figures\n";

    private static final Pattern BY_WEIGHT = Pattern.compile("compounds \\((\\w+)\\), ([A-Z]{3}) from ([A-Z]{3}), by weight, (\\d{4})(?: to (\\d{4}))?");
    private static final Pattern AMOUNT = Pattern.compile("compounds \\((\\w+)\\), ([A-Z]{3}) from ([A-Z]{3}), million kg, (\\d{4})");
    private static final Pattern RELIANCE = Pattern.compile("net import reliance from amounts, (\\w+) \\((\\w+)\\), ([A-Z]{3}), (\\d{4})");
    private static final Pattern ALL_STAGES = Pattern.compile("compounds, metals and alloys, ([A-Z]{3}) from all, million EUR, (\\d{4})");
    private static final Pattern CHANGE = Pattern.compile("compounds, metals and alloys, ([A-Z]{3}) from all, change by value, (\\d{4}) against (\\d{4})");
    private static final Pattern CHANGE_OF_CODE = Pattern.compile("compounds \\((\\w+)\\), ([A-Z]{3}) from all, change by value, (\\d{4}) against (\\d{4})");
    private static final Pattern MAGNETS = Pattern.compile("magnets \\(850511\\), ([A-Z]{3}) from ([A-Z]{3}), by value, (\\d{4})");

    private static Registers registers;
    private static Assessment assessment;

    /** One row of the table. */
    record Row(String what, double published, double ours, int decimals, double tolerance) {}

    @BeforeAll
    static void assess() throws IOException {
        registers = new RegisterReader().read(DATA.resolve("registers")).value();
        assessment = assessmentOf(DATA.resolve("trade"), "");
    }

    private static Assessment assessmentOf(Path trade, String economy) throws IOException {
        AssessmentOptions options = AssessmentOptions.of(LocalDate.of(2026, 11, 21), "rare-earths");
        return new Assessor(registers)
                .assess(
                        TradeStatisticsReader.withDefaults().read(InputSource.list(trade)).value(),
                        economy.isEmpty() ? options : options.withEconomies(List.of(Economy.of(economy))));
    }

    static Stream<Row> rows() throws IOException {
        String page = Files.readString(Path.of("../docs/METHODS.md"), StandardCharsets.UTF_8).replace("\r\n", "\n");
        int from = page.indexOf(HEADING);
        assertThat(from).as("section of published figures").isNotNegative();
        int to = page.indexOf("\n## ", from + 1);
        List<Row> rows = new ArrayList<>();
        page.substring(from, to < 0 ? page.length() : to).lines()
                .filter(l -> l.startsWith("| ") && !l.startsWith("| what"))
                .map(l -> l.split("\\|"))
                .forEach(c -> {
                    String ours = c[3].strip();
                    int point = ours.indexOf('.');
                    rows.add(new Row(
                            c[1].strip(), Double.parseDouble(c[2].strip()), Double.parseDouble(ours), point < 0 ? 0 : ours.length() - point - 1,
                            Double.parseDouble(c[4].strip())));
                });
        return rows.stream();
    }

    @Test
    void theTableIsThere() throws IOException {
        assertThat(rows()).hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void publishedFigureIsReproducedWithinItsTolerance(Row row) {
        double computed = compute(row.what());
        assertThat(computed).as("the figure of the page").isCloseTo(row.ours(), within(0.5 * Math.pow(10, -row.decimals()) + 1e-9));
        assertThat(computed).as("the published figure").isCloseTo(row.published(), within(row.tolerance()));
    }

    private static double compute(String what) {
        Matcher m = BY_WEIGHT.matcher(what);
        if (m.matches()) {
            int first = Integer.parseInt(m.group(4));
            return partByWeight(m.group(1), m.group(2), m.group(3), first, m.group(5) == null ? first : Integer.parseInt(m.group(5)));
        }
        m = AMOUNT.matcher(what);
        if (m.matches()) {
            return profile(m.group(2), "compound", m.group(1), Integer.parseInt(m.group(4)))
                    .find(Economy.of(m.group(3))).orElseThrow().weightKg() / 1e6;
        }
        m = RELIANCE.matcher(what);
        if (m.matches()) {
            return reliance(m.group(1), m.group(2), m.group(3), Integer.parseInt(m.group(4)));
        }
        m = MAGNETS.matcher(what);
        if (m.matches()) {
            SupplierProfile p = profile(m.group(1), "magnet", "850511", Integer.parseInt(m.group(3)));
            return p.find(Economy.of(m.group(2))).orElseThrow().value() / p.total(Basis.VALUE);
        }
        m = CHANGE.matcher(what);
        if (m.matches()) {
            return allStages(m.group(1), Integer.parseInt(m.group(2))) / allStages(m.group(1), Integer.parseInt(m.group(3))) - 1;
        }
        m = CHANGE_OF_CODE.matcher(what);
        if (m.matches()) {
            return profile(m.group(2), "compound", m.group(1), Integer.parseInt(m.group(3))).total(Basis.VALUE)
                    / profile(m.group(2), "compound", m.group(1), Integer.parseInt(m.group(4))).total(Basis.VALUE) - 1;
        }
        m = ALL_STAGES.matcher(what);
        assertThat(m.matches()).as("a figure that this test can compute: " + what).isTrue();
        return allStages(m.group(1), Integer.parseInt(m.group(2))) / 1e6;
    }

    /** Eurostat's "rare earths": both headings, whatever the stage. */
    private static double allStages(String economy, int year) {
        SupplierProfile sum = Sums.of(assessment, List.of(CommodityCode.of("280530"), CommodityCode.of("2846")), Optional.of(ReferencePeriod.ofYear(year)))
                .profiles().values().stream()
                .filter(p -> p.key().economy().equals(Economy.of(economy)) && p.key().commodity().contains("+"))
                .findFirst().orElseThrow();
        assertThat(sum.defect()).isEmpty();
        return sum.total(Basis.VALUE);
    }

    private static double reliance(String material, String stage, String economy, int year) {
        AssessmentOptions options = AssessmentOptions.of(LocalDate.of(2026, 11, 21), material).withEconomies(List.of(Economy.of(economy)));
        return new Assessor(registers).assess(new TradeDataset(List.of()), options).indicators().stream()
                .filter(i -> i.measure().equals("net-import-reliance-recomputed")
                        && i.about().stage().equals(stage)
                        && i.about().period().equals(ReferencePeriod.ofYear(year)))
                .findFirst().orElseThrow().outcome().value().orElseThrow();
    }

    private static double partByWeight(String code, String economy, String supplier, int first, int last) {
        SupplierProfile sum = Sums.of(assessment, List.of(CommodityCode.of(code)), Optional.of(ReferencePeriod.ofYears(first, last))).profiles().values().stream()
                .filter(p -> p.key().economy().equals(Economy.of(economy)))
                .findFirst().orElseThrow();
        assertThat(sum.defect()).isEmpty();
        return sum.partOf(sum.find(Economy.of(supplier)).orElseThrow(), Basis.WEIGHT);
    }

    private static SupplierProfile profile(String economy, String stage, String line, int year) {
        return assessment.find(Economy.of(economy), stage, line, ReferencePeriod.ofYear(year)).orElseThrow();
    }

    /**
     * CSIS to CNBC, 2025: about 57 % of China's imports of rare earths of 2024 came from Myanmar. Ours is of HS 2846 by weight, from UN Comtrade's
     * answer for China: 44.4 of 77.0 thousand tonnes; part of the weights of the others is estimated.
     */
    @Test
    void whatChinaBuysInMyanmarIsWhatWasPublished(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("china.csv");
        Files.writeString(file, """
                reporter,partner,flow,classification,commodity,period,value,currency,net_weight_kg,valuation,source
                CHN,W00,M,HS2022,2846,2024,1386613152,USD,77025454.404,CIF,UN Comtrade
                CHN,MMR,M,HS2022,2846,2024,817835388,USD,44365512,CIF,UN Comtrade
                CHN,LAO,M,HS2022,2846,2024,259557138,USD,10747530,CIF,UN Comtrade
                CHN,MYS,M,HS2022,2846,2024,206356238,USD,16344687,CIF,UN Comtrade
                CHN,VNM,M,HS2022,2846,2024,25859885,USD,3150168,CIF,UN Comtrade
                """);
        SupplierProfile p = assessmentOf(folder, "CHN")
                .find(Economy.of("CHN"), "compound", "", ReferencePeriod.ofYear(2024)).orElseThrow();
        double weight = p.find(Economy.of("MMR")).orElseThrow().weightKg() / p.total(Basis.WEIGHT);
        assertThat(weight).isCloseTo(0.576, within(0.0005)).isCloseTo(0.57, within(0.01));
    }
}
