package dev.lodestone.cli.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class NoticesTest {

    private static final Instant TIME = Instant.parse("2026-11-21T07:00:00Z");
    private static final Notice PUBLISHED = Notice.published(new RunResult("published", "2026-11-21"), TIME);

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
        Path script = script("printf '%s|%s|%s|%s|%s' \"$LODESTONE_EVENT\" \"$LODESTONE_ERROR\" \"$LODESTONE_FAILURES\" \"$LODESTONE_TIME\" \"$1\" > \"$LODESTONE_OUT/told\"");
        CommandNotices notices = new CommandNotices(
                "--on-failure", Notice.Event.FAILED, List.of(script.toString(), "$(touch hacked)"), folder, Duration.ofSeconds(20));

        Optional<String> wrong = notices.tell(Notice.failed("bad; touch hacked `id` \0 end", 2, TIME));

        assertThat(folder.resolve("told")).hasContent("failed|bad; touch hacked `id`   end|2|2026-11-21T07:00:00Z|$(touch hacked)");
        assertThat(folder.resolve("hacked")).doesNotExist();
        assertThat(wrong).isEmpty();
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aCommandThatFailsHangsOrIsNotThereIsReportedAndNothingMore() throws IOException {
        assertThat(onPublish(Duration.ofSeconds(20), script("exit 7").toString())).get().asString().endsWith("ended with exit code 7");
        assertThat(onPublish(Duration.ofSeconds(20), "/no/such/command")).get().asString().startsWith("cannot start the command /no/such/command: ");
        assertThat(onPublish(Duration.ofMillis(200), "/bin/sleep", "60")).contains("the command /bin/sleep took longer than 0 s and was ended");
    }

    @Test
    void aWebhookGetsAJsonObject() throws IOException {
        List<String> bodies = Collections.synchronizedList(new ArrayList<>());
        List<String> offers = Collections.synchronizedList(new ArrayList<>());
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            offers.addAll(exchange.getRequestHeaders().getOrDefault("Upgrade", List.of()));
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(bodies.size() == 1 ? 204 : 500, -1);
            exchange.close();
        });
        server.start();
        try {
            URI address = URI.create("http://" + server.getAddress().getHostString() + ":" + server.getAddress().getPort() + "/hook");
            WebNotices notices = new WebNotices("--webhook", address, Duration.ofSeconds(20));
            assertThat(notices.tell(PUBLISHED)).isEmpty();
            assertThat(notices.tell(Notice.failed("no \"room\"", 1, TIME))).get().asString().endsWith("answered 500");
        } finally {
            server.stop(0);
        }

        assertThat(offers).as("offers of another protocol, which small receivers refuse").isEmpty();
        assertThat(bodies).containsExactly(
                "{\"edition\":\"2026-11-21\",\"event\":\"published\",\"outcome\":\"published\",\"time\":\"2026-11-21T07:00:00Z\"}",
                "{\"error\":\"no \\\"room\\\"\",\"event\":\"failed\",\"failures\":\"1\",\"time\":\"2026-11-21T07:00:00Z\"}");
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
            assertThat(new WebNotices("--webhook", URI.create(start + "/moved"), Duration.ofSeconds(20)).tell(PUBLISHED))
                    .contains("the webhook at " + host + " answered 302: a redirect is not followed, give the address that it leads to");
            for (String path : List.of("/drip", "/mute")) {
                assertThat(new WebNotices("--webhook", URI.create(start + path), Duration.ofSeconds(1)).tell(PUBLISHED)).as(path)
                        .contains("the webhook at " + host + " took longer than 1 s and was given up");
            }
        } finally {
            server.stop(0);
        }
    }

    @Test
    void anAddressAtWhichNobodyAnswersIsTold() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        assertThat(new WebNotices("--webhook", URI.create("http://localhost:" + closed + "/"), Duration.ofSeconds(20)).tell(PUBLISHED))
                .contains("cannot reach the webhook at localhost: nothing takes the connection there");
        assertThat(new WebNotices("--webhook", URI.create("http://desk.invalid/"), Duration.ofSeconds(20)).tell(PUBLISHED))
                .contains("cannot reach the webhook at desk.invalid: there is no host of this name");
    }

    private Optional<String> onPublish(Duration timeout, String... words) {
        return new CommandNotices("--on-publish", Notice.Event.PUBLISHED, List.of(words), folder, timeout).tell(PUBLISHED);
    }

    private Path script(String line) throws IOException {
        Path script = Files.writeString(folder.resolve("hook.sh"), "#!/bin/sh\n" + line + "\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return script;
    }
}
