package dev.lodestone.ingest.internal.draft;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the text of a column of measures says that its row holds. */
final class MeasureTexts {

    /** What is told beside values and weights and adds up to neither. */
    private static final Pattern RATIO = Pattern.compile("(?i).*(unit value|price|share|index|growth|change|per cent|percent|%|per (kg|tonne|unit)).*");

    private MeasureTexts() {}

    /** {@code value} or {@code net-weight}; empty if it says neither of them. A currency or a unit of weight says it too. */
    static Optional<String> of(String text, Words words) {
        Optional<String> whole = words.memberOf("measure", text);
        if (whole.isPresent() || RATIO.matcher(text).matches()) {
            return whole;
        }
        List<String> members = words.membersIn("measure", text);
        if (!members.isEmpty()) {
            return members.size() == 1 ? Optional.of(members.get(0)) : Optional.empty();
        }
        boolean isMoney = !words.membersIn("currency", text).isEmpty() || words.match("dollars", text) >= Words.CONTAINS;
        boolean isWeight = words.membersIn("weight", text).size() == 1;
        return isMoney == isWeight ? Optional.empty() : Optional.of(isMoney ? "value" : "net-weight");
    }
}
