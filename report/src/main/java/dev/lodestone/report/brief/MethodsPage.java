package dev.lodestone.report.brief;

import dev.lodestone.model.commitment.CommitmentStatus;
import dev.lodestone.model.measure.Measure;
import dev.lodestone.model.measure.Measures;
import dev.lodestone.model.quality.Issue;
import dev.lodestone.model.register.CommodityEntry;
import dev.lodestone.report.view.Block;
import dev.lodestone.report.view.Cell;
import dev.lodestone.report.view.DefinitionList;
import dev.lodestone.report.view.Page;
import dev.lodestone.report.view.Paragraph;
import dev.lodestone.report.view.Section;
import dev.lodestone.report.view.Table;
import dev.lodestone.report.view.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The annex: how figures are made, what the codes mean, and the state of the data. */
final class MethodsPage {

    private static final int ISSUES_SHOWN = 200;

    private final Desk desk;
    private final Counter counter = new Counter();

    MethodsPage(Desk desk) {
        this.desk = desk;
    }

    Page page() {
        Frames frames = new Frames(desk);
        Sources sources = new Sources(desk);
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("measures", desk.say("methods.measures"), measures()));
        sections.add(new Section("statuses", desk.say("methods.statuses"), statuses()));
        sections.add(new Section("codes", desk.say("methods.codes"), codes()));
        List<Block> data = new ArrayList<>();
        data.add(sources.account(counter));
        data.addAll(sources.differences(Optional.empty(), counter));
        sections.add(new Section("data", desk.say("methods.data"), data));
        sections.add(new Section("issues", desk.say("methods.issues"), issues()));
        return new Page(
                "methods",
                Page.Template.METHODS,
                desk.facts.locale().toLanguageTag(),
                "methods",
                desk.say("methods.kicker", desk.assessment.material().label()),
                desk.say("methods.title"),
                desk.say("methods.dek"),
                frames.dateLine(),
                List.of(),
                List.of(),
                List.of(),
                sections.stream().filter(s -> !s.blocks().isEmpty()).toList(),
                List.of(),
                List.of(),
                frames.meta(desk.say("methods.dek"), desk.say("methods.title")),
                frames.navigation("methods.html"),
                frames.downloads(""));
    }

    private List<Block> measures() {
        List<Table.Row> rows = new ArrayList<>();
        for (Measure m : Measures.standard()) {
            rows.add(Table.Row.of(
                    Cell.header(desk.tell(m.name())).withNote(m.id()),
                    Cell.of(Text.formula(m.formula())),
                    Cell.of(m.unit().equals("1") ? desk.say("methods.form." + m.form().name().toLowerCase(Locale.ROOT)) : m.unit())));
        }
        return List.of(
                Paragraph.of(desk.say("methods.measures-text")),
                Table.of("table-measures", desk.say("methods.measures-table"),
                                List.of(Table.Column.words(desk.say("methods.measure")), Table.Column.words(desk.say("methods.formula")),
                                        Table.Column.words(desk.say("methods.unit"))), rows)
                        .numbered(counter.table(desk)));
    }

    private List<Block> statuses() {
        return List.of(new DefinitionList(Arrays.stream(CommitmentStatus.values())
                .map(s -> new DefinitionList.Definition(desk.say("status." + s.code()), Text.of(desk.say("status-meaning." + s.code()))))
                .toList()));
    }

    private List<Block> codes() {
        List<Table.Row> rows = new ArrayList<>();
        for (CommodityEntry c : desk.assessment.material().commodities()) {
            if (c.use() == CommodityEntry.Use.NOTE_ONLY) {
                continue;
            }
            rows.add(Table.Row.of(
                    Cell.header(c.code().digits()).withNote(c.nomenclature()),
                    Cell.of(desk.stage(c.stage()).label()),
                    Cell.of(desk.text(c.label())),
                    Cell.of(c.mixesIn().isBlank() ? Text.of("–") : desk.text(c.mixesIn())),
                    Cell.of(desk.text(c.caveat()))));
        }
        return List.of(Table.of("table-codes", desk.say("methods.codes-table"),
                        List.of(Table.Column.words(desk.say("table.line")), Table.Column.words(desk.say("table.stage")),
                                Table.Column.words(desk.say("methods.holds")), Table.Column.words(desk.say("methods.mixes")),
                                Table.Column.words(desk.say("methods.caveat"))), rows)
                .numbered(counter.table(desk)));
    }

    private List<Block> issues() {
        List<Issue> issues = desk.facts.issues();
        if (issues.isEmpty()) {
            return List.of(Paragraph.of(desk.say("methods.no-issues")));
        }
        List<Table.Row> rows = issues.stream()
                .limit(ISSUES_SHOWN)
                .map(i -> Table.Row.of(
                        Cell.header(i.file() + (i.sheet().isEmpty() ? "" : " [" + i.sheet() + "]")),
                        Cell.of(i.cell().isEmpty() ? (i.line() > 0 ? Long.toString(i.line()) : "") : i.cell()),
                        Cell.of(i.column()),
                        Cell.of(i.text()),
                        Cell.of(desk.english(i.expected())),
                        Cell.of(desk.english(i.action())).withNote(i.code())))
                .toList();
        List<Block> blocks = new ArrayList<>();
        blocks.add(Paragraph.of(desk.say("methods.issues-text", desk.numbers.count(issues.size()))));
        blocks.add(Table.of("table-issues", desk.say("methods.issues-table"),
                        List.of(Table.Column.words(desk.say("account.file")), Table.Column.words(desk.say("methods.line")),
                                Table.Column.words(desk.say("methods.column")), Table.Column.words(desk.say("methods.found")),
                                Table.Column.words(desk.say("methods.expected")), Table.Column.words(desk.say("methods.action"))), rows)
                .numbered(counter.table(desk)));
        return blocks;
    }
}
