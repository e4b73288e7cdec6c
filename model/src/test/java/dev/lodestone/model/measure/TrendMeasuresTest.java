package dev.lodestone.model.measure;

import static dev.lodestone.model.testing.Rows.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lodestone.model.explain.FigureExplanation;
import dev.lodestone.model.explain.FigureRow;
import dev.lodestone.model.progress.SeasonalKendall;
import dev.lodestone.model.progress.SenSlope;
import dev.lodestone.model.progress.YearlyValue;
import dev.lodestone.model.testing.Assessments;
import dev.lodestone.model.testing.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TrendMeasuresTest {

    /** Ten years whose share falls by 0.1 a year on the logit scale, from logit 1 to 0.1. */
    private static Rows falling(int from, int to) {
        Rows rows = rows().reporter("JPN");
        for (int year = from; year <= to; year++) {
            double share = 1 / (1 + Math.exp(-(1 - 0.1 * (year - 2015))));
            rows.period(Integer.toString(year)).add("CHN", 1e6 * share).add("VNM", 1e6 * (1 - share));
        }
        return rows;
    }

    @Test
    void aLongSeriesHasSlopeTestProjectionAndHitRateAtItsNewestYear() {
        Assessments a = Assessments.of(falling(2015, 2024));
        Outcome slope = a.figure("JPN", "magnet", "2024", "trend", "CHN");
        assertThat(slope.value().orElseThrow()).isNegative().isBetween(slope.low().orElseThrow(), slope.high().orElseThrow());
        assertThat(slope.reason()).hasToString("over 10 comparable years, 2015 to 2024");
        assertThat(a.figure("JPN", "magnet", "2024", "trend-p", "CHN").value().orElseThrow()).isLessThan(0.001);
        assertThat(a.figure("JPN", "magnet", "2024", "projected-share", "CHN").value().orElseThrow()).isCloseTo(0.4013, within(1e-4));
        assertThat(a.figure("JPN", "magnet", "2024", "projection-hit-rate", "CHN").value()).hasValue(1);
        assertThat(a.all("JPN", "magnet", "", "2023", "trend", Basis.VALUE)).isEmpty();
    }

    @Test
    void aShortSeriesSaysHowManyYearsItHas() {
        Assessments a = Assessments.of(falling(2022, 2024));
        assertThat(a.figure("JPN", "magnet", "2024", "trend", "CHN").reason()).hasToString("3 comparable years have a share; 4 are needed");
        assertThat(a.figure("JPN", "magnet", "2024", "trend-p", "CHN").reason()).hasToString("3 comparable years have a share; 8 are needed");
        assertThat(a.figure("JPN", "magnet", "2024", "projection-hit-rate", "CHN").reason())
                .hasToString("3 comparable years have a share; 9 are needed");
    }

    @Test
    void theRowsOfEveryYearStandBehindATrend() {
        FigureExplanation e = Assessments.of(falling(2015, 2024)).explain("JPN", "magnet", "2024", "projected-share", "CHN");
        assertThat(e.rows()).hasSize(20);
        assertThat(e.inputs()).hasSize(10);
        assertThat(e.inputs().getFirst().name()).hasToString("share of China in 2015");
        assertThat(e.movers()).as("the drift hangs on the first and the last year, the interval on all").hasSize(20);
    }

    @Test
    void boundsOfTheYearsWidenTheIntervalOfTheSlope() {
        List<YearlyValue> exact = new ArrayList<>();
        List<YearlyValue> bounded = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            exact.add(new YearlyValue(2020 + i, 0.8 - 0.1 * i));
            bounded.add(new YearlyValue(2020 + i, 0.8 - 0.1 * i, 0.8 - 0.1 * i, 0.85 - 0.1 * i));
        }
        assertThat(SenSlope.of(exact).low().orElseThrow()).isCloseTo(-0.1, within(1e-12));
        assertThat(SenSlope.of(bounded).slope()).isCloseTo(-0.1, within(1e-12));
        // Neighbouring years: (v_j − v_i − 0.05)/1 = −0.15 is the least slope, and −0.05 the most.
        assertThat(SenSlope.of(bounded).low().orElseThrow()).isCloseTo(-0.15, within(1e-12));
        assertThat(SenSlope.of(bounded).high().orElseThrow()).isCloseTo(-0.05, within(1e-12));
    }

    @Test
    void everyMonthIsComparedWithItsOwnKindOnly() {
        // Three years, a season of ±0.2, each month 0.1 below the year before. S = 12·(−3) = −36; Var S_m = 3·2·11/18 = 11/3, Var S = 44;
        // Z = −35/√44 = −5.2764.
        Map<Integer, List<YearlyValue>> months = new TreeMap<>();
        for (int month = 1; month <= 12; month++) {
            List<YearlyValue> years = new ArrayList<>();
            for (int year = 2022; year <= 2024; year++) {
                years.add(new YearlyValue(year, 0.6 + 0.2 * Math.sin(month) - 0.1 * (year - 2022)));
            }
            months.put(month, years);
        }
        SeasonalKendall test = SeasonalKendall.test(months).orElseThrow();
        assertThat(test.s()).isEqualTo(-36);
        assertThat(test.z()).isCloseTo(-5.2764, within(1e-4));
        assertThat(test.slope()).isCloseTo(-0.1, within(1e-12));
        assertThat(test.low()).isCloseTo(-0.1, within(1e-12));
        assertThat(test.isSignificant()).isTrue();
        months.put(3, months.get(3).subList(0, 2));
        assertThat(SeasonalKendall.test(months)).isEmpty();
    }

    @Test
    void aMonthlyTrendOfMonthsThatCarryOverAgreesWithTheReference() {
        // src/test/reference/trend.py: five years of months without March of the third, a slope, a season, and what swings slowly around both.
        Map<Integer, List<YearlyValue>> months = new TreeMap<>();
        for (int t = 0; t < 60; t++) {
            if (t != 26) {
                double value = 0.7 - 0.002 * t + 0.05 * Math.cos(t * Math.PI / 6) + 0.04 * Math.sin(0.37 * t) + 0.01 * Math.sin(7.1 * t);
                months.computeIfAbsent(t % 12 + 1, m -> new ArrayList<>()).add(new YearlyValue(2020 + t / 12, value));
            }
        }
        SeasonalKendall test = SeasonalKendall.test(months).orElseThrow();
        assertThat(test.s()).isEqualTo(-68);
        assertThat(test.z()).isCloseTo(-1.3894007871031018, within(1e-9));
        assertThat(test.slope()).isCloseTo(-0.0240664704035927, within(1e-12));
        assertThat(test.low()).isCloseTo(-0.060043622682495405, within(1e-9));
        assertThat(test.high()).isCloseTo(0.010252261534143213, within(1e-9));
    }

    /** Months of which each carries over a part of the one before, with a season and without a trend. */
    private static Map<Integer, List<YearlyValue>> carriedOver(double part, int years, double open, Random random) {
        Map<Integer, List<YearlyValue>> months = new TreeMap<>();
        double x = random.nextGaussian();
        for (int t = 0; t < 12 * years; t++) {
            double value = x + Math.sin(t * Math.PI / 6);
            months.computeIfAbsent(t % 12 + 1, m -> new ArrayList<>()).add(new YearlyValue(2000 + t / 12, value, value - open, value + open));
            x = part * x + Math.sqrt(1 - part * part) * random.nextGaussian();
        }
        return months;
    }

    @Test
    void theIntervalOfAMonthlyTrendHoldsTheTrueSlopeInNineCasesOfTenWhereMonthsCarryOver() {
        Random random = new Random(7);
        for (double part : new double[] {0, 0.3, 0.6, 0.8}) {
            for (int years : new int[] {3, 5, 12}) {
                int held = 0;
                int seen = 0;
                for (int i = 0; i < 400; i++) {
                    SeasonalKendall test = SeasonalKendall.test(carriedOver(part, years, 0, random)).orElseThrow();
                    held += test.low() <= 0 && test.high() >= 0 ? 1 : 0;
                    seen += test.isSignificant() ? 1 : 0;
                }
                // Taken as independent, months that carry over 0.6 held it in 63 to 73 of 100, and told a trend in 17 to 28.
                assertThat(held).as("held of 400, %s carried over, %s years", part, years).isGreaterThanOrEqualTo(360);
                assertThat(seen).as("trends told of 400, %s carried over, %s years", part, years).isLessThanOrEqualTo(28);
            }
        }
    }

    @Test
    void whatIsOpenAboutMonthsWidensTheirTrendAndMayUnsayIt() {
        Map<Integer, List<YearlyValue>> months = new TreeMap<>();
        for (int month = 1; month <= 12; month++) {
            months.put(month, List.of(new YearlyValue(2022, 0.6, 0.6, 0.65), new YearlyValue(2023, 0.5, 0.5, 0.55), new YearlyValue(2024, 0.4, 0.4, 0.45)));
        }
        // Each year 0.05 to 0.15 below the one before, all three years apart 0.075 to 0.125: S is -36 however it is.
        SeasonalKendall test = SeasonalKendall.test(months).orElseThrow();
        assertThat(test.low()).isCloseTo(-0.15, within(1e-12));
        assertThat(test.high()).isCloseTo(-0.05, within(1e-12));
        assertThat(test.isSignificant()).isTrue();
        months.replaceAll((month, years) -> years.stream().map(y -> new YearlyValue(y.year(), y.value(), y.value(), 0.7)).toList());
        assertThat(SeasonalKendall.test(months).orElseThrow()).extracting(SeasonalKendall::most, SeasonalKendall::isSignificant).containsExactly(1.0, false);
    }

    private static Rows months(Rows rows, int year, int from, int to, double china) {
        for (int month = from; month <= to; month++) {
            rows.period(String.format(java.util.Locale.ROOT, "%d-%02d", year, month)).add("CHN", china).add("VNM", 100 - china);
        }
        return rows;
    }

    @Test
    void aRollingYearIsToldWithEveryTwelfthMonthAndPartsOfYearsAreNeverBlownUp() {
        Rows rows = months(months(months(rows().reporter("JPN"), 2023, 7, 12, 60), 2024, 1, 6, 40), 2024, 7, 8, 10);
        Assessments a = Assessments.of(rows);
        assertThat(a.figure("JPN", "magnet", "2023-07/2024-06", "rolling-share", "CHN").value().orElseThrow()).isCloseTo(0.5, within(1e-12));
        // The next window drops a month of 60 and takes one of 10.
        assertThat(a.figure("JPN", "magnet", "2023-08/2024-07", "rolling-share", "CHN").value().orElseThrow()).isCloseTo(5.5 / 12, within(1e-12));
        assertThat(a.figure("JPN", "magnet", "2023-09/2024-08", "rolling-trend", "CHN").reason()).hasToString("fewer than 3 years of every month");
        assertThat(a.assessment().indicators())
                .filteredOn(i -> i.measure().equals("rolling-share"))
                .extracting(i -> i.about().period().months())
                .containsOnly(12);
    }

    @Test
    void aMissingMonthEndsTheRun() {
        Rows rows = months(months(rows().reporter("JPN"), 2023, 1, 11, 60), 2024, 1, 10, 40);
        assertThat(Assessments.of(rows).assessment().indicators()).noneMatch(i -> i.measure().equals("rolling-share"));
    }

    @Test
    void monthsBesideAPublishedYearAreStillTold() {
        Rows rows = months(rows().reporter("JPN").period("2024").add("CHN", 900).add("VNM", 300), 2024, 1, 12, 60);
        Assessments a = Assessments.of(rows);
        assertThat(a.figure("JPN", "magnet", "2024", "supplier-share", "CHN").value().orElseThrow()).as("the published year").isCloseTo(0.75, within(1e-12));
        assertThat(a.figure("JPN", "magnet", "2024", "rolling-share", "CHN").value().orElseThrow()).isCloseTo(0.6, within(1e-12));
    }

    @Test
    void theMonthsOfItsWindowStandBehindARollingShare() {
        Rows rows = months(months(rows().reporter("JPN"), 2023, 1, 12, 60), 2024, 1, 2, 40);
        FigureExplanation e = Assessments.of(rows).explain("JPN", "magnet", "2023-03/2024-02", "rolling-share", "CHN");
        assertThat(e.movers()).hasSize(24);
        assertThat(e.movers()).extracting(r -> r.observation().period().toString()).doesNotContain("2023-01", "2023-02");
        assertThat(e.inputs()).extracting(i -> i.name() + " " + i.amount())
                .containsExactly("imports from China 680.0", "imports in all 1200.0");
        assertThat(e.rows()).extracting(FigureRow::moves).contains(false);
    }
}
