package dev.lodestone.model.measure;

import dev.lodestone.model.text.Statement;
import java.util.OptionalDouble;

/**
 * The result of a measure: a value, bounds, or the reason why there is none. Never NaN.
 *
 * @param status whether it could be computed
 * @param value the value; absent when only a bound is known or nothing could be computed
 * @param low the least that it can be; absent when unknown
 * @param high the most that it can be; absent when unknown
 * @param why why it is bounded or not computable, or what a reader must know; may say nothing when {@link Status#OK}
 */
public record Outcome(Status status, OptionalDouble value, OptionalDouble low, OptionalDouble high, Statement why) {

    /** Whether a measure could be computed. */
    public enum Status {
        OK("ok"),
        BOUNDED("bounded"),
        NOT_COMPUTABLE("not-computable");

        private final String code;

        Status(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    public Outcome {
        requireFinite(value);
        requireFinite(low);
        requireFinite(high);
        if (low.isPresent() && high.isPresent() && low.getAsDouble() > high.getAsDouble()) {
            throw new IllegalArgumentException("low " + low.getAsDouble() + " above high " + high.getAsDouble());
        }
        if (status == Status.NOT_COMPUTABLE && why.isEmpty()) {
            throw new IllegalArgumentException("a figure that cannot be computed needs its reason");
        }
    }

    public static Outcome of(double value) {
        return of(value, Statement.NONE);
    }

    public static Outcome of(double value, Statement note) {
        OptionalDouble v = OptionalDouble.of(value);
        return new Outcome(Status.OK, v, v, v, note);
    }

    /** A value inside bounds; {@link Status#OK} when the bounds meet. */
    public static Outcome within(double low, double value, double high, Statement why) {
        if (low == high) {
            return of(value, why);
        }
        return new Outcome(Status.BOUNDED, OptionalDouble.of(value), OptionalDouble.of(low), OptionalDouble.of(high), why);
    }

    public static Outcome atMost(double high, Statement why) {
        return new Outcome(Status.BOUNDED, OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.of(high), why);
    }

    public static Outcome atLeast(double low, Statement why) {
        return new Outcome(Status.BOUNDED, OptionalDouble.empty(), OptionalDouble.of(low), OptionalDouble.empty(), why);
    }

    public static Outcome notComputable(Statement why) {
        return new Outcome(Status.NOT_COMPUTABLE, OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), why);
    }

    /** For a measure of one's own, whose reason has no key: it stays as it is in every language. */
    public static Outcome notComputable(String reason) {
        return notComputable(Statement.verbatim(reason));
    }

    /** {@link #why()} in English, as data files print it. */
    public String reason() {
        return why.english();
    }

    public boolean isOk() {
        return status == Status.OK;
    }

    public boolean hasValue() {
        return value.isPresent();
    }

    /** Only an upper bound is known. */
    public boolean isUpperBound() {
        return value.isEmpty() && low.isEmpty() && high.isPresent();
    }

    /** The value, or the upper bound where only that is known. */
    public OptionalDouble valueOrHigh() {
        return value.isPresent() ? value : high;
    }

    private static void requireFinite(OptionalDouble number) {
        if (number.isPresent() && !Double.isFinite(number.getAsDouble())) {
            throw new IllegalArgumentException("a figure must be finite: " + number.getAsDouble());
        }
    }
}
