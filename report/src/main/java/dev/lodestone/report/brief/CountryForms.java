package dev.lodestone.report.brief;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How a language speaks of countries that the registers have no translation of: {@code form.country.m=KEN MAR} of its bundle puts
 * codes into a class, {@code form.country.m.of=du {0}} says a form of that class.
 */
final class CountryForms {

    private static final String KEY = "form.country.";

    private final Locale locale;
    private final Map<String, String> texts;
    private final Map<String, String> classByCode = new HashMap<>();
    private final Map<String, String> codeByName = new HashMap<>();

    CountryForms(Locale locale, Map<String, String> texts) {
        this.locale = locale;
        this.texts = texts;
        texts.forEach((key, codes) -> {
            if (key.startsWith(KEY) && key.indexOf('.', KEY.length()) < 0) {
                for (String code : codes.split(" ")) {
                    classByCode.put(code, key);
                    name(code).ifPresent(name -> codeByName.put(name, code));
                    form(code, "name_in_text").ifPresent(name -> codeByName.put(name, code));
                }
            }
        });
    }

    /** What the language calls a country, as the JDK knows it. */
    Optional<String> name(String iso3) {
        return Optional.ofNullable(Iso.ALPHA2.get(iso3)).map(iso2 -> Locale.of("", iso2).getDisplayCountry(locale));
    }

    /** A form of a country's name by its code. */
    Optional<String> form(String iso3, String form) {
        return Optional.ofNullable(classByCode.get(iso3))
                .flatMap(of -> Optional.ofNullable(texts.get(of + "." + form)))
                .flatMap(pattern -> name(iso3).map(name -> pattern.replace("{0}", name)));
    }

    /** A form of a country's name by that name, plain, as within a sentence or at its start. */
    Optional<String> formOf(String name, String form) {
        String code = codeByName.get(name);
        if (code == null && !name.isEmpty()) {
            code = codeByName.get(name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1));
        }
        return code == null ? Optional.empty() : form(code, form);
    }

    /** Made when a language asks that translates names: English does not. */
    private static final class Iso {

        private static final Map<String, String> ALPHA2 = new HashMap<>();

        static {
            for (String alpha2 : Locale.getISOCountries()) {
                ALPHA2.put(Locale.of("", alpha2).getISO3Country(), alpha2);
            }
        }
    }
}
