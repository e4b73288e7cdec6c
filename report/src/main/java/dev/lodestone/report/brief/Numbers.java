package dev.lodestone.report.brief;

import dev.lodestone.model.measure.Outcome;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;

/** Numbers and dates in a reader's form. */
final class Numbers {

    /** What dividing by a power of ten may leave beside a whole number. */
    private static final double WHOLE_TOLERANCE = 1e-9;

    private final DecimalFormat tenths;
    private final DecimalFormat whole;
    private final DecimalFormat hundredths;
    private final DecimalFormat thousandths;
    private final DateTimeFormatter shortDay;
    private final DateTimeFormatter shortMonth;
    private final Phrases phrases;

    Numbers(Locale locale, Phrases phrases) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
        this.tenths = new DecimalFormat("#,##0.0", symbols);
        this.whole = new DecimalFormat("#,##0", symbols);
        this.hundredths = new DecimalFormat("#,##0.00", symbols);
        this.thousandths = new DecimalFormat("0.000", symbols);
        for (DecimalFormat form : new DecimalFormat[] {tenths, whole, hundredths, thousandths}) {
            form.setRoundingMode(RoundingMode.HALF_UP);
        }
        this.shortDay = DateTimeFormatter.ofPattern(phrases.say("format.short-date"), locale);
        this.shortMonth = DateTimeFormatter.ofPattern(phrases.say("format.short-month"), locale);
        this.phrases = phrases;
    }

    /** {@code 82.4%} of a share 0..1. */
    String percent(double share) {
        String number = tenths.format(Math.abs(100 * share));
        return phrases.say("format.percent", share < 0 && !number.equals(tenths.format(0)) ? "\u2212" + number : number);
    }

    /** {@code 82.41%} of a share 0..1, with so many decimals. */
    String percent(double share, int decimals) {
        return decimals == 1 ? percent(share) : phrases.say("format.percent", phrases.voice().figure(100 * share, decimals));
    }

    /** {@code 82.4} of a share 0..1, without its sign. */
    String percentNumber(double share) {
        return tenths.format(100 * share);
    }

    /** A rate with its sign: {@code +4.3%} or {@code −0.4%}. */
    String signedPercent(double rate) {
        return phrases.say("format.percent", points(rate));
    }

    /** {@code 82%} of a share 0..1, for headlines and charts; a share that would round to nothing is {@code <1%}, for it is not nothing. */
    String roundPercent(double share) {
        if (share > 0 && share < 0.005) {
            return "<" + phrases.say("format.percent", whole.format(1));
        }
        return phrases.say("format.percent", wholePercent(share));
    }

    /** Whole percent; 74.46 keeps its tenth, for who reads 74.5 below a headline of 74 takes one of them for a mistake. */
    private String wholePercent(double share) {
        double percent = 100 * share;
        double tenth = Math.round(10 * percent) / 10.0;
        return whole.format(tenth).equals(whole.format(percent)) ? whole.format(percent) : tenths.format(percent);
    }

    /** Signed percentage points: {@code +3.1} or {@code −0.4}. */
    String points(double difference) {
        double points = 100 * difference;
        String number = tenths.format(Math.abs(points));
        return number.equals(tenths.format(0)) ? number : (points > 0 ? "+" : "\u2212") + number;
    }

    /** A share with its bounds, in words where only a bound is known; the reason's place is elsewhere. */
    String share(Outcome outcome) {
        return switch (outcome.status()) {
            case NOT_COMPUTABLE -> phrases.say("figure.none");
            case OK -> percent(outcome.value().getAsDouble());
            case BOUNDED -> {
                if (outcome.isUpperBound()) {
                    yield phrases.say("figure.at-most", percent(outcome.high().getAsDouble()));
                }
                double low = outcome.low().getAsDouble();
                if (outcome.high().isEmpty()) {
                    yield phrases.say("figure.at-least", percent(low));
                }
                double high = outcome.high().getAsDouble();
                yield high - low < 0.0005
                        ? percent(outcome.value().getAsDouble())
                        : phrases.say("figure.between", percentNumber(low), percent(high));
            }
        };
    }

    /** A share as the number of a tile or a cell, without its percent sign: {@code 60.0}, {@code ≤ 86.0} or {@code 60.0–90.0}. */
    String shareNumber(Outcome outcome) {
        return span(outcome, this::percentNumber);
    }

    /** As {@link #shareNumber}, in whole percent, with the sign. */
    String roundShare(Outcome outcome) {
        return outcome.isOk() || StageStory.isFigure(outcome)
                ? roundPercent(outcome.value().getAsDouble())
                : phrases.say("format.percent", span(outcome, this::wholePercent));
    }

    /** A figure, or the most or the least that it can be, or both its ends where they read differently. */
    static String span(Outcome outcome, DoubleFunction<String> form) {
        if (outcome.high().isEmpty()) {
            return "\u2265\u202f" + form.apply(outcome.low().getAsDouble());
        }
        String high = form.apply(outcome.high().getAsDouble());
        if (outcome.low().isEmpty()) {
            return "\u2264\u202f" + high;
        }
        String low = form.apply(outcome.low().getAsDouble());
        boolean one = low.equals(high) || outcome.hasValue() && outcome.isOk();
        return one ? form.apply(outcome.value().getAsDouble()) : low + "\u2013" + high;
    }

    /** A share that is known within bounds only, in whole percent and in words. */
    String roundSpan(Outcome outcome) {
        return phrases.say("figure.between", wholePercent(outcome.low().getAsDouble()), roundPercent(outcome.high().orElse(1)));
    }

    String hhi(double hhi) {
        return thousandths.format(hhi);
    }

    /** A change of an index: {@code +0.031} or {@code −0.002}. */
    String signedIndex(double change) {
        String number = thousandths.format(Math.abs(change));
        return number.equals(thousandths.format(0)) ? number : (change > 0 ? "+" : "\u2212") + number;
    }

    String count(long n) {
        return whole.format(n);
    }

    String oneDecimal(double x) {
        return tenths.format(x);
    }

    /** Millions with one decimal below a hundred: {@code 12.3}, {@code 1,217}; what would round to nothing is {@code <0.01}, for it is not nothing. */
    String millions(double amount) {
        double m = amount / 1e6;
        if (m > 0 && m < 0.005) {
            return "<" + hundredths.format(0.01);
        }
        return Math.abs(m) >= 100 ? whole.format(m) : Math.abs(m) >= 1 ? tenths.format(m) : hundredths.format(m);
    }

    /** Thousands with one decimal below a hundred: {@code 12.3}, {@code 1,217}. */
    String thousands(double amount) {
        return millions(1000 * amount);
    }

    /** In what an amount of money beside another is told: as many of the others' digits as are worth reading. */
    enum Scale {
        MILLION("", 1e6),
        THOUSAND("-thousand", 1e3),
        ONE("-ones", 1);

        private final String suffix;
        private final double unit;

        Scale(String suffix, double unit) {
            this.suffix = suffix;
            this.unit = unit;
        }

        /** The scale of a sum of money; less than one of its currency is told as nothing. */
        static Optional<Scale> of(double total) {
            return Stream.of(values()).filter(s -> Math.abs(total) >= s.unit).findFirst();
        }

        /** Units of the currency in one. */
        double unit() {
            return unit;
        }

        /** Key of the text that names this scale. */
        String key(String key) {
            return key + suffix;
        }
    }

    /** An amount in a scale, as {@link #millions}. */
    String scaled(double amount, Scale scale) {
        return millions(amount * 1e6 / scale.unit);
    }

    /**
     * Both ends of a span of money with two digits of the upper one, outwards: an end with more of them beside the other is read as the more certain.
     *
     * @return none where the upper end is less than one of its currency
     */
    Optional<MoneySpan> moneySpan(double low, double high) {
        return Scale.of(high).map(scale -> {
            double step = Math.pow(10, Math.floor(Math.log10(high)) - 1) / scale.unit;
            int decimals = Math.max(0, (int) -Math.round(Math.log10(step)));
            double least = Math.floor(low / scale.unit / step + WHOLE_TOLERANCE) * step;
            double most = Math.ceil(high / scale.unit / step - WHOLE_TOLERANCE) * step;
            return new MoneySpan(scale, phrases.voice().figure(least, decimals), phrases.voice().figure(most, decimals), least <= 0, most * scale.unit);
        });
    }

    /**
     * A span of money as it is told.
     *
     * @param scale in what both ends are told
     * @param fromNothing whether the lower end, as told, is nothing
     * @param upper the upper end as told, in its currency
     */
    record MoneySpan(Scale scale, String least, String most, boolean fromNothing, double upper) {}

    /** Tonnes of kilograms. */
    String tonnes(double kilograms) {
        double t = kilograms / 1000;
        if (t > 0 && t < 0.05) {
            return t < 0.005 ? "<" + hundredths.format(0.01) : hundredths.format(t);
        }
        return Math.abs(t) >= 10 ? whole.format(t) : tenths.format(t);
    }

    String unitValue(double dollarsPerKg) {
        if (dollarsPerKg > 0 && dollarsPerKg < 0.05) {
            return dollarsPerKg < 0.005 ? "<" + hundredths.format(0.01) : hundredths.format(dollarsPerKg);
        }
        return Math.abs(dollarsPerKg) >= 100 ? whole.format(dollarsPerKg) : tenths.format(dollarsPerKg);
    }

    String amount(double value) {
        return switch (decimalsOf(value)) {
            case 0 -> whole.format(value);
            case 1 -> tenths.format(value);
            default -> hundredths.format(value);
        };
    }

    /** As many decimals as an amount needs, two at most. */
    static int decimalsOf(double value) {
        if (value == Math.rint(value)) {
            return 0;
        }
        return Math.abs(10 * value - Math.rint(10 * value)) < 1e-9 ? 1 : 2;
    }

    /** A date as far as it is known ({@code 2025-04-04}, {@code 2025-09}, {@code 2027}, {@code 2028-2030}), short and unbroken. */
    String shortDate(String known) {
        if (known.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return shortDay.format(LocalDate.parse(known)).replace(' ', '\u00a0');
        }
        if (known.matches("\\d{4}-\\d{2}")) {
            return shortMonth.format(YearMonth.parse(known)).replace(' ', '\u00a0');
        }
        String span = known.matches("\\d{4}-\\d{4}") ? known.replace('-', '\u2013') : known;
        return span.replace(' ', '\u00a0');
    }

    String date(LocalDate date) {
        return phrases.voice().day(date);
    }
}
