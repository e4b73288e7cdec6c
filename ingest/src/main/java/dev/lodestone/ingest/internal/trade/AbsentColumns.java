package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.IssueCode;
import dev.lodestone.ingest.internal.draft.Words;
import dev.lodestone.ingest.internal.layout.ColumnRule;
import dev.lodestone.ingest.internal.layout.ColumnRule.Presence;
import dev.lodestone.ingest.internal.layout.Field;
import dev.lodestone.ingest.internal.layout.Layout;
import dev.lodestone.ingest.internal.layout.LeaveOutRule;
import dev.lodestone.ingest.internal.layout.WideRule;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Tells which columns a layout would read and a table does not have, what is lost without them, and which of the table's unknown columns
 * may be meant. Publishers let users choose columns, so that a column which is not there is no defect by itself.
 */
final class AbsentColumns {

    /** Below this no unknown column is told to be one that is looked for. */
    private static final int ALIKE = 1;

    private static final int SAME_LETTERS = 100;

    private final HeaderPlan plan;
    private final Layout layout;
    private final TableAccount account;
    private final boolean weighs;
    private Optional<Set<String>> unknown = Optional.empty();

    private AbsentColumns(HeaderPlan plan, boolean weighs, TableAccount account) {
        this.weighs = weighs;
        this.plan = plan;
        this.layout = plan.layout();
        this.account = account;
    }

    /**
     * Tells of columns that the table does not have.
     *
     * @param weighs whether it has weights, or quantities that a unit makes weights
     */
    static void tell(HeaderPlan plan, boolean weighs, TableAccount account) {
        if (plan.layout().positions().isEmpty()) {
            new AbsentColumns(plan, weighs, account).tell();
        }
    }

    /** Tells of a table in which values and weights stand in rows of their own that it has no rows of weights. */
    static void tellNoWeights(WideRule rule, Set<String> otherMeasures, TableAccount account) {
        List<String> names = rule.measures().entrySet().stream()
                .filter(entry -> entry.getValue() == WideRule.Measure.NET_WEIGHT)
                .map(Map.Entry::getKey)
                .toList();
        Optional<String> nearest = otherMeasures.stream()
                .filter(text -> names.stream().anyMatch(name -> Likeness.isLike(name, text))
                        || Dictionary.WORDS.match("measure.net-weight", text) >= Words.CONTAINS
                        || Dictionary.WORDS.match("role.quantity", text) >= Words.CONTAINS)
                .findFirst();
        if (nearest.isPresent()) {
            account.issue(
                    IssueCode.COLUMN_PERHAPS_RENAMED,
                    nearest.get(),
                    "the measure " + quoted(names) + ", if these rows hold net weights",
                    "rows not read; net weights are missing");
        } else {
            account.issue(
                    IssueCode.COLUMN_NOT_THERE,
                    "",
                    "rows of the measure " + quoted(names) + ", where the file was saved with them",
                    "net weights are missing, unless another file of the run has them");
        }
    }

    /** Tells of a table in which values and weights stand in rows of their own that it has no rows of values. */
    static void tellNoValues(WideRule rule, TableAccount account) {
        List<String> names = rule.measures().entrySet().stream()
                .filter(entry -> entry.getValue() == WideRule.Measure.VALUE)
                .map(Map.Entry::getKey)
                .toList();
        account.issue(
                IssueCode.COLUMN_NOT_THERE,
                "",
                "rows of the measure " + quoted(names) + ", where the file was saved with them",
                "values are missing, unless another file of the run has them");
    }

    private void tell() {
        layout.columns().forEach(this::tell);
        for (LeaveOutRule rule : layout.leaveOut()) {
            tellIfRenamed(rule.columns(), "tells which rows to leave out (" + rule.reason() + ")", "not read; such rows are read as all others");
        }
        layout.parts().forEach(part ->
                tellIfRenamed(List.of(part), "tells parts of one flow apart", "not read; such parts are taken for rows that contradict each other"));
        layout.valuation().sameAs().values().forEach(headers ->
                tellIfRenamed(headers, "tells the border of values", "not read; the border is taken from the flow"));
    }

    private void tell(Field field, ColumnRule rule) {
        if (rule.headers().isEmpty() || plan.hasAny(rule.headers()) || field == Field.NOTE) {
            return;
        }
        Loss loss = Loss.of(field, rule);
        if (!tellIfRenamed(rule.headers(), "holds " + loss.what(), "not read; " + loss.without(), role(field))
                && rule.optional() != Presence.SILENTLY
                && !rule.saysOtherwise()
                && account.rowsKept() > 0
                && isMissed(field)) {
            account.issue(
                    IssueCode.COLUMN_NOT_THERE,
                    "",
                    "a column " + quoted(rule.headers()) + " of " + loss.what() + ", where the file was saved with it",
                    loss.without());
        }
    }

    /** Whether the field says something of the table's other columns, or of all rows. */
    private boolean isMissed(Field field) {
        return switch (field) {
            case UNIT -> weighs && !(layout.weights().isEmpty() && layout.wide().filter(wide -> !wide.weights().isEmpty()).isEmpty());
            case NET_WEIGHT_ESTIMATED, NET_WEIGHT_STATUS -> weighs;
            case PERIOD -> plan.column(Field.YEAR) < 0;
            case YEAR, MONTH -> plan.column(Field.PERIOD) < 0;
            default -> true;
        };
    }

    private boolean tellIfRenamed(List<String> headers, String saying, String action) {
        return tellIfRenamed(headers, saying, action, List.of());
    }

    /** Tells that an unknown column may be the one looked for, if one may. */
    private boolean tellIfRenamed(List<String> headers, String saying, String action, List<String> role) {
        if (plan.hasAny(headers)) {
            return false;
        }
        Optional<String> nearest = unknown().stream()
                .filter(text -> likeness(headers, text, role) >= ALIKE)
                .max(Comparator.comparingInt(text -> likeness(headers, text, role)));
        nearest.ifPresent(text -> {
            unknown().remove(text);
            account.issue(
                    IssueCode.COLUMN_PERHAPS_RENAMED, 0, 0, text, "", "", "the name " + quoted(headers) + ", if it " + saying, action);
        });
        return nearest.isPresent();
    }

    /** Unknown columns that are not told yet; asked for where a column is not there, which most tables have all of. */
    private Set<String> unknown() {
        if (unknown.isEmpty()) {
            unknown = Optional.of(new TreeSet<>(plan.unknown()));
        }
        return unknown.get();
    }

    /** How much the column is like the one looked for; lists of words further behind count less. */
    private static int likeness(List<String> headers, String text, List<String> role) {
        if (headers.stream().anyMatch(header -> Likeness.isLike(header, text))) {
            return SAME_LETTERS;
        }
        int best = 0;
        for (int i = 0; i < role.size(); i++) {
            int match = Dictionary.WORDS.match(role.get(i), text);
            best = Math.max(best, match >= Words.CONTAINS ? 10 * (role.size() - i) + match : 0);
        }
        return best;
    }

    /** Lists of words that such columns are called by. */
    private static List<String> role(Field field) {
        return switch (field) {
            case NET_WEIGHT -> List.of("role.weight", "role.quantity");
            case UNIT -> List.of("role.unit");
            case CURRENCY -> List.of("role.currency");
            case MONTH -> List.of("role.month");
            default -> List.of();
        };
    }

    private static String quoted(Collection<String> texts) {
        return texts.stream().map(text -> "'" + text + "'").collect(Collectors.joining(" or "));
    }

    /** What columns are called, loaded where it is needed. */
    private static final class Dictionary {

        static final Words WORDS = Words.packed();

        private Dictionary() {}
    }

    /**
     * What a column says, and how a table without it is read.
     *
     * @param what what it says
     * @param without what is lost
     */
    private record Loss(String what, String without) {

        static Loss of(Field field, ColumnRule rule) {
            return switch (field) {
                case NET_WEIGHT -> new Loss("net weights", "net weights are missing");
                case UNIT -> new Loss("the units of quantities", "quantities are taken for no weights");
                case NET_WEIGHT_ESTIMATED -> new Loss("which net weights are estimated", "net weights are taken as reported");
                case VALUE_ESTIMATED -> new Loss("which values are estimated", "values are taken as reported");
                case STATUS, NET_WEIGHT_STATUS -> new Loss(
                        "which amounts are withheld or estimated", "amounts are taken as reported, and as missing where none stands");
                case CLASSIFICATION -> new Loss("the classification of codes", "codes are read without their edition");
                case MONTH -> new Loss("months", "periods are read as whole years");
                default -> new Loss(
                        "the " + field.word().replace('-', ' '),
                        rule.constant().map(text -> "taken as " + text + " throughout").orElse("nothing says it"));
            };
        }
    }
}
