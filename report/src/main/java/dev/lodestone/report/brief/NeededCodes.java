package dev.lodestone.report.brief;

import dev.lodestone.model.register.CommodityEntry;
import dev.lodestone.report.view.Block;
import dev.lodestone.report.view.Cell;
import dev.lodestone.report.view.Paragraph;
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

    /**
     * The codes, those that stand for a whole stage first.
     *
     * @param number of the table
     * @param atMost so many rows, where there is no more room
     */
    List<Block> blocks(String number, int atMost) {
        List<Table.Row> rows = new ArrayList<>();
        desk.assessment.material().commodities().stream()
                .filter(c -> c.use() != CommodityEntry.Use.NOTE_ONLY)
                .sorted(Comparator.comparing(CommodityEntry::use).thenComparing(c -> !c.wholeStage()))
                .limit(atMost)
                .forEach(c -> rows.add(Table.Row.of(
                        Cell.header(c.code().digits()).withNote(c.nomenclature()),
                        Cell.of(desk.stage(c.stage()).label()),
                        Cell.of(desk.text(c.label())),
                        Cell.of(c.mixesIn().isBlank() ? Text.of("–") : desk.text(c.mixesIn())))));
        return List.of(
                Paragraph.of(desk.say("needed.text")),
                Table.of("table-needed", desk.say("needed.table"),
                                List.of(Table.Column.words(desk.say("table.line")), Table.Column.words(desk.say("table.stage")),
                                        Table.Column.words(desk.say("methods.holds")), Table.Column.words(desk.say("methods.mixes"))), rows)
                        .numbered(number));
    }
}
