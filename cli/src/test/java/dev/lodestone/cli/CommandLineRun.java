package dev.lodestone.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** One run of the program in this process: what it printed and how it ended. */
record CommandLineRun(int exitCode, String out, String err) {

    /** The day of every run that names none. */
    static final Clock TODAY = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

    static CommandLineRun of(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = new Application(new PrintWriter(out), new PrintWriter(err), TODAY).run(args);
        return new CommandLineRun(exitCode, out.toString(), err.toString());
    }
}
