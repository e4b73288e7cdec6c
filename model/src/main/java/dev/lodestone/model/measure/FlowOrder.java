package dev.lodestone.model.measure;

import java.util.Arrays;

/** The order of a profile's suppliers: named before unnamed, largest value first, ties by code. */
final class FlowOrder {

    private FlowOrder() {}

    /**
     * Numbers of the flows in order. Sorted as whole numbers that begin with the digits of the value and end with the flow's number, which
     * is far quicker than by comparing objects; among those alike but for the digits cut off, a last pass decides.
     */
    static int[] of(Flows flows) {
        int size = flows.size();
        long[] keys = new long[size];
        int bits = 64 - Long.numberOfLeadingZeros(size);
        long low = (1L << bits) - 1;
        for (int i = 0; i < size; i++) {
            long value = Double.doubleToLongBits(flows.value(i));
            long ascending = value ^ ((value >> 63) & Long.MAX_VALUE);
            keys[i] = (~ascending & ~low) | i;
        }
        Arrays.sort(keys);
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            int flow = (int) (keys[i] & low);
            int at = i;
            while (at > 0 && (keys[at - 1] | low) == (keys[i] | low) && compare(flows, flow, order[at - 1]) < 0) {
                order[at] = order[at - 1];
                at--;
            }
            order[at] = flow;
        }
        return flows.namesAll() ? order : namedFirst(flows, order);
    }

    private static int[] namedFirst(Flows flows, int[] order) {
        int[] parted = new int[order.length];
        int at = 0;
        for (int flow : order) {
            if (!flows.supplier(flow).isUnnamed()) {
                parted[at++] = flow;
            }
        }
        if (at < order.length) {
            for (int flow : order) {
                if (flows.supplier(flow).isUnnamed()) {
                    parted[at++] = flow;
                }
            }
        }
        return parted;
    }

    private static int compare(Flows flows, int a, int b) {
        int byValue = Double.compare(flows.value(b), flows.value(a));
        return byValue != 0 ? byValue : flows.supplier(a).compareTo(flows.supplier(b));
    }
}
