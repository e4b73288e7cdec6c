package dev.lodestone.ingest.internal.container;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarUtils;

/**
 * A tar that lies on disk. Only the headers are read to list it, and never more than a little of them: what a header claims is not
 * believed before the bytes are there.
 */
final class TarArchive {

    static final int BLOCK = 512;

    /** Longest name, or list of attributes, that is looked at. */
    private static final int MOST_ATTRIBUTES = 1 << 16;

    /** A member's own, what tells its long name, its attributes, and folders. */
    private static final int HEADERS_A_MEMBER = 3;

    private final Path file;

    TarArchive(Path file) {
        this.file = file;
    }

    /**
     * A member.
     *
     * @param name its name
     * @param from where its bytes begin
     * @param size how many they are
     * @param refused why it is not read; empty if it is a plain file
     */
    record Member(String name, long from, long size, Optional<String> refused) {}

    /** Whether a file begins as a tar does: with a header that its own checksum fits. */
    static boolean isTar(byte[] head) {
        return head.length >= BLOCK && head[0] != 0 && isHeader(head);
    }

    /** Whether the header's checksum fits: the sum of its bytes, those of the checksum taken for blanks, in octal digits. */
    private static boolean isHeader(byte[] header) {
        String digits = field(header, 148, 8).strip();
        int sum = 8 * ' ';
        for (int i = 0; i < BLOCK; i++) {
            sum += i >= 148 && i < 156 ? 0 : header[i] & 0xFF;
        }
        return digits.matches("[0-7]{1,7}") && Integer.parseInt(digits, 8) == sum;
    }

    /** Its files and what else stands for one, but folders. */
    List<Member> members(int most) throws IOException {
        List<Member> members = new ArrayList<>();
        try (FileChannel channel = FileChannel.open(file)) {
            long at = 0;
            Optional<String> longName = Optional.empty();
            boolean sparse = false;
            long sizeGiven = -1;
            for (int headers = 0; headers <= HEADERS_A_MEMBER * most; headers++) {
                byte[] header = read(channel, at, BLOCK);
                if (isZero(header)) {
                    return members;
                }
                if (!isHeader(header)) {
                    throw new IOException("the archive is damaged: a member's header does not fit its checksum");
                }
                boolean speaksOfNext = "LKxgV".indexOf(header[156]) >= 0;
                long size = sizeGiven >= 0 && !speaksOfNext ? sizeGiven : size(header);
                long from = at + BLOCK;
                at = from + (size + BLOCK - 1) / BLOCK * BLOCK;
                if (at < from || at > channel.size()) {
                    throw new EOFException("the archive breaks off");
                }
                switch (header[156]) {
                    case 'L' -> longName = Optional.of(text(read(channel, from, shortSize(size))));
                    case 'x' -> {
                        Attributes attributes = Attributes.of(read(channel, from, shortSize(size)));
                        longName = attributes.path();
                        sparse = attributes.sparse();
                        sizeGiven = attributes.size();
                    }
                    case 'g', 'K', 'V' -> { }
                    default -> {
                        Optional<String> refused = sparse ? Optional.of("it is stored with gaps left out: unpack the archive first") : kind(header[156]);
                        if (header[156] != '5') {
                            members.add(new Member(longName.orElseGet(() -> name(header)), from, size, refused));
                        }
                        longName = Optional.empty();
                        sparse = false;
                        sizeGiven = -1;
                    }
                }
            }
        }
        throw new IOException("the archive holds more than " + most + " members");
    }

    InputStream open(Member member) throws IOException {
        if (member.refused().isPresent()) {
            throw new IOException(member.refused().get());
        }
        FileChannel channel = FileChannel.open(file);
        channel.position(member.from());
        return new BufferedInputStream(new OnlySome(Channels.newInputStream(channel), member.size()), 1 << 16);
    }

    /** Why a member of the kind is not read; empty for files. */
    private static Optional<String> kind(byte type) {
        return switch (type) {
            case 0, '0', '7' -> Optional.empty();
            case '1', '2' -> Optional.of("it is a link to another file, which is not followed");
            case 'S' -> Optional.of("it is stored with gaps left out: unpack the archive first");
            default -> Optional.of("it is no file but something else of a file system");
        };
    }

    private static long size(byte[] header) throws IOException {
        try {
            return Math.max(0, TarUtils.parseOctalOrBinary(header, 124, 12));
        } catch (IllegalArgumentException e) {
            throw new IOException("the archive is damaged: a member's size is no number", e);
        }
    }

    private static int shortSize(long size) throws IOException {
        if (size > MOST_ATTRIBUTES) {
            throw new IOException("the archive has a member with a name or attributes of " + size + " bytes");
        }
        return (int) size;
    }

    private static String name(byte[] header) {
        String name = field(header, 0, 100);
        boolean hasPrefix = field(header, 257, 5).equals("ustar") && header[263] != ' ' && header[345] != 0;
        return hasPrefix ? field(header, 345, 155) + "/" + name : name;
    }

    private static String field(byte[] header, int from, int length) {
        return text(java.util.Arrays.copyOfRange(header, from, from + length));
    }

    /** The text up to the first zero. */
    private static String text(byte[] bytes) {
        int length = 0;
        while (length < bytes.length && bytes[length] != 0) {
            length++;
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private static boolean isZero(byte[] bytes) {
        for (byte each : bytes) {
            if (each != 0) {
                return false;
            }
        }
        return true;
    }

    private static byte[] read(FileChannel channel, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, from + bytes.position()) < 0) {
                throw new EOFException("the archive breaks off");
            }
        }
        return bytes.array();
    }

    /**
     * What records before a header say of the next member.
     *
     * @param path its name
     * @param size its number of bytes; below 0 if they do not say it
     * @param sparse whether gaps of it are left out
     */
    private record Attributes(Optional<String> path, long size, boolean sparse) {

        /** Records such as {@code 18 path=folder/name}, each with its own length before it. */
        static Attributes of(byte[] bytes) throws IOException {
            Optional<String> path = Optional.empty();
            long size = -1;
            boolean sparse = false;
            for (int at = 0; at < bytes.length && bytes[at] != 0; ) {
                int blank = at;
                while (blank < bytes.length && bytes[blank] != ' ') {
                    blank++;
                }
                String digits = new String(bytes, at, blank - at, StandardCharsets.ISO_8859_1);
                int length = digits.matches("\\d{1,6}") ? Integer.parseInt(digits) : 0;
                if (length <= blank - at + 1 || at + length > bytes.length) {
                    throw new IOException("the archive is damaged: a member's attributes cannot be read");
                }
                String record = new String(bytes, blank + 1, length - (blank - at) - 2, StandardCharsets.UTF_8);
                if (record.startsWith("path=")) {
                    path = Optional.of(record.substring(5));
                } else if (record.matches("size=\\d{1,18}")) {
                    size = Long.parseLong(record.substring(5));
                }
                sparse |= record.startsWith("GNU.sparse.");
                at += length;
            }
            return new Attributes(path, size, sparse);
        }
    }
}
