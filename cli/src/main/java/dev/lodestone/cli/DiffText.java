package dev.lodestone.cli;

import dev.lodestone.model.measure.Measure;
import dev.lodestone.model.measure.Measures;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What changed between two editions, for a person and in their language: method first, then data, figures, commitments, verdicts. */
public final class DiffText {

    private static final int INDEX_DECIMALS = 3;
    private static final int FINEST = 5;
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
        if (diff.isOfTwoMaterials()) {
            line(words.say("diff.two-materials"));
        }
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
        commitments(diff);
        verdicts(diff);
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
        // Who was not assessed before, or no longer is, is told by the option: its figures are no news one by one.
        Set<String> come = diff.economiesNew();
        Set<String> gone = diff.economiesGone();
        boolean all = shown == Integer.MAX_VALUE;
        List<FigureChange> told = diff.figures().stream()
                .filter(f -> all || !come.contains(f.key().economy()) && !gone.contains(f.key().economy()) && !readsTheSame(f))
                .toList();
        told.stream().sorted(importance()).limit(shown).forEach(f -> {
            line("  " + told(f));
            boundedNow(f).ifPresent(why -> line("    " + reasons.apply(why)));
        });
        int more = diff.figures().size() - Math.min(shown, told.size());
        if (more > 0) {
            line("  " + words.say("diff.more", Term.count(more)));
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

    /** Whether it moved by less than the figures shown. */
    private boolean readsTheSame(FigureChange f) {
        return f.before().isPresent() && f.after().isPresent()
                && level(f.key(), f.before().get(), 0).equals(level(f.key(), f.after().get(), 0));
    }

    private String told(FigureChange f) {
        FigureKey k = f.key();
        int finer = 0;
        while (finer < FINEST && f.before().isPresent() && f.after().isPresent()
                && level(k, f.before().get(), finer).equals(level(k, f.after().get(), finer))) {
            finer++;
        }
        int decimals = finer;
        String basis = k.basis().isEmpty() ? "" : words.say("diff.basis", words.has("basis." + k.basis()) ? words.say("basis." + k.basis()) : k.basis());
        String name = String.join(" ", List.of(k.economy(), k.stage(), k.commodity(), k.period(), k.measure(), k.supplier(), basis))
                .replaceAll(" +", " ").strip();
        String change = words.say("diff.became", name, f.before().map(s -> level(k, s, decimals)).orElse(words.say("diff.not-told")),
                f.after().map(s -> level(k, s, decimals)).orElse(words.say("diff.not-told")));
        Optional<BigDecimal> difference = difference(f);
        boolean share = f.after().map(s -> isShare(k, s)).orElse(false);
        return share && decimals == 0 && difference.isPresent() ? change + " " + words.say("diff.points", Term.signedPoints(difference.get().doubleValue())) : change;
    }

    /** Why a figure that was exact, or an end of whose range was told, is known less well, or better, than it was. */
    private static Optional<String> boundedNow(FigureChange f) {
        boolean turned = f.before().isPresent() && !f.before().map(FigureState::status).equals(f.after().map(FigureState::status));
        return f.after().filter(s -> turned && s.isComputed()).map(FigureState::reason).filter(why -> !why.isEmpty());
    }

    private static boolean isShare(FigureKey key, FigureState s) {
        return s.unit().equals("1") && form(key) == Measure.Form.SHARE;
    }

    private static Measure.Form form(FigureKey key) {
        return Forms.OF_MEASURES.getOrDefault(key.measure(), Measure.Form.INDEX);
    }

    /** What the figures of each measure are; asked for where there is one to tell. */
    private static final class Forms {

        private static final Map<String, Measure.Form> OF_MEASURES = Measures.standard().stream().collect(Collectors.toMap(Measure::id, Measure::form));

        private Forms() {}
    }

    /** @param finer decimals more than a reader is usually told, where two figures would read the same */
    private String level(FigureKey key, FigureState s, int finer) {
        if (!s.isComputed()) {
            return words.say("diff.not-computable") + (s.reason().isEmpty() ? "" : " (" + reasons.apply(s.reason()) + ")");
        }
        if (s.value().isEmpty()) {
            return s.high().isEmpty() ? words.say("diff.at-least", number(key, s, s.low(), finer)) : words.say("diff.at-most", number(key, s, s.high(), finer));
        }
        String value = number(key, s, s.value(), finer);
        if (!s.status().equals("bounded") || s.low().isEmpty() && s.high().isEmpty()) {
            return value;
        }
        if (s.low().isEmpty() || s.high().isEmpty()) {
            return words.say("diff.bound", value, s.high().isEmpty()
                    ? words.say("diff.at-least", number(key, s, s.low(), finer))
                    : words.say("diff.at-most", number(key, s, s.high(), finer)));
        }
        return words.say("diff.bounds", value, number(key, s, s.low(), finer), number(key, s, s.high(), finer));
    }

    /** A figure of a table with its unit, as the reader writes numbers; what is no number as it stands. */
    private String number(FigureKey key, FigureState s, String text, int finer) {
        if (!text.matches(NUMBER)) {
            return text;
        }
        double value = Double.parseDouble(text);
        return switch (s.unit()) {
            case "1" -> switch (form(key)) {
                case SHARE -> finer == 0 ? words.percent(value) : words.percent(value, 1 + finer);
                case DIFFERENCE -> finer == 0 ? words.say("diff.difference", Term.signedPoints(value)) : words.percent(value, 1 + finer);
                case NUMBER -> words.figure(value, value == Math.rint(value) && finer == 0 ? 0 : 2 + finer);
                default -> words.figure(value, INDEX_DECIMALS + finer);
            };
            case "USD", "kg" -> words.figure(value, finer) + "\u00a0" + s.unit();
            default -> words.figure(value, 2 + finer) + "\u00a0" + s.unit();
        };
    }

    private void commitments(EditionDiff diff) {
        if (diff.commitments().isEmpty()) {
            return;
        }
        line(words.say("diff.commitments"));
        for (CommitmentChange c : diff.commitments()) {
            String named = c.id() + (title(c).isEmpty() ? "" : " " + title(c));
            String who = String.join("|", diff.partiesOf(c));
            line("  " + words.say("diff.commitment", word(c.kind()), named) + (who.isEmpty() ? "" : " " + words.say("diff.parties", words.parties(who))));
            String unit = c.row().getOrDefault("unit", "");
            String unitBefore = Optional.ofNullable(c.terms().get("unit")).map(EditionDiff.Pair::before).orElse(unit);
            c.plainTerms().forEach((term, pair) -> line("    " + words.say(
                    "diff.became", words.column(term), words.term(term, pair.before(), unitBefore), words.term(term, pair.after(), unit))));
            c.rewordings().forEach(term -> line("    "
                    + words.say("diff.became", words.column(term), quoted(c.terms().get(term).before()), quoted(c.terms().get(term).after()))));
        }
    }

    private String title(CommitmentChange c) {
        return words.instrument(c.id(), c.row().getOrDefault("instrument", ""));
    }

    /** Commitment by commitment, those with a verdict that turned first; beside what turned its cause, where it can be known. */
    private void verdicts(EditionDiff diff) {
        if (diff.verdicts().isEmpty()) {
            return;
        }
        line(words.say("diff.verdicts"));
        Map<String, List<VerdictChange>> byCommitment = new LinkedHashMap<>();
        diff.verdicts().stream().sorted(Comparator.comparing(v -> !v.turned())).forEach(v -> byCommitment.computeIfAbsent(v.key().id(), id -> new ArrayList<>()).add(v));
        byCommitment.forEach((id, changes) -> {
            line("  " + id);
            changes.forEach(v -> verdict(diff, v));
        });
    }

    private void verdict(EditionDiff diff, VerdictChange v) {
        String name = String.join(" ", List.of(v.key().party(), v.key().stage(), v.key().commodity())).strip();
        String unjudged = words.say("diff.not-judged");
        line("    " + words.say("diff.became", name, v.before().map(this::standing).orElse(unjudged), v.after().map(this::standing).orElse(unjudged)) + cause(diff, v));
        if (v.turned()) {
            v.after().map(VerdictState::reason).filter(why -> !why.isEmpty()).ifPresent(why -> line("      " + reasons.apply(why)));
        }
    }

    private String cause(EditionDiff diff, VerdictChange v) {
        SortedSet<EditionDiff.Cause> causes = diff.causesOf(v);
        return causes.isEmpty() ? "" : " " + words.say("diff.because", causes.stream()
                .map(c -> words.say("diff.because." + word(c, diff, v)))
                .collect(Collectors.joining(words.say("diff.because.or"))));
    }

    private static String word(EditionDiff.Cause cause, EditionDiff diff, VerdictChange v) {
        Kind kind = cause == EditionDiff.Cause.COMMITMENT ? diff.changeOf(v.key().id()).map(CommitmentChange::kind).orElse(Kind.CHANGED) : Kind.CHANGED;
        return cause == EditionDiff.Cause.FIGURE && v.lostItsFigure() ? "no-figure"
                : cause.name().toLowerCase(Locale.ROOT) + (kind == Kind.CHANGED ? "" : "-" + kind.name().toLowerCase(Locale.ROOT));
    }

    private String standing(VerdictState s) {
        String key = "verdict.is." + s.status();
        String status = words.has(key) ? words.say(key) : s.status();
        String unit = s.terms().getOrDefault("unit", "");
        String measured = s.measured().matches(NUMBER) ? words.amount(Double.parseDouble(s.measured()), unit) : s.measured();
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
