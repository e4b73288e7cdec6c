package dev.lodestone.ingest.internal.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowGroupsTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 33, 5_000, 100_000})
    void groupsAsAMapDoes(int rows) {
        SplittableRandom random = new SplittableRandom(11);
        long[] keys = IntStream.range(0, rows).mapToLong(row -> random.nextLong(-rows, rows) << 31).toArray();
        Map<Long, List<Integer>> expected = new LinkedHashMap<>();
        for (int row = 0; row < rows; row++) {
            expected.computeIfAbsent(keys[row], key -> new ArrayList<>()).add(row);
        }

        RowGroups groups = RowGroups.of(IntStream.range(0, rows).toArray(), row -> keys[row]);

        List<List<Integer>> found = new ArrayList<>();
        for (int group = 0; group < groups.size(); group++) {
            found.add(Arrays.stream(groups.rows(group)).boxed().toList());
            assertThat(groups.rowCount(group)).isEqualTo(found.get(group).size());
            assertThat(groups.first(group)).isEqualTo(found.get(group).get(0));
        }
        assertThat(found).isEqualTo(List.copyOf(expected.values()));
    }

    @Test
    void groupsOnlyTheRowsGiven() {
        RowGroups groups = RowGroups.of(new int[] {7, 3, 9}, row -> row == 7 || row == 9 ? -1 : 5);

        assertThat(groups.size()).isEqualTo(2);
        assertThat(groups.rows(0)).containsExactly(7, 9);
        assertThat(groups.rows(1)).containsExactly(3);
    }
}
