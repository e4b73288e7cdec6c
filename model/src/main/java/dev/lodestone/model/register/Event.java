package dev.lodestone.model.register;

import java.time.LocalDate;
import java.util.List;

/**
 * A dated event that bears on the chain.
 *
 * @param id stable id, such as {@code 2025-04-04-china-no-18}
 * @param date the day, or the first day of the month or year known
 * @param dateText the date as it is known: {@code 2025-04-04}, {@code 2025-09}, {@code 2027}
 * @param actors ISO3 codes or names of who acts
 * @param affects ISO3 or group codes whom it bears on; empty for all
 * @param kind {@code export-control}, {@code allied-action}, {@code meeting}, {@code deadline}, {@code capacity}, {@code law}, {@code upcoming} ...
 * @param title short title for a chart's mark
 * @param summary what happened, in our own words
 * @param stages stage ids it bears on; empty for all
 * @param major whether charts mark it
 * @param source where it is read
 * @param confidence how far to trust it
 */
public record Event(
        String id,
        LocalDate date,
        String dateText,
        List<String> actors,
        List<String> affects,
        String kind,
        String title,
        String summary,
        List<String> stages,
        boolean major,
        String source,
        Confidence confidence) {

    public Event {
        actors = List.copyOf(actors);
        affects = List.copyOf(affects);
        stages = List.copyOf(stages);
    }
}
