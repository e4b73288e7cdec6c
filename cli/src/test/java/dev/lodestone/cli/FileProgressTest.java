package dev.lodestone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.ingest.InputSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FileProgressTest {

    private static final int MEGABYTE = 1 << 20;

    private final StringWriter err = new StringWriter();
    private final AtomicLong nanoseconds = new AtomicLong();

    @Test
    void writesOneLineOverItselfWithRateAndTimeLeft() throws IOException {
        FileProgress progress = new FileProgress(new PrintWriter(err), nanoseconds::get, 2);
        List<InputSource> watched = progress.watch(List.of(
                InputSource.ofBytes("small.csv", new byte[10]), InputSource.ofBytes("large.csv", new byte[4 * MEGABYTE])));

        read(watched.get(0), 10);
        assertThat(err.toString()).isEmpty();
        try (InputStream stream = watched.get(1).open()) {
            stream.readNBytes(MEGABYTE);
            nanoseconds.addAndGet(500_000_000L);
            stream.readNBytes(MEGABYTE);
            assertThat(err.toString()).isEqualTo("\r\u001b[K[2/2] large.csv  1 of 4 MB, 2 MB/s, 2 s left");
            stream.readNBytes(MEGABYTE);
            assertThat(err.toString()).doesNotContain("2 of 4");
        }
        progress.end();
        assertThat(err.toString()).endsWith("left\r\u001b[K");
    }

    @Test
    void leavesNothingBehindWhereNoFileTookLong() throws IOException {
        FileProgress progress = new FileProgress(new PrintWriter(err), nanoseconds::get, 1);
        read(progress.watch(List.of(InputSource.ofBytes("small.csv", new byte[10]))).get(0), 10);
        progress.end();

        assertThat(err.toString()).isEmpty();
    }

    private static void read(InputSource source, int bytes) throws IOException {
        try (InputStream stream = source.open()) {
            assertThat(stream.readNBytes(bytes)).hasSize(bytes);
        }
    }
}
