package dev.lodestone.model.scenario;

import dev.lodestone.model.assess.Assessment;
import dev.lodestone.model.measure.Basis;
import dev.lodestone.model.measure.ExactSum;
import dev.lodestone.model.measure.Outcome;
import dev.lodestone.model.measure.SupplierFlow;
import dev.lodestone.model.measure.SupplierProfile;
import dev.lodestone.model.register.Confidence;
import dev.lodestone.model.register.Project;
import dev.lodestone.model.register.StageEntry;
import dev.lodestone.model.trade.Coverage;
import dev.lodestone.model.trade.Economy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What suppliers' restrictions would cost, per buyer and stage.
 *
 * <p>Formula: gross loss G = D/12 · Σ_s v_s · m_s; loss L = max(0, G − r/365 · T). m_s: a year's imports from the restricted supplier s
 * (US dollars, or kg of net weight); v_s: the part that stays away, 0..1; D: months; T: the year's imports from everyone; r: days of
 * imports in reserves that the register lists as operating, with a number. With partners that are not named worth u, the true m lies up to u
 * higher, and so does the loss.
 *
 * <p>Not computable where no year's figures are at hand, the stage must not be measured as a whole, the source leaves the supplier out or
 * lists it without a value, or no exchange rate is known. Higher is worse. It measures imports at stake: it says nothing of prices, of
 * goods that come by another route, of stocks in firms, or of what other suppliers could deliver in addition, for which the register
 * holds no figure; and what comes inside finished goods is not in it. Stages are never added: a magnet contains its metal.
 */
public final class RestrictionScenario {

    private static final double DAYS_OF_A_YEAR = 365;
    private static final double MONTHS_OF_A_YEAR = 12;

    private final Assessment assessment;
    private final List<Restriction> restrictions;
    private final int months;

    /**
     * @param restrictions each supplier once
     * @param months duration, 1 to 120
     */
    public RestrictionScenario(Assessment assessment, List<Restriction> restrictions, int months) {
        if (months < 1 || months > 120) {
            throw new IllegalArgumentException("a scenario lasts 1 to 120 months: " + months);
        }
        if (restrictions.isEmpty()
                || restrictions.stream().map(Restriction::supplier).distinct().count() < restrictions.size()) {
            throw new IllegalArgumentException("a scenario restricts one or more suppliers, each once");
        }
        this.assessment = assessment;
        this.restrictions = List.copyOf(restrictions);
        this.months = months;
    }

    /** The assumptions, in sentences: to be printed with every result. */
    public List<String> assumptions() {
        return List.of(
                "Imports would go on as in the last year with figures; the part restricted stays away in full, from the first day, evenly.",
                "Nothing is deducted but reserves that the register lists as operating with a number of days of imports; aims and plans are noted only.",
                "No spare capacity of other suppliers is deducted: the register holds no figure of it. Its plants' sales are in the imports already.",
                "Prices do not move, no goods take another route, and what comes inside finished goods is not counted. Stages are never added.");
    }

    /** Losses of every economy assessed, by stage in chain order, value before weight. */
    public List<Loss> losses(Set<String> stages) {
        List<Loss> losses = new ArrayList<>();
        for (Economy economy : assessment.economies()) {
            for (StageEntry stage : assessment.material().stages()) {
                if (stages.contains(stage.id())) {
                    Optional<SupplierProfile> latest = latest(economy, stage.id());
                    for (Basis basis : Basis.values()) {
                        losses.add(loss(economy, stage, latest, basis));
                    }
                }
            }
        }
        return losses;
    }

    /** The last year that can be measured; the last year at all where none can. */
    private Optional<SupplierProfile> latest(Economy economy, String stage) {
        List<SupplierProfile> years = assessment.years(economy, stage, "");
        return years.reversed().stream()
                .filter(p -> p.obstacle(Basis.VALUE).isEmpty())
                .findFirst()
                .or(() -> years.reversed().stream().findFirst());
    }

    private Loss loss(Economy economy, StageEntry stage, Optional<SupplierProfile> latest, Basis basis) {
        String unit = basis == Basis.VALUE ? "USD" : "kg";
        List<String> notes = new ArrayList<>(notes(economy, stage.id()));
        Optional<String> obstacle = latest.isEmpty()
                ? Optional.of("no public figure of imports of " + stage.noun() + " by " + assessment.registers().nameInText(economy) + " is at hand")
                : obstacle(latest.get(), basis);
        if (obstacle.isPresent()) {
            Outcome none = Outcome.notComputable(obstacle.get());
            return new Loss(
                    economy, stage.id(), latest.map(p -> p.key().period().toString()).orElse(""), basis, unit, OptionalDouble.empty(),
                    OptionalDouble.empty(), none, 0, none, notes);
        }
        SupplierProfile profile = latest.get();
        notes.addAll(profile.caveats());
        double factor = basis == Basis.VALUE ? profile.usdPerUnit().getAsDouble() : 1;
        double duration = months / MONTHS_OF_A_YEAR;
        ExactSum from = new ExactSum();
        ExactSum away = new ExactSum();
        double worst = 0;
        for (Restriction r : restrictions) {
            double amount = amount(profile, basis, counted(r.supplier())) * factor;
            from.add(amount);
            away.add(amount * r.severity() * duration);
            worst = Math.max(worst, r.severity());
        }
        double total = profile.total(basis) * factor;
        double hidden = profile.unnamed(basis) * factor * worst * duration;
        double days = reserveDays(economy, stage.id());
        double replaced = days / DAYS_OF_A_YEAR * total;
        String note = hidden > 0 ? "partners that are not named may be restricted suppliers" : "";
        Outcome gross = Outcome.within(away.value(), away.value(), away.value() + hidden, note);
        Outcome loss = Outcome.within(
                Math.max(0, away.value() - replaced), Math.max(0, away.value() - replaced), Math.max(0, away.value() + hidden - replaced), note);
        return new Loss(
                economy, stage.id(), profile.key().period().toString(), basis, unit,
                profile.isComplete() ? OptionalDouble.of(total) : OptionalDouble.empty(), OptionalDouble.of(from.value()),
                gross, days, loss, notes);
    }

    private Optional<String> obstacle(SupplierProfile profile, Basis basis) {
        if (profile.obstacle(basis).isPresent()) {
            return profile.obstacle(basis);
        }
        if (basis == Basis.VALUE && profile.usdPerUnit().isEmpty()) {
            return Optional.of("no exchange rate for " + profile.currency() + " in " + profile.key().period().year());
        }
        for (Restriction r : restrictions) {
            Set<Economy> suppliers = counted(r.supplier());
            List<SupplierFlow> flows = profile.suppliers().stream().filter(f -> suppliers.contains(f.supplier())).toList();
            if (flows.stream().anyMatch(f -> !f.isFullyTold()) && !profile.isComplete()) {
                return Optional.of("the source lists " + r.supplier() + " without a value");
            }
            if (flows.isEmpty() && profile.coverage() != Coverage.COMPLETE) {
                return Optional.of("the source holds only part of the partners, and " + r.supplier() + " is not among them");
            }
        }
        return Optional.empty();
    }

    private static double amount(SupplierProfile profile, Basis basis, Set<Economy> suppliers) {
        ExactSum sum = new ExactSum();
        profile.suppliers().stream().filter(f -> suppliers.contains(f.supplier())).forEach(f -> sum.add(f.amount(basis)));
        return sum.value();
    }

    private Set<Economy> counted(Economy supplier) {
        return supplier.equals(assessment.context().watchedCode()) ? assessment.context().watched() : Set.of(supplier);
    }

    /** Days of imports in reserves that exist: an aim or a plan replaces nothing. */
    private double reserveDays(Economy economy, String stage) {
        return bearing(economy, stage)
                .stream()
                .filter(RestrictionScenario::countsAsReserve)
                .mapToDouble(p -> p.capacity().getAsDouble())
                .sum();
    }

    private static boolean countsAsReserve(Project p) {
        return p.kind().equals("reserve")
                && p.status().equals("operating")
                && p.confidence() == Confidence.VERIFIED
                && p.capacity().isPresent()
                && p.unit().startsWith("days of imports");
    }

    private List<Project> bearing(Economy economy, String stage) {
        Set<String> codes = new HashSet<>();
        codes.add(economy.code());
        return assessment.material().projects().stream()
                .filter(p -> p.bearsOn().stream().anyMatch(codes::contains))
                .filter(p -> p.stages().isEmpty() || p.stages().contains(stage))
                .filter(p -> p.confidence() != Confidence.UNVERIFIED)
                .toList();
    }

    private List<String> notes(Economy economy, String stage) {
        List<String> notes = new ArrayList<>();
        for (Project p : bearing(economy, stage)) {
            boolean reserve = p.kind().equals("reserve");
            boolean running = p.status().equals("operating");
            if (countsAsReserve(p)) {
                notes.add("Deducted: " + p.name() + ", " + amount(p));
            } else if (reserve) {
                notes.add("Not deducted: " + p.name() + (p.capacity().isPresent() ? ", " + amount(p) : "") + " (" + p.status() + ")"
                        + (p.notes().isBlank() ? "" : ": " + p.notes()));
            } else if (!running && p.capacity().isPresent()) {
                notes.add("Being built, not deducted: " + p.name() + ", " + amount(p) + ", start " + (p.start().isEmpty() ? "unknown" : p.start())
                        + " (" + p.status() + ")");
            }
        }
        return notes;
    }

    private static String amount(Project p) {
        return String.format(java.util.Locale.ROOT, "%,.0f %s", p.capacity().getAsDouble(), p.unit());
    }
}
