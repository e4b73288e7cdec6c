package dev.lodestone.report.view;

import java.util.List;
import java.util.Objects;

/**
 * A cell of a {@link Table}: {@code Cell.number("82.4", 0.824).explained("deu-magnet-chn").withTone(Tone.BAD)}.
 *
 * @param text what it says
 * @param sortValue what it is sorted by: a plain decimal in a column of numbers, else any text; empty sorts last
 * @param tone colour of the text
 * @param shade depth of the cell's tint in a heat map, 1 (faint) to 5 (deep); 0 for none
 * @param pills statuses shown in it
 * @param note small print below the text; may be empty
 * @param explainId the explanation that its number leads to; may be empty
 * @param role whether it names its row
 */
public record Cell(
        Text text, String sortValue, Tone tone, int shade, List<Pill> pills, String note, String explainId, Role role) {

    /** Deepest tint. */
    public static final int MAX_SHADE = 5;

    /** Whether a cell names its row. */
    public enum Role {
        DATA,
        ROW_HEADER
    }

    public Cell {
        Objects.requireNonNull(text, "text");
        sortValue = Checks.text(sortValue, "sortValue");
        Objects.requireNonNull(tone, "tone");
        if (shade < 0 || shade > MAX_SHADE) {
            throw new IllegalArgumentException("shade must lie between 0 and " + MAX_SHADE + ", was " + shade);
        }
        pills = Checks.list(pills, "pills");
        note = Checks.text(note, "note");
        explainId = Checks.optionalId(explainId, "explainId");
        Objects.requireNonNull(role, "role");
    }

    public static Cell of(Text text) {
        return new Cell(text, text.plain(), Tone.NEUTRAL, 0, List.of(), "", "", Role.DATA);
    }

    public static Cell of(String words) {
        return of(Text.of(words));
    }

    /** The cell that names its row. */
    public static Cell header(Text text) {
        return new Cell(text, text.plain(), Tone.NEUTRAL, 0, List.of(), "", "", Role.ROW_HEADER);
    }

    public static Cell header(String words) {
        return header(Text.of(words));
    }

    /** A formatted number, sorted by its value. */
    public static Cell number(String formatted, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a cell's number must be finite, was " + value + " for '" + formatted + "'");
        }
        return new Cell(Text.of(formatted), Double.toString(value), Tone.NEUTRAL, 0, List.of(), "", "", Role.DATA);
    }

    /** A status. */
    public static Cell pill(Pill pill) {
        return new Cell(Text.empty(), pill.label(), Tone.NEUTRAL, 0, List.of(pill), "", "", Role.DATA);
    }

    /** No figure: what stands in its place, such as {@code n/a}; sorts last. */
    public static Cell absent(String words) {
        return new Cell(Text.of(words), "", Tone.NEUTRAL, 0, List.of(), "", "", Role.DATA);
    }

    public Cell explained(String id) {
        return new Cell(text, sortValue, tone, shade, pills, note, id, role);
    }

    public Cell withTone(Tone other) {
        return new Cell(text, sortValue, other, shade, pills, note, explainId, role);
    }

    public Cell withShade(int depth) {
        return new Cell(text, sortValue, tone, depth, pills, note, explainId, role);
    }

    public Cell withNote(String smallPrint) {
        return new Cell(text, sortValue, tone, shade, pills, smallPrint, explainId, role);
    }

    public Cell withPills(List<Pill> statuses) {
        return new Cell(text, sortValue, tone, shade, statuses, note, explainId, role);
    }

    public Cell sortedBy(String value) {
        return new Cell(text, value, tone, shade, pills, note, explainId, role);
    }

    public boolean rowHeader() {
        return role == Role.ROW_HEADER;
    }
}
