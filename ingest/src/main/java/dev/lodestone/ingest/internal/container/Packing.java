package dev.lodestone.ingest.internal.container;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** How one file is packed alone, told by its first bytes. */
enum Packing {
    GZIP(".gz", 0x1F, 0x8B) {
        @Override
        InputStream inflate(InputStream packed) throws IOException {
            return new WholeGzip(packed, BUFFER);
        }
    },
    BZIP2(".bz2", 'B', 'Z', 'h') {
        @Override
        InputStream inflate(InputStream packed) throws IOException {
            return new BufferedInputStream(new BZip2CompressorInputStream(new BufferedInputStream(packed, BUFFER), true), BUFFER);
        }
    },
    XZ(".xz", 0xFD, '7', 'z', 'X', 'Z', 0) {
        @Override
        InputStream inflate(InputStream packed) throws IOException {
            return new BufferedInputStream(XZCompressorInputStream.builder()
                    .setInputStream(new BufferedInputStream(packed, BUFFER)).setDecompressConcatenated(true).setMemoryLimitKiB(MOST_MEMORY_KIB).get(), BUFFER);
        }
    };

    private static final int BUFFER = 1 << 16;
    private static final int MOST_MEMORY_KIB = 512 << 10;

    private final String ending;
    private final int[] mark;

    Packing(String ending, int... mark) {
        this.ending = ending;
        this.mark = mark;
    }

    abstract InputStream inflate(InputStream packed) throws IOException;

    static Optional<Packing> of(byte[] head) {
        return Arrays.stream(values()).filter(packing -> ContentKind.starts(head, packing.mark)).findFirst();
    }

    /** The unpacked bytes, refused where they are far too many. */
    InputStream unpack(InputStream packed) throws IOException {
        CountedStream compressed = new CountedStream(packed);
        return new GuardedInflation(inflate(compressed), compressed::bytes);
    }

    /** Name of what is packed in a file of this name. */
    String memberOf(String file) {
        String last = file.substring(file.lastIndexOf('/') + 1);
        return last.toLowerCase(Locale.ROOT).endsWith(ending) ? last.substring(0, last.length() - ending.length()) : last;
    }
}
