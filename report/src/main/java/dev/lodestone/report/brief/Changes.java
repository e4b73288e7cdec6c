package dev.lodestone.report.brief;

import dev.lodestone.model.measure.Basis;
import dev.lodestone.model.measure.Indicator;
import dev.lodestone.model.register.StageEntry;
import dev.lodestone.model.text.Term;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.ReferencePeriod;
import dev.lodestone.report.OutputFormat;
import dev.lodestone.report.diff.EditionDiff;
import dev.lodestone.report.diff.EditionDiff.FigureChange;
import dev.lodestone.report.diff.EditionDiff.InputChange;
import dev.lodestone.report.diff.EditionDiff.Kind;
import dev.lodestone.report.diff.FigureState;
import dev.lodestone.report.edition.EditionName;
import dev.lodestone.report.view.Block;
import dev.lodestone.report.view.BulletList;
import dev.lodestone.report.view.Paragraph;
import dev.lodestone.report.view.Section;
import dev.lodestone.report.view.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The section on what changed since an earlier edition: new periods, revised shares, rewritten promises, turned verdicts. */
final class Changes {

    /** Revised shares that are told one by one; the rest is counted. */
    private static final int SHARES_TOLD = 6;

    /** Shares that can no longer be told and are named one by one. */
    private static final int SHARES_GONE = 3;

    /** Periods named one by one; of more the first and the last. */
    private static final int PERIODS_TOLD = 3;

    private static final String SHARE = "\\d(\\.\\d{1,20})?";

    private final Desk desk;

    Changes(Desk desk) {
        this.desk = desk;
    }

    /** For the front page; empty without an earlier edition. */
    Optional<Section> ofAll() {
        return desk.facts.changes().map(diff -> section(diff, code -> true, code -> true, true));
    }

    /**
     * For several economies, those of a meeting.
     *
     * @param economies codes of the economies
     * @param codes codes under which they promise
     */
    Optional<Section> ofSome(Set<String> economies, Set<String> codes) {
        return desk.facts.changes().map(diff -> section(diff, economies::contains, codes::contains, false));
    }

    /**
     * For one economy.
     *
     * @param codes codes under which it promises: its own and those of its groups
     */
    Optional<Section> of(Economy economy, Set<String> codes) {
        return desk.facts.changes().map(diff -> section(diff, economy.code()::equals, codes::contains, false));
    }

    /** Causes stand before what they bring about: method, files and figures, then each commitment with its verdicts. */
    private Section section(EditionDiff diff, Predicate<String> economy, Predicate<String> party, boolean withFiles) {
        String since = EditionName.parse(diff.earlier()).map(name -> desk.numbers.date(name.asOf())).orElse(diff.earlier());
        List<Text> items = new ArrayList<>();
        if (diff.isOfTwoMaterials()) {
            items.add(Text.of(desk.say("changes.two-materials")));
            return new Section("changes", desk.say("changes.title", since), List.of(new BulletList(items)));
        }
        diff.method().ifPresent(m -> items.add(Text.of(desk.say("changes.method", m.before(), m.after()))));
        diff.option("watch").ifPresent(p -> items.add(Text.of(desk.say("changes.watch", named(p.after()), named(p.before())))));
        diff.option("with-special-regions").ifPresent(p -> items.add(Text.of(desk.say("changes.special-regions." + p.after().equals("true")))));
        if (withFiles) {
            economies(diff.economiesNew(), "changes.economies-new", items);
            economies(diff.economiesGone(), "changes.economies-gone", items);
        }
        if (withFiles && !diff.inputs().isEmpty()) {
            items.add(Text.of(desk.say("changes.files", count(diff, Kind.ADDED), count(diff, Kind.CHANGED), count(diff, Kind.REMOVED))));
        }
        // Who is new in the edition, or no longer in it, is told in a sentence, not figure by figure.
        Predicate<String> both = code -> economy.test(code) && !diff.economiesNew().contains(code) && !diff.economiesGone().contains(code);
        periods(diff, both, items);
        List<FigureChange> own = diff.figures().stream().filter(f -> both.test(f.key().economy())).toList();
        List<FigureChange> told = told(own);
        told.forEach(f -> items.add(Text.of(revised(f))));
        List<FigureChange> gone = gone(own);
        gone.forEach(f -> items.add(desk.text(withdrawn(f))));
        withoutFigures(diff, both, gone, items);
        long others = own.stream().filter(f -> !told.contains(f) && !gone.contains(f) && !diff.isOfWhatOneLacks(f)).count();
        if (others > 0) {
            String key = desk.formats.contains(OutputFormat.XLSX) ? "changes.more-figures" : "changes.more-figures-csv";
            items.add(Text.of(desk.say(key, Term.count(others))));
        }
        new ChangedCommitments(desk, diff, code -> party.test(code) && !diff.economiesNew().contains(code) && !diff.economiesGone().contains(code)).tell(items);
        Block said = items.isEmpty() ? Paragraph.of(desk.say("changes.none")) : new BulletList(items);
        return new Section("changes", desk.say("changes.title", since), List.of(said));
    }

    private void economies(SortedSet<String> codes, String key, List<Text> items) {
        if (!codes.isEmpty()) {
            items.add(Text.of(desk.say(key, codes.stream()
                    .map(this::named)
                    .collect(Collectors.joining(desk.say("list.comma"))))));
        }
    }

    private String named(String code) {
        return Economy.find(code).map(desk::name).orElse(code);
    }

    /** A stage's periods that are told for the first time, or no longer. */
    private record Fresh(String stage, String periods) {}

    /** First figures, those of several economies in one sentence. */
    private void periods(EditionDiff diff, Predicate<String> economy, List<Text> items) {
        Map<Fresh, List<String>> economies = new LinkedHashMap<>();
        Map<Fresh, Boolean> measured = new HashMap<>();
        diff.newPeriods().forEach((series, periods) -> {
            if (economy.test(series.economy())) {
                Fresh fresh = new Fresh(series.stage(), span(periods));
                Optional<String> share = watchedShare(series.economy(), series.stage(), periods.last())
                        .map(s -> periods.size() == 1 ? s : s + " (" + period(periods.last()) + ")");
                String name = named(series.economy());
                economies.computeIfAbsent(fresh, f -> new ArrayList<>()).add(share.map(s -> name + "\u00a0" + s).orElse(name));
                measured.merge(fresh, share.isPresent(), Boolean::logicalOr);
            }
        });
        economies.forEach((fresh, names) -> {
            String list = String.join(desk.say("list.comma"), names);
            items.add(Text.of(measured.get(fresh)
                    ? desk.say("changes.periods", stageNoun(fresh.stage()), fresh.periods(), desk.watchedName(), list)
                    : desk.say("changes.periods-only", stageNoun(fresh.stage()), fresh.periods(), list)));
        });
    }

    /** Series of which whole periods are told no longer, those of several economies in one sentence; what is told share by share is not told again. */
    private void withoutFigures(EditionDiff diff, Predicate<String> economy, List<FigureChange> told, List<Text> items) {
        Map<Fresh, List<String>> economies = new LinkedHashMap<>();
        diff.gonePeriods().forEach((series, periods) -> {
            SortedSet<String> others = new TreeSet<>(periods);
            told.stream().map(FigureChange::key).filter(k -> k.economy().equals(series.economy()) && k.stage().equals(series.stage())).forEach(k -> others.remove(k.period()));
            if (economy.test(series.economy()) && !others.isEmpty()) {
                economies.computeIfAbsent(new Fresh(series.stage(), span(others)), f -> new ArrayList<>()).add(named(series.economy()));
            }
        });
        economies.forEach((gone, names) -> items.add(Text.of(
                desk.say("changes.periods-gone", stageNoun(gone.stage()), gone.periods(), String.join(desk.say("list.comma"), names)))));
    }

    private String span(SortedSet<String> periods) {
        return periods.size() <= PERIODS_TOLD
                ? periods.stream().map(this::period).collect(Collectors.joining(desk.say("list.comma")))
                : period(periods.first()) + "\u2013" + period(periods.last());
    }

    private String period(String text) {
        return ReferencePeriod.parse(text).map(desk::when).orElse(text);
    }

    private Optional<String> watchedShare(String economy, String stage, String period) {
        return watchedShares(economy, stage, period)
                .filter(i -> i.outcome().valueOrHigh().isPresent())
                .map(i -> desk.numbers.share(i.outcome()))
                .findFirst();
    }

    private Stream<Indicator> watchedShares(String economy, String stage, String period) {
        return desk.assessment.indicators().stream()
                .filter(i -> i.measure().equals("supplier-share")
                        && i.about().isWholeStage()
                        && i.basis() == Basis.VALUE
                        && i.about().economy().code().equals(economy)
                        && i.about().stage().equals(stage)
                        && i.supplier().equals(desk.watched().code())
                        && i.about().period().toString().equals(period));
    }

    private static Term count(EditionDiff diff, Kind kind) {
        return Term.count(diff.inputs().stream().map(InputChange::kind).filter(kind::equals).count());
    }

    /** Shares of the watched supplier in a stage that moved most; those that read as they did are counted with the others. */
    private List<FigureChange> told(List<FigureChange> own) {
        return own.stream()
                .filter(this::isWatchedShareOfAStage)
                .filter(f -> f.before().flatMap(Changes::level).isPresent() && f.after().flatMap(Changes::level).isPresent())
                .filter(f -> !share(f.before().orElseThrow()).equals(share(f.after().orElseThrow())))
                .sorted(Comparator.comparingDouble((FigureChange f) -> -move(f)).thenComparing(FigureChange::key))
                .limit(SHARES_TOLD)
                .toList();
    }

    private String revised(FigureChange f) {
        if (!isExact(f.before()) || !isExact(f.after())) {
            // Between a share and the most that it can be there is no difference to tell.
            String said = desk.say("changes.share-bound", Desk.capital(desk.watchedName()), stageNoun(f.key().stage()), inText(f.key().economy()),
                    period(f.key().period()), desk.say("basis." + f.key().basis()), share(f.after().orElseThrow()), share(f.before().orElseThrow()));
            return isExact(f.after()) ? said : because(f, said);
        }
        ShareMove move = new ShareMove(level(f.before().orElseThrow()).orElseThrow(), level(f.after().orElseThrow()).orElseThrow());
        return desk.say("changes.share", Desk.capital(desk.watchedName()), stageNoun(f.key().stage()), inText(f.key().economy()), period(f.key().period()),
                desk.say("basis." + f.key().basis()), desk.numbers.percent(move.after(), move.decimals()), desk.numbers.percent(move.before(), move.decimals()),
                Term.signedPoints(move.difference()));
    }

    /** Shares of the watched supplier in a stage that can no longer be told, the newest first. */
    private List<FigureChange> gone(List<FigureChange> own) {
        return own.stream()
                .filter(f -> f.kind() == Kind.REMOVED && isWatchedShareOfAStage(f) && f.key().basis().equals(Basis.VALUE.code()))
                .filter(f -> f.before().flatMap(Changes::level).isPresent())
                .sorted(Comparator.comparing((FigureChange f) -> f.key().period()).reversed().thenComparing(FigureChange::key))
                .limit(SHARES_GONE)
                .toList();
    }

    private String withdrawn(FigureChange f) {
        String said = desk.say("changes.share-gone", Desk.capital(desk.watchedName()), stageNoun(f.key().stage()), inText(f.key().economy()),
                period(f.key().period()), desk.say("basis." + f.key().basis()), share(f.before().orElseThrow()));
        return because(f, said);
    }

    private String because(FigureChange f, String said) {
        String why = watchedShares(f.key().economy(), f.key().stage(), f.key().period())
                .map(i -> desk.tell(i.outcome().why()))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        return why.isEmpty() ? said : said + " " + desk.say("changes.why", why);
    }

    private boolean isWatchedShareOfAStage(FigureChange f) {
        return f.key().measure().equals("supplier-share")
                && f.key().supplier().equals(desk.watched().code())
                && f.key().commodity().isEmpty();
    }

    private static boolean isExact(Optional<FigureState> s) {
        return s.map(told -> !told.value().isEmpty()).orElse(false);
    }

    private static double move(FigureChange f) {
        double before = f.before().flatMap(Changes::level).orElse(0.0);
        double after = f.after().flatMap(Changes::level).orElse(0.0);
        return Math.abs(after - before);
    }

    private static Optional<Double> level(FigureState s) {
        String level = s.value().isEmpty() ? s.high() : s.value();
        return level.matches(SHARE) ? Optional.of(Double.valueOf(level)) : Optional.empty();
    }

    private String share(FigureState s) {
        String percent = desk.numbers.percent(level(s).orElseThrow());
        return s.value().isEmpty() ? desk.say("figure.at-most", percent) : percent;
    }

    private Optional<StageEntry> stage(String id) {
        return desk.stages().stream().filter(s -> s.id().equals(id)).findFirst();
    }

    private String stageNoun(String id) {
        return stage(id).map(StageEntry::noun).orElse(id);
    }

    private String inText(String code) {
        return Economy.find(code).map(desk::inText).orElse(code);
    }
}
