package dev.lodestone.model.testing;

import dev.lodestone.model.register.Commitment;
import dev.lodestone.model.register.Confidence;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Commitments for tests, with the fields that a test does not care about left empty. */
public final class Commitments {

    private final Commitment.Kind kind;
    private List<String> parties = List.of("JPN");
    private Commitment.Applies applies = Commitment.Applies.EACH;
    private List<String> stages = List.of("magnet");
    private List<String> commodities = List.of();
    private boolean eachLine;
    private String supplier = "CHN";
    private OptionalDouble threshold = OptionalDouble.empty();
    private String basis = "value";
    private OptionalDouble baseline = OptionalDouble.empty();
    private int baselineYear;
    private Optional<LocalDate> adopted = Optional.empty();
    private Optional<LocalDate> targetDate = Optional.empty();
    private Optional<LocalDate> doneDate = Optional.empty();
    private OptionalDouble delivered = OptionalDouble.empty();
    private String outcome = "";
    private String missing = "";
    private Confidence confidence = Confidence.VERIFIED;
    private String supersedes = "";
    private String id = "ID";

    private Commitments(Commitment.Kind kind) {
        this.kind = kind;
    }

    public static Commitments of(Commitment.Kind kind) {
        return new Commitments(kind);
    }

    public static Commitments ceiling(double threshold) {
        return of(Commitment.Kind.SUPPLIER_SHARE_CEILING).threshold(threshold);
    }

    public Commitments id(String text) {
        this.id = text;
        return this;
    }

    public Commitments parties(String... codes) {
        this.parties = List.of(codes);
        return this;
    }

    public Commitments together() {
        this.applies = Commitment.Applies.TOGETHER;
        return this;
    }

    public Commitments stages(String... ids) {
        this.stages = List.of(ids);
        return this;
    }

    public Commitments commodities(String... codes) {
        this.commodities = List.of(codes);
        return this;
    }

    public Commitments eachLine() {
        this.eachLine = true;
        return this;
    }

    public Commitments supplier(String code) {
        this.supplier = code;
        return this;
    }

    public Commitments threshold(double value) {
        this.threshold = OptionalDouble.of(value);
        return this;
    }

    public Commitments basis(String text) {
        this.basis = text;
        return this;
    }

    public Commitments baseline(double value, int year) {
        this.baseline = OptionalDouble.of(value);
        this.baselineYear = year;
        return this;
    }

    public Commitments adopted(String date) {
        this.adopted = Optional.of(LocalDate.parse(date));
        return this;
    }

    public Commitments due(String date) {
        this.targetDate = Optional.of(LocalDate.parse(date));
        return this;
    }

    public Commitments done(String date) {
        this.doneDate = Optional.of(LocalDate.parse(date));
        return this;
    }

    public Commitments delivered(double amount) {
        this.delivered = OptionalDouble.of(amount);
        return this;
    }

    public Commitments outcome(String text) {
        this.outcome = text;
        return this;
    }

    public Commitments missing(String text) {
        this.missing = text;
        return this;
    }

    public Commitments unverified() {
        this.confidence = Confidence.UNVERIFIED;
        return this;
    }

    public Commitments supersedes(String other) {
        this.supersedes = other;
        return this;
    }

    public Commitment build() {
        return new Commitment(
                id, parties, applies, kind, "Instrument", "Summary.", adopted, stages, commodities, eachLine, supplier,
                threshold.isPresent() ? "<=" : "", threshold, "1", basis, "", baseline, baselineYear, targetDate, doneDate,
                delivered, outcome, false, "", missing, "source", "", LocalDate.of(2026, 11, 21), confidence, supersedes, "");
    }

    /** As an amount to be reached at most: {@code <=}. */
    public Commitment upToAmount() {
        return amount("<=");
    }

    /** As an amount to be reached: {@code >=}. */
    public Commitment amount() {
        return amount(">=");
    }

    private Commitment amount(String comparator) {
        Commitment c = build();
        return new Commitment(
                c.id(), c.parties(), c.applies(), c.kind(), c.instrument(), c.summary(), c.adopted(), c.stages(), c.commodities(),
                c.eachLine(), "", comparator, c.threshold(), "EUR", "", "", c.baseline(), 0, c.targetDate(), c.doneDate(), c.delivered(),
                c.outcome(), false, "", c.missing(), c.sourceTitle(), "", c.recorded(), c.confidence(), c.supersedes(), "");
    }
}
