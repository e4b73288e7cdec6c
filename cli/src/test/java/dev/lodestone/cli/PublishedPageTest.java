package dev.lodestone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishedPageTest {

    @Test
    void findsNothingWrongWithASoundPage() throws Exception {
        assertThat(troubles("<h2 id=\"a\">x</h2><p><a href=\"#a\">y</a> <a href=\"there.html#b\">z</a>"
                        + " <a href=\"https://example.org/\">source</a></p>"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "<p id=\"a\"></p><p id=\"a\"></p>                      | the id 'a' is taken twice",
        "<h3>x</h3>                                            | heading 2 of level 3 follows level 1",
        "<h1>x</h1>                                            | headings do not begin with the only one of level 1: [1, 1]",
        "<img src=\"https://example.org/x.png\" alt=\"\">      | <img src=\"https://example.org/x.png\"> loads another file",
        "<script src=\"x.js\"></script>                        | <script src=\"x.js\"> loads another file",
        "<p style=\"background:url(//example.org/x)\">x</p>    | a style of <p> loads another file",
        "<p><a href=\"#nowhere\">x</a></p>                     | a link leads to #nowhere, which is not there",
        "<p><a href=\"missing.html#a\">x</a></p>               | a link leads to missing.html#a, which is not published",
        "<p aria-labelledby=\"b\">x</p>                        | aria-labelledby names 'b', which is not there",
        "<p>of ${economy.name}</p>                             | '${' stands in 'of ${economy.name}'",
        "<p title=\"NaN %\">x</p>                              | 'NaN' stands in 'NaN %'",
    })
    void tellsWhatIsWrong(String body, String trouble) throws Exception {
        assertThat(troubles(body)).contains(trouble);
    }

    @Test
    void tellsWhatTheParserFindsWithItsLine() throws Exception {
        assertThat(troubles("\n<table><p>x</table>")).anyMatch(trouble -> trouble.startsWith("line 2: "));
    }

    private static List<String> troubles(String body) throws Exception {
        String page = "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>t</title></head><body><h1>t</h1>" + body + "</body></html>";
        return PublishedPage.troubles(page.getBytes(StandardCharsets.UTF_8), "there.html"::equals);
    }
}
