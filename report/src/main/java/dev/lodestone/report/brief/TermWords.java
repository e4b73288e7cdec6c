package dev.lodestone.report.brief;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What the columns of the register of commitments are called, and what stands in them, as a reader reads it. */
final class TermWords {

    private static final String NUMBER = "\\d{1,40}(\\.\\d{1,40})?";
    private static final Set<String> AMOUNTS = Set.of("threshold", "baseline", "delivered");

    private final Phrases phrases;
    private final Numbers numbers;
    private final UnaryOperator<String> party;
    private final UnaryOperator<String> stage;

    /**
     * @param party the name of an economy or group in the reader's language
     * @param stage what a stage is called inside a sentence
     */
    TermWords(Phrases phrases, UnaryOperator<String> party, UnaryOperator<String> stage) {
        this.phrases = phrases;
        this.numbers = new Numbers(phrases.locale(), phrases);
        this.party = party;
        this.stage = stage;
    }

    /** Name of a column. */
    String label(String column) {
        return phrases.column(column);
    }

    /**
     * What stands in a column; what is not as the register has it, as it stands.
     *
     * @param unit unit of the commitment's amounts
     */
    String value(String column, String text, String unit) {
        if (text.isEmpty()) {
            return phrases.say("changes.nothing");
        }
        if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return numbers.date(LocalDate.parse(text));
        }
        if (AMOUNTS.contains(column) && text.matches(NUMBER)) {
            return amount(Double.parseDouble(text), unit);
        }
        return switch (column) {
            case "parties" -> list(text, party);
            case "stages" -> list(text, stage);
            case "commodities" -> list(text, UnaryOperator.identity());
            case "supplier" -> text.equals("ANY") ? phrases.say("changes.any-supplier") : party.apply(text);
            case "kind", "applies", "basis", "denominator", "each_line", "binding" -> phrases.word(text);
            case "confidence" -> phrases.has("confidence." + text) ? phrases.say("confidence." + text) : text;
            default -> text;
        };
    }

    /** An amount as the pages write it: a share in per cent, money in millions and more. */
    String amount(double amount, String unit) {
        return unit.equals("1") ? numbers.percent(amount) : phrases.amount(amount, unit);
    }

    private String list(String several, UnaryOperator<String> name) {
        return Arrays.stream(several.split("\\|")).map(name).collect(Collectors.joining(phrases.say("list.comma")));
    }
}
