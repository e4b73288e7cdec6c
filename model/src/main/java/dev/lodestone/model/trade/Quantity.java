package dev.lodestone.model.trade;

import java.util.OptionalDouble;

/**
 * An amount that may be absent, with the reason of its absence: missing, zero and suppressed are three things.
 *
 * @param amount the amount in the unit of its field; 0 where there is none, see {@link #ofSomeone()}
 * @param status whether and how the amount is known
 */
public record Quantity(double amount, Status status) {

    /** Whether and how an amount is known. */
    public enum Status {
        REPORTED,
        /** Estimated by the publisher. */
        ESTIMATED,
        /** The publisher says that there was none. */
        NIL,
        MISSING,
        /** Withheld by the publisher: confidential. */
        SUPPRESSED,
        /** An amount that is not known to be of this flow, since its partner could not be told: others' shares are within what it leaves open. */
        OF_SOMEONE
    }

    public static final Quantity MISSING = new Quantity(0, Status.MISSING);
    public static final Quantity SUPPRESSED = new Quantity(0, Status.SUPPRESSED);
    public static final Quantity NIL = new Quantity(0, Status.NIL);

    public Quantity {
        if (!Double.isFinite(amount)) {
            throw new IllegalArgumentException("amount must be finite: " + amount);
        }
        if ((status == Status.MISSING || status == Status.SUPPRESSED || status == Status.NIL) && amount != 0) {
            throw new IllegalArgumentException("a " + status + " quantity has no amount: " + amount);
        }
    }

    /** The amount in the unit of its field; 0 where none is known to be of this flow. */
    @Override
    public double amount() {
        return status == Status.OF_SOMEONE ? 0 : amount;
    }

    /** An amount that may be of this flow and may not: its partner could not be told. */
    public OptionalDouble ofSomeone() {
        return status == Status.OF_SOMEONE ? OptionalDouble.of(amount) : OptionalDouble.empty();
    }

    /** What makes the quantity again, with its status: the amount, whoever's it is. */
    public double stored() {
        return amount;
    }

    public static Quantity reported(double amount) {
        return new Quantity(amount, Status.REPORTED);
    }

    public static Quantity estimated(double amount) {
        return new Quantity(amount, Status.ESTIMATED);
    }

    /** An amount whose partner could not be told: one that is not in the list, or a sum of some that are. */
    public static Quantity ofSomeone(double amount) {
        return new Quantity(amount, Status.OF_SOMEONE);
    }

    /** Whether there is an amount that is known to be of this flow, zero included. */
    public boolean isKnown() {
        return status == Status.REPORTED || status == Status.ESTIMATED || status == Status.NIL;
    }

    public OptionalDouble known() {
        return isKnown() ? OptionalDouble.of(amount) : OptionalDouble.empty();
    }
}
