package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.internal.layout.ColumnRule;
import dev.lodestone.ingest.internal.layout.Field;
import dev.lodestone.ingest.internal.layout.Layout;
import dev.lodestone.ingest.internal.layout.LeaveOutRule;
import dev.lodestone.model.trade.Valuation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Where a layout's columns stand in one table. */
final class HeaderPlan {

    /**
     * A rule with the place of its column.
     *
     * @param column column number
     * @param rule the rule
     */
    record PlacedRule(int column, LeaveOutRule rule) {}

    private final Layout layout;
    private final List<String> headers;
    private final int shift;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<Field, Integer> columns = new EnumMap<>(Field.class);
    private final Map<Valuation, Integer> valuationColumns = new EnumMap<>(Valuation.class);
    private final List<PlacedRule> leaveOut = new ArrayList<>();

    /**
     * @param headers header texts in order
     * @param shift how many columns to the right of its header the data stand
     */
    HeaderPlan(Layout layout, List<String> headers, int shift) {
        this.layout = layout;
        this.headers = headers.stream().map(Headers::normal).toList();
        this.shift = shift;
        for (int i = 0; i < this.headers.size(); i++) {
            places.putIfAbsent(Headers.compared(this.headers.get(i)), i);
        }
        layout.columns().forEach((field, rule) -> place(rule).ifPresent(at -> columns.put(field, at + shift)));
        layout.valuation().sameAs().forEach((border, header) -> {
            if (places.containsKey(Headers.compared(header))) {
                valuationColumns.put(border, places.get(Headers.compared(header)) + shift);
            }
        });
        for (LeaveOutRule rule : layout.leaveOut()) {
            Integer at = places.get(Headers.compared(rule.column()));
            if (at != null) {
                leaveOut.add(new PlacedRule(at + shift, rule));
            }
        }
    }

    /** Column number of the field; -1 if the table has no such column. */
    int column(Field field) {
        return columns.getOrDefault(field, -1);
    }

    /** Header over a column of the data; empty if there is none. */
    String header(int column) {
        int at = column - shift;
        return at >= 0 && at < headers.size() ? headers.get(at) : "";
    }

    int width() {
        return headers.size();
    }

    Map<Valuation, Integer> valuationColumns() {
        return valuationColumns;
    }

    List<PlacedRule> leaveOut() {
        return leaveOut;
    }

    Layout layout() {
        return layout;
    }

    private OptionalInt place(ColumnRule rule) {
        for (String header : rule.headers()) {
            Integer at = places.get(Headers.compared(header));
            if (at != null) {
                return OptionalInt.of(at);
            }
        }
        return OptionalInt.empty();
    }
}
