package dev.lodestone.cli;

/** The configuration file is wrong; the message is complete and names it. Ends the program with {@link ExitCode#USAGE}. */
public final class ConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ConfigurationException(String message) {
        super(message);
    }
}
