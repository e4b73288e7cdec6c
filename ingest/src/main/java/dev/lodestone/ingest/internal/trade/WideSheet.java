package dev.lodestone.ingest.internal.trade;

import dev.lodestone.model.trade.ReferencePeriod;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The sound rows of one wide table.
 *
 * @param account its account
 * @param columns its columns of figures
 * @param open whether a period was not over when the file was made
 * @param toBeAsked whether its partners may be a selection of which it says nothing
 * @param rows its rows, added as they are read
 * @param ofSomeone rows set aside of which nothing but the partner could not be told
 * @param lastMonths by year, the last month whose column holds a figure above 0 in any row, wanted or not
 */
record WideSheet(
        TableAccount account,
        WideColumns columns,
        Predicate<ReferencePeriod> open,
        boolean toBeAsked,
        List<WideRow> rows,
        List<WideRow> ofSomeone,
        Map<Integer, Integer> lastMonths) {

    WideSheet(TableAccount account, WideColumns columns, Predicate<ReferencePeriod> open, boolean toBeAsked) {
        this(account, columns, open, toBeAsked, new ArrayList<>(), new ArrayList<>(), new HashMap<>());
    }
}
