package dev.lodestone.cli;

import dev.lodestone.model.assess.Assessment;
import dev.lodestone.model.assess.Sums;
import dev.lodestone.model.commitment.CommitmentResult;
import dev.lodestone.model.explain.Explainer;
import dev.lodestone.model.measure.Basis;
import dev.lodestone.model.measure.Indicator;
import dev.lodestone.model.measure.Outcome;
import dev.lodestone.model.measure.ProfileKey;
import dev.lodestone.model.register.StageEntry;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.ReferencePeriod;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the figure or the verdicts that a user means; what does not exist is answered with what does. */
public final class FigureFinder {

    private final Assessment assessment;
    private final Explainer explainer;

    public FigureFinder(Assessment assessment) {
        this.assessment = assessment;
        this.explainer = new Explainer(assessment);
    }

    /**
     * The figure asked for.
     *
     * @throws UsageException if there is none; the message names what there is
     */
    public Indicator figure(FigureQuestion asked) {
        List<Indicator> left = assessment.indicators();
        if (assessment.commitments().stream().anyMatch(r -> r.commitment().id().equalsIgnoreCase(asked.measure()))) {
            throw new UsageException("'" + asked.measure() + "' is a commitment: explain commitment " + asked.measure());
        }
        String measure = asked.measure().toLowerCase(Locale.ROOT);
        left = narrowed(left, "measure", asked.measure(), i -> i.measure().equals(measure), Indicator::measure);
        Economy economy = EconomyName.of(assessment.registers(), asked.economy());
        left = narrowed(left, "economy", economy.code(), i -> i.about().economy().equals(economy), i -> i.about().economy().code());
        String stage = stage(asked);
        left = narrowed(left, "figure of stage", stage, i -> i.about().stage().equals(stage), i -> i.about().stage());
        left = narrowed(left, "line of " + stage + " for " + economy, asked.commodity(),
                i -> i.about().commodity().equals(asked.commodity()), i -> i.about().commodity());
        Basis basis = basis(asked, left);
        left = narrowed(left, "basis", basis.code(), i -> i.basis() == basis, i -> i.basis().code());
        ReferencePeriod period = asked.period().orElse(newest(left));
        if (assessment.notOver().contains(period)) {
            throw new UsageException("nothing is told of " + period + ", which is on record: it was not over on " + assessment.options().asOf()
                    + ", the day of the results (--as-of takes a later one)");
        }
        left = narrowed(left, "period", period.toString(), i -> i.about().period().equals(period), i -> i.about().period().toString());
        String supplier = supplier(asked, left);
        ProfileKey about = left.getFirst().about();
        Optional<Indicator> found = supplier.isEmpty() || Economy.find(supplier).isPresent()
                ? explainer.find(about, measure, supplier, basis)
                : Optional.empty();
        if (found.isEmpty()) {
            String known = Optional.ofNullable(assessment.profiles().get(about)).stream()
                    .flatMap(p -> p.suppliers().stream())
                    .map(f -> f.supplier().code())
                    .collect(Collectors.joining(", "));
            throw new UsageException("no " + measure + " of supplier '" + supplier + "' for " + economy + ", " + stage + ", " + period
                    + (known.isEmpty() ? "" : "; suppliers there: " + known));
        }
        return found.get();
    }

    /**
     * How a commitment stands, for everyone it was judged for or for one party, stage or line.
     *
     * @throws UsageException if the register has none of this id, or none such
     */
    public List<CommitmentResult> verdicts(String id, Optional<String> party, Optional<String> stage, String commodity) {
        List<CommitmentResult> left = narrowed(
                assessment.commitments(), "commitment", id, r -> r.commitment().id().equalsIgnoreCase(id), r -> r.commitment().id());
        if (party.isPresent()) {
            left = narrowed(left, "party of " + id, party.get(), r -> r.party().equalsIgnoreCase(party.get()), CommitmentResult::party);
        }
        if (stage.isPresent()) {
            left = narrowed(left, "stage of " + id, stage.get(), r -> r.stage().equalsIgnoreCase(stage.get()), CommitmentResult::stage);
        }
        if (!commodity.isEmpty()) {
            left = narrowed(left, "line of " + id, commodity, r -> r.commodity().equals(commodity), CommitmentResult::commodity);
        }
        return left;
    }

    private String stage(FigureQuestion asked) {
        List<String> known = Stream.concat(
                        assessment.material().stages().stream().map(StageEntry::id),
                        assessment.profiles().keySet().stream().map(ProfileKey::stage).filter(Sums.SEVERAL_STAGES::equals))
                .distinct()
                .toList();
        String stage = asked.stage().map(s -> s.toLowerCase(Locale.ROOT)).orElse("");
        if (!known.contains(stage)) {
            throw new UsageException((asked.stage().isEmpty() ? "which stage? --stage takes one" : "no stage '" + asked.stage().get() + "'")
                    + " of: " + String.join(", ", known) + DidYouMean.hint(stage, known));
        }
        return stage;
    }

    private static Basis basis(FigureQuestion asked, List<Indicator> left) {
        boolean onlyWeight = left.stream().allMatch(i -> i.basis() == Basis.WEIGHT);
        return asked.basis().orElse(onlyWeight ? Basis.WEIGHT : Basis.VALUE);
    }

    /** The last period with a figure, whole years before parts of years; the last of all where none has one. */
    private static ReferencePeriod newest(List<Indicator> left) {
        return left.stream()
                .max(Comparator.comparing((Indicator i) -> i.outcome().status() != Outcome.Status.NOT_COMPUTABLE)
                        .thenComparing(i -> i.about().period().months() >= 12)
                        .thenComparing(i -> i.about().period()))
                .orElseThrow()
                .about()
                .period();
    }

    private String supplier(FigureQuestion asked, List<Indicator> left) {
        if (asked.supplier().isPresent()) {
            String typed = asked.supplier().get().strip();
            return EconomyName.find(assessment.registers(), typed).map(Economy::code).orElse(typed.toUpperCase(Locale.ROOT));
        }
        boolean aboutAll = left.stream().anyMatch(i -> i.supplier().isEmpty());
        boolean aboutLargest = left.getFirst().measure().equals("top-supplier-share");
        return aboutAll || aboutLargest ? "" : assessment.context().watchedCode().code();
    }

    private static <T> List<T> narrowed(List<T> all, String what, String wanted, Predicate<T> keep, Function<T, String> name) {
        List<T> kept = all.stream().filter(keep).toList();
        if (kept.isEmpty()) {
            Set<String> known = all.stream().map(name).filter(n -> !n.isEmpty()).collect(Collectors.toCollection(TreeSet::new));
            throw new UsageException("no " + what + " '" + wanted + "'" + (wanted.chars().anyMatch(Character::isLetter)
                    ? DidYouMean.among(wanted, known)
                    : "; known: " + String.join(", ", known)));
        }
        return kept;
    }

    /** Explains; a door of its own so that commands need not know the explainer. */
    public Explainer explainer() {
        return explainer;
    }
}
