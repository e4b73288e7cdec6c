package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.internal.container.Content;
import dev.lodestone.ingest.internal.layout.Layout;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Reads one kind of content. */
interface ContentReading {

    /**
     * A table that was read.
     *
     * @param layout its layout
     * @param why how the layout was recognised
     * @param account its account
     * @param candidates its figures
     */
    record Table(Layout layout, String why, TableAccount account, List<Candidate> candidates) {}

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
