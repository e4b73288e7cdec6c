package dev.lodestone.cli;

import dev.lodestone.model.text.NearestName;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Options from a properties file in UTF-8: {@code out = briefings} for every command that has {@code --out}, {@code brief.out =
 * briefings} for one command. Several values are separated by commas. The command line goes before the file, and what names one
 * command goes before what names none.
 */
final class ConfigFile implements IDefaultValueProvider {

    private static final String OPTION = "--config";

    private final Path path;
    private final Properties values;

    private ConfigFile(Path path, Properties values) {
        this.path = path;
        this.values = values;
    }

    /** The file that the arguments name, looked up before they are parsed because it supplies what they leave out. */
    static Optional<Path> namedIn(String... args) {
        for (int i = 0; i < args.length && !args[i].equals("--"); i++) {
            if (args[i].startsWith(OPTION + "=")) {
                return Optional.of(Path.of(args[i].substring(OPTION.length() + 1)));
            }
            if (args[i].equals(OPTION) && i + 1 < args.length) {
                return Optional.of(Path.of(args[i + 1]));
            }
        }
        return Optional.empty();
    }

    /**
     * Reads a file and checks that every key is an option of some command.
     *
     * @throws ConfigurationException if the file cannot be read or holds keys that nothing knows
     */
    static ConfigFile read(Path path, CommandLine commands) {
        Properties values = new Properties();
        try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            values.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new ConfigurationException("cannot read the configuration file " + path + ": " + Failures.reasonOf(e));
        }
        TreeSet<String> known = new TreeSet<>();
        for (CommandLine command : commands.getSubcommands().values()) {
            for (OptionSpec option : command.getCommandSpec().options()) {
                for (String name : option.names()) {
                    known.add(strip(name));
                    known.add(command.getCommandName() + "." + strip(name));
                }
            }
        }
        TreeSet<String> unknown = new TreeSet<>(values.stringPropertyNames());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new ConfigurationException("the configuration file " + path + " sets what is no option: "
                    + unknown.stream().map(key -> key + NearestName.of(key, known).map(near -> " (did you mean '" + near + "'?)").orElse(""))
                            .collect(Collectors.joining(", "))
                    + "; a key is an option's long name without dashes, alone or after a command's name, such as out or brief.out");
        }
        return new ConfigFile(path, values);
    }

    @Override
    public String defaultValue(ArgSpec arg) {
        if (!(arg instanceof OptionSpec option)) {
            return null;
        }
        CommandSpec command = option.command();
        for (String prefix : new String[] {command.name() + ".", ""}) {
            for (String name : option.names()) {
                String value = values.getProperty(prefix + strip(name));
                if (value != null) {
                    return value.strip();
                }
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return path.toString();
    }

    private static String strip(String optionName) {
        return optionName.replaceFirst("^-+", "");
    }
}
