package dev.lodestone.ingest.internal.trade;

/** A table holds more rows than are to be kept; what was read of it is of no use. */
public final class TooManyRowsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooManyRowsException() {
        super("more rows than are kept", null, false, false);
    }
}
