package dev.lodestone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
