package dev.lodestone.report.brief;

import dev.lodestone.model.assess.Assessment;
import dev.lodestone.model.measure.Basis;
import dev.lodestone.model.measure.Outcome;
import dev.lodestone.model.measure.Shares;
import dev.lodestone.model.measure.SupplierProfile;
import dev.lodestone.model.register.CommodityEntry;
import dev.lodestone.model.register.StageEntry;
import dev.lodestone.model.text.Statement;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.report.OutputFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What every writer of a page needs at hand: the assessment, the words, the numbers' form. */
final class Desk {

    final EditionFacts facts;
    final Assessment assessment;
    final Phrases phrases;
    final Numbers numbers;

    /** What the edition holds. */
    final Set<OutputFormat> formats;

    Desk(EditionFacts facts, Phrases phrases, Set<OutputFormat> formats) {
        this.formats = formats;
        this.facts = facts;
        this.assessment = facts.assessment();
        this.phrases = phrases;
        this.numbers = new Numbers(facts.locale(), phrases);
    }

    String say(String key, Object... places) {
        return phrases.say(key, places);
    }

    /** What the model says, in the reader's language. */
    String tell(Statement statement) {
        return statement.english();
    }

    LocalDate asOf() {
        return assessment.options().asOf();
    }

    Economy watched() {
        return assessment.context().watchedCode();
    }

    String watchedName() {
        return assessment.registers().nameInText(watched());
    }

    String name(Economy economy) {
        return assessment.registers().nameOf(economy);
    }

    String inText(Economy economy) {
        return assessment.registers().nameInText(economy);
    }

    /** The name at the beginning of a sentence. */
    String atStart(Economy economy) {
        return capital(inText(economy));
    }

    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** Name of a party of a commitment: an economy or a group. */
    String party(String code) {
        return Economy.find(code)
                .filter(e -> assessment.registers().findEconomy(e).isPresent())
                .map(this::name)
                .orElseGet(() -> assessment.registers().groups().stream()
                        .filter(g -> g.group().equals(code))
                        .map(g -> g.groupName())
                        .findFirst()
                        .orElse(code));
    }

    List<StageEntry> stages() {
        return assessment.material().stages();
    }

    StageEntry stage(String id) {
        return stages().stream()
                .filter(s -> s.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no stage '" + id + "'"));
    }

    Outcome watchedShare(SupplierProfile profile, Basis basis) {
        return Shares.of(profile, basis, assessment.context().watched());
    }

    Optional<CommodityEntry> commodity(String stage, String code) {
        return assessment.material().commodities().stream()
                .filter(c -> c.stage().equals(stage) && c.code().digits().equals(code))
                .findFirst();
    }

    /** Whether the economy is a member of a bloc that reports as one, so that purchases from other members are among its imports. */
    boolean buysFromItsBloc(Economy economy) {
        return assessment.economies().stream()
                .anyMatch(bloc -> assessment.registers().membersOf(bloc.code(), asOf()).contains(economy));
    }

    boolean isBloc(Economy economy) {
        return !assessment.registers().membersOf(economy.code(), asOf()).isEmpty();
    }
}
