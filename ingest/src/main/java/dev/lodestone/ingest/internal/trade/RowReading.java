package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.CommodityScope;
import dev.lodestone.ingest.IssueCode;
import dev.lodestone.ingest.internal.economy.CodeScheme;
import dev.lodestone.ingest.internal.economy.EconomyCodes;
import dev.lodestone.ingest.internal.layout.ColumnRule;
import dev.lodestone.ingest.internal.layout.Field;
import dev.lodestone.ingest.internal.layout.Layout;
import dev.lodestone.ingest.internal.layout.PeriodForm;
import dev.lodestone.ingest.internal.table.Row;
import dev.lodestone.model.quality.Rounding;
import dev.lodestone.model.trade.CommodityCode;
import dev.lodestone.model.trade.Coverage;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.Quantity;
import dev.lodestone.model.trade.ReferencePeriod;
import dev.lodestone.model.trade.TradeFlow;
import dev.lodestone.model.trade.Valuation;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the cells of one table's rows say. Knows nothing of lines, files and the other rows. */
final class RowReading {

    /** A number as spreadsheets show it that have no room for its digits. */
    private static final Pattern ROUNDED_CODE = Pattern.compile("\\d([.,]\\d+)?[eE]\\+?\\d{1,2}");

    /** Days since 1900 of this century and the one before. */
    private static final Pattern DAYS = Pattern.compile("[1-7]\\d{4}(\\.\\d+)?");

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}([T ].*)?");

    /** Texts of a column of which it is remembered what they say: more than there are codes. */
    private static final int MOST_REMEMBERED = 1 << 15;

    private final HeaderPlan plan;
    private final Layout layout;
    private final EconomyCodes economies;
    private final CommodityScope scope;
    private final TableTexts texts;
    private final NumberText numbers;
    private final Optional<LocalDate> made;
    private final Map<Field, Map<String, Optional<Economy>>> economyCache = new EnumMap<>(Field.class);
    private final Map<String, Optional<CommodityCode>> commodityCache = new HashMap<>();
    private final Map<String, Optional<ReferencePeriod>> periodCache = new HashMap<>();
    private final Set<Long> foreign = new HashSet<>();
    private String firstForeign = "";

    RowReading(HeaderPlan plan, EconomyCodes economies, CommodityScope scope, TableTexts texts) {
        this.plan = plan;
        this.layout = plan.layout();
        this.economies = economies;
        this.scope = scope;
        this.texts = texts;
        this.numbers = new NumberText(layout.numbers());
        this.made = layout.column(Field.DOWNLOADED).flatMap(texts::of).flatMap(DayText::parse);
    }

    /** The rule that leaves the row out, if one does. */
    Optional<HeaderPlan.PlacedRule> leftOut(Row row) {
        for (HeaderPlan.PlacedRule placed : plan.leaveOut()) {
            if (placed.leavesOut(row)) {
                return Optional.of(placed);
            }
        }
        return Optional.empty();
    }

    /** Whether the row's commodity is well-formed and not wanted. */
    boolean isUnwanted(Row row) {
        return commodity(text(row, Field.COMMODITY)).map(code -> hasWholeDigits(layout, code) && !scope.wants(code)).orElse(false);
    }

    /** Whether a row with this text in its commodity column is one of a well-formed commodity that is not wanted. */
    static boolean isUnwanted(Layout layout, CommodityScope scope, String cell) {
        ColumnRule rule = layout.column(Field.COMMODITY).orElseThrow();
        String text = part(rule, CodeText.of(cell));
        return !text.isEmpty() && CommodityCode.parse(text).map(code -> hasWholeDigits(layout, code) && !scope.wants(code)).orElse(false);
    }

    /** Reads the fields that wide and long tables share. */
    RowHead head(Row row, List<Problem> problems) {
        CommodityCode commodity = readCommodity(row, problems);
        Economy reporter = readEconomy(row, Field.REPORTER, problems);
        Economy partner = readEconomy(row, Field.PARTNER, problems);
        TradeFlow flow = readFlow(row, problems);
        return new RowHead(
                reporter, partner, flow, commodity, text(row, Field.REPORTER), text(row, Field.PARTNER), readCoverage(row, problems));
    }

    /**
     * Head of a row; fields that could not be read have placeholders, and the problems say so.
     *
     * @param reporter reporter
     * @param partner partner
     * @param flow flow
     * @param commodity commodity
     * @param reporterText the publisher's text
     * @param partnerText the publisher's text
     * @param coverage coverage
     */
    record RowHead(
            Economy reporter,
            Economy partner,
            TradeFlow flow,
            CommodityCode commodity,
            String reporterText,
            String partnerText,
            Coverage coverage) {

        /** The same without its partner. */
        RowHead ofSomeone() {
            return new RowHead(reporter, Economy.UNNAMED, flow, commodity, reporterText, partnerText, coverage);
        }
    }

    /** Whether these are problems, and all of them that of a partner's name that tells nobody, or several. */
    boolean isOfSomeone(Row row, List<Problem> problems) {
        int partner = plan.column(Field.PARTNER);
        return !problems.isEmpty()
                && !text(row, Field.PARTNER).isEmpty()
                && problems.stream().allMatch(p -> p.column() == partner
                        && (p.code() == IssueCode.UNKNOWN_ECONOMY || p.code() == IssueCode.GROUP_AS_PARTNER));
    }

    /** Reads a row of one figure; empty if there are problems. */
    Optional<Candidate> read(Row row, long record, List<Problem> problems) {
        RowHead head = head(row, problems);
        ReferencePeriod period = readPeriod(row, problems);
        Quantity value = readValue(row, problems);
        Quantity weight = readWeight(row, problems);
        String currency = readCurrency(row, problems);
        String classification = readClassification(row, period, problems);
        Valuation valuation = readValuation(row, head, problems);
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        int valueColumn = plan.column(Field.VALUE);
        return Optional.of(new Candidate(
                new Candidate.Key(head.reporter(), head.partner(), head.flow(), classification, head.commodity(), period),
                head.reporterText(),
                head.partnerText(),
                part(row),
                value,
                currency,
                weight,
                valuation,
                head.coverage(),
                text(row, Field.NOTE),
                "",
                row.line(),
                record,
                plan.header(valueColumn),
                row.address(valueColumn)));
    }

    private Quantity readValue(Row row, List<Problem> problems) {
        return withStatus(row, readQuantity(row, Field.VALUE, problems), true, problems);
    }

    private Quantity readWeight(Row row, List<Problem> problems) {
        Quantity weight = plan.column(Field.NET_WEIGHT) < 0 ? Quantity.MISSING : readQuantity(row, Field.NET_WEIGHT, problems);
        return plan.column(Field.NET_WEIGHT_STATUS) < 0
                ? withStatus(row, weight, false, problems)
                : withOwnStatus(weight, mapped(row, Field.NET_WEIGHT_STATUS, IssueCode.UNKNOWN_WORD, problems).orElse(""));
    }

    private String part(Row row) {
        return plan.partColumns().isEmpty()
                ? ""
                : plan.partColumns().stream().map(column -> partCell(row.cell(column).strip())).collect(Collectors.joining(Candidate.BETWEEN_PARTS));
    }

    private String partCell(String text) {
        return plan.layout().partTotals().contains(text) ? Candidate.ALL_PARTS : text;
    }

    /**
     * A row that cannot be used but tells of which flow it speaks: the flow without its amounts, so that nothing is measured as if it
     * were not there. Where nothing but the partner is in the way, the amounts are known and whose they are is not: it may be another
     * partner or several that stand beside it. Empty where even the flow cannot be told.
     */
    Optional<Candidate> gap(Row row, long record) {
        List<Problem> inTheWay = new ArrayList<>(2);
        CommodityCode commodity = readCommodity(row, inTheWay);
        Economy reporter = readEconomy(row, Field.REPORTER, inTheWay);
        TradeFlow flow = readFlow(row, inTheWay);
        ReferencePeriod period = readPeriod(row, inTheWay);
        String classification = inTheWay.isEmpty() ? readClassification(row, period, inTheWay) : "";
        if (!inTheWay.isEmpty()) {
            return Optional.empty();
        }
        List<Problem> bearable = new ArrayList<>(2);
        Economy partner = readEconomy(row, Field.PARTNER, bearable);
        boolean isSomeone = !bearable.isEmpty() && !text(row, Field.PARTNER).isEmpty();
        if (!bearable.isEmpty()) {
            partner = Economy.UNNAMED;
        } else if (partner.isWorld()) {
            return Optional.empty();
        }
        Coverage coverage = readCoverage(row, bearable);
        bearable.clear();
        String currency = readCurrency(row, bearable);
        int valueColumn = plan.column(Field.VALUE);
        boolean isOfACurrency = bearable.isEmpty();
        Quantity value = isSomeone && isOfACurrency ? ofSomeone(readValue(row, bearable), bearable) : Quantity.MISSING;
        bearable.clear();
        Quantity weight = isSomeone ? ofSomeone(readWeight(row, bearable), bearable) : Quantity.MISSING;
        return Optional.of(new Candidate(
                new Candidate.Key(reporter, partner, flow, classification, commodity, period),
                text(row, Field.REPORTER),
                text(row, Field.PARTNER),
                part(row),
                value,
                isOfACurrency ? currency : "USD",
                weight,
                Valuation.UNKNOWN,
                coverage,
                text(row, Field.NOTE),
                Candidate.setAside(value, weight),
                row.line(),
                record,
                plan.header(valueColumn),
                row.address(valueColumn)));
    }

    private static Quantity ofSomeone(Quantity read, List<Problem> problems) {
        return problems.isEmpty() ? Quantities.ofSomeone(read) : Quantity.MISSING;
    }

    /** The text of a field: from its column, else from the title, the cover sheet or the layout's constant. */
    String text(Row row, Field field) {
        Optional<ColumnRule> rule = layout.column(field);
        if (rule.isEmpty()) {
            return "";
        }
        for (int column : plan.columns(field)) {
            String text = part(rule.get(), CodeText.of(row.cell(column)));
            if (!text.isEmpty()) {
                return text;
            }
        }
        Optional<String> above = plan.above(field).map(text -> part(rule.get(), CodeText.of(text)));
        return above.isPresent() ? above.get() : texts.of(rule.get()).or(() -> rule.get().constant()).orElse("");
    }

    private static String part(ColumnRule rule, String text) {
        if (rule.pattern().isEmpty()) {
            return text;
        }
        Matcher matcher = rule.pattern().get().matcher(text);
        return matcher.find() ? matcher.group(1) : text;
    }

    /** The text of a coded field after the layout's map; a text outside the map is a problem. */
    private Optional<String> mapped(Row row, Field field, IssueCode code, List<Problem> problems) {
        String text = text(row, field);
        Optional<ColumnRule> rule = layout.column(field);
        if (rule.isEmpty() || rule.get().map().isEmpty()) {
            return Optional.of(text);
        }
        String word = rule.get().map().getOrDefault(text, rule.get().map().get(ColumnRule.ANY_OTHER));
        if (word != null) {
            return Optional.of(word);
        }
        if (rule.get().passUnmapped()) {
            return Optional.of(text);
        }
        if (text.isEmpty() && plan.column(field) < 0) {
            return Optional.of("");
        }
        String allowed = rule.get().map().keySet().stream().filter(each -> !each.isEmpty()).sorted().collect(Collectors.joining(", "));
        problems.add(new Problem(code, plan.column(field), text, "one of " + allowed));
        return Optional.empty();
    }

    private CommodityCode readCommodity(Row row, List<Problem> problems) {
        String text = text(row, Field.COMMODITY);
        Optional<CommodityCode> code = commodity(text);
        int column = plan.column(Field.COMMODITY);
        if (text.isEmpty()) {
            problems.add(new Problem(IssueCode.MISSING_CELL, column, "", "a commodity code"));
        } else if (code.isEmpty()) {
            problems.add(new Problem(IssueCode.BAD_COMMODITY_CODE, column, text, "a commodity code of 2 to 12 digits" + codeLost(text)));
        } else if (!hasWholeDigits(layout, code.get())) {
            problems.add(new Problem(IssueCode.LOST_LEADING_ZERO, column, text, digitsExpected() + ", the leading zero included"));
        }
        return code.orElse(CommodityCode.of("00"));
    }

    /** What to do where a text shows how its code was lost. */
    private static String codeLost(String text) {
        if (ROUNDED_CODE.matcher(text).matches()) {
            return "; a spreadsheet took the code for a number and rounded it: fetch the file again, and keep the column as text";
        }
        return text.chars().noneMatch(Character::isDigit) ? "; the row has its name alone: fetch the file again with codes" : "";
    }

    private Optional<CommodityCode> commodity(String text) {
        Optional<CommodityCode> known = commodityCache.get(text);
        if (known == null) {
            known = CommodityCode.parse(text);
            if (commodityCache.size() < 50_000) {
                commodityCache.put(text, known);
            }
        }
        return known;
    }

    /** Codes of the Harmonized System and most national refinements have an even number of digits; a layout may say otherwise. */
    private static boolean hasWholeDigits(Layout layout, CommodityCode code) {
        Set<Integer> digits = layout.columns().get(Field.COMMODITY).digits();
        return digits.isEmpty() ? code.length() % 2 == 0 : digits.contains(code.length());
    }

    private String digitsExpected() {
        Set<Integer> digits = layout.columns().get(Field.COMMODITY).digits();
        return digits.isEmpty()
                ? "an even number of digits"
                : digits.stream().sorted().map(String::valueOf).collect(Collectors.joining(" or ")) + " digits";
    }

    private Economy readEconomy(Row row, Field field, List<Problem> problems) {
        String text = text(row, field);
        int column = plan.column(field);
        if (text.isEmpty()) {
            problems.add(new Problem(IssueCode.MISSING_CELL, column, "", "a code of the " + field.word()));
            return Economy.UNNAMED;
        }
        ColumnRule rule = layout.columns().get(field);
        List<CodeScheme> schemes = rule.schemes();
        Optional<Economy> economy = economy(field, rule, text);
        List<Integer> columns = plan.columns(field);
        for (int i = 1; i < columns.size() && economy.isEmpty(); i++) {
            // a code that the register does not know beside a name that it does
            economy = economy(field, rule, part(rule, CodeText.of(row.cell(columns.get(i)))));
        }
        boolean usable = economy.isPresent() && (field == Field.PARTNER || isReporter(economy.get()));
        if (usable && field == Field.PARTNER && economies.isBloc(economy.get())) {
            problems.add(new Problem(IssueCode.GROUP_AS_PARTNER, column, text, "a single economy, since members of a group would count twice"));
        }
        if (usable && field == Field.REPORTER && !rule.among().isEmpty() && !rule.among().contains(economy.get())) {
            foreign.add(row.line());
            firstForeign = firstForeign.isEmpty() ? text : firstForeign;
            problems.add(new Problem(IssueCode.UNKNOWN_ECONOMY, column, text, "a reporter of this publisher, " + few(rule.among())));
        }
        if (!usable) {
            problems.add(new Problem(
                    IssueCode.UNKNOWN_ECONOMY,
                    column,
                    text,
                    economy.isPresent() ? "a single economy as reporter" : "an economy's " + label(schemes)));
        }
        return economy.orElse(Economy.UNNAMED);
    }

    private Optional<Economy> economy(Field field, ColumnRule rule, String text) {
        return bounded(economyCache.computeIfAbsent(field, key -> new HashMap<>()))
                .computeIfAbsent(text, key -> find(rule.schemes(), rule.map().getOrDefault(text, text)));
    }

    /** Begins anew what has grown too large, as where a column of other texts was taken for one of codes. */
    private static <T> Map<String, T> bounded(Map<String, T> cache) {
        if (cache.size() > MOST_REMEMBERED) {
            cache.clear();
        }
        return cache;
    }

    /** Whether a cell says what its column is for: an economy, a flow, a commodity, a period. */
    boolean says(Field field, String cell) {
        ColumnRule rule = layout.columns().get(field);
        String text = part(rule, CodeText.of(cell));
        return switch (field) {
            case REPORTER, PARTNER -> economy(field, rule, text).isPresent();
            case FLOW -> rule.map().containsKey(text) || TradeFlow.find(text).isPresent();
            case COMMODITY -> commodity(text).isPresent();
            default -> period(text).isPresent() || text.matches("\\d{1,4}");
        };
    }

    private static String label(List<CodeScheme> schemes) {
        return schemes.isEmpty() ? CodeScheme.ISO3.label() : schemes.stream().map(CodeScheme::label).collect(Collectors.joining(" or "));
    }

    private Optional<Economy> find(List<CodeScheme> schemes, String text) {
        for (CodeScheme scheme : schemes.isEmpty() ? List.of(CodeScheme.ISO3) : schemes) {
            Optional<Economy> economy = economies.find(scheme, text);
            if (economy.isPresent()) {
                return economy;
            }
        }
        return Optional.empty();
    }

    /** Whether the row is of all partners together. */
    boolean isOfWorld(Row row) {
        return readEconomy(row, Field.PARTNER, new ArrayList<>(1)).isWorld();
    }

    private static boolean isReporter(Economy economy) {
        return !economy.isWorld() && !economy.isUnnamed();
    }

    private TradeFlow readFlow(Row row, List<Problem> problems) {
        Optional<String> word = mapped(row, Field.FLOW, IssueCode.UNKNOWN_FLOW, problems);
        if (word.isEmpty()) {
            return TradeFlow.IMPORT;
        }
        if (word.get().isEmpty() && layout.wide().isPresent()) {
            word = Optional.of(layout.wide().get().flows().getOrDefault(text(row, Field.MEASURE), ""));
        }
        Optional<TradeFlow> flow = TradeFlow.find(word.get());
        if (flow.isEmpty()) {
            int column = plan.column(Field.FLOW);
            problems.add(
                    word.get().isEmpty()
                            ? new Problem(IssueCode.MISSING_CELL, column, "", "a trade flow" + whereFlowStands(column))
                            : new Problem(IssueCode.UNKNOWN_FLOW, column, word.get(), "one of M, X, RX, RM, DX, FM"));
        }
        return flow.orElse(TradeFlow.IMPORT);
    }

    /** What who has a table that does not say its flow can do about it. */
    private String whereFlowStands(int column) {
        Optional<ColumnRule> rule = layout.column(Field.FLOW).filter(each -> column < 0 && !each.map().isEmpty());
        if (rule.isEmpty()) {
            return "";
        }
        String words = rule.get().map().keySet().stream().filter(each -> !each.isEmpty()).sorted().collect(Collectors.joining(", "));
        return rule.get().headers().isEmpty()
                ? ", which a line above the table says"
                : ", which the table does not say: add a column '" + rule.get().headers().get(0) + "' with one of " + words;
    }

    private Coverage readCoverage(Row row, List<Problem> problems) {
        boolean ofUser = layout.column(Field.COVERAGE).isEmpty() && plan.column(Field.COVERAGE) >= 0;
        String word = ofUser
                ? CodeText.of(row.cell(plan.column(Field.COVERAGE)))
                : mapped(row, Field.COVERAGE, IssueCode.UNKNOWN_WORD, problems).orElse("complete");
        for (Coverage coverage : Coverage.values()) {
            if (coverage.code().equals(word)) {
                return coverage;
            }
        }
        if (!word.isEmpty()) {
            problems.add(new Problem(
                    IssueCode.UNKNOWN_WORD,
                    plan.column(Field.COVERAGE),
                    word,
                    "one of complete, main-partners, selected-partners"));
        }
        return Coverage.COMPLETE;
    }

    ReferencePeriod readPeriod(Row row, List<Problem> problems) {
        Field field = plan.column(Field.PERIOD) >= 0 || layout.column(Field.YEAR).isEmpty() ? Field.PERIOD : Field.YEAR;
        String text = field == Field.PERIOD ? text(row, Field.PERIOD) : yearAndMonth(row);
        int column = plan.column(field);
        if (text.isEmpty()) {
            problems.add(new Problem(IssueCode.MISSING_CELL, column, "", "a period"));
            return ReferencePeriod.ofYear(1900);
        }
        Optional<ReferencePeriod> period = bounded(periodCache).computeIfAbsent(text, this::period);
        if (period.isEmpty()) {
            String forms = layout.periods().stream().map(PeriodForm::example).distinct().collect(Collectors.joining(" or "));
            String date = row.isNumeric(column) && DAYS.matcher(text).matches()
                    ? ", and no date, which the cell of a spreadsheet keeps as a number of days"
                    : DATE.matcher(text).matches() || PeriodForm.MILLISECONDS.parse(text).isPresent() ? ", and no date, which may stand for its month, its quarter or its year" : "";
            problems.add(new Problem(IssueCode.BAD_PERIOD, column, text, "a period such as " + forms + date));
        }
        if (period.isPresent() && isOpen(period.get())) {
            problems.add(new Problem(IssueCode.PERIOD_NOT_OVER, column, text, "a period that was over when the file was made, on " + made.orElseThrow()));
        }
        return period.orElse(ReferencePeriod.ofYear(1900));
    }

    /** Whether the period was not over on the day that the file was made; no where nothing tells the day. */
    boolean isOpen(ReferencePeriod period) {
        return made.isPresent() && !period.start().plusMonths(period.months()).atDay(1).isBefore(made.get().plusDays(1));
    }

    /** The day on which the file was made, if the file tells. */
    Optional<LocalDate> made() {
        return made;
    }

    private String yearAndMonth(Row row) {
        String year = text(row, Field.YEAR);
        String month = text(row, Field.MONTH);
        int named = PeriodForm.month(month);
        String number = named > 0 ? Integer.toString(named) : month;
        return month.isEmpty() ? year : year + "-" + (number.length() == 1 ? "0" + number : number);
    }

    private Optional<ReferencePeriod> period(String text) {
        for (PeriodForm form : layout.periods()) {
            Optional<ReferencePeriod> period = form.parse(text);
            if (period.isPresent()) {
                return period;
            }
        }
        return Optional.empty();
    }

    /**
     * How plain figures of a field are read in rows whose other columns say what this one says.
     *
     * @param power the power of ten that they are multiplied with
     * @param missing whether there is none, whatever the cell holds
     * @param zeroIsMissing whether 0 means that there is none
     * @param estimated whether the publisher estimated it
     */
    record PlainFigures(int power, boolean missing, boolean zeroIsMissing, boolean estimated) {}

    /** How plain figures are read; empty where more than the figure's own text decides it. */
    Optional<PlainFigures> plainFigures(Row row, Field field) {
        boolean isValue = field == Field.VALUE;
        if (plan.column(field) < 0) {
            return Optional.of(new PlainFigures(0, true, false, false));
        }
        Field own = isValue || plan.column(Field.NET_WEIGHT_STATUS) < 0 ? Field.STATUS : Field.NET_WEIGHT_STATUS;
        String status = mapped(row, own, IssueCode.UNKNOWN_WORD, new ArrayList<>()).orElse("");
        if (!status.isEmpty() && !status.equals("estimated")) {
            return Optional.empty();
        }
        double multiplier = multiplier(row, field, new ArrayList<>());
        if (!isValue && !layout.weights().isEmpty()) {
            Double kilograms = layout.weights().get(text(row, Field.UNIT));
            if (kilograms == null) {
                return Optional.of(new PlainFigures(0, true, false, false));
            }
            multiplier *= kilograms;
        }
        int power = SmallDecimal.powerOf(multiplier);
        boolean estimated = status.equals("estimated") || isYes(row, isValue ? Field.VALUE_ESTIMATED : Field.NET_WEIGHT_ESTIMATED);
        return power < 0
                ? Optional.empty()
                : Optional.of(new PlainFigures(power, false, layout.columns().get(field).zeroIsMissing(), estimated));
    }

    /**
     * Refuses a table whose numbers are written in another style than its layout's: some of them cannot be read, and others can be
     * read as something else.
     *
     * @param rows rows of the table
     * @throws IOException if more than a hundredth of the rows say so, and more than say otherwise
     */
    void refuseOtherStyle(long rows) throws IOException {
        if (numbers.writtenOtherwise() > rows / 100) {
            throw new IOException("in its numbers, such as '" + numbers.firstWrittenOtherwise() + "', '" + layout.numbers().decimal()
                    + "' stands between thousands, where layout " + layout.id() + " has it before decimals: numbers of a thousand may be read as"
                    + " numbers of one. Declare the file's own numbers in a layout");
        }
    }

    /**
     * Refuses a table that names reporters of whom the publisher has no figures: the columns of reporter and partner stand in each other's
     * place, in some of the rows at least, and where both may report nothing shows in which.
     *
     * @param rows rows of the table
     * @throws IOException if more than a hundredth of the rows say so
     */
    void refuseForeignReporters(long rows) throws IOException {
        if (foreign.size() > rows / 100) {
            throw new IOException(foreign.size() + " of its rows name as reporter whom layout " + layout.id() + " has no figures of, such as '" + firstForeign
                    + "': reporters and partners have changed places, and where both may report nothing shows it. Put the columns right, or fetch the file again");
        }
    }

    private static String few(Set<Economy> economies) {
        return economies.stream().map(Economy::code).sorted().limit(3).collect(Collectors.joining(", ")) + " and such";
    }

    /** Tells of numbers that are read as decimals and may be thousands, where the publisher does not write so many decimals. */
    void tellUndecided(TableAccount account) {
        boolean writesDecimals = layout.roundedTo().value() > 0 && layout.roundedTo().value() < 1;
        if (numbers.undecided() > 0 && !writesDecimals) {
            char mark = layout.numbers().decimal();
            account.issue(
                    IssueCode.THOUSANDS_OR_DECIMALS,
                    numbers.undecided() + (numbers.undecided() == 1 ? " number" : " numbers") + " such as " + numbers.firstUndecided(),
                    "numbers one of which shows that '" + mark + "' stands before decimals",
                    "read so; if it stands between thousands, they are a thousand times larger");
        }
    }

    /** Tells of numbers whose last digits are not there. */
    void tellScientific(TableAccount account) {
        if (numbers.scientific() > 0) {
            account.issue(
                    IssueCode.DIGITS_CUT,
                    numbers.scientific() + (numbers.scientific() == 1 ? " number" : " numbers") + " such as " + numbers.firstScientific(),
                    "every digit that the publisher gives",
                    "read as they stand: a spreadsheet that shows large numbers so has rounded them");
        }
    }

    /** Reads a figure by the rule of a field. */
    private Quantity readQuantity(Row row, Field field, List<Problem> problems) {
        ColumnRule rule = layout.columns().get(field);
        int column = plan.column(field);
        double multiplier = multiplier(row, field, problems);
        if (field == Field.NET_WEIGHT && !layout.weights().isEmpty()) {
            Double kilograms = layout.weights().get(text(row, Field.UNIT));
            if (kilograms == null) {
                return Quantity.MISSING; // counted in pieces, litres or not at all
            }
            multiplier *= kilograms;
        }
        Quantity quantity = quantity(row, column, multiplier, problems);
        if (rule.zeroIsMissing() && quantity.status() == Quantity.Status.REPORTED && quantity.amount() == 0) {
            return Quantity.MISSING;
        }
        Field estimated = field == Field.VALUE ? Field.VALUE_ESTIMATED : Field.NET_WEIGHT_ESTIMATED;
        if (quantity.status() == Quantity.Status.REPORTED && isYes(row, estimated)) {
            return Quantity.estimated(quantity.amount());
        }
        return quantity;
    }

    /**
     * To what the table's figures are rounded, multipliers applied. Where each row tells its own unit, a step of values is not known; nor
     * one of weights where units differ from row to row.
     */
    Rounding rounding() {
        Rounding written = layout.roundedTo();
        double value = plan.column(Field.MULTIPLIER) >= 0
                ? 0
                : written.value() * layout.column(Field.VALUE).map(ColumnRule::multiplier).orElse(1.0) * unitBesideTheTable();
        double weight = layout.column(Field.UNIT).isPresent()
                ? 0
                : written.weightKg() * layout.column(Field.NET_WEIGHT).map(ColumnRule::multiplier).orElse(1.0);
        return new Rounding(value, weight);
    }

    /** The multiplier that the title, the cover sheet or the layout's constant names; 0 where it names one that is not known. */
    private double unitBesideTheTable() {
        Optional<ColumnRule> rule = layout.column(Field.MULTIPLIER);
        if (rule.isEmpty()) {
            return 1;
        }
        String text = texts.of(rule.get()).or(() -> rule.get().constant()).orElse("");
        String number = rule.get().map().isEmpty() ? text : rule.get().map().getOrDefault(text, "");
        return number.matches("1(0{1,9})?") ? Double.parseDouble(number) : 0;
    }

    /** What the field's figures are multiplied with: the layout's number, and for values what the row, the title or the cover says. */
    double multiplier(Row row, Field field, List<Problem> problems) {
        double multiplier = layout.column(field).map(ColumnRule::multiplier).orElse(1.0);
        if (field != Field.VALUE || layout.column(Field.MULTIPLIER).isEmpty()) {
            return multiplier;
        }
        String text = mapped(row, Field.MULTIPLIER, IssueCode.UNKNOWN_WORD, problems).orElse("1");
        if (!text.matches("1(0{1,9})?")) {
            problems.add(new Problem(IssueCode.UNKNOWN_WORD, plan.column(Field.MULTIPLIER), text, "a unit of the values that the layout knows"));
            return multiplier;
        }
        return multiplier * Double.parseDouble(text);
    }

    /** Reads the figure in a cell, with the mark that may stand behind it. */
    Quantity quantity(Row row, int column, double multiplier, List<Problem> problems) {
        String text = CodeText.amount(row.cell(column));
        int mark = layout.flags().isEmpty() ? -1 : text.lastIndexOf(' ');
        Optional<String> flag = mark < 0 ? Optional.empty() : flag(text.substring(mark + 1));
        return flag.isEmpty()
                ? quantity(text, row, column, multiplier, problems)
                : flagged(quantity(text.substring(0, mark).strip(), row, column, multiplier, problems), flag.get());
    }

    /**
     * The figure as a mark qualifies it that stands in a cell of its own; of a mark that is not known nobody can tell what it says of the figure.
     *
     * @param column column number of the mark
     */
    Quantity marked(Quantity figure, int column, String mark, List<Problem> problems) {
        if (mark.isEmpty()) {
            return figure;
        }
        Optional<String> flag = flag(mark);
        if (flag.isEmpty()) {
            problems.add(new Problem(IssueCode.UNKNOWN_WORD, column, mark, "one of the marks " + layout.flags().keySet().stream().sorted().collect(Collectors.joining(", "))));
            return Quantity.MISSING;
        }
        return flagged(figure, flag.get());
    }

    private static Quantity flagged(Quantity figure, String flag) {
        return switch (flag) {
            case "suppressed" -> figure.isKnown() ? figure : Quantity.SUPPRESSED;
            case "estimated" -> figure.isKnown() ? Quantity.estimated(figure.amount()) : figure;
            default -> figure;
        };
    }

    /** What a mark says, or several marks together, {@code ep}: of these what keeps most from the reader; empty if one of them is not known. */
    private Optional<String> flag(String mark) {
        if (layout.flags().containsKey(mark)) {
            return Optional.of(layout.flags().get(mark));
        }
        List<String> said = mark.chars().mapToObj(each -> layout.flags().get(Character.toString(each))).toList();
        if (said.isEmpty() || said.stream().anyMatch(java.util.Objects::isNull)) {
            return Optional.empty();
        }
        return Stream.of("suppressed", "estimated").filter(said::contains).findFirst().or(() -> Optional.of(""));
    }

    private Quantity quantity(String text, Row row, int column, double multiplier, List<Problem> problems) {
        if (text.isEmpty() || layout.missing().contains(text)) {
            return Quantity.MISSING;
        }
        if (layout.suppressed().contains(text)) {
            return Quantity.SUPPRESSED;
        }
        if (layout.nil().contains(text)) {
            return Quantity.NIL;
        }
        NumberText.Reading reading =
                row.isNumeric(column) ? numbers.readPlain(text, multiplier) : numbers.read(text, multiplier);
        return switch (reading) {
            case NumberText.Amount amount -> Quantity.reported(amount.amount());
            case NumberText.Unusable unusable -> {
                problems.add(new Problem(unusable.code(), column, text, unusable.expected()));
                yield Quantity.MISSING;
            }
        };
    }

    private boolean isYes(Row row, Field field) {
        return layout.column(field).map(rule -> rule.yes().contains(text(row, field))).orElse(false);
    }

    private static Quantity withOwnStatus(Quantity weight, String status) {
        return switch (status) {
            case "estimated" -> weight.isKnown() ? Quantity.estimated(weight.amount()) : weight;
            case "suppressed" -> weight.isKnown() ? weight : Quantity.SUPPRESSED;
            case "nil" -> weight.isKnown() && weight.amount() != 0 ? weight : Quantity.NIL;
            default -> weight;
        };
    }

    /** The figure as the status beside it qualifies it. */
    Quantity withStatus(Row row, Quantity quantity, boolean isValue, List<Problem> problems) {
        String status = mapped(row, Field.STATUS, IssueCode.UNKNOWN_WORD, problems).orElse("");
        boolean hasAmount = quantity.isKnown();
        switch (status) {
            case "" -> {
                return quantity;
            }
            case "estimated" -> {
                return hasAmount ? Quantity.estimated(quantity.amount()) : quantity;
            }
            case "suppressed", "nil" -> {
                boolean nil = status.equals("nil");
                if (isValue && hasAmount && !(nil && quantity.amount() == 0)) {
                    problems.add(new Problem(
                            IssueCode.STATUS_CONTRADICTS_VALUE,
                            plan.column(Field.VALUE),
                            row.cell(plan.column(Field.VALUE)).strip(),
                            "no value beside status '" + status + "'"));
                }
                if (hasAmount && quantity.amount() != 0) {
                    return quantity;
                }
                return nil ? Quantity.NIL : Quantity.SUPPRESSED;
            }
            default -> {
                if (isValue) {
                    problems.add(new Problem(
                            IssueCode.UNKNOWN_WORD, plan.column(Field.STATUS), status, "one of estimated, suppressed, nil, or nothing"));
                }
                return quantity;
            }
        }
    }

    String readCurrency(Row row, List<Problem> problems) {
        String text = mapped(row, Field.CURRENCY, IssueCode.UNKNOWN_WORD, problems).orElse("XXX");
        if (!isCurrencyCode(text)) {
            problems.add(new Problem(
                    IssueCode.UNKNOWN_WORD, plan.column(Field.CURRENCY), text, "a currency's ISO 4217 code such as USD"));
        }
        return text;
    }

    private static boolean isCurrencyCode(String text) {
        return text.length() == 3 && text.chars().allMatch(c -> c >= 'A' && c <= 'Z');
    }

    String readClassification(Row row, ReferencePeriod period, List<Problem> problems) {
        String name = mapped(row, Field.CLASSIFICATION, IssueCode.UNKNOWN_WORD, problems).orElse("");
        return name.indexOf('{') < 0 ? name : name.replace("{year}", Integer.toString(period.year()));
    }

    private Valuation readValuation(Row row, RowHead head, List<Problem> problems) {
        if (layout.column(Field.VALUATION).isPresent()) {
            String word = mapped(row, Field.VALUATION, IssueCode.UNKNOWN_WORD, problems).orElse("");
            return word.isEmpty() ? Valuation.UNKNOWN : Valuation.valueOf(word.toUpperCase(Locale.ROOT));
        }
        String value = row.cell(plan.column(Field.VALUE)).strip();
        List<Valuation> same = new ArrayList<>();
        plan.valuationColumns().forEach((border, column) -> {
            if (!value.isEmpty() && isSameNumber(value, row.cell(column).strip())) {
                same.add(border);
            }
        });
        if (same.size() == 1) {
            return same.get(0);
        }
        Valuation byFlow = layout.valuation().byFlow().getOrDefault(head.flow().code(), Valuation.UNKNOWN);
        boolean isImport = head.flow() == TradeFlow.IMPORT || head.flow() == TradeFlow.RE_IMPORT || head.flow() == TradeFlow.FOREIGN_IMPORT;
        return isImport ? layout.valuation().byReporter().getOrDefault(head.reporter().code(), byFlow) : byFlow;
    }

    private static boolean isSameNumber(String one, String other) {
        return one.equals(other) || (one.endsWith(".0") ? one.substring(0, one.length() - 2) : one)
                .equals(other.endsWith(".0") ? other.substring(0, other.length() - 2) : other);
    }
}
