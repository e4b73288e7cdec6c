package dev.lodestone.model.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;

/**
 * Turns statements into one language's text.
 *
 * <p>Keys with a meaning of their own: {@code form.percent} for per cent; {@code money.billion}, {@code money.million}, {@code
 * money.thousand} and {@code money.dollars}; {@code amount.trillion} and so on, of a currency in place 0; {@code list.comma} between names; {@code list.sentence} between sentences; {@code
 * plural.one} and so on for the numbers that take that form.
 */
public final class Language {

    private static final String BUNDLE = "dev.lodestone.model.text.statements";
    private static final String PLURAL = "plural.";
    private static final Map<String, String> ENGLISH_SENTENCES = englishSentences();
    private static final Language ENGLISH = of(ENGLISH_SENTENCES, new PlainVoice());

    private final Map<String, Sentence> sentences = new HashMap<>();
    private final PluralRule plurals = new PluralRule();
    private final Voice voice;

    private Language(Map<String, String> texts, Voice voice) {
        this.voice = voice;
        new TreeMap<>(texts).forEach((key, text) -> {
            if (key.startsWith(PLURAL)) {
                plurals.add(key.substring(PLURAL.length()), text);
            } else {
                sentences.put(key, Sentence.parse(text));
            }
        });
    }

    /**
     * A language.
     *
     * @param texts sentences by key; every key of {@link #englishTexts()} that is to be said
     * @throws IllegalArgumentException when a sentence cannot be read
     */
    public static Language of(Map<String, String> texts, Voice voice) {
        return new Language(texts, voice);
    }

    /** Texts of one's own, with numbers and dates as data files print them. */
    public static Language plain(Map<String, String> texts) {
        return of(texts, new PlainVoice());
    }

    /** English with numbers and dates as data files print them. */
    public static Language english() {
        return ENGLISH;
    }

    /** The English sentences by key: what a translation has to hold. */
    public static Map<String, String> englishTexts() {
        return ENGLISH_SENTENCES;
    }

    private static Map<String, String> englishSentences() {
        ResourceBundle bundle = ResourceBundle.getBundle(BUNDLE, Locale.ROOT);
        Map<String, String> texts = new TreeMap<>();
        bundle.keySet().forEach(key -> texts.put(key, bundle.getString(key)));
        return Collections.unmodifiableMap(texts);
    }

    public boolean has(String key) {
        return sentences.containsKey(key);
    }

    /**
     * Says it.
     *
     * @throws IllegalArgumentException when the language has no such sentence, or it names a place that nothing fills
     */
    public String say(Statement statement) {
        return statement.isEmpty() ? "" : say(statement.key(), statement.terms());
    }

    public String say(String key, Term... terms) {
        return say(key, List.of(terms));
    }

    /** One term by itself. */
    public String say(Term term) {
        return say(term, "");
    }

    private String say(String key, List<Term> terms) {
        Sentence sentence = sentences.get(key);
        if (sentence == null) {
            throw new IllegalArgumentException("no sentence '" + key + "' in the statements of this language (statements.properties, statements_<lang>.properties)");
        }
        StringBuilder said = new StringBuilder();
        for (Sentence.Part part : sentence.parts()) {
            switch (part) {
                case Sentence.Literal literal -> said.append(literal.text());
                case Sentence.Place place -> said.append(say(place, term(terms, place.index(), key)));
                case Sentence.Choice choice -> said.append(choose(choice, term(terms, choice.index(), key), key));
            }
        }
        return said.toString();
    }

    private static Term term(List<Term> terms, int place, String key) {
        if (place >= terms.size()) {
            throw new IllegalArgumentException("'" + key + "' names place {" + place + "}, but only " + terms.size() + " are filled");
        }
        return terms.get(place);
    }

    private String say(Sentence.Place place, Term term) {
        String text = say(term, place.form());
        if (!text.isEmpty()) {
            int first = text.offsetByCodePoints(0, 1);
            String rest = text.substring(first);
            text = switch (place.initial()) {
                case CAPITAL -> text.substring(0, first).toUpperCase(Locale.ROOT) + rest;
                case SMALL -> beginsAWord(rest) ? text.substring(0, first).toLowerCase(Locale.ROOT) + rest : text;
                case AS_IT_IS -> text;
            };
        }
        return place.stopped() && !text.isEmpty() && !text.endsWith(".") ? text + "." : text;
    }

    /** Whether a word goes on in small letters: NdFeB and EU are names, and keep their capital. */
    private static boolean beginsAWord(String rest) {
        String word = rest.split("\\P{L}", 2)[0];
        return !word.isEmpty() && word.equals(word.toLowerCase(Locale.ROOT));
    }

    private String choose(Sentence.Choice choice, Term term, String key) {
        double number;
        int decimals;
        String printed;
        switch (term) {
            case Term.Count c -> {
                number = c.number();
                decimals = 0;
                printed = voice.count(c.number());
            }
            case Term.Figure f -> {
                number = f.value();
                decimals = f.decimals();
                printed = voice.figure(f.value(), f.decimals());
            }
            case Term.Points p -> {
                number = 100 * p.difference();
                decimals = 1;
                printed = say(p, "");
            }
            case Term.Words w when w.text().matches("\\d{1,9}") -> {
                number = Integer.parseInt(w.text());
                decimals = 0;
                printed = w.text();
            }
            default -> throw new IllegalArgumentException("'" + key + "' chooses by place {" + choice.index() + "}, which is no number");
        }
        String exact = number == Math.rint(number) && decimals == 0 ? choice.texts().get("=" + (long) number) : null;
        String text = exact != null
                ? exact
                : choice.texts().getOrDefault(plurals.formOf(asPrinted(number, decimals), decimals), choice.texts().get(PluralRule.OTHER));
        return text.replace("#", printed);
    }

    /** 1.96 is printed as 2.0, and takes the form of that. */
    private static double asPrinted(double number, int decimals) {
        return Double.isFinite(number) ? BigDecimal.valueOf(Math.abs(number)).setScale(decimals, RoundingMode.HALF_UP).doubleValue() : number;
    }

    private String say(Term term, String form) {
        return switch (term) {
            case Statement s -> say(s);
            case Term.Words w -> inForm(w.text(), form);
            case Term.Count c -> voice.count(c.number());
            case Term.Figure f -> voice.figure(f.value(), f.decimals());
            case Term.Percent p -> say("form.percent", new Term.Figure(100 * p.share(), p.decimals()));
            case Term.Points p -> p.signed() ? voice.signed(100 * p.difference(), 1) : voice.figure(100 * p.difference(), 1);
            case Term.Year y -> inForm(Integer.toString(y.year()), form);
            case Term.Day d -> voice.day(d.date());
            case Term.Span s -> inForm(voice.span(s.period()), form);
            case Term.Money m -> money(m.dollars());
            case Term.Amount a -> amount(a);
            case Term.Name n -> voice.name(n, form);
            case Term.Listing l -> listing(l, form);
        };
    }

    private String inForm(String text, String form) {
        return form.isEmpty() ? text : voice.name(new Term.Name("", "", "", text), form);
    }

    /** Each in the form that the sentence asks for. */
    private String listing(Term.Listing listing, String form) {
        String glue = say(listing.glue() == Term.Listing.Glue.SENTENCES ? "list.sentence" : "list.comma", List.of());
        StringBuilder said = new StringBuilder();
        Iterator<Term> terms = listing.terms().iterator();
        while (terms.hasNext()) {
            Term term = terms.next();
            boolean isLast = listing.glue() == Term.Listing.Glue.AND && !terms.hasNext();
            said.append(said.isEmpty() ? "" : isLast ? say("list.and", List.of()) : glue).append(say(term, form));
        }
        return said.toString();
    }

    private String money(double dollars) {
        double size = Math.abs(dollars);
        // From what rounds to the next unit up: never "1,000 million" or "10.0 million".
        if (size >= 999.5e6) {
            return say("money.billion", new Term.Figure(dollars / 1e9, 1));
        }
        if (size >= 999.5e3) {
            return say("money.million", new Term.Figure(dollars / 1e6, size >= 9.95e6 ? 0 : 1));
        }
        return size >= 999.5
                ? say("money.thousand", new Term.Figure(dollars / 1e3, 0))
                : say("money.dollars", new Term.Figure(dollars, 0));
    }

    /** Money in millions, billions or trillions beside its currency, other amounts before their unit. */
    private String amount(Term.Amount amount) {
        double size = Math.abs(amount.value());
        boolean money = amount.unit().matches("[A-Z]{3}");
        // From what rounds to the next unit up: never "1,000 million".
        if (money && size >= 999.995e9) {
            return say("amount.trillion", currency(amount.unit()), rounded(amount.value() / 1e12));
        }
        if (money && size >= 999.995e6) {
            return say("amount.billion", currency(amount.unit()), rounded(amount.value() / 1e9));
        }
        if (money && size >= 1e6) {
            return say("amount.million", currency(amount.unit()), rounded(amount.value() / 1e6));
        }
        if (money) {
            return say("amount.currency", new Term.Words(amount.unit()), rounded(amount.value()));
        }
        String counted = "amount.unit." + amount.unit();
        if (has(counted)) {
            return say(counted, rounded(amount.value()));
        }
        return say("amount.plain", rounded(amount.value()), new Term.Name("units", amount.unit(), "text", amount.unit()));
    }

    /** As it stands beside millions and more: in words where the language has some ("d’euros"), else its code. */
    private Term currency(String code) {
        String named = "amount.of." + code;
        return new Term.Words(has(named) ? say(named) : code);
    }

    /** With as many decimals as it needs, two at most. */
    private static Term rounded(double value) {
        BigDecimal hundredths = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
        return new Term.Figure(hundredths.doubleValue(), Math.max(0, hundredths.scale()));
    }
}
