package dev.lodestone.cli;

import dev.lodestone.model.text.NearestName;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** Reads what stands after an option, and says in a person's words what is wrong with it: no name of a Java class helps whoever types. */
final class OptionValues {

    private OptionValues() {}

    /** Has a command and those below it read their values so. */
    static void readBy(CommandLine commands) {
        commands.registerConverter(LocalDate.class, OptionValues::date);
        commands.registerConverter(ZoneId.class, OptionValues::zone);
        commands.registerConverter(URI.class, OptionValues::address);
        commands.registerConverter(Path.class, OptionValues::path);
        commands.registerConverter(int.class, OptionValues::number);
        commands.registerConverter(Integer.class, OptionValues::number);
    }

    private static LocalDate date(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeException e) {
            throw new TypeConversionException("'" + typed + "' is no day of the calendar written as year-month-day, such as 2026-11-21");
        }
    }

    private static ZoneId zone(String typed) {
        try {
            return ZoneId.of(typed.strip());
        } catch (DateTimeException e) {
            String place = "/" + typed.strip().replace(' ', '_');
            Optional<String> meant = ZoneId.getAvailableZoneIds().stream()
                    .filter(id -> id.regionMatches(true, Math.max(0, id.length() - place.length()), place, 0, place.length()))
                    .min(String::compareTo)
                    .or(() -> NearestName.of(typed.strip(), ZoneId.getAvailableZoneIds()));
            throw new TypeConversionException("'" + typed + "' is no time zone such as Europe/Berlin"
                    + meant.map(DidYouMean::of).orElse(""));
        }
    }

    private static URI address(String typed) {
        try {
            return new URI(typed.strip());
        } catch (URISyntaxException e) {
            throw new TypeConversionException("'" + typed + "' is no address such as https://example.org/hook");
        }
    }

    /** Nothing is no path: Java would read it as the folder that one happens to be in. */
    private static Path path(String typed) {
        if (typed.isBlank()) {
            throw new TypeConversionException("it names no file or folder; is a variable of the shell empty? For where you are, write a dot");
        }
        try {
            return Path.of(typed);
        } catch (InvalidPathException e) {
            throw new TypeConversionException("'" + typed + "' is no name of a file or folder: " + e.getReason());
        }
    }

    /** What is counted by an option, rows, months or seconds, is never less than nothing. */
    private static Integer number(String typed) {
        int number;
        try {
            number = Integer.parseInt(typed.strip());
        } catch (NumberFormatException e) {
            throw new TypeConversionException("'" + typed + "' is no whole number");
        }
        if (number < 0) {
            throw new TypeConversionException("'" + typed + "' is no whole number from 0 on");
        }
        return number;
    }
}
