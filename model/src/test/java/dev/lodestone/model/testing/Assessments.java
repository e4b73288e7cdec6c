package dev.lodestone.model.testing;

import dev.lodestone.model.assess.Assessment;
import dev.lodestone.model.assess.AssessmentOptions;
import dev.lodestone.model.assess.Assessor;
import dev.lodestone.model.explain.Explainer;
import dev.lodestone.model.explain.FigureExplanation;
import dev.lodestone.model.measure.Basis;
import dev.lodestone.model.measure.Indicator;
import dev.lodestone.model.measure.Outcome;
import dev.lodestone.model.register.Registers;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.ReferencePeriod;
import dev.lodestone.model.trade.TradeDataset;
import java.time.LocalDate;
import java.util.List;

/** The whole way from rows to figures, with {@link TestRegisters}. */
public final class Assessments {

    private static final AssessmentOptions OPTIONS = AssessmentOptions.of(LocalDate.of(2026, 11, 21), TestRegisters.MATERIAL)
            .withEconomies(List.of(Economy.of("JPN"), Economy.of("DEU"), Economy.EUROPEAN_UNION, Economy.of("USA")));

    private final Assessment assessment;

    private Assessments(Assessment assessment) {
        this.assessment = assessment;
    }

    public static Assessments of(Rows rows) {
        return of(rows.dataset(), TestRegisters.registers());
    }

    public static Assessments of(TradeDataset dataset, Registers registers) {
        return new Assessments(new Assessor(registers).assess(dataset, OPTIONS));
    }

    /** China with Hong Kong and Macao, watched as one. */
    public static Assessments withSpecialRegions(TradeDataset dataset, Registers registers) {
        AssessmentOptions together =
                new AssessmentOptions(OPTIONS.asOf(), OPTIONS.material(), OPTIONS.economies(), OPTIONS.watched(), true);
        return new Assessments(new Assessor(registers).assess(dataset, together));
    }

    public Assessment assessment() {
        return assessment;
    }

    public List<Indicator> all(String economy, String stage, String commodity, String period, String measure, Basis basis) {
        return assessment.indicators().stream()
                .filter(i -> i.about().economy().code().equals(economy)
                        && i.about().stage().equals(stage)
                        && i.about().commodity().equals(commodity)
                        && i.about().period().equals(ReferencePeriod.parse(period).orElseThrow())
                        && i.measure().equals(measure)
                        && i.basis() == basis)
                .toList();
    }

    public Indicator indicator(String economy, String stage, String commodity, String period, String measure, String supplier) {
        return all(economy, stage, commodity, period, measure, Basis.VALUE).stream()
                .filter(i -> i.supplier().equals(supplier))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + measure + " of '" + supplier + "' for " + economy + " " + stage + " " + period));
    }

    /** Of the stage as a whole, by value. */
    public Outcome figure(String economy, String stage, String period, String measure, String supplier) {
        return indicator(economy, stage, "", period, measure, supplier).outcome();
    }

    public FigureExplanation explain(String economy, String stage, String period, String measure, String supplier) {
        return new Explainer(assessment).explain(indicator(economy, stage, "", period, measure, supplier));
    }
}
