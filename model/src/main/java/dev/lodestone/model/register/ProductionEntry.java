package dev.lodestone.model.register;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A published figure on production, reserves, net import reliance, prices or shares: anything yearly that is not customs trade.
 *
 * @param series what it is, such as {@code mine-production}, {@code net-import-reliance}, {@code apparent-consumption}
 * @param economy ISO3, or {@code W00} for the world
 * @param stage stage id; empty for all
 * @param scope what it covers in words, such as {@code compounds and metals}
 * @param year year
 * @param text the figure as published: {@code 380000}, {@code >95}, {@code E}, {@code NA}
 * @param unit unit
 * @param edition edition of the publication: figures of two editions are never spliced into one series
 * @param source where it is read
 * @param confidence how far to trust it
 * @param notes reservations
 * @param where file and line of the register, such as {@code rare-earths/production.csv:196}; empty when made by hand
 */
public record ProductionEntry(
        String series,
        String economy,
        String stage,
        String scope,
        int year,
        String text,
        String unit,
        String edition,
        String source,
        Confidence confidence,
        String notes,
        String where) {

    private static final Pattern EDITION_YEAR = Pattern.compile("(\\d{4})");

    /** The year in the name of its edition, such as 2026 of {@code MCS2026}; 0 where it names none. */
    public int editionYear() {
        Matcher m = EDITION_YEAR.matcher(edition);
        return m.find() ? Integer.parseInt(m.group(1)) : 0;
    }

    /** Whether it can have been known on a day: its year was over, and its edition is of no later year. */
    public boolean isKnown(LocalDate day) {
        return LocalDate.of(year, 12, 31).compareTo(day) <= 0 && editionYear() <= day.getYear();
    }

    /** An entry that stands in no file. */
    public ProductionEntry(
            String series,
            String economy,
            String stage,
            String scope,
            int year,
            String text,
            String unit,
            String edition,
            String source,
            Confidence confidence,
            String notes) {
        this(series, economy, stage, scope, year, text, unit, edition, source, confidence, notes, "");
    }
}
