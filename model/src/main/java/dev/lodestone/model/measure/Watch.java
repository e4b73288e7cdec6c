package dev.lodestone.model.measure;

import dev.lodestone.model.text.Statement;
import dev.lodestone.model.text.Term;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a reader of one profile must look at twice: each with its numbers, none of them a proof.
 *
 * <p>Another supplier that is large or grew fast, a leader that differs by value and weight ({@link SupplierAlerts}); a supplier that
 * vanishes; a new supplier without known output where the watched one fell; unit values far from the others'; a price gap; a gap between
 * buyer's and supplier's figures; weights that the publisher estimated.
 *
 * <p>Told only of purchases that are worth it: {@link MeasureContext#watchFrom} US dollars a year in one of the years compared, of the supplier
 * that an alert is about, of all where it is about all. Where no rate makes dollars of them they are told.
 */
public final class Watch {

    /** Share from which a supplier is missed when it vanishes. */
    public static final double MISSED = 0.10;

    /** Part of its former share below which a supplier counts as vanished. */
    public static final double VANISHED = 0.10;

    /** Share below which a supplier counts as new in the following year. */
    public static final double UNKNOWN = 0.02;

    /** Gain from which a new supplier without known output is named. */
    public static final double NEW = 0.05;

    /** Part of what a third country sells that the watched supplier's sales to it must cover (Freund 2025). */
    public static final double COVERED = 0.75;

    /** Ratio of unit values, either way, from which it is told. */
    public static final double PRICE = 2;

    /** Gap between two sides from which it is told. */
    public static final double GAP = 0.10;

    /** Part of the weight that the publisher estimated, from which it is told. */
    public static final double ESTIMATED = 0.10;

    private static final int NAMED = 3;

    /** What to look at. */
    public enum Kind {
        LARGE,
        JUMP,
        FLIP,
        VANISHED,
        HUB,
        UNIT_VALUE,
        PRICE_GAP,
        MIRROR_GAP,
        ESTIMATED_WEIGHT
    }

    /**
     * Everything to look at in a profile.
     *
     * @param bought what was bought in all, a sentence; says nothing where there is nothing to look at, or no rate
     * @param alerts what to look at
     * @param small how many more there are about purchases too small to tell
     * @param left those in a sentence; says nothing where there are none
     */
    public record Look(Statement bought, List<Alert> alerts, int small, Statement left) {

        static final Look NOTHING = new Look(Statement.NONE, List.of(), 0, Statement.NONE);
    }

    /**
     * One thing to look at.
     *
     * @param kind which
     * @param supplier whom it is about
     * @param said it with its numbers, a sentence
     */
    public record Alert(Kind kind, Economy supplier, Statement said) {}

    private final SupplierProfile profile;
    private final MeasureContext context;
    private final Records records;
    private final Optional<SupplierProfile> earlier;
    private final List<Alert> alerts = new ArrayList<>();
    private int small;

    private Watch(SupplierProfile profile, MeasureContext context) {
        this.profile = profile;
        this.context = context;
        this.records = context.records();
        this.earlier = profile.key().period().isCalendarYear() ? records.earlier(profile, Basis.VALUE) : Optional.empty();
    }

    /** Everything to look at in a profile; nothing where not every partner is told. */
    public static List<Alert> of(SupplierProfile profile, MeasureContext context) {
        return look(profile, context).alerts();
    }

    /** As {@link #of}, with what they are about and how many were left out. */
    public static Look look(SupplierProfile profile, MeasureContext context) {
        if (!profile.isComplete(Basis.VALUE) || profile.obstacle(Basis.VALUE).isPresent()) {
            return Look.NOTHING;
        }
        Watch watch = new Watch(profile, context);
        watch.vanished();
        watch.hubs();
        watch.others();
        watch.flip();
        watch.prices();
        watch.mirror();
        watch.estimates();
        return watch.told();
    }

    private Look told() {
        boolean priced = profile.usdPerUnit().isPresent() && !alerts.isEmpty();
        return new Look(
                priced ? Statement.of("watch.bought", Term.money(all()), year(profile)) : Statement.NONE,
                List.copyOf(alerts), small,
                small > 0 ? Statement.of("watch.small", Term.count(small), Term.money(context.watchFrom())) : Statement.NONE);
    }

    /** Tells something of purchases that are worth it; dollars a year, the most of the years compared. */
    private void add(double dollars, Kind kind, Economy supplier, String key, Term... terms) {
        if (dollars >= context.watchFrom()) {
            alerts.add(new Alert(kind, supplier, Statement.of(key, terms)));
        } else {
            small++;
        }
    }

    /** An amount of a profile in dollars; more than any where there is no rate. */
    private static double dollars(SupplierProfile p, double amount) {
        return p.usdPerUnit().isPresent() ? amount * p.usdPerUnit().getAsDouble() : Double.POSITIVE_INFINITY;
    }

    private double all() {
        return dollars(profile, profile.total(Basis.VALUE));
    }

    private static double dollars(SupplierProfile p, Economy supplier) {
        return dollars(p, p.find(supplier).map(SupplierFlow::value).orElse(0.0));
    }

    /** What was bought from a supplier, the more of this year and the one before. */
    private double most(Economy supplier) {
        return Math.max(dollars(profile, supplier), earlier.map(p -> dollars(p, supplier)).orElse(0.0));
    }

    /** A supplier without a value did not vanish, and did not appear when its value is told. */
    private static boolean isUntold(SupplierProfile p, Economy supplier) {
        return p.isUntold(Set.of(supplier), Basis.VALUE);
    }

    private static double share(SupplierProfile p, Economy supplier) {
        return p.find(supplier).map(f -> f.value() / p.total(Basis.VALUE)).orElse(0.0);
    }

    private Term year(SupplierProfile p) {
        return Term.span(p.key().period());
    }

    /** A supplier that was missed in this year or in the year before it. */
    private void vanished() {
        if (earlier.isEmpty()) {
            return;
        }
        SupplierProfile before = earlier.get();
        for (SupplierFlow flow : before.suppliers()) {
            double then = share(before, flow.supplier());
            double now = share(profile, flow.supplier());
            if (then >= MISSED && now < VANISHED * then && !isUntold(profile, flow.supplier())) {
                add(most(flow.supplier()), Kind.VANISHED, flow.supplier(), "watch.vanished",
                        records.name(flow.supplier()), Term.percent(then), year(before), Term.percent(now), year(profile));
            }
        }
        records.earlier(before, Basis.VALUE).ifPresent(first -> {
            for (SupplierFlow flow : first.suppliers()) {
                double then = share(first, flow.supplier());
                double between = share(before, flow.supplier());
                double now = share(profile, flow.supplier());
                if (then >= MISSED && now >= then / 2 && between < VANISHED * then && !isUntold(before, flow.supplier())) {
                    add(Math.max(dollars(first, flow.supplier()), most(flow.supplier())), Kind.VANISHED, flow.supplier(), "watch.gone-for-a-year",
                            records.name(flow.supplier()), Term.percent(then), year(first), Term.percent(between), year(before),
                            Term.percent(now), year(profile));
                }
            }
        });
    }

    /** A third country that appears where the watched supplier falls, without output of its own on record: a pattern, never a proof. */
    private void hubs() {
        if (earlier.isEmpty() || profile.isUntold(context.watched(), Basis.VALUE) || earlier.get().isUntold(context.watched(), Basis.VALUE)) {
            return;
        }
        SupplierProfile before = earlier.get();
        double fall = watchedShare(before) - watchedShare(profile);
        for (SupplierFlow flow : profile.suppliers()) {
            Economy hub = flow.supplier();
            double then = share(before, hub);
            double now = share(profile, hub);
            boolean rises = !context.watched().contains(hub) && then < UNKNOWN && now - then >= NEW && fall >= (now - then) / 2;
            if (rises && !isUntold(before, hub) && !records.hasCapacity(hub, profile.key().stage())) {
                double dollars = most(hub);
                add(dollars, Kind.HUB, hub, "watch.hub", records.name(hub), Term.percent(then), year(before), Term.percent(now), year(profile),
                        records.name(context.watchedCode()), Term.points(fall));
                if (dollars >= context.watchFrom()) {
                    legs(hub, before);
                }
            }
        }
    }

    /** Both legs of the detour, where the watched supplier's exports are on record. */
    private void legs(Economy hub, SupplierProfile before) {
        Optional<Double> firstLeg = soldTo(hub, profile);
        Optional<Double> firstLegBefore = soldTo(hub, before);
        double secondLeg = profile.find(hub).map(SupplierFlow::value).orElse(0.0);
        if (firstLeg.isEmpty() || firstLegBefore.isEmpty() || secondLeg <= 0 || profile.usdPerUnit().isEmpty()) {
            return;
        }
        boolean rises = firstLeg.get() > firstLegBefore.get();
        boolean covers = firstLeg.get() >= COVERED * secondLeg;
        double dollars = Math.min(firstLeg.get(), secondLeg) * profile.usdPerUnit().getAsDouble();
        add(most(hub), Kind.HUB, hub, rises && covers ? "watch.rerouting" : "watch.no-rerouting", records.name(context.watchedCode()), records.name(hub),
                Term.money(firstLeg.get() * profile.usdPerUnit().getAsDouble()), Term.percent(firstLeg.get() / secondLeg), Term.money(dollars));
    }

    /** What the watched supplier says it sold to someone, in the profile's currency. */
    private Optional<Double> soldTo(Economy hub, SupplierProfile like) {
        Optional<SupplierProfile> exports = records.exportsBy(context.watchedCode(), like).filter(p -> p.isComplete(Basis.VALUE));
        if (exports.isEmpty() || !exports.get().currency().equals(like.currency())) {
            return Optional.empty();
        }
        return Optional.of(exports.get().find(hub).map(SupplierFlow::value).orElse(0.0));
    }

    private double watchedShare(SupplierProfile p) {
        return Shares.of(p, Basis.VALUE, context.watched()).value().orElse(0);
    }

    private void others() {
        for (SupplierAlerts.Other other : SupplierAlerts.others(profile, earlier, Basis.VALUE, context)) {
            Term share = Term.percent(other.share().value().getAsDouble());
            if (other.gain() >= SupplierAlerts.FAST && earlier.isPresent()) {
                add(most(other.supplier()), Kind.JUMP, other.supplier(), "watch.jump",
                        records.name(other.supplier()), Term.points(other.gain()), year(earlier.get()), share, year(profile));
            } else {
                add(dollars(profile, other.supplier()), Kind.LARGE, other.supplier(), "watch.large", records.name(other.supplier()), share, year(profile));
            }
        }
    }

    private void flip() {
        SupplierAlerts.flip(profile).ifPresent(f -> add(all(), Kind.FLIP, f.byValue(), "watch.flip", records.name(f.byValue()),
                Term.percent(Shares.of(profile, Basis.VALUE, f.byValue()).value().orElse(0)), records.name(f.byWeight()),
                Term.percent(Shares.of(profile, Basis.WEIGHT, f.byWeight()).value().orElse(0))));
    }

    private void prices() {
        Term unit = Term.words((profile.usdPerUnit().isPresent() ? "USD" : profile.currency()) + "/kg");
        List<UnitValueOutliers.Marked> marked = UnitValueOutliers.marked(profile, records);
        List<UnitValueOutliers.Marked> worth = marked.stream().filter(m -> most(m.flow().supplier()) >= context.watchFrom()).toList();
        small += marked.size() - worth.size();
        worth.stream().limit(NAMED).forEach(m -> {
            Economy supplier = m.flow().supplier();
            if (m.before().isPresent()) {
                add(most(supplier), Kind.UNIT_VALUE, supplier, "watch.unit-value-jump", records.name(supplier), price(m.before().getAsDouble()),
                        year(earlier.orElse(profile)), price(m.unitValue()), unit, year(profile));
            } else {
                add(most(supplier), Kind.UNIT_VALUE, supplier, m.ratio() < 1 ? "watch.unit-value-low" : "watch.unit-value", records.name(supplier),
                        price(m.unitValue()), unit, m.ratio() < 1 ? Term.percent(m.ratio()) : Term.figure(m.ratio(), 1));
            }
        });
        Outcome gap = PriceGap.gap(profile, context);
        boolean open = gap.low().isEmpty() && gap.high().isEmpty();
        gap.value().ifPresent(g -> {
            // Of part of the partners there are no bounds: it is said of those on record.
            double least = open ? g : gap.low().orElse(0);
            double most = open ? g : gap.high().orElse(Double.POSITIVE_INFINITY);
            if (least >= PRICE || most <= 1 / PRICE) {
                double watched = context.watched().stream().mapToDouble(w -> profile.find(w).map(SupplierFlow::value).orElse(0.0)).sum();
                double others = profile.total(Basis.VALUE) - profile.unnamed(Basis.VALUE) - watched;
                add(dollars(profile, Math.min(watched, others)), Kind.PRICE_GAP, context.watchedCode(), g > 1 ? "watch.price-above" : "watch.price-below",
                        records.name(context.watchedCode()), Term.figure(g > 1 ? g : 1 / g, 1));
            }
        });
    }

    /** As many decimals as are worth reading: cents of a kilogram for a thousand dollars are none. */
    private static Term price(double unitValue) {
        return Term.figure(unitValue, unitValue >= 100 ? 0 : unitValue >= 1 ? 1 : 2);
    }

    private void mirror() {
        MirrorGap.of(profile, context.watched(), records).ifPresent(m -> {
            Outcome gap = m.gap();
            double low = gap.low().orElse(0);
            double high = gap.high().orElse(0);
            if (low >= GAP || high <= -GAP) {
                double larger = dollars(profile, Math.max(m.bought(), m.sold()));
                add(larger, Kind.MIRROR_GAP, context.watchedCode(), low > 0 ? "watch.mirror-more" : "watch.mirror-less",
                        records.name(context.watchedCode()), Shares.span(Math.min(Math.abs(low), Math.abs(high)), Math.max(Math.abs(low), Math.abs(high))),
                        Shares.span(m.share().low().orElse(0), m.share().high().orElse(0)));
            }
        });
    }

    private void estimates() {
        double weight = profile.total(Basis.WEIGHT);
        double estimated = profile.suppliers().stream().mapToDouble(SupplierFlow::estimatedWeightKg).sum();
        if (weight > 0 && estimated >= ESTIMATED * weight) {
            Set<String> who = new LinkedHashSet<>();
            profile.suppliers().stream()
                    .filter(f -> f.rows().stream().anyMatch(o -> o.netWeightKg().status() == Quantity.Status.ESTIMATED))
                    .limit(NAMED)
                    .forEach(f -> who.add(f.supplier().code()));
            add(all(), Kind.ESTIMATED_WEIGHT, context.watchedCode(), "watch.estimated", Term.percent(estimated / weight), Term.listOf(who));
        }
    }
}
