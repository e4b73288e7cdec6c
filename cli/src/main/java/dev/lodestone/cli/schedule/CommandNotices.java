package dev.lodestone.cli.schedule;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Runs a user's command on publication and on failure. The command line is split into words by {@link CommandWords} and started without a
 * shell; what happened stands in its environment, so that no text of a file or an error is ever read as a command.
 */
public final class CommandNotices implements Notices {

    private final Optional<List<String>> onPublish;
    private final Optional<List<String>> onFailure;
    private final Path out;
    private final Duration timeout;
    private final Consumer<String> log;

    /**
     * @param onPublish words of the command on publication
     * @param onFailure words of the command on failure
     * @param out where editions stand
     * @param timeout after which a command is ended
     * @param log takes a line where a command fails
     */
    public CommandNotices(
            Optional<List<String>> onPublish, Optional<List<String>> onFailure, Path out, Duration timeout, Consumer<String> log) {
        this.onPublish = onPublish.map(List::copyOf);
        this.onFailure = onFailure.map(List::copyOf);
        this.out = out;
        this.timeout = timeout;
        this.log = log;
    }

    @Override
    public void published(RunResult result) {
        Map<String, String> about = new TreeMap<>();
        about.put("LODESTONE_EVENT", "published");
        about.put("LODESTONE_OUTCOME", result.outcome());
        about.put("LODESTONE_EDITION", result.edition());
        about.put("LODESTONE_EDITION_DIR", result.folder().toAbsolutePath().toString());
        onPublish.ifPresent(words -> start(words, about));
    }

    @Override
    public void failed(String error, int failures) {
        Map<String, String> about = new TreeMap<>();
        about.put("LODESTONE_EVENT", "failed");
        // An environment variable cannot hold a zero byte.
        about.put("LODESTONE_ERROR", error.replace('\0', ' '));
        about.put("LODESTONE_FAILURES", Integer.toString(failures));
        onFailure.ifPresent(words -> start(words, about));
    }

    private void start(List<String> words, Map<String, String> about) {
        ProcessBuilder builder = new ProcessBuilder(words)
                .redirectInput(ProcessBuilder.Redirect.from(NullDevice.file()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(about);
        builder.environment().put("LODESTONE_OUT", out.toAbsolutePath().toString());
        try {
            Process process = builder.start();
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                log.accept("the command " + words.getFirst() + " took longer than " + timeout.toSeconds() + " s and was ended");
            } else if (process.exitValue() != 0) {
                log.accept("the command " + words.getFirst() + " ended with exit code " + process.exitValue());
            }
        } catch (IOException e) {
            log.accept("cannot start the command " + words.getFirst() + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            log.accept("stopped while the command " + words.getFirst() + " was running");
        }
    }
}
