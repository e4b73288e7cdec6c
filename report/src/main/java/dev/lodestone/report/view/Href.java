package dev.lodestone.report.view;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/** Where a link may lead: the web, a mailbox, another file of the edition, or an anchor of the page. Never a script. */
public final class Href {

    private static final Pattern ABSOLUTE = Pattern.compile("(?i)https?://[^\\s\"'<>`\\\\]+");
    private static final Pattern MAIL = Pattern.compile("(?i)mailto:[^\\s\"'<>`\\\\]+");
    private static final Pattern ANCHOR = Pattern.compile("#[A-Za-z][A-Za-z0-9_.-]*");
    private static final Pattern RELATIVE = Pattern.compile("(?:\\.\\./)*[A-Za-z0-9_][A-Za-z0-9_./-]*(?:#[A-Za-z][A-Za-z0-9_.-]*)?");

    private Href() {
    }

    /** Whether a page may link to this address as it stands. */
    public static boolean isSafe(String address) {
        Objects.requireNonNull(address, "address");
        return ABSOLUTE.matcher(address).matches()
                || MAIL.matcher(address).matches()
                || ANCHOR.matcher(address).matches()
                || RELATIVE.matcher(address).matches();
    }

    /** Whether it leads out of the edition. */
    static boolean isExternal(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        return lower.startsWith("http://") || lower.startsWith("https://") || lower.startsWith("mailto:");
    }

    static String checked(String address, String name) {
        if (!isSafe(address)) {
            throw new IllegalArgumentException(
                    name + " '" + address + "' is not an address a page may link to: http(s), mailto, a relative path or #anchor");
        }
        return address;
    }

    static String optional(String address, String name) {
        Objects.requireNonNull(address, name);
        return address.isEmpty() ? address : checked(address, name);
    }
}
