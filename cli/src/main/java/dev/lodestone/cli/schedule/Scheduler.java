package dev.lodestone.cli.schedule;

import dev.lodestone.report.edition.Edition;
import dev.lodestone.report.edition.EditionException;
import dev.lodestone.report.edition.EditionStore;
import dev.lodestone.report.edition.PlainEditionIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Runs when a run is due: at the times of a cron expression, and when the watched folder holds something new.
 *
 * <p>Times that passed while nothing ran, because the machine slept, the process was down or a run took long, are caught up by one run,
 * not by many. The first run of a folder's schedule is due at once, so that an edition stands and a wrong option shows. A run that fails
 * is told and counted; the next one comes at its time. One that is killed is made up for at the next start, which also tells of an edition
 * that stands and that nobody was told of. What could not be told is kept and tried again.
 */
public final class Scheduler {

    /** A clock that is set anew, or a machine that slept, is noticed after this time. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    /** A folder that never comes to rest holds a due run up no longer than this. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private enum Attempt { NONE, DONE, FAILED, BUSY }

    private final Path out;
    private final String name;
    private final String material;
    private final CronTimes times;
    private final Optional<WatchedFolder> folder;
    private final ScheduledRun run;
    private final Outbox outbox;
    private final Clock clock;
    private final StateFile file;
    private final Function<Exception, String> wording;
    private final Consumer<String> log;

    /** The state that the last run left and that no file would take. */
    private Optional<ScheduleState> unwritten = Optional.empty();

    /** Whether this process found that the one before it was killed while it ran. */
    private boolean cutOff;

    /** For which due time it was said that another process is at it. */
    private Optional<Instant> saidBusy = Optional.empty();

    /**
     * @param out where editions stand, and the schedule's state with them
     * @param name the schedule's name among those of that folder
     * @param material the material that its editions are about
     * @param times when runs are due
     * @param folder where new statistics arrive
     * @param run what is run
     * @param notices the ways in which somebody is told
     * @param clock the time
     * @param wording the message for a failure
     * @param log takes a line on everything that is done
     */
    public Scheduler(
            Path out,
            String name,
            String material,
            CronTimes times,
            Optional<WatchedFolder> folder,
            ScheduledRun run,
            List<Notices> notices,
            Clock clock,
            Function<Exception, String> wording,
            Consumer<String> log) {
        this.out = out;
        this.name = name;
        this.material = material;
        this.times = times;
        this.folder = folder;
        this.run = run;
        this.outbox = new Outbox(notices, out, clock, log);
        this.clock = clock;
        this.file = new StateFile(out, name);
        this.wording = wording;
        this.log = log;
    }

    /** Runs until told to stop. */
    public void loop(Waiting waiting) throws IOException {
        cutOff = state().wasCutOff();
        boolean going = true;
        while (going) {
            look();
            tellAgain();
            Attempt attempt = isDue(clock.instant()) ? attempt() : Attempt.NONE;
            // What fell due while a run took its time is done at once.
            going = waiting.until(attempt != Attempt.BUSY && isDue(clock.instant()) ? clock.instant() : nextLook());
        }
    }

    /**
     * Runs what is due and returns: for timers that start the process.
     *
     * @return whether nothing failed
     */
    public boolean once(Waiting waiting) throws IOException {
        cutOff = state().wasCutOff();
        tellAgain();
        look();
        while (folder.isPresent() && !folder.get().isSettled(clock.instant())) {
            if (!waiting.until(folder.get().lookAgain(clock.instant()))) {
                return true;
            }
            look();
        }
        if (!isDue(clock.instant())) {
            log.accept("nothing is due before " + nextDue());
            return true;
        }
        return attempt() != Attempt.FAILED;
    }

    /** Runs now, unless another process is at it. */
    private Attempt attempt() throws IOException {
        Optional<RunLock> lock;
        try {
            lock = RunLock.tryAcquire(out, name);
        } catch (IOException e) {
            return failed(state(), clock.instant(), e, folder.map(WatchedFolder::seen).orElse(""));
        }
        if (lock.isEmpty()) {
            sayBusy();
            cutOff = false;
            return Attempt.BUSY;
        }
        try (RunLock held = lock.get()) {
            // Another process may have run between the look at the state and the lock.
            return isDue(clock.instant()) ? runUnder(held) : Attempt.DONE;
        } finally {
            cutOff = false;
        }
    }

    /** Once for each due time: a folder that is watched is looked at every few seconds. */
    private void sayBusy() {
        Optional<Instant> due = times.atOrBefore(clock.instant());
        if (saidBusy.isEmpty() || !saidBusy.equals(due)) {
            log.accept("another run of the schedule " + name + " into " + out + " is under way");
        }
        saidBusy = due;
    }

    private Attempt runUnder(RunLock held) throws IOException {
        ScheduleState before = tellOfLastEdition(state());
        Instant begun = clock.instant();
        String watched = folder.map(WatchedFolder::seen).orElse("");
        begin(before);
        AtomicReference<ScheduleState> known = new AtomicReference<>(before);
        RunResult result;
        try {
            result = run.run(LocalDate.ofInstant(begun, times.zone()), question -> {
                known.set(before.asking(question));
                begin(known.get());
            });
        } catch (IOException | RuntimeException e) {
            return failed(known.get(), begun, e, watched);
        }
        log.accept(result.outcome() + " " + result.edition());
        ScheduleState after = known.get().succeeded(begun, result, watched);
        if (result.isNew()) {
            tell(after, Notice.published(result, begun));
        } else {
            write(after);
        }
        return unwritten.isEmpty() ? Attempt.DONE : Attempt.FAILED;
    }

    /** Before anything else is published, so that there is one edition at most of which nobody was told. */
    private ScheduleState tellOfLastEdition(ScheduleState state) {
        if (!state.unfinished() || state.asked().isEmpty()) {
            return state;
        }
        try {
            List<Edition> editions = new EditionStore(out, new PlainEditionIndex("")).listOn(state.asked().get());
            if (editions.isEmpty() || editions.getFirst().name().toString().equals(state.told())) {
                return state;
            }
            RunResult standing = RunResult.standing(editions);
            log.accept("nobody was told of " + standing.edition() + ", whose run was cut off");
            return tell(state.toldOf(standing.edition()), Notice.published(standing, clock.instant()));
        } catch (EditionException e) {
            // The run will fail of the same and say so.
            return state;
        }
    }

    /** Whatever stopped this run must not stop the ones after it: the failure is told, counted and kept in the state. */
    private Attempt failed(ScheduleState before, Instant begun, Exception e, String watched) {
        ScheduleState after = before.failed(begun, wording.apply(e), watched);
        log.accept("failed: " + after.lastError());
        tell(after, Notice.failed(after.lastError(), after.failures(), begun));
        return Attempt.FAILED;
    }

    /** A run that publishes and is killed must not be one that never was; that the state cannot be written is told when the run ends. */
    private void begin(ScheduleState before) {
        try {
            file.write(before.begun());
            unwritten = Optional.empty();
        } catch (IOException e) {
            unwritten = Optional.of(before);
        }
    }

    /** On a full disk, or in a folder that became read-only, the state is kept in mind: that must neither silence the alarm nor end the process. */
    private void write(ScheduleState state) {
        try {
            file.write(state);
            unwritten = Optional.empty();
        } catch (IOException e) {
            unwritten = Optional.of(state);
            log.accept("the state cannot be written: " + wording.apply(e));
        }
    }

    /** The state says first what is to be told: whoever is killed then, the next one tells. */
    private ScheduleState tell(ScheduleState state, Notice notice) {
        ScheduleState telling = state.telling(outbox.add(state.untold(), notice));
        write(telling);
        return tellWhatWaits(telling);
    }

    private ScheduleState tellWhatWaits(ScheduleState state) {
        ScheduleState told = state.telling(outbox.tell(state.untold()));
        if (!told.equals(state)) {
            write(told);
        }
        return told;
    }

    /** What could not be told is tried again, unless a run is under way, which does so itself. */
    private void tellAgain() throws IOException {
        if (!outbox.isDue(state().untold())) {
            return;
        }
        Optional<RunLock> lock;
        try {
            lock = RunLock.tryAcquire(out, name);
        } catch (IOException e) {
            // The next run will fail of the same and say so.
            return;
        }
        if (lock.isPresent()) {
            try {
                // Another process may have told between the look at the state and the lock.
                tellWhatWaits(state());
            } finally {
                lock.get().close();
            }
        }
    }

    private void look() {
        folder.ifPresent(watched -> watched.look(clock.instant()));
    }

    private boolean isDue(Instant now) throws IOException {
        ScheduleState state = state();
        boolean settled = folder.isEmpty() || folder.get().isSettled(now);
        if (settled && (cutOff || state.lastRun().isEmpty() || state.isAheadOf(now))) {
            return true;
        }
        if (state.lastRun().isEmpty()) {
            return false;
        }
        Optional<Instant> last = times.atOrBefore(now);
        boolean byTime = last.isPresent() && last.get().isAfter(state.lastRun().get());
        boolean byFolder = folder.isPresent() && !folder.get().seen().equals(state.watched());
        return settled ? byTime || byFolder : byTime && last.get().plus(PATIENCE).isBefore(now);
    }

    private Instant nextLook() {
        Instant now = clock.instant();
        Instant next = now.plus(LONGEST_WAIT);
        Optional<Instant> due = times.after(now);
        if (due.isPresent() && due.get().isBefore(next)) {
            next = due.get();
        }
        if (folder.isPresent() && folder.get().lookAgain(now).isBefore(next)) {
            next = folder.get().lookAgain(now);
        }
        return next;
    }

    private String nextDue() {
        return times.after(clock.instant()).map(i -> i.atZone(times.zone()).toOffsetDateTime().toString()).orElse("ever");
    }

    private ScheduleState state() throws IOException {
        return (unwritten.isPresent() ? unwritten : file.read()).orElse(ScheduleState.fresh(times, material)).of(times, material);
    }
}
