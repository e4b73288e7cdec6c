package dev.lodestone.report.data;

import dev.lodestone.model.assess.Assessment;
import dev.lodestone.model.assess.AssessmentOptions;
import dev.lodestone.model.assess.Assessor;
import dev.lodestone.model.quality.DataSource;
import dev.lodestone.model.quality.FileReport;
import dev.lodestone.model.quality.Issue;
import dev.lodestone.model.quality.Loaded;
import dev.lodestone.model.quality.Origin;
import dev.lodestone.model.quality.Severity;
import dev.lodestone.model.register.Commitment;
import dev.lodestone.model.register.CommodityEntry;
import dev.lodestone.model.register.Confidence;
import dev.lodestone.model.register.EconomyEntry;
import dev.lodestone.model.register.ExchangeRate;
import dev.lodestone.model.register.GroupMembership;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;

/** Small registers and datasets, made up: Germany and Japan buy magnets from China, Japan and the Philippines. */
final class Examples {

    static final LocalDate AS_OF = LocalDate.of(2026, 11, 21);
    static final String SHA = "0f".repeat(32);
    static final DataSource TABLE = new DataSource("trade/magnets.csv", "", "", SHA, "tidy", "tidy table");
    static final DataSource WORKBOOK = new DataSource("pull.zip", "in/table.xlsx", "Sheet 1", SHA, "usitc-dataweb", "USITC DataWeb");

    private Examples() {}

    static Economy economy(String code) {
        return Economy.of(code);
    }

    static TradeObservation row(String reporter, String partner, int year, Quantity value, Quantity weight, Origin origin) {
        return new TradeObservation(
                economy(reporter), economy(partner), TradeFlow.IMPORT, "HS2022", CommodityCode.of("850511"), ReferencePeriod.ofYear(year),
                value, "USD", weight, Valuation.CIF, Coverage.COMPLETE, origin);
    }

    static TradeObservation row(String reporter, String partner, int year, double value, double weight, long line) {
        return row(reporter, partner, year, Quantity.reported(value), Quantity.reported(weight), new Origin(TABLE, line, "", "CEPII BACI V202601"));
    }

    static Commitment ceiling(String id, String party, double threshold, LocalDate target) {
        return new Commitment(
                id, List.of(party), Commitment.Applies.EACH, Commitment.Kind.SUPPLIER_SHARE_CEILING, "A strategy, 2023",
                "No more than part of it from one supplier.", Optional.of(LocalDate.of(2023, 5, 1)), List.of("magnet"), List.of(), false,
                "CHN", "<=", OptionalDouble.of(threshold), "1", "value", "consumption", OptionalDouble.of(0.9), 2022,
                Optional.of(target), Optional.empty(), OptionalDouble.empty(), "", true, "customs statistics", "",
                "The strategy", "https://example.org/strategy", LocalDate.of(2026, 11, 1), Confidence.VERIFIED, "", "");
    }

    static Commitment pledge(String id, String summary, String source) {
        return new Commitment(
                id, List.of("G7"), Commitment.Applies.TOGETHER, Commitment.Kind.PLEDGE, "A communiqué", summary, Optional.empty(), List.of(),
                List.of(), false, "", "", OptionalDouble.empty(), "", "", "", OptionalDouble.empty(), 0, Optional.empty(), Optional.empty(),
                OptionalDouble.empty(), "", false, "", "", source, "", LocalDate.of(2026, 11, 1), Confidence.PARTLY_VERIFIED, "", "");
    }

    static Registers registers(List<Commitment> commitments) {
        Map<Economy, EconomyEntry> names = new LinkedHashMap<>();
        for (String[] n : new String[][] {
            {"DEU", "Germany"}, {"JPN", "Japan"}, {"CHN", "China"}, {"PHL", "Philippines"}, {"G7", "G7"}
        }) {
            Economy.find(n[0]).ifPresent(e -> names.put(e, new EconomyEntry(e, n[1], n[1], "")));
        }
        List<GroupMembership> groups = new ArrayList<>();
        for (String ally : List.of("DEU", "JPN")) {
            groups.add(new GroupMembership("ALLIES", "Allies", economy(ally), LocalDate.MIN, LocalDate.MAX, "a list"));
            groups.add(new GroupMembership("ALLIED-SUPPLY", "Allied supply", economy(ally), LocalDate.MIN, LocalDate.MAX, "a list"));
        }
        List<StageEntry> stages = List.of(
                new StageEntry("metal", "Metals", "rare-earth metals", 1, "no trade code alone"),
                new StageEntry("magnet", "Magnets", "permanent magnets", 2, ""));
        List<CommodityEntry> codes = List.of(new CommodityEntry(
                "magnet", "HS", CommodityCode.of("850511"), "Permanent magnets of metal", CommodityEntry.Use.MEASURE, true, 0, 9999, "",
                "ferrite-free magnets of every metal", "", "HS", Confidence.VERIFIED));
        Material material = new Material(
                "rare-earths", "Rare earths", "rare earths", economy("CHN"), 0, stages, codes, commitments, List.of(), List.of(), List.of());
        return new Registers(
                names,
                groups,
                List.of(new ExchangeRate("USD", "EUR", ReferencePeriod.ofYear(2024), 1.08, "ECB")),
                Map.of(material.id(), material));
    }

    /** Germany 2024: China 750.25, Japan 200, unnamed 49.75, the Philippines nil; Japan 2024, from a workbook: the Philippines 600, China 200. */
    static TradeDataset dataset() {
        return new TradeDataset(List.of(
                row("DEU", "CHN", 2024, 750.25, 30, 2),
                row("DEU", "JPN", 2024, 200, 4.5, 3),
                row("DEU", "X99", 2024, 49.75, 0.125, 4),
                row("DEU", "PHL", 2024, Quantity.NIL, Quantity.MISSING, new Origin(TABLE, 5, "", "CEPII BACI V202601")),
                row("JPN", "PHL", 2024, Quantity.estimated(600), Quantity.estimated(20), new Origin(WORKBOOK, 7, "F7", "")),
                row("JPN", "CHN", 2024, Quantity.reported(200), Quantity.SUPPRESSED, new Origin(WORKBOOK, 8, "F8", ""))));
    }

    static Loaded<TradeDataset> loaded(TradeDataset dataset, Issue... issues) {
        TreeMap<String, Long> counts = new TreeMap<>();
        for (Issue i : issues) {
            if (i.file().equals(TABLE.file())) {
                counts.merge(i.code(), 1L, Long::sum);
            }
        }
        FileReport report = new FileReport(
                TABLE, "its header has every column of the layout", 10, 6, 3, 1, List.of("2024"), new TreeSet<>(List.of("DEU", "JPN")), counts);
        return new Loaded<>(dataset, List.of(issues), List.of(report));
    }

    static Issue issue(String text) {
        return new Issue(
                "bad-number", Severity.ERROR, "trade/magnets.csv", "", 14, 12, "value", "", text, "a plain number", "row set aside");
    }

    static Assessment assessment(TradeDataset dataset, List<Commitment> commitments) {
        return new Assessor(registers(commitments)).assess(dataset, AssessmentOptions.of(AS_OF, "rare-earths"));
    }

    static Assessment assessment() {
        return assessment(
                dataset(),
                List.of(
                        ceiling("DE-HALF", "DEU", 0.5, LocalDate.of(2030, 12, 31)),
                        pledge("G7-WORDS", "More diverse supply.", "Leaders' communiqué, 2025")));
    }
}
