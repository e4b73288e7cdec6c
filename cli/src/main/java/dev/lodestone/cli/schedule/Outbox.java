package dev.lodestone.cli.schedule;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Tells what is to be told, each way by itself, and keeps what could not be: a webhook may be away for a night. What is kept is tried again
 * after a time that doubles, and once more as soon as something else went the same way.
 */
final class Outbox {

    /** So that an address that nobody answers at does not make the state grow for ever. */
    private static final int MOST = 100;

    private final List<Notices> ways;
    private final Path out;
    private final Clock clock;
    private final Consumer<String> log;

    Outbox(List<Notices> ways, Path out, Clock clock, Consumer<String> log) {
        this.ways = List.copyOf(ways);
        this.out = out;
        this.clock = clock;
        this.log = log;
    }

    /** With a notice for each way that takes such. One of a further failure stands for those of the failures before it. */
    List<Untold> add(List<Untold> untold, Notice notice) {
        Instant now = clock.instant();
        List<Untold> all = new ArrayList<>(untold);
        for (Notices way : ways) {
            if (way.takes(notice.event())) {
                Predicate<Untold> replaced = earlier -> earlier.way().equals(way.name()) && notice.follows(earlier.notice());
                Instant since = all.stream().filter(replaced).map(Untold::since).findFirst().orElse(now);
                all.removeIf(replaced);
                all.add(Untold.of(way.name(), notice, since, now));
            }
        }
        while (all.size() > MOST) {
            letGo(all.removeFirst(), "too many wait");
        }
        return all;
    }

    /** Whether there is anything to do. */
    boolean isDue(List<Untold> untold) {
        Instant now = clock.instant();
        return untold.stream().anyMatch(one -> one.isDue(now) || way(one).isEmpty());
    }

    /**
     * Tells what is due.
     *
     * @return what is still to be told
     */
    List<Untold> tell(List<Untold> untold) {
        Instant now = clock.instant();
        Set<String> working = new HashSet<>();
        Set<String> failing = new HashSet<>();
        // A way that hangs holds up one that was tried before, not each; what is new is tried in any case.
        List<Untold> left = tell(untold, one -> one.isDue(now) && (one.isNew() || !failing.contains(one.way())), working, failing);
        return tell(left, one -> working.contains(one.way()) && !failing.contains(one.way()), working, failing);
    }

    private List<Untold> tell(List<Untold> untold, Predicate<Untold> now, Set<String> working, Set<String> failing) {
        List<Untold> left = new ArrayList<>();
        for (Untold one : untold) {
            Optional<Notices> way = way(one);
            if (way.isEmpty()) {
                letGo(one, "it is not asked for any more");
            } else if (!one.isNew() && isGone(one.notice())) {
                letGo(one, "it does not stand any more");
            } else if (!now.test(one)) {
                left.add(one);
            } else {
                Optional<String> wrong = way.get().tell(one.notice());
                if (wrong.isPresent()) {
                    Untold again = one.triedInVain(clock.instant(), wrong.get());
                    log.accept("not told of " + one.notice().summary() + ": " + wrong.get()
                            + again.next().map(then -> "").orElse("; given up after " + again.attempts() + " attempts"));
                    left.add(again);
                    failing.add(one.way());
                } else {
                    if (!one.isNew()) {
                        log.accept("told now of " + one.notice().summary() + " by " + one.way());
                    }
                    working.add(one.way());
                }
            }
        }
        return left;
    }

    private Optional<Notices> way(Untold one) {
        return ways.stream().filter(way -> way.name().equals(one.way())).findFirst();
    }

    /** An edition that retention or somebody removed while nobody could be told. */
    private boolean isGone(Notice notice) {
        return notice.event() == Notice.Event.PUBLISHED
                && !Files.isDirectory(out.resolve("editions").resolve(notice.about().getOrDefault(Notice.EDITION, "")));
    }

    private void letGo(Untold one, String reason) {
        log.accept("nobody is told of " + one.notice().summary() + " by " + one.way() + ": " + reason);
    }
}
