package dev.lodestone.ingest.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DataReadmeTest {

    private static final Path DATA = Path.of("..", "data");

    @Test
    void tellsTheProvenanceAndChecksumOfEveryTradeFile() throws IOException, NoSuchAlgorithmException {
        String readme = Files.readString(DATA.resolve("README.md"));
        List<Path> files;
        try (Stream<Path> entries = Files.list(DATA.resolve("trade"))) {
            files = entries.toList();
        }
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            String name = file.getFileName().toString();
            assertThat(readme).contains("### " + name);
            String section = readme.substring(readme.indexOf("### " + name));
            assertThat(section.substring(0, section.indexOf("| SHA-256 |") + 100)).as(name).contains(HexFormat.of().formatHex(digest));
        }
    }
}
