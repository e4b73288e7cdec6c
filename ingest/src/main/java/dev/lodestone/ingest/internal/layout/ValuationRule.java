package dev.lodestone.ingest.internal.layout;

import dev.lodestone.model.trade.Valuation;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * At which border a row's value is taken, where no column says it.
 *
 * @param sameAs headers of columns with the value at a known border: the row's value is at the border whose column holds the same
 * @param byReporter borders of reporters that depart from the rule, for imports
 * @param byFlow border by flow letter
 */
public record ValuationRule(Map<Valuation, List<String>> sameAs, Map<String, Valuation> byReporter, Map<String, Valuation> byFlow) {

    static final ValuationRule NONE = new ValuationRule(Map.of(), Map.of(), Map.of());

    static ValuationRule read(YamlNode node) {
        Map<String, YamlNode> entries = node.entries("same-as", "imports-by-reporter", "by-flow");
        Map<Valuation, List<String>> sameAs = new EnumMap<>(Valuation.class);
        Optional.ofNullable(entries.get("same-as"))
                .ifPresent(each -> each.entries("cif", "fob")
                        .forEach((border, column) -> sameAs.put(border.equals("cif") ? Valuation.CIF : Valuation.FOB, List.copyOf(column.texts()))));
        return new ValuationRule(
                sameAs, borders(Optional.ofNullable(entries.get("imports-by-reporter"))), borders(Optional.ofNullable(entries.get("by-flow"))));
    }

    private static Map<String, Valuation> borders(Optional<YamlNode> node) {
        Map<String, Valuation> borders = new LinkedHashMap<>();
        node.ifPresent(each -> each.entries().forEach((key, value) -> borders.put(key, value.oneOf(Valuation.class))));
        return borders;
    }
}
