package dev.lodestone.cli.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.report.edition.Manifest;
import dev.lodestone.report.edition.Question;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Simulated time: the clock moves only when the scheduler waits, or when a run or the test says so. */
class SchedulerTest {

    private static final String NAME = "rare-earths";
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @TempDir
    private Path out;

    private Instant now = Instant.parse("2026-11-23T05:00:00Z");
    private final List<String> runs = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final List<String> log = new ArrayList<>();
    private final TreeMap<Instant, Runnable> happenings = new TreeMap<>();
    private Duration runTakes = Duration.ofSeconds(5);
    private String failure = "";
    private boolean unchanged;

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    private static final Question OURS = new Question(new TreeMap<>(Map.of("material", "rare-earths", "lang", "en,de")));
    private static final Question THEIRS = new Question(new TreeMap<>(Map.of("material", "rare-earths", "lang", "fr")));

    private Optional<String> wrong = Optional.empty();
    private boolean failsAfterwards;

    private final List<Notices> notices = List.of(new Way("--webhook", notice -> {
        boolean published = notice.event() == Notice.Event.PUBLISHED;
        String edition = notice.about().getOrDefault("edition", "");
        boolean foundStanding = published && Files.exists(out.resolve("editions").resolve(edition));
        told.add(published
                ? "published " + edition + (foundStanding ? " as " + notice.about().get("outcome") : "")
                : "failed " + notice.about().get("failures") + ": " + notice.about().get("error"));
        return wrong;
    }));

    /** Takes notices of any kind. */
    private record Way(String name, Function<Notice, Optional<String>> telling) implements Notices {

        @Override
        public boolean takes(Notice.Event event) {
            return true;
        }

        @Override
        public Optional<String> tell(Notice notice) {
            return telling.apply(notice);
        }
    }

    private RunResult run(LocalDate day, Consumer<Question> asking) throws IOException {
        runs.add(now.atZone(BERLIN).toLocalDateTime() + "");
        now = now.plus(runTakes);
        if (!failure.isEmpty()) {
            if (failsAfterwards) {
                asking.accept(OURS);
            }
            throw new IOException(failure);
        }
        asking.accept(OURS);
        return new RunResult(unchanged ? "unchanged" : "published", day.toString());
    }

    private Scheduler scheduler(String cron, Optional<WatchedFolder> folder) {
        return new Scheduler(out, NAME, "rare-earths", CronTimes.parse(cron, BERLIN), folder, this::run, notices, clock, Exception::getMessage, log::add);
    }

    private Scheduler scheduler(String cron) {
        return scheduler(cron, Optional.empty());
    }

    /** Time passes to the instant asked for, happenings on the way included; stops at the end. */
    private Waiting untilInstant(Instant end) {
        return instant -> {
            Instant target = instant.isAfter(now) ? instant : now;
            while (!happenings.isEmpty() && !happenings.firstKey().isAfter(target)) {
                var next = happenings.pollFirstEntry();
                now = next.getKey().isAfter(now) ? next.getKey() : now;
                next.getValue().run();
            }
            now = target.isAfter(now) ? target : now;
            return now.isBefore(end);
        };
    }

    private Waiting forDays(int days) {
        return untilInstant(now.plus(Duration.ofDays(days)));
    }

    @Test
    void aWeekOfMorningsGivesARunEachMorningAndOneAtTheStart() throws IOException {
        scheduler("0 7 * * *").loop(forDays(7));

        assertThat(runs).containsExactly(
                "2026-11-23T06:00", "2026-11-23T07:00", "2026-11-24T07:00", "2026-11-25T07:00", "2026-11-26T07:00", "2026-11-27T07:00",
                "2026-11-28T07:00", "2026-11-29T07:00");
        assertThat(told).hasSize(8).last().isEqualTo("published 2026-11-29");
    }

    @Test
    void whatWasMissedWhileNothingRanIsCaughtUpByOneRun() throws IOException {
        scheduler("0 7 * * *").loop(forDays(1));
        runs.clear();

        now = Instant.parse("2026-11-27T15:00:00Z");
        scheduler("0 7 * * *").loop(untilInstant(Instant.parse("2026-11-28T12:00:00Z")));

        assertThat(runs).as("three mornings missed, then the next one in time").containsExactly("2026-11-27T16:00", "2026-11-28T07:00");
    }

    @Test
    void aMachineThatSleepsCatchesUpWhenItWakes() throws IOException {
        happenings.put(Instant.parse("2026-11-24T20:00:00Z"), () -> now = Instant.parse("2026-11-26T09:30:00Z"));

        scheduler("0 7 * * *").loop(forDays(5));

        assertThat(runs).containsExactly(
                "2026-11-23T06:00", "2026-11-23T07:00", "2026-11-24T07:00", "2026-11-26T10:30", "2026-11-27T07:00");
    }

    @Test
    void aRunThatTakesLongerThanTheIntervalIsFollowedByOneNotByMany() throws IOException {
        runTakes = Duration.ofMinutes(150);

        scheduler("0 * * * *").loop(untilInstant(Instant.parse("2026-11-23T14:00:00Z")));

        assertThat(runs).containsExactly("2026-11-23T06:00", "2026-11-23T08:30", "2026-11-23T11:00", "2026-11-23T13:30");
    }

    @Test
    void summerTimeMovesTheRunWithTheWallClock() throws IOException {
        now = Instant.parse("2027-03-27T00:00:00Z");

        scheduler("0 7 * * *").loop(untilInstant(Instant.parse("2027-03-29T12:00:00Z")));

        assertThat(runs).containsExactly("2027-03-27T01:00", "2027-03-27T07:00", "2027-03-28T07:00", "2027-03-29T07:00");
    }

    /** 02:30 does not exist on one of these days and comes twice on another. */
    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2027-03-26T12:00:00Z", "Europe/Berlin, 2027-10-29T12:00:00Z", "America/New_York, 2027-03-12T12:00:00Z",
        "America/New_York, 2027-11-05T12:00:00Z"
    })
    void whereTheClocksChangeEveryDayHasOneRun(ZoneId zone, Instant begin) throws IOException {
        now = begin;
        List<LocalDate> days = new ArrayList<>();
        ScheduledRun run = (day, asking) -> {
            days.add(day);
            return run(day, asking);
        };

        new Scheduler(out, NAME, "rare-earths", CronTimes.parse("30 2 * * *", zone), Optional.empty(), run, notices, clock, Exception::getMessage, log::add)
                .loop(forDays(4));

        LocalDate first = LocalDate.ofInstant(begin, zone);
        assertThat(days).as("the first at once, then one a day").containsExactly(first, first.plusDays(1), first.plusDays(2), first.plusDays(3), first.plusDays(4));
    }

    @Test
    void aClockThatIsPutBackAndForthAgainRunsNothingTwice() throws IOException {
        happenings.put(Instant.parse("2026-11-23T06:10:00Z"), () -> now = now.minus(Duration.ofHours(3)));

        scheduler("0 7 * * *").loop(untilInstant(Instant.parse("2026-11-24T05:00:00Z")));
        assertThat(told).containsExactly("published 2026-11-23", "published 2026-11-23");

        now = Instant.parse("2026-11-21T00:00:00Z");
        scheduler("0 7 * * *").loop(untilInstant(Instant.parse("2026-11-21T08:00:00Z")));
        assertThat(told).as("a clock two days behind waits until it has caught up").hasSize(2);
    }

    /** A machine that starts with a dead battery may believe in any year; put right, it was silent until then and said to be healthy. */
    @Test
    void aRunByAClockThatWasYearsAheadHoldsUpNoneOnceItIsRight(@TempDir Path incoming) throws IOException {
        deliver(incoming, "a", 1);
        Optional<WatchedFolder> watched = Optional.of(new WatchedFolder(incoming, Duration.ofSeconds(60)));
        now = Instant.parse("2031-05-05T05:00:00Z");
        Scheduler scheduler = scheduler("0 7 * * *", watched);
        scheduler.loop(untilInstant(Instant.parse("2031-05-05T08:00:00Z")));

        now = Instant.parse("2026-11-23T08:00:00Z");
        deliver(incoming, "b", 2);
        scheduler.loop(untilInstant(Instant.parse("2026-11-24T08:00:00Z")));

        assertThat(told).containsExactly("published 2031-05-05", "published 2026-11-23", "published 2026-11-24");
    }

    @Test
    void aFailedRunIsToldAndCountedAndTheNextOneComesInTime() throws IOException {
        happenings.put(Instant.parse("2026-11-23T12:00:00Z"), () -> failure = "disk full");
        happenings.put(Instant.parse("2026-11-25T12:00:00Z"), () -> failure = "");

        scheduler("0 7 * * *").loop(forDays(3));
        ScheduleState failing = new StateFile(out, NAME).read().orElseThrow();
        assertThat(told).containsSubsequence("failed 1: disk full", "failed 2: disk full");
        assertThat(failing.failures()).isEqualTo(2);
        assertThat(failing.lastError()).isEqualTo("disk full");
        assertThat(failing.lastSuccess()).contains(Instant.parse("2026-11-23T06:00:00Z"));

        scheduler("0 7 * * *").loop(forDays(1));
        ScheduleState well = new StateFile(out, NAME).read().orElseThrow();
        assertThat(well.failures()).isZero();
        assertThat(well.lastError()).isEmpty();
        assertThat(well.edition()).isEqualTo("2026-11-26");
    }

    @Test
    void anUnexpectedExceptionDoesNotEndTheSchedule() throws IOException {
        List<String> seen = new ArrayList<>();
        ScheduledRun broken = (day, asking) -> {
            seen.add(day.toString());
            throw new UncheckedIOException(new IOException("torn"));
        };
        new Scheduler(out, NAME, "rare-earths", CronTimes.parse("0 7 * * *", BERLIN), Optional.empty(), broken, notices, clock, Exception::getMessage, log::add)
                .loop(forDays(2));

        assertThat(seen).containsExactly("2026-11-23", "2026-11-23", "2026-11-24");
    }

    @Test
    void anUnchangedResultIsASuccessThatNobodyIsToldOf() throws IOException {
        unchanged = true;

        scheduler("0 7 * * *").loop(forDays(2));

        assertThat(runs).hasSize(3);
        assertThat(told).isEmpty();
        assertThat(new StateFile(out, NAME).read().orElseThrow().lastOutcome()).isEqualTo("unchanged");
    }

    @Test
    void onceRunsWhatIsDueAndNothingElse() throws IOException {
        assertThat(scheduler("0 7 * * *").once(forDays(1))).isTrue();
        assertThat(scheduler("0 7 * * *").once(forDays(1))).isTrue();
        assertThat(runs).hasSize(1);
        assertThat(log).last().asString().startsWith("nothing is due before 2026-11-23T07:00+01:00");

        now = Instant.parse("2026-11-23T06:00:20Z");
        failure = "no";
        assertThat(scheduler("0 7 * * *").once(forDays(1))).as("a failed run").isFalse();
        assertThat(runs).hasSize(2);
    }

    @Test
    void aRunOfAnotherProcessIsNotOverlapped() throws IOException {
        try (RunLock other = RunLock.tryAcquire(out, NAME).orElseThrow()) {
            assertThat(other).isNotNull();
            scheduler("0 7 * * *").once(forDays(1));
        }

        assertThat(runs).isEmpty();
        assertThat(log).containsExactly("another run of the schedule rare-earths into " + out + " is under way");
    }

    @Test
    void aRunOfAnotherProcessIsToldOfOnceForEachTimeThatIsDue(@TempDir Path incoming) throws IOException {
        String busy = "another run of the schedule rare-earths into " + out + " is under way";
        try (RunLock other = RunLock.tryAcquire(out, NAME).orElseThrow()) {
            assertThat(other).isNotNull();
            scheduler("0 7 * * *", Optional.of(new WatchedFolder(incoming, Duration.ofSeconds(60)))).loop(forDays(2));
        }

        assertThat(log).as("at the start and on two mornings").containsExactly(busy, busy, busy);
    }

    @Test
    void aDeliveredFileMakesARunDueOnceItHasSettled(@TempDir Path incoming) throws IOException {
        Scheduler scheduler = scheduler("0 7 * * 1", Optional.of(new WatchedFolder(incoming, Duration.ofSeconds(60))));
        now = Instant.parse("2026-11-24T05:00:00Z");
        happenings.put(Instant.parse("2026-11-24T09:00:00Z"), () -> deliver(incoming, "a", 1));
        happenings.put(Instant.parse("2026-11-24T09:00:40Z"), () -> deliver(incoming, "aa", 2));
        happenings.put(Instant.parse("2026-11-24T09:01:20Z"), () -> deliver(incoming, "aaa", 3));

        scheduler.loop(forDays(1));

        assertThat(runs).hasSize(2);
        assertThat(runs.getFirst()).as("the first edition, once the folder was seen to be at rest").startsWith("2026-11-24T06:01");
        assertThat(runs.get(1)).as("a minute after the last write").isBetween("2026-11-24T10:02:20", "2026-11-24T10:04:00");
    }

    @Test
    void aFolderAlreadyReadMakesNoRunDueAfterARestart(@TempDir Path incoming) throws IOException {
        deliver(incoming, "a", 1);
        scheduler("0 7 * * 1", Optional.of(new WatchedFolder(incoming, Duration.ofSeconds(60)))).once(forDays(1));
        now = now.plus(Duration.ofMinutes(10));
        scheduler("0 7 * * 1", Optional.of(new WatchedFolder(incoming, Duration.ofSeconds(60)))).once(forDays(1));

        assertThat(runs).hasSize(1);
    }

    @Test
    void aFolderThatNeverRestsHoldsADueRunUpForAnHourOnly(@TempDir Path incoming) throws IOException {
        Scheduler scheduler = scheduler("0 7 * * *", Optional.of(new WatchedFolder(incoming, Duration.ofSeconds(60))));
        scheduler.loop(untilInstant(Instant.parse("2026-11-23T05:30:00Z")));
        runs.clear();
        for (int second = 0; second < 3 * 3600; second += 20) {
            int size = second;
            happenings.put(Instant.parse("2026-11-23T05:31:00Z").plusSeconds(second), () -> deliver(incoming, "log", size));
        }

        scheduler.loop(untilInstant(Instant.parse("2026-11-23T08:00:00Z")));

        assertThat(runs).singleElement().asString().startsWith("2026-11-23T08:00");
    }

    private List<Untold> untold() throws IOException {
        return new StateFile(out, NAME).read().orElseThrow().untold();
    }

    @Test
    void whatNobodyCouldBeToldOfIsTriedAgainAtLongerAndLongerIntervals() throws IOException {
        List<Instant> attempts = new ArrayList<>();
        List<Notices> failing = List.of(new Way("--webhook", notice -> {
            attempts.add(now);
            return Optional.of("the webhook at desk answered 500");
        }));
        runTakes = Duration.ZERO;
        publish("2026-11-23", OURS);
        Scheduler scheduler = new Scheduler(
                out, NAME, "rare-earths", CronTimes.parse("0 7 1 1 *", BERLIN), Optional.empty(), this::run, failing, clock, Exception::getMessage, log::add);
        scheduler.loop(untilInstant(now.plus(Duration.ofHours(4))));

        Instant begin = Instant.parse("2026-11-23T05:00:00Z");
        assertThat(attempts).as("after 1, 2, 4, ... minutes").containsExactly(
                begin, begin.plusSeconds(60), begin.plusSeconds(3 * 60), begin.plusSeconds(7 * 60), begin.plusSeconds(15 * 60), begin.plusSeconds(31 * 60),
                begin.plusSeconds(63 * 60), begin.plusSeconds(127 * 60));
        assertThat(untold()).singleElement().isEqualTo(new Untold(
                "--webhook", Notice.published(new RunResult("published", "2026-11-23"), begin), begin, 8,
                Optional.of(begin.plusSeconds(255 * 60)), "the webhook at desk answered 500"));
        assertThat(new StateFile(out, NAME).read().orElseThrow().failures()).as("the edition stands").isZero();

        scheduler.loop(untilInstant(begin.plus(Duration.ofDays(30))));
        assertThat(attempts).as("six hours apart at most, and not for ever").hasSize(Untold.MOST_ATTEMPTS);
        assertThat(Duration.between(attempts.get(58), attempts.get(59))).isEqualTo(Duration.ofHours(6));
        assertThat(untold()).singleElement().satisfies(one -> assertThat(one.next()).isEmpty());
        assertThat(log).last().isEqualTo("not told of published 2026-11-23: the webhook at desk answered 500; given up after 60 attempts");
        assertThat(runs).hasSize(1);
    }

    @Test
    void whatWaitsByAClockThatWasAheadIsToldOnceTheClockIsRight() throws IOException {
        wrong = Optional.of("away");
        failure = "no";
        now = Instant.parse("2036-11-23T06:00:10Z");
        scheduler("0 7 * * *").once(forDays(1));
        told.clear();

        wrong = Optional.empty();
        failure = "";
        unchanged = true; // of which nobody is told, so that nothing new goes the same way
        now = Instant.parse("2026-11-23T06:00:10Z");
        scheduler("0 7 * * *").once(forDays(1));
        assertThat(told).containsExactly("failed 1: no");
    }

    @Test
    void whatIsNewIsTriedAlsoBesideWhatIsTriedAgainInVain() {
        make(out.resolve("editions/2026-11-23"));
        make(out.resolve("editions/2026-11-24"));
        wrong = Optional.of("away");
        Outbox outbox = new Outbox(notices, out, clock, log::add);
        Untold waiting = Untold.of("--webhook", Notice.published(new RunResult("published", "2026-11-23"), now), now, now).triedInVain(now, "away");
        now = now.plusSeconds(120);

        List<Untold> left = outbox.tell(outbox.add(List.of(waiting), Notice.published(new RunResult("published", "2026-11-24"), now)));

        assertThat(told).containsExactly("published 2026-11-23 as published", "published 2026-11-24 as published");
        assertThat(left).extracting(Untold::attempts).containsExactly(2, 1);
    }

    @Test
    void aWebhookThatIsBackIsToldAllThatWaitsInItsOrder() throws IOException {
        publish("2026-11-23", OURS);
        publish("2026-11-24", OURS);
        wrong = Optional.of("the webhook at desk answered 502");
        happenings.put(Instant.parse("2026-11-25T05:59:00Z"), () -> {
            told.clear();
            wrong = Optional.empty();
        });

        scheduler("0 7 * * *").loop(untilInstant(Instant.parse("2026-11-25T12:00:00Z")));

        assertThat(told).as("the new one at its time, and what waited with it").containsExactly(
                "published 2026-11-25", "published 2026-11-23 as published", "published 2026-11-23 as published", "published 2026-11-24 as published");
        assertThat(untold()).isEmpty();
        assertThat(log).contains("told now of published 2026-11-24 by --webhook");
    }

    @Test
    void whatOneProcessCouldNotTellTheNextDoesAlsoWhenNothingIsDue() throws IOException {
        publish("2026-11-23", OURS);
        wrong = Optional.of("the webhook at desk took longer than 60 s and was given up");
        scheduler("0 7 1 1 *").once(untilInstant(now));
        wrong = Optional.empty();
        scheduler("0 7 1 1 *").once(untilInstant(now));
        assertThat(told).as("not before its time").hasSize(1);

        now = now.plus(Duration.ofHours(1));
        scheduler("0 7 1 1 *").once(untilInstant(now));
        assertThat(told).containsExactly("published 2026-11-23 as published", "published 2026-11-23 as published");
        assertThat(untold()).isEmpty();
    }

    @Test
    void waysAreToldEachByItselfAndOneThatIsNotAskedForAnyMoreIsLetGo() throws IOException {
        publish("2026-11-23", OURS);
        List<String> mail = new ArrayList<>();
        Way well = new Way("--on-publish", notice -> {
            mail.add(notice.summary());
            return Optional.empty();
        });
        Way ill = new Way("--webhook", notice -> Optional.of("no"));
        CronTimes yearly = CronTimes.parse("0 7 1 1 *", BERLIN);
        new Scheduler(out, NAME, "rare-earths", yearly, Optional.empty(), this::run, List.of(ill, well), clock, Exception::getMessage, log::add)
                .loop(untilInstant(now.plus(Duration.ofHours(2))));
        assertThat(mail).containsExactly("published 2026-11-23");
        assertThat(untold()).extracting(Untold::way).containsExactly("--webhook");

        new Scheduler(out, NAME, "rare-earths", yearly, Optional.empty(), this::run, List.of(well), clock, Exception::getMessage, log::add).once(untilInstant(now));
        assertThat(untold()).isEmpty();
        assertThat(log).contains("nobody is told of published 2026-11-23 by --webhook: it is not asked for any more");
        assertThat(mail).hasSize(1);
    }

    @Test
    void anEditionThatWasRemovedMeanwhileAndAFailureThatWentOnAreNotToldLate() throws IOException {
        wrong = Optional.of("no");
        publish("2026-11-23", OURS);
        scheduler("0 7 * * *").once(untilInstant(now));
        remove(out.resolve("editions/2026-11-23"));
        failure = "disk full";
        scheduler("0 7 * * *").loop(untilInstant(Instant.parse("2026-11-25T08:00:00Z")));

        assertThat(untold()).singleElement().satisfies(one -> {
            assertThat(one.notice().about()).containsEntry("failures", "3");
            assertThat(one.since()).isEqualTo("2026-11-23T06:00:05Z");
        });
        assertThat(log).contains("nobody is told of published 2026-11-23 by --webhook: it does not stand any more");
    }

    /** The blow falls before anything stands, when an edition stands, or when the state says so too; what the next run does bears on none of it. */
    @ParameterizedTest
    @CsvSource({
        "nothing, published 2026-11-30",
        "neighbour, published 2026-11-30",
        "edition, published 2026-11-30.2 as published; published 2026-11-30",
        "revision, published 2026-11-30.2 as revised; published 2026-11-30 as published",
        "state, published 2026-11-30.2 as revised",
        "overtaken, published 2026-11-30.2 as published; published 2026-11-30"
    })
    void aRunThatWasKilledIsMadeUpForAtOnceAndItsEditionTold(String before, String expected) throws IOException {
        scheduler("0 7 * * 1").once(untilInstant(now));
        told.clear();
        now = Instant.parse("2026-11-30T06:00:00Z");
        ScheduledRun killed = (day, asking) -> {
            asking.accept(OURS);
            if (before.equals("revision")) {
                publish("2026-11-30", OURS);
            }
            if (!before.equals("nothing")) {
                publish("2026-11-30.2", before.equals("neighbour") ? THEIRS : OURS);
            }
            if (before.equals("overtaken")) {
                publish("2026-11-30.3", THEIRS);
            }
            if (before.equals("state")) {
                return new RunResult("revised", "2026-11-30.2");
            }
            throw new Killed();
        };
        assertThatThrownBy(() -> new Scheduler(
                        out, NAME, "rare-earths", CronTimes.parse("0 7 * * 1", BERLIN), Optional.empty(), killed, killing(), clock, Exception::getMessage, log::add)
                .once(untilInstant(now)))
                .isInstanceOf(Killed.class);

        now = now.plus(Duration.ofMinutes(3));
        scheduler("0 7 * * 1").once(untilInstant(now));
        assertThat(String.join("; ", told)).isEqualTo(expected);

        scheduler("0 7 * * 1").once(untilInstant(now));
        now = now.plus(Duration.ofDays(7));
        unchanged = true;
        scheduler("0 7 * * 1").once(untilInstant(now));
        assertThat(String.join("; ", told)).as("told once").isEqualTo(expected);
    }

    @Test
    void anEditionOfARunThatFailedAfterwardsIsToldByTheNext() throws IOException {
        scheduler("0 7 * * *").once(untilInstant(now));
        now = now.plus(Duration.ofDays(1));
        publish("2026-11-24", OURS);
        failsAfterwards = true;
        failure = "old editions cannot be removed";
        scheduler("0 7 * * *").once(untilInstant(now));
        scheduler("0 7 * * *").once(untilInstant(now));
        assertThat(runs).as("no hurry after a failure").hasSize(2);

        now = now.plus(Duration.ofDays(1));
        failure = "";
        unchanged = true;
        scheduler("0 7 * * *").once(untilInstant(now));

        assertThat(told).containsExactly("published 2026-11-23", "failed 1: old editions cannot be removed", "published 2026-11-24 as published");
    }

    /** Its disk was not there for a while: that ended the process, told nobody, and left a status of health. */
    @Test
    void aWatchedFolderThatGoesAndComesBackIsAFailureThatIsToldAndThenARun(@TempDir Path disk) throws IOException {
        Path incoming = Files.createDirectory(disk.resolve("incoming"));
        deliver(incoming, "a", 1);
        Scheduler scheduler = new Scheduler(
                out, NAME, "rare-earths", CronTimes.parse("0 7 * * 1", BERLIN), Optional.of(new WatchedFolder(incoming, Duration.ofSeconds(60))),
                (day, asking) -> {
                    if (!Files.exists(incoming)) {
                        throw new IOException("no such folder");
                    }
                    return run(day, asking);
                },
                notices, clock, Exception::getMessage, log::add);
        now = Instant.parse("2026-11-24T05:00:00Z");
        happenings.put(Instant.parse("2026-11-24T09:00:00Z"), () -> remove(incoming));
        happenings.put(Instant.parse("2026-11-24T15:00:00Z"), () -> {
            make(incoming);
            deliver(incoming, "aa", 2);
        });

        scheduler.loop(forDays(1));

        assertThat(told).containsExactly("published 2026-11-24", "failed 1: no such folder", "published 2026-11-24");
    }

    /** As a kill: nothing of the process goes on. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    private static List<Notices> killing() {
        return List.of(new Way("--webhook", notice -> {
            throw new Killed();
        }));
    }

    @Test
    void aFolderThatTakesNoFileSoundsTheAlarmAndEndsNothing() throws IOException {
        Path inTheWay = out.resolve(".schedule-rare-earths.json.new");
        happenings.put(Instant.parse("2026-11-23T05:30:00Z"), () -> {
            failure = "No space left on device";
            make(inTheWay.resolve("full"));
        });
        happenings.put(Instant.parse("2026-11-25T05:30:00Z"), () -> {
            failure = "";
            remove(inTheWay);
        });

        scheduler("0 7 * * *").loop(forDays(4));

        assertThat(runs).as("each morning once, and none in a hurry").containsExactly("2026-11-23T06:00", "2026-11-23T07:00", "2026-11-24T07:00",
                "2026-11-25T07:00", "2026-11-26T07:00");
        assertThat(told).containsExactly("published 2026-11-23", "failed 1: No space left on device", "failed 2: No space left on device",
                "published 2026-11-25", "published 2026-11-26");
        assertThat(log).anyMatch(line -> line.startsWith("the state cannot be written: "));
        assertThat(new StateFile(out, NAME).read().orElseThrow().failures()).isZero();
    }

    @Test
    void aLockThatCannotBeOpenedIsAFailureLikeAnyOther() throws IOException {
        Path lock = Files.createDirectory(out.resolve(".schedule-rare-earths.lock"));
        happenings.put(Instant.parse("2026-11-23T05:30:00Z"), () -> remove(lock));

        scheduler("0 7 * * *").loop(untilInstant(Instant.parse("2026-11-23T08:00:00Z")));

        assertThat(told).hasSize(2);
        assertThat(told.getFirst()).startsWith("failed 1: ");
        assertThat(told.getLast()).isEqualTo("published 2026-11-23");
    }

    /** As another process does, on whatever question. */
    private void publish(String name, Question question) throws IOException {
        Path folder = out.resolve("editions").resolve(name);
        make(folder);
        Manifest manifest = Manifest.of("1", LocalDate.parse(name.substring(0, 10)), question.options(), List.of());
        Files.write(folder.resolve(Manifest.FILE), manifest.toJson());
    }

    private static void make(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theStateSurvivesARoundTripAndADamagedOneIsNamed() throws IOException {
        StateFile file = new StateFile(out, NAME);
        ScheduleState state = new ScheduleState(
                "nickel", "0 7 * * 1", "Europe/Berlin", Optional.of(now), Optional.empty(), 3, "a \"quoted\"\nerror", "failed", "2026-11-16",
                List.of(new Untold("--webhook", Notice.failed("no \"room\"", 3, now), now, 2, Optional.of(now), "answered 500"),
                        new Untold("--on-publish", Notice.published(new RunResult("revised", "2026-11-16.2"), now), now, 60, Optional.empty(), "exit code 1")),
                "ab12", true,
                "2026-11-09", Optional.of(OURS));
        file.write(state);
        file.write(state);
        assertThat(file.read()).contains(state);

        Files.writeString(out.resolve(".schedule-rare-earths.json"), "{\"cron\": ");
        assertThatThrownBy(file::read).isInstanceOf(IOException.class).hasMessageContaining(".schedule-rare-earths.json is not sound");
        Files.writeString(out.resolve(".schedule-rare-earths.json"), "{\"failures\": \"many\"}");
        assertThatThrownBy(file::read).isInstanceOf(IOException.class).hasMessageContaining("is not sound");
    }

    /** Monday 23 November 2026, noon in Berlin; summer time ends on 25 October, so that days begin at 23:00 UTC. */
    @ParameterizedTest
    @CsvSource({
        "@hourly, 2026-11-23T12:00:00Z", "@daily, 2026-11-23T23:00:00Z", "@midnight, 2026-11-23T23:00:00Z", "@Weekly, 2026-11-28T23:00:00Z",
        "@monthly, 2026-11-30T23:00:00Z", "@yearly, 2026-12-31T23:00:00Z", "@annually, 2026-12-31T23:00:00Z"
    })
    void nicknamesOfCrontabsNameTheTimesThatTheyNameThere(String nickname, String next) {
        assertThat(CronTimes.parse(nickname, BERLIN).after(Instant.parse("2026-11-23T11:00:00Z"))).contains(Instant.parse(next));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "@reboot | of such names @hourly, @daily, @midnight, @weekly, @monthly, @yearly and @annually are known",
        "0 7 * * | it has 4 fields, not 5", "0 0 7 * * 1 | it has 6 fields, not 5", "often | it has 1 field, not 5", "60 * * * * | Value 60 not in range [0, 59]"
    })
    void anExpressionThatIsNoneIsToldWhatIsWrongWithIt(String expression, String wrong) {
        assertThatThrownBy(() -> CronTimes.parse(expression, BERLIN)).hasMessageEndingWith("such as '0 7 * * 1'): " + wrong);
    }

    @Test
    void expressionsThatAreNoneAreRefusedWithAnExample() {
        assertThatThrownBy(() -> CronTimes.parse("every monday", BERLIN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'every monday' is no cron expression (minute, hour, day of month, month, weekday, such as '0 7 * * 1'): ");
        assertThatThrownBy(() -> CronTimes.parse("0 7 30 2 *", BERLIN)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("never comes");
    }

    private static void deliver(Path folder, String text, int second) {
        try {
            Files.writeString(folder.resolve("new.csv"), text);
            Files.setLastModifiedTime(folder.resolve("new.csv"), FileTime.from(Instant.parse("2026-11-24T09:00:00Z").plusSeconds(second)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
