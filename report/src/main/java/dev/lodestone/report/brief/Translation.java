package dev.lodestone.report.brief;

import dev.lodestone.model.assess.Assessment;
import dev.lodestone.model.commitment.CommitmentResult;
import dev.lodestone.model.register.Commitment;
import dev.lodestone.model.register.CommodityEntry;
import dev.lodestone.model.register.EconomyEntry;
import dev.lodestone.model.register.Event;
import dev.lodestone.model.register.GroupMembership;
import dev.lodestone.model.register.Material;
import dev.lodestone.model.register.Project;
import dev.lodestone.model.register.Registers;
import dev.lodestone.model.register.StageEntry;
import dev.lodestone.model.trade.Economy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An assessment with the registers' texts in a reader's language, as print sets them. What has no translation stays English and is remembered. */
final class Translation {

    private final Dictionary dictionary;
    private final ReaderVoice voice;
    private final Set<String> untranslated = new HashSet<>();

    Translation(Dictionary dictionary, ReaderVoice voice) {
        this.dictionary = dictionary;
        this.voice = voice;
    }

    /** Texts that stayed English. */
    Set<String> untranslated() {
        return Set.copyOf(untranslated);
    }

    Assessment of(Assessment a) {
        Registers registers = registers(a.registers());
        Material material = material(a.material());
        Map<String, Commitment> commitments = new LinkedHashMap<>();
        material.commitments().forEach(c -> commitments.put(c.id(), c));
        List<CommitmentResult> results = a.commitments().stream()
                .map(r -> r.withCommitment(commitments.getOrDefault(r.commitment().id(), r.commitment())))
                .toList();
        return new Assessment(
                a.options(), registers, material, a.economies(), a.context(), a.profiles(), a.indicators(), results, a.differences(), a.notOver());
    }

    private Registers registers(Registers r) {
        Map<Economy, EconomyEntry> economies = new LinkedHashMap<>();
        r.economies().forEach((economy, e) -> {
            String country = Typography.of(voice.country(economy.code(), e.name()));
            String name = dictionary.find("economies", economy.code(), "name").orElse(country);
            String inText = dictionary.find("economies", economy.code(), "name_in_text").orElseGet(
                    () -> Typography.of(voice.countryInText(economy.code(), country.equals(Typography.of(e.name())) ? e.nameInText() : name)));
            economies.put(economy, new EconomyEntry(economy, name, inText, e.adjective(), e.sitsAsOne()));
        });
        List<GroupMembership> groups = r.groups().stream()
                .map(g -> new GroupMembership(
                        g.group(), dictionary.find("groups", g.group(), "name").orElseGet(() -> Typography.of(g.groupName())), g.member(), g.from(), g.until(), g.source()))
                .toList();
        return new Registers(economies, groups, r.rates(), r.materials(), r.breaks(), r.codeChanges(), r.texts());
    }

    private Material material(Material m) {
        List<StageEntry> stages = new ArrayList<>();
        for (StageEntry s : m.stages()) {
            stages.add(new StageEntry(
                    s.id(), text("stages", s.id(), "label", s.label()), text("stages", s.id(), "noun", s.noun()), s.order(),
                    text("stages", s.id(), "note", s.note())));
        }
        return new Material(
                m.id(),
                text("material", m.id(), "label", m.label()),
                text("material", m.id(), "noun", m.noun()),
                m.watched(),
                m.watchFrom(),
                stages,
                m.commodities().stream().map(this::commodity).toList(),
                m.commitments().stream().map(this::commitment).toList(),
                m.events().stream().map(this::event).toList(),
                m.production(),
                m.projects().stream().map(this::project).toList());
    }

    private CommodityEntry commodity(CommodityEntry c) {
        return new CommodityEntry(
                c.stage(), c.nomenclature(), c.code(), text("commodities", c.id(), "label", c.label()), c.use(), c.wholeStage(),
                c.fromYear(), c.untilYear(), c.forerunners(), text("commodities", c.id(), "mixes_in", c.mixesIn()),
                text("commodities", c.id(), "caveat", c.caveat()), c.source(), c.confidence());
    }

    private Commitment commitment(Commitment c) {
        return c.withTexts(
                text("commitments", c.id(), "instrument", c.instrument()),
                text("commitments", c.id(), "summary", c.summary()),
                text("commitments", c.id(), "missing", c.missing()),
                text("commitments", c.id(), "source_title", c.sourceTitle()));
    }

    private Event event(Event e) {
        return new Event(
                e.id(), e.date(), e.dateText(), e.actors(), e.affects(), e.kind(), text("events", e.id(), "title", e.title()),
                text("events", e.id(), "summary", e.summary()), e.stages(), e.major(), e.source(), e.confidence());
    }

    private Project project(Project p) {
        return new Project(
                // A proper name needs no translation.
                dictionary.find("projects", p.name(), "name").orElseGet(() -> Typography.of(p.name())), p.economies(), p.stages(), p.bearsOn(), p.capacity(), text("units", p.unit(), "text", p.unit()), p.start(), p.status(),
                text("projects", p.name(), "status_text", p.statusText()), p.backers(), p.kind(), p.source(), p.confidence(),
                text("projects", p.name(), "notes", p.notes()));
    }

    private String text(String register, String id, String field, String english) {
        return english.isBlank() ? english : dictionary.find(register, id, field).orElseGet(() -> {
            untranslated.add(Typography.of(english));
            return Typography.of(english);
        });
    }
}
