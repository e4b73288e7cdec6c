package dev.lodestone.report.brief;

import dev.lodestone.model.register.RegisterTexts;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The registers' texts in one language, and the forms that its names take in sentences: found by id, or by the plain name, so that a
 * sentence may ask for the form that its grammar needs ({@code {0:of}}) of whatever name stands in the place.
 */
final class Dictionary {

    private record Word(String register, String id) {}

    private final RegisterTexts texts;
    private final String language;
    private final String material;
    private final Map<String, Map<String, String>> formsByName = new HashMap<>();

    Dictionary(RegisterTexts texts, Locale locale, String material) {
        this.texts = texts;
        this.language = locale.toLanguageTag();
        this.material = material;
        Map<Word, Map<String, String>> words = new HashMap<>();
        texts.texts().forEach((key, text) -> {
            if (key.language().equals(language) && (key.material().isEmpty() || key.material().equals(material))) {
                words.computeIfAbsent(new Word(key.register(), key.id()), w -> new HashMap<>()).put(key.field(), Typography.of(text));
            }
        });
        for (Map<String, String> forms : words.values()) {
            for (String plain : new String[] {"name", "name_in_text", "noun", "label"}) {
                if (forms.containsKey(plain)) {
                    // Two rows may bear the same name: the forms of both are its forms.
                    Map<String, String> known = formsByName.computeIfAbsent(forms.get(plain), n -> new HashMap<>());
                    forms.forEach(known::putIfAbsent);
                }
            }
        }
    }

    /** Of a language that has no translations. */
    static Dictionary empty(Locale locale) {
        return new Dictionary(RegisterTexts.NONE, locale, "");
    }

    Optional<String> find(String register, String id, String field) {
        return texts.find(language, material, register, id, field).map(Typography::of);
    }

    /** A form of a plain name, whether it begins small or with a capital. */
    Optional<String> form(String name, String form) {
        Map<String, String> forms = formsByName.get(name);
        if (forms == null && !name.isEmpty()) {
            forms = formsByName.get(name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1));
        }
        return forms == null ? Optional.empty() : Optional.ofNullable(forms.get(form));
    }
}
