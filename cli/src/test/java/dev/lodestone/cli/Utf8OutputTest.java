package dev.lodestone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8OutputTest {

    private static final String CLEF = "\uD834\uDD1E";

    @Test
    void piecesOfEverySizeComeOutAsTheTextTheyMakeUp() throws IOException {
        Random random = new Random(7);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StringBuilder text = new StringBuilder();
        try (Utf8Output out = new Utf8Output(bytes)) {
            for (int i = 0; i < 300; i++) {
                String piece = "Nd₂O₃ 磁石 " + CLEF.repeat(random.nextInt(i % 50 == 0 ? 30_000 : 9));
                int cut = random.nextInt(piece.length() + 1);
                out.write(piece, 0, cut);
                char[] rest = piece.substring(cut).toCharArray();
                if (random.nextBoolean()) {
                    out.flush();
                }
                out.write(rest);
                out.write('\n');
                text.append(piece).append('\n');
            }
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo(text.toString());
    }

    @Test
    void aLargePieceThatEndsInHalfACharacterWaitsForItsOtherHalf() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Utf8Output out = new Utf8Output(bytes)) {
            out.write("x".repeat(40_000) + CLEF.charAt(0));
            out.flush();
            out.write(CLEF.substring(1));
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("x".repeat(40_000) + CLEF);
    }

    @Test
    void whatADiskDidNotTakeIsRememberedAndNothingComesAfterTheGap() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        OutputStream full = new OutputStream() {
            private int writes;

            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] content, int from, int length) throws IOException {
                if (++writes == 2) {
                    throw new IOException("No space left on device");
                }
                bytes.write(content, from, length);
            }
        };
        Utf8Output out = new Utf8Output(full);
        PrintWriter printer = new PrintWriter(out);
        assertThat(out.failure()).isEmpty();
        for (String piece : List.of("a".repeat(40_000), "b".repeat(40_000), "c".repeat(40_000), "d")) {
            printer.print(piece);
            printer.flush();
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8).replace("a".repeat(40_000), "40000 a")).isEqualTo("40000 a");
        assertThat(out.failure()).get().extracting(IOException::getMessage).isEqualTo("No space left on device");
    }

    @Test
    void flushingWritesWhatWaits() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Utf8Output out = new Utf8Output(bytes)) {
            out.write("waiting");
            assertThat(bytes.size()).isZero();
            out.flush();
            assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("waiting");
        }
    }
}
