package dev.lodestone.report.brief;

import dev.lodestone.model.explain.Explainer;
import dev.lodestone.model.explain.FigureExplanation;
import dev.lodestone.model.explain.FigureInput;
import dev.lodestone.model.measure.Basis;
import dev.lodestone.model.measure.Indicator;
import dev.lodestone.model.measure.Measures;
import dev.lodestone.model.measure.ProfileKey;
import dev.lodestone.model.measure.Shares;
import dev.lodestone.model.measure.SupplierFlow;
import dev.lodestone.model.measure.SupplierProfile;
import dev.lodestone.model.text.Term;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.Quantity;
import dev.lodestone.model.trade.TradeFlow;
import dev.lodestone.model.trade.TradeObservation;
import dev.lodestone.report.view.Explanation;
import dev.lodestone.report.view.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Collects how the numbers of one page were made; each number is explained once, with what the model tells of it. */
final class Explanations {

    private static final int ROWS_SHOWN = 12;

    /** Shares that stand beside a measure of concentration. */
    private static final int LARGEST = 5;

    private final Desk desk;
    private final Explainer explainer;
    private final Map<String, Explanation> byId = new LinkedHashMap<>();

    Explanations(Desk desk) {
        this.desk = desk;
        this.explainer = new Explainer(desk.assessment);
    }

    List<Explanation> all() {
        return List.copyOf(byId.values());
    }

    /** Explains the watched supplier's share; returns the id that the number leads to. */
    String watchedShare(SupplierProfile profile, Basis basis) {
        return share(profile, basis, desk.watched());
    }

    /** Explains one supplier's share, that of the watched supplier with all that count as it. */
    String share(SupplierProfile profile, Basis basis, Economy supplier) {
        String id = id("share", profile.key(), basis, supplier.code());
        if (!byId.containsKey(id)) {
            Indicator share = explainer.share(profile, supplier, basis);
            Set<Economy> first = supplier.equals(desk.watched()) ? desk.assessment.context().watched() : Set.of(supplier);
            String title = desk.say("explain.share.title", desk.inText(supplier), stageName(profile.key()), desk.inText(profile.key().economy()),
                    profile.key().period(), basisWord(basis), desk.numbers.share(share.outcome()));
            String formula = desk.say(profile.isComplete(basis) ? "explain.share.formula" : "explain.share.formula-bound");
            put(id, title, formula, explainer.outline(share), List.of(), first);
        }
        return id;
    }

    /** Explains the concentration of supply. */
    String hhi(SupplierProfile profile, Basis basis) {
        String id = id("hhi", profile.key(), basis, "");
        if (!byId.containsKey(id)) {
            Indicator index = new Indicator(profile.key(), "hhi", "", basis, "1", Shares.hhi(profile, basis));
            List<Explanation.Input> largest = profile.suppliers().stream()
                    .sorted(Comparator.comparingDouble((SupplierFlow f) -> -f.amount(basis)))
                    .limit(LARGEST)
                    .map(f -> new Explanation.Input(desk.name(f.supplier()), desk.numbers.percent(profile.partOf(f, basis))))
                    .toList();
            OptionalDouble level = index.outcome().valueOrHigh();
            String value = level.isPresent() ? desk.numbers.hhi(level.getAsDouble()) : desk.tell(index.outcome().why());
            String title = desk.say("explain.hhi.title", stageName(profile.key()), desk.inText(profile.key().economy()), profile.key().period(),
                    basisWord(basis), value);
            put(id, title, desk.say("explain.hhi.formula"), explainer.outline(index), largest, Set.of());
        }
        return id;
    }

    /** Explains any figure of the assessment: formula, inputs, the rows or the register's entries behind it. */
    String figure(Indicator indicator) {
        ProfileKey about = indicator.about();
        String id = id(indicator.measure(), about, indicator.basis(), indicator.supplier());
        if (byId.containsKey(id)) {
            return id;
        }
        String title = desk.say("explain.figure.title", measureName(indicator.measure()), stageName(about), desk.inText(about.economy()), about.period(),
                basisWord(indicator.basis()));
        FigureExplanation told = explainer.outline(indicator);
        // Of what a seller tells, the rows of the buyer are those that a reader looks for; of purchases nobody's go first.
        Set<Economy> buyers = new HashSet<>(desk.assessment.context().records().members(about.economy()));
        buyers.add(about.economy());
        put(id, title, told.formula(), told, List.of(), buyers);
        return id;
    }

    /** Who published the rows behind a figure. */
    String publishers(Indicator indicator) {
        return explainer.profilesOf(indicator).stream().map(SupplierProfile::publisher).distinct().sorted().collect(Collectors.joining(", "));
    }

    /**
     * Keeps an explanation: what the model says of the figure, told in the reader's language.
     *
     * @param first partners whose rows come first
     */
    private void put(String id, String title, String formula, FigureExplanation told, List<Explanation.Input> further, Set<Economy> first) {
        Indicator indicator = told.indicator();
        List<Explanation.Input> inputs = new ArrayList<>();
        told.inputs().forEach(i -> inputs.add(new Explanation.Input(Desk.capital(desk.tell(i.what())), inputAmount(i))));
        inputs.addAll(further);
        told.entries().forEach(e -> inputs.add(new Explanation.Input(
                desk.say("explain.entry", e.series(), e.scope(), Integer.toString(e.year()), e.edition(), e.where()), e.text() + " " + e.unit())));
        told.profile().ifPresent(p -> {
            inputs.add(new Explanation.Input(desk.say("explain.codes"), String.join(", ", p.codes())));
            inputs.add(new Explanation.Input(desk.say("explain.publisher"), p.publisher()));
        });
        List<SourceValue> rows = new ArrayList<>();
        for (SupplierProfile p : explainer.profilesOf(indicator)) {
            Stream.concat(p.suppliers().stream(), p.unnamedFlows().stream()).forEach(f -> f.rows().forEach(o -> rows.add(new SourceValue(o, quantity(o, indicator.basis())))));
        }
        rows.sort(Comparator.comparing((SourceValue v) -> !first.contains(v.row().partner()))
                .thenComparing(Comparator.comparingDouble(SourceValue::amount).reversed()));
        List<Explanation.SourceRow> shown = rows.stream().limit(ROWS_SHOWN).map(v -> sourceRow(v.row(), indicator.basis())).toList();
        String rest = rows.size() > ROWS_SHOWN ? desk.say("explain.rest", Term.count(rows.size() - ROWS_SHOWN)) : "";
        List<Text> caveats = new ArrayList<>();
        if (!indicator.outcome().why().isEmpty()) {
            caveats.add(desk.text(Desk.capital(desk.tell(indicator.outcome().why()))));
        }
        told.caveats().forEach(c -> caveats.add(desk.text(desk.tell(c))));
        byId.put(id, new Explanation(id, title, formula, inputs, shown, rest, caveats, desk.say("explain.method", desk.facts.version())));
    }

    private record SourceValue(TradeObservation row, double amount) {}

    private String measureName(String id) {
        return Measures.standard().stream().filter(m -> m.id().equals(id)).findFirst().map(m -> desk.tell(m.name())).orElse(id);
    }

    private String inputAmount(FigureInput input) {
        if (!input.unit().equals("1")) {
            return desk.numbers.amount(Math.rint(input.amount())) + " " + input.unit();
        }
        return input.amount() == Math.rint(input.amount()) ? desk.numbers.count((long) input.amount()) : desk.numbers.hhi(input.amount());
    }

    private Explanation.SourceRow sourceRow(TradeObservation o, Basis basis) {
        return new Explanation.SourceRow(
                o.origin().label(),
                desk.say(o.flow() == TradeFlow.EXPORT ? "explain.row-sold" : "explain.row", o.reporter(), o.partner(), o.commodity(), o.period()),
                basis == Basis.VALUE ? amount(o.value(), o.currency()) : amount(o.netWeightKg(), "kg"));
    }

    private String amount(Quantity quantity, String unit) {
        if (quantity.ofSomeone().isPresent()) {
            return desk.say("explain.of-someone", desk.numbers.amount(quantity.stored()) + " " + unit);
        }
        return quantity.isKnown() ? desk.numbers.amount(quantity.amount()) + " " + unit : desk.say("figure.none");
    }

    private static double quantity(TradeObservation o, Basis basis) {
        return basis == Basis.VALUE ? o.value().amount() : o.netWeightKg().amount();
    }

    private String basisWord(Basis basis) {
        return desk.say(basis == Basis.VALUE ? "basis.value" : "basis.weight");
    }

    private String stageName(ProfileKey key) {
        if (key.isWholeStage()) {
            return desk.stage(key.stage()).noun();
        }
        return desk.commodity(key.stage(), key.commodity()).map(c -> c.code() + " (" + c.label() + ")").orElse(key.commodity());
    }

    private static String id(String what, ProfileKey key, Basis basis, String supplier) {
        return ("x-" + what + "-" + key.economy() + "-" + key.stage() + "-" + key.commodity() + "-" + key.period() + "-" + basis.code() + "-" + supplier)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9-]", "-")
                .replaceAll("-+", "-")
                .replaceAll("-$", "");
    }
}
