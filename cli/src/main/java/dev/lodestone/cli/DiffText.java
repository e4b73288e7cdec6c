package dev.lodestone.cli;

import dev.lodestone.model.text.Term;
import dev.lodestone.report.brief.Wording;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What changed between two editions, for a person and in their language: method first, then data, figures, commitments, verdicts. */
public final class DiffText {

    private static final int INDEX_DECIMALS = 3;
    private static final String NUMBER = "-?\\d{1,40}(\\.\\d{1,40})?";

    private final PrintWriter out;
    private final Wording words;
    private final UnaryOperator<String> reasons;
    private final int shown;

    /**
     * @param words the reader's language
     * @param reasons what that reader is told for a reason of the tables, which are in English
     * @param shown figures shown; the others are counted
     */
    public DiffText(PrintWriter out, Wording words, UnaryOperator<String> reasons, int shown) {
        this.out = out;
        this.words = words;
        this.reasons = reasons;
        this.shown = shown;
    }

    public void print(EditionDiff diff) {
        line(words.say("diff.title", diff.earlier(), diff.later()));
        if (diff.isEmpty()) {
            line(words.say("diff.none"));
        }
        diff.method().ifPresent(m -> line(words.say("diff.method", m.before(), m.after())));
        diff.options().forEach((name, p) -> line(words.say("diff.option", name, quoted(p.before()), quoted(p.after()))));
        inputs("diff.statistics", diff.inputs().stream().filter(i -> !i.register()).toList());
        inputs("diff.registers", diff.inputs().stream().filter(InputChange::register).toList());
        if (!diff.newPeriods().isEmpty()) {
            line(words.say("diff.periods"));
            diff.newPeriods().forEach((series, periods) ->
                    line("  " + words.say("diff.series", series.economy() + " " + series.stage(), runs(periods))));
        }
        figures(diff);
        commitments(diff.commitments());
        verdicts(diff.verdicts());
    }

    private void inputs(String title, List<InputChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        line(words.say(title));
        changes.forEach(c -> line("  " + word(c.kind()) + " " + c.file()));
    }

    private void figures(EditionDiff diff) {
        if (diff.figures().isEmpty()) {
            return;
        }
        long added = diff.figures().stream().filter(f -> f.kind() == Kind.ADDED).count();
        long removed = diff.figures().stream().filter(f -> f.kind() == Kind.REMOVED).count();
        String causes = diff.causes().stream().map(c -> words.say("diff.cause." + c)).collect(Collectors.joining(", "));
        line(words.say("diff.figures", Term.count(diff.revised().size()), Term.count(added), Term.count(removed))
                + (causes.isEmpty() ? "" : words.say("diff.causes", causes)));
        diff.figures().stream().sorted(importance()).limit(shown).forEach(f -> {
            line("  " + told(f));
            boundedNow(f).ifPresent(why -> line("    " + reasons.apply(why)));
        });
        if (diff.figures().size() > shown) {
            line("  " + words.say("diff.more", Term.count(diff.figures().size() - shown)));
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

    private String told(FigureChange f) {
        FigureKey k = f.key();
        String basis = k.basis().isEmpty() ? "" : words.say("diff.basis", words.has("basis." + k.basis()) ? words.say("basis." + k.basis()) : k.basis());
        String name = String.join(" ", List.of(k.economy(), k.stage(), k.commodity(), k.period(), k.measure(), k.supplier(), basis))
                .replaceAll(" +", " ").strip();
        String change = words.say("diff.became", name, f.before().map(s -> level(k, s)).orElse(words.say("diff.not-told")),
                f.after().map(s -> level(k, s)).orElse(words.say("diff.not-told")));
        Optional<BigDecimal> difference = difference(f);
        boolean share = f.after().map(s -> isShare(k, s)).orElse(false);
        return share && difference.isPresent() ? change + " " + words.say("diff.points", Term.signedPoints(difference.get().doubleValue())) : change;
    }

    /** Why a figure that was exact, or an end of whose range was told, is known less well, or better, than it was. */
    private static Optional<String> boundedNow(FigureChange f) {
        boolean turned = f.before().isPresent() && !f.before().map(FigureState::status).equals(f.after().map(FigureState::status));
        return f.after().filter(s -> turned && s.isComputed()).map(FigureState::reason).filter(why -> !why.isEmpty());
    }

    private static boolean isShare(FigureKey key, FigureState s) {
        return s.unit().equals("1") && key.measure().endsWith("share");
    }

    private String level(FigureKey key, FigureState s) {
        if (!s.isComputed()) {
            return words.say("diff.not-computable") + (s.reason().isEmpty() ? "" : " (" + reasons.apply(s.reason()) + ")");
        }
        if (s.value().isEmpty()) {
            return s.high().isEmpty() ? words.say("diff.at-least", number(key, s, s.low())) : words.say("diff.at-most", number(key, s, s.high()));
        }
        return s.status().equals("bounded")
                ? words.say("diff.bounds", number(key, s, s.value()), number(key, s, s.low()), number(key, s, s.high()))
                : number(key, s, s.value());
    }

    /** A figure of a table with its unit, as the reader writes numbers; what is no number as it stands. */
    private String number(FigureKey key, FigureState s, String text) {
        if (!text.matches(NUMBER)) {
            return text;
        }
        double value = Double.parseDouble(text);
        return switch (s.unit()) {
            case "1" -> isShare(key, s) ? words.percent(value) : words.figure(value, INDEX_DECIMALS);
            case "USD", "kg" -> words.figure(value, 0) + "\u00a0" + s.unit();
            default -> words.figure(value, 2) + "\u00a0" + s.unit();
        };
    }

    private void commitments(List<CommitmentChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        line(words.say("diff.commitments"));
        for (CommitmentChange c : changes) {
            line("  " + word(c.kind()) + " " + c.id());
            c.terms().forEach((term, p) -> line("    " + words.say("diff.became", words.say("changes.term." + term.replace('_', '-')),
                    quoted(p.before()), quoted(p.after()))));
        }
    }

    private void verdicts(List<VerdictChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        line(words.say("diff.verdicts"));
        changes.stream().sorted(Comparator.comparing(v -> !v.turned())).forEach(v -> {
            String name = String.join(" ", List.of(v.key().id(), v.key().party(), v.key().stage(), v.key().commodity())).strip();
            String unjudged = words.say("diff.not-judged");
            line("  " + words.say("diff.became", name, v.before().map(this::standing).orElse(unjudged), v.after().map(this::standing).orElse(unjudged)));
            if (v.turned()) {
                v.after().map(VerdictState::reason).filter(why -> !why.isEmpty()).ifPresent(why -> line("    " + reasons.apply(why)));
            }
        });
    }

    private String standing(VerdictState s) {
        String key = "verdict.is." + s.status();
        String status = words.has(key) ? words.say(key) : s.status();
        boolean share = s.terms().getOrDefault("unit", "").equals("1") && s.measured().matches(NUMBER);
        String measured = share ? words.percent(Double.parseDouble(s.measured())) : s.measured();
        return measured.isEmpty() ? status
                : s.period().isEmpty() ? words.say("diff.standing", status, measured)
                : words.say("diff.standing-in", status, measured, s.period());
    }

    private String word(Kind kind) {
        return words.say("diff." + kind.name().toLowerCase(Locale.ROOT));
    }

    private String quoted(String text) {
        return text.isEmpty() ? words.say("diff.nothing") : words.say("diff.quoted", text);
    }

    private void line(String text) {
        out.println(indentOf(text) + OneLine.of(text.strip()));
    }

    private static String indentOf(String text) {
        return text.substring(0, text.length() - text.stripLeading().length());
    }

    /** Years in order as runs, 2002–2024; what is no year stands by itself. */
    static String runs(Collection<String> periods) {
        List<String> told = new ArrayList<>();
        String first = "";
        String last = "";
        for (String period : periods) {
            boolean next = last.matches("\\d{4}") && period.matches("\\d{4}") && Integer.parseInt(period) == Integer.parseInt(last) + 1;
            if (!next) {
                tell(told, first, last);
                first = period;
            }
            last = period;
        }
        tell(told, first, last);
        return String.join(", ", told);
    }

    private static void tell(List<String> told, String first, String last) {
        if (!first.isEmpty()) {
            told.add(first.equals(last) ? first : first + "\u2013" + last);
        }
    }
}
