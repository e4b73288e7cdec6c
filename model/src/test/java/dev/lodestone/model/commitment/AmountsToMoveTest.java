package dev.lodestone.model.commitment;

import static dev.lodestone.model.testing.Rows.rows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.model.assess.AssessmentOptions;
import dev.lodestone.model.assess.Assessor;
import dev.lodestone.model.register.Commitment;
import dev.lodestone.model.testing.Commitments;
import dev.lodestone.model.testing.Rows;
import dev.lodestone.model.testing.TestRegisters;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/**
 * What would change a verdict changes it just then: the amount that the sentence tells is moved, and a thousand dollars less of it. Of 999 thousand dollars that are bought in all, thresholds are
 * parts of 999 so that every amount is a whole one, and printed in full.
 */
class AmountsToMoveTest {

    private static final int TOTAL = 999;
    private static final int SMALL = 20;
    private static final Pattern NUMBER = Pattern.compile("(?:about|least|much as) (\\d+) thousand dollars", Pattern.CASE_INSENSITIVE);

    @Property(tries = 100, seed = "20261123")
    void whatIsToBeBoughtElsewhereOrMayMoveThereFlipsTheVerdict(
            @ForAll @IntRange(min = 0, max = 999) int china, @ForAll @IntRange(min = 0, max = 999) int vietNam, @ForAll @IntRange(min = 0, max = 60) int hidden,
            @ForAll @IntRange(min = 100, max = 990) int ceiling, @ForAll boolean any) {
        Map<String, Integer> bought = new TreeMap<>();
        // Of a ceiling on any supplier the most is what it takes if all that is open is one's; a verdict asks that it may be each's.
        int unnamed = any ? 0 : hidden;
        bought.put("X99", unnamed);
        bought.put("CHN", Math.min(china, TOTAL - unnamed));
        bought.put("VNM", Math.min(vietNam, TOTAL - unnamed - bought.get("CHN")));
        bought.put("KOR", TOTAL - unnamed - bought.get("CHN") - bought.get("VNM"));
        Commitment c = Commitments.ceiling(ceiling / (double) TOTAL).supplier(any ? "ANY" : "CHN").due("2030-12-31").build();
        CommitmentResult before = judge(c, bought);
        Matcher told = NUMBER.matcher(before.whatWouldChange());
        if (!told.find()) {
            assertThat(before.status() == CommitmentStatus.INDETERMINATE || before.whatWouldChange().startsWith("It stands at the ceiling")).as(before.whatWouldChange()).isTrue();
            return;
        }
        int amount = Integer.parseInt(told.group(1));
        if (before.status() == CommitmentStatus.MET) {
            String to = before.supplier();
            assertThat(judge(c, added(bought, to, amount)).status()).isEqualTo(CommitmentStatus.MET);
            assertThat(judge(c, added(bought, to, amount + 1)).status()).isNotEqualTo(CommitmentStatus.MET);
            return;
        }
        int all = told.find() ? Integer.parseInt(told.group(1)) : amount;
        assertThat(judge(c, lowered(bought, any, ceiling, all)).status()).isEqualTo(CommitmentStatus.MET);
        assertThat(judge(c, lowered(bought, any, ceiling, all - 1)).status()).isNotEqualTo(CommitmentStatus.MET);
        assertThat(judge(c, lowered(bought, any, ceiling, amount)).status()).as("the least ends what is certain").isNotEqualTo(CommitmentStatus.OPEN);
        assertThat(judge(c, lowered(bought, any, ceiling, amount - 1)).status()).isEqualTo(CommitmentStatus.OPEN);
    }

    /** More for one, taken from the others that are named. */
    private static Map<String, Integer> added(Map<String, Integer> bought, String to, int amount) {
        Map<String, Integer> moved = new TreeMap<>(bought);
        moved.merge(to, amount, Integer::sum);
        int left = amount;
        for (String from : new String[] {"KOR", "VNM", "CHN"}) {
            int taken = from.equals(to) ? 0 : Math.min(left, moved.get(from));
            moved.merge(from, -taken, Integer::sum);
            left -= taken;
        }
        return moved;
    }

    /** Down to the ceiling for each that is above it, what is left from the first of them; given to suppliers too small to matter. */
    private static Map<String, Integer> lowered(Map<String, Integer> bought, boolean any, int ceiling, int amount) {
        Map<String, Integer> moved = new TreeMap<>(bought);
        int left = amount;
        String first = "";
        for (String from : any ? new String[] {"CHN", "VNM", "KOR"} : new String[] {"CHN"}) {
            int taken = Math.clamp(moved.get(from) - ceiling, 0, left);
            moved.merge(from, -taken, Integer::sum);
            left -= taken;
            first = first.isEmpty() && bought.get(from) > ceiling ? from : first;
        }
        moved.merge(first, -left, Integer::sum);
        for (int i = 0; i < SMALL; i++) {
            moved.put("Q" + (char) ('A' + i) + "A", amount / SMALL + (i < amount % SMALL ? 1 : 0));
        }
        return moved;
    }

    private static CommitmentResult judge(Commitment c, Map<String, Integer> bought) {
        Rows rows = rows().reporter("JPN");
        bought.forEach((from, thousands) -> rows.add(from, 1000L * thousands));
        return judge(c, rows);
    }

    private static CommitmentResult judge(Commitment c, Rows rows) {
        return new Assessor(TestRegisters.registers(c))
                .assess(rows.dataset(), AssessmentOptions.of(LocalDate.of(2026, 11, 21), TestRegisters.MATERIAL))
                .commitments().getFirst();
    }

    @Test
    void everySupplierAboveACeilingOnAnyCounts() {
        // 45 and 40 of 100 at a ceiling of 0.35: 10 from one and 5 from the other.
        Commitment c = Commitments.ceiling(0.35).supplier("ANY").due("2030-12-31").build();
        assertThat(judge(c, rows().reporter("JPN").add("CHN", 45).add("DEU", 40).add("VNM", 15)).whatWouldChange())
                .isEqualTo("Japan would have to buy about 15 dollars a year elsewhere than from China and Germany, at the level of 2024.");
    }

    @Test
    void whereTheTextNamesNoBasisBothAreTold() {
        // By value 70 of 100 at a ceiling of 0.5: 20; by weight 800 of 1000: 300.
        Commitment c = Commitments.ceiling(0.5).basis("").due("2030-12-31").build();
        assertThat(judge(c, rows().reporter("JPN").add("CHN", 70, 800).add("VNM", 30, 200)).whatWouldChange())
                .isEqualTo("Japan would have to buy about 20 dollars a year elsewhere than from China, at the level of 2024. "
                        + "By weight it would be about 300 kilograms elsewhere than from China.");
        assertThat(judge(c, rows().reporter("JPN").add("CHN", 50, 500).add("VNM", 50, 500)).status()).isEqualTo(CommitmentStatus.MET);
        assertThat(judge(c, rows().reporter("JPN").add("CHN", 50, 501).add("VNM", 50, 499)).status()).isEqualTo(CommitmentStatus.INDETERMINATE);
        assertThat(judge(c, rows().reporter("JPN").add("CHN", 30, 450).add("VNM", 70, 550)).whatWouldChange())
                .isEqualTo("About 20 dollars a year more of the same purchases moving to China would bring it to the ceiling, at the level of 2024. By weight it would be about 50 kilograms moving to China.");
    }

    @Test
    void whatIsTinyIsToldAsLessThanSomething() {
        // 51 of 100 at a ceiling of 0.5: 1 dollar. 49 of 100: 1 dollar the other way; by weight 499 of 1000 is 1 kg, 485 of 1000 is 15 kg.
        Commitment c = Commitments.ceiling(0.5).due("2030-12-31").build();
        assertThat(judge(c, rows().reporter("JPN").add("CHN", 51).add("VNM", 49)).whatWouldChange())
                .isEqualTo("Japan would have to buy less than 10 dollars a year elsewhere than from China, at the level of 2024.");
        assertThat(judge(c, rows().reporter("JPN").add("CHN", 60).add("VNM", 40)).whatWouldChange())
                .isEqualTo("Japan would have to buy about 10 dollars a year elsewhere than from China, at the level of 2024.");
        Commitment both = Commitments.ceiling(0.5).basis("").due("2030-12-31").build();
        assertThat(judge(both, rows().reporter("JPN").add("CHN", 49, 499).add("VNM", 51, 501)).whatWouldChange())
                .isEqualTo("Less than 10 dollars a year more of the same purchases moving to China would bring it to the ceiling, at the level of 2024. "
                        + "By weight it would be less than 10 kilograms moving to China.");
        assertThat(judge(both, rows().reporter("JPN").add("CHN", 40, 485).add("VNM", 60, 515)).whatWouldChange())
                .endsWith("By weight it would be about 15 kilograms moving to China.");
    }
}
