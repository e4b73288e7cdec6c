package dev.lodestone.report.brief;

import dev.lodestone.model.measure.Basis;
import dev.lodestone.model.measure.Indicator;
import dev.lodestone.model.register.Commitment;
import dev.lodestone.model.register.StageEntry;
import dev.lodestone.model.text.Statement;
import dev.lodestone.model.text.Term;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.report.OutputFormat;
import dev.lodestone.report.diff.EditionDiff;
import dev.lodestone.report.diff.EditionDiff.CommitmentChange;
import dev.lodestone.report.diff.EditionDiff.FigureChange;
import dev.lodestone.report.diff.EditionDiff.InputChange;
import dev.lodestone.report.diff.EditionDiff.Kind;
import dev.lodestone.report.diff.EditionDiff.VerdictChange;
import dev.lodestone.report.diff.FigureState;
import dev.lodestone.report.diff.VerdictState;
import dev.lodestone.report.edition.EditionName;
import dev.lodestone.report.view.Block;
import dev.lodestone.report.view.BulletList;
import dev.lodestone.report.view.Paragraph;
import dev.lodestone.report.view.Section;
import dev.lodestone.report.view.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The section on what changed since an earlier edition: new periods, revised shares, rewritten promises, turned verdicts. */
final class Changes {

    /** Revised shares that are told one by one; the rest is counted. */
    private static final int SHARES_TOLD = 6;

    /** Shares that can no longer be told and are named one by one. */
    private static final int SHARES_GONE = 3;

    /** Verdicts that stay on another figure and are told one by one. */
    private static final int VERDICTS_TOLD = 4;

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

    private Section section(EditionDiff diff, Predicate<String> economy, Predicate<String> party, boolean withFiles) {
        List<Text> items = new ArrayList<>();
        diff.method().ifPresent(m -> items.add(Text.of(desk.say("changes.method", m.before(), m.after()))));
        periods(diff, economy, items);
        List<FigureChange> own = diff.figures().stream().filter(f -> economy.test(f.key().economy())).toList();
        List<FigureChange> told = told(own);
        told.forEach(f -> items.add(Text.of(revised(f))));
        List<FigureChange> gone = gone(own);
        gone.forEach(f -> items.add(desk.text(withdrawn(f))));
        verdicts(diff, party, items);
        commitments(diff, party, items);
        int others = own.size() - told.size() - gone.size();
        if (others > 0) {
            String key = desk.formats.contains(OutputFormat.XLSX) ? "changes.more-figures" : "changes.more-figures-csv";
            items.add(Text.of(desk.say(key, Term.count(others))));
        }
        if (withFiles && !diff.inputs().isEmpty()) {
            items.add(Text.of(desk.say("changes.files", count(diff, Kind.ADDED), count(diff, Kind.CHANGED), count(diff, Kind.REMOVED))));
        }
        String since = EditionName.parse(diff.earlier()).map(name -> desk.numbers.date(name.asOf())).orElse(diff.earlier());
        Block said = items.isEmpty() ? Paragraph.of(desk.say("changes.none")) : new BulletList(items);
        return new Section("changes", desk.say("changes.title", since), List.of(said));
    }

    /** A stage's periods that are told for the first time. */
    private record Fresh(String stage, String periods) {}

    /** First figures, those of several economies in one sentence. */
    private void periods(EditionDiff diff, Predicate<String> economy, List<Text> items) {
        Map<Fresh, List<String>> economies = new LinkedHashMap<>();
        Map<Fresh, Boolean> measured = new HashMap<>();
        diff.newPeriods().forEach((series, periods) -> {
            if (economy.test(series.economy())) {
                Fresh fresh = new Fresh(series.stage(), span(periods));
                Optional<String> share = watchedShare(series.economy(), series.stage(), periods.last());
                String name = Economy.find(series.economy()).map(desk::name).orElse(series.economy());
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

    private String span(SortedSet<String> periods) {
        return periods.size() <= PERIODS_TOLD ? String.join(desk.say("list.comma"), periods) : periods.first() + "\u2013" + periods.last();
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

    /** Shares of the watched supplier in a stage that moved most. */
    private List<FigureChange> told(List<FigureChange> own) {
        return own.stream()
                .filter(this::isWatchedShareOfAStage)
                .filter(f -> f.before().flatMap(Changes::level).isPresent() && f.after().flatMap(Changes::level).isPresent())
                .sorted(Comparator.comparingDouble((FigureChange f) -> -move(f)).thenComparing(FigureChange::key))
                .limit(SHARES_TOLD)
                .toList();
    }

    private String revised(FigureChange f) {
        double difference = level(f.after().orElseThrow()).orElseThrow() - level(f.before().orElseThrow()).orElseThrow();
        return desk.say("changes.share", Desk.capital(desk.watchedName()), stageNoun(f.key().stage()), inText(f.key().economy()), f.key().period(),
                desk.say("basis." + f.key().basis()), share(f.after().orElseThrow()), share(f.before().orElseThrow()), Term.signedPoints(difference));
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
                f.key().period(), desk.say("basis." + f.key().basis()), share(f.before().orElseThrow()));
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

    private void commitments(EditionDiff diff, Predicate<String> party, List<Text> items) {
        for (CommitmentChange c : diff.commitments()) {
            boolean own = diff.verdicts().stream().anyMatch(v -> v.key().id().equals(c.id()) && party.test(v.key().party()))
                    || find(c.id()).map(known -> known.parties().stream().anyMatch(party)).orElse(false);
            if (own) {
                items.add(desk.text(switch (c.kind()) {
                    case ADDED -> desk.say("changes.added", name(c.id()));
                    case REMOVED -> desk.say("changes.removed", name(c.id()));
                    case CHANGED -> desk.say("changes.rewritten", name(c.id()), c.terms().entrySet().stream()
                            .map(t -> desk.say("changes.term", desk.say("changes.term." + t.getKey().replace('_', '-')),
                                    term(c.id(), t.getKey(), t.getValue().after()), term(c.id(), t.getKey(), t.getValue().before())))
                            .collect(Collectors.joining(desk.say("list.semicolon"))));
                }));
            }
        }
    }

    /** What a column of the register holds, as the page's readers write it. */
    private String term(String id, String column, String text) {
        if (text.isEmpty()) {
            return desk.say("changes.nothing");
        }
        if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return desk.numbers.date(LocalDate.parse(text));
        }
        boolean share = find(id).map(c -> c.unit().equals("1")).orElse(false);
        if (share && Set.of("threshold", "baseline").contains(column) && text.matches(SHARE)) {
            return desk.numbers.percent(Double.parseDouble(text));
        }
        String key = "confidence." + text;
        return column.equals("confidence") && desk.phrases.has(key) ? desk.say(key) : text;
    }

    private void verdicts(EditionDiff diff, Predicate<String> party, List<Text> items) {
        Set<String> replaced = Set.copyOf(diff.commitments().stream()
                .filter(c -> c.kind() != Kind.CHANGED)
                .map(CommitmentChange::id)
                .toList());
        List<VerdictChange> own = diff.verdicts().stream().filter(v -> party.test(v.key().party()) && !replaced.contains(v.key().id())).toList();
        // One sentence for all that a promise binds, where the same is to be said of each.
        Map<Turn, List<VerdictChange>> turns = new LinkedHashMap<>();
        own.stream().filter(VerdictChange::turned).forEach(v -> turns.computeIfAbsent(Turn.of(v), turn -> new ArrayList<>()).add(v));
        turns.values().forEach(same -> items.add(desk.text(turned(same))));
        List<VerdictChange> moved = own.stream().filter(v -> !v.turned()).toList();
        List<VerdictChange> told = moved.stream().filter(v -> figure(v.before()).isPresent() && figure(v.after()).isPresent()).limit(VERDICTS_TOLD).toList();
        told.forEach(v -> items.add(desk.text(desk.say("changes.stays", name(v.key().id()), where(v), status(v.after()), figure(v.after()).orElseThrow(),
                v.after().orElseThrow().period(), figure(v.before()).orElseThrow()))));
        if (moved.size() > told.size()) {
            items.add(Text.of(desk.say("changes.moved", Term.count(moved.size() - told.size()))));
        }
    }

    /** What is said of a verdict that turned, its party left out. */
    private record Turn(String id, String stage, String commodity, String before, String after, String measured, String period) {

        static Turn of(VerdictChange v) {
            return new Turn(v.key().id(), v.key().stage(), v.key().commodity(), v.before().map(VerdictState::status).orElse(""),
                    v.after().map(VerdictState::status).orElse(""), v.after().map(VerdictState::measured).orElse(""),
                    v.after().map(VerdictState::period).orElse(""));
        }
    }

    private String turned(List<VerdictChange> same) {
        VerdictChange v = same.getFirst();
        String where = same.stream().map(this::party).distinct().collect(Collectors.joining(desk.say("list.comma"))) + line(v);
        Optional<String> figure = figure(v.after());
        String said = figure.isPresent()
                ? desk.say("changes.turned-figure", name(v.key().id()), where, status(v.after()), status(v.before()), figure.get(), v.after().orElseThrow().period())
                : desk.say("changes.turned", name(v.key().id()), where, status(v.after()), status(v.before()));
        // A figure speaks for itself; the day that passed is said even so.
        List<String> why = same.stream()
                .map(each -> reasons(each).filter(s -> figure.isEmpty() || s.key().equals("commitment.overdue")).map(desk::tell).collect(Collectors.joining(" ")))
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
        return why.isEmpty() ? said : said + " " + String.join(" ", why);
    }

    /** Why a verdict stands as it does now, sentence by sentence. */
    private Stream<Statement> reasons(VerdictChange v) {
        return desk.assessment.commitments().stream()
                .filter(r -> r.commitment().id().equals(v.key().id()) && r.party().equals(v.key().party()) && r.stage().equals(v.key().stage())
                        && r.commodity().equals(v.key().commodity()))
                .flatMap(r -> r.why().sentences().stream());
    }

    /** The share that a verdict stands on. */
    private Optional<String> figure(Optional<VerdictState> state) {
        return state.filter(s -> s.measured().matches(SHARE) && s.terms().getOrDefault("unit", "").equals("1"))
                .map(s -> desk.numbers.percent(Double.parseDouble(s.measured())));
    }

    private String where(VerdictChange v) {
        return party(v) + line(v);
    }

    private String party(VerdictChange v) {
        return desk.party(v.key().party());
    }

    private String line(VerdictChange v) {
        String stage = stage(v.key().stage()).map(s -> ", " + s.noun()).orElse("");
        return stage + (v.key().commodity().isEmpty() ? "" : " " + v.key().commodity());
    }

    private String status(Optional<VerdictState> state) {
        return state.map(VerdictState::status)
                .map(s -> desk.phrases.has("status." + s) ? desk.say("status." + s) : s)
                .orElse(desk.say("changes.not-judged"));
    }

    private String name(String id) {
        return find(id).map(c -> c.instrument() + " [" + id + "]").orElse(id);
    }

    private Optional<Commitment> find(String id) {
        return desk.assessment.material().commitments().stream().filter(c -> c.id().equals(id)).findFirst();
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
