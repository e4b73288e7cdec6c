package dev.lodestone.report.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViewTest {

    @Test
    void refusesARowWithACellTooMany() {
        assertThatThrownBy(() -> Table.of(
                        "t", "Caption", List.of(Table.Column.words("A")), List.of(Table.Row.of(Cell.of("1"), Cell.of("2")))))
                .hasMessage("table 't': row 1 has 2 cells, 1 columns are declared");
    }

    @Test
    void refusesATableWithoutColumns() {
        assertThatThrownBy(() -> Table.of("t", "Caption", List.of(), List.of())).hasMessage("table 't' has no column");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1a", "a b", "a\"b", "é", "a#b"})
    void refusesAnAnchorThatIsNone(String id) {
        assertThatThrownBy(() -> new Heading(id, "text")).hasMessageStartingWith("id '" + id + "' is not an anchor");
    }

    @Test
    void refusesEmptyLabels() {
        assertThatThrownBy(() -> new Heading("a", " ")).hasMessage("text is empty");
        assertThatThrownBy(() -> new Section("a", "", List.of())).hasMessage("heading is empty");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 1.01, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesAGaugeOffItsScale(double measured) {
        assertThatThrownBy(() -> new Board.Gauge(measured, 0, 1, 0.5, "a", "b", Tone.BAD, ""))
                .hasMessage("measured must lie between 0 and 1, was " + measured);
    }

    @Test
    void refusesBoundsTheWrongWayRound() {
        assertThatThrownBy(() -> new Board.Gauge(0.5, 0.6, 0.4, 0.5, "a", "b", Tone.BAD, "")).hasMessage("low 0.6 lies above high 0.4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "met", "on-track", "off-track", "moving-away", "missed", "open", "indeterminate", "not-testable", "outcome-unknown"
            })
    void knowsEveryStatusOfACommitment(String status) {
        assertThat(Pill.ofStatus(status, "label").label()).isEqualTo("label");
    }

    @Test
    void givesEachStatusALookOfItsOwn() {
        List<Pill> pills = List.of(
                        "met", "on-track", "off-track", "moving-away", "missed", "open", "indeterminate", "not-testable", "outcome-unknown")
                .stream()
                .map(status -> Pill.ofStatus(status, "same label"))
                .toList();

        assertThat(pills).doesNotHaveDuplicates();
    }

    @Test
    void refusesAStatusThatIsNone() {
        assertThatThrownBy(() -> Pill.ofStatus("done", "Done")).hasMessage("no such commitment status: 'done'");
    }

    @Test
    void refusesANumberThatIsNone() {
        assertThatThrownBy(() -> Cell.number("n/a", Double.NaN)).hasMessage("a cell's number must be finite, was NaN for 'n/a'");
    }

    @Test
    void sortsAnAbsentFigureByNothing() {
        assertThat(Cell.absent("n/a").sortValue()).isEmpty();
        assertThat(Cell.number("1,204", 1204.5).sortValue()).isEqualTo("1204.5");
    }
}
