package dev.lodestone.ingest.internal.draft;

import dev.lodestone.ingest.LayoutDraft;
import dev.lodestone.ingest.LayoutDraft.Confidence;
import dev.lodestone.ingest.internal.draft.Roles.Placed;
import dev.lodestone.ingest.internal.draft.Roles.Role;
import dev.lodestone.ingest.internal.economy.EconomyCodes;
import dev.lodestone.ingest.internal.table.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The proposal for one table, written down as it is decided. */
final class TableDraft {

    private static final String IN = "  ";
    /** Headers that say whose numbers of economies stand below them. */
    private static final String NUMBERED = ".*(comtrade|m49|\\bun code|schedule c|cty code|partner ?code|reporter ?code|exporter|importer).*";
    /** What marks beside figures say where statistical offices agree. */
    private static final Map<String, String> MARKS = Map.of("c", "suppressed", "e", "estimated", "p", "", "r", "", "b", "");
    private static final List<String> FLOW_CHOICES = List.of("flow: {constant: M}   # imports", "flow: {constant: X}   # exports");

    private final Sample sample;
    private final TableShape shape;
    private final Roles roles;
    private final Words words;
    private final EconomyCodes economies;
    private final DraftPage page = new DraftPage();
    private final List<String> tail = new ArrayList<>();
    private final List<String> worldTexts = new ArrayList<>();
    private Optional<String> otherFlows = Optional.empty();

    TableDraft(Sample sample, TableShape shape, Roles roles, Words words, EconomyCodes economies) {
        this.sample = sample;
        this.shape = shape;
        this.roles = roles;
        this.words = words;
        this.economies = economies;
        columns();
        numbers();
        markers();
        periods();
        rowsLeftOut();
        wide();
    }

    /** How many keys wait for an answer without which nothing can be read. */
    int openFields() {
        return page.openFields().size();
    }

    int rows() {
        return shape.data().size();
    }

    LayoutDraft layout(String id) {
        askAboutTwoRows();
        DraftPage head = new DraftPage();
        head.comment("", "Draft of a layout for " + sample.label() + ", proposed from " + shape.data().size() + " of its rows ("
                + sample.form() + "). Above each guess stands how far it may be trusted, and why.");
        head.comment("", page.questions().isEmpty()
                ? "Nothing is open. Check the guesses, then use the file with --layouts FOLDER."
                : "Open: " + page.questions().size() + (page.questions().size() == 1 ? " question" : " questions")
                        + (page.openFields().isEmpty() ? ", none of which keeps it from reading" : ", needed before it can read: "
                                + String.join(", ", page.openFields()))
                        + ". Search for QUESTION, then use the file with --layouts FOLDER.");
        head.line("id: " + id);
        head.comment("", "unsure: the file's name; write what the publisher calls it, briefings cite it as the source");
        head.line("title: " + DraftPage.quoted(id));
        head.line("status: seen");
        head.line("recognise:");
        head.line(IN + "headers: " + DraftPage.list(requiredHeaders()));
        if (shape.titleRows() > 0) {
            head.line(IN + "title-rows: " + Math.min(50, Math.max(shape.titleRows() + 2, 5)));
        }
        if (shape.headerRows() > 1) {
            head.line(IN + "header-rows: " + shape.headerRows());
        }
        if (!sample.above().isEmpty()) {
            head.comment(IN, "what the table is of stands above it, for each table by itself: " + named(sample.above().stream()));
            head.line(IN + "above: columns");
        }
        sample.jsonArray().filter(array -> !array.isEmpty()).ifPresent(array -> head.line(IN + "json: {array: " + DraftPage.quoted(array) + "}"));
        sample.delimiter().ifPresent(mark -> head.line("delimiters: [" + (mark == '\t' ? "tab" : "'" + mark + "'") + "]"));
        List<LayoutDraft.Guess> guesses = new ArrayList<>();
        guesses.add(new LayoutDraft.Guess("title", id, Confidence.UNSURE, "the file's name"));
        guesses.addAll(page.guesses());
        return new LayoutDraft(
                sample.label(), head.text() + page.text() + String.join("", tail.stream().map(line -> line + "\n").toList()), guesses,
                page.questions(), page.openFields(), "");
    }

    /** Asks for a header of one row where columns of values are headed alike. */
    private void askAboutTwoRows() {
        Map<String, Long> times = shape.columns().stream().collect(Collectors.groupingBy(ColumnProfile::header, Collectors.counting()));
        roles.values().stream().map(value -> value.column().header()).filter(header -> times.get(header) > 1).findFirst().ifPresent(header ->
                page.question("", "recognise", true, "More than one column is headed '" + header + "' in row " + shape.header().line()
                        + ", and a layout tells columns by one row of headers. If the row above says which is which, write both into one row of the"
                        + " table ('2023 " + header + "') and draft it anew.", List.of()));
    }

    /** The headers without which a file is another publisher's: those with a role, and all texts of the header where few have one. */
    private List<String> requiredHeaders() {
        Set<String> headers = new LinkedHashSet<>();
        List<ColumnProfile> inFamilies = roles.families().stream().flatMap(family -> family.columns().stream()).toList();
        shape.columns().stream()
                .filter(column -> !column.header().isEmpty() && !column.isNameless() && !inFamilies.contains(column))
                .map(ColumnProfile::header)
                .forEach(headers::add);
        Map<String, Long> times = shape.columns().stream().collect(Collectors.groupingBy(ColumnProfile::header, Collectors.counting()));
        headers.removeIf(header -> times.get(header) > 1);
        return List.copyOf(headers);
    }

    private void columns() {
        page.line("columns:");
        economies();
        flow();
        commodity();
        period();
        value();
        currency();
        weight();
        if (roles.find(Role.MEASURE).isPresent()) {
            page.line(IN + "measure: " + DraftPage.quoted(header(Role.MEASURE)));
            if (roles.find(Role.UNIT).isPresent() && kilogramsByMeasure().isEmpty() && roles.find(Role.WEIGHT).or(() -> roles.find(Role.QUANTITY)).isEmpty()) {
                page.line(IN + "unit: " + DraftPage.quoted(header(Role.UNIT)));
            }
        }
        repeats();
    }

    private void economies() {
        if (roles.find(Role.IMPORTER).isPresent() && roles.find(Role.EXPORTER).isPresent()) {
            Role reports = tellsExportsAlone() ? Role.EXPORTER : Role.IMPORTER;
            Role other = reports == Role.EXPORTER ? Role.IMPORTER : Role.EXPORTER;
            String imports = reports == Role.IMPORTER ? "imports" : "exports";
            economy("reporter", roles.find(reports).get(), "who reports " + imports);
            economy("partner", roles.find(other).get(), "the other side of the trade");
            return;
        }
        Optional<Placed> importer = roles.find(Role.IMPORTER).or(() -> roles.find(Role.EXPORTER));
        if (importer.isPresent() && roles.find(Role.PARTNER).isEmpty()) {
            reporterFromTitle();
            economy("partner", importer.get(), "the other side of the trade");
            return;
        }
        if (roles.areUndecided()) {
            String one = DraftPage.quoted(header(Role.REPORTER));
            String other = DraftPage.quoted(header(Role.PARTNER));
            page.question(IN, "reporter", true, "Who reports, " + one + " or " + other + "? Both hold economies, and neither header says it.",
                    List.of("reporter: {column: " + one + ", scheme: " + scheme(Role.REPORTER) + "}",
                            "partner: {column: " + other + ", scheme: " + scheme(Role.PARTNER) + "}   # or the other way round"));
            return;
        }
        if (roles.find(Role.REPORTER).isPresent()) {
            economy("reporter", roles.find(Role.REPORTER).get(), "");
        } else {
            reporterFromTitle();
        }
        if (roles.find(Role.PARTNER).isPresent()) {
            economy("partner", roles.find(Role.PARTNER).get(), "");
        } else if (!partnersAsHeaders().isEmpty()) {
            page.question(IN, "partner", true, "Partners stand side by side, in the columns " + partnersAsHeaders().stream().limit(3).map(text -> "'" + text + "'")
                    .collect(Collectors.joining(", ")) + " and so on, and a layout reads them below each other: turn the table so that each partner has a row of its own, in"
                    + " columns 'partner' and 'value' (a spreadsheet calls it unpivot, pandas melt), and draft that.", List.of());
        } else {
            page.question(IN, "partner", true, "Which column names the partner? None of " + headers() + " holds economies.",
                    List.of("partner: {column: ..., scheme: names}", "partner: {constant: CHN}   # if the file is about one partner only"));
        }
    }

    private String scheme(Role role) {
        return EconomyGuess.of(roles.find(role).orElseThrow().column(), economies, words).scheme().word();
    }

    /** Headers over figures that are economies, where there are several: a table with a column for each partner. */
    private List<String> partnersAsHeaders() {
        List<String> headers = shape.columns().stream()
                .filter(ColumnProfile::isNumeric)
                .map(ColumnProfile::header)
                .filter(header -> EconomyGuess.onlyOneIn(List.of(header), economies).isPresent() || header.matches("[A-Z]{3}") && economies.find(
                        dev.lodestone.ingest.internal.economy.CodeScheme.ISO3, header).isPresent())
                .toList();
        return headers.size() >= 3 ? headers : List.of();
    }

    private void economy(String field, Placed placed, String because) {
        ColumnProfile column = placed.column();
        EconomyGuess guess = EconomyGuess.of(column, economies, words);
        int known = (int) Math.round(guess.share() * column.all().size());
        String reason = "header '" + column.header() + "'" + (because.isEmpty() ? "" : ", " + because) + "; " + known + " of "
                + column.all().size() + " texts are " + label(guess);
        Confidence confidence = placed.byHeader() > 0 && guess.share() == 1
                ? Confidence.SURE
                : guess.share() >= 0.8 ? Confidence.LIKELY : Confidence.UNSURE;
        if (guess.isOfNumbers() && !roles.isConfirmed(column) && !Words.normal(column.header()).matches(NUMBERED)) {
            String some = column.all().stream().limit(3).flatMap(text -> guess.read(text, economies).map(economy -> "'" + text + "' would be " + economy.code()).stream())
                    .collect(Collectors.joining(", "));
            page.question(IN, field, true, "Whose numbers are those in '" + column.header() + "'? As " + label(guess).replaceFirst("^an economy's ", "") + "s, " + some
                            + "; offices that count otherwise give the same numbers to others.",
                    List.of(field + ": {column: " + DraftPage.quoted(column.header()) + ", scheme: " + guess.scheme().word() + "}",
                            field + ": {column: ..., scheme: names}   # where names stand beside them"));
            return;
        }
        StringBuilder yaml = new StringBuilder("{column: " + DraftPage.quoted(column.header()) + ", scheme: " + guess.scheme().word());
        if (!guess.pattern().isEmpty()) {
            yaml.append(", pattern: ").append(DraftPage.quoted(guess.pattern()));
        }
        if (!guess.map().isEmpty()) {
            yaml.append(", map: ").append(DraftPage.map(new TreeMap<>(guess.map())));
        }
        page.guess(IN, field, yaml.append('}').toString(), confidence, reason);
        if (!guess.unknown().isEmpty()) {
            List<String> asked = guess.unknown().stream().limit(20).toList();
            page.question(IN, field, false,
                    "Which economies are " + column.some(guess.unknown()::contains) + "? Rows with them are set aside until the map above has them.",
                    List.of("map: {" + asked.stream().map(text -> DraftPage.quoted(guess.part(text)) + ": XXX").collect(Collectors.joining(", "))
                            + "}   # alpha-3 codes; W00 for a total, X99 for partners that are not named"));
        }
        if (field.equals("partner")) {
            column.all().stream().filter(text -> isWorld(guess, text)).forEach(worldTexts::add);
        }
    }

    private boolean isWorld(EconomyGuess guess, String text) {
        String part = guess.map().getOrDefault(text, text);
        return part.equals("W00") || economies.find(guess.scheme(), part).filter(dev.lodestone.model.trade.Economy::isWorld).isPresent();
    }

    private static String label(EconomyGuess guess) {
        return guess.scheme() == dev.lodestone.ingest.internal.economy.CodeScheme.NAMES
                ? "names of economies" + (guess.language().isEmpty() ? "" : " in " + guess.language())
                : "an economy's " + guess.scheme().label();
    }

    private void reporterFromTitle() {
        String code = EconomyGuess.onlyOneIn(shape.title(), economies).map(dev.lodestone.model.trade.Economy::code).orElse("DEU");
        page.question(IN, "reporter", true,
                "Whose trade is it? No column names the reporter." + titles(),
                List.of("reporter: {constant: " + code + ", scheme: iso3}"));
    }

    private void flow() {
        if (roles.find(Role.IMPORTER).isPresent() && roles.find(Role.EXPORTER).isPresent()) {
            boolean exports = tellsExportsAlone();
            page.guess(IN, "flow", exports ? "{constant: X}" : "{constant: M}", Confidence.LIKELY, exports
                    ? "both sides of the trade stand in each row, and every row is one of exports"
                    : "both sides of the trade stand in each row: read as imports of the one it goes to");
            roles.find(Role.FLOW).map(Placed::column).ifPresent(column -> leaveOutOtherFlows(column, exports ? "X" : "M"));
            return;
        }
        Optional<Placed> placed = roles.find(Role.FLOW);
        if (placed.isPresent()) {
            ColumnProfile column = placed.get().column();
            Map<String, String> map = new LinkedHashMap<>();
            List<String> unknown = new ArrayList<>();
            for (String text : column.all()) {
                words.memberOf("flow", BracketedCode.name(text)).ifPresentOrElse(flow -> map.put(text, flow), () -> unknown.add(text));
            }
            if (map.isEmpty()) {
                page.question(IN, "flow", true, "Which of " + column.some(text -> true) + " in column '" + column.header()
                                + "' means imports? Offices count both ways round.",
                        List.of("flow: {column: " + DraftPage.quoted(column.header()) + ", map: {\"1\": M, \"2\": X}}",
                                "flow: {column: " + DraftPage.quoted(column.header()) + ", map: {\"1\": X, \"2\": M}}"));
                return;
            }
            page.guess(IN, "flow", "{column: " + DraftPage.quoted(column.header()) + ", map: " + DraftPage.map(map) + "}",
                    placed.get().byHeader() > 0 && unknown.isEmpty() ? Confidence.SURE : Confidence.LIKELY,
                    "header '" + column.header() + "', " + map.size() + " of " + column.all().size() + " texts are words for flows");
            if (!unknown.isEmpty()) {
                page.question(IN, "flow", false, "What do " + column.some(unknown::contains) + " mean? Rows with them are set aside.", List.of());
            }
            return;
        }
        if (measureTellsTheFlow()) {
            ColumnProfile measure = roles.find(Role.MEASURE).orElseThrow().column();
            Map<String, String> map = new LinkedHashMap<>();
            measure.all().forEach(text -> FlowWords.in(text).stream().findFirst().ifPresent(flow -> map.put(text, flow)));
            page.guess(IN, "flow", "{column: " + DraftPage.quoted(measure.header()) + ", map: " + DraftPage.map(map) + "}", Confidence.LIKELY,
                    "what column '" + measure.header() + "' measures says it");
            return;
        }
        Set<String> said = new TreeSet<>();
        String from = "";
        List<String> texts = Stream.concat(roles.values().stream().limit(1).map(each -> each.column().header()),
                Stream.concat(readFamily().stream().map(Roles.Family::words), shape.title().stream())).toList();
        for (String text : texts) {
            List<String> flows = FlowWords.in(text);
            if (!flows.isEmpty() && said.isEmpty()) {
                from = text;
                said.addAll(flows);
            }
        }
        Optional<String> country = roles.find(Role.PARTNER).map(each -> Words.normal(each.column().header()));
        if (said.isEmpty() && country.isPresent() && country.get().matches(".*(ursprungsland|herkunftsland|origin|origen|origine).*")) {
            said.add("M");
            from = roles.find(Role.PARTNER).get().column().header();
        }
        if (said.size() == 1) {
            page.guess(IN, "flow", "{constant: " + said.iterator().next() + "}", Confidence.LIKELY, "'" + shortened(from) + "' says so; no column does");
        } else {
            page.question(IN, "flow", true, "Imports or exports? No column says it" + (said.isEmpty() ? "." : ", and the title speaks of both.") + titles(),
                    FLOW_CHOICES);
        }
    }

    /** Whether all that is read of the measures is measured of one flow. */
    private boolean measureTellsTheFlow() {
        List<String> read = roles.find(Role.MEASURE).map(each -> each.column().all()).orElse(List.of()).stream().filter(text -> !measureOf(text).equals("not-read")).toList();
        return !read.isEmpty() && read.stream().allMatch(text -> FlowWords.in(text).size() == 1);
    }

    /** Whether the flow is told and every row is one of exports. */
    private boolean tellsExportsAlone() {
        return roles.find(Role.FLOW).map(each -> each.column().all()).filter(texts -> !texts.isEmpty())
                .filter(texts -> texts.stream().allMatch(text -> words.memberOf("flow", text).filter("X"::equals).isPresent())).isPresent();
    }

    /** Who reports changes with the flow of the row: rows of the others are left out, and it is said. */
    private void leaveOutOtherFlows(ColumnProfile column, String flow) {
        List<String> kept = column.all().stream().filter(text -> words.memberOf("flow", text).filter(flow::equals).isPresent()).toList();
        if (kept.size() == column.all().size()) {
            return;
        }
        if (kept.isEmpty()) {
            page.question(IN, "flow", true, "Which of " + column.some(text -> true) + " in column '" + column.header() + "' means imports? Who reports depends"
                    + " on it.", List.of());
            return;
        }
        page.question(IN, "flow", false, "Rows of " + column.some(text -> !kept.contains(text)) + " are left out: in them the two sides of the trade change"
                + " places, and a layout reads one of the two. For them, give the file again with a layout in which reporter and partner are swapped.", List.of());
        otherFlows = Optional.of("{column: " + DraftPage.quoted(column.header()) + ", is-not: " + DraftPage.list(kept) + ", reason: another flow}");
    }

    private void commodity() {
        Optional<Placed> placed = roles.find(Role.COMMODITY);
        if (placed.isEmpty()) {
            page.question(IN, "commodity", true, "Which column has the customs code? None of " + headers() + " looks like one." + titles(),
                    List.of("commodity: ...", "commodity: {constant: '850511'}   # if the file is about one code only"));
            return;
        }
        ColumnProfile column = placed.get().column();
        boolean plain = column.share(text -> text.matches("\\d[\\d. ]*")) == 1;
        boolean lettered = column.share(text -> text.matches("[\"']?[A-Z]{1,4}[-_ ]?\\d{4}.*")) > 0;
        String before = lettered ? "(?:[A-Z]{1,4}[-_ ]?)?" : "";
        boolean bracketed = !plain && column.share(text -> BracketedCode.of(text).filter(code -> code.matches("\\d[\\d. ]*\\d")).isPresent()) == 1;
        String pattern = plain ? "" : bracketed ? ", pattern: '\\[(\\d[\\d. ]*\\d)]$'" : ", pattern: '^[\"'']?" + before + "(\\d[\\d. ]*\\d)'";
        Set<Integer> lengths = new TreeSet<>();
        for (String text : column.all()) {
            java.util.regex.Matcher code = java.util.regex.Pattern.compile("^[\"']?" + before + "(\\d[\\d. ]*\\d)").matcher(bracketed ? BracketedCode.of(text).orElseThrow() : text);
            if (code.find()) {
                lengths.add(code.group(1).replaceAll("\\D", "").length());
            }
        }
        boolean odd = lengths.stream().anyMatch(length -> length % 2 == 1);
        boolean onlyNine = odd && lengths.stream().allMatch(length -> length % 2 == 0 || length == 9);
        String digits = onlyNine ? ", digits: [2, 4, 6, 9]" : "";
        page.guess(IN, "commodity", "{column: " + DraftPage.quoted(column.header()) + pattern + digits + "}",
                placed.get().byHeader() >= Words.CONTAINS ? Confidence.SURE : Confidence.LIKELY,
                "header '" + column.header() + "', codes of " + lengths.stream().map(String::valueOf).collect(Collectors.joining(" and ")) + " digits");
        if (odd && !onlyNine) {
            page.question(IN, "commodity", false,
                    "Codes of an odd number of digits have mostly lost a leading zero and are set aside. Are they whole? Then say which lengths are.",
                    List.of("digits: " + lengths));
        }
        page.question(IN, "classification", false, "By which classification are the codes, and is it the same in every year?",
                List.of("classification: {constant: HS2022}", "classification: {constant: \"CN{year}\"}"));
    }

    private void period() {
        if (!roles.families().isEmpty() && roles.families().get(0).pattern().contains("year")) {
            return;
        }
        if (roles.find(Role.PERIOD).isPresent()) {
            ColumnProfile column = roles.find(Role.PERIOD).get().column();
            PeriodGuess guess = PeriodGuess.of(column);
            page.guess(IN, "period", DraftPage.quoted(column.header()), guess.share() == 1 && guess.others().isEmpty() ? Confidence.SURE : Confidence.LIKELY,
                    "header '" + column.header() + "', such as " + column.some(text -> true));
        } else if (roles.find(Role.YEAR).isPresent()) {
            page.guess(IN, "year", DraftPage.quoted(header(Role.YEAR)), Confidence.SURE, "header '" + header(Role.YEAR) + "', years below it");
            roles.find(Role.MONTH).ifPresent(month -> page.guess(
                    IN, "month", DraftPage.quoted(month.column().header()), Confidence.SURE, "numbers from 1 to 12 below it"));
        } else {
            page.question(IN, "period", true, "Which months or years are the figures of? No column says it." + titles(),
                    List.of("period: ...", "period: {constant: \"2024\"}"));
        }
    }

    private void value() {
        if (!roles.families().isEmpty()) {
            return;
        }
        if (tellsWeightsAlone()) {
            page.guess(IN, "value", "{column: Value, optional: silently}", Confidence.UNSURE,
                    "no column has values, so this is a table of weights alone; if one has, write its header here");
            return;
        }
        if (roles.values().isEmpty()) {
            page.question(IN, "value", true, "Which column has the value? None of " + headers() + " says so.", List.of("value: ..."));
            return;
        }
        Placed first = roles.values().get(0);
        Money money = money(first.column());
        page.guess(IN, "value", "{column: " + DraftPage.quoted(first.column().header())
                        + (money.multiplier().isEmpty() ? "" : ", multiplier: " + money.multiplier()) + "}",
                first.byHeader() >= Words.CONTAINS ? Confidence.SURE : Confidence.LIKELY,
                "header '" + first.column().header() + "'" + (money.multiplier().isEmpty() ? "" : ", times " + money.multiplier() + " as '" + money.from() + "' says"));
        List<Placed> others = roles.values().stream().skip(1).toList();
        List<Placed> ofOtherFlows = others.stream().filter(each -> Roles.areOfTwoFlows(first.column(), each.column())).toList();
        if (!ofOtherFlows.isEmpty()) {
            page.question(IN, "value", false, "Another flow stands beside '" + first.column().header() + "', in " + named(ofOtherFlows)
                    + ": a layout reads one flow of such a table, and this draft leaves the other out. For it, give the file again with a layout in whose"
                    + " value, net-weight and flow it stands.", List.of());
        } else if (!others.isEmpty()) {
            page.question(IN, "value", false, "There are more columns of values: " + named(others) + ". Is the first the right one?", List.of());
        }
    }

    private boolean tellsWeightsAlone() {
        return roles.families().isEmpty() && roles.values().isEmpty() && roles.find(Role.WEIGHT).isPresent()
                && roles.free().stream().noneMatch(TableDraft::mayBeAValue);
    }

    /** Whether figures of several lengths stand in a column that nothing is known of: codes of one scheme are as long as each other. */
    private static boolean mayBeAValue(ColumnProfile column) {
        return column.isNumeric() && column.all().stream().filter(text -> !text.matches("(19|20)\\d{2}|\\d{1,2}")).mapToInt(String::length).distinct().count() > 1;
    }

    private static String named(List<Placed> columns) {
        return named(columns.stream().map(each -> each.column().header()));
    }

    private static String named(Stream<String> texts) {
        return texts.map(text -> "'" + text + "'").collect(Collectors.joining(", "));
    }

    /** What a text beside a value says of its unit. */
    private record Money(String currency, String multiplier, String from, String dollars) {}

    private Money money(ColumnProfile column) {
        return money(Stream.of(Stream.of(column.header()), valueMeasures().stream(), shape.title().stream()).flatMap(texts -> texts).toList());
    }

    /** What rows of values are called where each row says what it measures. */
    private List<String> valueMeasures() {
        if (roles.find(Role.MEASURE).isEmpty()) {
            return List.of();
        }
        int at = roles.find(Role.MEASURE).get().column().place();
        List<String> values = measureMap(roles.find(Role.MEASURE).get()).entrySet().stream().filter(each -> each.getValue().equals("value")).map(Map.Entry::getKey).toList();
        Stream<String> units = roles.find(Role.UNIT).stream().flatMap(unit -> shape.data().stream()
                .filter(row -> values.contains(row.cell(at).strip()))
                .map(row -> row.cell(unit.column().place()).strip())
                .distinct());
        return Stream.concat(values.stream(), units).toList();
    }

    private Money money(List<String> texts) {
        String currency = "";
        String multiplier = "";
        String from = "";
        for (String text : texts) {
            List<String> currencies = new ArrayList<>(words.membersIn("currency", text));
            if (currencies.size() == 2 && !text.contains("人民")) {
                currencies.remove("CNY"); // 美元(千元) are dollars
            }
            if (currency.isEmpty() && currencies.size() == 1) {
                currency = currencies.get(0);
                from = text;
            }
            List<String> multipliers = new ArrayList<>(words.membersIn("multiplier", text));
            if (multipliers.contains("1000000")) {
                multipliers.remove("10000"); // 百万元 holds 万元
            }
            if (multiplier.isEmpty() && multipliers.size() == 1 && (!currencies.isEmpty() || words.match("dollars", text) >= Words.CONTAINS || texts.get(0).equals(text))) {
                multiplier = multipliers.get(0);
                from = from.isEmpty() ? text : from;
            }
        }
        String dollars = texts.stream().filter(text -> words.match("dollars", text) >= Words.CONTAINS).findFirst().orElse("");
        return new Money(currency, multiplier, shortened(from), shortened(dollars));
    }

    private void currency() {
        if (roles.find(Role.CURRENCY).isPresent()) {
            ColumnProfile column = roles.find(Role.CURRENCY).get().column();
            Map<String, String> map = new LinkedHashMap<>();
            for (String text : column.all()) {
                if (!text.matches("[A-Z]{3}")) {
                    words.memberOf("currency", text).ifPresent(code -> map.put(text, code));
                }
            }
            page.guess(IN, "currency", map.isEmpty()
                            ? DraftPage.quoted(column.header())
                            : "{column: " + DraftPage.quoted(column.header()) + ", unmapped: kept, map: " + DraftPage.map(map) + "}",
                    Confidence.SURE, "header '" + column.header() + "'");
            return;
        }
        if (tellsWeightsAlone()) {
            page.guess(IN, "currency", "{constant: XXX}", Confidence.UNSURE, "no currency, since there are no values");
            return;
        }
        Money money = roles.families().isEmpty()
                ? roles.values().isEmpty() ? money(shape.title()) : money(roles.values().get(0).column())
                : money(Stream.of(Stream.of(readFamily().orElse(roles.families().get(0)).words()), valueMeasures().stream(), shape.title().stream()).flatMap(texts -> texts).toList());
        if (money.currency().isEmpty()) {
            powersOfTen();
        }
        if (money.currency().isEmpty() && !money.dollars().isEmpty()) {
            page.question(IN, "currency", true, "Whose dollars are those of '" + money.dollars() + "'? More than one country calls its money so." + titles(),
                    List.of("currency: {constant: USD}", "currency: {constant: CAD}", "currency: {constant: AUD}",
                            "multiplier: {constant: \"1000\"}   # if values are in thousands"));
            return;
        }
        if (money.currency().isEmpty()) {
            page.question(IN, "currency", true, "In which currency, and in units, thousands or millions? Neither header nor title says it." + titles(),
                    List.of("currency: {constant: EUR}", "multiplier: {constant: \"1000\"}   # if values are in thousands"));
            return;
        }
        page.guess(IN, "currency", "{constant: " + money.currency() + "}", Confidence.LIKELY, "'" + money.from() + "' says so");
        if (powersOfTen()) {
            return;
        }
        if (!roles.families().isEmpty() && !money.multiplier().isEmpty()) {
            page.guess(IN, "multiplier", "{constant: \"" + money.multiplier() + "\"}", Confidence.LIKELY, "'" + money.from() + "' says so");
        } else if (money.multiplier().isEmpty()) {
            page.question(IN, "multiplier", false, "Are the values in units of the currency? Nothing speaks of thousands or millions.", List.of(
                    "multiplier: {constant: \"1000\"}"));
        }
    }

    /** A column of powers of ten, as SDMX has it ({@code UNIT_MULT}: 3 are thousands); whether there is one. */
    private boolean powersOfTen() {
        Optional<ColumnProfile> powers = shape.columns().stream()
                .filter(column -> Words.normal(column.header()).matches("(.* )?(unit mult|unit multiplier|power ?code)( .*)?"))
                .filter(column -> !column.isEmpty() && column.share(text -> text.matches("[0-9]\\b.*")) == 1)
                .findFirst();
        powers.ifPresent(column -> {
            Map<String, String> map = new LinkedHashMap<>();
            column.all().forEach(text -> map.put(text, "1" + "0".repeat(text.charAt(0) - '0')));
            page.guess(IN, "multiplier", "{column: " + DraftPage.quoted(column.header()) + ", map: " + map.entrySet().stream()
                            .map(each -> "\"" + each.getKey().replace("\"", "\\\"") + "\": \"" + each.getValue() + "\"")
                            .collect(Collectors.joining(", ", "{", "}")) + "}",
                    Confidence.LIKELY, "header '" + column.header() + "', powers of ten");
        });
        return powers.isPresent();
    }

    private void weight() {
        Optional<Placed> weight = roles.find(Role.WEIGHT);
        Optional<Placed> unit = roles.find(Role.UNIT);
        Optional<Placed> quantity = weight.or(() -> roles.find(Role.QUANTITY));
        if (quantity.isEmpty()) {
            return;
        }
        ColumnProfile column = quantity.get().column();
        List<String> units = words.membersIn("weight", column.header());
        if (unit.isPresent() && units.isEmpty()) {
            Map<String, String> kilograms = new LinkedHashMap<>();
            for (String text : unit.get().column().all()) {
                words.memberOf("weight", text).ifPresent(each -> kilograms.put(text, each));
            }
            page.guess(IN, "net-weight", DraftPage.quoted(column.header()), Confidence.LIKELY, "'" + column.header() + "' is the weight where '"
                    + unit.get().column().header() + "' is a unit of weight");
            page.line(IN + "unit: " + DraftPage.quoted(unit.get().column().header()));
            tail.add("weights: " + kilograms.entrySet().stream().map(each -> DraftPage.quoted(each.getKey()) + ": " + each.getValue())
                    .collect(Collectors.joining(", ", "{", "}")));
            return;
        }
        boolean kilograms = units.isEmpty() && weight.isPresent();
        if (units.size() == 1) {
            page.guess(IN, "net-weight", "{column: " + DraftPage.quoted(column.header()) + (units.get(0).equals("1") ? "" : ", multiplier: " + units.get(0))
                    + "}", Confidence.SURE, "header '" + column.header() + "'");
        } else {
            page.question(IN, "net-weight", false, kilograms
                            ? "Is '" + column.header() + "' the net weight, and in kilograms? It is not read until you say so."
                            : "In which unit is '" + column.header() + "'? It is not read until you say so.",
                    List.of("net-weight: {column: " + DraftPage.quoted(column.header()) + "}   # kilograms",
                            "net-weight: {column: " + DraftPage.quoted(column.header()) + ", multiplier: 1000}   # tonnes"));
        }
    }

    private List<ColumnProfile> figureColumns() {
        return Stream.of(
                        roles.values().stream().limit(1).map(Placed::column),
                        roles.find(Role.WEIGHT).stream().map(Placed::column),
                        roles.find(Role.QUANTITY).stream().map(Placed::column),
                        roles.families().stream().flatMap(family -> family.columns().stream()))
                .flatMap(columns -> columns)
                .toList();
    }

    private void numbers() {
        List<String> numbers = figureColumns().stream().flatMap(column -> column.numbers().stream()).distinct().toList();
        NumberGuess guess = NumberGuess.of(numbers);
        String shown = numbers.stream().filter(text -> text.matches(".*[.,'’   ].*")).limit(4).map(text -> "'" + text + "'")
                .collect(Collectors.joining(", "));
        if (guess.contradicts()) {
            page.question("", "numbers", false, "Numbers such as " + shown + " contradict each other. How are they written?",
                    List.of("numbers: {decimal: ',', grouping: '.'}", "numbers: {decimal: '.', grouping: ','}"));
        } else if (guess.open() != 0) {
            char other = guess.open() == ',' ? '.' : ',';
            page.question("", "numbers", true, "Is the mark in " + shown + " a decimal mark or one between thousands? Every number has three digits"
                            + " behind it, so that both are possible. Rows with them are set aside until you say so.",
                    List.of("numbers: {decimal: '" + other + "', grouping: '" + guess.open() + "'}   # thousands",
                            "numbers: {decimal: '" + guess.open() + "'}   # decimals"));
        } else if (guess.decimal() != 0 || guess.grouping() != 0) {
            char decimal = guess.decimal() != 0 ? guess.decimal() : guess.grouping() == '.' ? ',' : '.';
            page.guess("", "numbers", "{decimal: " + mark(decimal) + (guess.grouping() == 0 ? "" : ", grouping: " + mark(guess.grouping())) + "}",
                    guess.decimal() != 0 ? Confidence.SURE : Confidence.LIKELY, "numbers such as " + shown);
        }
    }

    private static String mark(char mark) {
        return mark > '~' ? String.format(java.util.Locale.ROOT, "\"\\u%04x\"", (int) mark) : mark == '\'' ? "\"'\"" : "'" + mark + "'";
    }

    private void markers() {
        Set<String> odd = new TreeSet<>();
        figureColumns().forEach(column -> odd.addAll(column.oddTexts()));
        List<String> missing = odd.stream().filter(text -> words.is("missing", text)).toList();
        List<String> suppressed = odd.stream().filter(text -> words.is("suppressed", text)).toList();
        odd.removeAll(missing);
        odd.removeAll(suppressed);
        if (!missing.isEmpty()) {
            page.guess("", "missing", DraftPage.list(missing), Confidence.LIKELY, "texts in columns of figures");
        }
        if (!suppressed.isEmpty()) {
            page.guess("", "suppressed", DraftPage.list(suppressed), Confidence.LIKELY, "texts in columns of figures");
        }
        if (!odd.isEmpty()) {
            String texts = odd.stream().limit(12).map(text -> "'" + shortened(text) + "'").collect(Collectors.joining(", "));
            List<String> short12 = odd.stream().limit(12).toList();
            page.question("", "missing", false, "What do " + texts + " mean in columns of figures: no trade, withheld or not known? Offices differ"
                            + " over '-' and '.'. Rows with them are set aside until you say so.",
                    List.of("nil: " + DraftPage.list(short12) + "   # no trade", "suppressed: " + DraftPage.list(short12) + "   # withheld",
                            "missing: " + DraftPage.list(short12) + "   # not known"));
        }
    }

    private void periods() {
        if (roles.find(Role.PERIOD).isEmpty() || !roles.families().isEmpty()) {
            return;
        }
        PeriodGuess guess = PeriodGuess.of(roles.find(Role.PERIOD).get().column());
        if (guess.others().isEmpty()) {
            page.guess("", "periods", "[" + String.join(", ", PeriodGuess.words(guess.forms())) + "]",
                    guess.share() == 1 ? Confidence.SURE : Confidence.LIKELY, "how the periods are written");
        } else {
            page.question("", "periods", true, "Which months are " + roles.find(Role.PERIOD).get().column().some(text -> true)
                            + "? Fiscal years begin in different months.",
                    PeriodGuess.words(guess.others()).stream().map(word -> "periods: [" + word + "]").toList());
        }
        String beside = Stream.concat(figureColumns().stream().map(ColumnProfile::header), shape.title().stream()).map(Words::normal)
                .collect(Collectors.joining(" "));
        if (beside.matches(".*(cumul|kumul|acumul|ytd|year to date|累計|累计).*")) {
            page.question("", "periods", false, "Are the figures of a month those of the year so far? A header or title says something like it.",
                    List.of("periods: [to-month]"));
        }
    }

    /** Rows of one flow: which columns tell them apart is asked, since parts may stand beside their total. */
    private void repeats() {
        List<Integer> key = Stream.of(Role.REPORTER, Role.PARTNER, Role.IMPORTER, Role.EXPORTER, Role.FLOW, Role.COMMODITY, Role.PERIOD, Role.YEAR,
                        Role.MONTH, Role.MEASURE)
                .flatMap(role -> roles.find(role).stream())
                .map(each -> each.column().place())
                .toList();
        Map<List<String>, Row> first = new HashMap<>();
        Set<Integer> differing = new TreeSet<>();
        int repeated = 0;
        for (Row row : shape.data()) {
            Row before = first.putIfAbsent(key.stream().map(row::cell).toList(), row);
            if (before != null) {
                repeated++;
                roles.free().stream().map(ColumnProfile::place).filter(at -> !row.cell(at).equals(before.cell(at))).forEach(differing::add);
                roles.find(Role.UNIT).map(each -> each.column().place()).filter(at -> !row.cell(at).equals(before.cell(at))).ifPresent(differing::add);
            }
        }
        if (repeated == 0) {
            return;
        }
        List<String> names = shape.columns().stream().filter(column -> differing.contains(column.place()) && !column.isNumeric() || differing.contains(column.place()) && column.all().size() < 60)
                .map(ColumnProfile::header).filter(header -> !header.isEmpty()).toList();
        if (names.isEmpty()) {
            page.question("", "parts", false, repeated + " rows repeat the reporter, partner, flow, commodity and period of another. Repeats and parts"
                    + " beside their total are set aside with an issue each; is a column missing above?", List.of());
            return;
        }
        String column = names.get(0);
        String some = shape.columns().stream().filter(each -> each.header().equals(column)).findFirst().map(each -> each.some(text -> true)).orElse("");
        page.question("", "parts", false, repeated + " rows repeat the reporter, partner, flow, commodity and period of another and differ in "
                        + names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "))
                        + " (" + some + "). Are they parts to be added up, or does a total stand beside its parts?",
                List.of("parts: " + DraftPage.list(names) + "   # no row is a total: add them up",
                        "leave-out: [{column: " + DraftPage.quoted(column) + ", is-not: [...], reason: part of a total}]   # keep the total only"));
    }

    private void rowsLeftOut() {
        List<String> rules = new ArrayList<>();
        otherFlows.ifPresent(rules::add);
        if (!worldTexts.isEmpty()) {
            Placed partner = roles.find(Role.PARTNER).or(() -> roles.find(tellsExportsAlone() ? Role.IMPORTER : Role.EXPORTER)).orElseThrow();
            rules.add("{column: " + DraftPage.quoted(partner.column().header()) + ", is: " + DraftPage.list(worldTexts)
                    + ", total: world, reason: all partners together}");
        }
        roles.find(Role.COMMODITY).ifPresent(commodity -> {
            List<String> totals = commodity.column().all().stream().filter(text -> words.is("footer", text) || text.matches("(?i)total.*")).toList();
            if (!totals.isEmpty()) {
                rules.add("{column: " + DraftPage.quoted(commodity.column().header()) + ", is: " + DraftPage.list(totals)
                        + ", reason: all commodities together}");
            }
        });
        for (ColumnProfile column : roles.free()) {
            if (sample.above().contains(column.header()) && column.all().size() > 1) {
                String first = column.all().get(0);
                page.question("", "leave-out", false, "Tables differ in what stands above them as '" + column.header() + "': " + column.some(text -> true)
                        + ". Only those of the first are read, since nothing tells what the others are. If all are alike, take the rule away.", List.of());
                rules.add("{column: " + DraftPage.quoted(column.header()) + ", is-not: " + DraftPage.list(List.of(first)) + ", reason: a table of something else}");
            }
        }
        if (!rules.isEmpty()) {
            tail.add(worldTexts.isEmpty() && otherFlows.isPresent() ? "# rows that are not read" : "# likely: totals stand beside their parts");
            tail.add("leave-out:");
            rules.forEach(rule -> tail.add("  - " + rule));
        }
        if (!shape.footers().isEmpty()) {
            Set<String> beginnings = new LinkedHashSet<>();
            Set<String> whole = new LinkedHashSet<>();
            for (String text : shape.footers()) {
                String beginning = text.split("(?<=.)[ :(]")[0];
                (beginning.length() < 4 ? whole : beginnings).add((beginning.length() < 4 ? text : beginning).replaceAll("([\\[\\]{}()*+?^$|.\\\\])", "\\\\$1"));
            }
            String pattern = Stream.concat(
                            beginnings.isEmpty() ? Stream.<String>of() : Stream.of(beginnings.stream().limit(8).collect(Collectors.joining("|", "(", ").*"))),
                            whole.stream().limit(8))
                    .collect(Collectors.joining("|"));
            tail.add("# likely: rows below the data, such as '" + shortened(shape.footers().get(0)).replaceAll("[\\p{Cntrl}\\u2028\\u2029]", " ") + "'");
            tail.add("footer: " + DraftPage.quoted(pattern));
        }
        roles.find(Role.STATUS).ifPresent(status -> page.question("", "status", false, "Column '" + status.column().header() + "' holds "
                + status.column().some(text -> true) + ". Does it mark estimates, withheld figures or nothing at all? It is not read until you say so.",
                List.of("status: {column: " + DraftPage.quoted(status.column().header())
                        + ", map: {\"\": \"\", e: estimated, c: suppressed, \"*\": \"\"}}   # below columns:")));
    }

    private void wide() {
        if (roles.families().isEmpty()) {
            roles.find(Role.MEASURE).ifPresent(this::measureRows);
            return;
        }
        tail.add("wide:");
        tail.add("  cells:");
        boolean valued = false;
        boolean weighed = false;
        List<String> second = new ArrayList<>();
        for (Roles.Family family : roles.families()) {
            String span = family.fiscal() ? ", span: fiscal-april" : "";
            List<String> units = words.membersIn("weight", family.words());
            boolean weight = isOfWeights(family);
            boolean exports = isOfExports(family);
            boolean other = exports && roles.families().stream().anyMatch(each -> FlowWords.in(each.words()).contains("M"));
            if (weight && units.size() == 1 && !weighed && !other) {
                weighed = true;
                tail.add("    - {header: " + DraftPage.quoted(family.pattern()) + ", measure: net-weight" + span + "}");
                tail.add("  # kilograms of a unit".replace("of a unit", "each unit stands for; the header names it"));
                second.add("  weights: {\"\": " + units.get(0) + "}");
            } else if (weight || valued || other) {
                tail.add("    - {header: " + DraftPage.quoted(family.pattern()) + ", measure: not-read" + span + "}");
                page.question("", "wide", false, "Columns such as '" + family.columns().get(0).header() + "' are not read. "
                        + (weight ? "In which unit are they?" : "Are they another flow or value?"), List.of());
            } else {
                valued = true;
                String measure = roles.find(Role.MEASURE).isPresent() ? "" : ", measure: value";
                tail.add("    - {header: " + DraftPage.quoted(family.pattern()) + measure + span + "}");
            }
            if (family.fiscal()) {
                page.question("", "wide", false, "Which month does a year such as '" + family.columns().get(0).header()
                        + "' begin in? April is assumed (India, Japan); a year of other months needs another span.", List.of());
            }
        }
        tail.removeIf(line -> line.startsWith("  # kilograms"));
        tail.addAll(second);
        roles.find(Role.MEASURE).ifPresent(this::measuresAndWeights);
        List<ColumnProfile> marks = shape.columns().stream()
                .filter(column -> column.isNameless() && !column.isEmpty() && !column.isNumeric() && column.all().stream().allMatch(text -> text.length() <= 3))
                .filter(column -> roles.families().stream().flatMap(family -> family.columns().stream()).anyMatch(each -> each.place() == column.place() - 1))
                .toList();
        if (!marks.isEmpty()) {
            marksBeside(marks);
        }
        page.question("", "wide", false, "Is the last period complete? A year that is still going on is never told by its header.", List.of());
    }

    /** Marks in columns of their own: a few letters mean much the same wherever they stand; a figure beside another is dropped until that is known. */
    private void marksBeside(List<ColumnProfile> columns) {
        tail.add("  # likely: columns without a header beside the figures hold marks");
        tail.add("  marks: beside");
        Set<String> met = columns.stream().flatMap(column -> column.all().stream()).collect(Collectors.toCollection(TreeSet::new));
        Map<String, String> flags = new TreeMap<>();
        List<String> unknown = new ArrayList<>();
        for (String mark : met) {
            Optional<String> said = Optional.ofNullable(MARKS.get(mark.toLowerCase(java.util.Locale.ROOT)));
            said.ifPresentOrElse(word -> flags.put(mark, word), () -> unknown.add(mark));
        }
        page.guess("", "flags", flags.entrySet().stream().map(each -> DraftPage.quoted(each.getKey()) + ": " + (each.getValue().isEmpty() ? "\"\"" : each.getValue()))
                .collect(Collectors.joining(", ", "{", "}")), Confidence.LIKELY, "c is mostly confidential, e estimated, p provisional, r revised, b a break");
        if (!unknown.isEmpty()) {
            page.question("", "flags", false, "What do the marks " + named(unknown.stream().limit(12)) + " beside the figures say of them: suppressed, estimated or"
                    + " nothing? Figures beside them are dropped until the flags above have them.", List.of());
        }
    }

    private boolean isOfWeights(Roles.Family family) {
        boolean value = words.match("role.value", FlowWords.without(family.words())) >= Words.CONTAINS || words.match("dollars", family.words()) >= Words.CONTAINS
                || !words.membersIn("currency", family.words()).isEmpty();
        return !value && (words.match("role.weight", family.words()) > 0 || !words.membersIn("weight", family.words()).isEmpty()
                || words.match("role.quantity", family.words()) > 0);
    }

    private static boolean isOfExports(Roles.Family family) {
        return FlowWords.in(family.words()).contains("X") && !FlowWords.in(family.words()).contains("M");
    }

    /** The columns that are read as values: where imports stand beside exports, imports. */
    private Optional<Roles.Family> readFamily() {
        boolean imports = roles.families().stream().anyMatch(each -> FlowWords.in(each.words()).contains("M"));
        return roles.families().stream().filter(each -> !isOfWeights(each) && !(imports && isOfExports(each))).findFirst();
    }

    private void measureRows(Placed measure) {
        tail.add("wide:");
        measuresAndWeights(measure);
    }

    private void measuresAndWeights(Placed measure) {
        tail.add("  measures: " + measures(measure));
        List<String> weights = measure.column().all().stream().filter(text -> measureOf(text).equals("net-weight")).toList();
        if (weights.isEmpty()) {
            return;
        }
        Map<String, String> kilograms = new LinkedHashMap<>();
        kilograms.putAll(kilogramsByMeasure());
        for (String text : !kilograms.isEmpty() ? List.<String>of() : roles.find(Role.UNIT).map(unit -> unit.column().all()).orElse(weights)) {
            List<String> units = words.membersIn("weight", text);
            if (units.size() == 1) {
                kilograms.put(text, units.get(0));
            }
        }
        if (kilograms.isEmpty()) {
            page.question("", "wide", false, "In which unit are rows of " + measure.column().some(weights::contains) + "? They are not read until you say so.",
                    List.of("  weights: {" + DraftPage.quoted(weights.get(0)) + ": 1}   # kilograms; 1000 for tonnes"));
        } else {
            tail.add("  weights: " + kilograms.entrySet().stream().map(each -> DraftPage.quoted(each.getKey()) + ": " + each.getValue())
                    .collect(Collectors.joining(", ", "{", "}")));
        }
    }

    /** Kilograms of each measure of weights, where the rows of each have one unit; values need none then, and theirs may be a currency. */
    private Map<String, String> kilogramsByMeasure() {
        Map<String, Set<String>> units = new LinkedHashMap<>();
        roles.find(Role.MEASURE).map(each -> each.column().place()).ifPresent(at -> roles.find(Role.UNIT).map(each -> each.column().place()).ifPresent(unit -> shape.data().stream()
                .filter(row -> measureOf(row.cell(at).strip()).equals("net-weight"))
                .forEach(row -> units.computeIfAbsent(row.cell(at).strip(), key -> new TreeSet<>()).add(words.memberOf("weight", row.cell(unit).strip()).orElse("")))));
        boolean clear = units.values().stream().allMatch(each -> each.size() == 1 && !each.contains(""));
        Map<String, String> kilograms = new LinkedHashMap<>();
        units.forEach((measure, each) -> kilograms.put(measure, each.iterator().next()));
        return clear ? kilograms : Map.of();
    }

    /** What a row with this text in the column of measures holds; what is neither a value nor a weight is not read. */
    private String measureOf(String text) {
        return MeasureTexts.of(text, words).orElse("not-read");
    }

    private String measures(Placed measure) {
        Map<String, String> map = measureMap(measure);
        List<String> others = measure.column().all().stream().filter(text -> map.get(text).equals("not-read") && !measureOf(text).equals("not-read")).toList();
        if (!others.isEmpty()) {
            page.question("", "wide", false, "Rows of " + measure.column().some(others::contains) + " are values or weights too. One of each is read, and "
                    + measure.column().some(text -> !map.get(text).equals("not-read")) + " are: is it the right one?", List.of());
        }
        return DraftPage.map(map);
    }

    /** What each measure is read as: of several values of one flow the first, imports before exports. */
    private Map<String, String> measureMap(Placed measure) {
        Map<String, String> map = new LinkedHashMap<>();
        Set<String> seen = new java.util.HashSet<>();
        for (String text : measure.column().all().stream().sorted(java.util.Comparator.comparing(each -> FlowWords.in(each).contains("X"))).toList()) {
            String what = measureOf(text);
            boolean again = !what.equals("not-read") && !seen.add(what + (measureTellsTheFlow() ? FlowWords.in(text) : ""));
            map.put(text, again ? "not-read" : what);
        }
        return map;
    }

    private String header(Role role) {
        return roles.find(role).orElseThrow().column().header();
    }

    private String headers() {
        return shape.columns().stream().map(ColumnProfile::header).filter(text -> !text.isEmpty()).limit(20).map(text -> "'" + shortened(text) + "'")
                .collect(Collectors.joining(", "));
    }

    private String titles() {
        return shape.title().isEmpty()
                ? ""
                : " Above the table stands: " + shape.title().stream().limit(4).map(text -> "'" + shortened(text) + "'").collect(Collectors.joining(", ")) + ".";
    }

    private static String shortened(String text) {
        return text.length() > 80 ? text.substring(0, 80) + "..." : text;
    }
}
