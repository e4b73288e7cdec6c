package dev.lodestone.report.view;

import java.util.List;
import java.util.Objects;

/** Terms and what they mean. */
public record DefinitionList(List<Definition> definitions) implements Block {

    /** A term and its meaning. */
    public record Definition(String term, Text meaning) {

        public Definition {
            term = Checks.filled(term, "term");
            Objects.requireNonNull(meaning, "meaning");
        }
    }

    public DefinitionList {
        definitions = Checks.list(definitions, "definitions");
    }

    @Override
    public String kind() {
        return "definitions";
    }
}
