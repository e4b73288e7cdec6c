package dev.lodestone.model.register;

import dev.lodestone.model.text.Term;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Something being built, running or kept in reserve: a mine, plant, scheme or stockpile.
 *
 * @param name name and owner
 * @param economies ISO3 codes of where it stands
 * @param stages stage ids
 * @param bearsOn ISO3 or group codes of the allies it bears on: host, financier, buyer
 * @param capacity amount; absent when unknown
 * @param unit unit of the amount with what it counts, such as {@code t NdFeB/year}
 * @param start start as known: {@code operating}, {@code 2027}, {@code 2028-2030}; empty when unknown
 * @param status one of {@code announced}, {@code planned}, {@code financed}, {@code building}, {@code ramping}, {@code operating}, {@code uncertain}
 * @param statusText the status in words, with dates
 * @param backers who finances or buys
 * @param kind {@code project} or {@code reserve}
 * @param source where it is read
 * @param confidence how far to trust it
 * @param notes reservations
 */
public record Project(
        String name,
        List<String> economies,
        List<String> stages,
        List<String> bearsOn,
        OptionalDouble capacity,
        String unit,
        String start,
        String status,
        String statusText,
        String backers,
        String kind,
        String source,
        Confidence confidence,
        String notes) {

    /** One of its texts for a place of a sentence. */
    public Term term(String field, String text) {
        return Term.name("projects", name, field, text);
    }

    public Project {
        economies = List.copyOf(economies);
        stages = List.copyOf(stages);
        bearsOn = List.copyOf(bearsOn);
    }
}
