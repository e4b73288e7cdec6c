package dev.lodestone.report.brief;

import dev.lodestone.model.explain.Explainer;
import dev.lodestone.model.explain.FigureExplanation;
import dev.lodestone.model.explain.FigureInput;
import dev.lodestone.model.measure.Basis;
import dev.lodestone.model.measure.Indicator;
import dev.lodestone.model.measure.Measures;
import dev.lodestone.model.measure.Outcome;
import dev.lodestone.model.measure.ProfileKey;
import dev.lodestone.model.measure.SupplierFlow;
import dev.lodestone.model.measure.SupplierProfile;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.TradeObservation;
import dev.lodestone.report.view.Explanation;
import dev.lodestone.report.view.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Collects how the numbers of one page were made; each number is explained once. */
final class Explanations {

    private static final int ROWS_SHOWN = 12;

    private final Desk desk;
    private final Map<String, Explanation> byId = new LinkedHashMap<>();

    Explanations(Desk desk) {
        this.desk = desk;
    }

    List<Explanation> all() {
        return List.copyOf(byId.values());
    }

    /** Explains the watched supplier's share; returns the id that the number leads to. */
    String watchedShare(SupplierProfile profile, Basis basis) {
        return share(profile, basis, desk.watched(), desk.assessment.context().watched());
    }

    /** Explains one supplier's share. */
    String share(SupplierProfile profile, Basis basis, Economy supplier) {
        return share(profile, basis, supplier, Set.of(supplier));
    }

    private String share(SupplierProfile profile, Basis basis, Economy supplier, Set<Economy> counted) {
        String id = id("share", profile, basis, supplier.code());
        if (byId.containsKey(id)) {
            return id;
        }
        Outcome share = dev.lodestone.model.measure.Shares.of(profile, basis, counted);
        double from = profile.suppliers().stream()
                .filter(f -> counted.contains(f.supplier()))
                .mapToDouble(f -> f.amount(basis))
                .sum();
        List<Explanation.Input> inputs = new ArrayList<>();
        inputs.add(new Explanation.Input(
                desk.say("explain.from", desk.inText(supplier)), amount(from, basis, profile.currency())));
        inputs.add(new Explanation.Input(
                desk.say(profile.isComplete() ? "explain.total" : "explain.total-listed"),
                amount(profile.total(basis), basis, profile.currency())));
        if (profile.unnamed(basis) > 0) {
            inputs.add(new Explanation.Input(desk.say("explain.unnamed"), amount(profile.unnamed(basis), basis, profile.currency())));
        }
        inputs.add(new Explanation.Input(desk.say("explain.codes"), String.join(", ", profile.codes())));
        inputs.add(new Explanation.Input(desk.say("explain.publisher"), profile.publisher()));
        put(id, profile, basis, inputs, desk.say("explain.share.title",
                        desk.inText(supplier), stageName(profile), desk.inText(profile.key().economy()),
                        profile.key().period(), basisWord(basis), desk.numbers.share(share)),
                desk.say(profile.isComplete() ? "explain.share.formula" : "explain.share.formula-bound"), counted);
        return id;
    }

    /** Explains the concentration of supply. */
    String hhi(SupplierProfile profile, Basis basis) {
        String id = id("hhi", profile, basis, "");
        if (byId.containsKey(id)) {
            return id;
        }
        Outcome hhi = dev.lodestone.model.measure.Shares.hhi(profile, basis);
        List<Explanation.Input> inputs = new ArrayList<>();
        profile.suppliers().stream()
                .sorted(Comparator.comparingDouble((SupplierFlow f) -> -f.amount(basis)))
                .limit(5)
                .forEach(f -> inputs.add(new Explanation.Input(
                        desk.name(f.supplier()),
                        desk.numbers.percent(f.amount(basis) / profile.total(basis)))));
        String value = hhi.valueOrHigh().isPresent() ? desk.numbers.hhi(hhi.valueOrHigh().getAsDouble()) : desk.tell(hhi.why());
        put(id, profile, basis, inputs, desk.say("explain.hhi.title", stageName(profile), desk.inText(profile.key().economy()),
                        profile.key().period(), basisWord(basis), value),
                desk.say("explain.hhi.formula"), Set.of());
        return id;
    }

    /** Explains any figure of the assessment: formula, inputs, the rows or the register's entries behind it. */
    String figure(Indicator indicator) {
        ProfileKey about = indicator.about();
        String id = id(indicator.measure(), about, indicator.basis(), indicator.supplier());
        if (byId.containsKey(id)) {
            return id;
        }
        Explainer explainer = new Explainer(desk.assessment);
        FigureExplanation told = explainer.outline(indicator);
        List<Explanation.Input> inputs = new ArrayList<>();
        told.inputs().forEach(i -> inputs.add(new Explanation.Input(desk.tell(i.what()), inputAmount(i))));
        told.entries().forEach(e -> inputs.add(new Explanation.Input(
                desk.say("explain.entry", e.series(), e.scope(), Integer.toString(e.year()), e.edition(), e.where()), e.text() + " " + e.unit())));
        List<SourceValue> rows = new ArrayList<>();
        for (SupplierProfile p : explainer.profilesOf(indicator)) {
            p.suppliers().forEach(f -> f.rows().forEach(o -> rows.add(new SourceValue(o, quantity(o, indicator.basis())))));
        }
        rows.sort(Comparator.comparingDouble((SourceValue v) -> -v.amount()));
        List<Explanation.SourceRow> shown = rows.stream().limit(ROWS_SHOWN).map(v -> sourceRow(v.row(), indicator.basis())).toList();
        String rest = rows.size() > ROWS_SHOWN ? desk.say("explain.rest", desk.numbers.count(rows.size() - ROWS_SHOWN)) : "";
        List<Text> caveats = new ArrayList<>();
        if (!indicator.outcome().why().isEmpty()) {
            caveats.add(Text.of(Desk.capital(desk.tell(indicator.outcome().why()))));
        }
        told.caveats().forEach(c -> caveats.add(Text.of(desk.tell(c))));
        String title = desk.say("explain.figure.title", measureName(indicator.measure()), stageName(about), desk.inText(about.economy()), about.period(),
                basisWord(indicator.basis()));
        byId.put(id, new Explanation(
                id, title, told.formula(), inputs, shown, rest, caveats, desk.say("explain.method", desk.facts.version())));
        return id;
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
                desk.say("explain.row", o.reporter(), o.partner(), o.commodity(), o.period()),
                basis == Basis.VALUE
                        ? desk.numbers.amount(o.value().amount()) + " " + o.currency()
                        : desk.numbers.amount(o.netWeightKg().amount()) + " kg");
    }

    private void put(
            String id,
            SupplierProfile profile,
            Basis basis,
            List<Explanation.Input> inputs,
            String title,
            String formula,
            Set<Economy> first) {
        List<TradeObservation> rows = profile.suppliers().stream()
                .flatMap(f -> f.rows().stream())
                .sorted(Comparator.comparing((TradeObservation o) -> !first.contains(o.partner()))
                        .thenComparing(o -> -quantity(o, basis)))
                .toList();
        List<Explanation.SourceRow> shown = rows.stream()
                .limit(ROWS_SHOWN)
                .map(o -> sourceRow(o, basis))
                .toList();
        String rest = rows.size() > ROWS_SHOWN ? desk.say("explain.rest", desk.numbers.count(rows.size() - ROWS_SHOWN)) : "";
        List<Text> caveats = profile.cautions().stream().map(desk::tell).map(desk::text).toList();
        byId.put(id, new Explanation(id, title, formula, inputs, shown, rest, caveats, desk.say("explain.method", desk.facts.version())));
    }

    private static double quantity(TradeObservation o, Basis basis) {
        return basis == Basis.VALUE ? o.value().amount() : o.netWeightKg().amount();
    }

    private String amount(double amount, Basis basis, String currency) {
        return basis == Basis.VALUE ? desk.numbers.amount(Math.rint(amount)) + " " + currency : desk.numbers.amount(Math.rint(amount)) + " kg";
    }

    private String basisWord(Basis basis) {
        return desk.say(basis == Basis.VALUE ? "basis.value" : "basis.weight");
    }

    private String stageName(SupplierProfile profile) {
        return stageName(profile.key());
    }

    private String stageName(ProfileKey key) {
        if (key.isWholeStage()) {
            return desk.stage(key.stage()).noun();
        }
        return desk.commodity(key.stage(), key.commodity()).map(c -> c.code() + " (" + c.label() + ")").orElse(key.commodity());
    }

    private static String id(String what, SupplierProfile profile, Basis basis, String supplier) {
        return id(what, profile.key(), basis, supplier);
    }

    private static String id(String what, ProfileKey key, Basis basis, String supplier) {
        return ("x-" + what + "-" + key.economy() + "-" + key.stage() + "-" + key.commodity() + "-" + key.period() + "-" + basis.code() + "-" + supplier)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9-]", "-")
                .replaceAll("-+", "-")
                .replaceAll("-$", "");
    }
}
