package dev.lodestone.ingest.internal.draft;

import dev.lodestone.ingest.internal.economy.EconomyCodes;
import dev.lodestone.ingest.internal.table.Row;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which column of a table says what. Each column has one role. */
final class Roles {

    /** What a column may say. */
    enum Role {
        COMMODITY, PERIOD, YEAR, MONTH, IMPORTER, EXPORTER, REPORTER, PARTNER, FLOW, MEASURE, UNIT, CURRENCY, STATUS, DESCRIPTION, WEIGHT,
        QUANTITY, VALUE;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * A column in its role.
     *
     * @param column the column
     * @param byHeader how well its header says so
     * @param byCells how well its cells say so, 0 to 1
     */
    record Placed(ColumnProfile column, int byHeader, double byCells) {}

    /**
     * Columns with a period in their header.
     *
     * @param pattern header pattern, with its groups
     * @param columns the columns
     * @param words what the headers say beside the period
     * @param fiscal whether the headers name two years
     */
    record Family(String pattern, List<ColumnProfile> columns, String words, boolean fiscal) {}

    private static final Pattern CODE = Pattern.compile("[\"']?([A-Z]{1,4}[-_ ]?(?=\\d{4}))?\\d{2,4}([. ]?\\d{2}){0,4}([. ]?\\d{1,2})?\\b.*");
    private static final Pattern MONTH_FIRST = Pattern.compile("^(.*?)(\\p{L}{3,10})[. -]*((?:19|20)\\d{2})(?!\\d)(.*)$");
    private static final Pattern YEAR_FIRST_MONTH = Pattern.compile("^(.*?)(?<!\\d)((?:19|20)\\d{2})(?:[-/.M]|-M)(0[1-9]|1[0-2])(?!\\d)(.*)$");
    private static final Pattern YEAR_FIRST_QUARTER = Pattern.compile("^(.*?)(?<!\\d)((?:19|20)\\d{2})[- ]?Q([1-4])(?!\\d)(.*)$");
    private static final Pattern TWO_YEARS = Pattern.compile("^(.*?)(?<!\\d)((?:19|20)\\d{2}) ?[-/–] ?(\\d{4}|\\d{2})(?!\\d)(.*)$");
    private static final Pattern ONE_YEAR = Pattern.compile("^(.*?)(?<!\\d)((?:19|20)\\d{2})(?!\\d)(.*)$");

    private final Map<Role, Placed> placed = new EnumMap<>(Role.class);
    private final List<Placed> values = new ArrayList<>();
    private final List<Family> families = new ArrayList<>();
    private final List<ColumnProfile> free = new ArrayList<>();
    private final Set<ColumnProfile> confirmed = new HashSet<>();

    private Roles() {}

    /** Whether anything but a country or a date was found: a table of something else has those too. */
    boolean areOfTrade() {
        return placed.containsKey(Role.COMMODITY) || !families.isEmpty() || !values.isEmpty();
    }

    Optional<Placed> find(Role role) {
        return Optional.ofNullable(placed.get(role));
    }

    /** Columns that look like values, the likeliest first. */
    List<Placed> values() {
        return values;
    }

    /** Columns with a period in their header, by what else their headers say. */
    List<Family> families() {
        return families;
    }

    /** Columns without a role. */
    List<ColumnProfile> free() {
        return free;
    }

    static Roles of(TableShape shape, Words words, EconomyCodes economies) {
        Roles roles = new Roles();
        Set<ColumnProfile> left = new java.util.LinkedHashSet<>(shape.columns());
        left.removeIf(column -> column.isNameless() && column.isEmpty());
        roles.placeFamilies(left, words);
        boolean wide = !roles.families.isEmpty();
        for (Role role : Role.values()) {
            if (role == Role.VALUE) {
                continue;
            }
            if (wide && (role == Role.PERIOD || role == Role.WEIGHT || role == Role.QUANTITY)) {
                continue;
            }
            best(role, left, words, economies).ifPresent(found -> {
                roles.placed.put(role, found);
                left.remove(found.column());
            });
        }
        roles.settleNumbersOfEconomies(left, shape.data(), economies, words);
        roles.settleCountries(left, shape.data(), economies, words);
        roles.settleOriginAndDestination(left, words, economies);
        roles.settleNumbersOfEconomies(left, shape.data(), economies, words);
        roles.settleBareQuantity(words);
        if (!wide) {
            left.stream()
                    .filter(column -> column.isNumeric() && !isWeightAlone(column, words))
                    .map(column -> new Placed(column, words.match("role.value", column.header()), money(column, words) ? 1 : 0.5))
                    .filter(each -> each.byHeader() > 0 || each.byCells() == 1)
                    .sorted(java.util.Comparator.comparingDouble((Placed each) -> -each.byHeader() - each.byCells()))
                    .forEach(roles.values::add);
            roles.values.forEach(each -> left.remove(each.column()));
            roles.settleFlows(left, words);
        }
        roles.free.addAll(left);
        return roles;
    }

    private static boolean money(ColumnProfile column, Words words) {
        return !words.membersIn("currency", column.header()).isEmpty() || words.match("dollars", column.header()) >= Words.CONTAINS;
    }

    /** Whether the header names a weight and no value: {@code Einfuhr: Gewicht} does, though a column that is called imports is mostly one of values. */
    private static boolean isWeightAlone(ColumnProfile column, Words words) {
        return words.match("role.weight", column.header()) >= Words.CONTAINS
                && !money(column, words)
                && words.match("role.value", FlowWords.without(column.header())) == 0;
    }

    private static Optional<Placed> best(Role role, Set<ColumnProfile> left, Words words, EconomyCodes economies) {
        Placed best = null;
        double most = 0;
        for (ColumnProfile column : left) {
            int header = Math.max(words.match("role." + role.word(), column.header()), role == Role.PERIOD ? asWholePeriods(column, words) : 0);
            double cells = header == 0 && role != Role.FLOW && role != Role.COMMODITY && !(role == Role.YEAR && column.isNameless()) ? 0 : cells(role, column, words, economies);
            boolean enough = switch (role) {
                case FLOW -> cells >= 0.9 && (header > 0 || column.all().stream().noneMatch(text -> text.length() < 2));
                case COMMODITY -> cells >= 0.8 && (header >= Words.HAS_PART || column.all().stream().allMatch(text -> text.length() >= 6) && cells == 1 && !column.isTyped() && PeriodGuess.of(column).share() < 1);
                case YEAR -> cells >= 0.9 && (header >= Words.CONTAINS || column.isNameless() && cells == 1);
                case PERIOD, MONTH -> header >= Words.CONTAINS && cells >= 0.9;
                case REPORTER, PARTNER, IMPORTER, EXPORTER -> header >= Words.CONTAINS && (cells >= 0.5 || header == Words.EXACT && cells > 0.2);
                case MEASURE -> header > 0 && cells >= 0.3;
                case UNIT, CURRENCY -> header > 0 && cells >= 0.3;
                case WEIGHT -> header > 0 && column.isNumeric() && !money(column, words);
                case QUANTITY -> header >= Words.CONTAINS && column.isNumeric() && !money(column, words);
                case STATUS -> header >= Words.CONTAINS && !column.isNumeric();
                case DESCRIPTION -> header >= Words.CONTAINS && !column.isNumeric() && EconomyGuess.of(column, economies, words).share() < 0.5;
                case VALUE -> false;
            };
            double score = header * 2 + cells * 3;
            if (enough && score > most) {
                most = score;
                best = new Placed(column, header, cells);
            }
        }
        return Optional.ofNullable(best);
    }

    /** How far a header such as Month or Year is one of periods: where neither years nor numbers of months stand below it. */
    private static int asWholePeriods(ColumnProfile column, Words words) {
        boolean isPart = column.share(text -> text.matches("(19|20)\\d{2}|\\d{1,2}") || text.matches("\\p{L}+\\.?")) > 0;
        return isPart ? 0 : Math.max(words.match("role.month", column.header()), words.match("role.year", column.header()));
    }

    private static double cells(Role role, ColumnProfile column, Words words, EconomyCodes economies) {
        return switch (role) {
            case COMMODITY -> column.share(text -> CODE.matcher(BracketedCode.of(text).orElse(text)).matches());
            case PERIOD -> PeriodGuess.of(column).share();
            case YEAR -> column.share(text -> text.matches("(19|20)\\d{2}"));
            case MONTH -> column.share(text -> text.matches("0?[1-9]|1[0-2]") || dev.lodestone.ingest.internal.layout.PeriodForm.month(text) > 0);
            case REPORTER -> reporters(column, words, economies);
            case PARTNER, IMPORTER, EXPORTER -> EconomyGuess.of(column, economies, words).share();
            case FLOW -> column.share(text -> words.memberOf("flow", BracketedCode.name(text)).isPresent() || text.matches("[12]"));
            case MEASURE -> column.share(text -> words.memberOf("weight", text).isEmpty() && words.memberOf("currency", text).isEmpty() && MeasureTexts.of(text, words).isPresent());
            case UNIT -> column.share(text -> words.memberOf("weight", text).isPresent());
            case CURRENCY -> column.share(text -> words.memberOf("currency", text).isPresent() || text.matches("[A-Z]{3}"));
            default -> column.isEmpty() ? 0 : 0.5;
        };
    }

    /** Nobody reports for the world: a column of nothing but totals is one of something else. */
    private static double reporters(ColumnProfile column, Words words, EconomyCodes economies) {
        EconomyGuess guess = EconomyGuess.of(column, economies, words);
        return column.all().stream().anyMatch(text -> guess.read(text, economies).filter(economy -> !economy.isWorld()).isPresent()) ? guess.share() : 0;
    }

    /** A second column of economies is the reporter, whatever its header; a lone reporter whose header means any country is the partner. */
    private void settleCountries(Set<ColumnProfile> left, List<Row> rows, EconomyCodes economies, Words words) {
        if (placed.containsKey(Role.IMPORTER) && placed.containsKey(Role.EXPORTER)) {
            return;
        }
        boolean paired = placed.containsKey(Role.REPORTER) && placed.containsKey(Role.PARTNER);
        for (Role missing : paired ? List.<Role>of() : List.of(Role.PARTNER, Role.REPORTER)) {
            if (!placed.containsKey(missing)) {
                left.stream()
                        .filter(column -> !column.isNumeric() || words.match("role.partner", column.header()) > 0)
                        .filter(column -> words.match("role.partner", column.header()) + words.match("role.reporter", column.header()) > 0
                                || !column.isNumeric())
                        .map(column -> new Placed(column, 0, missing == Role.REPORTER ? reporters(column, words, economies) : EconomyGuess.of(column, economies, words).share()))
                        .filter(each -> each.byCells() >= 0.8 && !repeatsAnother(each.column(), rows, economies, words))
                        .max(java.util.Comparator.comparingDouble(Placed::byCells))
                        .ifPresent(found -> {
                            placed.put(missing, found);
                            left.remove(found.column());
                        });
            }
        }
    }

    /** Where goods come from and where they go to stand in each row: who reports is the one or the other, by the flow of the row. */
    private void settleOriginAndDestination(Set<ColumnProfile> left, Words words, EconomyCodes economies) {
        if (find(Role.REPORTER).filter(each -> each.byHeader() > 0 && !isEnd(each.column(), words)).isPresent()) {
            return;
        }
        Optional<Placed> origin = end("origin", left, words, economies);
        Optional<Placed> destination = end("destination", left, words, economies);
        if (origin.isPresent() && destination.isPresent()) {
            Stream.of(Role.REPORTER, Role.PARTNER).flatMap(role -> Optional.ofNullable(placed.remove(role)).stream()).map(Placed::column).forEach(left::add);
            placed.put(Role.EXPORTER, origin.get());
            placed.put(Role.IMPORTER, destination.get());
            left.remove(origin.get().column());
            left.remove(destination.get().column());
        }
    }

    private static boolean isEnd(ColumnProfile column, Words words) {
        return words.match("origin", column.header()) >= Words.CONTAINS || words.match("destination", column.header()) >= Words.CONTAINS;
    }

    private Optional<Placed> end(String which, Set<ColumnProfile> left, Words words, EconomyCodes economies) {
        return Stream.concat(Stream.of(Role.REPORTER, Role.PARTNER).flatMap(role -> find(role).stream()).map(Placed::column), left.stream())
                .filter(column -> words.match(which, column.header()) >= Words.CONTAINS)
                .map(column -> new Placed(column, words.match(which, column.header()), EconomyGuess.of(column, economies, words).share()))
                .filter(each -> each.byCells() >= 0.5)
                .max(java.util.Comparator.comparingDouble(Placed::byCells));
    }

    /** Numbers that are no economies of a scheme, or other ones than the names beside them, are those of another: then the names are read. */
    private void settleNumbersOfEconomies(Set<ColumnProfile> left, List<Row> rows, EconomyCodes economies, Words words) {
        for (Role role : List.of(Role.REPORTER, Role.PARTNER, Role.IMPORTER, Role.EXPORTER)) {
            Placed numbers = placed.get(role);
            if (numbers == null || !EconomyGuess.of(numbers.column(), economies, words).isOfNumbers()) {
                continue;
            }
            EconomyGuess guess = EconomyGuess.of(numbers.column(), economies, words);
            left.stream().filter(column -> isNameOf(column, numbers.column(), rows, economies, words)).findFirst().ifPresent(names -> {
                EconomyGuess named = EconomyGuess.of(names, economies, words);
                boolean agree = rows.stream().allMatch(row -> named.read(row.cell(names.place()).strip(), economies)
                        .map(one -> guess.read(row.cell(numbers.column().place()).strip(), economies).filter(one::equals).isPresent())
                        .orElse(true));
                if (!agree) {
                    placed.put(role, new Placed(names, words.match("role." + role.word(), names.header()), named.share()));
                    left.remove(names);
                    left.add(numbers.column());
                } else {
                    confirmed.add(numbers.column());
                }
            });
        }
    }

    /** Whether a column holds names, one for each number of the other. */
    private static boolean isNameOf(ColumnProfile column, ColumnProfile numbers, List<Row> rows, EconomyCodes economies, Words words) {
        EconomyGuess guess = EconomyGuess.of(column, economies, words);
        if (column.isNumeric() || guess.isOfNumbers() || guess.share() < 0.5) {
            return false;
        }
        Map<String, String> names = new java.util.HashMap<>();
        Map<String, String> codes = new java.util.HashMap<>();
        return rows.stream().allMatch(row -> {
            String name = row.cell(column.place()).strip();
            String code = row.cell(numbers.place()).strip();
            return name.equals(names.computeIfAbsent(code, key -> name)) && code.equals(codes.computeIfAbsent(name, key -> code));
        });
    }

    /** Whether numbers of economies say what names beside them say. */
    boolean isConfirmed(ColumnProfile numbers) {
        return confirmed.contains(numbers);
    }

    /** Whether a column tells in each row the economy of the one that is placed already, as names beside codes do. */
    private boolean repeatsAnother(ColumnProfile column, List<Row> rows, EconomyCodes economies, Words words) {
        EconomyGuess guess = EconomyGuess.of(column, economies, words);
        return Stream.of(Role.PARTNER, Role.REPORTER).flatMap(role -> find(role).stream()).map(Placed::column).anyMatch(other -> {
            EconomyGuess otherGuess = EconomyGuess.of(other, economies, words);
            List<Boolean> same = rows.stream()
                    .flatMap(row -> guess.read(row.cell(column.place()).strip(), economies)
                            .flatMap(one -> otherGuess.read(row.cell(other.place()).strip(), economies).map(one::equals))
                            .stream())
                    .toList();
            return !same.isEmpty() && !same.contains(false);
        });
    }

    /** Whether two columns hold economies and neither header says which of them reports. */
    boolean areUndecided() {
        return find(Role.REPORTER).filter(each -> each.byHeader() == 0).isPresent() && find(Role.PARTNER).filter(each -> each.byHeader() == 0).isPresent();
    }

    /** A quantity whose header names a unit of weight is a weight. */
    private void settleBareQuantity(Words words) {
        Placed quantity = placed.get(Role.QUANTITY);
        if (quantity != null && !placed.containsKey(Role.WEIGHT) && !words.membersIn("weight", quantity.column().header()).isEmpty()) {
            placed.put(Role.WEIGHT, placed.remove(Role.QUANTITY));
        }
    }

    /** Of flows side by side imports are read, which measures are about; and a weight beside the value of another flow is none of it. */
    private void settleFlows(Set<ColumnProfile> left, Words words) {
        if (values.stream().anyMatch(each -> areOfTwoFlows(values.get(0).column(), each.column()))) {
            values.sort(java.util.Comparator.comparing(each -> !FlowWords.in(each.column().header()).equals(List.of("M"))));
        }
        for (Role role : List.of(Role.WEIGHT, Role.QUANTITY)) {
            Placed weight = placed.get(role);
            if (weight != null && !values.isEmpty() && areOfTwoFlows(values.get(0).column(), weight.column())) {
                placed.remove(role);
                best(role, without(left, values.get(0).column()), words, null).ifPresent(found -> {
                    placed.put(role, found);
                    left.remove(found.column());
                });
                left.add(weight.column());
            }
        }
        settleBareQuantity(words);
    }

    private static Set<ColumnProfile> without(Set<ColumnProfile> columns, ColumnProfile value) {
        return columns.stream().filter(each -> !areOfTwoFlows(value, each)).collect(java.util.stream.Collectors.toCollection(java.util.LinkedHashSet::new));
    }

    /** Whether the headers of both speak of a flow, and of different ones. */
    static boolean areOfTwoFlows(ColumnProfile one, ColumnProfile other) {
        List<String> first = FlowWords.in(one.header());
        List<String> second = FlowWords.in(other.header());
        return first.size() == 1 && second.size() == 1 && !first.equals(second);
    }

    private void placeFamilies(Set<ColumnProfile> left, Words words) {
        Map<String, List<ColumnProfile>> byPattern = new java.util.LinkedHashMap<>();
        Map<String, String> said = new java.util.HashMap<>();
        Set<String> fiscal = new HashSet<>();
        for (ColumnProfile column : left) {
            if (!column.isNumeric() && !column.isEmpty()) {
                continue;
            }
            Matcher two = TWO_YEARS.matcher(column.header());
            Matcher named = MONTH_FIRST.matcher(column.header());
            Matcher numbered = YEAR_FIRST_MONTH.matcher(column.header());
            Matcher quarter = YEAR_FIRST_QUARTER.matcher(column.header());
            Matcher one = ONE_YEAR.matcher(column.header());
            String pattern = "";
            String beside = "";
            if (numbered.matches()) {
                pattern = literal(numbered.group(1)) + "(?<year>\\d{4})(?:[-/.M]|-M)(?<month>\\d{2})" + literal(numbered.group(4));
                beside = numbered.group(1) + " " + numbered.group(4);
            } else if (quarter.matches()) {
                pattern = literal(quarter.group(1)) + "(?<year>\\d{4})[- ]?Q(?<quarter>[1-4])" + literal(quarter.group(4));
                beside = quarter.group(1) + " " + quarter.group(4);
            } else if (named.matches() && dev.lodestone.ingest.internal.layout.PeriodForm.month(named.group(2)) > 0) {
                pattern = literal(named.group(1)) + "(?<month>\\p{L}{3,10})[. -]*(?<year>\\d{4})" + literal(named.group(4));
                beside = named.group(1) + " " + named.group(4);
            } else if (two.matches() && isNext(two.group(2), two.group(3))) {
                pattern = literal(two.group(1)) + "(?<year>\\d{4}) ?[-/–] ?\\d{2,4}" + literal(two.group(4));
                beside = two.group(1) + " " + two.group(4);
                fiscal.add(pattern);
            } else if (one.matches()) {
                pattern = literal(one.group(1)) + "(?<year>\\d{4})" + literal(one.group(3));
                beside = one.group(1) + " " + one.group(3);
            }
            if (!pattern.isEmpty()) {
                byPattern.computeIfAbsent(pattern, key -> new ArrayList<>()).add(column);
                said.put(pattern, beside.strip());
            }
        }
        byPattern.forEach((pattern, columns) -> {
            boolean several = columns.size() > 1 || byPattern.size() == 1 && said.get(pattern).isEmpty();
            if (several) {
                families.add(new Family(pattern, List.copyOf(columns), said.get(pattern), fiscal.contains(pattern)));
                left.removeAll(columns);
            }
        });
    }

    private static boolean isNext(String year, String next) {
        return Integer.toString(Integer.parseInt(year) + 1).endsWith(next);
    }

    private static String literal(String text) {
        return text.replaceAll("([\\\\.\\[\\]{}()*+?^$|])", "\\\\$1");
    }
}
