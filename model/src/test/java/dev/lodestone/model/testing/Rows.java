package dev.lodestone.model.testing;

import dev.lodestone.model.quality.DataSource;
import dev.lodestone.model.quality.Origin;
import dev.lodestone.model.quality.Rounding;
import dev.lodestone.model.trade.CommodityCode;
import dev.lodestone.model.trade.Coverage;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.Quantity;
import dev.lodestone.model.trade.ReferencePeriod;
import dev.lodestone.model.trade.TradeDataset;
import dev.lodestone.model.trade.TradeFlow;
import dev.lodestone.model.trade.TradeObservation;
import dev.lodestone.model.trade.Valuation;
import java.util.ArrayList;
import java.util.List;

/** Rows of trade statistics for tests, with the fields that a test does not care about filled in. */
public final class Rows {

    private final List<TradeObservation> rows = new ArrayList<>();
    private String publisher = "Office";
    private String file = "office.csv";
    private String classification = "HS2022";
    private String currency = "USD";
    private Valuation valuation = Valuation.CIF;
    private Coverage coverage = Coverage.COMPLETE;
    private Rounding rounding = Rounding.NONE;
    private String reporter = "AAA";
    private String commodity = "850511";
    private String period = "2024";

    public static Rows rows() {
        return new Rows();
    }

    public Rows from(String newFile, String newPublisher) {
        this.file = newFile;
        this.publisher = newPublisher;
        return this;
    }

    public Rows classification(String text) {
        this.classification = text;
        return this;
    }

    public Rows currency(String code) {
        this.currency = code;
        return this;
    }

    public Rows valuation(Valuation v) {
        this.valuation = v;
        return this;
    }

    public Rows coverage(Coverage c) {
        this.coverage = c;
        return this;
    }

    /** The publisher rounds to these steps. */
    public Rows roundedTo(double value, double weightKg) {
        this.rounding = new Rounding(value, weightKg);
        return this;
    }

    public Rows reporter(String code) {
        this.reporter = code;
        return this;
    }

    public Rows commodity(String code) {
        this.commodity = code;
        return this;
    }

    public Rows period(String text) {
        this.period = text;
        return this;
    }

    /** Value without weight. */
    public Rows add(String partner, double value) {
        return add(partner, Quantity.reported(value), Quantity.MISSING);
    }

    public Rows add(String partner, double value, double weightKg) {
        return add(partner, Quantity.reported(value), Quantity.reported(weightKg));
    }

    public Rows add(String partner, Quantity value, Quantity weightKg) {
        return add(partner, TradeFlow.IMPORT, value, weightKg);
    }

    public Rows add(String partner, TradeFlow flow, Quantity value, Quantity weightKg) {
        rows.add(new TradeObservation(
                Economy.of(reporter),
                Economy.of(partner),
                flow,
                classification,
                CommodityCode.of(commodity),
                ReferencePeriod.parse(period).orElseThrow(),
                value,
                currency,
                weightKg,
                valuation,
                coverage,
                new Origin(new DataSource(file, "", "", "0".repeat(64), "tidy", publisher, rounding), rows.size() + 2L, "", "")));
        return this;
    }

    public List<TradeObservation> list() {
        return List.copyOf(rows);
    }

    public TradeDataset dataset() {
        return new TradeDataset(rows);
    }
}
