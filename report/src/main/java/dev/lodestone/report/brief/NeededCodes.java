package dev.lodestone.report.brief;

import dev.lodestone.model.register.CommodityEntry;
import dev.lodestone.report.view.Block;
import dev.lodestone.report.view.Cell;
import dev.lodestone.report.view.Paragraph;
import dev.lodestone.report.view.Section;
import dev.lodestone.report.view.Table;
import dev.lodestone.report.view.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What statistics would have to hold for a page to have a figure: the customs codes that Lodestone looks for. */
final class NeededCodes {

    private final Desk desk;

    NeededCodes(Desk desk) {
        this.desk = desk;
    }

    /** Whether what was read holds no import of the material by an economy assessed. */
    boolean nothingRead() {
        return desk.assessment.profiles().isEmpty();
    }

    /** Why there is no figure at all: no row of the material, or none of those assessed. */
    String why() {
        boolean ofMaterial = desk.facts.files().stream()
                .anyMatch(file -> !file.source().layout().startsWith("register-") && (file.rowsKept() > 0 || file.completeness().all() > 0));
        return desk.say(ofMaterial ? "verdict.none-of-buyers" : "verdict.none-read");
    }

    /** All codes: what would give a figure; to be looked up where the page has others to tell. */
    Section section(Counter counter, boolean inAnnex) {
        List<Block> blocks = blocks(counter.table(desk), Integer.MAX_VALUE);
        String title = desk.say("section.needed");
        return inAnnex ? Section.annex("needed", title, blocks) : new Section("needed", title, blocks);
    }

    /**
     * The codes, those that stand for a whole stage first.
     *
     * @param number of the table
     * @param atMost so many rows, where there is no more room
     */
    List<Block> blocks(String number, int atMost) {
        List<CommodityEntry> codes = desk.assessment.material().commodities().stream()
                .filter(c -> c.use() != CommodityEntry.Use.NOTE_ONLY)
                .sorted(Comparator.comparing(CommodityEntry::use).thenComparing(c -> !c.wholeStage()))
                .limit(atMost)
                .toList();
        boolean mixed = codes.stream().anyMatch(c -> !c.mixesIn().isBlank());
        List<Table.Column> columns = new ArrayList<>(List.of(
                Table.Column.words(desk.say("table.line")).wide(17),
                Table.Column.words(desk.say("table.stage")).wide(20),
                Table.Column.words(desk.say("methods.holds")).wide(mixed ? 32 : 63)));
        if (mixed) {
            columns.add(Table.Column.words(desk.say("methods.mixes")).wide(31));
        }
        List<Table.Row> rows = new ArrayList<>();
        for (CommodityEntry c : codes) {
            // In one line: a table of many codes is a page of short rows, or two.
            List<Cell> cells = new ArrayList<>(List.of(
                    Cell.header(c.nomenclature() + "\u00a0" + c.code().digits()), Cell.of(desk.stage(c.stage()).label()), Cell.of(desk.text(c.label()))));
            if (mixed) {
                cells.add(Cell.of(c.mixesIn().isBlank() ? Text.of("–") : desk.text(c.mixesIn())));
            }
            rows.add(Table.Row.of(cells.toArray(Cell[]::new)));
        }
        return List.of(
                Paragraph.of(desk.say("needed.text")), Table.of("table-needed", desk.say("needed.table"), columns, rows).numbered(number));
    }
}
