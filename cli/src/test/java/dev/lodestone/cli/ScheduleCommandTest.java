package dev.lodestone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScheduleCommandTest {

    @TempDir
    private Path folder;

    private Path out;
    private Path table;

    @BeforeEach
    void setUp() throws IOException {
        out = folder.resolve("out");
        table = Files.writeString(folder.resolve("t.csv"), "reporter,partner,flow,commodity,period,value\nJPN,CHN,M,81129289,2024,75\nJPN,CHN,M,850511,2024,75\nJPN,VNM,M,850511,2024,25\n");
    }

    private CommandLineRun at(String instant, String... arguments) {
        StringWriter printed = new StringWriter();
        StringWriter said = new StringWriter();
        Clock clock = Clock.fixed(Instant.parse(instant), ZoneOffset.UTC);
        int exitCode = new Application(new PrintWriter(printed), new PrintWriter(said), clock).run(arguments);
        return new CommandLineRun(exitCode, printed.toString(), said.toString());
    }

    private CommandLineRun once(String instant, String... more) {
        List<String> all = new ArrayList<>(List.of(
                "schedule", "--cron", "0 7 * * *", "--zone", "UTC", "--once", "--trade", table.toString(), "--ally", "JPN", "--format", "csv",
                "--out", out.toString()));
        all.addAll(List.of(more));
        return at(instant, all.toArray(String[]::new));
    }

    private List<String> editions() throws IOException {
        try (Stream<Path> names = Files.list(out.resolve("editions"))) {
            return names.map(p -> p.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void anotherDayWithTheSameResultsMakesNoEditionAndADeadlineThatPassesMakesOne() throws IOException {
        String[] registers = {"--registers", SomeCommitments.in(folder.resolve("registers"), row -> row.contains(",2026-12-31,"))};
        assertThat(once("2026-11-23T07:00:05Z", registers).out()).startsWith("published ");
        assertThat(once("2026-11-24T07:00:05Z", registers).out()).startsWith("unchanged ").contains("2026-11-23");
        assertThat(once("2027-01-01T07:00:05Z", registers).out()).as("deadlines of the end of 2026 have passed").startsWith("published ");

        assertThat(editions()).containsExactly("2026-11-23", "2027-01-01");
        CommandLineRun diff = CommandLineRun.of("diff", "2026-11-23", "2027-01-01", "--out", out.toString());
        assertThat(diff.out()).contains("Verdicts", "open became").doesNotContain("Figures");
    }

    @Test
    void nothingIsDoneBeforeItIsDue() {
        once("2026-11-23T07:00:05Z");
        CommandLineRun early = once("2026-11-23T12:00:00Z");

        assertThat(early.exitCode()).isZero();
        assertThat(early.out()).isEmpty();
        assertThat(early.err()).isEqualTo("lodestone: 2026-11-23T12:00:00Z nothing is due before 2026-11-24T07:00Z" + System.lineSeparator());
    }

    @Test
    void onlyTheNewestEditionsStay() throws IOException {
        for (int day = 23; day <= 26; day++) {
            Files.writeString(table, "reporter,partner,flow,commodity,period,value\nJPN,CHN,M,850511,2024,75\nJPN,VNM,M,850511,2024," + day + "\n");
            once("2026-11-" + day + "T07:00:05Z", "--keep", "2");
        }

        assertThat(editions()).containsExactly("2026-11-25", "2026-11-26");
        assertThat(Files.readString(out.resolve("latest"))).isEqualTo("2026-11-26\n");
        assertThat(Files.readString(out.resolve("index.html"))).contains("2026-11-26", "2026-11-25").doesNotContain("editions/2026-11-24");
    }

    /** Each run used to be held against whatever stood last: two materials in one folder published in turn, week after week, for no news. */
    @Test
    void twoMaterialsInOneFolderAreScheduledComparedAndKeptApart() throws IOException {
        assertThat(once("2026-11-23T07:00:05Z", "--keep", "1").out()).startsWith("published ").contains("2026-11-23");
        assertThat(once("2026-11-23T07:00:06Z", "--keep", "1", "--material", "gallium").out()).as("due, though another schedule ran").startsWith("published ").contains("2026-11-23.2");

        assertThat(once("2026-11-24T07:00:05Z", "--keep", "1").out()).startsWith("unchanged ").endsWith("2026-11-23" + System.lineSeparator());
        assertThat(once("2026-11-24T07:00:06Z", "--keep", "1", "--material", "gallium").out()).startsWith("unchanged ").contains("2026-11-23.2");
        Files.writeString(table, "reporter,partner,flow,commodity,period,value\nJPN,CHN,M,81129289,2024,75\nJPN,CHN,M,850511,2024,75\nJPN,VNM,M,850511,2024,26\n");
        assertThat(once("2026-11-25T07:00:05Z", "--keep", "1").out()).startsWith("published ");
        assertThat(editions()).as("one on each").containsExactly("2026-11-23.2", "2026-11-25");

        CommandLineRun late = at("2026-11-25T09:00:00Z", "status", "--out", out.toString());
        assertThat(late.exitCode()).isEqualTo(ExitCode.BELOW_THRESHOLD);
        assertThat(late.out().lines()).containsSubsequence(
                "name         gallium", "health       overdue", "newest       2026-11-23.2", "", "name         rare-earths", "health       healthy", "newest       2026-11-25");
        CommandLineRun one = at("2026-11-25T09:00:00Z", "status", "--out", out.toString(), "--name", "rare-earths", "--format", "json");
        assertThat(one.exitCode()).isZero();
        assertThat(one.out()).contains("\"name\" : \"rare-earths\"", "\"newestEdition\" : \"2026-11-25\"").doesNotContain("gallium");
        assertThat(at("2026-11-25T09:00:00Z", "status", "--out", out.toString(), "--format", "json").out())
                .contains("\"health\" : \"overdue\"", "\"schedules\" : [", "\"name\" : \"gallium\"");
        assertThat(at("2026-11-25T09:00:00Z", "status", "--out", out.toString(), "--name", "cobalt").err())
                .contains("no schedule 'cobalt' has run into", "known there: gallium, rare-earths");
    }

    @Test
    void schedulesOnOneMaterialAreToldApartByNameAndComparedByTheirOptions() throws IOException {
        once("2026-11-23T07:00:05Z");
        assertThat(once("2026-11-23T07:00:06Z", "--name", "from-vietnam", "--watch", "VNM", "--lang", "fr").out()).startsWith("published ");

        assertThat(once("2026-11-24T07:00:05Z").out()).startsWith("unchanged ").endsWith("2026-11-23" + System.lineSeparator());
        assertThat(once("2026-11-24T07:00:06Z", "--name", "from-vietnam", "--watch", "VNM", "--lang", "fr").out()).startsWith("unchanged ").contains("2026-11-23.2");
        assertThat(once("2026-11-25T07:00:06Z", "--name", "../x").err()).contains("--name takes lower-case letters, digits and hyphens: ../x");
    }

    /** It told of the newest on the material, which the other schedule had told of; its own was told by nobody. */
    @Test
    void aScheduleThatWasCutOffTellsOfItsOwnEdition() throws IOException {
        once("2026-11-23T07:00:05Z");
        once("2026-11-23T07:00:06Z", "--name", "from-vietnam", "--watch", "VNM");
        Path state = out.resolve(".schedule-rare-earths.json");
        String cutOff = Files.readString(state).replace("\"unfinished\" : false", "\"unfinished\" : true").replace("\"told\" : \"2026-11-23\"", "\"told\" : \"\"");
        Files.writeString(state, cutOff);

        assertThat(once("2026-11-24T07:00:05Z").err()).contains("nobody was told of 2026-11-23, whose run was cut off");
        assertThat(once("2026-11-24T07:00:06Z", "--name", "from-vietnam", "--watch", "VNM").err()).doesNotContain("nobody was told");
    }

    /** What is asked decides, not what stood last: an edition on Vietnam tells nothing of what changed in figures on China. */
    @Test
    void whatChangedIsToldSinceTheEditionOnTheSameQuestion() throws IOException {
        once("2026-11-23T07:00:05Z");
        once("2026-11-24T07:00:05Z", "--name", "from-vietnam", "--watch", "VNM");
        Files.writeString(table, "reporter,partner,flow,commodity,period,value\nJPN,CHN,M,850511,2024,75\nJPN,VNM,M,850511,2024,26\n");
        once("2026-11-25T07:00:05Z");

        assertThat(Files.readString(out.resolve("editions/2026-11-25/manifest.json"))).contains("\"compare\" : \"2026-11-23\"");
    }

    @Test
    void anEditionOfALaterDateByAWrongClockIsNeitherComparedWithNorCalledHealth() throws IOException {
        once("2031-05-05T07:00:05Z");
        assertThat(at("2026-11-23T07:00:00Z", "status", "--out", out.toString()).out()).contains("health       overdue");
        assertThat(once("2026-11-23T07:00:05Z").out()).startsWith("published ");
        assertThat(once("2026-11-24T07:00:05Z").out()).startsWith("unchanged ").contains("2026-11-23");
        assertThat(at("2026-11-24T07:30:00Z", "status", "--out", out.toString()).exitCode()).isZero();
    }

    @Test
    void statusTellsHealthFailureAndDelay() throws IOException {
        assertThat(at("2026-11-23T06:00:00Z", "status", "--out", out.toString()).exitCode()).isEqualTo(ExitCode.INPUT_REFUSED);

        once("2026-11-23T07:00:05.25Z");
        CommandLineRun well = at("2026-11-23T09:00:00Z", "status", "--out", out.toString());
        assertThat(well.exitCode()).isZero();
        assertThat(well.out()).contains("health       healthy", "last success 2026-11-23T07:00:05Z", "next due     2026-11-24T07:00:00Z", "newest       2026-11-23");

        CommandLineRun late = at("2026-11-24T08:30:00Z", "status", "--out", out.toString(), "--format", "json");
        assertThat(late.exitCode()).isEqualTo(ExitCode.BELOW_THRESHOLD);
        assertThat(late.out()).contains("\"health\" : \"overdue\"");

        Files.delete(table);
        CommandLineRun failed = once("2026-11-24T08:31:00Z");
        assertThat(failed.exitCode()).isEqualTo(ExitCode.FAILURE);
        CommandLineRun ill = at("2026-11-24T08:32:00Z", "status", "--out", out.toString());
        assertThat(ill.exitCode()).isEqualTo(ExitCode.BELOW_THRESHOLD);
        assertThat(ill.out()).contains("health       failing", "failures     1 in a row", "last error   ", "newest       2026-11-23");
    }

    /** It was called healthy, though nobody had heard of the edition, and nobody ever would. */
    @Test
    void whatNobodyWasToldOfShowsInStatusUntilSomebodyIs() throws IOException {
        AtomicInteger answer = new AtomicInteger(503);
        List<String> bodies = Collections.synchronizedList(new ArrayList<>());
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(answer.get(), -1);
            exchange.close();
        });
        server.start();
        try {
            String host = server.getAddress().getHostString();
            String[] hooks = {"--webhook", "http://" + host + ":" + server.getAddress().getPort() + "/", "--on-publish", "false"};
            once("2026-11-23T07:00:05Z", hooks);

            CommandLineRun untold = at("2026-11-23T07:00:30Z", "status", "--out", out.toString());
            assertThat(untold.exitCode()).isEqualTo(ExitCode.BELOW_THRESHOLD);
            assertThat(untold.out().lines()).contains(
                    "health       untold",
                    "not told     published 2026-11-23 by --webhook since 2026-11-23T07:00:05Z, 1 attempt, next 2026-11-23T07:01:05Z: the webhook at " + host + " answered 503",
                    "not told     published 2026-11-23 by --on-publish since 2026-11-23T07:00:05Z, 1 attempt, next 2026-11-23T07:01:05Z: the command false ended with exit code 1");

            answer.set(200);
            assertThat(once("2026-11-23T07:05:00Z", hooks).err()).contains("told now of published 2026-11-23 by --webhook");
            CommandLineRun half = at("2026-11-23T07:06:00Z", "status", "--out", out.toString(), "--format", "json");
            assertThat(half.exitCode()).isEqualTo(ExitCode.BELOW_THRESHOLD);
            assertThat(half.out()).contains("\"health\" : \"untold\"", "\"way\" : \"--on-publish\"", "\"attempts\" : 2", "\"next\" : \"2026-11-23T07:07:00Z\"")
                    .doesNotContain("webhook");

            assertThat(once("2026-11-23T07:10:00Z", "--on-publish", "true").err()).contains("told now of published 2026-11-23 by --on-publish");
            assertThat(at("2026-11-23T07:11:00Z", "status", "--out", out.toString()).exitCode()).isZero();
        } finally {
            server.stop(0);
        }
        assertThat(bodies).as("the same twice, of when it stood").hasSize(2).containsOnly(
                "{\"edition\":\"2026-11-23\",\"event\":\"published\",\"outcome\":\"published\",\"time\":\"2026-11-23T07:00:05Z\"}");
    }

    /** Found out when there was something to tell, by nobody. */
    @Test
    void aHookThatIsNotThereIsToldAtTheStart() {
        assertThat(once("2026-11-23T07:00:05Z", "--on-failure", "no-such-alarm lodestone").err())
                .isEqualTo("lodestone: --on-failure: there is no command no-such-alarm in the folders of PATH; it is started without a shell" + System.lineSeparator());
        assertThat(once("2026-11-23T07:00:05Z", "--on-publish", folder + "/none").err()).contains("--on-publish: there is no command " + folder + "/none; ");
        assertThat(once("2026-11-23T07:00:05Z", "--on-publish", table.toString()).err()).contains(table + " may not be executed: chmod +x");
        assertThat(once("2026-11-23T07:00:05Z", "--on-publish", "true", "--on-failure", "/bin/sh -c true").out()).startsWith("published ");
    }

    @Test
    void optionsThatCannotWorkAreRefusedBeforeAnythingIsDone() {
        for (String[] wrong : new String[][] {
            {"--cron", "now and then"}, {"--as-of", "2026-11-21"}, {"--keep", "0"}, {"--settle", "-1"}, {"--watch-dir", folder.resolve("none").toString()},
            {"--webhook", "ftp://example.org/"}, {"--on-publish", "tell 'me"}, {"--on-failure", "no-such-alarm lodestone"}, {"--on-publish", table.toString()},
            {"--lang", "tlh"}, {"--zone", "Mars/Olympus"}, {"--fail-on", "set-aside>1%"}
        }) {
            CommandLineRun run = at("2026-11-23T07:00:05Z", wrong[0].equals("--cron")
                    ? new String[] {"schedule", "--cron", wrong[1], "--once", "--out", out.toString()}
                    : new String[] {"schedule", "--cron", "0 7 * * *", "--once", "--out", out.toString(), wrong[0], wrong[1]});
            assertThat(run.exitCode()).as(String.join(" ", wrong)).isEqualTo(ExitCode.USAGE);
            assertThat(run.err()).startsWith("lodestone: ").doesNotContain("internal error");
        }
        assertThat(out).doesNotExist();
    }
}
