package dev.lodestone.model.measure;

import dev.lodestone.model.text.Statement;
import dev.lodestone.model.text.Term;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.Valuation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What the buyer says it bought from the watched supplier against what the supplier says it sold to the buyer.
 *
 * <p>{@code mirror-gap}: (m/(1+τ) − x) / max, −1..1; above 0 the buyer tells more. τ, freight and insurance, lies between 0 and
 * {@link #MOST_FREIGHT} where imports are valued CIF or the valuation is not told, and is 0 for FOB; it is never estimated from the data.
 * {@code supplier-share-mirror}: the supplier's share if its own figure stood in for the buyer's, x(1+τ) / (T − m + x(1+τ)); what the buyer bought from
 * unnamed partners may be in it, and what either side rounds away widens both. By value only:
 * in US dollars where the currencies differ. Hong Kong and Macao count with China only where asked. Not computable where the supplier's
 * exports are not at hand. The gap is a caveat; the buyer's figure stays the figure.
 */
public final class MirrorGap extends Described {

    /** Most that freight and insurance add to a value: the declared interval, see docs/METHODS.md. */
    public static final double MOST_FREIGHT = 0.12;

    private static final Set<Basis> VALUE = Set.of(Basis.VALUE);

    private final boolean asShare;

    private MirrorGap(String id, String formula, Form form, boolean asShare) {
        super(id, formula, form);
        this.asShare = asShare;
    }

    static List<Measure> all() {
        return List.of(
                new MirrorGap("mirror-gap", "(m/(1+τ) − x) / max(m/(1+τ), x), τ within [0, 0.12]",
                        Form.SHARE, false),
                new MirrorGap("supplier-share-mirror", "x(1+τ) / (T − m + x(1+τ)), τ within [0, 0.12]",
                        Form.SHARE, true));
    }

    @Override
    public Set<Basis> bases() {
        return VALUE;
    }

    @Override
    public String listedUnder(MeasureContext context) {
        return context.watchedCode().code();
    }

    @Override
    public List<Reading> read(SupplierProfile profile, Basis basis, MeasureContext context) {
        Optional<Mirror> mirror = of(profile, context.watched(), context.records());
        return mirror.isEmpty()
                ? List.of()
                : List.of(new Reading(context.watchedCode().code(), asShare ? mirror.get().share() : mirror.get().gap()));
    }

    @Override
    public List<Input> inputs(SupplierProfile profile, String supplier, Basis basis, MeasureContext context) {
        List<Input> inputs = new ArrayList<>();
        of(profile, context.watched(), context.records()).ifPresent(m -> {
            inputs.add(new Input(Statement.of("input.buyer-tells"), m.bought(), profile.currency()));
            inputs.add(new Input(Statement.of("input.seller-tells"), m.sold(), profile.currency()));
            inputs.add(new Input(Statement.of("input.imports-all"), m.total(), profile.currency()));
        });
        return inputs;
    }

    /**
     * Both sides of a flow, in the buyer's currency.
     *
     * @param bought what the buyer says
     * @param sold what the supplier says
     * @param total all imports of the buyer
     * @param freight most that freight and insurance add
     * @param open what the buyer's own statistics and the roundings of both leave open
     */
    public record Mirror(double bought, double sold, double total, double freight, Open open) {

        /** With nothing open but freight. */
        public Mirror(double bought, double sold, double total, double freight) {
            this(bought, sold, total, freight, Open.NOTHING);
        }

        /** Gap, from the most freight to none; purchases and sales whose other side is not named may be this flow. */
        public Outcome gap() {
            double soldAtMost = sold + open.elsewhere();
            double boughtAtMost = bought + open.unnamed();
            return spanned(
                    gap(bought, soldAtMost, freight), gap(boughtAtMost, sold, 0),
                    gap(Math.max(0, bought - open.bought()), soldAtMost + open.sold() + open.elsewhereOpen(), freight),
                    gap(boughtAtMost + open.bought() + open.unnamedOpen(), Math.max(0, sold - open.sold()), 0));
        }

        /** Share by the supplier's figure, from no freight to the most; purchases and sales whose other side is not named may be this flow. */
        public Outcome share() {
            double others = total - bought;
            double soldAtMost = sold + open.elsewhere();
            return spanned(
                    share(sold, others, 0), share(soldAtMost, others - open.unnamed(), freight),
                    share(Math.max(0, sold - open.sold()), others + open.others(), 0),
                    share(soldAtMost + open.sold() + open.elsewhereOpen(), others - open.unnamed() - open.others(), freight));
        }

        private static double gap(double bought, double sold, double tau) {
            double m = bought / (1 + tau);
            double most = Math.max(m, sold);
            return most > 0 ? (m - sold) / most : 0;
        }

        private static double share(double sold, double others, double tau) {
            double x = sold * (1 + tau);
            return x > 0 ? x / (x + Math.max(0, others)) : 0;
        }

        private Outcome spanned(double low, double high, double least, double most) {
            boolean rounded = low - least >= ShareBounds.VISIBLE || most - high >= ShareBounds.VISIBLE;
            double from = rounded ? Math.min(low, least) : low;
            double to = rounded ? Math.max(high, most) : high;
            if (from == to) {
                return Outcome.of(from);
            }
            Statement why = why();
            return new Outcome(
                    Outcome.Status.BOUNDED, OptionalDouble.empty(), OptionalDouble.of(from), OptionalDouble.of(to),
                    rounded ? Reasons.rounded(why) : why);
        }

        private Statement why() {
            Statement partners = open.elsewhere() > 0 ? Statement.of("reason.sold-unnamed") : Reasons.unnamed(total > 0 ? open.unnamed() / total : 0);
            if (freight == 0) {
                return partners;
            }
            return partners.isEmpty()
                    ? Statement.of("reason.freight", Term.roundPercent(freight))
                    : Statement.of("reason.freight-and", Term.roundPercent(freight), partners);
        }
    }

    /**
     * What the two sides of a flow leave open beside freight.
     *
     * @param bought rounding of what the buyer bought from the supplier, either way
     * @param sold rounding of what the supplier sold, either way
     * @param others rounding of what the buyer bought from others, either way
     * @param unnamed what the buyer bought from partners that are not named
     * @param elsewhere what the supplier sold to partners that are not named
     * @param unnamedOpen rounding of what the buyer bought from partners that are not named, either way: though none is told, some may be
     * @param elsewhereOpen rounding of what the supplier sold to partners that are not named
     */
    public record Open(
            double bought, double sold, double others, double unnamed, double elsewhere, double unnamedOpen, double elsewhereOpen) {

        static final Open NOTHING = new Open(0, 0, 0, 0, 0);

        /** Where nobody rounds what has no name. */
        public Open(double bought, double sold, double others, double unnamed, double elsewhere) {
            this(bought, sold, others, unnamed, elsewhere, 0, 0);
        }
    }

    /** Both sides of what a buyer bought from suppliers counted as one; empty where either is not told. */
    public static Optional<Mirror> of(SupplierProfile profile, Set<Economy> suppliers, Records records) {
        if (!profile.isComplete(Basis.VALUE) || profile.obstacle(Basis.VALUE).isPresent() || profile.isUntold(suppliers, Basis.VALUE)) {
            return Optional.empty();
        }
        Set<Economy> buyers = records.members(profile.key().economy()).isEmpty()
                ? Set.of(profile.key().economy())
                : Set.copyOf(records.members(profile.key().economy()));
        ExactSum bought = new ExactSum();
        ExactSum sold = new ExactSum();
        double openBought = 0;
        double openSold = 0;
        double elsewhere = 0;
        double openElsewhere = 0;
        for (Economy supplier : suppliers) {
            int rank = profile.rankOf(supplier);
            if (rank >= 0) {
                bought.add(profile.amount(rank, Basis.VALUE));
                openBought += profile.margin(rank, Basis.VALUE);
            }
            Optional<SupplierProfile> exports = records.exportsBy(supplier, profile).filter(p -> p.isComplete(Basis.VALUE));
            if (exports.isEmpty() || exports.get().isUntold(buyers, Basis.VALUE)) {
                return Optional.empty();
            }
            OptionalDouble factor = factor(exports.get(), profile);
            if (factor.isEmpty()) {
                return Optional.empty();
            }
            elsewhere += Math.max(0, exports.get().unnamed(Basis.VALUE)) * factor.getAsDouble();
            openElsewhere += exports.get().unnamedMargin(Basis.VALUE) * factor.getAsDouble();
            for (int to = 0; to < exports.get().supplierCount(); to++) {
                if (buyers.contains(exports.get().supplier(to))) {
                    sold.add(exports.get().amount(to, Basis.VALUE) * factor.getAsDouble());
                    openSold += exports.get().margin(to, Basis.VALUE) * factor.getAsDouble();
                }
            }
        }
        boolean freeOnBoard = !profile.valuations().isEmpty() && profile.valuations().stream().allMatch(v -> v == Valuation.FOB);
        return Optional.of(new Mirror(
                bought.value(), sold.value(), profile.total(Basis.VALUE), freeOnBoard ? 0 : MOST_FREIGHT,
                new Open(
                        openBought, openSold, Math.max(0, profile.totalMargin(Basis.VALUE) - openBought),
                        Math.max(0, profile.unnamed(Basis.VALUE)), elsewhere, profile.unnamedMargin(Basis.VALUE), openElsewhere)));
    }

    private static OptionalDouble factor(SupplierProfile from, SupplierProfile to) {
        if (from.currency().equals(to.currency())) {
            return OptionalDouble.of(1);
        }
        return from.usdPerUnit().isPresent() && to.usdPerUnit().isPresent()
                ? OptionalDouble.of(from.usdPerUnit().getAsDouble() / to.usdPerUnit().getAsDouble())
                : OptionalDouble.empty();
    }
}
