package dev.lodestone.report.view;

import java.util.List;

/**
 * What is said about a page rather than on it.
 *
 * @param author who publishes it
 * @param subject what it is about, in a sentence
 * @param keywords words to find it by
 * @param series running head, such as {@code Lodestone · Rare earths}
 * @param runningTitle short title for the other corner of the running head
 * @param edition running foot, such as {@code Edition of 21 November 2026 · data to 2024}
 */
public record PageMeta(String author, String subject, List<String> keywords, String series, String runningTitle, String edition) {

    public PageMeta {
        author = Checks.text(author, "author");
        subject = Checks.text(subject, "subject");
        keywords = Checks.list(keywords, "keywords").stream().map(k -> Checks.text(k, "keyword")).toList();
        series = Checks.text(series, "series");
        runningTitle = Checks.text(runningTitle, "runningTitle");
        edition = Checks.text(edition, "edition");
    }
}
