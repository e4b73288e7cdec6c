package dev.lodestone.report.brief;

import dev.lodestone.model.text.Term;
import dev.lodestone.model.text.Voice;
import dev.lodestone.model.trade.ReferencePeriod;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Numbers, dates and names as the readers of one language write them. */
final class ReaderVoice implements Voice {

    private static final long GROUPED_FROM = 10_000;
    private static final String ENGLISH = "en";

    private static final Pattern A_YEAR = Pattern.compile("\\d{4}");
    private static final Pattern A_MONTH = Pattern.compile("\\p{L}+\\.? \\d{4}");

    private final Locale locale;
    private final Map<String, String> texts;
    private final Dictionary dictionary;
    private final DecimalFormatSymbols symbols;
    private final DateTimeFormatter day;
    private final DateTimeFormatter firstDay;
    private final DateTimeFormatter month;
    private final DateTimeFormatter monthOfYear;
    private final CountryForms countries;

    ReaderVoice(Locale locale, Map<String, String> texts, Dictionary dictionary) {
        this.locale = locale;
        this.texts = texts;
        this.dictionary = dictionary;
        this.countries = new CountryForms(locale, texts);
        this.symbols = DecimalFormatSymbols.getInstance(locale);
        String pattern = texts.getOrDefault("format.date", "d MMMM yyyy");
        this.day = DateTimeFormatter.ofPattern(pattern, locale);
        this.firstDay = DateTimeFormatter.ofPattern(texts.getOrDefault("format.date-first", pattern), locale);
        this.month = DateTimeFormatter.ofPattern(texts.getOrDefault("format.month", "MMMM yyyy"), locale);
        this.monthOfYear = DateTimeFormatter.ofPattern(texts.getOrDefault("format.month-of-year", "MMMM"), locale);
    }

    @Override
    public String count(long number) {
        return number < GROUPED_FROM ? Long.toString(number) : figure(number, 0);
    }

    @Override
    public String figure(double value, int decimals) {
        // A format is not for two threads at once.
        DecimalFormat format = new DecimalFormat("#,##0" + (decimals == 0 ? "" : "." + "0".repeat(decimals)), symbols);
        format.setRoundingMode(RoundingMode.HALF_UP);
        String number = format.format(Math.abs(value));
        return value < 0 && !number.equals(format.format(0)) ? "\u2212" + number : number;
    }

    @Override
    public String signed(double value, int decimals) {
        String number = figure(value, decimals);
        return value > 0 && !number.equals(figure(0, decimals)) ? "+" + number : number;
    }

    @Override
    public String day(LocalDate date) {
        return (date.getDayOfMonth() == 1 ? firstDay : day).format(date);
    }

    @Override
    public String span(ReferencePeriod period) {
        if (period.isCalendarYear()) {
            return Integer.toString(period.year());
        }
        YearMonth from = period.start();
        if (period.isMonth()) {
            return month.format(from);
        }
        boolean oneYear = from.getYear() == period.end().getYear();
        return (oneYear ? monthOfYear : month).format(from) + "\u2013" + month.format(period.end());
    }

    @Override
    public String name(Term.Name name, String form) {
        String plain = Typography.of(name.register().isEmpty() ? name.text() : plain(name));
        if (form.isEmpty()) {
            return plain;
        }
        return dictionary.form(plain, form)
                .or(() -> countries.formOf(plain, form))
                .orElseGet(() -> pattern(plain, form).replace("{0}", plain));
    }

    /** What is said of a year by itself may read otherwise of a month, and of months, fiscal years and years from one to another. */
    private String pattern(String plain, String form) {
        String pattern = texts.getOrDefault("form." + form, "{0}");
        if (A_YEAR.matcher(plain).matches()) {
            return pattern;
        }
        String span = texts.getOrDefault("form." + form + ".span", pattern);
        return A_MONTH.matcher(plain).matches() ? texts.getOrDefault("form." + form + ".month", span) : span;
    }

    private String plain(Term.Name name) {
        return dictionary.find(name.register(), name.id(), name.field())
                .or(() -> name.register().equals("economies") ? dictionary.find("groups", name.id(), "name") : java.util.Optional.empty())
                .orElseGet(() -> name.register().equals("economies") ? country(name.id(), name.text()) : name.text());
    }

    /** The name of a country where the registers have none in this language. */
    String country(String iso3, String otherwise) {
        return locale.getLanguage().equals(ENGLISH) ? otherwise : countries.name(iso3).orElse(otherwise);
    }

    /** As {@link #country}, within a sentence. */
    String countryInText(String iso3, String otherwise) {
        return locale.getLanguage().equals(ENGLISH) ? otherwise : countries.form(iso3, "name_in_text").orElse(otherwise);
    }
}
