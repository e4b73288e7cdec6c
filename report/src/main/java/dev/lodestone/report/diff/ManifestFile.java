package dev.lodestone.report.diff;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.lodestone.report.diff.EditionData.InputState;
import dev.lodestone.report.edition.Manifest;
import dev.lodestone.report.edition.TextFields;
import java.io.IOException;
import java.io.InputStream;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a manifest says, as far as editions are compared; fields that this version does not know are passed over. */
record ManifestFile(String version, SortedMap<String, String> options, SortedMap<String, InputState> inputs) {

    static ManifestFile read(InputStream in) throws IOException {
        String version = "";
        SortedMap<String, String> options = new TreeMap<>();
        SortedMap<String, InputState> inputs = new TreeMap<>();
        try (JsonParser json = new JsonFactory().createParser(in)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new EditionReadException(Manifest.FILE + " is no JSON object");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                JsonToken value = json.nextToken();
                if (field.equals("version") && value == JsonToken.VALUE_STRING) {
                    version = json.getText();
                } else if (field.equals("options") && value == JsonToken.START_OBJECT) {
                    options.putAll(TextFields.read(json));
                } else if (field.equals("inputs") && value == JsonToken.START_ARRAY) {
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        SortedMap<String, String> input = TextFields.read(json);
                        inputs.put(input.getOrDefault("file", ""), new InputState(input.getOrDefault("sha256", ""), input.getOrDefault("layout", "")));
                    }
                } else {
                    json.skipChildren();
                }
            }
        } catch (JacksonException e) {
            throw new EditionReadException(Manifest.FILE + " is no sound JSON: " + e.getOriginalMessage(), e);
        }
        return new ManifestFile(version, options, inputs);
    }
}
