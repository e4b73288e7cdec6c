package dev.lodestone.cli;

/** Java's memory did not suffice; the message says how much it was and how to allow more. Ends the program with {@link ExitCode#FAILURE}. */
public final class MemoryExhaustedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MemoryExhaustedException(OutOfMemoryError cause) {
        super("out of memory: Java may use " + (Runtime.getRuntime().maxMemory() >> 20)
                + " MB here; allow more with LODESTONE_JAVA_OPTS=-Xmx2g, or name fewer files. Nothing was published.", cause);
    }
}
