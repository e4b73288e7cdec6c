package dev.lodestone.cli;

import dev.lodestone.ingest.IngestException;
import dev.lodestone.ingest.register.RegisterException;
import dev.lodestone.report.ReportException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what was thrown into one clear message on stderr and an exit code. */
final class Failures implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed) {
        boolean debug = parsed.expandedArgs().contains("--debug");
        return report(thrown, command, debug);
    }

    static int report(Exception thrown, CommandLine command, boolean debug) {
        Exception failure = thrown instanceof UncheckedIOException unchecked ? unchecked.getCause() : thrown;
        command.getErr().println("lodestone: " + messageOf(failure));
        if (debug) {
            thrown.printStackTrace(command.getErr());
        }
        command.getErr().flush();
        return exitCodeOf(failure);
    }

    /** The message for a failure. */
    static String messageOf(Exception failure) {
        return switch (failure) {
            case InputRefusedException refused -> refused.getMessage();
            case IngestException refused -> refused.getMessage();
            case RegisterException refused -> refused.getMessage();
            case ReportException broken -> broken.getMessage();
            case ConfigurationException wrong -> wrong.getMessage();
            case UsageException wrong -> wrong.getMessage();
            case MemoryExhaustedException exhausted -> exhausted.getMessage();
            case IOException io -> reasonOf(io);
            default -> "internal error: " + failure + "; please report it with the output of --debug";
        };
    }

    private static int exitCodeOf(Exception failure) {
        return switch (failure) {
            case InputRefusedException refused -> ExitCode.INPUT_REFUSED;
            case IngestException refused -> ExitCode.INPUT_REFUSED;
            case RegisterException refused -> ExitCode.INPUT_REFUSED;
            case ConfigurationException wrong -> ExitCode.USAGE;
            case UsageException wrong -> ExitCode.USAGE;
            default -> ExitCode.FAILURE;
        };
    }

    /** What went wrong, in words; file system exceptions often carry nothing but the file's name. */
    static String reasonOf(Exception failure) {
        return switch (failure) {
            case NoSuchFileException e -> e.getFile() + " does not exist";
            case AccessDeniedException e -> e.getFile() + ": permission denied";
            case NotDirectoryException e -> e.getFile() + " is not a folder";
            case FileSystemException e -> e.getFile() + ": " + (e.getReason() == null ? e.getClass().getSimpleName() : e.getReason());
            case CharacterCodingException e -> "not text in UTF-8";
            default -> failure.getMessage() == null ? failure.toString() : failure.getMessage();
        };
    }
}
