package dev.lodestone.ingest.internal.trade;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The sound rows of one wide table.
 *
 * @param account its account
 * @param columns its columns of figures
 * @param rows its rows, added as they are read
 * @param lastMonths by year, the last month whose column holds a figure above 0 in any row, wanted or not
 */
record WideSheet(TableAccount account, WideColumns columns, List<WideRow> rows, Map<Integer, Integer> lastMonths) {

    WideSheet(TableAccount account, WideColumns columns) {
        this(account, columns, new ArrayList<>(), new HashMap<>());
    }
}
