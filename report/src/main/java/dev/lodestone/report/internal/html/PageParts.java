package dev.lodestone.report.internal.html;

import dev.lodestone.report.view.Block;
import dev.lodestone.report.view.Board;
import dev.lodestone.report.view.BulletList;
import dev.lodestone.report.view.Callout;
import dev.lodestone.report.view.CardList;
import dev.lodestone.report.view.Cell;
import dev.lodestone.report.view.Columns;
import dev.lodestone.report.view.DefinitionList;
import dev.lodestone.report.view.Details;
import dev.lodestone.report.view.Explanation;
import dev.lodestone.report.view.Figure;
import dev.lodestone.report.view.Heading;
import dev.lodestone.report.view.KeyFigure;
import dev.lodestone.report.view.Note;
import dev.lodestone.report.view.Page;
import dev.lodestone.report.view.Paragraph;
import dev.lodestone.report.view.Run;
import dev.lodestone.report.view.Section;
import dev.lodestone.report.view.Table;
import dev.lodestone.report.view.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a page holds, walked once: its figures, and proof that each anchor stands once and each reference leads somewhere. */
final class PageParts {

    private final Page page;
    private final List<Figure> figures = new ArrayList<>();
    private final Set<String> anchors = new HashSet<>();
    private final Set<String> explanations = new HashSet<>();
    private final Map<String, Integer> noteNumbers = new HashMap<>();

    private PageParts(Page page) {
        this.page = page;
    }

    /**
     * Walks a page.
     *
     * @throws IllegalArgumentException if an anchor stands twice, or a number or note mark leads nowhere
     */
    static PageParts of(Page page) {
        PageParts parts = new PageParts(page);
        parts.walk();
        return parts;
    }

    List<Figure> figures() {
        return List.copyOf(figures);
    }

    /** The number of each note, by its id. */
    Map<String, Integer> noteNumbers() {
        return Map.copyOf(noteNumbers);
    }

    private void walk() {
        for (Explanation explanation : page.explanations()) {
            if (!explanations.add(explanation.id())) {
                throw broken("explanation '" + explanation.id() + "' stands twice");
            }
        }
        for (Note note : page.notes()) {
            if (noteNumbers.putIfAbsent(note.id(), noteNumbers.size() + 1) != null) {
                throw broken("note '" + note.id() + "' stands twice");
            }
        }
        page.notes().forEach(note -> check(note.text()));
        page.explanations().forEach(explanation -> check(explanation.caveats()));
        check(page.verdict());
        for (KeyFigure figure : page.keyFigures()) {
            checkExplained(figure.explainId());
        }
        page.opening().forEach(this::visit);
        for (Section section : page.sections()) {
            anchor(section.id());
            section.blocks().forEach(this::visit);
        }
    }

    private void visit(Block block) {
        switch (block) {
            case Paragraph paragraph -> check(paragraph.text());
            case Heading heading -> anchor(heading.id());
            case BulletList list -> check(list.items());
            case Callout callout -> check(callout.text());
            case DefinitionList list -> list.definitions().forEach(d -> check(d.meaning()));
            case Details details -> details.blocks().forEach(this::visit);
            case Columns columns -> {
                columns.left().forEach(this::visit);
                columns.right().forEach(this::visit);
            }
            case CardList list -> list.cards().forEach(card -> check(List.of(card.text(), card.source())));
            case Figure figure -> {
                anchor(figure.id());
                figures.add(figure);
                check(figure.source());
            }
            case Table table -> visitTable(table);
            case Board board -> visitBoard(board);
        }
    }

    private void visitTable(Table table) {
        anchor(table.id());
        for (Table.Row row : table.rows()) {
            for (Cell cell : row.cells()) {
                check(cell.text());
                checkExplained(cell.explainId());
            }
        }
        check(table.footnotes());
        check(table.source());
    }

    private void visitBoard(Board board) {
        anchor(board.id());
        for (Board.Row row : board.rows()) {
            anchor(row.id());
            check(List.of(row.promise(), row.reason(), row.change(), row.source()));
            row.gauges().forEach(gauge -> checkExplained(gauge.explainId()));
        }
        check(board.footnotes());
    }

    private void anchor(String id) {
        if (!anchors.add(id)) {
            throw broken("anchor '" + id + "' stands twice");
        }
    }

    private void check(List<Text> texts) {
        texts.forEach(this::check);
    }

    private void check(Text text) {
        for (Run run : text.runs()) {
            if (run instanceof Run.Explained explained) {
                checkExplained(explained.explainId());
            } else if (run instanceof Run.NoteRef ref && !noteNumbers.containsKey(ref.noteId())) {
                throw broken("no note '" + ref.noteId() + "'");
            }
        }
    }

    private void checkExplained(String id) {
        if (!id.isEmpty() && !explanations.contains(id)) {
            throw broken("no explanation '" + id + "'");
        }
    }

    private IllegalArgumentException broken(String problem) {
        return new IllegalArgumentException("page '" + page.id() + "': " + problem);
    }
}
