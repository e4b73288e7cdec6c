package dev.lodestone.model.measure;

import dev.lodestone.model.register.ProductionEntry;
import dev.lodestone.model.text.Statement;
import dev.lodestone.model.text.Term;
import dev.lodestone.model.trade.Economy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Net import reliance: how much of what an economy uses came from abroad, net of what it sold abroad.
 *
 * <p>NIR = (I − E ± ΔS) / AC with AC = P + I − E ± ΔS, all of one stage. Published figures are read with their qualifiers as intervals:
 * {@code 53} is 0.53 within 0.525 to 0.535, {@code >95} lies in [0.95, 1], {@code <25} in [0, 0.25], {@code E} (net exporter) is at most 0, {@code NA} and
 * {@code W} are no figures. One edition is used for a whole series, the newest: figures of two editions are never spliced, since each
 * revises the last.
 *
 * <p>Not computable if the amounts belong to different stages: concentrates are never netted against oxides or metals. Higher is more
 * dependent. Source: U.S. Geological Survey, "Mineral Commodity Summaries", appendix on definitions.
 */
public final class NetImportReliance {

    /** Id in the column {@code measure}. */
    public static final String ID = "net-import-reliance";

    /** Name for readers. */
    public static final Statement NAME = Statement.of("measure." + ID);

    public static final String FORMULA = "NIR = (I − E ± ΔS) / (P + I − E ± ΔS)";

    /** The same from own output and apparent consumption, which are published where imports and exports mix stages. */
    public static final String USE_FORMULA = "NIR = (AC − P) / AC";

    private static final Pattern FIGURE = Pattern.compile("([<>]?)\\s*(\\d+(?:\\.\\d+)?)");
    private static final Pattern AMOUNT = Pattern.compile("\\d+(?:\\.\\d+)?");

    private NetImportReliance() {}

    /**
     * A published figure.
     *
     * @param stage stage id
     * @param scope what it covers in words
     * @param year year
     * @param edition edition it is read in
     * @param outcome the figure as a share of apparent consumption
     * @param entry the register's row
     */
    public record Published(String stage, String scope, int year, String edition, Outcome outcome, ProductionEntry entry) {}

    /**
     * An amount at a stage.
     *
     * @param stage stage id
     * @param amount in one unit throughout
     * @param margin what rounding leaves open about it, either way; 0 where it is exact
     */
    public record StageAmount(String stage, double amount, double margin) {

        public StageAmount {
            if (!Double.isFinite(amount) || !(margin >= 0) || Double.isInfinite(margin)) {
                throw new IllegalArgumentException("an amount is finite and its margin 0 or more: " + amount + ", " + margin);
            }
        }

        /** An exact amount. */
        public StageAmount(String stage, double amount) {
            this(stage, amount, 0);
        }
    }

    /** Published series of an economy, each from its newest edition, in the register's order. */
    public static List<Published> published(List<ProductionEntry> register, Economy economy) {
        Map<String, List<ProductionEntry>> series = new LinkedHashMap<>();
        for (ProductionEntry e : register) {
            if (e.series().equals(ID) && e.economy().equals(economy.code())) {
                series.computeIfAbsent(e.stage() + '\u0000' + e.scope(), k -> new ArrayList<>()).add(e);
            }
        }
        List<Published> figures = new ArrayList<>();
        for (List<ProductionEntry> entries : series.values()) {
            String newest = newestEdition(entries);
            entries.stream()
                    .filter(e -> e.edition().equals(newest))
                    .map(e -> new Published(e.stage(), e.scope(), e.year(), e.edition(), read(e.text(), note(e)), e))
                    .forEach(figures::add);
        }
        return List.copyOf(figures);
    }

    private static Statement note(ProductionEntry e) {
        return Statement.of("reason.published", Term.name("scopes", e.scope(), "text", e.scope()), Term.words(e.edition()));
    }

    /**
     * Reads a figure in per cent with its qualifier.
     *
     * @param note scope and edition, for the reason
     */
    public static Outcome read(String text, Statement note) {
        String t = text.replaceFirst("%\\s*$", "").strip();
        if (t.equals("E")) {
            return Outcome.atMost(0, Statement.of("reason.net-exporter", note));
        }
        Matcher m = FIGURE.matcher(t);
        if (!m.matches() || Double.parseDouble(m.group(2)) > 100) {
            return Outcome.notComputable(Statement.of("reason.published-none", Term.words(t), note));
        }
        double share = Double.parseDouble(m.group(2)) / 100;
        Term told = new Term.Percent(share, Math.max(0, m.group(2).length() - 1 - (m.group(2) + ".").indexOf('.')));
        return switch (m.group(1)) {
            case ">" -> new Outcome(
                    Outcome.Status.BOUNDED, OptionalDouble.empty(), OptionalDouble.of(share), OptionalDouble.of(1),
                    Statement.of("reason.published-more", told, note));
            case "<" -> new Outcome(
                    Outcome.Status.BOUNDED, OptionalDouble.empty(), OptionalDouble.of(0), OptionalDouble.of(share),
                    Statement.of("reason.published-less", told, note));
            default -> rounded(m.group(2), share, note);
        };
    }

    /** A figure in per cent stands for all that rounds to it. */
    private static Outcome rounded(String digits, double share, Statement note) {
        int point = digits.indexOf('.');
        double half = 0.005 * Math.pow(10, point < 0 ? 0 : point + 1 - digits.length());
        return Outcome.within(Math.max(0, share - half), share, Math.min(1, share + half), note);
    }

    /**
     * From own output and apparent consumption: what is not made at home is net imports, stocks included.
     *
     * @param production own output as published; it stands for all that rounds to it
     * @param consumption apparent consumption as published
     */
    public static Outcome ofUse(PublishedAmount production, PublishedAmount consumption) {
        if (!production.stage().equals(consumption.stage())) {
            return Outcome.notComputable(Statement.of("reason.never-netted"));
        }
        if (consumption.low() <= 0) {
            return Outcome.notComputable(Statement.of("reason.no-consumption"));
        }
        return Outcome.within(
                1 - production.high() / consumption.low(),
                1 - production.amount() / consumption.amount(),
                1 - production.low() / consumption.high(),
                Statement.of("reason.rounded-amounts"));
    }

    /**
     * An amount as it is printed, which stands for all that rounds to its last digit but zeros.
     *
     * @param stage stage id
     * @param amount the amount
     * @param half half a unit of its last digit
     */
    public record PublishedAmount(String stage, double amount, double half) {

        /** Reads digits such as {@code 9010}: from 9005 to 9015; empty where there is no plain number. */
        public static Optional<PublishedAmount> read(String stage, String text) {
            Matcher m = AMOUNT.matcher(text.strip().replace(",", ""));
            if (!m.matches()) {
                return Optional.empty();
            }
            BigDecimal amount = new BigDecimal(m.group()).stripTrailingZeros();
            double half = amount.signum() == 0 ? 0.5 : 0.5 * Math.pow(10, -amount.scale());
            return Optional.of(new PublishedAmount(stage, amount.doubleValue(), half));
        }

        double low() {
            return Math.max(0, amount - half);
        }

        double high() {
            return amount + half;
        }
    }

    /**
     * From amounts, with what their rounding leaves open: from the least net imports to the most.
     *
     * @param production own output
     * @param imports imports
     * @param exports exports
     * @param stockRelease what stocks gave; negative when they grew
     */
    public static Outcome of(StageAmount production, StageAmount imports, StageAmount exports, StageAmount stockRelease) {
        String stage = production.stage();
        if (!imports.stage().equals(stage) || !exports.stage().equals(stage) || !stockRelease.stage().equals(stage)) {
            return Outcome.notComputable(Statement.of("reason.never-netted"));
        }
        double net = imports.amount() - exports.amount() + stockRelease.amount();
        double consumption = production.amount() + net;
        if (consumption <= 0) {
            return Outcome.notComputable(Statement.of("reason.no-consumption"));
        }
        double open = imports.margin() + exports.margin() + stockRelease.margin();
        double reliance = net / consumption;
        double least = Math.max(0, production.amount() - production.margin());
        double most = production.amount() + production.margin();
        // N / (P + N) rises with net imports N; with own output P it falls while N is positive, and rises where N is negative.
        double highNet = net + open;
        double high = highNet / ((highNet > 0 ? least : most) + highNet);
        double lowNet = net - open;
        double leastUse = (lowNet > 0 ? most : least) + lowNet;
        if (leastUse <= 0) {
            return Outcome.atMost(high, Reasons.rounded(Statement.NONE));
        }
        double low = lowNet / leastUse;
        return reliance - low >= ShareBounds.VISIBLE || high - reliance >= ShareBounds.VISIBLE
                ? Outcome.within(Math.min(low, reliance), reliance, Math.max(high, reliance), Reasons.rounded(Statement.NONE))
                : Outcome.of(reliance);
    }

    static String newestEdition(List<ProductionEntry> entries) {
        return entries.stream()
                .max(Comparator.comparingInt(ProductionEntry::editionYear).thenComparing(ProductionEntry::edition))
                .orElseThrow()
                .edition();
    }
}
