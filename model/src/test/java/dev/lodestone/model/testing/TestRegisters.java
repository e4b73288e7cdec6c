package dev.lodestone.model.testing;

import dev.lodestone.model.register.Commitment;
import dev.lodestone.model.register.CommodityEntry;
import dev.lodestone.model.register.CommodityEntry.Use;
import dev.lodestone.model.register.Confidence;
import dev.lodestone.model.register.EconomyEntry;
import dev.lodestone.model.register.ExchangeRate;
import dev.lodestone.model.register.GroupMembership;
import dev.lodestone.model.register.Material;
import dev.lodestone.model.register.Registers;
import dev.lodestone.model.register.SeriesBreak;
import dev.lodestone.model.register.StageEntry;
import dev.lodestone.model.trade.CommodityCode;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.ReferencePeriod;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Small registers with one code of each kind: a bloc of two members, France and Germany; China watched. */
public final class TestRegisters {

    public static final String MATERIAL = "stuff";

    private TestRegisters() {}

    public static Registers registers(Commitment... commitments) {
        return new Registers(
                Map.of(
                        Economy.of("CHN"), new EconomyEntry(Economy.of("CHN"), "China", "China", "Chinese"),
                        Economy.of("JPN"), new EconomyEntry(Economy.of("JPN"), "Japan", "Japan", "Japanese"),
                        Economy.of("DEU"), new EconomyEntry(Economy.of("DEU"), "Germany", "Germany", "German")),
                List.of(
                        member("EUU", "FRA"), member("EUU", "DEU"),
                        new GroupMembership("EUU", "Union", Economy.of("GBR"), LocalDate.MIN, LocalDate.of(2020, 1, 31), "test"),
                        member("ALLIES", "JPN"), member("ALLIES", "EUU"),
                        member("ALLIED-SUPPLY", "JPN"), member("ALLIED-SUPPLY", "EUU"), member("ALLIED-SUPPLY", "USA"),
                        member("G7", "JPN"), member("G7", "FRA")),
                List.of(rate("USD", "EUR", 2023, 1.10), rate("USD", "EUR", 2024, 1.25), rate("GBP", "EUR", 2024, 0.80)),
                Map.of(MATERIAL, material(commitments)),
                List.of(new SeriesBreak("CEPII BACI", "HS2002", "HS2017", "the vintage changes", "test")));
    }

    public static Material material(Commitment... commitments) {
        return new Material(
                MATERIAL,
                "Stuff",
                "stuff",
                Economy.of("CHN"),
                0,
                List.of(
                        new StageEntry("compound", "Compounds", "compounds", 1, ""),
                        new StageEntry("metal", "Metals", "metals", 2, ""),
                        new StageEntry("magnet", "Magnets", "magnets", 3, "")),
                List.of(
                        code("compound", "HS", "2846", Use.MEASURE, true, 0, ""),
                        code("compound", "HS", "284610", Use.MEASURE, false, 0, ""),
                        code("compound", "HS", "284690", Use.MEASURE, false, 0, ""),
                        code("compound", "CN", "28461000", Use.MEASURE, false, 0, ""),
                        code("compound", "CN", "28469040", Use.MEASURE, false, 2023, ""),
                        code("compound", "CN", "28469090", Use.MEASURE, false, 0, ""),
                        code("metal", "HS", "280530", Use.MEASURE, true, 0, ""),
                        code("metal", "HTS", "2805", Use.LINE_ONLY, false, 0, ""),
                        code("metal", "HS", "2805", Use.LINE_ONLY, false, 0, ""),
                        code("magnet", "HS", "850511", Use.MEASURE, true, 0, ""),
                        code("magnet", "CN", "85051110", Use.MEASURE, false, 2023, "")),
                List.of(commitments),
                List.of(),
                List.of(),
                List.of());
    }

    private static GroupMembership member(String group, String code) {
        return new GroupMembership(group, group, Economy.of(code), LocalDate.MIN, LocalDate.MAX, "test");
    }

    private static ExchangeRate rate(String currency, String per, int year, double rate) {
        return new ExchangeRate(currency, per, ReferencePeriod.ofYear(year), rate, "test rate");
    }

    private static CommodityEntry code(
            String stage, String nomenclature, String digits, Use use, boolean whole, int from, String forerunners) {
        return new CommodityEntry(
                stage, nomenclature, CommodityCode.of(digits), digits, use, whole, from, 9999, forerunners,
                use == Use.LINE_ONLY ? "other metals" : "", "", "test", Confidence.VERIFIED);
    }
}
