package dev.lodestone.cli;

import dev.lodestone.model.text.NearestName;
import java.util.Collection;

/** How a message ends that tells of a name nobody knows. */
public final class DidYouMean {

    /** So many names can be looked through; of more, the one that was meant would be lost among them. */
    private static final int FEW = 12;

    private DidYouMean() {}

    /** {@code ; did you mean 'x'?}, or nothing where none is near. */
    public static String hint(String wrong, Collection<String> known) {
        return NearestName.of(wrong.strip(), known).map(DidYouMean::of).orElse("");
    }

    /** {@code ; known: x, y; did you mean 'x'?}: the known names where they are few or none of them is near. */
    public static String among(String wrong, Collection<String> known) {
        String hint = hint(wrong, known);
        return known.size() > FEW && !hint.isEmpty() ? hint : "; known: " + String.join(", ", known) + hint;
    }

    static String of(String name) {
        return "; did you mean '" + name + "'?";
    }
}
