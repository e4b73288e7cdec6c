package dev.lodestone.ingest.internal.container;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;

/** One file or archive member whose bytes can be opened again and again. */
public final class Content {

    /** Opens the bytes. */
    @FunctionalInterface
    interface Opening {
        InputStream open() throws IOException;
    }

    /** Opens the bytes, those of the file hashed on the way; empty where these were passed already. */
    @FunctionalInterface
    interface HashedOpening {
        Optional<InputStream> open(MessageDigest digest) throws IOException;
    }

    /** Enough of the beginning to tell what the content is and to find its header. */
    public static final int HEAD = 1 << 17;

    private final String member;
    private final ContentKind kind;
    private final Opening opening;
    private final Optional<HashedOpening> hashed;
    private final Optional<Path> file;
    private final boolean wholeFile;

    Content(String member, ContentKind kind, Opening opening, Optional<Path> file, boolean wholeFile) {
        this(member, kind, opening, Optional.empty(), file, wholeFile);
    }

    Content(
            String member, ContentKind kind, Opening opening, Optional<HashedOpening> hashed, Optional<Path> file, boolean wholeFile) {
        this.hashed = hashed;
        this.member = member;
        this.kind = kind;
        this.opening = opening;
        this.file = file;
        this.wholeFile = wholeFile;
    }

    /** Whether these are the bytes of the file itself, neither unpacked nor one of several. */
    public boolean isWholeFile() {
        return wholeFile;
    }

    /** Name inside the archive; empty if the file is no archive. */
    public String member() {
        return member;
    }

    public ContentKind kind() {
        return kind;
    }

    public InputStream open() throws IOException {
        return opening.open();
    }

    /**
     * Opens the unpacked bytes so that those of the file are hashed in the same pass, which may go on with another content; empty where they
     * are not read in their order.
     *
     * @param digest for the pass, if none has begun
     */
    public Optional<InputStream> openHashed(MessageDigest digest) throws IOException {
        return hashed.isPresent() ? hashed.get().open(digest) : Optional.empty();
    }

    /** The first bytes. */
    public byte[] head() throws IOException {
        try (InputStream stream = open()) {
            return stream.readNBytes(HEAD);
        }
    }

    /** A file on disk with these bytes; there for workbooks. */
    public Optional<Path> file() {
        return file;
    }
}
