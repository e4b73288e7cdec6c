package dev.lodestone.ingest.register;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.model.quality.FileReport;
import dev.lodestone.model.quality.Loaded;
import dev.lodestone.model.register.Registers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is done to a file, the reading ends in rows and issues that add up or in one refusal. */
class RegisterFuzzTest {

    private static final byte[][] SNIPPETS = Arrays.stream(new String[] {
                "\"", "\"\"", ",", "\n", "\r", "\r\n", "|", "\0", "\uFEFF", "-", "9999999999999999999", "1e999", "NaN", "=1+1", "EUU", "\u00e9", " "
            })
            .map(s -> s.getBytes(StandardCharsets.UTF_8))
            .toArray(byte[][]::new);
    private static final int CASES = 500;

    @TempDir
    private Path directory;

    @Test
    void readsOrRefusesAnyDamagedFile() throws IOException {
        Map<String, byte[]> sound = new HashMap<>();
        RegisterFolder folder = RegisterFolder.sound(directory);
        for (String name : folder.names()) {
            sound.put(name, Files.readAllBytes(directory.resolve(name)));
        }
        List<String> names = sound.keySet().stream().sorted().toList();
        Random random = new Random(20261121);
        int read = 0;
        for (int i = 0; i < CASES; i++) {
            Map<String, byte[]> damaged = new HashMap<>(sound);
            String name = names.get(random.nextInt(names.size()));
            byte[] bytes = damaged.get(name);
            for (int edits = random.nextInt(3); edits >= 0; edits--) {
                bytes = damage(bytes, random);
            }
            damaged.put(name, bytes);
            try {
                Loaded<Registers> loaded = new RegisterReader().read(new MapSource(damaged));
                read++;
                long setAside = loaded.files().stream().mapToLong(FileReport::rowsSetAside).sum();
                if (setAside > 0) {
                    assertThat(loaded.issues()).as("case %d: a row is set aside without an issue", i).isNotEmpty();
                }
            } catch (RegisterException refused) {
                assertThat(refused.problems()).isNotEmpty();
            }
        }
        assertThat(read).as("the damage must reach the rows, not only the headers").isGreaterThan(CASES / 4);
    }

    private static byte[] damage(byte[] bytes, Random random) {
        int header = random.nextInt(6) == 0 ? 0 : firstLine(bytes);
        int at = header >= bytes.length ? bytes.length : header + random.nextInt(bytes.length - header);
        return switch (random.nextInt(4)) {
            case 0 -> join(bytes, at, SNIPPETS[random.nextInt(SNIPPETS.length)], at);
            case 1 -> join(bytes, at, new byte[0], Math.min(bytes.length, at + 1 + random.nextInt(8)));
            case 2 -> join(bytes, at, new byte[] {(byte) random.nextInt(256)}, Math.min(bytes.length, at + 1));
            default -> Arrays.copyOf(bytes, at);
        };
    }

    /** Length of the header with its line end, most of the time spared so that the damage reaches rows. */
    private static int firstLine(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                return i + 1;
            }
        }
        return 0;
    }

    private static byte[] join(byte[] bytes, int to, byte[] middle, int from) {
        byte[] joined = Arrays.copyOf(bytes, to + middle.length + bytes.length - from);
        System.arraycopy(middle, 0, joined, to, middle.length);
        System.arraycopy(bytes, from, joined, to + middle.length, bytes.length - from);
        return joined;
    }

    /** Registers in memory. */
    private record MapSource(Map<String, byte[]> files) implements RegisterSource {

        @Override
        public List<String> materials() {
            return List.of("tin");
        }

        @Override
        public Optional<InputStream> open(String name) {
            return Optional.ofNullable(files.get(name)).map(ByteArrayInputStream::new);
        }

        @Override
        public List<String> list() {
            return List.of();
        }
    }
}
