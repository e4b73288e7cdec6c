package dev.lodestone.cli;

import dev.lodestone.model.quality.FileReport;
import dev.lodestone.model.quality.Issue;
import dev.lodestone.model.quality.Loaded;
import dev.lodestone.model.quality.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A threshold on what was read, as {@code --fail-on} takes it: {@code set-aside>1%}, {@code not-recognised>0}, {@code kept<1000}. A
 * percentage is of the rows read, for {@code not-recognised} of the tables met.
 *
 * @param count what is counted
 * @param comparison when the rule is broken
 * @param limit the limit; a fraction when {@code relative}
 * @param relative whether the limit is a share
 * @param text the rule as the user wrote it
 */
public record FailOnRule(Count count, Comparison comparison, double limit, boolean relative, String text) {

    private static final Pattern FORM = Pattern.compile("\\s*([a-z-]+)\\s*(>=|<=|>|<)\\s*(\\d+(?:\\.\\d+)?)\\s*(%?)\\s*");

    /** What a rule counts. */
    public enum Count {
        READ, KEPT, OUT_OF_SCOPE, SET_ASIDE, NOT_RECOGNISED, ERRORS, WARNINGS;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether there is a whole that a percentage could be of. */
        boolean hasWhole() {
            return this != READ && this != ERRORS && this != WARNINGS;
        }

        static Optional<Count> find(String word) {
            String wanted = word.equals("not-recognized") ? "not-recognised" : word;
            return Arrays.stream(values()).filter(c -> c.word().equals(wanted)).findFirst();
        }
    }

    /** When a rule is broken. */
    public enum Comparison {
        ABOVE(">"), AT_LEAST(">="), BELOW("<"), AT_MOST("<=");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        boolean holds(double value, double limit) {
            return switch (this) {
                case ABOVE -> value > limit;
                case AT_LEAST -> value >= limit;
                case BELOW -> value < limit;
                case AT_MOST -> value <= limit;
            };
        }

        static Comparison of(String sign) {
            return Arrays.stream(values()).filter(c -> c.sign.equals(sign)).findFirst().orElseThrow();
        }
    }

    /**
     * Reads a rule.
     *
     * @throws IllegalArgumentException if it is none; the message says what is allowed
     */
    public static FailOnRule parse(String text) {
        Matcher m = FORM.matcher(text.toLowerCase(Locale.ROOT));
        Optional<Count> count = m.matches() ? Count.find(m.group(1)) : Optional.empty();
        if (count.isEmpty()) {
            throw new IllegalArgumentException("'" + text + "' is no rule: a count (" + String.join(", ", words())
                    + "), a sign (> >= < <=) and a number, with % for a share, such as 'set-aside>1%'"
                    + (m.matches() ? DidYouMean.hint(m.group(1), words()) : ""));
        }
        boolean relative = !m.group(4).isEmpty();
        if (relative && !count.get().hasWhole()) {
            throw new IllegalArgumentException("'" + text + "': " + count.get().word() + " takes a number, not a percentage");
        }
        double limit = Double.parseDouble(m.group(3)) / (relative ? 100 : 1);
        return new FailOnRule(count.get(), Comparison.of(m.group(2)), limit, relative, text.strip());
    }

    /** A sentence that says how the rule is broken; empty when it holds. */
    public Optional<String> verdictOn(Loaded<?> loaded) {
        long counted = countIn(loaded);
        long whole = count == Count.NOT_RECOGNISED ? loaded.files().size() : sum(loaded, Count.READ);
        double value = relative ? (whole == 0 ? 0 : (double) counted / whole) : counted;
        if (!comparison.holds(value, limit)) {
            return Optional.empty();
        }
        String noun = count == Count.NOT_RECOGNISED ? "tables" : "rows";
        String of = count.hasWhole() ? String.format(Locale.ROOT, " of %,d %s", whole, noun) : "";
        String share = relative ? String.format(Locale.ROOT, " (%.2f %%)", 100 * value) : "";
        return Optional.of(String.format(Locale.ROOT, "below the threshold %s: %s is %,d%s%s", text, count.word(), counted, of, share));
    }

    private long countIn(Loaded<?> loaded) {
        return switch (count) {
            case NOT_RECOGNISED -> loaded.files().stream().filter(f -> !f.isRecognised()).count();
            case ERRORS -> issues(loaded, Severity.ERROR);
            case WARNINGS -> issues(loaded, Severity.WARNING);
            default -> sum(loaded, count);
        };
    }

    private static long sum(Loaded<?> loaded, Count count) {
        long sum = 0;
        for (FileReport file : loaded.files()) {
            sum += switch (count) {
                case KEPT -> file.rowsKept();
                case OUT_OF_SCOPE -> file.rowsOutOfScope();
                case SET_ASIDE -> file.rowsSetAside();
                default -> file.rowsRead();
            };
        }
        return sum;
    }

    /** All issues of a severity, also those that are counted and not stored; each code has one severity. */
    private static long issues(Loaded<?> loaded, Severity severity) {
        Set<String> codes =
                loaded.issues().stream().filter(i -> i.severity() == severity).map(Issue::code).collect(Collectors.toSet());
        long stored = loaded.issues().stream().filter(i -> i.severity() == severity).count();
        long counted = 0;
        for (FileReport file : loaded.files()) {
            for (String code : codes) {
                counted += file.issueCounts().getOrDefault(code, 0L);
            }
        }
        return Math.max(stored, counted);
    }

    private static List<String> words() {
        return Arrays.stream(Count.values()).map(Count::word).toList();
    }

    @Override
    public String toString() {
        return text;
    }

    /** Lets picocli read rules. */
    public static final class Converter implements ITypeConverter<FailOnRule> {
        @Override
        public FailOnRule convert(String value) {
            try {
                return parse(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
