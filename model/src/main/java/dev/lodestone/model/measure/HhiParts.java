package dev.lodestone.model.measure;

import dev.lodestone.model.trade.Economy;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** What each supplier gave to the change of an index between two years, in columns: asked for every profile of a long assessment. */
final class HhiParts {

    private final Economy[] suppliers;
    private final double[] parts;
    private int size;

    private HhiParts(int most) {
        this.suppliers = new Economy[most];
        this.parts = new double[most];
    }

    /** Of two profiles that can be compared. */
    static HhiParts of(SupplierProfile before, SupplierProfile after, Basis basis) {
        double from = before.total(basis);
        double to = after.total(basis);
        HhiParts found = new HhiParts(before.supplierCount() + after.supplierCount() + 1);
        Ranks earlier = new Ranks(before);
        boolean[] stayed = new boolean[before.supplierCount()];
        for (int rank = 0; rank < after.supplierCount(); rank++) {
            Economy supplier = after.supplier(rank);
            int then = earlier.of(supplier);
            if (then >= 0) {
                stayed[then] = true;
            }
            found.add(supplier, then < 0 ? 0 : before.amount(then, basis) / from, after.amount(rank, basis) / to);
        }
        for (int rank = 0; rank < stayed.length; rank++) {
            if (!stayed[rank]) {
                found.add(before.supplier(rank), before.amount(rank, basis) / from, 0);
            }
        }
        if (before.unnamed(basis) > 0 || after.unnamed(basis) > 0) {
            found.add(Economy.UNNAMED, Math.max(0, before.unnamed(basis)) / from, Math.max(0, after.unnamed(basis)) / to);
        }
        return found;
    }

    private void add(Economy supplier, double before, double after) {
        suppliers[size] = supplier;
        parts[size++] = (after - before) * (after + before);
    }

    /** The whole change. */
    double change() {
        ExactSum sum = new ExactSum();
        for (int i = 0; i < size; i++) {
            sum.add(parts[i]);
        }
        return sum.value();
    }

    /** Every supplier's part, largest first. */
    List<Decomposition.Part> all() {
        return largest(size);
    }

    /** The largest parts, those of one size by code. */
    List<Decomposition.Part> largest(int most) {
        int[] order = new int[Math.min(most, size)];
        int count = 0;
        for (int i = 0; i < size; i++) {
            int at = count;
            while (at > 0 && isLarger(i, order[at - 1])) {
                at--;
            }
            if (at < order.length) {
                count = Math.min(count + 1, order.length);
                System.arraycopy(order, at, order, at + 1, count - at - 1);
                order[at] = i;
            }
        }
        List<Decomposition.Part> list = new ArrayList<>(count);
        for (int i : order) {
            list.add(new Decomposition.Part(suppliers[i].code(), parts[i], 0));
        }
        return list;
    }

    private boolean isLarger(int one, int other) {
        int order = Double.compare(Math.abs(parts[one]), Math.abs(parts[other]));
        return order == 0 ? suppliers[one].compareTo(suppliers[other]) < 0 : order > 0;
    }

    /** A supplier's part, where it has one. */
    OptionalDouble of(Economy supplier) {
        for (int i = 0; i < size; i++) {
            if (suppliers[i].equals(supplier)) {
                return OptionalDouble.of(parts[i]);
            }
        }
        return OptionalDouble.empty();
    }

    /**
     * Ranks of a profile's suppliers, to be looked up many times: by their hash, the next free place where it is taken. A place holds the
     * rank and one, 0 where it is free; a char holds the number of every economy there can be.
     */
    private static final class Ranks {

        private final SupplierProfile profile;
        private final char[] places;

        Ranks(SupplierProfile profile) {
            this.profile = profile;
            this.places = new char[4 * Integer.highestOneBit(Math.max(1, profile.supplierCount()))];
            for (int rank = 0; rank < profile.supplierCount(); rank++) {
                int place = place(profile.supplier(rank));
                while (places[place] != 0) {
                    place = place + 1 & places.length - 1;
                }
                places[place] = (char) (rank + 1);
            }
        }

        private int place(Economy supplier) {
            int hash = supplier.hashCode() * 0x9E3779B9;
            return (hash ^ hash >>> 16) & places.length - 1;
        }

        int of(Economy supplier) {
            for (int place = place(supplier); places[place] != 0; place = place + 1 & places.length - 1) {
                int rank = places[place] - 1;
                if (profile.supplier(rank).equals(supplier)) {
                    return rank;
                }
            }
            return -1;
        }
    }
}
