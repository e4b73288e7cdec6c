package dev.lodestone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands below a page's title: of which year and by what measure the figure is, which way it went, and what it is worth. */
class FirstGlanceTest {

    private static final String HEADER = "reporter,partner,flow,commodity,period,value\n";

    /** Japan from 60 to 50 %, Germany from 70 to 80 %, France at 40 and 40.4 %: less than half a point. */
    private static final String THREE = HEADER
            + "JPN,CHN,M,850511,2023,60000000\nJPN,VNM,M,850511,2023,40000000\nJPN,CHN,M,850511,2024,50000000\nJPN,VNM,M,850511,2024,50000000\n"
            + "DEU,CHN,M,850511,2023,70000000\nDEU,VNM,M,850511,2023,30000000\nDEU,CHN,M,850511,2024,160000000\nDEU,VNM,M,850511,2024,40000000\n"
            + "FRA,CHN,M,850511,2023,40000000\nFRA,VNM,M,850511,2023,60000000\nFRA,CHN,M,850511,2024,40400000\nFRA,VNM,M,850511,2024,59600000\n";

    @TempDir
    private Path folder;

    @Test
    void theAlliedPageSaysForHowManyTheShareFellSinceAYearThatAllHave() throws IOException {
        publish(THREE);

        assertThat(page("index.html")).contains("By value in 2024. Since 2023 the share has fallen for 1, risen for 1 and moved less than half a point for 1.")
                .contains("Allies whose share fell since 2023")
                .contains("by half a point or more: Japan");
    }

    @Test
    void whereEarlierYearsDifferTheComparedAreCounted() throws IOException {
        publish(THREE + "ITA,CHN,M,850511,2024,5000000\nITA,VNM,M,850511,2024,5000000\n");

        assertThat(page("index.html")).contains("Of 3 that have a comparable earlier year, it has fallen for 1, risen for 1 and moved less than half a point for 1.")
                .contains("Lowest share of permanent magnets, 2024");
    }

    @Test
    void anAllysPageSaysTheYearTheWayAndTheDollars() throws IOException {
        publish(THREE);

        assertThat(page("DEU.html")).contains("By value in 2024, up from 70.0% in 2023, and 15.0 points above the 65%")
                .contains("imported by Germany in 2024, USD 160 of 200 million.");
        assertThat(page("FRA.html")).contains("By value in 2024, about as in 2023 (40.0%); 24.6 points below the 65%");
    }

    @Test
    void anEditionOfOneAllySaysOnItsFrontPageWhatTheAllysPageSays() throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), HEADER + "JPN,CHN,M,850511,2024,75\nJPN,VNM,M,850511,2024,25\n");
        CommandLineRun.of("brief", "--trade", file.toString(), "--ally", "JPN", "--format", "html", "--out", folder.resolve("out").toString());

        assertThat(page("index.html")).contains("By value in 2024; no earlier year can be compared, and 10.0 points above the 65%");
        assertThat(page("JPN.html")).as("no gap where the table names no classification").contains("tidy table; code 850511").doesNotContain("; ;");
    }

    @Test
    void aSmallShareIsNotToldAsNone() throws IOException {
        publish(HEADER + "JPN,CHN,M,850511,2024,3000000\nJPN,VNM,M,850511,2024,997000000\nDEU,CHN,M,850511,2024,0\nDEU,VNM,M,850511,2024,5000000\n");

        assertThat(page("JPN.html")).contains("Japan buys &lt;1% of its permanent magnets from China").doesNotContain("Japan buys 0%");
        assertThat(page("DEU.html")).contains("Germany buys 0% of its permanent magnets from China");
    }

    @Test
    void yearsOfWhichOnlyABoundIsKnownAreNotPassedOver() throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), "reporter,partner,flow,commodity,period,value,coverage\n"
                + "JPN,CHN,M,850511,2023,75,complete\nJPN,VNM,M,850511,2023,25,complete\n"
                + "JPN,CHN,M,850511,2024,80,main-partners\nJPN,VNM,M,850511,2024,20,main-partners\n");
        CommandLineRun.of("brief", "--trade", file.toString(), "--ally", "JPN", "--format", "html", "--out", folder.resolve("out").toString());

        assertThat(page("JPN.html")).as("the chart goes on to 2024").contains("The last full year on record is 2023. Not in it yet:");
    }

    @Test
    void linesOfWhichOnlySomePartnersAreKnownHaveNoLargestSupplierAndNoIndex() throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), "reporter,partner,flow,commodity,period,value,coverage\n"
                + "JPN,CHN,M,284610,2024,30,selected-partners\nJPN,VNM,M,284610,2024,20,selected-partners\n"
                + "JPN,CHN,M,284690,2024,60,selected-partners\nJPN,VNM,M,284690,2024,40,selected-partners\n");
        CommandLineRun.of("brief", "--trade", file.toString(), "--ally", "JPN", "--format", "html", "--out", folder.resolve("out").toString());

        assertThat(page("JPN.html")).contains("Customs lines by value, 2024").contains("at most 60.0%")
                .doesNotContain("Customs lines by concentration").doesNotContain("HHI: sum of squared shares").doesNotContain("largest single flow");
    }

    @Test
    void linesOfAStageThatIsNotWholeAreToldAllTheSame() throws IOException {
        publish(THREE + "JPN,CHN,M,284690,2023,90\nJPN,VNM,M,284690,2023,10\nJPN,CHN,M,284690,2024,60\nJPN,VNM,M,284690,2024,40\n"
                + "DEU,CHN,M,28053021,2022,60\nDEU,JPN,M,28053021,2022,40\nDEU,CHN,M,28053029,2022,70\nDEU,JPN,M,28053029,2022,30\n");

        assertThat(page("JPN.html")).contains("Of rare-earth compounds only customs line 284690 is on record, not the whole: China supplied 60.0% of the value of its imports in 2024.")
                .contains("Customs lines by concentration, 2024").contains("No public figure here covers these imports: rare-earth ores and concentrates, rare-earth metals, rare-earth alloys.");
        assertThat(page("DEU.html")).contains("Of rare-earth metals only 2 customs lines are on record, not the whole; they stand in the annex.")
                .contains("Customs lines by concentration, 2022");
        assertThat(page("FRA.html")).doesNotContain("on record, not the whole").doesNotContain("Customs lines by");
        assertThat(page("index.html")).contains("Of rare-earth compounds, rare-earth metals only some customs lines are on record; the allies’ own pages tell them.")
                .contains("No public figure here covers these imports: rare-earth ores and concentrates, rare-earth alloys.");
    }

    @Test
    void whereNoStageIsWholeTheLargestLineSpeaksUnderItsOwnName() throws IOException {
        publish(HEADER + "JPN,CHN,M,284690,2023,90\nJPN,VNM,M,284690,2023,10\nJPN,CHN,M,284690,2024,60\nJPN,VNM,M,284690,2024,40\n"
                + "DEU,CHN,M,28053021,2024,10\nDEU,JPN,M,28053021,2024,40\nDEU,CHN,M,28053029,2024,70\nDEU,JPN,M,28053029,2024,30\n");

        assertThat(page("JPN.html")).contains("Japan still buys 60% of its compounds other than cerium (284690) from China")
                .contains("By value in 2024, down from 90.0% in 2023")
                .contains("No figure covers rare-earth compounds as a whole. Incomplete: the source holds no figures for line 284610.")
                .contains("Of rare-earth compounds only customs line 284690 is on record, not the whole.")
                .doesNotContain("No trend for compounds other than cerium");
        assertThat(page("DEU.html")).contains("Germany still buys 70% of its Nd, Pr and Sm metal (28053029) from China")
                .contains("Of rare-earth metals only 2 customs lines are on record")
                .doesNotContain("hides its lines");
        assertThat(page("index.html")).as("lines of different allies are not compared").contains("No public figure at hand shows the allies’ dependence")
                .contains("Compounds other than cerium (284690)").contains("2024: China 60.0%");
    }

    /** Japan 70 of 100 in each month; India by its fiscal years, 60 and 50 of 100. */
    @Test
    void partsOfAYearAndFiscalYearsSpeakWhereThereIsNoCalendarYear() throws IOException {
        StringBuilder rows = new StringBuilder(HEADER);
        for (int month = 1; month <= 4; month++) {
            rows.append("JPN,CHN,M,850511,2026-0%d,7000000\nJPN,VNM,M,850511,2026-0%d,3000000\n".formatted(month, month));
        }
        publish(rows + "IND,CHN,M,850511,2023-04/2024-03,60\nIND,VNM,M,850511,2023-04/2024-03,40\n"
                + "IND,CHN,M,850511,2024-04/2025-03,50\nIND,VNM,M,850511,2024-04/2025-03,50\n", "IND,JPN");

        assertThat(page("JPN.html")).contains("Japan still buys 70% of its permanent magnets from China").contains("By value in January–April 2026; no earlier period can be compared")
                .contains("USD 28.0 of 40.0 million").contains("trade statistics to April 2026").contains("The statistics are of January–April 2026, which is no calendar year.");
        assertThat(page("IND.html")).contains("India still buys 50% of its permanent magnets from China")
                .contains("By value in April 2024–March 2025, down from 60.0% in April 2023–March 2024");
        String history = page("IND.html").substring(page("IND.html").indexOf("China in the imports of India, by stage"));
        assertThat(history.substring(0, history.indexOf("</figure>"))).as("the source of a history of fiscal years").contains("tidy table");
        assertThat(page("index.html")).contains("The newest statistics end with April 2026");
    }

    /** A sentence for a year is wrong for months: "im Jahr Januar–April 2026". */
    @Test
    void sentencesOfAPeriodThatIsNoCalendarYearAreGermanAndFrench() throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), HEADER + "IND,CHN,M,850511,2023-04/2024-03,60\nIND,VNM,M,850511,2023-04/2024-03,40\n"
                + "IND,CHN,M,850511,2024-04/2025-03,50\nIND,VNM,M,850511,2024-04/2025-03,50\nJPN,CHN,M,850511,2024,50\nJPN,VNM,M,850511,2024,50\n");
        CommandLineRun.of("brief", "--trade", file.toString(), "--ally", "IND,JPN", "--lang", "de,fr", "--format", "html", "--as-of", "2026-11-21",
                "--out", folder.resolve("out").toString());

        assertThat(page("IND.html")).contains("an Dauermagneten im Zeitraum April 2024–März 2025", "Im Zeitraum April 2023–März 2024, dem letzten vergleichbaren,",
                "letzter vergleichbarer Zeitraum").doesNotContain("im Jahr April").as("the line of two fiscal years").contains("sank von 60,0");
        assertThat(page("fr/IND.html")).contains("sur la période avril 2023–mars 2024, dernière période comparable", "de la période avril 2024–mars 2025 venaient de",
                "en baisse par rapport à la période avril 2023–mars 2024 (60,0").doesNotContain("en avril 2024").doesNotContain("depuis avril 2023–");
        assertThat(page("JPN.html")).contains("an Dauermagneten im Jahr 2024");
        assertThat(page("fr/JPN.html")).as("the title of a measure within a sentence").contains("«\u202fLicences pour sept terres rares\u202f» (4");
    }

    /** "Im Zeitraum März 2026" and "sur la période mars 2026" are no way to speak of one month. */
    @Test
    void oneMonthIsSaidAsAMonth() throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), HEADER + "JPN,CHN,M,850511,2026-03,70\nJPN,VNM,M,850511,2026-03,30\n");
        CommandLineRun.of("brief", "--trade", file.toString(), "--ally", "JPN", "--lang", "de,fr", "--format", "html", "--as-of", "2026-11-21",
                "--out", folder.resolve("out").toString());

        assertThat(page("JPN.html")).contains("an Dauermagneten im März 2026").doesNotContain("im Zeitraum März 2026").doesNotContain("im Jahr März");
        assertThat(page("fr/JPN.html")).contains("Part en valeur en mars 2026").doesNotContain("sur la période mars");
    }

    /** India's fiscal years have no calendar year beside them: the line is drawn of them. */
    @Test
    void fiscalYearsAloneMakeAHistory() throws IOException {
        publish(HEADER + "IND,CHN,M,850511,2023-04/2024-03,60\nIND,VNM,M,850511,2023-04/2024-03,40\n"
                + "IND,CHN,M,850511,2024-04/2025-03,50\nIND,VNM,M,850511,2024-04/2025-03,50\n", "IND");

        assertThat(page("IND.html")).contains("fell from 60.0% in April 2023–March 2024 to 50.0% in April 2024–March 2025", "by stage, 2023 to 2025");
    }

    /** The registers know what a survey publishes of the United States: page 1 said that nothing was known. */
    @Test
    void aPublishedRelianceIsToldWhereNoTradeIs() throws IOException {
        CommandLineRun.of("brief", "--material", "cobalt", "--ally", "USA,JPN", "--format", "html", "--as-of", "2026-11-21", "--out", folder.resolve("out").toString());

        String told = "Net import reliance of the United States is published, by weight and against all foreign sources together: cobalt metal and intermediates ";
        assertThat(page("USA.html")).contains(told).containsPattern("<a class=\"xp\" href=\"#[^\"]+\"[^>]*>78%</a> in 2019");
        assertThat(page("index.html")).contains(told);
        assertThat(page("summary.html")).contains(told);
        assertThat(page("JPN.html")).doesNotContain("reliance of");
    }

    @Test
    void whyPublishedRowsTellNoShareIsSaid() throws IOException {
        publish("reporter,partner,flow,commodity,period,value\nJPN,CHN,M,850511,2024,\nJPN,VNM,M,850511,2024,\n", "JPN");

        assertThat(page("JPN.html")).contains("No public figure at hand shows from whom Japan buys permanent magnets: the source lists suppliers without a value.");
    }

    @Test
    void whereWeightsAloneArePublishedTheyAreTold() throws IOException {
        publish("reporter,partner,flow,commodity,period,value,net_weight_kg\nJPN,CHN,M,850511,2024,,70\nJPN,VNM,M,850511,2024,,30\n", "JPN");

        for (String name : new String[] {"JPN.html", "index.html"}) {
            assertThat(page(name)).as(name).contains("Japan buys 70% of its permanent magnets, by weight, from China")
                    .contains("of the weight of permanent magnets imported by Japan in 2024; no value is published.")
                    .doesNotContain("No public figure at hand");
        }
        assertThat(page("JPN.html")).contains("Weight, not value.").contains("70.0%").doesNotContain("imports of permanent magnets.");
        assertThat(page("index.html")).contains("2024, by weight").contains("share of imports by weight");
    }

    @Test
    void anAllyKnownByWeightHasItsHistorySuppliersAndTableByWeight() throws IOException {
        publish("reporter,partner,flow,commodity,period,value,net_weight_kg\nJPN,CHN,M,850511,2023,,80\nJPN,VNM,M,850511,2023,,20\n"
                + "JPN,CHN,M,850511,2024,,70000\nJPN,VNM,M,850511,2024,,30000\n", "JPN");

        // By hand: 0.7^2 + 0.3^2 = 0.58, and 1 / 0.58 = 1.7.
        assertThat(page("JPN.html"))
                .contains("By weight in 2024, down from 80.0% in 2023.")
                .contains("It was more in 2023, the last year that can be compared:")
                .contains("by weight; no share by value").contains("by weight; HHI 0.580")
                .contains("Share of China in imports by weight, %").contains("Share of imports by weight, %, 2024")
                .contains("China is the largest supplier with").contains("of the weight, among 2 that are named.")
                .contains("% of weight, 2024").contains("Moved most: ")
                .doesNotContain("% of value, 2024").doesNotContain("by value; ");
    }

    @Test
    void alliesOfOtherYearsStandInTheChartOfTheYearsToo() throws IOException {
        StringBuilder rows = new StringBuilder(HEADER);
        for (String of : new String[] {"JPN;2024", "JPN;2025", "IND;2023-04/2024-03", "IND;2024-04/2025-03"}) {
            String[] who = of.split(";");
            rows.append("%1$s,CHN,M,850511,%2$s,60\n%1$s,VNM,M,850511,%2$s,40\n".formatted(who[0], who[1]));
        }
        publish(rows.toString(), "JPN,IND");

        String page = page("index.html");
        int figure = page.indexOf("id=\"fig-time\"");
        assertThat(page.substring(figure, page.indexOf("</figure>", figure))).contains(">Japan<").contains(">India<");
    }

    @Test
    void membersOfABlocWithoutFiguresAreBuyersOfTheirOwn() throws IOException {
        StringBuilder rows = new StringBuilder(HEADER);
        for (String who : new String[] {"JPN", "KOR", "USA", "DEU"}) {
            rows.append("%1$s,CHN,M,850511,2024,60000000\n%1$s,VNM,M,850511,2024,40000000\n".formatted(who));
        }
        publish(rows.toString(), "JPN,KOR,USA,DEU,EUU");

        String page = page("index.html");
        int figure = page.indexOf("id=\"fig-flows-magnet\"");
        assertThat(page.substring(figure, page.indexOf("</figure>", figure))).contains("USD 240 million of 400").contains("Germany 100");
        assertThat(page).doesNotContain("The Union stands as one buyer");
    }

    @Test
    void periodsOfTheSameYearAreNotDrawnAsOne() throws IOException {
        StringBuilder rows = new StringBuilder(HEADER);
        for (String of : new String[] {"JPN;2024", "KOR;2024", "USA;2024", "IND;2024-04/2025-03"}) {
            String[] who = of.split(";");
            rows.append("%1$s,CHN,M,850511,%2$s,60000000\n%1$s,VNM,M,850511,%2$s,40000000\n".formatted(who[0], who[1]));
        }
        publish(rows.toString(), "JPN,KOR,USA,IND");

        String page = page("index.html");
        int figure = page.indexOf("id=\"fig-flows-magnet\"");
        assertThat(page.substring(figure, page.indexOf("</figure>", figure)))
                .contains("USD 180 million of 300. No figure for this period, so left out: India<").containsOnlyOnce("India");
    }

    @Test
    void whyNothingIsToldIsSaidWhereRowsCouldNotBeReadAtAll() throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), HEADER + "JPN,CHN,M,850511,2024,60\nJPN,VNM,M,850511,2024,40\nJPN,QZ,M,850511,2024,o\n");
        CommandLineRun.of("brief", "--trade", file.toString(), "--ally", "JPN", "--format", "html", "--out", folder.resolve("out").toString());

        assertThat(page("JPN.html")).contains("No public figure at hand shows from whom Japan buys permanent magnets: the source lists partners that it does not name "
                + "without a value: any of them may be this supplier.");
    }

    @Test
    void oneUnknownPartnerLeavesTheFigureWithinBounds() throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), HEADER + "JPN,CHN,M,850511,2024,60\nJPN,VNM,M,850511,2024,40\nJPN,QZ,M,850511,2024,25\n");
        CommandLineRun.of("brief", "--trade", file.toString(), "--ally", "JPN", "--format", "html", "--out", folder.resolve("out").toString());

        // By hand: 60 / 125 and 85 / 125.
        assertThat(page("JPN.html")).contains("Japan buys 48 to 68% of its permanent magnets from China").contains("48.0 to 68.0%");
    }

    @Test
    void amountsBelowAMillionAreToldInThousandsOrOnes() throws IOException {
        publish(HEADER + "JPN,CHN,M,850511,2024,60000\nJPN,VNM,M,850511,2024,40000\nKOR,CHN,M,850511,2024,60\nKOR,VNM,M,850511,2024,40\n", "JPN,KOR");

        assertThat(page("JPN.html")).contains("USD 60.0 of 100 thousand");
        assertThat(page("KOR.html")).contains("USD 60.0 of 100").doesNotContain("of 100 thousand");
    }

    @Test
    void thePartOfAYearBehindTheLastWholeOneIsToldBesideIt() throws IOException {
        StringBuilder rows = new StringBuilder(HEADER + "JPN,CHN,M,850511,2025,60\nJPN,VNM,M,850511,2025,40\n");
        for (int month = 1; month <= 4; month++) {
            rows.append("JPN,CHN,M,850511,2026-0%d,7\nJPN,VNM,M,850511,2026-0%d,3\n".formatted(month, month));
        }
        publish(rows.toString());

        assertThat(page("JPN.html")).contains("Japan still buys 60% of its permanent magnets from China")
                .contains("In January–April 2026, not yet a whole year on record, it was").contains("The last full year on record is 2025.");
    }

    @Test
    void oneAllyOfWhichOnlyBoundsAreKnownForYearsHasItsPages() throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), "reporter,partner,flow,commodity,period,value,coverage\n"
                + "JPN,CHN,M,850511,2023,30,main-partners\nJPN,VNM,M,850511,2023,20,main-partners\n"
                + "JPN,CHN,M,850511,2024,30,main-partners\nJPN,VNM,M,850511,2024,10,main-partners\n");
        CommandLineRun.of("brief", "--trade", file.toString(), "--ally", "JPN", "--format", "html", "--out", folder.resolve("out").toString());

        assertThat(page("index.html")).contains("at most 75%");
    }

    /** 100 in all, 70 named: China has 60 to 90; of Germany the source says only that it is listed, so that 30 are the most. */
    @Test
    void aShareThatUnnamedPartnersLeaveOpenIsToldByItsBoundsEverywhere() throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), "reporter,partner,flow,commodity,period,value,status\n"
                + "JPN,CHN,M,850511,2023,90,\nJPN,VNM,M,850511,2023,10,\n"
                + "JPN,CHN,M,850511,2024,60,\nJPN,VNM,M,850511,2024,10,\nJPN,DEU,M,850511,2024,,suppressed\nJPN,WLD,M,850511,2024,100,\n");
        CommandLineRun.of("brief", "--trade", file.toString(), "--ally", "JPN", "--format", "html", "--out", folder.resolve("out").toString());

        String page = page("JPN.html");
        assertThat(page).contains("Japan buys 60 to 90% of its permanent magnets from China").contains("60.0–90.0")
                .contains("\u2264\u202f30.0").contains("Imports of permanent magnets by Japan, by supplier, 2024").contains("Not named by the publisher")
                .contains("HHI 0.370–0.820").doesNotContain("points below").doesNotContain("Germany 0.0%");
        assertThat(page("index.html")).contains("Japan buys 60 to 90% of its permanent magnets");
    }

    @Test
    void aYearThatTheOtherStagesHaveInCommonIsToldOnce() throws IOException {
        publish(HEADER + "JPN,CHN,M,850511,2024,70\nJPN,VNM,M,850511,2024,30\nJPN,CHN,M,280530,2024,60\nJPN,VNM,M,280530,2024,40\n"
                + "JPN,CHN,M,2846,2024,50\nJPN,VNM,M,2846,2024,50\n", "JPN");
        assertThat(page("JPN.html")).contains("By value in 2024, China also supplied").contains(" of rare-earth compounds.").doesNotContain("of rare-earth metals in 2024");
    }

    @Test
    void aBlocBriefedAloneSpeaksForItself() throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), HEADER + "EUU,CHN,M,850511,2023,60\nEUU,VNM,M,850511,2023,40\n"
                + "EUU,CHN,M,850511,2024,80\nEUU,VNM,M,850511,2024,20\n");
        CommandLineRun.of("brief", "--trade", file.toString(), "--ally", "EUU", "--format", "html", "--out", folder.resolve("out").toString());

        assertThat(page("index.html")).contains("The European Union still buys 80% of its permanent magnets from China")
                .contains("China’s share of permanent magnets in 2024 is").contains("Magnets, year by year").doesNotContain("ally by ally")
                .contains("China’s share of permanent magnets rose from 60.0% in 2023 to 80.0% in 2024");
    }

    @Test
    void whereNobodyHasAFigureNothingIsPromisedAndNoTileIsEmpty() throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), HEADER + "JPN,CHN,M,850511,2024,75\nJPN,VNM,M,850511,2024,25\n");
        CommandLineRun.of("brief", "--trade", file.toString(), "--ally", "MEX", "--format", "html", "--out", folder.resolve("out").toString());

        assertThat(page("index.html")).contains("How far allies depend on China, as far as public statistics tell.").doesNotContain("id=\"fig-time\"");
        assertThat(page("MEX.html")).contains("Mexico: no public figure at hand shows its dependence").doesNotContain("class=\"key ");
    }

    @Test
    void figuresAreHeadedByWhatTheyShow() throws IOException {
        publish(THREE);

        assertThat(page("index.html")).as("more than half: Germany 80 %; Japan's 50 % is half")
                .contains("Over half from China: magnets for 1 of 3 allies")
                .contains("In 2024, China’s share of permanent magnets was the highest since 2023 for 2 of 3 allies");
        assertThat(page("DEU.html")).contains("China’s share of permanent magnets rose from 70.0% in 2023 to 80.0% in 2024")
                .contains("Moved most: China, +10.0 points");
        assertThat(page("FRA.html")).contains("Hardly any move since 2023");
    }

    @Test
    void theFirstFigureTellsOfTheStageThatTheHeadlineTellsOf() throws IOException {
        publish(THREE + "DEU,CHN,M,2846,2023,90\nDEU,VNM,M,2846,2023,10\nDEU,CHN,M,2846,2024,20\nDEU,VNM,M,2846,2024,80\n");

        assertThat(page("DEU.html")).as("compounds moved by 70 points, magnets by 10").contains("Germany still buys 80% of its permanent magnets")
                .contains("China’s share of permanent magnets rose from 70.0% in 2023 to 80.0% in 2024");
    }

    @Test
    void aStageOfWhichNobodyHasAFigureIsToldInASentenceInsteadOfAColumnOfGaps() throws IOException {
        publish(THREE + "ITA,CHN,M,850511,2024,5000000\nITA,VNM,M,850511,2024,5000000\n");

        assertThat(page("index.html")).contains("No public figure here covers these imports: rare-earth ores and concentrates, rare-earth compounds, rare-earth metals, rare-earth alloys.")
                .doesNotContain("no figure: No public figure ships here.").doesNotContain("A hatched cell");
    }

    @Test
    void twoThatSupplyAsMuchLeadTogetherAndBesidesASupplierOfNothingIsNobody() throws IOException {
        publish(HEADER + "JPN,VNM,M,850511,2024,500\nJPN,KOR,M,850511,2024,500\n");

        assertThat(page("JPN.html")).contains(" lead with 50% each").doesNotContain(" leads with 50%, then ")
                .contains("Permanent magnets came in 2024 from ").doesNotContain("Besides China");
    }

    @Test
    void threeThatSupplyAsMuchAreAllNamed() throws IOException {
        publish(HEADER + "JPN,VNM,M,850511,2024,300\nJPN,KOR,M,850511,2024,300\nJPN,THA,M,850511,2024,300\nJPN,USA,M,850511,2024,100\n");

        assertThat(page("JPN.html")).containsPattern("(?<!, )(South Korea|Thailand|Vietnam), (South Korea|Thailand|Vietnam) and (South Korea|Thailand|Vietnam) lead with 30% each");
    }

    @Test
    void moreThanThreeThatSupplyAsMuchAreCounted() throws IOException {
        publish(HEADER + "JPN,VNM,M,850511,2024,250\nJPN,KOR,M,850511,2024,250\nJPN,THA,M,850511,2024,250\nJPN,USA,M,850511,2024,250\n");

        assertThat(page("JPN.html")).contains("4 suppliers lead with 25% each").doesNotContain(" and Vietnam lead");
    }

    @Test
    void customsLinesAreToldByWeightBesideTheirValues() throws IOException {
        publish("reporter,partner,flow,commodity,period,value,net_weight_kg\n"
                + "JPN,CHN,M,284610,2024,1000000,1000\nJPN,VNM,M,284610,2024,1000000,3000\n"
                + "JPN,CHN,M,284690,2024,3000000,50\nJPN,VNM,M,284690,2024,1000000,50\n");

        // A quarter of 4 t, and half of 100 kg: 0.25² + 0.75² = 0.625.
        assertThat(rows("JPN.html", "table-lines-weight")).anyMatch(row -> row.contains("284610") && row.contains("| 4.0 | 25.0 | Vietnam | 75.0 | 0.625"))
                .anyMatch(row -> row.contains("284690") && row.contains("| 0.1 | 50.0 |") && row.contains("| 50.0 | 0.500"));
        // By value half of 2 million, and three quarters of 4.
        assertThat(rows("JPN.html", "table-lines")).anyMatch(row -> row.contains("284610") && row.contains("| 2.0 | 50.0 |"))
                .anyMatch(row -> row.contains("284690") && row.contains("| 4.0 | 75.0 | China | 75.0 | 0.625"));
    }

    private List<String> rows(String page, String table) throws IOException {
        String whole = page(page);
        int from = whole.indexOf("<div class=\"table\" id=\"" + table + "\">");
        assertThat(from).as(table).isNotNegative();
        String told = whole.substring(from, whole.indexOf("</table>", from));
        return Arrays.stream(told.split("<tr")).map(row -> row.replaceAll("(?s)^[^>]*>|\\s+", " ").replaceAll("</t[hd]>", " | ").replaceAll("<[^>]*>", "").replaceAll(" +", " ")).toList();
    }

    @Test
    void anEditionOfAnEarlierDaySaysThatTheStateOfProjectsIsThatOfTheRegister() throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), HEADER + "JPN,CHN,M,850511,2022,75\nJPN,VNM,M,850511,2022,25\n");
        CommandLineRun.of("brief", "--trade", file.toString(), "--ally", "JPN", "--format", "html", "--as-of", "2024-06-01", "--out", folder.resolve("out").toString());
        String then = Files.readString(folder.resolve("out/editions/2024-06-01/JPN.html"));
        CommandLineRun.of("brief", "--trade", file.toString(), "--ally", "JPN", "--format", "html", "--as-of", "2199-12-31", "--out", folder.resolve("later").toString());

        assertThat(then).containsPattern("Status and capacity as the register has them, which knows of events up to [^<]*: not as they stood on 1 June 2024\\.");
        assertThat(Files.readString(folder.resolve("later/editions/2199-12-31/JPN.html"))).contains("id=\"table-built\"").doesNotContain("Status and capacity as the register");
    }

    @Test
    void aFlowThatCarriesATotalIsToldInTheDollarsOfTheTables() throws IOException {
        CommandLineRun.of("brief", "--ally", "EUU", "--format", "html", "--out", folder.resolve("out").toString());

        // 23.2 of 94.5 million euros at 1.0824 dollars each.
        assertThat(page("EUU.html")).contains("(25.1 of 102 million USD)").doesNotContain("million EUR)");
    }

    @Test
    void threeColumnsOfWordsAreAListOnAPhone() throws IOException {
        publish(THREE);

        assertThat(page("JPN.html")).containsPattern("(?s)id=\"table-past\">\\s*<div class=\"scroll\"[^>]*>\\s*<table class=\"data stack\"");
    }

    @Test
    void whereTheWatchedSupplierSellsHardlyAnythingThePageSaysWhoSellsInstead() throws IOException {
        publish(HEADER + "JPN,CHN,M,850511,2024,1\nJPN,VNM,M,850511,2024,700\nJPN,KOR,M,850511,2024,299\n"
                + "DEU,CHN,M,850511,2024,1\nDEU,VNM,M,850511,2024,999\nFRA,CHN,M,850511,2024,1\nFRA,KOR,M,850511,2024,999\n");

        assertThat(page("JPN.html")).contains("Japan buys &lt;1% of its permanent magnets from China, and 70% from Vietnam")
                .contains("Vietnam is the largest supplier with ")
                .as("a year alone is no line: the suppliers are the picture").contains("Vietnam leads with 70%, then South Korea 30%")
                .doesNotContain("id=\"fig-history\"");
        assertThat(page("index.html")).contains("None of 3 allies buys more than half of its permanent magnets from China")
                .contains("Supplied by others: Vietnam is the largest supplier of 2 of 3.");
    }

    @Test
    void whoMovedMostIsNamedThoughNoBarShowsItAnyMore() throws IOException {
        StringBuilder rows = new StringBuilder(HEADER + "JPN,TUR,M,850511,2023,30\nJPN,CHN,M,850511,2023,50\nJPN,VNM,M,850511,2023,20\nJPN,CHN,M,850511,2024,60\n");
        for (String supplier : List.of("VNM", "KOR", "USA", "DEU", "FRA", "ITA", "GBR", "THA")) {
            rows.append("JPN,").append(supplier).append(",M,850511,2024,5\n");
        }
        publish(rows.toString());

        assertThat(page("JPN.html")).as("30 of 100 to nothing; China rose by 10").contains("Moved most: Türkiye, −30.0 points, to 0.0%");
    }

    @Test
    void aCeilingOfOnesOwnIsToldOnTheCoverWithTheFigureItStandsAt() throws IOException {
        publish(THREE + "JPN,CHN,M,2846,2023,72\nJPN,FRA,M,2846,2023,28\nGBR,CHN,M,850511,2024,60\nGBR,VNM,M,850511,2024,40\n", "DEU,GBR,JPN");

        assertThat(page("JPN.html")).contains("Against its own ceiling of 50% for 2025, the last figure is 72.0% (China, rare-earth compounds, 2023).");
        assertThat(page("GBR.html")).contains("Its own ceiling of 60% for 2035 cannot be tested with the figures at hand.");
        assertThat(page("DEU.html")).as("it has none").doesNotContain("ts own ceiling");
    }

    @Test
    void theAlliedPageTellsTheLargestLineOfAStageThatNobodyToldAsAWhole() throws IOException {
        publish(THREE + "ITA,CHN,M,28053029,2024,9000000\nITA,USA,M,28053029,2024,1000000\nITA,CHN,M,28053021,2024,10\n");

        assertThat(page("index.html")).contains("Where only customs lines are known", "28053029", "90.0%");
        assertThat(page("index.html")).doesNotContain("28053021");
    }

    @Test
    void anEditionOfOneAllyTellsOfTheCommitmentsThatBindIt() throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), HEADER + "JPN,CHN,M,850511,2024,75\nJPN,VNM,M,850511,2024,25\n");
        CommandLineRun.of("brief", "--trade", file.toString(), "--ally", "JPN", "--format", "html", "--out", folder.resolve("out").toString());

        assertThat(page("index.html")).as("Japan's own and the G7's").contains("SIP deep-sea programme at Minamitorishima").contains("Kananaskis critical minerals action plan")
                .as("what others promised").doesNotContain("Future Made in Australia Act").doesNotContain("National Critical Mineral Mission");
    }

    @Test
    void thePictureOfAllBeginsWithWhoDependsMost() throws IOException {
        publish(THREE);

        assertThat(page("index.html").replaceAll("(?s).*id=\"fig-heat\"(.*?)</figure>.*", "$1").replaceAll("(?s)<svg.*?</svg>", "").replaceAll("<[^>]+>", " "))
                .as("the table behind the picture: 80, 50 and 40 %, and Italy without a figure")
                .containsSubsequence("Germany", "Japan", "France", "Italy");
    }

    @Test
    void whatAFigureSpeaksOfStandsBeforeWhatIsWaitedFor() throws IOException {
        publish(THREE.replace("DEU,", "EUU,"), "EUU,FRA,JPN");

        assertThat(page("EUU.html").replaceAll("(?s).*?id=\"commitments(.*)", "$1")).as("80 % against 65 %, due in 2030; limits on scrap, whose outcome nobody knows")
                .containsSubsequence("no single non-EU country", "limits on the export of permanent-magnet scrap");
    }

    @Test
    void aProjectsStageOutsideTheMaterialHasAWordAndItsStatusIsToldOnce() throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), THREE);
        CommandLineRun.of("brief", "--trade", file.toString(), "--ally", "DEU", "--format", "html", "--lang", "fr", "--out", folder.resolve("out").toString());

        assertThat(page("DEU.html").replaceAll("(?s)<[^>]+>", "|").replaceAll("[|\\s]+", "|")).contains("HyProMag|Germany|Allemagne|Recyclage|").doesNotContain("|Prévu|Prévu|");
    }

    private void publish(String table) throws IOException {
        publish(table, "DEU,FRA,ITA,JPN");
    }

    private void publish(String table, String allies) throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), table);
        CommandLineRun run = CommandLineRun.of("brief", "--trade", file.toString(), "--ally", allies, "--format", "html", "--out",
                folder.resolve("out").toString());
        assertThat(run.err()).isEmpty();
    }

    private String page(String name) throws IOException {
        return Files.readString(folder.resolve("out/editions/2026-11-21").resolve(name));
    }
}
