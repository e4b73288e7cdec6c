package dev.lodestone.model.measure;

import static dev.lodestone.model.testing.Profiles.profile;
import static dev.lodestone.model.testing.Rows.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lodestone.model.testing.Rows;
import dev.lodestone.model.trade.Economy;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class HhiPartsTest {

    private static final double EXACT = 1e-15;

    @Test
    void supplierThatVanishesTakesItsSquareAwayAndOneThatAppearsAddsIts() {
        // Shares 0.5, 0.3, 0.2 and 0.6, 0.4: CHN 0.36 - 0.25, RUS 0 - 0.09, JPN 0 - 0.04, VNM 0.16 - 0.
        HhiParts parts = parts(rows().add("CHN", 50).add("RUS", 30).add("JPN", 20), rows().add("CHN", 60).add("VNM", 40));

        assertThat(parts.all()).extracting(Decomposition.Part::of).containsExactly("VNM", "CHN", "RUS", "JPN");
        assertThat(part(parts, "VNM")).isCloseTo(0.16, within(EXACT));
        assertThat(part(parts, "CHN")).isCloseTo(0.11, within(EXACT));
        assertThat(part(parts, "RUS")).isCloseTo(-0.09, within(EXACT));
        assertThat(part(parts, "JPN")).isCloseTo(-0.04, within(EXACT));
        assertThat(parts.of(Economy.of("USA"))).isEqualTo(OptionalDouble.empty());
        assertThat(parts.change()).isCloseTo(0.52 - 0.38, within(EXACT));
    }

    @Test
    void partnersWithoutANameAreOneSupplier() {
        // 0.1 and 0.1 without a name, then none: 0 - 0.2 squared, not twice 0.1 squared.
        HhiParts parts = parts(rows().add("CHN", 80).add("X98", 10).add("X99", 10), rows().add("CHN", 100));

        assertThat(part(parts, Economy.UNNAMED.code())).isCloseTo(-0.04, within(EXACT));
        assertThat(parts.all()).hasSize(2);
    }

    @Test
    void partsOfOneSizeAreInOrderOfTheirCodes() {
        HhiParts parts = parts(rows().add("ZAF", 50).add("BRA", 50), rows().add("MMR", 50).add("AUS", 50));

        assertThat(parts.largest(3)).extracting(Decomposition.Part::of).containsExactly("AUS", "BRA", "MMR");
        assertThat(parts.largest(0)).isEmpty();
    }

    @Property(seed = "20261123")
    void largestAreTheFirstOfAllSorted(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 1, max = 5) Integer> before,
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 1, max = 5) Integer> after,
            @ForAll @IntRange(max = 40) int shifted,
            @ForAll @IntRange(max = 130) int most) {
        HhiParts parts = parts(supplied(before, 0), supplied(after, shifted));

        List<Decomposition.Part> sorted = parts.all().stream()
                .sorted(Comparator.comparingDouble((Decomposition.Part p) -> -Math.abs(p.within())).thenComparing(Decomposition.Part::of))
                .toList();
        assertThat(parts.all()).isEqualTo(sorted);
        assertThat(parts.largest(most)).isEqualTo(sorted.subList(0, Math.min(most, sorted.size())));
        // By the index of each year, not by its parts.
        assertThat(parts.change()).isCloseTo(index(after) - index(before), within(1e-12));
        assertThat(sorted).hasSize(Math.max(before.size(), shifted + after.size()) - Math.max(0, shifted - before.size()));
    }

    @Test
    void holdsMoreSuppliersThanAShortCounts() {
        // Codes from A00 on, whatever stands for economies: all stay, so that nothing changes.
        Rows many = rows();
        IntStream.range(0, 33_000).mapToObj(HhiPartsTest::code).filter(code -> !Economy.of(code).isWorld()).forEach(code -> many.add(code, 1));
        SupplierProfile year = profile(many);

        HhiParts parts = HhiParts.of(year, year, Basis.VALUE);

        assertThat(year.supplierCount()).isGreaterThan(Short.MAX_VALUE);
        assertThat(parts.largest(1)).extracting(Decomposition.Part::total).containsExactly(0.0);
        assertThat(parts.of(year.supplier(year.supplierCount() - 1))).isEqualTo(OptionalDouble.of(0));
    }

    private static HhiParts parts(Rows before, Rows after) {
        return HhiParts.of(profile(before), profile(after), Basis.VALUE);
    }

    private static double part(HhiParts parts, String supplier) {
        return parts.of(Economy.of(supplier)).orElseThrow();
    }

    private static Rows supplied(List<Integer> amounts, int from) {
        Rows rows = rows();
        for (int i = 0; i < amounts.size(); i++) {
            rows.add(code(from + i), amounts.get(i));
        }
        return rows;
    }

    private static double index(List<Integer> amounts) {
        double total = amounts.stream().mapToInt(Integer::intValue).sum();
        return amounts.stream().mapToDouble(a -> a / total * (a / total)).sum();
    }

    /** Another code for each number: A00, A01 ... */
    private static String code(int number) {
        return Integer.toString(10 * 36 * 36 + number, 36).toUpperCase(Locale.ROOT);
    }
}
