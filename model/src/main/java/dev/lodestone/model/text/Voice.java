package dev.lodestone.model.text;

import dev.lodestone.model.trade.ReferencePeriod;
import java.time.LocalDate;

/** How a reader writes numbers, dates and names. */
public interface Voice {

    /** A whole number of things. */
    String count(long number);

    /** A number with so many decimals. */
    String figure(double value, int decimals);

    /** A number with its sign, so many decimals. */
    String signed(double value, int decimals);

    String day(LocalDate date);

    String span(ReferencePeriod period);

    /**
     * A text of the registers.
     *
     * @param form the form that the sentence asks for, a word of the language's own; empty for the plain one
     */
    String name(Term.Name name, String form);
}
