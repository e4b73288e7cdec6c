package dev.lodestone.cli.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class NoticesTest {

    @TempDir
    private Path folder;

    @Test
    void commandLinesAreSplitAtBlanksOutsideQuotes() {
        assertThat(CommandWords.of(" /bin/tell  'two words' \"it's\" a''b $HOME;rm ")).containsExactly("/bin/tell", "two words", "it's", "ab", "$HOME;rm");
        assertThat(CommandWords.of("tell ''")).containsExactly("tell", "");
        assertThatThrownBy(() -> CommandWords.of("tell 'me")).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("a quote is left open");
        assertThatThrownBy(() -> CommandWords.of("  ")).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("empty");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aCommandLearnsWhatHappenedFromItsEnvironmentAndNoShellReadsIt() throws IOException {
        Path script = script("printf '%s|%s|%s|%s' \"$LODESTONE_EVENT\" \"$LODESTONE_ERROR\" \"$LODESTONE_FAILURES\" \"$1\" > \"$LODESTONE_OUT/told\"");
        CommandNotices notices = new CommandNotices(
                Optional.empty(), Optional.of(List.of(script.toString(), "$(touch hacked)")), folder, Duration.ofSeconds(20));

        List<String> wrong = notices.failed("bad; touch hacked `id` \0 end", 2);

        assertThat(folder.resolve("told")).hasContent("failed|bad; touch hacked `id`   end|2|$(touch hacked)");
        assertThat(folder.resolve("hacked")).doesNotExist();
        assertThat(wrong).isEmpty();
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aCommandThatFailsHangsOrIsNotThereIsReportedAndNothingMore() throws IOException {
        RunResult result = new RunResult("published", "2026-11-21", folder);

        assertThat(onPublish(script("exit 7").toString()).published(result)).singleElement().asString().endsWith("ended with exit code 7");
        assertThat(onPublish("/no/such/command").published(result)).singleElement().asString()
                .startsWith("cannot start the command /no/such/command: ");
        assertThat(new CommandNotices(Optional.of(List.of("/bin/sleep", "60")), Optional.empty(), folder, Duration.ofMillis(200)).published(result))
                .containsExactly("the command /bin/sleep took longer than 0 s and was ended");
    }

    @Test
    void aWebhookGetsAJsonObject() throws IOException {
        List<String> bodies = Collections.synchronizedList(new ArrayList<>());
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(bodies.size() == 1 ? 204 : 500, -1);
            exchange.close();
        });
        server.start();
        try {
            URI address = URI.create("http://" + server.getAddress().getHostString() + ":" + server.getAddress().getPort() + "/hook");
            WebNotices notices = new WebNotices(address, Duration.ofSeconds(20));
            assertThat(notices.published(new RunResult("published", "2026-11-21", folder))).isEmpty();
            assertThat(notices.failed("no \"room\"", 1)).singleElement().asString().endsWith("answered 500");
        } finally {
            server.stop(0);
        }

        assertThat(bodies).containsExactly(
                "{\"edition\":\"2026-11-21\",\"event\":\"published\",\"outcome\":\"published\"}",
                "{\"error\":\"no \\\"room\\\"\",\"event\":\"failed\",\"failures\":\"1\"}");
    }

    @Test
    void aWebhookThatRedirectsOrNeverEndsHasToldNobody() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().add("Location", "/hook");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        // Headers at once, and then a body of a byte that is followed by nothing.
        server.createContext("/drip", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('.');
            exchange.getResponseBody().flush();
        });
        server.createContext("/mute", exchange -> {});
        server.start();
        String host = server.getAddress().getHostString();
        String start = "http://" + host + ":" + server.getAddress().getPort();
        try {
            RunResult result = new RunResult("published", "2026-11-21", folder);
            assertThat(new WebNotices(URI.create(start + "/moved"), Duration.ofSeconds(20)).published(result))
                    .containsExactly("the webhook at " + host + " answered 302: a redirect is not followed, give the address that it leads to");
            for (String path : List.of("/drip", "/mute")) {
                assertThat(new WebNotices(URI.create(start + path), Duration.ofSeconds(1)).published(result)).as(path)
                        .containsExactly("the webhook at " + host + " took longer than 1 s and was given up");
            }
        } finally {
            server.stop(0);
        }
    }

    private CommandNotices onPublish(String... words) {
        return new CommandNotices(Optional.of(List.of(words)), Optional.empty(), folder, Duration.ofSeconds(20));
    }

    private Path script(String line) throws IOException {
        Path script = Files.writeString(folder.resolve("hook.sh"), "#!/bin/sh\n" + line + "\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return script;
    }
}
