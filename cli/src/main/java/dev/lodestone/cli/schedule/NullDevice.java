package dev.lodestone.cli.schedule;

import java.io.File;

/** The system's empty file: a command that reads its input finds its end at once. */
final class NullDevice {

    private NullDevice() {}

    static File file() {
        return new File(File.separatorChar == '\\' ? "NUL" : "/dev/null");
    }
}
