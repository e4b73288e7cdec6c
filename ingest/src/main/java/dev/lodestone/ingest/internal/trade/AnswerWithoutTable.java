package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.internal.table.FallbackReader;
import dev.lodestone.ingest.internal.table.TextEncoding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a site or a service says that answers with a page or a message instead of the file asked for. */
final class AnswerWithoutTable {

    private static final Pattern IS_PAGE = Pattern.compile("(?i)<(!doctype html|html|head|body)\\b");
    private static final Pattern TITLE = Pattern.compile("(?is)<title\\b[^>]*>([^<]*)</title>");
    private static final Pattern NO_TEXT = Pattern.compile("(?is)<(script|style)\\b.*?</\\1>|<!--.*?-->|<[^>]*>|\\s+");

    private AnswerWithoutTable() {}

    /** Tells the answer by its beginning; empty if it has no text. */
    static Optional<String> of(byte[] head) throws IOException {
        String text = decoded(head);
        String said = NO_TEXT.matcher(text).replaceAll(" ").replaceAll(" +", " ").strip();
        if (!IS_PAGE.matcher(text).find()) {
            return said.isEmpty() ? Optional.empty() : Optional.of("it is XML without rows of data, which says '" + IssueLog.shown(said) + "'");
        }
        Matcher title = TITLE.matcher(text);
        String shown = title.find() && !title.group(1).isBlank() ? title.group(1).strip() : said;
        return Optional.of("it is a web page without a table" + (shown.isEmpty() ? "" : ", '" + IssueLog.shown(shown) + "'")
                + ", as sites give that refuse or want a browser first: fetch the file again, and look into it before giving it");
    }

    private static String decoded(byte[] head) throws IOException {
        StringWriter text = new StringWriter();
        try (Reader reader = TextEncoding.of(head).get(0).reader(new ByteArrayInputStream(head), new FallbackReader.Count())) {
            reader.transferTo(text);
        }
        return text.toString();
    }
}
