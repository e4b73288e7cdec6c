package dev.lodestone.report.diff;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.lodestone.model.text.Statement;
import dev.lodestone.model.text.Term;
import dev.lodestone.model.trade.ReferencePeriod;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Statements as text that any language can be made of again: {@code {"say":"commitment.due-today","terms":[{"day":"2026-11-21"}]}}. docs/FORMATS.md
 * has the form of each term.
 */
public final class StatementJson {

    private static final JsonFactory JSON = new JsonFactory();

    private StatementJson() {}

    /** A statement in one line. */
    public static String write(Statement statement) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            write(statement, json);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return text.toString();
    }

    private static void write(Term term, JsonGenerator json) throws IOException {
        json.writeStartObject();
        switch (term) {
            case Statement s -> {
                json.writeStringField("say", s.key());
                terms(s.terms(), json);
            }
            case Term.Words w -> json.writeStringField("words", w.text());
            case Term.Count c -> json.writeNumberField("count", c.number());
            case Term.Figure f -> {
                json.writeNumberField("figure", f.value());
                json.writeNumberField("decimals", f.decimals());
            }
            case Term.Percent p -> {
                json.writeNumberField("percent", p.share());
                json.writeNumberField("decimals", p.decimals());
            }
            case Term.Points p -> {
                json.writeNumberField("points", p.difference());
                json.writeBooleanField("signed", p.signed());
            }
            case Term.Year y -> json.writeNumberField("year", y.year());
            case Term.Day d -> json.writeStringField("day", d.date().toString());
            case Term.Span s -> json.writeStringField("span", s.period().toString());
            case Term.Money m -> json.writeNumberField("money", m.dollars());
            case Term.Amount a -> {
                json.writeNumberField("amount", a.value());
                json.writeStringField("unit", a.unit());
            }
            case Term.Name n -> {
                json.writeStringField("name", n.text());
                json.writeStringField("register", n.register());
                json.writeStringField("id", n.id());
                json.writeStringField("field", n.field());
            }
            case Term.Listing l -> {
                json.writeStringField("list", l.glue().name().toLowerCase(Locale.ROOT));
                terms(l.terms(), json);
            }
        }
        json.writeEndObject();
    }

    private static void terms(List<Term> terms, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("terms");
        for (Term term : terms) {
            write(term, json);
        }
        json.writeEndArray();
    }

    /** A statement that was written so; empty for what this version cannot read, such as a term of a later one. */
    public static Optional<Statement> read(String text) {
        try (JsonParser json = JSON.createParser(text)) {
            return json.nextToken() == JsonToken.START_OBJECT && term(json) instanceof Statement statement ? Optional.of(statement) : Optional.empty();
        } catch (IOException | IllegalArgumentException | DateTimeException | ArithmeticException e) {
            // Its English stands beside it.
            return Optional.empty();
        }
    }

    /** The term whose object has begun. */
    private static Term term(JsonParser json) throws IOException {
        Map<String, String> fields = new HashMap<>();
        List<Term> terms = new ArrayList<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (value == JsonToken.START_ARRAY) {
                while (json.nextToken() == JsonToken.START_OBJECT) {
                    terms.add(term(json));
                }
            } else {
                fields.put(name, json.getText());
            }
        }
        return term(fields, terms);
    }

    private static Term term(Map<String, String> f, List<Term> terms) {
        if (f.containsKey("say")) {
            return new Statement(f.get("say"), terms);
        }
        if (f.containsKey("words")) {
            return new Term.Words(f.get("words"));
        }
        if (f.containsKey("count")) {
            return new Term.Count(Long.parseLong(f.get("count")));
        }
        if (f.containsKey("figure")) {
            return new Term.Figure(Double.parseDouble(f.get("figure")), decimals(f));
        }
        if (f.containsKey("percent")) {
            return new Term.Percent(Double.parseDouble(f.get("percent")), decimals(f));
        }
        if (f.containsKey("points")) {
            return new Term.Points(Double.parseDouble(f.get("points")), Boolean.parseBoolean(f.get("signed")));
        }
        if (f.containsKey("year")) {
            return new Term.Year(Integer.parseInt(f.get("year")));
        }
        if (f.containsKey("day")) {
            return new Term.Day(LocalDate.parse(f.get("day")));
        }
        if (f.containsKey("span")) {
            return new Term.Span(ReferencePeriod.parse(f.get("span")).orElseThrow(() -> new IllegalArgumentException("no period: " + f.get("span"))));
        }
        if (f.containsKey("money")) {
            return new Term.Money(Double.parseDouble(f.get("money")));
        }
        if (f.containsKey("amount")) {
            return new Term.Amount(Double.parseDouble(f.get("amount")), f.getOrDefault("unit", ""));
        }
        if (f.containsKey("name")) {
            return new Term.Name(f.getOrDefault("register", ""), f.getOrDefault("id", ""), f.getOrDefault("field", ""), f.get("name"));
        }
        if (f.containsKey("list")) {
            return new Term.Listing(terms, Term.Listing.Glue.valueOf(f.get("list").toUpperCase(Locale.ROOT)));
        }
        throw new IllegalArgumentException("a term of no known form");
    }

    private static int decimals(Map<String, String> fields) {
        return Math.clamp(Long.parseLong(fields.getOrDefault("decimals", "0")), 0, 9);
    }
}
