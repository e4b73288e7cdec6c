package dev.lodestone.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** One run of the program in this process: what it printed and how it ended. */
record CommandLineRun(int exitCode, String out, String err) {

    static CommandLineRun of(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = new Application(new PrintWriter(out), new PrintWriter(err)).run(args);
        return new CommandLineRun(exitCode, out.toString(), err.toString());
    }
}
