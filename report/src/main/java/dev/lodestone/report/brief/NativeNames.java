package dev.lodestone.report.brief;

import dev.lodestone.model.trade.Economy;
import dev.lodestone.report.view.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** How economies call themselves. */
final class NativeNames {

    private static final Properties NAMES = read();

    private NativeNames() {}

    /** The name in its own language, marked as such; empty where it is the English one or cannot be set. */
    static Text of(Economy economy) {
        String entry = NAMES.getProperty(economy.code(), "");
        int space = entry.indexOf(' ');
        return space < 0 ? Text.empty() : Text.of("").foreign(entry.substring(space + 1), entry.substring(0, space));
    }

    private static Properties read() {
        Properties names = new Properties();
        try (InputStream in = NativeNames.class.getResourceAsStream("native-names.properties")) {
            names.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
