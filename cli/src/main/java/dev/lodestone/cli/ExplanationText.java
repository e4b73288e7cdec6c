package dev.lodestone.cli;

import dev.lodestone.model.assess.Assessment;
import dev.lodestone.model.commitment.CommitmentResult;
import dev.lodestone.model.explain.CommitmentExplanation;
import dev.lodestone.model.explain.FigureExplanation;
import dev.lodestone.model.explain.FigureInput;
import dev.lodestone.model.explain.FigureRow;
import dev.lodestone.model.measure.Indicator;
import dev.lodestone.model.measure.Measure;
import dev.lodestone.model.measure.Measures;
import dev.lodestone.model.measure.Outcome;
import dev.lodestone.model.register.Commitment;
import dev.lodestone.model.register.ProductionEntry;
import dev.lodestone.model.text.Statement;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.Quantity;
import dev.lodestone.model.trade.TradeFlow;
import dev.lodestone.model.trade.TradeObservation;
import dev.lodestone.report.data.Decimals;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Figures taken apart, for a person. */
public final class ExplanationText {

    private static final int ROWS_OF_A_VERDICT = 3;

    private final Assessment assessment;
    private final PrintWriter out;
    private final int rowsShown;

    /**
     * @param rowsShown rows shown of each figure; the others are counted
     */
    public ExplanationText(Assessment assessment, PrintWriter out, int rowsShown) {
        this.assessment = assessment;
        this.out = out;
        this.rowsShown = rowsShown;
    }

    public void print(FigureExplanation e) {
        out.println(OneLine.of(title(e)));
        outcome(e.indicator());
        if (!e.formula().isEmpty()) {
            field("formula", e.formula());
        }
        field("method", "docs/METHODS.md, measure " + e.indicator().measure() + ", Lodestone " + Version.number());
        provenance(e);
        out.println("Inputs");
        inputs(e);
        rows(e, rowsShown);
        caveats(e);
    }

    public void print(CommitmentExplanation e) {
        CommitmentResult r = e.result();
        Commitment c = r.commitment();
        out.println(OneLine.of(c.id() + " for " + name(r.party()) + ", " + r.stage() + (r.commodity().isEmpty() ? "" : ", line " + r.commodity())));
        field("promise", c.summary());
        field("status", r.status().code());
        field("reason", r.reason());
        if (!r.whatWouldChange().isEmpty()) {
            field("would change", r.whatWouldChange());
        }
        field("rule", c.kind().code() + (c.threshold().isPresent()
                ? ": " + c.comparator() + " " + Decimals.text(c.threshold(), Decimals.of(c.unit())) + (c.unit().equals("1") ? "" : " " + c.unit())
                : "") + (c.targetDate().isPresent() ? " by " + c.targetDate().get() : ""));
        if (r.measured().isPresent() || r.high().isPresent() || r.low().isPresent()) {
            field("measured", level(r.measured(), r.low(), r.high(), c.unit()) + (r.period().isEmpty() ? "" : ", " + r.period()));
        }
        r.pace().ifPresent(p -> field("pace", "a year: needed " + signed(p.needed()) + ", seen " + signed(p.seen()) + ", over " + p.years() + " years"));
        field("source", c.sourceTitle() + (c.sourceUrl().isEmpty() ? "" : ", " + c.sourceUrl()) + " (" + c.confidence().code() + ", checked " + c.recorded() + ")");
        field("method", "docs/METHODS.md, rule " + c.kind().code() + ", Lodestone " + Version.number());
        if (e.figures().isEmpty()) {
            out.println();
            return;
        }
        out.println("Rests on");
        for (FigureExplanation figure : e.figures()) {
            Outcome o = figure.indicator().outcome();
            String value = o.status() == Outcome.Status.NOT_COMPUTABLE ? o.reason() : level(o.value(), o.low(), o.high(), "1");
            out.println("  " + figure.indicator().about().period() + "  " + figure.indicator().supplier() + "  " + OneLine.of(value));
        }
        FigureExplanation newest = e.figures().getFirst();
        provenance(newest);
        inputs(newest);
        rows(newest, rowsShown == Integer.MAX_VALUE ? rowsShown : ROWS_OF_A_VERDICT);
        caveats(newest);
        out.println();
    }

    private String title(FigureExplanation e) {
        Indicator i = e.indicator();
        String goods = assessment.material().stages().stream()
                .filter(s -> s.id().equals(i.about().stage()))
                .map(s -> s.noun())
                .findFirst()
                .orElse("goods of several stages");
        return e.title()
                + (i.supplier().isEmpty() ? "" : ": " + name(i.supplier()))
                + "; " + name(i.about().economy().code()) + ", " + goods
                + (i.about().isWholeStage() ? "" : (i.about().commodity().contains("+") ? ", codes " : ", line ") + i.about().commodity())
                + ", " + i.about().period() + ", by " + i.basis().code();
    }

    private void outcome(Indicator i) {
        Outcome o = i.outcome();
        if (o.value().isPresent()) {
            field("value", number(o.value(), i.unit()) + (isShare(i) ? " (" + percent(o.value()) + ")" : ""));
        }
        if (o.low().isPresent() || o.high().isPresent()) {
            String percent = !isShare(i) || o.low().equals(o.high()) ? ""
                    : o.low().isPresent() && o.high().isPresent() ? " (" + percent(o.low()) + " to " + percent(o.high()) + ")"
                    : " (" + percent(o.low().isPresent() ? o.low() : o.high()) + ")";
            field("bounds", bounds(o.low(), o.high(), i.unit()) + percent);
        }
        field("status", o.status().code());
        if (!o.reason().isEmpty()) {
            field("reason", o.reason());
        }
    }

    private static boolean isShare(Indicator i) {
        return Measures.standard().stream().anyMatch(m -> m.id().equals(i.measure()) && m.form() == Measure.Form.SHARE);
    }

    /** As the pages tell a share. */
    private static String percent(OptionalDouble share) {
        return new BigDecimal(100 * share.orElseThrow()).setScale(1, RoundingMode.HALF_UP) + "%";
    }

    private void provenance(FigureExplanation e) {
        e.profile().ifPresent(p -> {
            field("published by", p.publisher() + ", " + (p.classification().isEmpty() ? "classification not told" : p.classification())
                    + ", codes " + String.join(", ", p.codes()) + ", coverage " + p.coverage().code());
            if (!p.rateNote().isEmpty()) {
                field("conversion", p.rateNote());
            }
        });
    }

    private void inputs(FigureExplanation e) {
        for (ProductionEntry entry : e.entries()) {
            out.println("  " + OneLine.of(entry.series() + ", " + entry.scope() + ", " + entry.year() + ": " + entry.text() + " " + entry.unit()
                    + ", " + entry.edition() + "  (" + entry.where() + "; " + entry.source() + ")"
                    + (entry.notes().isEmpty() ? "" : "; " + entry.notes())));
        }
        for (FigureInput input : e.inputs()) {
            boolean whole = input.unit().equals("1") ? input.amount() == Math.rint(input.amount()) : input.amount() >= 100;
            String amount = whole
                    ? String.format(Locale.ROOT, "%,.0f", input.amount())
                    : Decimals.text(input.amount(), 6);
            out.println("  " + OneLine.of(input.name()) + ": " + amount + (input.unit().equals("1") ? "" : " " + input.unit()));
        }
    }

    private void rows(FigureExplanation e, int limit) {
        List<FigureRow> movers = e.movers();
        if (!e.entries().isEmpty() && e.rows().isEmpty()) {
            return;
        }
        out.println("Rows that it depends on: " + movers.size());
        movers.stream().limit(limit).forEach(this::row);
        if (movers.size() > limit) {
            out.println("  and " + String.format(Locale.ROOT, "%,d", movers.size() - limit) + " more; --all shows every one");
        }
        List<FigureRow> still = e.rows().stream().filter(r -> !r.moves()).toList();
        if (!still.isEmpty()) {
            out.println("Rows of the same trade that do not move it: " + still.size() + (limit == Integer.MAX_VALUE ? "" : "; --all shows them"));
            if (limit == Integer.MAX_VALUE) {
                still.forEach(this::row);
            }
        }
        e.differences().forEach(d -> out.println(OneLine.of(String.format(
                Locale.ROOT,
                "Another source tells %s %s %s and was left aside: %s, %,.0f %s against %,.0f %s",
                d.reporter(), d.commodity(), d.period(), d.other(), d.otherTotal(), d.otherCurrency(), d.usedTotal(), d.usedCurrency()))));
    }

    private void row(FigureRow row) {
        TradeObservation o = row.observation();
        String note = o.origin().note().isEmpty() ? "" : "  (" + o.origin().note() + ")";
        out.println("  " + OneLine.of(o.origin().label() + "  " + o.reporter() + (o.flow() == TradeFlow.EXPORT ? " to " : " from ") + o.partner() + "  " + o.classification() + " " + o.commodity() + "  "
                + o.period() + "  " + amount(o.value(), o.currency()) + "  " + amount(o.netWeightKg(), "kg") + "  " + row.role().code() + note));
    }

    private void caveats(FigureExplanation e) {
        List<String> caveats = e.caveats().stream().map(Statement::english).toList();
        if (!caveats.isEmpty()) {
            out.println("Caveats");
            caveats.forEach(c -> out.println("  " + OneLine.of(c)));
        }
    }

    private void field(String name, String text) {
        out.println("  " + String.format(Locale.ROOT, "%-13s", name) + OneLine.of(text));
    }

    private String name(String code) {
        return Economy.find(code).map(assessment.registers()::nameOf).orElse(code);
    }

    /** A level with its bounds, said once where they meet. */
    private static String level(OptionalDouble value, OptionalDouble low, OptionalDouble high, String unit) {
        if (value.isPresent()) {
            return number(value, unit) + (value.equals(low) && value.equals(high) || low.isEmpty() && high.isEmpty() ? "" : " (" + bounds(low, high, unit) + ")");
        }
        return bounds(low, high, unit);
    }

    private static String bounds(OptionalDouble low, OptionalDouble high, String unit) {
        if (low.isPresent() && high.isPresent()) {
            return number(low, unit) + " to " + number(high, unit);
        }
        return low.isPresent() ? "at least " + number(low, unit) : "at most " + number(high, unit);
    }

    private static String number(OptionalDouble number, String unit) {
        return Decimals.text(number, Decimals.of(unit)) + (unit.equals("1") ? "" : " " + unit);
    }

    private static String signed(double number) {
        return (number > 0 ? "+" : "") + Decimals.text(number, 6);
    }

    private static String amount(Quantity quantity, String unit) {
        return switch (quantity.status()) {
            case MISSING -> unit.equals("kg") ? "no weight" : "no value";
            case SUPPRESSED -> unit.equals("kg") ? "weight withheld" : "value withheld";
            case NIL -> "nil " + unit;
            case ESTIMATED -> Decimals.exact(quantity.amount()) + " " + unit + " (estimated)";
            case REPORTED -> Decimals.exact(quantity.amount()) + " " + unit;
            case OF_SOMEONE -> Decimals.exact(quantity.stored()) + " " + unit + " (partner not known)";
        };
    }
}
