package dev.lodestone.model.register;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The registers' texts in other languages than their own. What is not here stays English.
 *
 * @param texts texts by what they stand for
 */
public record RegisterTexts(Map<Key, String> texts) {

    /** No translations. */
    public static final RegisterTexts NONE = new RegisterTexts(Map.of());

    /**
     * What a text stands for.
     *
     * @param language BCP 47 tag
     * @param material material id; empty for the registers that all share
     * @param register register without {@code .csv}, such as {@code commitments}
     * @param id id of the row
     * @param field column; or a form of a name, a word of the language's own, such as {@code of}
     */
    public record Key(String language, String material, String register, String id, String field) {}

    public RegisterTexts {
        texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    }

    /** A text of a material's registers, else of the shared ones. */
    public Optional<String> find(String language, String material, String register, String id, String field) {
        String own = texts.get(new Key(language, material, register, id, field));
        return Optional.ofNullable(own == null ? texts.get(new Key(language, "", register, id, field)) : own);
    }

    /** Languages that any text is in. */
    public Set<String> languages() {
        Set<String> languages = new TreeSet<>();
        texts.keySet().forEach(key -> languages.add(key.language()));
        return languages;
    }
}
