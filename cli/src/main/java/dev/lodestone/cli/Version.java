package dev.lodestone.cli;

import picocli.CommandLine.IVersionProvider;

/** The program's version, from the manifest of its jar. */
public final class Version implements IVersionProvider {

    /** Such as {@code 0.1.0}; {@code development} when run from class folders. */
    public static String number() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"Lodestone " + number(), "Java ${java.version} (${java.vendor}), ${os.name} ${os.arch}"};
    }
}
