package dev.lodestone.model.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.model.testing.Rows;
import dev.lodestone.model.trade.Observations;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowsByFlowTest {

    /** A few flows of several files, whose rows are mixed up, some of a commodity or a file that nobody wants. */
    private static Observations mixedUp() {
        Random random = new Random(7);
        Rows rows = Rows.rows();
        for (int i = 0; i < 300; i++) {
            rows.from("file" + random.nextInt(4) + ".csv", "Office")
                    .reporter(List.of("AAA", "BBB", "CCC").get(random.nextInt(3)))
                    .commodity(List.of("850511", "284610", "999999").get(random.nextInt(3)))
                    .period("202" + random.nextInt(3))
                    .add("CHN", i, 1);
        }
        return Observations.copyOf(rows.list());
    }

    private static RowsByFlow sorted(Observations data, int parts) {
        boolean[] wanted = new boolean[data.commodities()];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = !data.commodityOf(i).digits().equals("999999");
        }
        int[] sourceOfKind = new int[data.kinds()];
        for (int i = 0; i < sourceOfKind.length; i++) {
            int file = data.kindOf(i).source().file().charAt("file".length()) - '0';
            sourceOfKind[i] = file == 3 ? RowsByFlow.LEFT_OUT : file;
        }
        return RowsByFlow.of(data, wanted, sourceOfKind, parts);
    }

    private static List<List<List<Integer>>> rows(RowsByFlow sorted) {
        List<List<List<Integer>>> flows = new ArrayList<>();
        for (List<RowsByFlow.Telling> tellings : sorted.flows()) {
            List<List<Integer>> flow = new ArrayList<>();
            for (RowsByFlow.Telling telling : tellings) {
                List<Integer> rows = new ArrayList<>(List.of(telling.source()));
                for (int i = 0; i < telling.size(); i++) {
                    rows.add(telling.row(i));
                }
                flow.add(rows);
            }
            flows.add(flow);
        }
        return flows;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7, 299, 400})
    void partsGiveTheFlowsSourcesAndRowsOfOnePassInItsOrder(int parts) {
        Observations data = mixedUp();
        RowsByFlow whole = sorted(data, 1);

        RowsByFlow inParts = sorted(data, parts);

        assertThat(rows(inParts)).isEqualTo(rows(whole));
        assertThat(new ArrayList<>(inParts.sources())).isEqualTo(new ArrayList<>(whole.sources()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5})
    void everyWantedRowIsInOneFlowOfItsOwnKind(int parts) {
        Observations data = mixedUp();

        List<Integer> found = new ArrayList<>();
        for (List<RowsByFlow.Telling> flow : sorted(data, parts).flows()) {
            int first = flow.getFirst().row(0);
            for (RowsByFlow.Telling telling : flow) {
                for (int i = 0; i < telling.size(); i++) {
                    int row = telling.row(i);
                    found.add(row);
                    assertThat(data.get(row).origin().source().file()).isEqualTo("file" + telling.source() + ".csv");
                    assertThat(data.get(row).reporter()).isEqualTo(data.get(first).reporter());
                    assertThat(data.get(row).commodity()).isEqualTo(data.get(first).commodity());
                    assertThat(data.get(row).period()).isEqualTo(data.get(first).period());
                }
            }
        }

        List<Integer> expected = new ArrayList<>();
        for (int row = 0; row < data.size(); row++) {
            boolean wanted = !data.get(row).commodity().digits().equals("999999")
                    && !data.get(row).origin().source().file().equals("file3.csv");
            if (wanted) {
                expected.add(row);
            }
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    }
}
