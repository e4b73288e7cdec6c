package dev.lodestone.report.edition;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an edition was asked: its material, its economies, its languages and all else that somebody chose. Several questions may be answered
 * in one folder; an edition follows upon the one before it on the same question, not upon whatever was published last.
 *
 * @param options the manifest's options, without what the edition was compared with
 */
public record Question(SortedMap<String, String> options) {

    private static final String COMPARE = "compare";
    private static final String MATERIAL = "material";

    public Question {
        SortedMap<String, String> asked = new TreeMap<>(options);
        asked.remove(COMPARE);
        options = Collections.unmodifiableSortedMap(asked);
    }

    public static Question of(Manifest manifest) {
        return new Question(manifest.options());
    }

    /** What the edition of a folder was asked; empty where its manifest cannot be read. */
    public static Optional<Question> in(Path folder) {
        try (JsonParser json = new JsonFactory().createParser(Files.readAllBytes(folder.resolve(Manifest.FILE)))) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean asked = json.currentName().equals("options");
                if (json.nextToken() == JsonToken.START_OBJECT && asked) {
                    // What follows are the inputs, long and of no matter here.
                    return Optional.of(new Question(TextFields.read(json)));
                }
                json.skipChildren();
            }
            return Optional.of(new Question(Collections.emptySortedMap()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The material's id; empty where a manifest does not say. */
    public String material() {
        return options.getOrDefault(MATERIAL, "");
    }

    /** The same, whatever was chosen for some options. */
    public Question without(Collection<String> names) {
        SortedMap<String, String> fewer = new TreeMap<>(options);
        fewer.keySet().removeAll(names);
        return new Question(fewer);
    }
}
