package dev.lodestone.ingest.internal.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.model.trade.CommodityCode;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.ReferencePeriod;
import dev.lodestone.model.trade.TradeFlow;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlowSetTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 100, 3_000, 300_000})
    void knowsAgainWhateverWasAdded(int expected) {
        FlowSet flows = new FlowSet(expected);
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 3_000; i++) {
            assertThat(flows.add(random.nextLong())).isTrue();
        }
        SplittableRandom again = new SplittableRandom(7);
        for (int i = 0; i < 3_000; i++) {
            assertThat(flows.add(again.nextLong())).isFalse();
        }
    }

    @Test
    void growsAFullSegmentWithoutLosingAnything() {
        FlowSet flows = new FlowSet(0);
        for (long i = 1; i <= 5_000; i++) {
            assertThat(flows.add(i << 32)).isTrue();
        }
        for (long i = 1; i <= 5_000; i++) {
            assertThat(flows.add(i << 32)).isFalse();
        }
    }

    @Test
    void tellsAFlowFromItsMirror() {
        ReferencePeriod year = ReferencePeriod.ofYear(2024);
        Candidate.Key one = new Candidate.Key(
                Economy.of("USA"), Economy.of("CHN"), TradeFlow.IMPORT, "HS", CommodityCode.of("850511"), year);
        Candidate.Key mirror = new Candidate.Key(
                Economy.of("CHN"), Economy.of("USA"), TradeFlow.IMPORT, "HS", CommodityCode.of("850511"), year);

        assertThat(FlowSet.hash(one)).isNotEqualTo(FlowSet.hash(mirror));
    }
}
