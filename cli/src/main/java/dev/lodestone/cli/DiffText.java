package dev.lodestone.cli;

import dev.lodestone.model.measure.Basis;
import dev.lodestone.model.measure.Measure;
import dev.lodestone.model.measure.Measures;
import dev.lodestone.model.text.Term;
import dev.lodestone.report.brief.ShareMove;
import dev.lodestone.report.brief.Wording;
import dev.lodestone.report.diff.EditionData;
import dev.lodestone.report.diff.EditionDiff;
import dev.lodestone.report.diff.EditionDiff.CommitmentChange;
import dev.lodestone.report.diff.EditionDiff.FigureChange;
import dev.lodestone.report.diff.EditionDiff.InputChange;
import dev.lodestone.report.diff.EditionDiff.Kind;
import dev.lodestone.report.diff.EditionDiff.Series;
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
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What changed between two editions, for a person and in their language: method first, then data, figures, commitments, verdicts. */
public final class DiffText {

    private static final int INDEX_DECIMALS = 3;
    private static final int FINEST = 5;

    /** Reasons named where a series lost whole periods; more say the same of other periods. */
    private static final int REASONS_TOLD = 2;

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

    /** @param later the later of the two editions compared */
    public void print(EditionDiff diff, EditionData later) {
        line(words.say("diff.title", diff.earlier(), diff.later()));
        if (diff.isOfTwoMaterials()) {
            line(words.say("diff.two-materials"));
        }
        if (diff.isEmpty()) {
            line(words.say("diff.none"));
        }
        diff.method().ifPresent(m -> line(words.say("diff.method", m.before(), m.after())));
        boolean otherEconomies = !diff.economiesNew().isEmpty() || !diff.economiesGone().isEmpty();
        diff.options().forEach((name, p) -> {
            if (!name.equals("ally") || !otherEconomies) {
                line(words.say("diff.option", name, quoted(p.before()), quoted(p.after())));
            }
        });
        economies("diff.economies-new", diff.economiesNew(), diff.newPeriods());
        economies("diff.economies-gone", diff.economiesGone(), diff.gonePeriods());
        inputs("diff.statistics", diff.inputs().stream().filter(i -> !i.register()).toList());
        inputs("diff.registers", diff.inputs().stream().filter(InputChange::register).toList());
        periods("diff.periods", diff, diff.newPeriods(), (series, periods) -> List.of(series(series, periods, later)));
        periods("diff.periods-gone", diff, diff.gonePeriods(), (series, periods) -> gone(series, periods, diff));
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

    /** Who is in one edition only, each in a line with the periods of its stages. */
    private void economies(String title, SortedSet<String> economies, SortedMap<Series, SortedSet<String>> periods) {
        if (economies.isEmpty()) {
            return;
        }
        line(words.say(title));
        for (String economy : economies) {
            String stages = periods.entrySet().stream()
                    .filter(e -> e.getKey().economy().equals(economy))
                    .map(e -> e.getKey().stage() + " " + runs(e.getValue()))
                    .collect(Collectors.joining(", "));
            line("  " + (stages.isEmpty() ? economy : words.say("diff.series", economy, stages)));
        }
    }

    private void periods(String title, EditionDiff diff, SortedMap<Series, SortedSet<String>> bySeries, BiFunction<Series, SortedSet<String>, List<String>> said) {
        List<String> lines = bySeries.entrySet().stream()
                .filter(e -> !diff.economiesNew().contains(e.getKey().economy()) && !diff.economiesGone().contains(e.getKey().economy()))
                .flatMap(e -> said.apply(e.getKey(), e.getValue()).stream())
                .toList();
        if (!lines.isEmpty()) {
            line(words.say(title));
            lines.forEach(text -> line("  " + text));
        }
    }

    /** New periods of a series, with the watched supplier's share in the last of them. */
    private String series(Series series, SortedSet<String> periods, EditionData later) {
        FigureKey key = new FigureKey(series.economy(), later.material(), series.stage(), "", periods.last(), "supplier-share",
                later.options().getOrDefault("watch", ""), Basis.VALUE.code());
        FigureState share = later.figures().get(key);
        if (share == null || !share.isComputed()) {
            return words.say("diff.series", name(series), runs(periods));
        }
        String what = String.join(" ", periods.size() == 1 ? "" : periods.last(), key.measure(), key.supplier(), basis(key)).strip();
        return words.say("diff.series-share", name(series), runs(periods), what, level(key, share, 0));
    }

    /** Periods of which a series tells nothing any more, with the reasons that it gives. */
    private List<String> gone(Series series, SortedSet<String> periods, EditionDiff diff) {
        Stream<String> why = diff.figures().stream()
                .filter(f -> new Series(f.key().economy(), f.key().stage()).equals(series) && periods.contains(f.key().period()))
                .flatMap(f -> f.after().stream())
                .map(FigureState::reason)
                .filter(reason -> !reason.isEmpty())
                .distinct()
                .limit(REASONS_TOLD)
                .map(reason -> "  " + reasons.apply(reason));
        return Stream.concat(Stream.of(words.say("diff.series", name(series), runs(periods))), why).toList();
    }

    private static String name(Series series) {
        return series.economy() + " " + series.stage();
    }

    private void figures(EditionDiff diff) {
        boolean all = shown == Integer.MAX_VALUE;
        // What one edition lacks altogether is told by economy and period: its figures are no news one by one.
        List<FigureChange> figures = diff.figures().stream().filter(f -> all || !diff.isOfWhatOneLacks(f)).toList();
        if (figures.isEmpty()) {
            return;
        }
        boolean others = !all && (figures.size() < diff.figures().size() || !diff.newPeriods().isEmpty());
        String causes = diff.causes().stream().map(c -> words.say("diff.cause." + c)).collect(Collectors.joining(", "));
        line(words.say(others ? "diff.figures-other" : "diff.figures", count(figures, Kind.CHANGED), count(figures, Kind.ADDED), count(figures, Kind.REMOVED))
                + (causes.isEmpty() ? "" : words.say("diff.causes", causes)));
        Map<FigureKey, FigureChange> byKey = figures.stream().collect(Collectors.toMap(FigureChange::key, f -> f));
        List<FigureChange> told = figures.stream().filter(f -> all || !readsTheSame(f) && !isAsItsStage(f, byKey)).toList();
        told.stream().sorted(importance()).limit(shown).forEach(f -> {
            line("  " + told(f));
            boundedNow(f).ifPresent(why -> line("    " + reasons.apply(why)));
        });
        int more = figures.size() - Math.min(shown, told.size());
        if (more > 0) {
            line("  " + words.say("diff.more", Term.count(more)));
        }
    }

    private static Term count(List<FigureChange> figures, Kind kind) {
        return Term.count(figures.stream().filter(f -> f.kind() == kind).count());
    }

    /** Whether it is of a line whose stage, having no other, changed likewise. */
    private static boolean isAsItsStage(FigureChange f, Map<FigureKey, FigureChange> byKey) {
        FigureKey k = f.key();
        FigureChange stage = byKey.get(new FigureKey(k.economy(), k.material(), k.stage(), "", k.period(), k.measure(), k.supplier(), k.basis()));
        return !k.commodity().isEmpty() && stage != null && tellsTheSame(f.before(), stage.before()) && tellsTheSame(f.after(), stage.after());
    }

    private static boolean tellsTheSame(Optional<FigureState> one, Optional<FigureState> other) {
        return one.isPresent() == other.isPresent() && one.map(s -> s.tellsTheSameAs(other.orElseThrow())).orElse(true);
    }

    /** Whole stages before lines, shares of suppliers before other measures, large moves before small ones. */
    private static Comparator<FigureChange> importance() {
        return Comparator.comparing((FigureChange f) -> !f.key().commodity().isEmpty())
                .thenComparing(f -> !f.key().measure().equals("supplier-share"))
                .thenComparing(f -> f.kind() != Kind.CHANGED)
                .thenComparing(f -> size(f).negate())
                .thenComparing(FigureChange::key);
    }

    private static BigDecimal size(FigureChange f) {
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
        Optional<ShareMove> move = finer == 0 ? move(f) : Optional.empty();
        int decimals = move.map(m -> m.decimals() - 1).orElse(finer);
        String name = String.join(" ", List.of(k.economy(), k.stage(), k.commodity(), k.period(), k.measure(), k.supplier(), basis(k)))
                .replaceAll(" +", " ").strip();
        String change = words.say("diff.became", name, f.before().map(s -> level(k, s, decimals)).orElse(words.say("diff.not-told")),
                f.after().map(s -> level(k, s, decimals)).orElse(words.say("diff.not-told")));
        return move.map(m -> change + " " + words.say("diff.points", Term.signedPoints(m.difference()))).orElse(change);
    }

    private String basis(FigureKey k) {
        return k.basis().isEmpty() ? "" : words.say("diff.basis", words.has("basis." + k.basis()) ? words.say("basis." + k.basis()) : k.basis());
    }

    /** Of a share that both editions tell, how it moved. */
    private static Optional<ShareMove> move(FigureChange f) {
        return f.after().map(s -> isShare(f.key(), s)).orElse(false) && difference(f).isPresent()
                ? Optional.of(new ShareMove(Double.parseDouble(f.before().orElseThrow().value()), Double.parseDouble(f.after().orElseThrow().value())))
                : Optional.empty();
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
