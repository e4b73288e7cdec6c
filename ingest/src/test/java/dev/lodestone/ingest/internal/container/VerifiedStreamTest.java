package dev.lodestone.ingest.internal.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class VerifiedStreamTest {

    private static final byte[] MEMBER = "value,weight\n100,7\n".repeat(1000).getBytes(StandardCharsets.UTF_8);

    @Test
    void whatIsSkippedIsVerifiedToo() throws IOException {
        try (VerifiedStream stream = verified(MEMBER)) {
            assertThat(stream.skip(9000)).isEqualTo(9000);
            assertThat(stream.readAllBytes()).hasSize(MEMBER.length - 9000);
            assertThat(stream.skip(1)).isZero();
        }
    }

    @Test
    void aBitThatFlippedInWhatIsSkippedIsFound() {
        byte[] damaged = MEMBER.clone();
        damaged[5000] ^= 1;

        assertThatThrownBy(() -> {
            try (VerifiedStream stream = verified(damaged)) {
                assertThat(stream.skip(9000)).isEqualTo(9000);
                stream.readAllBytes();
            }
        }).isInstanceOf(IOException.class).hasMessageContaining("its checksum is not the one in the archive");
    }

    private static VerifiedStream verified(byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(MEMBER);
        return new VerifiedStream(new ByteArrayInputStream(bytes), MEMBER.length, sum.getValue());
    }
}
