package dev.lodestone.ingest.register;

import dev.lodestone.model.register.CodeChange;
import dev.lodestone.model.register.Confidence;
import dev.lodestone.model.register.EconomyEntry;
import dev.lodestone.model.register.ExchangeRate;
import dev.lodestone.model.register.GroupMembership;
import dev.lodestone.model.register.SeriesBreak;
import dev.lodestone.model.trade.CommodityCode;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.ReferencePeriod;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/** What all materials share: economies, groups, exchange rates, breaks of publishers' series and changes of nomenclatures. */
record SharedRegisters(
        Map<Economy, EconomyEntry> economies,
        List<GroupMembership> groups,
        List<ExchangeRate> rates,
        List<SeriesBreak> breaks,
        List<CodeChange> codeChanges,
        Vocabulary vocabulary) {

    /** Kinds of economies that groups.csv may hold members of. */
    private static final Set<String> GROUP_KINDS = Set.of("bloc", "group");

    private static final Map<String, String> KINDS = words("economy", "world", "unnamed", "bloc", "group");
    private static final Pattern ALPHA2 = Pattern.compile("[A-Z]{2}");
    private static final Pattern DIGITS = Pattern.compile("\\d{1,4}");
    private static final Pattern NOMENCLATURE = Pattern.compile("[A-Z]{2,5}(-[A-Z]{3})?");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    static SharedRegisters read(Tables tables) {
        Set<String> known = new HashSet<>();
        Map<Economy, EconomyEntry> economies = readEconomies(tables.rows(RegisterTable.ECONOMIES), known);
        Set<String> groupCodes = new HashSet<>();
        tables.rows(RegisterTable.GROUPS).forEach(row -> groupCodes.add(row.text("group")));
        Vocabulary vocabulary = new Vocabulary(known, groupCodes);
        Map<String, String> single = new HashMap<>();
        tables.rows(RegisterTable.ECONOMIES).stream()
                .filter(row -> !GROUP_KINDS.contains(row.text("kind")))
                .forEach(row -> single.put(row.text("iso3"), row.text("name")));
        return new SharedRegisters(
                economies,
                readGroups(tables.rows(RegisterTable.GROUPS), vocabulary, single),
                readRates(tables.rows(RegisterTable.EXCHANGE_RATES)),
                readBreaks(tables.rows(RegisterTable.BREAKS)),
                readCodeChanges(tables.rows(RegisterTable.CODE_CHANGES)),
                vocabulary);
    }

    private static Map<Economy, EconomyEntry> readEconomies(List<Row> rows, Set<String> known) {
        Map<Economy, EconomyEntry> economies = new LinkedHashMap<>();
        Map<String, Map<String, Long>> claims = new HashMap<>();
        Map<String, Long> spellings = new HashMap<>();
        for (Row row : rows) {
            Optional<Economy> economy = row.economyCode("iso3");
            economy.ifPresent(e -> known.add(e.code()));
            String name = row.required("name");
            String nameInText = row.required("name_in_text");
            row.requiredWord("kind", KINDS);
            matching(row, "iso2", ALPHA2, "two capital letters");
            matching(row, "m49", DIGITS, "digits");
            codes(row, "comtrade", DIGITS, "digits", claims);
            codes(row, "census", DIGITS, "digits", claims);
            row.list("eurostat").forEach(code -> claim(row, "eurostat", code, claims.computeIfAbsent("eurostat", c -> new HashMap<>())));
            checkOrder(row, row.date("from"), row.date("until"), "until");
            economy.ifPresent(e -> claim(row, "iso3", e.code(), spellings));
            if (!name.isEmpty()) {
                claim(row, "name", name, spellings);
            }
            row.list("aliases").forEach(alias -> claim(row, "aliases", alias, spellings));
            if (row.isSound()) {
                Economy code = economy.orElseThrow();
                economies.put(code, new EconomyEntry(code, name, nameInText, row.text("adjective"), !row.text("kind").equals("group")));
            }
        }
        return economies;
    }

    private static void matching(Row row, String column, Pattern pattern, String expected) {
        String text = row.text(column);
        if (!text.isEmpty() && !pattern.matcher(text).matches()) {
            row.reject(RegisterIssue.BAD_CODE, column, expected);
        }
    }

    private static void codes(Row row, String column, Pattern pattern, String expected, Map<String, Map<String, Long>> claims) {
        for (String code : row.list(column)) {
            if (pattern.matcher(code).matches()) {
                claim(row, column, code, claims.computeIfAbsent(column, c -> new HashMap<>()));
            } else {
                row.reject(RegisterIssue.BAD_CODE, column, code, expected + ", several separated by |");
            }
        }
    }

    /** A code or spelling leads to one economy only: two claims would make a file's partner a matter of luck. */
    private static void claim(Row row, String column, String text, Map<String, Long> claims) {
        Long earlier = claims.putIfAbsent(text.toLowerCase(Locale.ROOT), row.line());
        if (earlier != null && earlier != row.line()) {
            row.reject(RegisterIssue.DUPLICATE, column, text, "a code or spelling that no other row has; line " + earlier + " has it");
        }
    }

    /** @param single names of the economies that are no groups, by their codes: a group of the same code would be briefed under their name */
    private static List<GroupMembership> readGroups(List<Row> rows, Vocabulary vocabulary, Map<String, String> single) {
        List<GroupMembership> groups = new ArrayList<>();
        Map<GroupMembership, Long> lines = new HashMap<>();
        for (Row row : rows) {
            String group = row.id("group");
            String groupName = row.required("group_name");
            Optional<Economy> member = vocabulary.economy(row, "member");
            Optional<LocalDate> from = row.date("from");
            Optional<LocalDate> until = row.date("until");
            checkOrder(row, from, until, "until");
            String source = row.required("source");
            if (single.containsKey(group)) {
                row.reject(RegisterIssue.DUPLICATE, "group", "a code that no economy has; economies.csv has it for " + single.get(group));
            }
            if (!row.isSound()) {
                continue;
            }
            GroupMembership membership = new GroupMembership(
                    group, groupName, member.orElseThrow(), from.orElse(LocalDate.MIN), until.orElse(LocalDate.MAX), source);
            Optional<GroupMembership> other = groups.stream().filter(g -> overlap(g, membership)).findFirst();
            if (other.isPresent()) {
                row.reject(RegisterIssue.OVERLAP, "member", "memberships that do not overlap; line " + lines.get(other.get()) + " covers part of these days");
            } else {
                groups.stream().filter(g -> g.group().equals(group) && !g.groupName().equals(groupName)).findFirst().ifPresent(first -> row.warn(
                        RegisterIssue.TWO_NAMES, "group_name", "'" + first.groupName() + "', as on line " + lines.get(first), "membership kept, under that name"));
                groups.add(membership);
                lines.put(membership, row.line());
            }
        }
        return groups;
    }

    private static boolean overlap(GroupMembership a, GroupMembership b) {
        return a.group().equals(b.group()) && a.member().equals(b.member()) && !a.from().isAfter(b.until()) && !b.from().isAfter(a.until());
    }

    private static List<ExchangeRate> readRates(List<Row> rows) {
        List<ExchangeRate> rates = new ArrayList<>();
        Keys keys = new Keys();
        for (Row row : rows) {
            String currency = currency(row, "currency");
            String per = currency(row, "per");
            String periodText = row.required("period");
            Optional<ReferencePeriod> period = ReferencePeriod.parse(periodText);
            if (period.isEmpty() && !periodText.isEmpty()) {
                row.reject(RegisterIssue.BAD_PERIOD, "period", "a period such as 2024, 2024-03 or 2024-01/2024-04");
            }
            row.required("rate");
            OptionalDouble rate = row.number("rate");
            if (rate.isPresent() && rate.getAsDouble() <= 0) {
                row.reject(RegisterIssue.OUT_OF_RANGE, "rate", "a number above zero");
            }
            String source = row.required("source");
            keys.check(row, "period", currency, per, periodText);
            if (row.isSound()) {
                rates.add(new ExchangeRate(currency, per, period.orElseThrow(), rate.orElseThrow(), source));
            }
        }
        return rates;
    }

    private static List<SeriesBreak> readBreaks(List<Row> rows) {
        List<SeriesBreak> breaks = new ArrayList<>();
        Keys keys = new Keys();
        for (Row row : rows) {
            String publisher = row.required("publisher");
            String before = row.required("from_classification");
            String after = row.required("to_classification");
            String note = row.required("note");
            String source = row.required("source");
            keys.check(row, "to_classification", publisher, before, after);
            if (row.isSound()) {
                breaks.add(new SeriesBreak(publisher, before, after, note, source));
            }
        }
        return breaks;
    }

    private static List<CodeChange> readCodeChanges(List<Row> rows) {
        List<CodeChange> changes = new ArrayList<>();
        Keys keys = new Keys();
        for (Row row : rows) {
            String nomenclature = row.required("nomenclature");
            if (!nomenclature.isEmpty()) {
                matching(row, "nomenclature", NOMENCLATURE, "capital letters such as HS, CN or HTS");
            }
            row.required("year");
            int year = row.wholeNumber("year", 1900, 2199, 0);
            Set<String> before = commodityCodes(row, "before");
            row.required("after");
            Set<String> after = commodityCodes(row, "after");
            boolean complete = row.yesNo("complete");
            if (complete && row.text("before").isEmpty()) {
                row.reject(RegisterIssue.INCOMPLETE, "before", "the codes before, of a change that is complete");
            }
            String note = row.required("note");
            String source = row.required("source");
            Optional<Confidence> confidence = row.confidence();
            keys.check(row, "after", nomenclature, row.text("year"), row.text("before"), row.text("after"));
            if (row.isSound()) {
                changes.add(new CodeChange(nomenclature, year, before, after, complete, note, source, confidence.orElseThrow()));
            }
        }
        return changes;
    }

    private static Set<String> commodityCodes(Row row, String column) {
        String text = row.text(column);
        Set<String> codes = new LinkedHashSet<>(text.isEmpty() ? List.of() : List.of(text.split(" +")));
        if (!codes.stream().allMatch(code -> code.chars().allMatch(Character::isDigit) && CommodityCode.parse(code).isPresent())) {
            row.reject(RegisterIssue.BAD_CODE, column, "codes of 2 to 12 digits separated by blanks");
        }
        return codes;
    }

    private static String currency(Row row, String column) {
        String text = row.required(column);
        if (!text.isEmpty()) {
            matching(row, column, CURRENCY, "a currency code of three capital letters such as EUR");
        }
        return text;
    }

    static void checkOrder(Row row, Optional<LocalDate> first, Optional<LocalDate> last, String column) {
        if (first.isPresent() && last.isPresent() && last.get().isBefore(first.get())) {
            row.reject(RegisterIssue.DATES_REVERSED, column, "a day not before " + first.get());
        }
    }

    static Map<String, String> words(String... words) {
        Map<String, String> map = new LinkedHashMap<>();
        for (String word : words) {
            map.put(word, word);
        }
        return map;
    }
}
