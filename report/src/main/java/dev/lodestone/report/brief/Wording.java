package dev.lodestone.report.brief;

import dev.lodestone.model.register.Commitment;
import dev.lodestone.model.register.EconomyEntry;
import dev.lodestone.model.register.GroupMembership;
import dev.lodestone.model.register.Material;
import dev.lodestone.model.register.Registers;
import dev.lodestone.model.text.Statement;
import dev.lodestone.model.text.Term;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.report.PageRenderer;
import dev.lodestone.report.ReportException;
import java.util.Locale;
import java.util.Optional;

/**
 * What a program says to readers of one language, in the sentences and numbers of the briefings: for output beside the pages, such as
 * that of a command. Immutable.
 */
public final class Wording {

    private final Phrases phrases;
    private final Registers registers;
    private final Optional<Material> material;
    private final TermWords terms;

    private Wording(Phrases phrases, Registers registers, Optional<Material> material) {
        this.phrases = phrases;
        this.registers = registers;
        this.material = material;
        this.terms = new TermWords(phrases, this::party, this::stage);
    }

    /**
     * The wording of a language, with the names that registers have in it.
     *
     * @param material id of the material that is spoken of; of one that the registers lack, codes stand for names
     * @throws ReportException when the language's texts are not at hand, or not whole
     */
    public static Wording of(Locale language, PageRenderer pages, Registers registers, String material) {
        Phrases phrases = Phrases.of(LanguageTexts.of(language, pages), new Dictionary(registers.texts(), language, material));
        return new Wording(phrases, registers, Optional.ofNullable(registers.materials().get(material)));
    }

    /** Name of a column of the register of commitments. */
    public String column(String column) {
        return terms.label(column);
    }

    /**
     * What stands in a column of the register of commitments, as a reader reads it.
     *
     * @param unit unit of the commitment's amounts
     */
    public String term(String column, String text, String unit) {
        return terms.value(column, text, unit);
    }

    /** Parties as a column of the register has them, by name. */
    public String parties(String codes) {
        return terms.value("parties", codes, "");
    }

    /** An amount as the pages write it: a share in per cent, money in millions and more. */
    public String amount(double amount, String unit) {
        return terms.amount(amount, unit);
    }

    /**
     * The instrument of a commitment.
     *
     * @param english as an edition has it; empty where that does not hold it, for the registers' own
     */
    public String instrument(String id, String english) {
        String known = english.isEmpty()
                ? material.flatMap(m -> m.commitments().stream().filter(c -> c.id().equals(id)).findFirst()).map(Commitment::instrument).orElse("")
                : english;
        return known.isEmpty() ? "" : name("commitments", id, "instrument", known);
    }

    private String name(String register, String id, String field, String english) {
        return phrases.voice().name(new Term.Name(register, id, field, english), "");
    }

    /** What the model says; absent where this version has no such sentence. */
    public Optional<String> tell(Statement statement) {
        try {
            return Optional.of(phrases.tell(statement));
        } catch (ReportException e) {
            // Another version's sentence: the caller has its English.
            return Optional.empty();
        }
    }

    private String party(String code) {
        String english = Economy.find(code).flatMap(registers::findEconomy).map(EconomyEntry::name)
                .or(() -> registers.groups().stream().filter(g -> g.group().equals(code)).map(GroupMembership::groupName).findFirst())
                .orElse(code);
        return name("economies", code, "name", english);
    }

    private String stage(String id) {
        return material.flatMap(m -> m.stages().stream().filter(s -> s.id().equals(id)).findFirst())
                .map(s -> name("stages", id, "noun", s.noun()))
                .orElseGet(() -> phrases.word(id));
    }

    /** A sentence by its key; words and whole numbers in its places. */
    public String say(String key, Object... places) {
        return phrases.say(key, places);
    }

    /** Whether there is a sentence of that key. */
    public boolean has(String key) {
        return phrases.has(key);
    }

    /** {@code 82.4%} of a share 0..1. */
    public String percent(double share) {
        return new Numbers(phrases.locale(), phrases).percent(share);
    }

    /** {@code 82.41%} of a share 0..1, with so many decimals. */
    public String percent(double share, int decimals) {
        return new Numbers(phrases.locale(), phrases).percent(share, decimals);
    }

    /** A number with so many decimals. */
    public String figure(double value, int decimals) {
        return phrases.voice().figure(value, decimals);
    }
}
