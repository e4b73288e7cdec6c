package dev.lodestone.cli;

import dev.lodestone.ingest.IngestException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in two lines what is wrong with a command line and where to read more, instead of printing the whole help. */
final class UsageErrors implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException wrong, String[] args) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        if (wrong.getCause() instanceof IngestException refused) {
            // The value is well written; what it names is not there, as with any other input.
            return Failures.report(refused, command, false);
        }
        err.println("lodestone: " + wrong.getMessage() + nearestWord(wrong));
        UnmatchedArgumentException.printSuggestions(wrong, err);
        err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        err.flush();
        return ExitCode.USAGE;
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
