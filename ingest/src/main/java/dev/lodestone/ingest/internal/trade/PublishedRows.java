package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.IssueCode;
import dev.lodestone.ingest.PublishedFigure;
import dev.lodestone.ingest.internal.economy.CodeScheme;
import dev.lodestone.ingest.internal.economy.EconomyCodes;
import dev.lodestone.ingest.internal.layout.ColumnRule;
import dev.lodestone.ingest.internal.layout.PublishedRule;
import dev.lodestone.ingest.internal.layout.PublishedRule.Part;
import dev.lodestone.ingest.internal.table.Row;
import dev.lodestone.model.trade.Economy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the figures of rows that are no trade, from tables whose layout says where they stand. */
public final class PublishedRows {

    private static final Pattern YEAR = Pattern.compile("((?:19|20|21)\\d{2})(?:[_ ]?(e|est|estimated))?", Pattern.CASE_INSENSITIVE);
    private static final Pattern FIGURE = Pattern.compile("[<>≥≤]? ?\\d[\\d,]*(?:\\.\\d+)?(?: ?[-–] ?\\d[\\d,]*(?:\\.\\d+)?)?");
    /** Marks of a footnote behind a name, as a workbook gives those that were set high. */
    private static final Pattern MARKS = Pattern.compile("[\\s,]*(?:\\d+(?:,\\s*\\d+)*)$");

    private final EconomyCodes economies;
    private final List<PublishedFigure> figures = new ArrayList<>();

    public PublishedRows(EconomyCodes economies) {
        this.economies = economies;
    }

    /** The figures taken, in reading order. */
    public List<PublishedFigure> figures() {
        return figures;
    }

    /** A row's economy, and whether a mark behind its name says that its figures are estimates. */
    private record Named(Economy economy, boolean estimated) {}

    /** Takes a row's figures, and accounts for the row. */
    void take(PublishedRule rule, Row header, List<String> title, Row row, long record, TableAccount account) {
        if (row.defect().isPresent()) {
            Row.Defect defect = row.defect().get();
            account.setAside();
            account.issue(defect.code(), row.line(), record, "", "", defect.text(), defect.expected(), "row set aside");
            return;
        }
        List<String> headers = header.cells().stream().map(Headers::normal).toList();
        Cells cells = new Cells(rule, headers, title, row);
        List<PublishedFigure> taken = new ArrayList<>();
        Optional<Named> economy = Optional.empty();
        for (int column = 0; column < headers.size(); column++) {
            for (PublishedRule.Figures each : rule.figures()) {
                Matcher match = each.header().matcher(headers.get(column));
                String text = row.cell(column).strip();
                if (!match.matches() || text.isEmpty()) {
                    continue;
                }
                String what = PublishedRule.group(match, "what").orElseGet(() -> cells.text(Part.WHAT));
                Optional<PublishedRule.Series> series = rule.series().stream().filter(one -> one.matches().matcher(what).matches()).findFirst();
                Matcher year = YEAR.matcher(PublishedRule.group(match, "year").orElseGet(() -> cells.text(Part.YEAR)));
                if (series.isEmpty() || !year.matches()) {
                    continue;
                }
                if (economy.isEmpty()) {
                    economy = economy(rule, cells.text(Part.ECONOMY));
                    if (economy.isEmpty()) {
                        setAside(account, row, record, column, headers, IssueCode.UNKNOWN_ECONOMY, cells.text(Part.ECONOMY), "an economy's name");
                        return;
                    }
                }
                String marks = rule.marksBeside() && column + 1 < headers.size() && headers.get(column + 1).isEmpty() ? row.cell(column + 1).strip() : "";
                boolean estimated = each.estimated() || year.group(2) != null || marks.contains("e") || economy.get().estimated();
                Optional<String> status = status(text);
                if (status.isEmpty()) {
                    setAside(account, row, record, column, headers, IssueCode.BAD_NUMBER, text, "a figure, or one of W, NA, XX, E, --");
                    return;
                }
                Matcher in = series.get().matches().matcher(what);
                String commodity = cells.text(Part.COMMODITY);
                String scope = (in.matches() ? PublishedRule.group(in, "scope") : Optional.<String>empty())
                        .filter(found -> !found.isBlank())
                        .or(() -> Optional.of(series.get().scope()).filter(found -> !found.isEmpty()))
                        .orElse(commodity.isEmpty() ? what : commodity);
                String unit = PublishedRule.group(match, "unit").orElseGet(() -> cells.text(Part.UNIT));
                String edition = cells.text(Part.EDITION);
                taken.add(new PublishedFigure(
                        series.get().series(),
                        commodity,
                        economy.get().economy(),
                        series.get().stage(),
                        scope.strip().toLowerCase(Locale.ROOT).replace('_', ' '),
                        Integer.parseInt(year.group(1)),
                        FIGURE.matcher(text).matches() ? plain(text) : text,
                        rule.units().getOrDefault(unit.strip().toLowerCase(Locale.ROOT), unit.strip()),
                        edition,
                        rule.publication().replace("{edition}", edition).strip(),
                        note(status.get(), estimated, cells.text(Part.NOTE)),
                        place(account, row, column)));
            }
        }
        if (taken.isEmpty()) {
            account.outOfScope("no figure that is read");
        } else {
            account.kept();
            figures.addAll(taken);
        }
    }

    private static void setAside(
            TableAccount account, Row row, long record, int column, List<String> headers, IssueCode code, String text, String expected) {
        account.setAside();
        account.issue(code, row.line(), record, headers.get(column), row.address(column), text, expected, "row set aside");
    }

    /** What a text says beside its figure; empty where it is neither a figure nor one of the surveys' signs. */
    private static Optional<String> status(String text) {
        return switch (text) {
            case "W" -> Optional.of("Withheld");
            case "NA", "N.A." -> Optional.of("Not available");
            case "XX" -> Optional.of("Not applicable");
            case "--", "—", "–" -> Optional.of("Nil");
            case "E" -> Optional.of("Net exporter");
            default -> FIGURE.matcher(text).matches() ? Optional.of("") : text.matches("Less than .{1,40}|\\(\\d\\)") ? Optional.of("Less than half a unit") : Optional.empty();
        };
    }

    /** A number without marks between thousands, and without the decimals that a workbook adds. */
    private static String plain(String text) {
        String digits = text.replace(",", "").replace(" ", "");
        return digits.matches("\\d+\\.0+") ? digits.substring(0, digits.indexOf('.')) : digits;
    }

    private static String note(String status, boolean estimated, String note) {
        List<String> parts = new ArrayList<>();
        if (!status.isEmpty()) {
            parts.add(status);
        }
        if (estimated && !note.toLowerCase(Locale.ROOT).contains("estimated")) {
            parts.add("Estimated");
        }
        if (!note.isEmpty()) {
            parts.add(note.endsWith(".") ? note.substring(0, note.length() - 1) : note);
        }
        return String.join("; ", parts);
    }

    private static String place(TableAccount account, Row row, int column) {
        String at = row.address(column);
        String sheet = account.sheet().isEmpty() ? "" : " [" + account.sheet() + "]";
        return account.label() + sheet + ":" + (at.isEmpty() ? row.line() : at);
    }

    /** The economy of a name; marks of footnotes behind it are left out, and an {@code e} among them means estimates. */
    private Optional<Named> economy(PublishedRule rule, String text) {
        ColumnRule column = rule.columns().get(Part.ECONOMY);
        Optional<Economy> whole = find(column, text);
        if (whole.isPresent()) {
            return whole.map(each -> new Named(each, false));
        }
        String bare = MARKS.matcher(text).replaceFirst("").strip();
        Optional<Economy> economy = find(column, bare);
        if (economy.isEmpty() && bare.endsWith("e")) {
            return find(column, bare.substring(0, bare.length() - 1).strip()).map(each -> new Named(each, true));
        }
        return economy.map(each -> new Named(each, false));
    }

    private Optional<Economy> find(ColumnRule column, String text) {
        String name = column.map().getOrDefault(text, text);
        List<CodeScheme> schemes = column.schemes().isEmpty() ? List.of(CodeScheme.NAMES) : column.schemes();
        return name.isEmpty() ? Optional.empty() : schemes.stream().flatMap(scheme -> economies.find(scheme, name).stream()).findFirst();
    }

    /** The texts of one row. */
    private record Cells(PublishedRule rule, List<String> headers, List<String> title, Row row) {

        String text(Part part) {
            ColumnRule column = rule.columns().get(part);
            if (column == null) {
                return "";
            }
            for (String header : column.headers()) {
                for (int i = 0; i < headers.size(); i++) {
                    String cell = row.cell(i).strip();
                    if (Headers.compared(headers.get(i)).equals(Headers.compared(header)) && !cell.isEmpty()) {
                        return column.pattern().map(pattern -> first(pattern, cell)).orElse(cell);
                    }
                }
            }
            for (String text : column.title().isPresent() ? title : List.<String>of()) {
                Matcher found = column.title().get().matcher(text);
                if (found.find()) {
                    return found.group(1).strip();
                }
            }
            return column.constant().orElse("");
        }

        private static String first(Pattern pattern, String text) {
            Matcher found = pattern.matcher(text);
            return found.find() ? found.group(1) : text;
        }
    }
}
