package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.IssueCode;
import dev.lodestone.ingest.internal.layout.Layout;
import dev.lodestone.ingest.internal.table.Row;
import java.util.List;
import java.util.Optional;

/**
 * Whether the header stands over its data. Comtrade's CSV ends each row with a comma too many; tools that take the surplus for an
 * index write the file anew with every header one column beside its data.
 */
final class HeaderShift {

    private final Layout layout;
    private final Row header;

    HeaderShift(Layout layout, Row header) {
        this.layout = layout;
        this.header = header;
    }

    /** How many columns to the right of its header the data of the first row stand; told when it is not 0. */
    int of(Row first, TableAccount account) {
        int shift = find(first);
        if (shift != 0) {
            Layout.AlignedRule rule = layout.aligned().orElseThrow();
            account.issue(
                    IssueCode.SHIFTED_HEADER,
                    header.line(),
                    0,
                    rule.column(),
                    "",
                    first.cell(columnOf(rule)).strip(),
                    "one of " + String.join(", ", rule.texts().stream().sorted().toList()) + " below it",
                    "columns read one to the " + (shift < 0 ? "left" : "right"));
        }
        return shift;
    }

    /** How many columns to the right of its header the data of the first row stand. */
    int find(Row first) {
        Optional<Layout.AlignedRule> rule = layout.aligned();
        if (rule.isEmpty() || first.defect().isPresent()) {
            return 0;
        }
        int column = columnOf(rule.get());
        for (int shift : new int[] {0, -1, 1}) {
            if (rule.get().texts().contains(first.cell(column + shift).strip())) {
                return shift;
            }
        }
        return 0;
    }

    private int columnOf(Layout.AlignedRule rule) {
        List<String> headers = header.cells().stream().map(Headers::compared).toList();
        return headers.indexOf(Headers.compared(rule.column()));
    }
}
