package dev.lodestone.cli;

import dev.lodestone.report.diff.EditionDiff;
import dev.lodestone.report.diff.EditionDiff.CommitmentChange;
import dev.lodestone.report.diff.EditionDiff.FigureChange;
import dev.lodestone.report.diff.EditionDiff.InputChange;
import dev.lodestone.report.diff.EditionDiff.Kind;
import dev.lodestone.report.diff.EditionDiff.VerdictChange;
import dev.lodestone.report.diff.FigureKey;
import dev.lodestone.report.diff.FigureState;
import dev.lodestone.report.diff.VerdictState;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What changed between two editions, for a person: method first, then data, figures, commitments, verdicts. */
public final class DiffText {

    private static final String NUMBER = "-?\\d{1,40}(\\.\\d{1,40})?";

    private final PrintWriter out;
    private final int shown;

    /**
     * @param shown figures shown; the others are counted
     */
    public DiffText(PrintWriter out, int shown) {
        this.out = out;
        this.shown = shown;
    }

    public void print(EditionDiff diff) {
        line("From edition " + diff.earlier() + " to " + diff.later());
        if (diff.isEmpty()) {
            line("No figure, no commitment and no verdict changed.");
        }
        diff.method().ifPresent(m -> line("Method: version " + m.before() + " became " + m.after() + "; docs/METHODS.md and CHANGELOG.md say what moves figures"));
        diff.options().forEach((name, p) -> line("Option " + name + ": " + quoted(p.before()) + " became " + quoted(p.after())));
        inputs("Statistics", diff.inputs().stream().filter(i -> !i.register()).toList());
        inputs("Registers", diff.inputs().stream().filter(InputChange::register).toList());
        if (!diff.newPeriods().isEmpty()) {
            line("New periods");
            diff.newPeriods().forEach((series, periods) -> line("  " + series.economy() + " " + series.stage() + ": " + String.join(", ", periods)));
        }
        figures(diff);
        commitments(diff.commitments());
        verdicts(diff.verdicts());
    }

    private void inputs(String title, List<InputChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        line(title);
        changes.forEach(c -> line("  " + word(c.kind()) + " " + c.file()));
    }

    private void figures(EditionDiff diff) {
        if (diff.figures().isEmpty()) {
            return;
        }
        long added = diff.figures().stream().filter(f -> f.kind() == Kind.ADDED).count();
        long removed = diff.figures().stream().filter(f -> f.kind() == Kind.REMOVED).count();
        line(String.format(Locale.ROOT, "Figures: %,d revised, %,d told for the first time, %,d no longer told%s",
                diff.revised().size(), added, removed, diff.causes().isEmpty() ? "" : "; what else changed: " + String.join(", ", diff.causes())));
        diff.figures().stream().sorted(importance()).limit(shown).forEach(f -> line("  " + told(f)));
        if (diff.figures().size() > shown) {
            line(String.format(Locale.ROOT, "  and %,d more; --all shows every one", diff.figures().size() - shown));
        }
    }

    /** Whole stages before lines, shares of suppliers before other measures, large moves before small ones. */
    private static Comparator<FigureChange> importance() {
        return Comparator.comparing((FigureChange f) -> !f.key().commodity().isEmpty())
                .thenComparing(f -> !f.key().measure().equals("supplier-share"))
                .thenComparing(f -> f.kind() != Kind.CHANGED)
                .thenComparing(f -> move(f).negate())
                .thenComparing(FigureChange::key);
    }

    private static BigDecimal move(FigureChange f) {
        boolean share = f.after().map(s -> s.unit().equals("1")).orElse(false);
        return share ? difference(f).map(BigDecimal::abs).orElse(BigDecimal.ZERO) : BigDecimal.ZERO;
    }

    private static Optional<BigDecimal> difference(FigureChange f) {
        String before = f.before().map(FigureState::value).orElse("");
        String after = f.after().map(FigureState::value).orElse("");
        // An edition may have been edited by hand: what is no number has no difference.
        return before.matches(NUMBER) && after.matches(NUMBER) ? Optional.of(new BigDecimal(after).subtract(new BigDecimal(before))) : Optional.empty();
    }

    private static String told(FigureChange f) {
        FigureKey k = f.key();
        String name = String.join(" ", List.of(k.economy(), k.stage(), k.commodity(), k.period(), k.measure(), k.supplier(), "by", k.basis()))
                .replaceAll(" +", " ");
        String change = f.before().map(DiffText::level).orElse("not told") + " became " + f.after().map(DiffText::level).orElse("not told");
        Optional<BigDecimal> difference = difference(f);
        boolean share = f.after().map(s -> s.unit().equals("1")).orElse(false) && k.measure().endsWith("share");
        String points = share && difference.isPresent()
                ? String.format(Locale.ROOT, " (%+.1f points)", 100 * difference.get().doubleValue())
                : "";
        return name + ": " + change + points;
    }

    private static String level(FigureState s) {
        if (!s.isComputed()) {
            return "not computable (" + s.reason() + ")";
        }
        String unit = s.unit().equals("1") ? "" : " " + s.unit();
        if (!s.value().isEmpty()) {
            return s.value() + unit + (s.status().equals("bounded") ? " (" + s.low() + " to " + s.high() + ")" : "");
        }
        return s.high().isEmpty() ? "at least " + s.low() + unit : "at most " + s.high() + unit;
    }

    private void commitments(List<CommitmentChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        line("Commitments");
        for (CommitmentChange c : changes) {
            line("  " + word(c.kind()) + " " + c.id());
            c.terms().forEach((term, p) -> line("    " + term + ": " + quoted(p.before()) + " became " + quoted(p.after())));
        }
    }

    private void verdicts(List<VerdictChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        line("Verdicts");
        changes.stream().sorted(Comparator.comparing(v -> !v.turned())).forEach(v -> {
            String name = String.join(" ", List.of(v.key().id(), v.key().party(), v.key().stage(), v.key().commodity())).strip();
            line("  " + name + ": " + v.before().map(DiffText::standing).orElse("not judged") + " became "
                    + v.after().map(DiffText::standing).orElse("not judged"));
            if (v.turned() && v.after().isPresent()) {
                line("    " + v.after().get().reason());
            }
        });
    }

    private static String standing(VerdictState s) {
        return s.status() + (s.measured().isEmpty() ? "" : " (" + s.measured() + (s.period().isEmpty() ? ")" : ", " + s.period() + ")"));
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String quoted(String text) {
        return text.isEmpty() ? "nothing" : "'" + text + "'";
    }

    private void line(String text) {
        out.println(indentOf(text) + OneLine.of(text.strip()));
    }

    private static String indentOf(String text) {
        return text.substring(0, text.length() - text.stripLeading().length());
    }
}
