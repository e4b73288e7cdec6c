package dev.lodestone.report.brief;

import dev.lodestone.model.assess.Assessment;
import dev.lodestone.model.measure.Basis;
import dev.lodestone.model.measure.Outcome;
import dev.lodestone.model.measure.Shares;
import dev.lodestone.model.measure.SupplierProfile;
import dev.lodestone.model.register.CommodityEntry;
import dev.lodestone.model.register.Registers;
import dev.lodestone.model.register.StageEntry;
import dev.lodestone.model.text.Statement;
import dev.lodestone.model.text.Term;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.ReferencePeriod;
import dev.lodestone.report.OutputFormat;
import dev.lodestone.report.chart.Words;
import dev.lodestone.report.view.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What every writer of a page needs at hand: the assessment, the words, the numbers' form. */
final class Desk {

    /** Language of the registers. */
    private static final String REGISTERS = "en";

    /** A shorter text inside a longer one may be a word of the reader's own language. */
    private static final int FOREIGN_FROM = 12;

    /** More names would take a third line below a figure. */
    private static final int ALLIES_NAMED = 6;

    final EditionFacts facts;
    final Assessment assessment;
    final IndicatorIndex indicators;
    final Phrases phrases;
    final Numbers numbers;

    /** What the edition holds. */
    final Set<OutputFormat> formats;

    /** Register texts that are in English on a page of another language. */
    private final Set<String> untranslated;

    final Editions editions;

    Desk(EditionFacts facts, IndicatorIndex indicators, Phrases phrases, Set<OutputFormat> formats, Set<String> untranslated, Editions editions) {
        this.untranslated = untranslated;
        this.editions = editions;
        this.formats = formats;
        this.facts = facts;
        this.assessment = facts.assessment();
        this.indicators = indicators;
        this.phrases = phrases;
        this.numbers = new Numbers(facts.locale(), phrases);
    }

    String say(String key, Object... places) {
        return phrases.say(key, places);
    }

    /** A year, a month or a span. */
    String when(ReferencePeriod period) {
        return tell(Statement.only(Term.span(period)));
    }

    /** What the model says, in the reader's language. */
    String tell(Statement statement) {
        return phrases.tell(statement);
    }

    /** A text that may hold words of the registers which no translation has: those are marked as English. */
    Text text(String words) {
        Text text = Text.empty();
        int at = 0;
        while (at < words.length()) {
            int begin = words.length();
            String found = "";
            for (String english : untranslated) {
                int place = english.length() < FOREIGN_FROM && english.length() < words.length() ? -1 : words.indexOf(english, at);
                if (place >= 0 && (place < begin || (place == begin && english.length() > found.length()))) {
                    begin = place;
                    found = english;
                }
            }
            text = text.and(words.substring(at, begin));
            text = found.isEmpty() ? text : text.foreign(found, REGISTERS);
            at = begin + found.length();
        }
        return text;
    }

    /** A text that is English whatever the reader's language: what the reading of a file has to say. */
    Text english(String words) {
        boolean own = facts.locale().getLanguage().equals(REGISTERS) || words.isBlank();
        return own ? Text.of(words) : Text.empty().foreign(words, REGISTERS);
    }

    /** The few words that charts write themselves. */
    Words chartWords() {
        return new Words(
                say("chart.words.at-most"), say("chart.words.others"), say("chart.words.period"), say("chart.words.series"),
                say("chart.words.value"), say("chart.words.low"), say("chart.words.high"), say("chart.words.no-figure"),
                say("chart.words.status"), say("chart.words.measured"));
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

    /** A label as it stands inside a sentence: German writes nouns with capitals, and formulas and symbols of elements keep theirs. */
    String inSentence(String label) {
        String word = label.split("[ ,;:]", 2)[0];
        boolean plain = word.length() > 2 && word.substring(1).chars().noneMatch(c -> Character.isUpperCase(c) || Character.isDigit(c));
        return plain && !facts.locale().getLanguage().equals("de") ? label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1) : label;
    }

    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** Name of a party of a commitment: an economy or a group. */
    String party(String code) {
        return Economy.find(code)
                .map(this::name)
                .orElseGet(() -> assessment.registers().groups().stream()
                        .filter(g -> g.group().equals(code))
                        .map(g -> g.groupName())
                        .findFirst()
                        .orElse(code));
    }

    /** Whose supply counts as allied, in a few words: the G7 and the Union by their names where all of their members are among them. */
    String allies() {
        Registers registers = assessment.registers();
        Set<Economy> allied = assessment.context().alliedSupply();
        Set<Economy> told = new HashSet<>();
        List<String> names = new ArrayList<>();
        for (Economy group : List.of(Economy.of("G7"), Economy.of("EUU"))) {
            Set<Economy> members = registers.membersOf(group.code(), asOf());
            if (!members.isEmpty() && allied.containsAll(members)) {
                names.add(group.code().equals("EUU") ? say("tile.allied-union") : name(group));
                told.add(group);
                told.addAll(members);
            }
        }
        registers.listMembers("ALLIED-SUPPLY", asOf()).stream().filter(e -> !told.contains(e)).forEach(e -> names.add(name(e)));
        if (names.isEmpty()) {
            return say("tile.allied-nobody");
        }
        // "1 more" is no shorter than a name.
        return names.size() <= ALLIES_NAMED + 1
                ? String.join(", ", names)
                : say("tile.allied-more", String.join(", ", names.subList(0, ALLIES_NAMED)), Integer.toString(names.size() - ALLIES_NAMED));
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
                .anyMatch(bloc -> isMember(economy, bloc));
    }

    boolean isMember(Economy economy, Economy bloc) {
        return assessment.registers().membersOf(bloc.code(), asOf()).contains(economy);
    }

    boolean isBloc(Economy economy) {
        return !assessment.registers().membersOf(economy.code(), asOf()).isEmpty();
    }

    /** Those that are counted where allies are: a bloc only where nobody else is, since its members are counted already. */
    List<StageStory> byThemselves(List<StageStory> stories) {
        List<StageStory> alone = stories.stream().filter(s -> !isBloc(s.buyer())).toList();
        return alone.isEmpty() ? stories : alone;
    }

    /** The year of the figures, or the first and the last of several: a sentence over all of them must not give all the year of one. */
    String years(List<StageStory> stories) {
        List<ReferencePeriod> periods = stories.stream().map(StageStory::period).distinct().toList();
        if (periods.size() == 1) {
            return when(periods.getFirst());
        }
        IntSummaryStatistics years = stories.stream().mapToInt(StageStory::year).summaryStatistics();
        return years.getMin() == years.getMax() ? Integer.toString(years.getMin()) : years.getMin() + "\u2013" + years.getMax();
    }

    /** Money in millions, billions or trillions beside its currency, other amounts before their unit. */
    String quantity(double amount, String unit) {
        return phrases.amount(amount, unit);
    }
}
