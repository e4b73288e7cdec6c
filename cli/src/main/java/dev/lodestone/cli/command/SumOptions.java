package dev.lodestone.cli.command;

import dev.lodestone.cli.UsageException;
import dev.lodestone.model.assess.Assessment;
import dev.lodestone.model.assess.Sums;
import dev.lodestone.model.trade.CommodityCode;
import dev.lodestone.model.trade.ReferencePeriod;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** Options of a command that can add up several years or codes. */
final class SumOptions {

    private static final Pattern YEARS = Pattern.compile("(\\d{4})(?:(?:\\.\\.|-)(\\d{4}))?");
    private static final int MOST = 100;

    @Option(
            names = "--codes",
            paramLabel = "CODE",
            arity = "1..*",
            split = ",",
            description = "Instead of stages: imports under these codes of the register added up, such as 280530,2846, and under each alone.")
    private List<String> codes = List.of();

    @Option(
            names = "--years",
            paramLabel = "FIRST..LAST",
            description = "Instead of single years: these years added up, such as 2020..2023. A year that is not on record makes the sum not computable.")
    private String years;

    boolean areGiven() {
        return !codes.isEmpty() || years != null;
    }

    boolean haveCodes() {
        return !codes.isEmpty();
    }

    /** The years; absent where none were given. */
    Optional<ReferencePeriod> years() {
        if (years == null) {
            return Optional.empty();
        }
        Matcher m = YEARS.matcher(years.strip());
        if (m.matches()) {
            int first = Integer.parseInt(m.group(1));
            int last = m.group(2) == null ? first : Integer.parseInt(m.group(2));
            if (first >= 1900 && last <= 2199 && last >= first && last - first < MOST) {
                return Optional.of(ReferencePeriod.ofYears(first, last));
            }
        }
        throw new UsageException("'" + years + "' is no run of years: --years takes the first and the last, such as 2020..2023");
    }

    /** The sums asked for, in place of an assessment's single years and stages; the assessment itself where none were. */
    Assessment of(Assessment assessment) {
        if (!areGiven()) {
            return assessment;
        }
        List<CommodityCode> parsed = codes.stream().filter(code -> !code.isBlank()).map(SumOptions::code).toList();
        if (haveCodes() && parsed.isEmpty()) {
            throw new UsageException("which codes? --codes takes customs codes of the register, such as 280530,2846");
        }
        try {
            return Sums.of(assessment, parsed, years());
        } catch (IllegalArgumentException e) {
            throw new UsageException("--codes: " + e.getMessage());
        }
    }

    private static CommodityCode code(String typed) {
        return CommodityCode.parse(typed).orElseThrow(() -> new UsageException(
                "--codes: '" + typed + "' is no customs code: 2 to 12 digits, such as 2846 or 2846.90"));
    }
}
