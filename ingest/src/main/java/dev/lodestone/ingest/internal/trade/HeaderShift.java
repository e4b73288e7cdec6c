package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.IssueCode;
import dev.lodestone.ingest.internal.layout.Layout;
import dev.lodestone.ingest.internal.table.Row;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Whether the header stands over its data. Comtrade's CSV ends each row with a comma too many; tools that take the surplus for an
 * index write the file anew with every header one column beside its data. R's {@code write.table} writes names of rows that have no header.
 */
final class HeaderShift {

    private final Layout layout;
    private final Row header;

    HeaderShift(Layout layout, Row header) {
        this.layout = layout;
        this.header = header;
    }

    /**
     * How many columns to the right of its header the data of the first row stand; told when it is not 0.
     *
     * @param isSound whether the first row says something where its data stand so many columns to the right
     */
    int of(Row first, IntPredicate isSound, TableAccount account) {
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
        } else if (mayHaveRowNames(first) && isSound.test(1)) {
            shift = 1;
            account.issue(
                    IssueCode.SHIFTED_HEADER,
                    header.line(),
                    0,
                    header.cell(0).strip(),
                    "",
                    first.cell(0).strip(),
                    "a header over each of the " + first.size() + " cells of line " + first.line(),
                    "columns read one to the right; the first cell of each row is taken for its number");
        }
        return shift;
    }

    /** Whether the data of the first row may stand beside their header. */
    boolean mayBe(Row first) {
        return find(first) != 0 || mayHaveRowNames(first);
    }

    /** Cells of a row that the header promises, with the name of the row that stands before them. */
    int width(Row first, int shift) {
        return header.size() + (shift > 0 && hasCellBeyond(first) ? 1 : 0);
    }

    /** How many columns to the right of its header the data of the first row stand, by the cells that tell. */
    private int find(Row first) {
        Optional<Layout.AlignedRule> rule = layout.aligned();
        int column = rule.map(this::columnOf).orElse(-1);
        if (column < 0 || first.defect().isPresent()) {
            return 0;
        }
        for (int shift : new int[] {0, -1, 1}) {
            if (rule.get().texts().contains(first.cell(column + shift).strip())) {
                return shift;
            }
        }
        return 0;
    }

    /** Whether the row begins with a number that no header stands over. */
    private boolean mayHaveRowNames(Row first) {
        return first.defect().isEmpty()
                && first.hasFixedWidth()
                && layout.positions().isEmpty()
                && hasCellBeyond(first)
                && header.cells().stream().noneMatch(String::isBlank)
                && first.cell(0).strip().matches("\\d{1,9}");
    }

    private boolean hasCellBeyond(Row first) {
        return first.size() == header.size() + 1 && !first.cell(header.size()).isBlank();
    }

    private int columnOf(Layout.AlignedRule rule) {
        List<String> headers = header.cells().stream().map(Headers::compared).toList();
        return headers.indexOf(Headers.compared(rule.column()));
    }
}
