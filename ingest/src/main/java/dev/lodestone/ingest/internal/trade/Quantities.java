package dev.lodestone.ingest.internal.trade;

import dev.lodestone.model.trade.Quantity;
import java.math.BigDecimal;
import java.util.List;

/** Arithmetic of quantities that may be absent. */
final class Quantities {

    private Quantities() {}

    /**
     * The sum, known only if every part is: a missing part makes it missing, a suppressed part suppressed. Estimated if a part is.
     */
    static Quantity sum(List<Quantity> parts) {
        double sum = 0;
        boolean estimated = false;
        boolean suppressed = false;
        boolean missing = false;
        boolean allNil = true;
        for (Quantity part : parts) {
            sum += part.amount();
            estimated |= part.status() == Quantity.Status.ESTIMATED;
            suppressed |= part.status() == Quantity.Status.SUPPRESSED;
            missing |= part.status() == Quantity.Status.MISSING || part.status() == Quantity.Status.OF_SOMEONE;
            allNil &= part.status() == Quantity.Status.NIL;
        }
        if (suppressed) {
            return Quantity.SUPPRESSED;
        }
        if (missing) {
            return Quantity.MISSING;
        }
        if (allNil) {
            return Quantity.NIL;
        }
        return estimated ? Quantity.estimated(sum) : Quantity.reported(sum);
    }

    /** A known amount as one whose partner could not be told; missing where there is none, or one below zero, which bounds nothing. */
    static Quantity ofSomeone(Quantity amount) {
        return amount.isKnown() && amount.amount() >= 0 ? Quantity.ofSomeone(amount.amount()) : Quantity.MISSING;
    }

    /** An amount without exponent and without trailing zeros. */
    static String plain(double amount) {
        return amount == 0 ? "0" : BigDecimal.valueOf(amount).stripTrailingZeros().toPlainString();
    }
}
