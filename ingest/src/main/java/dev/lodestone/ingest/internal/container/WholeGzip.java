package dev.lodestone.ingest.internal.container;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Unpacks gzip, its parts one behind the other; refused where something else stands behind them, which may be a part that was damaged. */
final class WholeGzip extends GZIPInputStream {

    /** Checksum and length behind the packed bytes. */
    private static final int TRAILER = 8;

    WholeGzip(InputStream packed, int buffer) throws IOException {
        super(packed, buffer);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        if (read < 0) {
            for (int i = len - inf.getRemaining() + TRAILER; i < len; i++) {
                if (buf[i] != 0 && buf[i] != '\n' && buf[i] != '\r') { // with which tapes and programs fill up
                    throw new IOException("other bytes stand behind its packed ones, which may be a damaged part of it: unpack it and look at its end");
                }
            }
        }
        return read;
    }
}
