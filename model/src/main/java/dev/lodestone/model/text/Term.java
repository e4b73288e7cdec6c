package dev.lodestone.model.text;

import dev.lodestone.model.trade.ReferencePeriod;
import java.time.LocalDate;
import java.util.List;

/** What stands in a place of a sentence. Each language gives it its own form. */
public sealed interface Term
        permits Statement,
                Term.Words,
                Term.Count,
                Term.Figure,
                Term.Percent,
                Term.Points,
                Term.Year,
                Term.Day,
                Term.Span,
                Term.Money,
                Term.Amount,
                Term.Name,
                Term.Listing {

    /** The same in every language: a code, an id, a publisher's name. */
    record Words(String text) implements Term {}

    /** How many there are; it chooses between singular and plural. */
    record Count(long number) implements Term {}

    /** A number with so many decimals; like a count it may choose between singular and plural. */
    record Figure(double value, int decimals) implements Term {}

    /** A share 0..1, told in per cent with so many decimals. */
    record Percent(double share, int decimals) implements Term {}

    /** A difference between shares 0..1, told in percentage points with one decimal; it may choose between singular and plural. */
    record Points(double difference, boolean signed) implements Term {}

    /** A calendar year. */
    record Year(int year) implements Term {}

    /** A day. */
    record Day(LocalDate date) implements Term {}

    /** The months that a figure covers. */
    record Span(ReferencePeriod period) implements Term {}

    /** An amount of US dollars, rounded as in a sentence. */
    record Money(double dollars) implements Term {}

    /**
     * An amount in a unit of the registers: a currency, told in millions and more, or tonnes, days and the like.
     *
     * @param unit an ISO 4217 code, or a unit as the registers write it
     */
    record Amount(double value, String unit) implements Term {}

    /**
     * A text of the registers, which a translation of the registers may hold in the reader's language.
     *
     * @param register register it stands in, such as {@code economies}
     * @param id id of the row
     * @param field field of the row
     * @param text the text in the register's own language, English
     */
    record Name(String register, String id, String field, String text) implements Term {}

    /**
     * Several terms in a row.
     *
     * @param terms the terms
     * @param glue what stands between them
     */
    record Listing(List<Term> terms, Glue glue) implements Term {

        /** What stands between the terms of a listing. */
        public enum Glue {
            /** A comma: names and codes. */
            COMMA,
            /** A comma, and before the last the word for it: names in a sentence. */
            AND,
            /** A space: sentences of one text. */
            SENTENCES
        }

        public Listing {
            terms = List.copyOf(terms);
        }
    }

    static Term words(String text) {
        return new Words(text);
    }

    static Term count(long number) {
        return new Count(number);
    }

    static Term figure(double value, int decimals) {
        return new Figure(value, decimals);
    }

    /** Per cent with one decimal. */
    static Term percent(double share) {
        return new Percent(share, 1);
    }

    /** Per cent without decimals. */
    static Term roundPercent(double share) {
        return new Percent(share, 0);
    }

    static Term points(double difference) {
        return new Points(difference, false);
    }

    static Term signedPoints(double difference) {
        return new Points(difference, true);
    }

    static Term year(int year) {
        return new Year(year);
    }

    static Term day(LocalDate date) {
        return new Day(date);
    }

    static Term span(ReferencePeriod period) {
        return new Span(period);
    }

    static Term money(double dollars) {
        return new Money(dollars);
    }

    static Term amount(double value, String unit) {
        return new Amount(value, unit);
    }

    static Term name(String register, String id, String field, String text) {
        return new Name(register, id, field, text);
    }

    static Term list(List<Term> terms) {
        return new Listing(terms, Listing.Glue.COMMA);
    }

    /** Names that a sentence tells together: one, two and three. */
    static Term together(List<Term> terms) {
        return new Listing(terms, Listing.Glue.AND);
    }

    /** Codes and ids, one after the other. */
    static Term listOf(Iterable<String> codes) {
        List<Term> terms = new java.util.ArrayList<>();
        codes.forEach(code -> terms.add(words(code)));
        return list(terms);
    }
}
