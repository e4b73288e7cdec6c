package dev.lodestone.ingest.internal.trade;

import dev.lodestone.model.trade.Economy;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Amounts by partner, of which there are as many as rows: two arrays, where a map would make two objects of each. A partner stands at the
 * place of its hash, or at the next one that is free.
 */
final class PartnerAmounts {

    private Economy[] partners = new Economy[4];
    private double[] amounts = new double[4];
    private int size;

    int size() {
        return size;
    }

    void add(Economy partner, double amount) {
        int place = place(partner);
        if (partners[place] == null) {
            if (2 * (size + 1) > partners.length) {
                grow();
                place = place(partner);
            }
            partners[place] = partner;
            size++;
        }
        amounts[place] += amount;
    }

    private void grow() {
        Economy[] those = partners;
        double[] theirs = amounts;
        partners = new Economy[2 * those.length];
        amounts = new double[2 * those.length];
        for (int i = 0; i < those.length; i++) {
            if (those[i] != null) {
                int place = place(those[i]);
                partners[place] = those[i];
                amounts[place] = theirs[i];
            }
        }
    }

    private int place(Economy partner) {
        int hash = partner.hashCode() * 0x9E3779B9;
        int place = (hash ^ hash >>> 16) & partners.length - 1;
        while (partners[place] != null && !partners[place].equals(partner)) {
            place = place + 1 & partners.length - 1;
        }
        return place;
    }

    boolean has(Economy partner) {
        return partners[place(partner)] != null;
    }

    /** A partner's amount; 0 where it has none. */
    double of(Economy partner) {
        return amounts[place(partner)];
    }

    double sum() {
        return Arrays.stream(amounts).sum();
    }

    /** The largest amount; 0 where none is larger. */
    double largest() {
        double largest = 0;
        for (double amount : amounts) {
            largest = Math.max(largest, amount);
        }
        return largest;
    }

    /** Partners with no less than an amount, in order of their codes. */
    Stream<Economy> atLeast(double least) {
        return Arrays.stream(partners).filter(partner -> partner != null && of(partner) >= least).sorted();
    }

    boolean sharesAPartnerWith(PartnerAmounts other) {
        for (Economy partner : partners) {
            if (partner != null && other.has(partner)) {
                return true;
            }
        }
        return false;
    }
}
