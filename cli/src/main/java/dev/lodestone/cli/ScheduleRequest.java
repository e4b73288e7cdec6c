package dev.lodestone.cli;

import dev.lodestone.cli.schedule.CronTimes;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * What a user wants published on a schedule.
 *
 * @param name told apart by it from others into the same folder
 * @param material the material's id
 * @param times when
 * @param out where editions go
 * @param briefing what, on a day
 * @param watched folder into which new statistics are delivered
 * @param settling how long that folder must stand unchanged before it is read
 * @param keep how many editions stay; absent for all
 * @param onPublish words of a command run on publication
 * @param onFailure words of a command run on failure
 * @param hookTimeout after which a command or a webhook is given up
 * @param webhook address told of publications and failures
 * @param once whether to run what is due and end
 */
public record ScheduleRequest(
        String name,
        String material,
        CronTimes times,
        Path out,
        Function<LocalDate, BriefRequest> briefing,
        Optional<Path> watched,
        Duration settling,
        OptionalInt keep,
        Optional<List<String>> onPublish,
        Optional<List<String>> onFailure,
        Duration hookTimeout,
        Optional<URI> webhook,
        boolean once) {}
