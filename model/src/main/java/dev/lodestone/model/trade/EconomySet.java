package dev.lodestone.model.trade;

import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;

/**
 * A group of economies that is asked for each supplier of each profile: {@link #contains} is a look into a table. Immutable, in order of
 * their codes.
 */
public final class EconomySet extends AbstractSet<Economy> {

    private final List<Economy> economies;
    private final long[] marks = new long[(Economy.NUMBERS + Long.SIZE - 1) / Long.SIZE];

    private EconomySet(Collection<Economy> economies) {
        this.economies = List.copyOf(new TreeSet<>(economies));
        for (Economy economy : this.economies) {
            marks[economy.number() / Long.SIZE] |= 1L << economy.number();
        }
    }

    public static EconomySet copyOf(Collection<Economy> economies) {
        return economies instanceof EconomySet set ? set : new EconomySet(economies);
    }

    @Override
    public boolean contains(Object other) {
        return other instanceof Economy economy && (marks[economy.number() / Long.SIZE] & 1L << economy.number()) != 0;
    }

    @Override
    public Iterator<Economy> iterator() {
        return economies.iterator();
    }

    @Override
    public int size() {
        return economies.size();
    }
}
