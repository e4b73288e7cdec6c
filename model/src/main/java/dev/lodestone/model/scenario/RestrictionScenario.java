package dev.lodestone.model.scenario;

import dev.lodestone.model.assess.Assessment;
import dev.lodestone.model.measure.Basis;
import dev.lodestone.model.measure.ExactSum;
import dev.lodestone.model.measure.Outcome;
import dev.lodestone.model.measure.Shares;
import dev.lodestone.model.measure.SupplierFlow;
import dev.lodestone.model.measure.SupplierProfile;
import dev.lodestone.model.register.Confidence;
import dev.lodestone.model.register.Project;
import dev.lodestone.model.register.StageEntry;
import dev.lodestone.model.text.Statement;
import dev.lodestone.model.text.Term;
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
 * higher, and so does the loss; where T is not known in full, what reserves replace is at least that of what is known, and the loss an upper
 * bound. What rounding, missing weights and small series that leave the supplier out leave open of m is in it as well.
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

    /** The assumptions: to be printed with every result. */
    public List<Statement> assumptions() {
        return List.of(
                Statement.of("scenario.assumption.level"),
                Statement.of("scenario.assumption.reserves"),
                Statement.of("scenario.assumption.capacity"),
                Statement.of("scenario.assumption.prices"));
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

    /** The last year that can be measured in dollars, calendar or fiscal; without a rate for any, the last that can be measured; the last year at all where none can. */
    private Optional<SupplierProfile> latest(Economy economy, String stage) {
        List<SupplierProfile> years = years(economy, stage);
        List<SupplierProfile> measured = years.stream().filter(p -> p.obstacle(Basis.VALUE).isEmpty()).toList();
        return measured.reversed().stream()
                .filter(p -> p.usdPerUnit().isPresent())
                .findFirst()
                .or(() -> measured.reversed().stream().findFirst())
                .or(() -> years.reversed().stream().findFirst());
    }

    private List<SupplierProfile> years(Economy economy, String stage) {
        List<SupplierProfile> calendar = assessment.years(economy, stage, "");
        return calendar.isEmpty()
                ? assessment.parts(economy, stage).stream().filter(p -> p.key().period().months() == (int) MONTHS_OF_A_YEAR).toList()
                : calendar;
    }

    /** Why a newer year that can be measured does not stand for the level of trade. */
    private Optional<Statement> passedOver(Economy economy, String stage, SupplierProfile taken) {
        return years(economy, stage).reversed().stream()
                .filter(p -> p.key().period().compareTo(taken.key().period()) > 0 && p.obstacle(Basis.VALUE).isEmpty())
                .findFirst()
                .map(RestrictionScenario::noRate);
    }

    private static Statement noRate(SupplierProfile profile) {
        return Statement.of("reason.no-rate", Term.words(profile.currency()), Term.year(profile.key().period().year()));
    }

    private Loss loss(Economy economy, StageEntry stage, Optional<SupplierProfile> latest, Basis basis) {
        String unit = basis == Basis.VALUE ? "USD" : "kg";
        List<Statement> notes = new ArrayList<>(notes(economy, stage.id()));
        Optional<Statement> obstacle = latest.isEmpty()
                ? Optional.of(noYear(economy, stage))
                : obstacle(latest.get(), basis);
        if (obstacle.isPresent()) {
            Outcome none = Outcome.notComputable(obstacle.get());
            return new Loss(
                    economy, stage.id(), latest.map(p -> p.key().period().toString()).orElse(""), basis, unit, OptionalDouble.empty(),
                    0, OptionalDouble.empty(), none, 0, none, notes);
        }
        SupplierProfile profile = latest.get();
        passedOver(economy, stage.id(), profile).ifPresent(notes::add);
        notes.addAll(profile.cautions());
        double factor = basis == Basis.VALUE ? profile.usdPerUnit().getAsDouble() : 1;
        double duration = months / MONTHS_OF_A_YEAR;
        Away away = new Away(profile.unnamed(basis) * factor);
        for (Restriction r : restrictions) {
            away.add(Shares.amount(profile, basis, counted(r.supplier())), r.severity() * duration);
        }
        double total = profile.total(basis) * factor;
        double days = reserveDays(economy, stage.id());
        double replaced = days / DAYS_OF_A_YEAR * total;
        double open = days / DAYS_OF_A_YEAR * profile.totalMargin(basis) * factor;
        return new Loss(
                economy, stage.id(), profile.key().period().toString(), basis, unit,
                profile.isComplete(basis) ? OptionalDouble.of(total) : OptionalDouble.empty(), profile.totalMargin(basis) * factor, away.from(),
                away.less(0, 0), days, days > 0 && !profile.isComplete(basis) ? away.lessAtLeast(replaced, open) : away.less(replaced, open), notes);
    }

    /** What stays away of several suppliers' goods. */
    private static final class Away {

        /** Between sums of the same amounts in another order. */
        private static final double SAME = 1e-9;

        private final double hidden;
        private final ExactSum from = new ExactSum();
        private final ExactSum least = new ExactSum();
        private final ExactSum value = new ExactSum();
        private final ExactSum most = new ExactSum();
        private double worst;
        private boolean hasValue = true;
        private boolean hasMost = true;
        private Statement why = Statement.NONE;

        /**
         * @param hidden imports of a year from partners that are not named: they may be any of the suppliers', but of one alone
         */
        Away(double hidden) {
            this.hidden = hidden;
        }

        /**
         * @param bought imports of a year from a supplier, in the high all that is hidden
         * @param part of a year's imports that stays away
         */
        void add(Outcome bought, double part) {
            least.add(bought.low().getAsDouble() * part);
            hasValue &= bought.hasValue();
            hasMost &= bought.high().isPresent();
            bought.value().ifPresent(from::add);
            bought.value().ifPresent(v -> value.add(v * part));
            bought.high().ifPresent(h -> most.add(Math.max(bought.value().getAsDouble(), h - hidden) * part));
            worst = Math.max(worst, part);
            boolean hiddenAlone = hidden > 0 && bought.hasValue() && bought.value().equals(bought.low())
                    && bought.high().orElse(0) - hidden - bought.value().getAsDouble() <= SAME * hidden;
            if (!bought.isOk() && why.isEmpty()) {
                why = hiddenAlone ? Statement.of("scenario.unnamed") : bought.why();
            }
        }

        OptionalDouble from() {
            return hasValue ? OptionalDouble.of(from.value()) : OptionalDouble.empty();
        }

        /** Less what reserves give at least: days of imports that are not known in full may be any amount more. */
        Outcome lessAtLeast(double reserves, double open) {
            Statement unknown = Statement.of("scenario.imports-in-part");
            return hasValue && hasMost
                    ? Outcome.atMost(Math.max(0, most.value() + hidden * worst - reserves + open), unknown)
                    : Outcome.atLeast(0, unknown);
        }

        /** Less what reserves give, and what is open about that either way. */
        Outcome less(double reserves, double open) {
            double low = Math.max(0, least.value() - reserves - open);
            if (!hasValue) {
                return Outcome.atLeast(low, why);
            }
            double middle = Math.max(0, value.value() - reserves);
            if (!hasMost) {
                return new Outcome(Outcome.Status.BOUNDED, OptionalDouble.of(middle), OptionalDouble.of(low), OptionalDouble.empty(), why);
            }
            double high = Math.max(0, most.value() + hidden * worst - reserves + open);
            return Outcome.within(Math.min(low, middle), middle, Math.max(high, middle), why);
        }
    }

    private Statement noYear(Economy economy, StageEntry stage) {
        List<SupplierProfile> parts = assessment.parts(economy, stage.id());
        return parts.isEmpty()
                ? Statement.of("reason.no-figure", stage.nounTerm(), assessment.registers().inText(economy))
                : Statement.of("scenario.part-of-a-year", Term.span(parts.getLast().key().period()));
    }

    private Optional<Statement> obstacle(SupplierProfile profile, Basis basis) {
        if (profile.obstacle(basis).isPresent()) {
            return profile.obstacle(basis);
        }
        if (basis == Basis.VALUE && profile.usdPerUnit().isEmpty()) {
            return Optional.of(noRate(profile));
        }
        for (Restriction r : restrictions) {
            Set<Economy> suppliers = counted(r.supplier());
            List<SupplierFlow> flows = profile.suppliers().stream().filter(f -> suppliers.contains(f.supplier())).toList();
            if (flows.stream().anyMatch(f -> !f.isFullyTold(basis)) && !profile.isComplete(basis) || profile.isUntold(suppliers, basis)) {
                return Optional.of(Statement.of("scenario.supplier-withheld", Term.words(r.supplier().code())));
            }
            if (flows.isEmpty() && profile.coverage() != Coverage.COMPLETE) {
                return Optional.of(Statement.of("scenario.supplier-absent", Term.words(r.supplier().code())));
            }
            Outcome bought = Shares.amount(profile, basis, suppliers);
            if (bought.status() == Outcome.Status.NOT_COMPUTABLE) {
                return Optional.of(bought.why());
            }
        }
        return Optional.empty();
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

    private List<Statement> notes(Economy economy, String stage) {
        List<Statement> notes = new ArrayList<>();
        for (Project p : bearing(economy, stage)) {
            boolean reserve = p.kind().equals("reserve");
            boolean running = p.status().equals("operating");
            if (countsAsReserve(p)) {
                notes.add(Statement.of("scenario.deducted", p.term("name", p.name()), amount(p)));
            } else if (reserve) {
                Statement idle = p.capacity().isPresent()
                        ? Statement.of("scenario.not-deducted-amount", p.term("name", p.name()), amount(p), status(p))
                        : Statement.of("scenario.not-deducted", p.term("name", p.name()), status(p));
                notes.add(p.notes().isBlank() ? idle : Statement.of("scenario.because", idle, p.term("notes", p.notes())));
            } else if (!running && p.capacity().isPresent()) {
                notes.add(p.start().isEmpty()
                        ? Statement.of("scenario.being-built-some-day", p.term("name", p.name()), amount(p), status(p))
                        : Statement.of("scenario.being-built", p.term("name", p.name()), amount(p), Term.words(p.start()), status(p)));
            }
        }
        return notes;
    }

    private static Term status(Project p) {
        return Term.name("words", p.status(), "text", p.status());
    }

    private static Statement amount(Project p) {
        return Statement.of("scenario.amount", Term.figure(p.capacity().getAsDouble(), 0), Term.name("units", p.unit(), "text", p.unit()));
    }
}
