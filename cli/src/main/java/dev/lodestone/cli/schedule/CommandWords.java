package dev.lodestone.cli.schedule;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Splits a command line into words at blanks; words in single or double quotes keep theirs. Nothing else is special; tells whether there is such a command. */
public final class CommandWords {

    private CommandWords() {}

    /**
     * The words of a command that can be started: a hook that is not there shows at the start, not when there is something to tell.
     *
     * @throws IllegalArgumentException if there is none, a quote is left open, or there is no such command
     */
    public static List<String> startable(String commandLine) {
        List<String> words = of(commandLine);
        String command = words.getFirst();
        boolean found = command.indexOf('/') >= 0
                ? isProgram(Path.of(command))
                : Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).anyMatch(folder -> isProgram(Path.of(folder, command)));
        // Windows adds endings and looks in folders of its own.
        if (!found && File.separatorChar == '/') {
            boolean stands = command.indexOf('/') >= 0 && Files.isRegularFile(Path.of(command));
            throw new IllegalArgumentException(stands
                    ? "the command " + command + " may not be executed: chmod +x"
                    : "there is no command " + command + (command.indexOf('/') >= 0 ? "" : " in the folders of PATH") + "; it is started without a shell");
        }
        return words;
    }

    private static boolean isProgram(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }

    /**
     * The words.
     *
     * @throws IllegalArgumentException if there is none, or a quote is left open
     */
    public static List<String> of(String commandLine) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inWord = false;
        char quote = 0;
        for (int i = 0; i < commandLine.length(); i++) {
            char c = commandLine.charAt(i);
            if (quote != 0) {
                if (c == quote) {
                    quote = 0;
                } else {
                    word.append(c);
                }
            } else if (c == '"' || c == '\'') {
                quote = c;
                inWord = true;
            } else if (Character.isWhitespace(c)) {
                if (inWord) {
                    words.add(word.toString());
                    word.setLength(0);
                    inWord = false;
                }
            } else {
                word.append(c);
                inWord = true;
            }
        }
        if (quote != 0) {
            throw new IllegalArgumentException("a quote is left open in the command: " + commandLine);
        }
        if (inWord) {
            words.add(word.toString());
        }
        if (words.isEmpty()) {
            throw new IllegalArgumentException("the command is empty");
        }
        return List.copyOf(words);
    }
}
