package dev.lodestone.report.brief;

import dev.lodestone.model.register.Commitment;
import dev.lodestone.model.register.StageEntry;
import dev.lodestone.model.trade.Economy;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The section on what changed since an earlier edition: new periods, revised shares, rewritten promises, turned verdicts. */
final class Changes {

    /** Revised shares that are told one by one; the rest is counted. */
    private static final int SHARES_TOLD = 6;

    private final Desk desk;

    Changes(Desk desk) {
        this.desk = desk;
    }

    /** For the front page; empty without an earlier edition. */
    Optional<Section> ofAll() {
        return desk.facts.changes().map(diff -> section(diff, code -> true, code -> true, true));
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
        if (withFiles && !diff.inputs().isEmpty()) {
            items.add(Text.of(desk.say("changes.files", count(diff, Kind.ADDED), count(diff, Kind.CHANGED), count(diff, Kind.REMOVED))));
        }
        diff.newPeriods().forEach((series, periods) -> {
            if (economy.test(series.economy())) {
                items.add(Text.of(desk.say("changes.periods", inText(series.economy()), stageNoun(series.stage()), String.join(", ", periods))));
            }
        });
        figures(diff, economy, items);
        commitments(diff, party, items);
        verdicts(diff, party, items);
        String since = EditionName.parse(diff.earlier()).map(name -> desk.numbers.date(name.asOf())).orElse(diff.earlier());
        Block told = items.isEmpty() ? Paragraph.of(desk.say("changes.none")) : new BulletList(items);
        return new Section("changes", desk.say("changes.title", since), List.of(told));
    }

    private String count(EditionDiff diff, Kind kind) {
        return desk.numbers.count(diff.inputs().stream().map(InputChange::kind).filter(kind::equals).count());
    }

    private void figures(EditionDiff diff, Predicate<String> economy, List<Text> items) {
        List<FigureChange> own = diff.figures().stream().filter(f -> economy.test(f.key().economy())).toList();
        List<FigureChange> told = own.stream()
                .filter(this::isWatchedShareOfAStage)
                .filter(f -> f.before().flatMap(Changes::level).isPresent() && f.after().flatMap(Changes::level).isPresent())
                .sorted(Comparator.comparingDouble((FigureChange f) -> -move(f)).thenComparing(FigureChange::key))
                .limit(SHARES_TOLD)
                .toList();
        for (FigureChange f : told) {
            items.add(Text.of(desk.say(
                    "changes.share", Desk.capital(desk.watchedName()), stageNoun(f.key().stage()), inText(f.key().economy()), f.key().period(),
                    desk.say("basis." + f.key().basis()), share(f.after().orElseThrow()), share(f.before().orElseThrow()))));
        }
        if (own.size() > told.size()) {
            items.add(Text.of(desk.say("changes.more-figures", desk.numbers.count(own.size() - told.size()))));
        }
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
        return level.matches("\\d(\\.\\d{1,20})?") ? Optional.of(Double.valueOf(level)) : Optional.empty();
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
                items.add(Text.of(switch (c.kind()) {
                    case ADDED -> desk.say("changes.added", name(c.id()));
                    case REMOVED -> desk.say("changes.removed", name(c.id()));
                    case CHANGED -> desk.say("changes.rewritten", name(c.id()), String.join(", ", c.terms().keySet()).replace('_', ' '));
                }));
            }
        }
    }

    private void verdicts(EditionDiff diff, Predicate<String> party, List<Text> items) {
        Set<String> replaced = Set.copyOf(diff.commitments().stream()
                .filter(c -> c.kind() != Kind.CHANGED)
                .map(CommitmentChange::id)
                .toList());
        int moved = 0;
        for (VerdictChange v : diff.verdicts()) {
            if (!party.test(v.key().party()) || replaced.contains(v.key().id())) {
                continue;
            }
            if (v.turned()) {
                items.add(Text.of(desk.say("changes.turned", name(v.key().id()), where(v), status(v.after()), status(v.before()))));
            } else {
                moved++;
            }
        }
        if (moved > 0) {
            items.add(Text.of(moved == 1 ? desk.say("changes.moved-one") : desk.say("changes.moved", desk.numbers.count(moved))));
        }
    }

    private String where(VerdictChange v) {
        String stage = stage(v.key().stage()).map(s -> ", " + s.noun()).orElse("");
        return desk.party(v.key().party()) + stage + (v.key().commodity().isEmpty() ? "" : " " + v.key().commodity());
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
