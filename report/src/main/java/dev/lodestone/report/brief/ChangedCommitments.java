package dev.lodestone.report.brief;

import dev.lodestone.model.register.Commitment;
import dev.lodestone.model.register.StageEntry;
import dev.lodestone.model.text.Statement;
import dev.lodestone.model.text.Term;
import dev.lodestone.report.diff.EditionDiff;
import dev.lodestone.report.diff.EditionDiff.Cause;
import dev.lodestone.report.diff.EditionDiff.CommitmentChange;
import dev.lodestone.report.diff.EditionDiff.Kind;
import dev.lodestone.report.diff.EditionDiff.VerdictChange;
import dev.lodestone.report.diff.VerdictState;
import dev.lodestone.report.view.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What changed of each commitment: first what the register says of it, then the verdicts, with their cause where it can be known. */
final class ChangedCommitments {

    /** Verdicts that stay on another figure and are told one by one. */
    private static final int MOVES_TOLD = 4;

    private static final String SHARE = "\\d(\\.\\d{1,20})?";

    /** Columns of running text that readers of the pages see; the others are for who keeps the register, and in the workbook. */
    private static final Set<String> TOLD_WORDS = Set.of("instrument", "summary", "outcome", "source_title", "source");

    private final Desk desk;
    private final EditionDiff diff;
    private final Predicate<String> party;
    private final TermWords terms;

    /** @param party of whose promises is told */
    ChangedCommitments(Desk desk, EditionDiff diff, Predicate<String> party) {
        this.desk = desk;
        this.diff = diff;
        this.party = party;
        this.terms = new TermWords(desk.phrases, desk::party, id -> stage(id).map(StageEntry::noun).orElse(desk.phrases.word(id)));
    }

    /** All that changed of one commitment. */
    private record Changed(String id, Optional<CommitmentChange> inRegister, List<VerdictChange> turned, List<VerdictChange> moved) {

        /** What the register changed comes first, then what turned, then what only moved. */
        int rank() {
            return inRegister.isPresent() ? 0 : turned.isEmpty() ? 2 : 1;
        }
    }

    void tell(List<Text> items) {
        List<Changed> all = changed();
        int moves = 0;
        for (Changed c : all) {
            List<VerdictChange> told = c.moved().stream()
                    .filter(v -> figure(v.before()).isPresent() && figure(v.after()).isPresent())
                    .limit(MOVES_TOLD - Math.min(MOVES_TOLD, moves))
                    .toList();
            moves += told.size();
            List<String> said = new ArrayList<>();
            c.inRegister().map(this::inRegister).filter(text -> !text.isEmpty()).ifPresent(said::add);
            said.addAll(turned(c));
            told.forEach(v -> said.add(stays(c, v)));
            if (!said.isEmpty()) {
                items.add(title(c).and(" ").and(desk.text(String.join(" ", said))));
            }
        }
        int untold = all.stream().filter(c -> !isDelivery(c)).mapToInt(c -> c.moved().size()).sum() - moves;
        if (untold > 0) {
            items.add(Text.of(desk.say("changes.moved", Term.count(untold))));
        }
    }

    /** Whether what was delivered is told as a term that changed, and so is the figure of the verdict. */
    private static boolean isDelivery(Changed c) {
        return c.inRegister().map(r -> r.terms().containsKey("delivered")).orElse(false);
    }

    private List<Changed> changed() {
        Map<String, List<VerdictChange>> verdicts = new TreeMap<>();
        diff.verdicts().stream().filter(v -> party.test(v.key().party())).forEach(v -> verdicts.computeIfAbsent(v.key().id(), id -> new ArrayList<>()).add(v));
        diff.commitments().stream().filter(this::isOwn).forEach(c -> verdicts.computeIfAbsent(c.id(), id -> new ArrayList<>()));
        return verdicts.entrySet().stream()
                .map(e -> new Changed(e.getKey(), diff.changeOf(e.getKey()), e.getValue().stream().filter(VerdictChange::turned).toList(),
                        e.getValue().stream().filter(v -> !v.turned()).toList()))
                .sorted(Comparator.comparingInt(Changed::rank))
                .toList();
    }

    private boolean isOwn(CommitmentChange c) {
        return diff.partiesOf(c).stream().anyMatch(party) || find(c.id()).map(known -> known.parties().stream().anyMatch(party)).orElse(false);
    }

    /** The instrument in the reader's language; of a promise that is no longer in the register, as it stood there. */
    private Text title(Changed c) {
        Optional<String> known = find(c.id()).map(Commitment::instrument);
        String once = c.inRegister().map(r -> r.row().getOrDefault("instrument", "")).orElse("");
        Text name = known.map(desk::text).orElseGet(() -> desk.english(once));
        boolean plain = known.isPresent() && name.plain().equals(known.get()) && name.runs().size() == 1 && name.equals(Text.of(known.get()));
        if (name.isEmpty()) {
            return Text.empty().strong(c.id()).and(".");
        }
        return (plain ? Text.empty().strong(known.get()) : name).and(" [" + c.id() + "].");
    }

    private String inRegister(CommitmentChange c) {
        String who = diff.partiesOf(c).stream().map(desk::party).collect(Collectors.joining(desk.say("list.comma")));
        return switch (c.kind()) {
            case ADDED -> desk.say("changes.added", who) + find(c.id()).map(known -> " " + desk.say("changes.promise", known.summary())).orElse("");
            case REMOVED -> desk.say("changes.removed", who);
            case CHANGED -> rewritten(c);
        };
    }

    private String rewritten(CommitmentChange c) {
        String unit = c.row().getOrDefault("unit", "");
        String unitBefore = Optional.ofNullable(c.terms().get("unit")).map(EditionDiff.Pair::before).orElse(unit);
        String changed = c.plainTerms().entrySet().stream()
                .map(t -> desk.say("changes.term", terms.label(t.getKey()), terms.value(t.getKey(), t.getValue().after(), unit),
                        terms.value(t.getKey(), t.getValue().before(), unitBefore)))
                .collect(Collectors.joining(desk.say("list.semicolon")));
        String worded = c.rewordings().stream().filter(TOLD_WORDS::contains).map(terms::label).collect(Collectors.joining(desk.say("list.comma")));
        List<String> said = new ArrayList<>();
        if (!changed.isEmpty()) {
            said.add(desk.say("changes.rewritten", changed));
        }
        if (!worded.isEmpty()) {
            said.add(desk.say("changes.reworded", worded));
        }
        return String.join(" ", said);
    }

    /** Verdicts that turned, those with the same cause in one sentence, each with its reason where no figure speaks for it. */
    private List<String> turned(Changed c) {
        if (c.inRegister().map(r -> r.kind() == Kind.REMOVED).orElse(false)) {
            return c.turned().isEmpty() ? List.of() : List.of(desk.say("changes.last-verdict", lines(c, v -> standing(v.before()))));
        }
        if (c.inRegister().map(r -> r.kind() == Kind.ADDED).orElse(false)) {
            return c.turned().isEmpty() ? List.of() : List.of(desk.say("changes.first-verdict", lines(c, v -> standing(v.after()))));
        }
        Map<String, List<VerdictChange>> byCause = new LinkedHashMap<>();
        c.turned().forEach(v -> byCause.computeIfAbsent(word(v), cause -> new ArrayList<>()).add(v));
        List<String> said = new ArrayList<>();
        byCause.forEach((cause, same) -> {
            said.add(desk.say("changes.verdict." + cause, lines(new Changed(c.id(), c.inRegister(), same, List.of()),
                    v -> desk.say("changes.became", standing(v.after()), sameFigure(v) ? desk.say("changes.standing", status(v.before())) : standing(v.before())))));
            // A figure speaks for itself; the day that passed is said even so.
            same.stream()
                    .map(v -> reasons(v).filter(s -> figure(v.after()).isEmpty() || s.key().equals("commitment.overdue")).map(desk::tell).collect(Collectors.joining(" ")))
                    .filter(why -> !why.isEmpty())
                    .distinct()
                    .forEach(said::add);
        });
        return said;
    }

    private String word(VerdictChange v) {
        SortedSet<Cause> causes = diff.causesOf(v);
        if (causes.size() == 1 && causes.first() == Cause.FIGURE && v.lostItsFigure()) {
            return "no-figure";
        }
        return causes.isEmpty() ? "unknown" : causes.size() > 1 ? "several" : causes.first().name().toLowerCase(Locale.ROOT);
    }

    /** What is to be said of each verdict, whom it binds before it; who shares it with others is told once. */
    private String lines(Changed c, Function<VerdictChange, String> said) {
        Map<String, List<VerdictChange>> same = new LinkedHashMap<>();
        for (VerdictChange v : c.turned()) {
            same.computeIfAbsent(said.apply(v) + line(v), text -> new ArrayList<>()).add(v);
        }
        return same.values().stream()
                .map(each -> {
                    VerdictChange v = each.getFirst();
                    String who = each.stream().map(one -> desk.party(one.key().party())).distinct().collect(Collectors.joining(desk.say("list.comma")));
                    String where = isOfOne(c) && !line(v).isEmpty() ? line(v) : who + (line(v).isEmpty() ? "" : desk.say("list.comma") + line(v));
                    return desk.say("changes.of", where, said.apply(v));
                })
                .collect(Collectors.joining(desk.say("list.semicolon")));
    }

    /** Whether it binds a single party, which needs no name at each of its stages. */
    private boolean isOfOne(Changed c) {
        List<String> parties = c.inRegister().map(diff::partiesOf).or(() -> find(c.id()).map(Commitment::parties)).orElse(List.of());
        return parties.size() == 1 && Stream.concat(c.turned().stream(), c.moved().stream()).allMatch(v -> v.key().party().equals(parties.getFirst()));
    }

    private String stays(Changed c, VerdictChange v) {
        String where = isOfOne(c) && !line(v).isEmpty() ? line(v) : desk.party(v.key().party()) + (line(v).isEmpty() ? "" : desk.say("list.comma") + line(v));
        return desk.say("changes.stays", Desk.capital(where), status(v.after()), figure(v.after()).orElseThrow(), v.after().orElseThrow().period(),
                figure(v.before()).orElseThrow());
    }

    /** Whether it turned on the figure on which it stood, which need not be told twice. */
    private boolean sameFigure(VerdictChange v) {
        return figure(v.before()).isPresent() && figure(v.before()).equals(figure(v.after())) && v.before().orElseThrow().period().equals(v.after().orElseThrow().period());
    }

    /** Why a verdict stands as it does now, sentence by sentence. */
    private Stream<Statement> reasons(VerdictChange v) {
        return desk.assessment.commitments().stream()
                .filter(r -> r.commitment().id().equals(v.key().id()) && r.party().equals(v.key().party()) && r.stage().equals(v.key().stage())
                        && r.commodity().equals(v.key().commodity()))
                .flatMap(r -> r.why().sentences().stream());
    }

    private String standing(Optional<VerdictState> state) {
        if (state.isEmpty()) {
            return desk.say("changes.not-judged");
        }
        Optional<String> figure = figure(state);
        return figure.isPresent()
                ? desk.say("changes.standing-figure", status(state), figure.get(), state.orElseThrow().period())
                : desk.say("changes.standing", status(state));
    }

    /** The share that a verdict stands on. */
    private Optional<String> figure(Optional<VerdictState> state) {
        return state.filter(s -> s.measured().matches(SHARE) && s.terms().getOrDefault("unit", "").equals("1") && !s.period().isEmpty())
                .map(s -> desk.numbers.percent(Double.parseDouble(s.measured())));
    }

    private String line(VerdictChange v) {
        String noun = stage(v.key().stage()).map(StageEntry::noun).orElse("");
        return (noun + " " + v.key().commodity()).strip();
    }

    private String status(Optional<VerdictState> state) {
        String status = state.orElseThrow().status();
        return desk.phrases.has("status." + status) ? desk.say("status." + status) : status;
    }

    private Optional<Commitment> find(String id) {
        return desk.assessment.material().commitments().stream().filter(c -> c.id().equals(id)).findFirst();
    }

    private Optional<StageEntry> stage(String id) {
        return desk.stages().stream().filter(s -> s.id().equals(id)).findFirst();
    }
}
