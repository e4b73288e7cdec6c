package dev.lodestone.report.data;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.lodestone.model.measure.Indicator;
import dev.lodestone.model.measure.Outcome;
import dev.lodestone.model.measure.ProfileKey;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Figures as the records of {@code indicators} in assessment.json: most of that file. Figures of the same imports begin alike and often
 * have one reason, and a few words come back thousands of times, so that a record is put together from pieces made once.
 */
final class IndicatorLines {

    private static final int REMEMBERED = 4096;

    private final Map<String, String> written = new HashMap<>();
    private final Reasons reasons = Reasons.inEnglish(this::quoted);
    private final StringBuilder line = new StringBuilder(512);
    private ProfileKey about;
    private int begun;

    /** The record, with the line break before its end that all records of the file have. */
    String of(Indicator i) {
        if (i.about() != about) {
            about = i.about();
            line.setLength(0);
            line.append('{');
            text("economy", about.economy().code());
            text("material", about.material());
            text("stage", about.stage());
            text("commodity", about.commodity());
            text("period", about.period().toString());
            begun = line.length();
        }
        line.setLength(begun);
        Outcome outcome = i.outcome();
        int decimals = Decimals.of(i.unit());
        text("measure", i.measure());
        text("supplier", i.supplier());
        text("basis", i.basis().code());
        String value = number(outcome.value(), decimals);
        boolean exact = outcome.low().equals(outcome.value()) && outcome.high().equals(outcome.value());
        line.append("\"value\": ").append(value);
        line.append(",\"low\": ").append(exact ? value : number(outcome.low(), decimals));
        line.append(",\"high\": ").append(exact ? value : number(outcome.high(), decimals)).append(',');
        text("unit", i.unit());
        text("status", outcome.status().code());
        line.append("\"reason\": ").append(reasons.of(outcome.why())).append("\n    }");
        return line.toString();
    }

    private void text(String name, String text) {
        line.append('"').append(name).append("\": ").append(quoted(text)).append(',');
    }

    private String quoted(String text) {
        String known = written.get(text);
        if (known == null) {
            known = '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(SafeText.printable(text))) + '"';
            if (written.size() < REMEMBERED) {
                written.put(text, known);
            }
        }
        return known;
    }

    private static String number(OptionalDouble number, int decimals) {
        return number.isPresent() ? Decimals.text(number.getAsDouble(), decimals) : "null";
    }
}
