package dev.lodestone.report.internal.html;

import dev.lodestone.report.ReportException;
import dev.lodestone.report.internal.html.TemplateFiles.TextFile;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Style sheets fit to stand inside a page: they end nothing but themselves and load nothing from elsewhere. */
final class StyleSheets {

    private static final Pattern DARK = Pattern.compile("@media screen and \\(prefers-color-scheme: dark\\)\\s*\\{\\s*:root\\s*\\{([^}]*)}");
    private static final Pattern COLOUR = Pattern.compile("(--[\\w-]+)\\s*:\\s*[^;]+");

    private static final Pattern LOADS = Pattern.compile("@import|url\\(\\s*[\"']?(?!data:|#|[\"'])", Pattern.CASE_INSENSITIVE);

    private final TemplateFiles files;

    StyleSheets(TemplateFiles files) {
        this.files = files;
    }

    /** What a screen needs: fonts, the sheet, the user's additions. */
    String screen() {
        String screen = checked(files.getText("screen.css"));
        String extra = extra("extra.css");
        return WebFonts.css() + screen + extra + inTheDark(screen, extra);
    }

    /** What paper needs. */
    String print() {
        return checked(files.getText("print.css")) + extra("extra-print.css");
    }

    /**
     * A colour said for white pages would stand on dark ones, too, and not be seen there: those of the dark come back, unless the user's sheet
     * speaks of the dark itself.
     */
    private static String inTheDark(String screen, String extra) {
        Matcher dark = DARK.matcher(screen);
        if (extra.isBlank() || extra.contains("prefers-color-scheme") || !dark.find()) {
            return "";
        }
        String back = COLOUR.matcher(dark.group(1)).results().filter(colour -> extra.contains(colour.group(1) + ":") || extra.contains(colour.group(1) + " "))
                .map(MatchResult::group).collect(Collectors.joining("; "));
        return back.isEmpty() ? "" : "\n@media screen and (prefers-color-scheme: dark) { :root { " + back + "; } }\n";
    }

    private String extra(String name) {
        return files.findText(name).map(file -> "\n" + checked(file)).orElse("");
    }

    private static String checked(TextFile sheet) {
        String lower = sheet.text().toLowerCase(Locale.ROOT);
        int end = lower.indexOf("</");
        if (end >= 0) {
            throw problem(sheet, end, "holds '</', which would end the style sheet inside a page");
        }
        int comment = lower.indexOf("<!--");
        if (comment >= 0) {
            throw problem(sheet, comment, "holds '<!--', which a style sheet inside a page must not");
        }
        Matcher loads = LOADS.matcher(sheet.text());
        if (loads.find()) {
            throw problem(
                    sheet, loads.start(), "loads something from elsewhere; a page stands alone, so embed it with url(data:...)");
        }
        requireWhole(sheet);
        return sheet.text();
    }

    /** A rule that does not end swallows those after it, in browsers and on paper without a word. */
    private static void requireWhole(TextFile sheet) {
        String css = sheet.text();
        Deque<Integer> open = new ArrayDeque<>();
        int at = 0;
        while (at < css.length()) {
            char c = css.charAt(at);
            if (css.startsWith("/*", at)) {
                int end = css.indexOf("*/", at + 2);
                if (end < 0) {
                    throw problem(sheet, at, "a comment begins here that does not end");
                }
                at = end + 1;
            } else if (c == '"' || c == '\'') {
                at = endOfString(sheet, at);
            } else if (c == '{') {
                open.push(at);
            } else if (c == '}' && open.poll() == null) {
                throw problem(sheet, at, "a '}' ends nothing here");
            }
            at++;
        }
        if (!open.isEmpty()) {
            throw problem(sheet, open.peek(), "a '{' begins here that no '}' ends");
        }
    }

    private static int endOfString(TextFile sheet, int start) {
        String css = sheet.text();
        for (int at = start + 1; at < css.length() && css.charAt(at) != '\n'; at++) {
            if (css.charAt(at) == '\\') {
                at++;
            } else if (css.charAt(at) == css.charAt(start)) {
                return at;
            }
        }
        throw problem(sheet, start, "a text in quotes begins here that does not end on its line");
    }

    private static ReportException problem(TextFile sheet, int offset, String what) {
        String before = sheet.text().substring(0, offset);
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        int column = offset - before.lastIndexOf('\n');
        return new ReportException(what, sheet.label(), line, column, null);
    }
}
