package dev.lodestone.model.assess;

import static dev.lodestone.model.testing.Rows.rows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.model.measure.ProfileBuilder;
import dev.lodestone.model.measure.ProfileKey;
import dev.lodestone.model.measure.SupplierProfile;
import dev.lodestone.model.register.CommodityEntry;
import dev.lodestone.model.register.Confidence;
import dev.lodestone.model.register.Material;
import dev.lodestone.model.testing.TestRegisters;
import dev.lodestone.model.text.Statement;
import dev.lodestone.model.trade.CommodityCode;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.ReferencePeriod;
import dev.lodestone.model.trade.Valuation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Between which years a change may be told: lines of the stage "magnet", one that begins in 2023, one that ends in 2022. */
class ComparabilityTest {

    private static final String BEGINS = "85051110";
    private static final String ENDS = "85051120";

    private static SupplierProfile year(String period, String... codes) {
        return of(period, "Office", Valuation.CIF, "HS2022", codes);
    }

    private static SupplierProfile of(String period, String publisher, Valuation valuation, String classification, String... codes) {
        ReferencePeriod at = ReferencePeriod.parse(period).orElseThrow();
        ProfileBuilder builder = new ProfileBuilder(new ProfileKey(Economy.of("JPN"), TestRegisters.MATERIAL, "magnet", "", at), "USD").publisher(publisher);
        Arrays.stream(codes)
                .flatMap(code -> rows().reporter("JPN").period(period).classification(classification).valuation(valuation).commodity(code).add("CHN", 10).list().stream())
                .forEach(row -> builder.add(row, 1));
        return builder.build();
    }

    private static String why(SupplierProfile a, SupplierProfile b, String forerunners) {
        Material m = TestRegisters.material();
        List<CommodityEntry> entries = new ArrayList<>(m.commodities());
        entries.removeIf(e -> e.code().digits().equals(BEGINS));
        entries.add(line(BEGINS, "magnet", 2023, 9999, forerunners));
        entries.add(line(ENDS, "magnet", 0, 2022, ""));
        entries.add(line("28469090", "compound", 2023, 9999, ""));
        Material with = new Material(
                m.id(), m.label(), m.noun(), m.watched(), m.watchFrom(), m.stages(), entries, m.commitments(), m.events(), m.production(), m.projects());
        return Comparability.breakBetween(TestRegisters.registers(), with, a, b).map(Statement::english).orElse("");
    }

    private static CommodityEntry line(String digits, String stage, int from, int until, String forerunners) {
        return new CommodityEntry(
                stage, "CN", CommodityCode.of(digits), digits, CommodityEntry.Use.MEASURE, false, from, until, forerunners, "", "", "test", Confidence.VERIFIED);
    }

    @Test
    void aLineThatBeginsBetweenTwoYearsBreaksTheSeriesAndInEitherOrder() {
        assertThat(why(year("2022", BEGINS), year("2023", BEGINS), "")).isEqualTo("line 85051110 begins in 2023");
        assertThat(why(year("2023", BEGINS), year("2022", BEGINS), "")).isEqualTo("line 85051110 begins in 2023");
        assertThat(why(year("2021", BEGINS), year("2024", BEGINS), "")).isEqualTo("line 85051110 begins in 2023");
        assertThat(why(year("2023", BEGINS), year("2024", BEGINS), "")).as("there in both").isEmpty();
        assertThat(why(year("2021", BEGINS), year("2022", BEGINS), "")).as("in neither by the register").isEmpty();
    }

    @Test
    void aLineWhoseForerunnersAreAllThereGoesOn() {
        assertThat(why(year("2022", ENDS.replace("20", "90")), year("2023", BEGINS), "85051190")).isEmpty();
        assertThat(why(year("2022", ENDS.replace("20", "90")), year("2023", BEGINS), "85051190 85051199")).isEqualTo("line 85051110 begins in 2023");
    }

    @Test
    void aLineThatEndsBetweenTwoYearsBreaksTheSeries() {
        assertThat(why(year("2022", ENDS), year("2023", ENDS), "")).isEqualTo("line 85051120 ends in 2022");
        assertThat(why(year("2020", ENDS), year("2024", ENDS), "")).isEqualTo("line 85051120 ends in 2022");
        assertThat(why(year("2021", ENDS), year("2022", ENDS), "")).as("its last year").isEmpty();
        assertThat(why(year("2023", ENDS), year("2024", ENDS), "")).as("it had ended before both").isEmpty();
    }

    @Test
    void aLineThatNeitherYearUsesOrThatIsOfAnotherStageBreaksNothing() {
        assertThat(why(year("2022", "850511"), year("2023", "850511"), "")).isEmpty();
        assertThat(why(year("2022", "28469090"), year("2023", "28469090"), "")).isEmpty();
    }

    @Test
    void anotherPublisherBorderLengthOrDetailOfCodesBreaksTheSeries() {
        SupplierProfile year = year("2023", "850511");
        assertThat(why(of("2022", "Bureau", Valuation.CIF, "HS2022", "850511"), year, "")).isEqualTo("the source changes from Bureau to Office");
        assertThat(why(of("2022", "Office", Valuation.FOB, "HS2022", "850511"), year, "")).isEqualTo("the valuation changes");
        assertThat(why(year("2022-01/2022-06", "850511"), year, "")).isEqualTo("the periods differ in length");
        assertThat(why(year("2022", "85051190"), year, "")).isEqualTo("the commodity codes differ in detail");
        assertThat(why(of("2016", "CEPII BACI", Valuation.FOB, "HS2002", "850511"), of("2017", "CEPII BACI", Valuation.FOB, "HS2017", "850511"), ""))
                .isEqualTo("the vintage changes");
    }

    @Test
    void twoSourcesContradictEachOtherBeyondHalfAPerCentOfTheLarger() {
        assertThat(shared(1000, 995).contradicts()).isFalse();
        assertThat(shared(1000, 994).contradicts()).isTrue();
        assertThat(shared(994, 1000).contradicts()).isTrue();
        assertThat(shared(0, 0).contradicts()).as("they have no partner in common").isFalse();
        assertThat(new SeriesDifference(Economy.of("JPN"), "850511", ReferencePeriod.ofYear(2024), Statement.NONE, 1, "USD", Statement.NONE, 1, "EUR", 1, 9)
                        .contradicts())
                .as("in another currency nothing is said")
                .isFalse();
    }

    private static SeriesDifference shared(double used, double other) {
        return new SeriesDifference(
                Economy.of("JPN"), "850511", ReferencePeriod.ofYear(2024), Statement.NONE, 5000, "USD", Statement.NONE, 2000, "USD", used, other);
    }
}
