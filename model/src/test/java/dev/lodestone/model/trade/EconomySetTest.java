package dev.lodestone.model.trade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class EconomySetTest {

    /** Every code that an economy may have: A0 to Z9, A00 to ZZZ. */
    private static final List<Economy> EVERY = every();

    private static List<Economy> every() {
        String signs = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        List<Economy> found = new ArrayList<>();
        for (char first = 'A'; first <= 'Z'; first++) {
            for (char second : signs.toCharArray()) {
                Economy.find("" + first + second).ifPresent(found::add);
                for (char third : signs.toCharArray()) {
                    found.add(Economy.of("" + first + second + third));
                }
            }
        }
        return found;
    }

    @Test
    void containsWhatItWasMadeOfAndNothingElse() {
        Set<Economy> some = Set.of(Economy.of("JPN"), Economy.of("G7"), Economy.of("X99"), Economy.of("ZZZ"), Economy.of("A00"));
        EconomySet set = EconomySet.copyOf(some);
        assertEquals(some, new HashSet<>(EVERY.stream().filter(set::contains).toList()));
        assertEquals(some, set);
        assertEquals(some.hashCode(), set.hashCode());
        assertFalse(set.contains("JPN"));
    }

    @Test
    void isInOrderOfCodesAndCannotBeChanged() {
        EconomySet set = EconomySet.copyOf(List.of(Economy.of("JPN"), Economy.of("DEU"), Economy.of("JPN")));
        assertEquals("[DEU, JPN]", set.toString());
        assertThrows(UnsupportedOperationException.class, () -> set.add(Economy.of("FRA")));
        assertThrows(UnsupportedOperationException.class, () -> set.remove(Economy.of("DEU")));
    }

    @Test
    void noTwoEconomiesAreOne() {
        assertEquals(26 * 10 + 26 * 36 * 36, EVERY.size());
        assertEquals(EVERY.size(), new HashSet<>(EVERY).size());
        assertEquals(EVERY.size(), EVERY.stream().map(Economy::number).distinct().count());
    }
}
