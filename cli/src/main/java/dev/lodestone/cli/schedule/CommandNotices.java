package dev.lodestone.cli.schedule;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Runs a user's command on publication or on failure. The command line is split into words by {@link CommandWords} and started without a
 * shell; what happened stands in its environment, so that no text of a file or an error is ever read as a command.
 */
public final class CommandNotices implements Notices {

    private final String name;
    private final Notice.Event event;
    private final List<String> words;
    private final Path out;
    private final Duration timeout;

    /**
     * @param name the option that asks for it
     * @param event on what it is run
     * @param words of the command
     * @param out where editions stand
     * @param timeout after which a command is ended
     */
    public CommandNotices(String name, Notice.Event event, List<String> words, Path out, Duration timeout) {
        this.name = name;
        this.event = event;
        this.words = List.copyOf(words);
        this.out = out;
        this.timeout = timeout;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean takes(Notice.Event happened) {
        return happened == event;
    }

    @Override
    public Optional<String> tell(Notice notice) {
        Map<String, String> about = new TreeMap<>();
        about.put("LODESTONE_EVENT", notice.event().code());
        about.put("LODESTONE_TIME", notice.time().toString());
        about.put("LODESTONE_OUT", out.toAbsolutePath().toString());
        // An environment variable cannot hold a zero byte.
        notice.about().forEach((what, text) -> about.put("LODESTONE_" + what.toUpperCase(Locale.ROOT), text.replace('\0', ' ')));
        if (notice.about().containsKey(Notice.EDITION)) {
            about.put("LODESTONE_EDITION_DIR", out.resolve("editions").resolve(notice.about().get(Notice.EDITION)).toAbsolutePath().toString());
        }
        return start(about);
    }

    private Optional<String> start(Map<String, String> about) {
        ProcessBuilder builder = new ProcessBuilder(words)
                .redirectInput(ProcessBuilder.Redirect.from(NullDevice.file()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(about);
        try {
            Process process = builder.start();
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                return Optional.of("the command " + words.getFirst() + " took longer than " + timeout.toSeconds() + " s and was ended");
            }
            return process.exitValue() == 0
                    ? Optional.empty()
                    : Optional.of("the command " + words.getFirst() + " ended with exit code " + process.exitValue());
        } catch (IOException e) {
            return Optional.of("cannot start the command " + words.getFirst() + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("stopped while the command " + words.getFirst() + " was running");
        }
    }
}
