package dev.lodestone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lodestone.model.quality.DataSource;
import dev.lodestone.model.quality.FileReport;
import dev.lodestone.model.quality.Issue;
import dev.lodestone.model.quality.Loaded;
import dev.lodestone.model.quality.Severity;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailOnRuleTest {

    /** 200 rows in one table: 150 kept, 40 out of scope, 10 set aside (5 %); another table not recognised; 12 errors, 3 stored. */
    private static final Loaded<String> LOADED = new Loaded<>(
            "",
            List.of(issue("bad-number", Severity.ERROR), issue("bad-number", Severity.ERROR), issue("estimated", Severity.WARNING)),
            List.of(file("tidy", 200, 150, 40, 10, Map.of("bad-number", 12L, "estimated", 1L)), file("", 0, 0, 0, 0, Map.of())));

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "set-aside>5%            | holds",
        "set-aside>=5%           | below the threshold set-aside>=5%: set-aside is 10 of 200 rows (5.00 %)",
        "set-aside>4.9%          | below the threshold set-aside>4.9%: set-aside is 10 of 200 rows (5.00 %)",
        "set-aside>10            | holds",
        "set-aside>9             | below the threshold set-aside>9: set-aside is 10 of 200 rows",
        "not-recognised>0        | below the threshold not-recognised>0: not-recognised is 1 of 2 tables",
        "not-recognized>50%      | holds",
        "kept<151                | below the threshold kept<151: kept is 150 of 200 rows",
        "kept<=75%               | below the threshold kept<=75%: kept is 150 of 200 rows (75.00 %)",
        "out-of-scope>40         | holds",
        "read<1000               | below the threshold read<1000: read is 200",
        "errors>11               | below the threshold errors>11: errors is 12",
        "errors>12               | holds",
        "warnings>0              | below the threshold warnings>0: warnings is 1",
        "Set-Aside > 9           | below the threshold Set-Aside > 9: set-aside is 10 of 200 rows"
    })
    void judgesCountsAndShares(String rule, String verdict) {
        assertThat(FailOnRule.parse(rule).verdictOn(LOADED).orElse("holds")).isEqualTo(verdict);
    }

    @Test
    void aShareOfNothingIsZero() {
        Loaded<String> nothing = new Loaded<>("", List.of(), List.of());

        assertThat(FailOnRule.parse("set-aside>0%").verdictOn(nothing)).isEmpty();
        assertThat(FailOnRule.parse("kept<1%").verdictOn(nothing)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "set-aside", "set-aside>", "set-aside>x", "set-aside=1", "rows>1", "set-aside>1%%", ">1", "set-aside>-1"})
    void refusesWhatIsNoRuleAndSaysWhatIs(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FailOnRule.parse(text))
                .withMessage("'" + text + "' is no rule: a count (read, kept, out-of-scope, set-aside, not-recognised, errors, warnings), "
                        + "a sign (> >= < <=) and a number, with % for a share, such as 'set-aside>1%'");
    }

    @Test
    void refusesAPercentageOfWhatHasNoWhole() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FailOnRule.parse("errors>1%"))
                .withMessage("'errors>1%': errors takes a number, not a percentage");
    }

    private static FileReport file(String layout, long read, long kept, long outOfScope, long setAside, Map<String, Long> issues) {
        DataSource source = new DataSource("a.csv", "", "", "0".repeat(64), layout, "");
        return new FileReport(source, "", read, kept, outOfScope, setAside, List.of(), new TreeSet<>(), new TreeMap<>(issues));
    }

    private static Issue issue(String code, Severity severity) {
        return Issue.ofFile(code, severity, "a.csv", "", "something else", "");
    }
}
