package dev.lodestone.ingest.register;

import java.util.Arrays;
import java.util.List;

/** The registers and their columns. */
enum RegisterTable {
    ECONOMIES(
            "economies.csv", false, true,
            "iso3", "name", "name_in_text", "adjective", "iso2", "m49", "comtrade", "eurostat", "census", "aliases", "kind", "from", "until", "note"),
    GROUPS("groups.csv", false, true, "group", "group_name", "member", "from", "until", "source"),
    EXCHANGE_RATES("exchange-rates.csv", false, true, "currency", "per", "period", "rate", "source"),
    BREAKS("breaks.csv", false, false, "publisher", "from_classification", "to_classification", "note", "source"),
    CODE_CHANGES(
            "code-changes.csv", false, false, "nomenclature", "year", "before", "after", "complete", "note", "source", "confidence"),
    TEXTS("texts.csv", false, false, "lang", "register", "id", "field", "text"),
    MATERIAL("material.csv", true, true, "id", "label", "noun", "watched", "watch_from_usd"),
    STAGES("stages.csv", true, true, "id", "label", "noun", "order", "note"),
    COMMODITIES(
            "commodities.csv", true, true,
            "stage", "nomenclature", "code", "label", "use", "whole_stage", "from_year", "until_year", "forerunners", "mixes_in", "caveat",
            "source", "confidence"),
    COMMITMENTS(
            "commitments.csv", true, false,
            "id", "parties", "applies", "kind", "instrument", "summary", "adopted", "stages", "commodities", "each_line", "supplier",
            "comparator", "threshold", "unit", "basis", "denominator", "baseline", "baseline_year", "target_date", "done_date", "delivered",
            "outcome", "binding", "testable_with", "missing", "source_title", "source_url", "recorded", "confidence", "supersedes", "notes"),
    EVENTS(
            "events.csv", true, false,
            "id", "date", "date_text", "actors", "affects", "kind", "title", "summary", "stages", "major", "source", "confidence"),
    PRODUCTION(
            "production.csv", true, false,
            "series", "economy", "stage", "scope", "year", "text", "unit", "edition", "source", "confidence", "notes"),
    PROJECTS(
            "projects.csv", true, false,
            "name", "economies", "stages", "bears_on", "capacity", "unit", "start", "status", "status_text", "backers", "kind", "source",
            "confidence", "notes"),
    MATERIAL_TEXTS("texts.csv", true, false, "lang", "register", "id", "field", "text");

    private final String fileName;
    private final boolean perMaterial;
    private final boolean required;
    private final List<String> columns;

    RegisterTable(String fileName, boolean perMaterial, boolean required, String... columns) {
        this.fileName = fileName;
        this.perMaterial = perMaterial;
        this.required = required;
        this.columns = List.of(columns);
    }

    String fileName() {
        return fileName;
    }

    /** Whether each material has its own. */
    boolean isPerMaterial() {
        return perMaterial;
    }

    /** Whether registers without this file are refused; else it counts as empty. */
    boolean isRequired() {
        return required;
    }

    List<String> columns() {
        return columns;
    }

    /** Whether a header may leave a column out, which then counts as blank: one that came later, so that registers of before still read. */
    boolean isOptional(String column) {
        return this == MATERIAL && column.equals("watch_from_usd");
    }

    /** Id of the layout in reports and manifests, such as {@code register-commitments}. */
    String layout() {
        String name = fileName.substring(0, fileName.length() - ".csv".length());
        return this == MATERIAL_TEXTS ? "register-material-texts" : "register-" + name;
    }

    static boolean isKnown(String fileName, boolean inMaterial) {
        return Arrays.stream(values()).anyMatch(t -> t.perMaterial == inMaterial && t.fileName.equals(fileName));
    }
}
