package dev.lodestone.report.brief;

import dev.lodestone.model.assess.SeriesDifference;
import dev.lodestone.model.measure.SupplierProfile;
import dev.lodestone.model.quality.DataSource;
import dev.lodestone.model.quality.FileReport;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.report.view.Block;
import dev.lodestone.report.view.Cell;
import dev.lodestone.report.view.Note;
import dev.lodestone.report.view.Paragraph;
import dev.lodestone.report.view.Table;
import dev.lodestone.report.view.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Where a page's figures come from, and that no row was lost on the way. */
final class Sources {

    private final Desk desk;

    Sources(Desk desk) {
        this.desk = desk;
    }

    /** The notes of a page: one per publisher used, then the registers. */
    List<Note> notes(Economy buyer) {
        Map<String, TreeSet<String>> byPublisher = new LinkedHashMap<>();
        for (SupplierProfile p : desk.assessment.profiles().values()) {
            if (p.key().economy().equals(buyer)) {
                TreeSet<String> files = byPublisher.computeIfAbsent(p.publisher(), k -> new TreeSet<>());
                p.suppliers().stream().flatMap(f -> f.rows().stream()).map(o -> o.origin().source()).map(DataSource::label).forEach(files::add);
            }
        }
        List<Note> notes = new ArrayList<>();
        int n = 0;
        for (Map.Entry<String, TreeSet<String>> e : byPublisher.entrySet()) {
            n++;
            notes.add(new Note("source-" + n, Text.of(desk.say("sources.note", e.getKey(), String.join(", ", e.getValue())))));
        }
        notes.add(new Note("source-registers", Text.of(desk.say("sources.registers"))));
        notes.add(new Note("source-method", Text.of(desk.say("sources.method", desk.facts.version())).link(desk.say("sources.method-link"), "methods.html")));
        return notes;
    }

    /** The account of every file: rows read are kept, out of scope or set aside. */
    Table account(Counter counter) {
        List<Table.Column> columns = List.of(
                Table.Column.words(desk.say("account.file")),
                Table.Column.words(desk.say("account.layout")),
                Table.Column.words(desk.say("account.periods")),
                Table.Column.numbers(desk.say("account.read"), desk.say("account.rows")),
                Table.Column.numbers(desk.say("account.kept"), desk.say("account.rows")),
                Table.Column.numbers(desk.say("account.out"), desk.say("account.rows")),
                Table.Column.numbers(desk.say("account.aside"), desk.say("account.rows")),
                Table.Column.numbers(desk.say("account.complete"), desk.say("account.complete-unit")));
        List<Table.Row> rows = new ArrayList<>();
        List<FileReport> statistics = desk.facts.files().stream()
                .filter(f -> !f.source().layout().startsWith("register-"))
                .toList();
        for (FileReport f : statistics) {
            rows.add(Table.Row.of(
                    Cell.header(f.source().label()).withNote("SHA-256 " + f.source().sha256().substring(0, Math.min(12, f.source().sha256().length())) + "…"),
                    Cell.of(f.isRecognised() ? f.source().layout() : desk.say("account.unknown")),
                    Cell.of(String.join("–", f.periods())),
                    Cell.number(desk.numbers.count(f.rowsRead()), f.rowsRead()),
                    Cell.number(desk.numbers.count(f.rowsKept()), f.rowsKept()),
                    Cell.number(desk.numbers.count(f.rowsOutOfScope()), f.rowsOutOfScope()),
                    Cell.number(desk.numbers.count(f.rowsSetAside()), f.rowsSetAside()),
                    f.completeness().all() == 0
                            ? Cell.of("–")
                            : Cell.number(
                                    desk.say(
                                            "account.complete-of",
                                            desk.numbers.count(f.completeness().complete()),
                                            desk.numbers.count(f.completeness().all())),
                                    f.completeness().complete())));
        }
        List<Text> footnotes = new ArrayList<>(List.of(
                Text.of(desk.say("account.footnote")),
                Text.of(desk.say("account.registers", Integer.toString(desk.facts.files().size() - statistics.size())))));
        if (!desk.assessment.notOver().isEmpty()) {
            footnotes.add(Text.of(desk.say("account.not-over", desk.assessment.notOver().stream().map(desk::when).collect(Collectors.joining(", ")))));
        }
        return Table.of("table-account", desk.say("account.table"), columns, rows).numbered(counter.table(desk)).withFootnotes(footnotes);
    }

    /** Flows told by two sources; empty when there is none. */
    List<Block> differences(Optional<Economy> buyer, Counter counter) {
        List<SeriesDifference> shown = desk.assessment.differences().stream()
                .filter(d -> buyer.isEmpty() || d.reporter().equals(buyer.get()))
                .toList();
        if (shown.isEmpty()) {
            return List.of();
        }
        List<Table.Column> columns = List.of(
                Table.Column.words(desk.say("difference.flow")).wide(18),
                Table.Column.words(desk.say("difference.used")).wide(28),
                Table.Column.numbers(desk.say("difference.used-total"), desk.say("difference.unit")).wide(13),
                Table.Column.words(desk.say("difference.other")).wide(28),
                Table.Column.numbers(desk.say("difference.other-total"), desk.say("difference.unit")).wide(13));
        List<Table.Row> rows = shown.stream()
                .limit(40)
                .map(d -> Table.Row.of(
                        Cell.header(desk.name(d.reporter()) + ", " + d.commodity() + ", " + d.period()),
                        Cell.of(desk.tell(d.used())),
                        Cell.number(desk.numbers.millions(d.usedTotal()) + " " + d.usedCurrency(), d.usedTotal()),
                        Cell.of(desk.tell(d.other())),
                        Cell.number(desk.numbers.millions(d.otherTotal()) + " " + d.otherCurrency(), d.otherTotal())))
                .toList();
        List<Block> blocks = new ArrayList<>();
        blocks.add(Paragraph.of(desk.say("difference.text", Integer.toString(shown.size()))));
        blocks.add(Table.of("table-differences", desk.say("difference.table"), columns, rows).numbered(counter.table(desk)));
        return blocks;
    }
}
