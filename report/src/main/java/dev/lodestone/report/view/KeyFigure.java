package dev.lodestone.report.view;

import java.util.Objects;

/**
 * One of the few numbers at the top of a page.
 *
 * @param label what is counted, with its year
 * @param value the number, formatted; or a word such as {@code n/a}
 * @param unit unit behind the number; may be empty
 * @param note comparison or caveat below it; may be empty
 * @param tone how it bears on the reader
 * @param explainId the explanation it leads to; may be empty
 */
public record KeyFigure(String label, String value, String unit, String note, Tone tone, String explainId) {

    public KeyFigure {
        label = Checks.filled(label, "label");
        value = Checks.filled(value, "value");
        unit = Checks.text(unit, "unit");
        note = Checks.text(note, "note");
        Objects.requireNonNull(tone, "tone");
        explainId = Checks.optionalId(explainId, "explainId");
    }
}
