package dev.lodestone.report.edition;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An edition's name: {@code 2026-11-21}, and {@code 2026-11-21.2} for the second revision of the same date. Ordered by date, then
 * revision.
 *
 * @param asOf the briefings' date
 * @param revision 1 for the first
 */
public record EditionName(LocalDate asOf, int revision) implements Comparable<EditionName> {

    private static final Pattern FORM = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:\\.([1-9]\\d{0,8}))?");
    private static final Comparator<EditionName> ORDER =
            Comparator.comparing(EditionName::asOf).thenComparingInt(EditionName::revision);

    public EditionName {
        Objects.requireNonNull(asOf, "asOf");
        if (asOf.getYear() < 0 || asOf.getYear() > 9999) {
            throw new IllegalArgumentException("an edition's year has four digits: " + asOf);
        }
        if (revision < 1) {
            throw new IllegalArgumentException("revisions count from 1: " + revision);
        }
    }

    public static EditionName first(LocalDate asOf) {
        return new EditionName(asOf, 1);
    }

    public EditionName next() {
        return new EditionName(asOf, revision + 1);
    }

    /** Reads a name as {@link #toString} prints it; empty for anything else. */
    public static Optional<EditionName> parse(String text) {
        Matcher m = FORM.matcher(text);
        if (!m.matches()) {
            return Optional.empty();
        }
        try {
            EditionName name = new EditionName(LocalDate.parse(m.group(1)), m.group(2) == null ? 1 : Integer.parseInt(m.group(2)));
            return name.toString().equals(text) ? Optional.of(name) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public int compareTo(EditionName other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return revision == 1 ? asOf.toString() : asOf + "." + revision;
    }
}
