package dev.lodestone.ingest.register;

import dev.lodestone.model.register.ExchangeRate;
import dev.lodestone.model.register.GroupMembership;
import dev.lodestone.model.register.Material;
import dev.lodestone.model.register.RegisterTexts;
import dev.lodestone.model.register.SeriesBreak;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The registers' texts in other languages: what has a row nowhere else is refused, what has no translation stays English. */
final class TextRows {

    /** Words that the registers use without a register of their own: units, scopes of production, statuses of projects. */
    private static final Set<String> FREE = Set.of("units", "scopes", "words");

    private final Tables tables;
    private final SharedRegisters shared;
    private final Set<String> beneath;
    private final Map<RegisterTexts.Key, String> texts = new LinkedHashMap<>();

    /** Files beneath registers of one's own may translate rows that these have replaced: such a text is of no use, and no mistake. */
    TextRows(Tables tables, SharedRegisters shared, Set<String> beneath) {
        this.tables = tables;
        this.shared = shared;
        this.beneath = beneath;
    }

    RegisterTexts read(Map<String, Material> materials) {
        Map<String, Set<String>> common = new LinkedHashMap<>();
        common.put("economies", shared.vocabulary().economies());
        common.put("groups", ids(shared.groups().stream().map(GroupMembership::group).toList()));
        common.put("breaks", ids(shared.breaks().stream().map(SeriesBreak::id).toList()));
        common.put("exchange-rates", ids(shared.rates().stream().map(ExchangeRate::source).toList()));
        tables.rows(RegisterTable.TEXTS).forEach(row -> add(row, "", common));
        materials.forEach((id, m) -> {
            Map<String, Set<String>> own = new LinkedHashMap<>();
            own.put("material", Set.of(id));
            own.put("stages", ids(m.stages().stream().map(s -> s.id()).toList()));
            own.put("commodities", ids(m.commodities().stream().map(c -> c.id()).toList()));
            own.put("commitments", ids(m.commitments().stream().map(c -> c.id()).toList()));
            own.put("events", ids(m.events().stream().map(e -> e.id()).toList()));
            own.put("projects", ids(m.projects().stream().map(p -> p.name()).toList()));
            tables.rows(RegisterTable.MATERIAL_TEXTS, id).forEach(row -> add(row, id, own));
        });
        return new RegisterTexts(texts);
    }

    private void add(Row row, String material, Map<String, Set<String>> known) {
        String language = row.required("lang");
        String register = row.required("register");
        String id = row.required("id");
        String field = row.required("field");
        String text = row.required("text");
        if (!language.isEmpty() && !Locale.forLanguageTag(language).toLanguageTag().equals(language)) {
            row.reject(RegisterIssue.BAD_CODE, "lang", "a language tag such as fr or pt-BR");
        }
        if (row.isSound() && !FREE.contains(register)) {
            if (!known.containsKey(register)) {
                row.reject(RegisterIssue.BAD_WORD, "register", "one of " + String.join(", ", known.keySet()) + ", or a list of words: units, scopes, words");
            } else if (!known.get(register).contains(id) && beneath.contains(row.file())) {
                return;
            } else if (!known.get(register).contains(id)) {
                row.reject(RegisterIssue.BAD_CODE, "id", "an id of " + register);
            }
        }
        RegisterTexts.Key key = new RegisterTexts.Key(language, material, register, id, field);
        if (row.isSound() && texts.containsKey(key)) {
            row.reject(RegisterIssue.DUPLICATE, "field", "one text for each language, register, id and field");
        }
        if (row.isSound()) {
            texts.put(key, text);
        }
    }

    private static Set<String> ids(Iterable<String> ids) {
        Set<String> set = new LinkedHashSet<>();
        ids.forEach(set::add);
        return set;
    }
}
