package dev.lodestone.report.edition;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;

/** Fields of a JSON object as texts; what is null, or holds fields or elements of its own, is passed over. */
public final class TextFields {

    private TextFields() {}

    /**
     * Reads an object to its end.
     *
     * @param json at the object's start
     */
    public static SortedMap<String, String> read(JsonParser json) throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
                texts.put(name, json.getText());
            } else {
                json.skipChildren();
            }
        }
        return texts;
    }
}
