package dev.lodestone.model.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RankColumnTest {

    @ParameterizedTest
    @CsvSource({"1, 1", "63, 0.5", "64, 0.5", "65, 1", "128, 0.02", "250, 0.02", "250, 1", "1000, 0.3"})
    void givesEachRankTheAmountThatItWasMadeOf(int size, double filled) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(size);
        double[] dense = new double[size];
        double sum = 0;
        for (int rank = 0; rank < size; rank++) {
            dense[rank] = random.nextDouble() < filled ? random.nextInt(-5, 1000) : 0;
            sum += dense[rank];
        }
        RankColumn column = RankColumn.of(size, rank -> dense[rank]);
        for (int rank = 0; rank < size; rank++) {
            assertEquals(dense[rank], column.at(rank), "rank " + rank);
        }
        ExactSum exact = new ExactSum();
        column.addTo(exact);
        assertEquals(sum, column.sum());
        assertEquals(sum, exact.value());
    }

    @Test
    void keepsNothingWhereEveryAmountIsZero() {
        assertSame(RankColumn.NONE, RankColumn.of(250, rank -> -0.0));
        assertEquals(0, RankColumn.NONE.at(249));
    }
}
