package dev.lodestone.model.assess;

import dev.lodestone.model.trade.Observations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;

/**
 * Rows of a data set sorted out by flow (reporter, commodity, period) and by source, both in the order in which they are met. Large data
 * sets are gone through in parts, each by a processor.
 */
final class RowsByFlow {

    /** Of a kind of rows that are left out. */
    static final int LEFT_OUT = -1;

    /** Fewer rows are not worth a processor. */
    private static final int LEAST_ROWS = 100_000;

    /** The rows of a flow that one source holds. */
    static final class Telling {

        private final int source;
        private int[] rows = new int[16];
        private int size;

        private Telling(int source) {
            this.source = source;
        }

        private void add(int row) {
            if (size == rows.length) {
                rows = Arrays.copyOf(rows, 2 * size);
            }
            rows[size++] = row;
        }

        private void addAll(Telling later) {
            rows = Arrays.copyOf(rows, size + later.size);
            System.arraycopy(later.rows, 0, rows, size, later.size);
            size += later.size;
        }

        /** Number of the source. */
        int source() {
            return source;
        }

        int size() {
            return size;
        }

        int row(int i) {
            return rows[i];
        }
    }

    private final Map<Long, Integer> numbers = new HashMap<>();
    private final List<Long> keys = new ArrayList<>();
    private final List<List<Telling>> flows = new ArrayList<>();
    private final Set<Integer> sources = new LinkedHashSet<>();

    private RowsByFlow() {}

    /**
     * Sorts.
     *
     * @param data the rows
     * @param wanted whether a commodity is wanted, by its number
     * @param sourceOfKind number of the source of a kind of rows; {@link #LEFT_OUT} where they are not wanted
     */
    static RowsByFlow of(Observations data, boolean[] wanted, int[] sourceOfKind) {
        int parts = Math.clamp(data.size() / LEAST_ROWS, 1, ForkJoinPool.getCommonPoolParallelism() + 1);
        return of(data, wanted, sourceOfKind, parts);
    }

    static RowsByFlow of(Observations data, boolean[] wanted, int[] sourceOfKind, int parts) {
        List<RowsByFlow> sorted = IntStream.range(0, parts)
                .parallel()
                .mapToObj(part -> {
                    RowsByFlow some = new RowsByFlow();
                    some.read(data, wanted, sourceOfKind, (int) ((long) data.size() * part / parts), (int) ((long) data.size() * (part + 1) / parts));
                    return some;
                })
                .toList();
        RowsByFlow all = sorted.getFirst();
        sorted.subList(1, parts).forEach(all::append);
        return all;
    }

    /** By flow: what each source tells. */
    List<List<Telling>> flows() {
        return flows;
    }

    /** Numbers of the sources, in the order in which they are met. */
    Set<Integer> sources() {
        return sources;
    }

    /** Files are mostly sorted by flow, so the last list is tried before the maps are asked. */
    private void read(Observations data, boolean[] wanted, int[] sourceOfKind, int from, int to) {
        long lastFlow = -1;
        List<Telling> flow = List.of();
        Telling telling = null;
        for (int row = from; row < to; row++) {
            int source = sourceOfKind[data.kind(row)];
            if (source == LEFT_OUT || !wanted[data.commodity(row)]) {
                continue;
            }
            long key = ((long) data.reporter(row) << 48) | ((long) data.commodity(row) << 24) | data.period(row);
            if (key != lastFlow) {
                flow = flowOf(key);
                lastFlow = key;
                telling = null;
            }
            if (telling == null || telling.source != source) {
                telling = tellingOf(flow, source);
            }
            telling.add(row);
        }
    }

    private List<Telling> flowOf(long key) {
        Integer known = numbers.putIfAbsent(key, flows.size());
        if (known != null) {
            return flows.get(known);
        }
        List<Telling> flow = new ArrayList<>(1);
        keys.add(key);
        flows.add(flow);
        return flow;
    }

    private Telling tellingOf(List<Telling> flow, int source) {
        for (Telling told : flow) {
            if (told.source == source) {
                return told;
            }
        }
        sources.add(source);
        Telling first = new Telling(source);
        flow.add(first);
        return first;
    }

    /** Adds the rows of the next part. */
    private void append(RowsByFlow later) {
        sources.addAll(later.sources);
        for (int i = 0; i < later.flows.size(); i++) {
            List<Telling> flow = flowOf(later.keys.get(i));
            if (flow.isEmpty()) {
                flow.addAll(later.flows.get(i));
            } else {
                later.flows.get(i).forEach(told -> tellingOf(flow, told.source).addAll(told));
            }
        }
    }
}
