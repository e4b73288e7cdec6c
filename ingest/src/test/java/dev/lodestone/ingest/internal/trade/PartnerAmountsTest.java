package dev.lodestone.ingest.internal.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.model.trade.Economy;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PartnerAmountsTest {

    @Test
    void addsUpByPartnerAsAMapDoes() {
        Random random = new Random(3);
        PartnerAmounts amounts = new PartnerAmounts();
        Map<Economy, Double> map = new TreeMap<>();
        for (int i = 0; i < 5000; i++) {
            Economy partner = Economy.of("" + (char) ('A' + random.nextInt(26)) + (char) ('A' + random.nextInt(26)) + random.nextInt(3));
            double amount = random.nextInt(1000);
            amounts.add(partner, amount);
            map.merge(partner, amount, Double::sum);
        }

        double largest = map.values().stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        assertThat(amounts.size()).isEqualTo(map.size());
        map.forEach((partner, amount) -> assertThat(amounts.of(partner)).isEqualTo(amount));
        assertThat(amounts.sum()).isEqualTo(map.values().stream().mapToDouble(Double::doubleValue).sum());
        assertThat(amounts.largest()).isEqualTo(largest);
        assertThat(amounts.atLeast(largest / 2))
                .containsExactlyElementsOf(map.entrySet().stream().filter(e -> e.getValue() >= largest / 2).map(Map.Entry::getKey).toList());
    }

    @Test
    void hasAPartnerWhoseAmountIsZeroAndNoneThatWasNotAdded() {
        PartnerAmounts amounts = new PartnerAmounts();
        amounts.add(Economy.of("CHN"), 0);
        PartnerAmounts others = new PartnerAmounts();
        others.add(Economy.of("JPN"), 5);

        assertThat(amounts.has(Economy.of("CHN"))).isTrue();
        assertThat(amounts.has(Economy.of("JPN"))).isFalse();
        assertThat(amounts.of(Economy.of("JPN"))).isZero();
        assertThat(amounts.atLeast(0)).containsExactly(Economy.of("CHN"));
        assertThat(amounts.sharesAPartnerWith(others)).isFalse();
        others.add(Economy.of("CHN"), 1);
        assertThat(amounts.sharesAPartnerWith(others)).isTrue();
    }
}
