package dev.lodestone.ingest.register;

import dev.lodestone.model.register.CommodityEntry;
import dev.lodestone.model.register.Confidence;
import dev.lodestone.model.register.Event;
import dev.lodestone.model.register.Material;
import dev.lodestone.model.register.ProductionEntry;
import dev.lodestone.model.register.Project;
import dev.lodestone.model.register.StageEntry;
import dev.lodestone.model.text.NearestName;
import dev.lodestone.model.trade.CommodityCode;
import dev.lodestone.model.trade.Economy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one material's folder. */
final class MaterialRegisters {

    /** Stage word that commitments, events and projects may use beside the material's own stages. */
    static final String RECYCLING = "recycling";

    private static final String WATCH_FROM = "watch_from_usd";

    private static final Pattern NOMENCLATURE = Pattern.compile("[A-Z][A-Z0-9]{1,9}");
    private static final Pattern DATE_TEXT = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");
    private static final Pattern KEBAB = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    /** Kinds of events that pages or docs/REGISTERS.md know; others are kept, but not one that is a slip of the keys away from these. */
    private static final List<String> EVENT_KINDS = List.of(
            "export-control", "allied-action", "trade-action", "trade-dispute", "law", "meeting", "capacity", "deadline", "enforcement", "truce",
            "audit", "upcoming");
    private static final Map<String, String> STATUSES =
            SharedRegisters.words("announced", "planned", "financed", "building", "ramping", "operating", "uncertain");
    private static final Map<String, String> PROJECT_KINDS = SharedRegisters.words("project", "reserve");

    private final Tables tables;
    private final Vocabulary vocabulary;
    private final String folder;
    private final LocalDate latest;
    private final Set<String> stageIds = new HashSet<>();
    private final Set<String> codes = new HashSet<>();

    /** @param latest the last day on which a row can have been checked */
    MaterialRegisters(Tables tables, Vocabulary vocabulary, String folder, LocalDate latest) {
        this.tables = tables;
        this.vocabulary = vocabulary;
        this.folder = folder;
        this.latest = latest;
    }

    /** The material; empty, with an issue, when its own row is broken. */
    Optional<Material> read() {
        List<Row> rows = tables.rows(RegisterTable.MATERIAL, folder);
        Optional<Row> own = rows.stream().filter(this::isOwn).findFirst();
        List<StageEntry> stages = readStages();
        List<CommodityEntry> commodities = readCommodities();
        List<Event> events = readEvents();
        List<ProductionEntry> production = readProduction();
        List<Project> projects = readProjects();
        var commitments = new CommitmentRows(vocabulary, stageIds, codes, commodities, latest).read(tables.rows(RegisterTable.COMMITMENTS, folder));
        if (rows.size() != 1 || own.isEmpty()) {
            tables.get(folder + "/" + RegisterTable.MATERIAL.fileName()).addFileIssue(
                    RegisterIssue.NOT_ONE_MATERIAL, rows.size() + " rows", "exactly one sound row whose id is the folder's name '" + folder + "'",
                    "material not used");
            return Optional.empty();
        }
        Row row = own.get();
        return Optional.of(new Material(
                folder, row.text("label"), row.text("noun"), Economy.of(row.text("watched")),
                row.notNegative(WATCH_FROM).orElse(Material.WATCH_FROM),
                stages, commodities, commitments, events, production, projects));
    }

    private boolean isOwn(Row row) {
        String id = row.id("id");
        if (row.isSound() && !id.equals(folder)) {
            row.reject(RegisterIssue.BAD_CODE, "id", "the folder's name '" + folder + "'");
        }
        row.required("label");
        row.required("noun");
        vocabulary.economy(row, "watched");
        row.notNegative(WATCH_FROM);
        return row.isSound();
    }

    private List<StageEntry> readStages() {
        List<StageEntry> stages = new ArrayList<>();
        Keys ids = new Keys();
        Keys orders = new Keys();
        for (Row row : tables.rows(RegisterTable.STAGES, folder)) {
            String id = row.id("id");
            if (id.equals(RECYCLING) || id.equals("any")) {
                row.reject(RegisterIssue.BAD_CODE, "id", "a word other than 'recycling' and 'any', which are taken");
            }
            String label = row.required("label");
            String noun = row.required("noun");
            String orderText = row.required("order");
            int order = row.wholeNumber("order", 1, 99, 0);
            ids.check(row, "id", id);
            if (!orderText.isEmpty()) {
                orders.check(row, "order", orderText);
            }
            if (row.isSound()) {
                stages.add(new StageEntry(id, label, noun, order, row.text("note")));
                stageIds.add(id);
            }
        }
        stages.sort(Comparator.comparingInt(StageEntry::order));
        return stages;
    }

    private List<CommodityEntry> readCommodities() {
        Map<String, CommodityEntry.Use> uses = new LinkedHashMap<>();
        for (CommodityEntry.Use use : CommodityEntry.Use.values()) {
            uses.put(use.code(), use);
        }
        List<CommodityEntry> commodities = new ArrayList<>();
        Keys keys = new Keys();
        for (Row row : tables.rows(RegisterTable.COMMODITIES, folder)) {
            String stage = row.required("stage");
            checkStage(row, "stage", stage, false);
            String nomenclature = row.required("nomenclature");
            if (!nomenclature.isEmpty() && !NOMENCLATURE.matcher(nomenclature).matches()) {
                row.reject(RegisterIssue.BAD_CODE, "nomenclature", "capital letters and digits such as HS, CN or HTS");
            }
            Optional<CommodityCode> code = commodityCode(row, nomenclature);
            String label = row.required("label");
            Optional<CommodityEntry.Use> use = row.requiredWord("use", uses);
            boolean wholeStage = row.yesNo("whole_stage");
            if (wholeStage && use.isPresent() && use.get() != CommodityEntry.Use.MEASURE) {
                row.reject(RegisterIssue.BAD_WORD, "whole_stage", "no, for a code that does not measure its stage");
            }
            int from = row.wholeNumber("from_year", 1900, 2199, 0);
            int until = row.wholeNumber("until_year", 1900, 2199, 9999);
            if (until < from) {
                row.reject(RegisterIssue.DATES_REVERSED, "until_year", "a year not before " + from);
            }
            checkForerunners(row);
            String source = row.required("source");
            Optional<Confidence> confidence = row.confidence();
            keys.check(row, "code", stage, nomenclature, row.text("code"));
            codes.add(row.text("code"));
            if (row.isSound()) {
                commodities.add(new CommodityEntry(
                        stage, nomenclature, code.orElseThrow(), label, use.orElseThrow(), wholeStage, from, until, row.text("forerunners"),
                        row.text("mixes_in"), row.text("caveat"), source, confidence.orElseThrow()));
            }
        }
        return commodities;
    }

    private static Optional<CommodityCode> commodityCode(Row row, String nomenclature) {
        String text = row.required("code");
        Optional<CommodityCode> code = text.chars().allMatch(c -> c >= '0' && c <= '9') ? CommodityCode.parse(text) : Optional.empty();
        if (code.isEmpty() && !text.isEmpty()) {
            row.reject(RegisterIssue.BAD_CODE, "code", "2 to 12 digits without dots or blanks");
        } else if (nomenclature.equals("HS") && code.isPresent() && (text.length() > 6 || text.length() % 2 != 0)) {
            row.reject(RegisterIssue.BAD_CODE, "code", "2, 4 or 6 digits, as the Harmonized System has");
        }
        return code;
    }

    private static void checkForerunners(Row row) {
        String text = row.text("forerunners");
        for (String part : text.isEmpty() ? new String[0] : text.split(" +")) {
            if (CommodityCode.parse(part).isEmpty()) {
                row.reject(RegisterIssue.BAD_CODE, "forerunners", "codes of 2 to 12 digits separated by blanks");
                return;
            }
        }
    }

    private List<Event> readEvents() {
        List<Event> events = new ArrayList<>();
        Keys keys = new Keys();
        for (Row row : tables.rows(RegisterTable.EVENTS, folder)) {
            String id = row.id("id");
            keys.check(row, "id", id);
            LocalDate date = row.requiredDate("date", LocalDate.EPOCH);
            String dateText = row.required("date_text");
            if (row.isSound() && (!DATE_TEXT.matcher(dateText).matches() || !firstDay(dateText).equals(date.toString()))) {
                row.reject(RegisterIssue.BAD_DATE, "date_text", "a day, month or year whose first day is " + date);
            }
            List<String> actors = row.list("actors");
            if (actors.isEmpty()) {
                row.required("actors");
            }
            List<String> affects = vocabulary.parties(row, "affects");
            String kind = kebab(row, "kind");
            if (!EVENT_KINDS.contains(kind)) {
                EVENT_KINDS.stream()
                        .filter(known -> NearestName.distance(kind, known) == 1)
                        .findFirst()
                        .ifPresent(known -> row.reject(RegisterIssue.BAD_WORD, "kind", "'" + known + "', or a kind that differs by more than a letter"));
            }
            String title = row.required("title");
            String summary = row.required("summary");
            List<String> stages = stages(row, "stages");
            boolean major = row.yesNo("major");
            String source = row.required("source");
            Optional<Confidence> confidence = row.confidence();
            if (row.isSound()) {
                events.add(new Event(
                        id, date, dateText, actors, affects, kind, title, summary, stages, major, source, confidence.orElseThrow()));
            }
        }
        events.sort(Comparator.comparing(Event::date).thenComparing(Event::id));
        return events;
    }

    private static String firstDay(String dateText) {
        return dateText + "-01-01".substring(0, 10 - dateText.length());
    }

    private List<ProductionEntry> readProduction() {
        List<ProductionEntry> production = new ArrayList<>();
        Keys keys = new Keys();
        for (Row row : tables.rows(RegisterTable.PRODUCTION, folder)) {
            String series = kebab(row, "series");
            Optional<Economy> economy = vocabulary.economy(row, "economy");
            String stage = row.text("stage");
            if (!stage.isEmpty()) {
                checkStage(row, "stage", stage, true);
            }
            String scope = row.required("scope");
            row.required("year");
            int year = row.wholeNumber("year", 1900, 2199, 0);
            String text = row.required("text");
            String unit = row.required("unit");
            String edition = row.text("edition");
            String source = row.required("source");
            Optional<Confidence> confidence = row.confidence();
            keys.check(row, "series", series, row.text("economy"), stage, scope, row.text("year"), edition);
            if (row.isSound()) {
                production.add(new ProductionEntry(
                        series, economy.orElseThrow().code(), stage, scope, year, text, unit, edition, source, confidence.orElseThrow(),
                        row.text("notes"), row.where()));
            }
        }
        return production;
    }

    private List<Project> readProjects() {
        List<Project> projects = new ArrayList<>();
        Keys keys = new Keys();
        for (Row row : tables.rows(RegisterTable.PROJECTS, folder)) {
            String name = row.required("name");
            List<String> economies = vocabulary.economies(row, "economies");
            if (economies.isEmpty()) {
                row.required("economies");
            }
            List<String> stages = stages(row, "stages");
            List<String> bearsOn = vocabulary.parties(row, "bears_on");
            OptionalDouble capacity = row.notNegative("capacity");
            String unit = row.text("unit");
            if (capacity.isPresent() && unit.isEmpty()) {
                row.reject(RegisterIssue.INCOMPLETE, "unit", "a unit, since a capacity is given");
            }
            Optional<String> status = row.requiredWord("status", STATUSES);
            String statusText = row.required("status_text");
            Optional<String> kind = row.requiredWord("kind", PROJECT_KINDS);
            String source = row.required("source");
            Optional<Confidence> confidence = row.confidence();
            keys.check(row, "name", name, row.text("kind"));
            if (row.isSound()) {
                projects.add(new Project(
                        name, economies, stages, bearsOn, capacity, unit, row.text("start"), status.orElseThrow(), statusText,
                        row.text("backers"), kind.orElseThrow(), source, confidence.orElseThrow(), row.text("notes")));
            }
        }
        return projects;
    }

    private static String kebab(Row row, String column) {
        String text = row.required(column);
        if (!text.isEmpty() && !KEBAB.matcher(text).matches()) {
            row.reject(RegisterIssue.BAD_CODE, column, "lower-case words joined by hyphens");
        }
        return text;
    }

    private List<String> stages(Row row, String column) {
        List<String> stages = row.list(column);
        stages.forEach(stage -> checkStage(row, column, stage, true));
        return stages;
    }

    private void checkStage(Row row, String column, String stage, boolean recycling) {
        if (!stage.isEmpty() && !stageIds.contains(stage) && !(recycling && stage.equals(RECYCLING))) {
            row.reject(RegisterIssue.UNKNOWN_STAGE, column, stage, "a stage of stages.csv" + (recycling ? ", or recycling" : ""));
        }
    }
}
