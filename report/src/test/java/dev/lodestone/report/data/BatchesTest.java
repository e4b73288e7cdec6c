package dev.lodestone.report.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BatchesTest {

    /** More than a piece holds. */
    private static final int MANY = 100_000;

    @Test
    void handsOnEverythingInOrder() throws IOException {
        StringBuilder expected = new StringBuilder();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Batches batches = Batches.utf8(out);
        for (int i = 0; i < MANY; i++) {
            String line = "line " + i + '\n';
            expected.append(line);
            batches.append(line, 0, 4).append(' ').append(line.substring(5));
        }
        batches.flush();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(expected.toString());
    }

    @Test
    void neverCutsACharacterThatComesInTwoHalves() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Batches batches = Batches.utf8(bytes);
        // One character before the pairs, so that a piece would end inside one of them.
        batches.append('x');
        for (int i = 0; i < MANY; i++) {
            batches.append('\uD83E').append('\uDDF2');
        }
        batches.flush();
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("x" + "\uD83E\uDDF2".repeat(MANY));
    }
}
