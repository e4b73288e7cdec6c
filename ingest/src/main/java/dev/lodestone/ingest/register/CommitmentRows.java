package dev.lodestone.ingest.register;

import dev.lodestone.model.register.Commitment;
import dev.lodestone.model.register.Commitment.Applies;
import dev.lodestone.model.register.Commitment.Kind;
import dev.lodestone.model.register.CommodityEntry;
import dev.lodestone.model.register.Confidence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Reads a material's commitments. */
final class CommitmentRows {

    private static final String ANY_SUPPLIER = "ANY";
    private static final Set<Kind> SHARE_KINDS =
            EnumSet.of(Kind.SUPPLIER_SHARE_CEILING, Kind.EXTRACTION_FLOOR, Kind.PROCESSING_FLOOR, Kind.RECYCLING_FLOOR);
    /** Kinds that are judged by a day or not at all: a number would go unheard. */
    private static final Set<Kind> WITHOUT_NUMBER = EnumSet.of(Kind.PLEDGE, Kind.DEADLINE);
    private static final Set<Kind> IN_PARTS = EnumSet.of(Kind.MONEY, Kind.TONNES, Kind.STOCK);

    private static final Map<String, Applies> APPLIES = Map.of("each", Applies.EACH, "together", Applies.TOGETHER);
    private static final Map<String, String> COMPARATORS = SharedRegisters.words("<=", ">=", "=");
    private static final Map<String, String> BASES = SharedRegisters.words("value", "weight");
    private static final Map<String, String> DENOMINATORS = SharedRegisters.words("consumption", "imports", "demand");

    private final Vocabulary vocabulary;
    private final Set<String> stageIds;
    private final Set<String> codes;
    private final List<CommodityEntry> commodities;
    private final LocalDate latest;

    /** @param latest the last day on which a row can have been checked */
    CommitmentRows(Vocabulary vocabulary, Set<String> stageIds, Set<String> codes, List<CommodityEntry> commodities, LocalDate latest) {
        this.vocabulary = vocabulary;
        this.stageIds = stageIds;
        this.codes = codes;
        this.commodities = commodities;
        this.latest = latest;
    }

    List<Commitment> read(List<Row> rows) {
        Map<String, String> replaced = new HashMap<>();
        rows.forEach(row -> replaced.putIfAbsent(row.text("id"), row.text("supersedes")));
        List<Commitment> commitments = new ArrayList<>();
        Keys keys = new Keys();
        for (Row row : rows) {
            keys.check(row, "id", row.id("id"));
            read(row, replaced).ifPresent(commitments::add);
        }
        return commitments;
    }

    private Optional<Commitment> read(Row row, Map<String, String> replaced) {
        List<String> parties = vocabulary.parties(row, "parties");
        if (parties.isEmpty()) {
            row.required("parties");
        }
        Optional<Applies> applies = row.requiredWord("applies", APPLIES);
        Optional<Kind> kind = row.requiredWord("kind", kinds());
        String instrument = row.required("instrument");
        String summary = row.required("summary");
        Optional<LocalDate> adopted = row.date("adopted");
        List<String> stages = row.list("stages");
        stages.forEach(stage -> checkStage(row, stage));
        List<String> named = row.list("commodities");
        named.forEach(code -> checkCommodity(row, code, stages));
        boolean eachLine = row.yesNo("each_line");
        String supplier = supplier(row, kind, parties);
        Optional<String> comparator = row.word("comparator", COMPARATORS);
        OptionalDouble threshold = row.notNegative("threshold");
        String unit = row.text("unit");
        OptionalDouble baseline = row.notNegative("baseline");
        OptionalDouble delivered = row.notNegative("delivered");
        Map<String, OptionalDouble> amounts = new LinkedHashMap<>();
        amounts.put("threshold", threshold);
        amounts.put("baseline", baseline);
        amounts.put("delivered", delivered);
        checkThreshold(row, kind, unit, amounts);
        if (!row.text("delivered").isEmpty() && kind.isPresent() && !IN_PARTS.contains(kind.get())) {
            row.reject(RegisterIssue.BAD_WORD, "delivered", "a blank, since a " + kind.get().code() + " is not delivered in parts; money, tonnes and stock are");
        }
        Optional<String> basis = row.word("basis", BASES);
        Optional<String> denominator = row.word("denominator", DENOMINATORS);
        int baselineYear = row.wholeNumber("baseline_year", 1900, 2199, 0);
        if (baselineYear > 0 && baseline.isEmpty() && row.text("baseline").isEmpty()) {
            row.reject(RegisterIssue.INCOMPLETE, "baseline", "the level of " + baselineYear + ", since its year is given");
        }
        Optional<LocalDate> target = row.date("target_date");
        SharedRegisters.checkOrder(row, adopted, target, "target_date");
        if (target.isPresent() && baselineYear > target.get().getYear()) {
            row.reject(RegisterIssue.DATES_REVERSED, "baseline_year", "a year not after " + target.get().getYear());
        }
        Optional<LocalDate> done = row.date("done_date");
        SharedRegisters.checkOrder(row, adopted, done, "done_date");
        if (done.isPresent() && kind.filter(SHARE_KINDS::contains).isPresent()) {
            row.reject(RegisterIssue.BAD_WORD, "done_date", "a blank, since a " + kind.get().code() + " is judged by its share, not by a day");
        }
        boolean binding = row.yesNo("binding");
        String sourceTitle = row.required("source_title");
        String sourceUrl = row.url("source_url");
        LocalDate recorded = row.requiredDate("recorded", LocalDate.EPOCH);
        Optional<Confidence> confidence = row.confidence();
        String supersedes = row.text("supersedes");
        if (!supersedes.isEmpty() && (!replaced.containsKey(supersedes) || supersedes.equals(row.text("id")))) {
            row.reject(RegisterIssue.UNKNOWN_COMMITMENT, "supersedes", "the id of another commitment");
        } else if (leadsBack(row.text("id"), replaced)) {
            row.reject(RegisterIssue.UNKNOWN_COMMITMENT, "supersedes", "the id of an earlier commitment: this one leads back to the row's own");
        }
        if (!row.isSound()) {
            return Optional.empty();
        }
        if (recorded.isAfter(latest)) {
            row.warn(RegisterIssue.DAY_TO_COME, "recorded", "a day that has come, " + latest + " at the latest", "row kept");
        }
        return Optional.of(new Commitment(
                row.text("id"), parties, applies.orElseThrow(), kind.orElseThrow(), instrument, summary, adopted, stages, named, eachLine,
                supplier, comparator.orElse(""), threshold, unit, basis.orElse(""), denominator.orElse(""), baseline, baselineYear, target, done,
                delivered, row.text("outcome"), binding, row.text("testable_with"), row.text("missing"), sourceTitle, sourceUrl, recorded,
                confidence.orElseThrow(), supersedes, row.text("notes")));
    }

    /** Whether the commitments that one replaces come round to itself. */
    private static boolean leadsBack(String id, Map<String, String> replaced) {
        String earlier = replaced.getOrDefault(id, "");
        for (int steps = 0; steps < replaced.size() && !earlier.isEmpty(); steps++) {
            if (earlier.equals(id)) {
                return true;
            }
            earlier = replaced.getOrDefault(earlier, "");
        }
        return false;
    }

    private static Map<String, Kind> kinds() {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            kinds.put(kind.code(), kind);
        }
        return kinds;
    }

    private void checkStage(Row row, String stage) {
        if (!stageIds.contains(stage) && !stage.equals(MaterialRegisters.RECYCLING)) {
            row.reject(RegisterIssue.UNKNOWN_STAGE, "stages", stage, "a stage of stages.csv, or recycling; blank for any");
        }
    }

    /** A code that no stage of the commitment has would be judged nowhere. */
    private void checkCommodity(Row row, String code, List<String> stages) {
        if (!codes.contains(code)) {
            row.reject(RegisterIssue.UNKNOWN_COMMODITY, "commodities", code, "a code of commodities.csv");
            return;
        }
        List<String> stagesOfCode = commodities.stream().filter(c -> c.code().digits().equals(code)).map(CommodityEntry::stage).distinct().toList();
        if (!stages.isEmpty() && !stagesOfCode.isEmpty() && stagesOfCode.stream().noneMatch(stages::contains)) {
            row.reject(
                    RegisterIssue.UNKNOWN_COMMODITY, "commodities", code,
                    "a code of the stages in scope: this one is of " + String.join(", ", stagesOfCode));
        }
    }

    private String supplier(Row row, Optional<Kind> kind, List<String> parties) {
        String supplier = row.text("supplier");
        if (supplier.isEmpty()) {
            if (kind.equals(Optional.of(Kind.SUPPLIER_SHARE_CEILING))) {
                row.reject(RegisterIssue.INCOMPLETE, "supplier", "a code of economies.csv or ANY, since a supplier's share is meant");
            }
        } else if (parties.contains(supplier)) {
            row.reject(RegisterIssue.BAD_WORD, "supplier", "another economy than the party itself");
        } else if (!supplier.equals(ANY_SUPPLIER)) {
            vocabulary.economy(row, "supplier");
        }
        return supplier;
    }

    /** Comparator and threshold come together, with a unit; a share lies between 0 and 1 and has the unit 1. */
    private static void checkThreshold(Row row, Optional<Kind> kind, String unit, Map<String, OptionalDouble> amounts) {
        boolean hasThreshold = !row.text("threshold").isEmpty();
        if (hasThreshold && kind.filter(WITHOUT_NUMBER::contains).isPresent()) {
            row.reject(RegisterIssue.BAD_WORD, "threshold", "a blank, since a " + kind.get().code() + " has no number; another kind has");
        }
        if (row.text("comparator").isEmpty() && hasThreshold) {
            row.reject(RegisterIssue.HALF_THRESHOLD, "comparator", "a comparator, since a threshold is given");
        } else if (!row.text("comparator").isEmpty() && !hasThreshold) {
            row.reject(RegisterIssue.HALF_THRESHOLD, "threshold", "a threshold, since a comparator is given");
        }
        if (kind.filter(SHARE_KINDS::contains).isPresent() && hasThreshold && !row.text("comparator").isEmpty()) {
            boolean ceiling = kind.get() == Kind.SUPPLIER_SHARE_CEILING;
            if (!row.text("comparator").equals(ceiling ? "<=" : ">=")) {
                row.reject(
                        RegisterIssue.BAD_WORD, "comparator", ceiling ? "<=, since a ceiling is meant" : ">=, since a floor is meant");
            }
        }
        boolean share = unit.equals("1");
        if (hasThreshold && unit.isEmpty()) {
            row.reject(RegisterIssue.INCOMPLETE, "unit", "a unit, since a threshold is given");
        } else if (hasThreshold && !share && kind.filter(SHARE_KINDS::contains).isPresent()) {
            row.reject(RegisterIssue.BAD_WORD, "unit", "1, since this kind of commitment is a share");
        }
        if (share) {
            amounts.forEach((column, amount) -> {
                if (amount.orElse(0) > 1) {
                    row.reject(RegisterIssue.OUT_OF_RANGE, column, "a share from 0 to 1");
                }
            });
        }
    }
}
