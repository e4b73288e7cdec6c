package dev.lodestone.cli.schedule;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Runs a user's command on publication and on failure. The command line is split into words by {@link CommandWords} and started without a
 * shell; what happened stands in its environment, so that no text of a file or an error is ever read as a command.
 */
public final class CommandNotices implements Notices {

    private final Optional<List<String>> onPublish;
    private final Optional<List<String>> onFailure;
    private final Path out;
    private final Duration timeout;

    /**
     * @param onPublish words of the command on publication
     * @param onFailure words of the command on failure
     * @param out where editions stand
     * @param timeout after which a command is ended
     */
    public CommandNotices(Optional<List<String>> onPublish, Optional<List<String>> onFailure, Path out, Duration timeout) {
        this.onPublish = onPublish.map(List::copyOf);
        this.onFailure = onFailure.map(List::copyOf);
        this.out = out;
        this.timeout = timeout;
    }

    @Override
    public List<String> published(RunResult result) {
        Map<String, String> about = new TreeMap<>();
        about.put("LODESTONE_EVENT", "published");
        about.put("LODESTONE_OUTCOME", result.outcome());
        about.put("LODESTONE_EDITION", result.edition());
        about.put("LODESTONE_EDITION_DIR", result.folder().toAbsolutePath().toString());
        return onPublish.flatMap(words -> start(words, about)).stream().toList();
    }

    @Override
    public List<String> failed(String error, int failures) {
        Map<String, String> about = new TreeMap<>();
        about.put("LODESTONE_EVENT", "failed");
        // An environment variable cannot hold a zero byte.
        about.put("LODESTONE_ERROR", error.replace('\0', ' '));
        about.put("LODESTONE_FAILURES", Integer.toString(failures));
        return onFailure.flatMap(words -> start(words, about)).stream().toList();
    }

    /** What went wrong; empty if nothing did. */
    private Optional<String> start(List<String> words, Map<String, String> about) {
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
