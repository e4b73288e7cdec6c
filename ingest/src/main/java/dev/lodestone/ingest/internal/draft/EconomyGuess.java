package dev.lodestone.ingest.internal.draft;

import dev.lodestone.ingest.internal.economy.CodeScheme;
import dev.lodestone.ingest.internal.economy.EconomyCodes;
import dev.lodestone.model.trade.Economy;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a column writes economies.
 *
 * @param scheme the code scheme, or names
 * @param map economies by texts that the register does not know and a language does
 * @param pattern the part of the cell that is the code; empty if it is the whole cell
 * @param unknown texts that nothing knows
 * @param share share of the texts that are known, 0 to 1
 * @param language in which language the names are, in words; empty if the register knows them
 */
record EconomyGuess(CodeScheme scheme, Map<String, String> map, String pattern, List<String> unknown, double share, String language) {

    private static final List<CodeScheme> SCHEMES = List.of(
            CodeScheme.ISO3, CodeScheme.ISO2, CodeScheme.EUROSTAT, CodeScheme.NAMES, CodeScheme.COMTRADE, CodeScheme.CENSUS);
    private static final List<String> CODE_PARTS = List.of(
            "^([A-Z]{2,3}|\\d{1,4})\\s*[-–:|]\\s*\\D.*$", "^\\D.*\\(([A-Z]{2,3}|\\d{1,4})\\)$", BracketedCode.PATTERN, "^([A-Z]{2,3}|\\d{3,4})\\s+\\D.*$",
            "^[A-Z0-9]{2,6}\\s*:\\s*(\\D.*)$"); // a code of the office's own, and the name behind it
    private static final List<Locale> LANGUAGES = List.of(
            Locale.GERMAN, Locale.FRENCH, Locale.of("es"), Locale.ITALIAN, Locale.of("pt"), Locale.of("nl"), Locale.of("pl"), Locale.of("tr"), Locale.of("vi"), Locale.JAPANESE,
            Locale.KOREAN, Locale.CHINESE, Locale.TRADITIONAL_CHINESE);

    /** The best reading of the column; its share is 0 if nothing in it is an economy. */
    static EconomyGuess of(ColumnProfile column, EconomyCodes codes, Words words) {
        List<String> texts = column.all();
        EconomyGuess best = of(texts, codes, words, "", UnaryOperator.identity());
        for (String part : CODE_PARTS) {
            Pattern pattern = Pattern.compile(part);
            if (best.share() < 0.9 && column.share(text -> pattern.matcher(text).matches()) > 0.7) {
                EconomyGuess byPart = of(texts, codes, words, part, text -> {
                    Matcher matcher = pattern.matcher(text);
                    return matcher.find() ? matcher.group(1) : text;
                });
                best = byPart.share() > best.share() ? byPart : best;
            }
        }
        return best;
    }

    private static EconomyGuess of(List<String> texts, EconomyCodes codes, Words words, String pattern, UnaryOperator<String> part) {
        EconomyGuess best = new EconomyGuess(CodeScheme.NAMES, Map.of(), pattern, texts, 0, "");
        for (CodeScheme scheme : SCHEMES) {
            List<String> unknown = texts.stream().filter(text -> codes.find(scheme, part.apply(text)).isEmpty()).toList();
            EconomyGuess guess = new EconomyGuess(scheme, Map.of(), pattern, unknown, share(texts, unknown), "");
            best = guess.share() > best.share() ? guess : best;
        }
        if (best.scheme() == CodeScheme.NAMES && best.share() < 1 && pattern.isEmpty()) {
            for (Locale language : LANGUAGES) {
                EconomyGuess translated = translated(texts, codes, words, language);
                best = translated.share() > best.share() ? translated : best;
            }
        }
        return best;
    }

    private static EconomyGuess translated(List<String> texts, EconomyCodes codes, Words words, Locale language) {
        Map<String, Economy> names = names(codes, language);
        Map<String, String> map = new LinkedHashMap<>();
        List<String> unknown = new ArrayList<>();
        for (String text : texts) {
            if (codes.find(CodeScheme.NAMES, text).isEmpty()) {
                Optional<Economy> economy = words.is("world", text)
                        ? Optional.of(Economy.WORLD)
                        : Optional.ofNullable(names.get(normal(text))).or(() -> words.memberOf("economy", text).flatMap(code -> codes.find(CodeScheme.ISO3, code)));
                economy.ifPresentOrElse(found -> map.put(text, found.code()), () -> unknown.add(text));
            }
        }
        return new EconomyGuess(
                CodeScheme.NAMES, map, "", unknown, share(texts, unknown), language.getDisplayLanguage(Locale.ENGLISH));
    }

    /** Whether the economies are numbers, which mean others in another scheme. */
    boolean isOfNumbers() {
        return scheme == CodeScheme.COMTRADE || scheme == CodeScheme.CENSUS || scheme == CodeScheme.M49;
    }

    /** The economy that a cell of the column names, so read. */
    Optional<Economy> read(String text, EconomyCodes codes) {
        if (map.containsKey(text)) {
            return codes.find(CodeScheme.ISO3, map.get(text));
        }
        return codes.find(scheme, part(text));
    }

    /** What of a cell's text stands for the economy. */
    String part(String text) {
        Matcher part = pattern.isEmpty() ? null : Pattern.compile(pattern).matcher(text);
        return part != null && part.find() ? part.group(1) : text;
    }

    /** The only economy that texts name, in any language that is known; empty if they name none or several. */
    static Optional<Economy> onlyOneIn(List<String> texts, EconomyCodes codes) {
        Map<String, Economy> names = new LinkedHashMap<>();
        LANGUAGES.forEach(language -> names.putAll(names(codes, language)));
        java.util.Set<Economy> found = new java.util.HashSet<>();
        for (String text : texts) {
            String[] parts = text.strip().split("[^\\p{L}\\p{M}]+");
            for (int from = 0; from < parts.length; from++) {
                for (int to = from + 1; to <= Math.min(parts.length, from + 4); to++) {
                    String name = String.join(" ", java.util.Arrays.copyOfRange(parts, from, to));
                    Optional<Economy> known = name.length() < 4 && name.chars().allMatch(sign -> sign < 0x2e80) ? Optional.empty() : codes.find(CodeScheme.NAMES, name);
                    known.or(() -> Optional.ofNullable(names.get(normal(name)))).filter(each -> !each.isWorld() && !each.isUnnamed()).ifPresent(found::add);
                }
            }
        }
        return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
    }

    private static Map<String, Economy> names(EconomyCodes codes, Locale language) {
        Map<String, Economy> names = new LinkedHashMap<>();
        for (String iso2 : Locale.getISOCountries()) {
            codes.find(CodeScheme.ISO2, iso2)
                    .ifPresent(economy -> names.put(normal(Locale.of("", iso2).getDisplayCountry(language)), economy));
        }
        return names;
    }

    private static String normal(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("[\\u0300-\\u036f]", "").replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
    }

    private static double share(List<String> texts, List<String> unknown) {
        return texts.isEmpty() ? 0 : (double) (texts.size() - unknown.size()) / texts.size();
    }
}
