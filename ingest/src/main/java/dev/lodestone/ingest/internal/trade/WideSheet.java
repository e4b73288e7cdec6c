package dev.lodestone.ingest.internal.trade;

import java.util.ArrayList;
import java.util.List;

/**
 * The sound rows of one wide table.
 *
 * @param account its account
 * @param columns its columns of figures
 * @param rows its rows, added as they are read
 */
record WideSheet(TableAccount account, WideColumns columns, List<WideRow> rows) {

    WideSheet(TableAccount account, WideColumns columns) {
        this(account, columns, new ArrayList<>());
    }
}
