package dev.lodestone.cli;

import dev.lodestone.ingest.InputSource;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * One line on a terminal for the file being read, written over itself: which of how many, how much of it, how fast, how long yet. Small
 * files pass without a line. Told by the threads that read.
 */
final class FileProgress {

    private static final long BETWEEN_LINES = 200_000_000L;
    private static final double MEGABYTE = 1 << 20;

    /** Back to the line's beginning; empties it. */
    private static final String CLEAR = "\r\u001b[K";

    private final PrintWriter err;
    private final LongSupplier nanoseconds;
    private final int files;
    private int file;
    private long bytes;
    private long begun;
    private long lastLine;
    private boolean lineStands;

    FileProgress(PrintWriter err, LongSupplier nanoseconds, int files) {
        this.err = err;
        this.nanoseconds = nanoseconds;
        this.files = files;
    }

    /** The same sources, told of here as they are read. */
    List<InputSource> watch(List<InputSource> sources) {
        List<InputSource> watched = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            InputSource source = sources.get(i);
            int number = i + 1;
            watched.add(source.watched(read -> told(number, source, read)));
        }
        return watched;
    }

    /** Takes the line away. */
    synchronized void end() {
        if (lineStands) {
            err.print(CLEAR);
            err.flush();
            lineStands = false;
        }
    }

    private synchronized void told(int number, InputSource source, long read) {
        long now = nanoseconds.getAsLong();
        if (number != file) {
            file = number;
            bytes = 0;
            begun = now;
            lastLine = now;
        }
        bytes += read;
        if (now - lastLine >= BETWEEN_LINES) {
            lastLine = now;
            err.print(CLEAR + line(source, (now - begun) / 1e9));
            err.flush();
            lineStands = true;
        }
    }

    private String line(InputSource source, double seconds) {
        long size = source.size().orElse(0);
        double rate = bytes / seconds;
        StringBuilder line = new StringBuilder(files > 1 ? "[" + file + "/" + files + "] " : "");
        line.append(OneLine.of(source.name())).append(String.format(Locale.ROOT, "  %,.0f", bytes / MEGABYTE));
        if (size > 0) {
            line.append(String.format(Locale.ROOT, " of %,.0f", size / MEGABYTE));
        }
        line.append(String.format(Locale.ROOT, " MB, %,.0f MB/s", rate / MEGABYTE));
        if (size > bytes) {
            line.append(String.format(Locale.ROOT, ", %,.0f s left", Math.ceil((size - bytes) / rate)));
        }
        return line.toString();
    }
}
