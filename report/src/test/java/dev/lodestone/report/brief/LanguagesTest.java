package dev.lodestone.report.brief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.model.measure.Shares;
import dev.lodestone.model.register.RegisterTexts;
import dev.lodestone.model.text.Language;
import dev.lodestone.model.text.Sentence;
import dev.lodestone.model.text.Statement;
import dev.lodestone.model.text.Term;
import dev.lodestone.model.trade.ReferencePeriod;
import dev.lodestone.report.PageRenderer;
import dev.lodestone.report.ReportException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every language's texts have to hold, and how numbers, dates and names stand in them. */
class LanguagesTest {

    /** Texts that are the same in several languages: names, codes, patterns, words that the languages share. */
    private static final int SHORT = 25;

    private static final PageRenderer SHIPPED = PageRenderer.withDefaults();

    @ParameterizedTest
    @ValueSource(strings = {"fr", "de"})
    void everyLanguageHasTheKeysOfEnglishAndNoOther(String tag) {
        LanguageTexts own = texts(tag);
        assertThat(sayable(own.briefing())).isEqualTo(sayable(texts("en").briefing()));
        assertThat(sayable(own.statements())).isEqualTo(sayable(Language.englishTexts()));
        assertThat(sayable(own.workbook())).isEqualTo(sayable(texts("en").workbook()));
        assertThat(SHIPPED.words("text/" + tag + ".properties").orElseThrow().keySet())
                .isEqualTo(SHIPPED.words("text/en.properties").orElseThrow().keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "de"})
    void noSentenceNamesAPlaceThatEnglishDoesNotFill(String tag) {
        requirePlaces(texts(tag).statements(), Language.englishTexts());
        requirePlaces(texts(tag).briefing(), texts("en").briefing());
        requirePlaces(texts(tag).workbook(), texts("en").workbook());
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "de"})
    void noSentenceIsLeftInEnglish(String tag) {
        assertThat(equalTexts(texts(tag).briefing(), texts("en").briefing())).isEmpty();
        assertThat(equalTexts(texts(tag).statements(), Language.englishTexts())).isEmpty();
        assertThat(equalTexts(texts(tag).workbook(), texts("en").workbook())).isEmpty();
    }

    @Test
    void frenchSetsNarrowSpacesBeforeItsDoubleMarks() {
        for (Map<String, String> texts : List.of(texts("fr").briefing(), texts("fr").statements(), texts("fr").workbook())) {
            texts.forEach((key, text) -> assertThat(text).as(key).doesNotContainPattern("(?<![{}#|\\w])[ \u00a0][;:!?%»]").doesNotContain("« "));
        }
    }

    @Test
    void numbersAndDatesStandInTheReadersForm() {
        Phrases french = phrases("fr", RegisterTexts.NONE);
        Phrases german = phrases("de", RegisterTexts.NONE);
        Statement share = Statement.of("share.exact", Term.percent(0.6254));
        assertThat(french.tell(share)).isEqualTo("62,5\u202f%");
        assertThat(german.tell(share)).isEqualTo("62,5\u202f%");
        assertThat(french.voice().figure(1234567.5, 1)).isEqualTo("1\u202f234\u202f567,5");
        assertThat(german.voice().figure(1234567.5, 1)).isEqualTo("1.234.567,5");
        assertThat(german.voice().signed(-2.04, 1)).isEqualTo("\u22122,0");
        assertThat(french.voice().signed(0.04, 1)).isEqualTo("0,0");
        assertThat(french.voice().day(LocalDate.of(2027, 1, 1))).isEqualTo("1er janvier 2027");
        assertThat(french.voice().day(LocalDate.of(2026, 11, 21))).isEqualTo("21 novembre 2026");
        assertThat(german.voice().day(LocalDate.of(2026, 3, 1))).isEqualTo("1. März 2026");
        assertThat(german.voice().span(ReferencePeriod.parse("2024-01/2024-04").orElseThrow())).isEqualTo("Januar–April 2024");
    }

    @Test
    void pluralsFollowTheLanguage() {
        Statement none = Statement.of("commitment.due-in", Term.day(LocalDate.of(2027, 2, 3)), Term.count(1));
        assertThat(phrases("fr", RegisterTexts.NONE).tell(none)).isEqualTo("Échéance le 3 février 2027\u202f: dans 1 jour.");
        assertThat(phrases("de", RegisterTexts.NONE).tell(none)).isEqualTo("Fällig am 3. Februar 2027: in 1 Tag.");
        assertThat(phrases("fr", RegisterTexts.NONE).tell(Statement.only(Term.money(1_540_000)))).isEqualTo("1,5 million de dollars");
        assertThat(phrases("de", RegisterTexts.NONE).tell(Statement.only(Term.money(1_540_000)))).isEqualTo("1,5 Millionen Dollar");
    }

    @Test
    void frenchCountsFromTwoOnAsMany() {
        Phrases french = phrases("fr", RegisterTexts.NONE);
        assertThat(french.say("suppliers.bars-moved", "la Chine", Term.signedPoints(-0.015))).endsWith("\u22121,5 point");
        assertThat(french.say("suppliers.bars-moved", "la Chine", Term.signedPoints(0.0196))).endsWith("+2,0 points");
        assertThat(french.say("suppliers.hhi-after", Term.figure(1.3, 1))).isEqualTo(", soit l’équivalent de 1,3 fournisseur de même taille.");
        assertThat(french.say("explain.rest", Term.count(1))).startsWith("et 1 autre ligne dans");
        assertThat(french.amount(1_577_000_000, "USD")).isEqualTo("1,58 milliard de dollars");
        assertThat(french.amount(999_999_999, "USD")).as("never a thousand million").startsWith("1 milliard");
        assertThat(french.amount(5000, "t/year")).isEqualTo("5\u202f000\u00a0t/year");
        assertThat(french.amount(1e9, "EUR")).isEqualTo("1 milliard d’euros");
        assertThat(french.amount(3.5e6, "PLN")).as("without a word for it by its code").isEqualTo("3,5 millions PLN");
        assertThat(french.amount(900_000, "EUR")).isEqualTo("900\u202f000\u00a0EUR");
        assertThat(phrases("de", RegisterTexts.NONE).amount(1e9, "EUR")).isEqualTo("1 Milliarde Euro");
        assertThat(phrases("de", RegisterTexts.NONE).say("suppliers.bars-moved", "China", Term.signedPoints(-0.015))).endsWith("\u22121,5 Punkte");
    }

    @Test
    void whatIsTooLittleToTellIsLessThanSomethingInEveryLanguage() {
        Term china = Term.name("economies", "CHN", "name_in_text", "China");
        Statement little = Statement.of("ceiling.reversal", Statement.of("ceiling.about-less", Term.money(10)), china, Term.year(2024));
        assertThat(phrases("fr", RegisterTexts.NONE).tell(little)).startsWith("Moins de 10 dollars par an de plus des mêmes achats");
        assertThat(phrases("de", RegisterTexts.NONE).tell(little)).startsWith("Gingen weniger als 10 Dollar im Jahr mehr der gleichen Käufe an China");
        Statement some = Statement.of("ceiling.reversal", Statement.of("ceiling.about", Term.money(2_000_000)), china, Term.year(2024));
        assertThat(phrases("fr", RegisterTexts.NONE).tell(some)).startsWith("Environ 2,0 millions de dollars par an de plus");
        assertThat(phrases("de", RegisterTexts.NONE).tell(some)).startsWith("Gingen etwa 2,0 Millionen Dollar im Jahr mehr");
        assertThat(phrases("fr", RegisterTexts.NONE).tell(Statement.only(Term.money(1)))).isEqualTo("1 dollar");
    }

    @ParameterizedTest
    @ValueSource(strings = {"watch.mirror-more", "watch.mirror-less"})
    void theShareOfAMirrorFigureIsSaidToBeTheSuppliers(String key) {
        Term china = Term.name("economies", "CHN", "name_in_text", "China");
        Statement said = Statement.of(key, china, Shares.span(0.1, 0.2), Shares.span(0.3, 0.4));
        assertThat(phrases("fr", RegisterTexts.NONE).tell(said)).contains("d’après le chiffre du fournisseur, la part serait de 30,0");
        assertThat(phrases("de", RegisterTexts.NONE).tell(said)).contains("nach der Zahl des Lieferanten läge der Anteil bei 30,0");
    }

    @Test
    void namesTakeTheFormThatTheSentenceAsksFor() {
        RegisterTexts texts = new RegisterTexts(Map.of(
                key("fr", "JPN", "name"), "Japon", key("fr", "JPN", "name_in_text"), "le Japon", key("fr", "JPN", "from"), "du Japon"));
        Phrases french = phrases("fr", texts);
        Term japan = Term.name("economies", "JPN", "name_in_text", "Japan");
        assertThat(french.tell(Statement.of("input.imports-from", japan))).isEqualTo("importations du Japon");
        assertThat(french.say("flows.title", "le Japon", "73 %", "aimants permanents", "2024")).as("found by the plain name").endsWith("venaient du Japon");
        Term korea = Term.name("economies", "KOR", "name_in_text", "South Korea");
        assertThat(french.tell(Statement.of("input.imports-from", korea)))
                .as("a name that the registers do not translate comes from the JDK, its form from the bundle")
                .isEqualTo("importations de Corée du Sud");
    }

    /** A full trade table names two hundred suppliers: "de Kenya venaient", "aus Iran". */
    @Test
    void countriesThatTheRegistersDoNotTranslateKeepTheirArticle() {
        Phrases french = phrases("fr", RegisterTexts.NONE);
        assertThat(from(french, "KEN")).isEqualTo("importations du Kenya");
        assertThat(from(french, "DZA")).isEqualTo("importations d\u2019Algérie");
        assertThat(from(french, "FJI")).isEqualTo("importations des Fidji");
        assertThat(from(french, "ZMB")).isEqualTo("importations de Zambie");
        assertThat(from(french, "OMN")).isEqualTo("importations d\u2019Oman");
        assertThat(french.voice().countryInText("COD", "DR Congo")).isEqualTo("le Congo-Kinshasa");
        assertThat(french.say("flows.title", "le Congo-Kinshasa", "73", "cobalt", "2024")).as("found by the name within a sentence").endsWith("venaient du Congo-Kinshasa");
        Phrases german = phrases("de", RegisterTexts.NONE);
        assertThat(from(german, "IRN")).isEqualTo("Einfuhr aus dem Iran");
        assertThat(from(german, "MNG")).isEqualTo("Einfuhr aus der Mongolei");
        assertThat(from(german, "SYC")).isEqualTo("Einfuhr aus den Seychellen");
        assertThat(from(german, "KEN")).isEqualTo("Einfuhr aus Kenia");
    }

    /** No country is put into two classes, and none that the JDK does not know. */
    @Test
    void classesOfCountriesHoldEachOnce() {
        for (String tag : List.of("fr", "de")) {
            List<String> codes = texts(tag).briefing().entrySet().stream()
                    .filter(e -> e.getKey().matches("form\\.country\\.[a-z]+"))
                    .flatMap(e -> Stream.of(e.getValue().split(" ")))
                    .toList();
            assertThat(codes).as(tag).isNotEmpty().doesNotHaveDuplicates()
                    .allSatisfy(code -> assertThat(phrases(tag, RegisterTexts.NONE).voice().country(code, "")).as(code).isNotEmpty());
        }
    }

    private static String from(Phrases phrases, String code) {
        return phrases.tell(Statement.of("input.imports-from", Term.name("economies", code, "name_in_text", "")));
    }

    @Test
    void aLanguageWithoutTextsIsRefusedWithThoseAtHand() {
        assertThatThrownBy(() -> texts("tlh")).isInstanceOf(ReportException.class)
                .hasMessage("no briefing texts for language 'tlh'; at hand: de, en, fr");
    }

    @Test
    void aFolderOfFilesMakesALanguageAndAHalfOneIsRefused(@TempDir Path folder) throws IOException {
        Path text = Files.createDirectory(folder.resolve("text"));
        Files.writeString(text.resolve("languages.properties"), "nl=Nederlands\n");
        Files.writeString(text.resolve("statements_nl.properties"), properties(Language.englishTexts()));
        Files.writeString(text.resolve("workbook_nl.properties"), properties(texts("en").workbook()));
        Map<String, String> half = new TreeMap<>(texts("en").briefing());
        half.remove("nav.allied");
        Files.writeString(text.resolve("briefing_nl.properties"), properties(half));
        PageRenderer own = SHIPPED.withTemplates(folder);
        assertThat(LanguageTexts.atHand(own)).containsEntry("nl", "Nederlands").containsKey("fr");
        assertThatThrownBy(() -> LanguageTexts.of(Locale.of("nl"), own)).hasMessageContaining("briefing_nl.properties lacks 1 of").hasMessageEndingWith("nav.allied");
        half.put("nav.allied", "Alle bondgenoten");
        Files.writeString(text.resolve("briefing_nl.properties"), properties(half));
        assertThat(Phrases.of(LanguageTexts.of(Locale.of("nl"), own), Dictionary.empty(Locale.of("nl"))).say("nav.allied")).isEqualTo("Alle bondgenoten");
    }

    private static LanguageTexts texts(String tag) {
        return LanguageTexts.of(Locale.forLanguageTag(tag), SHIPPED);
    }

    private static Phrases phrases(String tag, RegisterTexts texts) {
        return Phrases.of(texts(tag), new Dictionary(texts, Locale.forLanguageTag(tag), "rare-earths"));
    }

    private static RegisterTexts.Key key(String language, String id, String field) {
        return new RegisterTexts.Key(language, "", "economies", id, field);
    }

    /** Plural rules and fallback forms are each language's own. */
    private static Set<String> sayable(Map<String, String> texts) {
        return texts.keySet().stream()
                .filter(k -> !k.startsWith("plural.") && !k.startsWith("form.") && !k.equals("format.date-first") && !k.equals("format.month"))
                .collect(Collectors.toSet());
    }

    private static void requirePlaces(Map<String, String> own, Map<String, String> english) {
        own.forEach((key, text) -> {
            if (english.containsKey(key) && !key.startsWith("plural.") && !key.startsWith("form")) {
                Set<Integer> filled = Sentence.parse(english.get(key)).places();
                int most = filled.stream().mapToInt(Integer::intValue).max().orElse(-1);
                assertThat(Sentence.parse(text).places()).as(key + "=" + text)
                        .allSatisfy(p -> assertThat(p).isLessThanOrEqualTo(most));
            }
        });
    }

    private static Set<String> equalTexts(Map<String, String> own, Map<String, String> english) {
        return own.entrySet().stream()
                .filter(e -> e.getValue().length() > SHORT && e.getValue().equals(english.get(e.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static String properties(Map<String, String> texts) {
        return texts.entrySet().stream()
                .map(e -> e.getKey() + "=" + (e.getValue().startsWith(" ") ? "\\" : "") + e.getValue())
                .collect(Collectors.joining("\n"));
    }
}
