package dev.lodestone.model.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.model.measure.Basis;
import dev.lodestone.model.measure.Measure;
import dev.lodestone.model.measure.MeasureContext;
import dev.lodestone.model.measure.Measures;
import dev.lodestone.model.measure.SupplierProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the rule that the model says nothing in a language but through a key that its bundle holds. */
class StatementsTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** Statements of Java that throw: their messages are for whoever calls, in English. */
    private static final Pattern THROW = Pattern.compile("throw new .*?;\\s*$", Pattern.DOTALL | Pattern.MULTILINE);

    /** What was wrong with someone's file is told in English wherever it is told, as data: pages mark it so. */
    private static final String QUALITY = "dev/lodestone/model/quality/";

    /** Three words in a row. */
    private static final Pattern SENTENCE = Pattern.compile("\\p{L}{2,}[ ,]+\\p{L}{2,}[ ,]+\\p{L}{2,}");

    /** Texts that are no language's: a formula, a unit by which the registers mark a reserve. */
    private static final Set<String> NAMED = Set.of("days of imports", "UV / median UV outside [1/r, r]", "ln UV < Q1 − k·IQR or ln UV > Q3 + k·IQR");

    /** Keys of which the code writes the beginning only, and what it puts behind. */
    private static final List<String> MADE_OF_PARTS = List.of("measure.", "basis.", "amount.unit.", "amount.of.", "coverage.", "caveat.", "ceiling.proxy-", "plural.");

    @Test
    void noSentenceStandsInTheCode() throws IOException {
        List<String> found = new ArrayList<>();
        for (Map.Entry<String, String> source : sources().entrySet()) {
            if (source.getKey().replace('\\', '/').startsWith(QUALITY)) {
                continue;
            }
            Matcher literal = LITERAL.matcher(THROW.matcher(source.getValue()).replaceAll(""));
            while (literal.find()) {
                if (SENTENCE.matcher(literal.group(1)).find() && !NAMED.contains(literal.group(1))) {
                    found.add(source.getKey() + ": " + literal.group(1));
                }
            }
        }
        assertThat(found).as("say it by a key of statements.properties").isEmpty();
    }

    @Test
    void everyKeyThatTheCodeSaysIsInTheBundleAndTheOtherWayRound() throws IOException {
        Set<String> groups = new TreeSet<>();
        Language.englishTexts().keySet().stream().filter(k -> k.contains(".")).forEach(k -> groups.add(k.substring(0, k.indexOf('.') + 1)));
        Set<String> said = new TreeSet<>();
        for (String text : sources().values()) {
            Matcher literal = LITERAL.matcher(text);
            while (literal.find()) {
                String key = literal.group(1);
                boolean mine = groups.stream().anyMatch(key::startsWith) && !MADE_OF_PARTS.contains(key) && !key.endsWith(".statements");
                if (mine || key.equals("sentence") || key.equals("verbatim") || key.equals("text")) {
                    said.add(key);
                }
            }
        }
        assertThat(Language.englishTexts().keySet()).as("keys said").containsAll(said);
        assertThat(Language.englishTexts().keySet())
                .filteredOn(key -> !said.contains(key) && MADE_OF_PARTS.stream().noneMatch(key::startsWith))
                .as("keys that nobody says")
                .isEmpty();
    }

    @Test
    void everyMeasureThatShipsHasAName() {
        assertThat(Measures.standard())
                .allSatisfy(m -> assertThat(Language.englishTexts()).containsKey("measure." + m.id()));
    }

    @Test
    void aMeasureOfOnesOwnIsCalledByTheWordsOfItsIdInEveryLanguage() {
        Measure own = new Measure() {
            @Override
            public String id() {
                return "top-three-share";
            }

            @Override
            public String formula() {
                return "s_1 + s_2 + s_3";
            }

            @Override
            public String unit() {
                return "1";
            }

            @Override
            public Set<Basis> bases() {
                return Set.of(Basis.VALUE);
            }

            @Override
            public List<Reading> read(SupplierProfile profile, Basis basis, MeasureContext context) {
                return List.of();
            }
        };
        assertThat(own.title()).isEqualTo("top three share");
        assertThat(language("verbatim", "{0}").say(own.name())).isEqualTo("top three share");
    }

    @Test
    void placesAreFilledInTheOrderOfTheLanguage() {
        Language swapped = language("a", "{1} vor {^0}", "form.percent", "{0} %");
        assertThat(swapped.say("a", Term.words("heute"), Term.percent(0.5))).isEqualTo("50.0 % vor Heute");
    }

    @Test
    void aFullStopIsAddedOnceAndOnlyToAText() {
        Language english = Language.english();
        assertThat(english.say("sentence", Term.words("done."))).isEqualTo("Done.");
        assertThat(english.say("sentence", Term.words("done"))).isEqualTo("Done.");
        assertThat(english.say("sentence", Term.words(""))).isEmpty();
    }

    @Test
    void numbersChooseTheirForm() {
        Language french = language("d", "{0#=7:une semaine|one:# jour|other:# jours}", "plural.one", "i = 0,1");
        assertThat(Stream.of(0, 1, 2, 7).map(n -> french.say("d", Term.count(n)))).containsExactly("0 jour", "1 jour", "2 jours", "une semaine");
        assertThat(french.say("d", Term.figure(1.5, 1))).isEqualTo("1.5 jour");
        Language polish = language(
                "d", "{0#one:# plik|few:# pliki|many:# plików|other:# pliku}",
                "plural.one", "i = 1 and v = 0",
                "plural.few", "v = 0 and i % 10 = 2..4 and i % 100 != 12..14",
                "plural.many", "v = 0 and i != 1 and i % 10 = 0..1 or v = 0 and i % 10 = 5..9 or v = 0 and i % 100 = 12..14");
        assertThat(Stream.of(1, 2, 5, 12, 22, 101).map(n -> polish.say("d", Term.count(n))))
                .containsExactly("1 plik", "2 pliki", "5 plików", "12 plików", "22 pliki", "101 plików");
        assertThat(polish.say("d", Term.figure(1.5, 1))).isEqualTo("1.5 pliku");
    }

    @Test
    void aNumberTakesTheFormOfWhatIsPrinted() {
        Language french = language("d", "{0#one:# point|other:# points}", "plural.one", "i = 0,1");
        assertThat(Stream.of(0.004, -0.015, 0.0196, 0.02, -0.0204).map(share -> french.say("d", Term.signedPoints(share))))
                .as("1.96 is printed as 2.0")
                .containsExactly("+0.4 point", "-1.5 point", "+2.0 points", "+2.0 points", "-2.0 points");
        assertThat(french.say("d", Term.figure(1.96, 1))).isEqualTo("2.0 points");
        assertThat(french.say("d", Term.figure(1.94, 1))).isEqualTo("1.9 point");
    }

    @Test
    void aHeadingWithinASentenceBeginsSmallUnlessItIsAName() {
        Language english = language("d", "over half: {_0}, {^0}, {0}");
        assertThat(english.say("d", Term.words("Magnets"))).isEqualTo("over half: magnets, Magnets, Magnets");
        assertThat(english.say("d", Term.words("Ores and NdPr"))).startsWith("over half: ores and NdPr,");
        assertThat(Stream.of("NdFeB alloy", "EU", "X", "").map(name -> language("d", "{_0}").say("d", Term.words(name))))
                .containsExactly("NdFeB alloy", "EU", "X", "");
    }

    @Test
    void brokenSentencesAreRefusedWithTheirText() {
        for (String broken : List.of("{", "{x}", "a } b", "{0#one:x}", "{0#}", "{12}")) {
            assertThatThrownBy(() -> Sentence.parse(broken)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("'" + broken + "'");
        }
        assertThatThrownBy(() -> language("plural.one", "n is 1")).hasMessageContaining("not a plural condition: 'n is 1'");
        assertThatThrownBy(() -> language("a", "{1}").say("a", Term.words("x"))).hasMessageContaining("names place {1}, but only 1 are filled");
        assertThatThrownBy(() -> language("a", "x").say("b")).hasMessageContaining("no sentence 'b'");
    }

    @Test
    void emptySentencesLeaveNoGap() {
        Statement text = Statement.text(Statement.NONE, Statement.verbatim("One."), Statement.NONE, Statement.verbatim("Two.").and(Statement.verbatim("Three.")));
        assertThat(text.english()).isEqualTo("One. Two. Three.");
        assertThat(Statement.text(Statement.NONE, Statement.verbatim("")).isEmpty()).isTrue();
        assertThat(Statement.NONE.english()).isEmpty();
    }

    @Test
    void amountsOfMoneyAreRoundedAsInASentence() {
        assertThat(Stream.of(999.0, 1_500.0, 1_250_000.0, 12_400_000.0, -2.34e9, 999_700.0, 9_999_999.99, 999.9e6).map(d -> Statement.only(Term.money(d)).english()))
                .containsExactly("999 dollars", "2 thousand dollars", "1.3 million dollars", "12 million dollars", "-2.3 billion dollars",
                        "1.0 million dollars", "10 million dollars", "1.0 billion dollars");
    }

    private static Language language(String... keysAndTexts) {
        Map<String, String> texts = new TreeMap<>();
        for (int i = 0; i < keysAndTexts.length; i += 2) {
            texts.put(keysAndTexts[i], keysAndTexts[i + 1]);
        }
        return Language.of(texts, new PlainVoice());
    }

    /** The module's sources without comments, by file. */
    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                sources.put(SOURCES.relativize(file).toString(), COMMENT.matcher(Files.readString(file)).replaceAll(""));
            }
        }
        assertThat(sources).as("run in the module's folder").hasSizeGreaterThan(50);
        return sources;
    }
}
