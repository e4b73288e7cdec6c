package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.InputSource;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** SHA-256 of a file: told by who read all its bytes, else computed once when it is asked for. */
final class Checksum {

    private final InputSource source;
    private Optional<String> known = Optional.empty();

    Checksum(InputSource source) {
        this.source = source;
    }

    /** No checksum: its text is empty. */
    static Checksum none(InputSource source) {
        Checksum none = new Checksum(source);
        none.tell("");
        return none;
    }

    /** A digest for who is about to read all bytes of the file; empty if the checksum is known already. */
    Optional<MessageDigest> digest() {
        return known.isPresent() ? Optional.empty() : Optional.of(newDigest());
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    void tell(String sha256) {
        known = Optional.of(sha256);
    }

    /** The checksum in lower-case hexadecimal. */
    String hex() throws IOException {
        if (known.isEmpty()) {
            known = Optional.of(compute());
        }
        return known.get();
    }

    /** The checksum; empty if the file cannot be read to its end. */
    String hexIfReadable() {
        try {
            return hex();
        } catch (IOException e) {
            return ""; // why it cannot be read is told where it is read
        }
    }

    private String compute() throws IOException {
        MessageDigest digest = newDigest();
        byte[] buffer = new byte[1 << 16];
        try (InputStream stream = source.open()) {
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
