package dev.lodestone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.cli.schedule.CommandWords;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What a reader of the documents follows or types: links lead somewhere, and commands are ones that the program takes. */
class DocumentationTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern FENCE = Pattern.compile("(?ms)^```[a-z]*\\n(.*?)^```");
    private static final Pattern SPAN = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
    private static final Pattern COMMAND = Pattern.compile("(?:^|[ ;=])(?:\\./|/opt/lodestone/bin/)?lodestone ((?:-|[a-z]).*)");

    @Test
    void everyLinkLeadsToAFileAndToAHeadingOfIt() throws IOException {
        List<String> astray = new ArrayList<>();
        int followed = 0;
        for (Path page : files(".md")) {
            for (MatchResult link : LINK.matcher(withoutCode(Files.readString(page))).results().toList()) {
                if (!link.group(1).matches("(https?|mailto):.*")) {
                    followed++;
                    if (!leadsSomewhere(page, link.group(1))) {
                        astray.add(ROOT.relativize(page) + ": " + link.group(1));
                    }
                }
            }
        }
        assertThat(astray).isEmpty();
        assertThat(followed).as("links were found").isGreaterThan(100);
    }

    @Test
    void everyCommandIsOneThatTheProgramTakes() throws IOException {
        List<String> refused = new ArrayList<>();
        int tried = 0;
        for (Path page : files(".md", ".cron", ".service")) {
            String text = Files.readString(page);
            Stream<String> lines = page.toString().endsWith(".md")
                    ? Stream.concat(
                            FENCE.matcher(text).results().flatMap(fence -> joined(fence.group(1)).lines()),
                            SPAN.matcher(FENCE.matcher(text).replaceAll("")).results().map(span -> span.group(1)).filter(span -> !span.matches("(\\./)?lodestone [a-z]+")))
                    : joined(text).lines();
            for (String line : lines.toList()) {
                Optional<String> command = command(line);
                if (command.isPresent()) {
                    tried++;
                    refusal(command.get()).ifPresent(why -> refused.add(ROOT.relativize(page) + ": " + line.strip() + ": " + why));
                }
            }
        }
        assertThat(refused).isEmpty();
        assertThat(tried).as("commands were found").isGreaterThan(25);
    }

    /** A JVM that cannot start ends with 1: for want of memory, say. A unit that takes this for a success publishes nothing, and nobody hears of it. */
    @Test
    void noUnitTakesTheEndOfAJvmThatCannotStartForASuccess() throws IOException {
        List<Path> units = files(".service");
        for (Path unit : units) {
            assertThat(Files.readString(unit).lines().filter(line -> line.matches("SuccessExitStatus=(.*\\s)?1(\\s.*)?"))).as(unit.toString()).isEmpty();
        }
        assertThat(units).isNotEmpty();
    }

    @Test
    void everyExampleOfTheHelpIsOneThatTheProgramTakes() {
        List<String> refused = new ArrayList<>();
        for (CommandLine command : commands().getSubcommands().values()) {
            List<String> examples = Stream.of(command.getCommandSpec().usageMessage().footer()).map(String::formatted).map(DocumentationTest::command).flatMap(Optional::stream).toList();
            assertThat(examples).as(command.getCommandName()).isNotEmpty();
            examples.forEach(example -> refusal(example).ifPresent(why -> refused.add(example + ": " + why)));
        }
        assertThat(refused).isEmpty();
    }

    /** Without what is explained beside it and where its output goes. */
    private static Optional<String> command(String line) {
        return COMMAND.matcher(line).results().findFirst()
                .map(found -> found.group(1).replaceFirst("\\s{2,}.*|\\s[#>|].*", "").strip())
                .filter(words -> !words.startsWith("help "))
                // Drivers are looked up when the option is read.
                .map(words -> words.replace("--drivers my-drivers ", ""));
    }

    private static Optional<String> refusal(String command) {
        try {
            commands().parseArgs(CommandWords.of(command).toArray(String[]::new));
            return Optional.empty();
        } catch (CommandLine.ParameterException | IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }

    private static CommandLine commands() {
        return new Application(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()), Clock.systemUTC()).commands();
    }

    private static String joined(String lines) {
        return lines.replaceAll("\\\\\\n\\s*", "");
    }

    private static boolean leadsSomewhere(Path page, String link) throws IOException {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? page : page.resolveSibling(URLDecoder.decode(parts[0], StandardCharsets.UTF_8)).normalize();
        if (!Files.exists(target)) {
            return false;
        }
        return parts.length == 1 || !target.toString().endsWith(".md") || anchors(target).contains(parts[1]);
    }

    /** As GitHub makes them: small letters, hyphens for blanks, no other marks. */
    private static Set<String> anchors(Path page) throws IOException {
        return HEADING.matcher(FENCE.matcher(Files.readString(page)).replaceAll("")).results()
                .map(heading -> heading.group(1).replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1").strip().toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\p{L}\\p{N}_\\- ]", "").replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    private static String withoutCode(String text) {
        return SPAN.matcher(FENCE.matcher(text).replaceAll("")).replaceAll("");
    }

    private static List<Path> files(String... endings) throws IOException {
        try (Stream<Path> all = Files.walk(ROOT, 6)) {
            return all.filter(path -> Stream.of(endings).anyMatch(path.toString()::endsWith))
                    .filter(path -> Stream.of("target", "node_modules", ".git", "out").noneMatch(skipped -> ROOT.relativize(path).toString().contains(skipped + "/")))
                    .sorted()
                    .toList();
        }
    }
}
