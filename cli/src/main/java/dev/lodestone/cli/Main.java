package dev.lodestone.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Where the process begins and ends. */
public final class Main {

    private Main() {}

    /** Configures java.util.logging with nothing, when something asks for it and not before: its own configuration is slow to read. */
    public static final class Silence {}

    public static void main(String[] args) {
        // POI speaks to Log4j and OpenPDF to java.util.logging: what they say is neither a result nor for a user.
        System.setProperty("log4j2.loggerContextFactory", "org.apache.logging.log4j.simple.SimpleLoggerContextFactory");
        System.setProperty("org.apache.logging.log4j.simplelog.level", "OFF");
        System.setProperty("log4j2.StatusLogger.level", "OFF");
        System.setProperty("java.util.logging.config.class", Silence.class.getName());
        Utf8Output results = new Utf8Output(new FileOutputStream(FileDescriptor.out));
        PrintWriter out = new PrintWriter(results);
        PrintWriter err = new PrintWriter(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int exitCode = new Application(out, err, new LocalClock()).run(args);
        out.flush();
        // Whoever reads a pipe may have seen enough, as head does; a file that holds a part of the figures misleads.
        if (results.failure().isPresent() && !Terminal.shows("pipe")) {
            err.println("lodestone: standard output does not hold all results: " + Failures.reasonOf(results.failure().get()));
            exitCode = ExitCode.FAILURE;
        }
        err.flush();
        System.exit(exitCode);
    }
}
