package dev.lodestone.cli;

import dev.lodestone.ingest.IngestException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in two lines what is wrong with a command line and where to read more, instead of printing the whole help. */
final class UsageErrors implements IParameterExceptionHandler {

    /** As picocli says it, also of one that stands where an option waits for a value. */
    private static final Pattern UNKNOWN = Pattern.compile("^Unknown options?: '([^']+)'");

    @Override
    public int handleParseException(ParameterException wrong, String[] args) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        if (wrong.getCause() instanceof IngestException refused) {
            // The value is well written; what it names is not there, as with any other input.
            return Failures.report(refused, command, false);
        }
        String unknown = unknownOption(wrong);
        if (unknown.isEmpty()) {
            err.println("lodestone: " + wrong.getMessage() + nearestWord(wrong));
            UnmatchedArgumentException.printSuggestions(wrong, err);
        } else {
            // Behind an option that takes several values picocli also misses a value.
            err.println("lodestone: Unknown option: '" + unknown + "'" + DidYouMean.hint(unknown, command.getCommandSpec().optionsMap().keySet()));
        }
        err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        err.flush();
        return ExitCode.USAGE;
    }

    /** The first option that there is none of; empty where something else is wrong. */
    private static String unknownOption(ParameterException wrong) {
        Matcher unknown = UNKNOWN.matcher(wrong.getMessage());
        return unknown.find() ? unknown.group(1) : "";
    }

    /** Where an option takes one of a few words: the one that was meant. */
    private static String nearestWord(ParameterException wrong) {
        ArgSpec option = wrong.getArgSpec();
        if (option == null || wrong.getValue() == null || option.completionCandidates() == null) {
            return "";
        }
        List<String> words = new ArrayList<>();
        option.completionCandidates().forEach(words::add);
        return DidYouMean.hint(wrong.getValue(), words);
    }
}
