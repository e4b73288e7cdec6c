package dev.lodestone.report.edition;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** A plain list of editions, for those who bring no page of their own. */
public final class PlainEditionIndex implements EditionIndex {

    private final String title;

    public PlainEditionIndex(String title) {
        this.title = title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    @Override
    public byte[] render(List<Edition> newestFirst) {
        StringBuilder page = new StringBuilder(1024)
                .append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
                .append(title)
                .append("</title>\n<style>body{font:1.1rem/1.5 system-ui,sans-serif;max-width:40rem;margin:3rem auto;padding:0 1rem;")
                .append("color:#1a1a1a;background:#fff}a{color:#0b4f7d}</style>\n</head>\n<body>\n<main>\n<h1>")
                .append(title)
                .append("</h1>\n<ul>\n");
        for (Edition edition : newestFirst) {
            String name = edition.name().toString();
            page.append("<li><a href=\"editions/").append(name).append("/index.html\">").append(edition.name().asOf());
            if (edition.name().revision() > 1) {
                page.append(", revision ").append(edition.name().revision());
            }
            page.append("</a></li>\n");
        }
        return page.append("</ul>\n</main>\n</body>\n</html>\n").toString().getBytes(StandardCharsets.UTF_8);
    }
}
