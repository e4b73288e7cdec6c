package dev.lodestone.model.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.model.text.Statement;
import org.junit.jupiter.api.Test;

class TrendReadingTest {

    private static final Outcome RISES = Outcome.within(0.01, 0.16, 0.32, Statement.NONE);
    private static final Outcome FALLS = Outcome.within(-0.08, -0.05, -0.01, Statement.NONE);
    private static final Outcome EITHER_WAY = Outcome.within(-0.04, 0.16, 0.31, Statement.NONE);

    @Test
    void aTrendIsSeenWhereTestAndIntervalAgree() {
        assertThat(TrendReading.of(RISES, Outcome.of(0.019))).isEqualTo(TrendReading.SEEN);
        assertThat(TrendReading.of(FALLS, Outcome.of(0.019))).isEqualTo(TrendReading.SEEN);
    }

    @Test
    void itIsOpenWhereTheIntervalHoldsZero() {
        assertThat(TrendReading.of(EITHER_WAY, Outcome.of(0.019))).isEqualTo(TrendReading.OPEN);
    }

    @Test
    void itIsUnseenFromOneInTwentyOnOrWhereBoundsLeaveThatOpen() {
        assertThat(TrendReading.of(RISES, Outcome.of(0.05))).isEqualTo(TrendReading.UNSEEN);
        assertThat(TrendReading.of(RISES, Outcome.within(0.01, 0.02, 0.06, Statement.NONE))).isEqualTo(TrendReading.UNSEEN);
    }
}
