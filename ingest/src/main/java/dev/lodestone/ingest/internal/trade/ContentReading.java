package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.internal.container.Content;
import dev.lodestone.ingest.internal.layout.Layout;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads one kind of content. */
interface ContentReading {

    /**
     * A table that was read.
     *
     * @param layout its layout
     * @param why how the layout was recognised
     * @param account its account
     * @param figures its figures and what they come to
     */
    record Table(Layout layout, String why, TableAccount account, Figured figures) {

        static Table read(Layout layout, String why, TableAccount account, List<Candidate> candidates) {
            return new Table(layout, why, account, new Figured(true, candidates, Optional.empty()));
        }

        static Table surveyed(Layout layout, String why, TableAccount account, TableSurvey survey) {
            return new Table(layout, why, account, new Figured(false, List.of(), Optional.of(survey)));
        }
    }

    /**
     * A table's figures.
     *
     * @param kept whether they were kept
     * @param candidates the figures; none where they were not kept
     * @param survey what they come to, where that was found as they were read
     */
    record Figured(boolean kept, List<Candidate> candidates, Optional<TableSurvey> survey) {}

    /**
     * What was found.
     *
     * @param tables tables read; none if no layout fits
     * @param why what was looked for and found, if no layout fits
     */
    record Outcome(List<Table> tables, String why) {

        static Outcome nothing(String why) {
            return new Outcome(List.of(), why);
        }
    }

    /**
     * Reads the content.
     *
     * @param account the account to use for its only table
     * @param begun told of each account as its table is begun
     */
    Outcome read(Content content, TableAccount account, Consumer<TableAccount> begun) throws IOException;
}
