package dev.lodestone.ingest.internal.draft;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A code in brackets behind its name, {@code Germany [DE]}. */
final class BracketedCode {

    /** The whole text, with the code as its group. */
    static final String PATTERN = "^.*\\S\\s*\\[([A-Z0-9_. ]{1,30})]$";

    private static final Pattern BEHIND = Pattern.compile(PATTERN);

    private BracketedCode() {}

    static Optional<String> of(String text) {
        Matcher matcher = BEHIND.matcher(text.strip());
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** The text without the code behind it. */
    static String name(String text) {
        return of(text).isPresent() ? text.substring(0, text.lastIndexOf('[')).strip() : text;
    }
}
