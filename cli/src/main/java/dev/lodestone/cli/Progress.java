package dev.lodestone.cli;

import dev.lodestone.ingest.InputSource;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Function;

/** Says what is being done, on a terminal; in a pipe or a log it is silent but for remarks. */
public final class Progress {

    private final PrintWriter err;
    private final boolean shown;

    Progress(PrintWriter err, boolean shown) {
        this.err = err;
        this.shown = shown;
    }

    /** Progress on stderr, where a person looks at it. */
    static Progress on(PrintWriter err) {
        return new Progress(err, Terminal.shows("err"));
    }

    /** Begins a step, in a few words. */
    public void step(String text) {
        if (shown) {
            err.println(text + " ...");
            err.flush();
        }
    }

    /** Tells something that whoever runs it should know though the work goes on: on a terminal, in a pipe and in a log. */
    void remark(String text) {
        err.println("lodestone: " + text);
        err.flush();
    }

    /** Reads files, with a line for each that takes long. */
    <T> T reading(List<InputSource> sources, Function<List<InputSource>, T> reading) {
        if (!shown) {
            return reading.apply(sources);
        }
        FileProgress files = new FileProgress(err, System::nanoTime, sources.size());
        try {
            return reading.apply(files.watch(sources));
        } finally {
            files.end();
        }
    }
}
