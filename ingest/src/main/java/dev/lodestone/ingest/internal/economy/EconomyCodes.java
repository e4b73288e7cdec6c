package dev.lodestone.ingest.internal.economy;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180ParserBuilder;
import com.opencsv.exceptions.CsvValidationException;
import dev.lodestone.ingest.IngestException;
import dev.lodestone.model.trade.Economy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which economy a publisher's code or name stands for. Read once from the economies register that is packed with this module. */
public final class EconomyCodes {

    private static final String REGISTER = "/dev/lodestone/ingest/economies.csv";

    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]{2}|_X");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0]+");

    private final Map<CodeScheme, Map<String, Economy>> byScheme = new EnumMap<>(CodeScheme.class);
    private final Set<Economy> blocs = new HashSet<>();

    private EconomyCodes() {
        for (CodeScheme scheme : CodeScheme.values()) {
            byScheme.put(scheme, new HashMap<>());
        }
    }

    /** The codes of the register packed with this module. */
    public static EconomyCodes packed() {
        try (InputStream stream = EconomyCodes.class.getResourceAsStream(REGISTER)) {
            if (stream == null) {
                throw new IngestException(REGISTER, "the economies register is missing from the package");
            }
            return read(stream);
        } catch (IOException e) {
            throw new IngestException(REGISTER, "cannot be read: " + e.getMessage(), e);
        }
    }

    static EconomyCodes read(InputStream register) throws IOException {
        EconomyCodes codes = new EconomyCodes();
        try (CSVReader rows = new CSVReaderBuilder(new InputStreamReader(register, StandardCharsets.UTF_8))
                .withCSVParser(new RFC4180ParserBuilder().build())
                .build()) {
            List<String> header = List.of(rows.readNext());
            for (String[] row = rows.readNext(); row != null; row = rows.readNext()) {
                codes.add(header, row);
            }
        } catch (CsvValidationException e) {
            throw new IOException(e.getMessage(), e);
        }
        return codes;
    }

    /** The economy that the text stands for in the scheme. */
    public Optional<Economy> find(CodeScheme scheme, String text) {
        return Optional.ofNullable(byScheme.get(scheme).get(normal(scheme, text)));
    }

    public boolean isBloc(Economy economy) {
        return blocs.contains(economy);
    }

    private void add(List<String> header, String[] row) {
        Economy economy = Economy.of(cell(header, row, "iso3"));
        String iso2 = cell(header, row, "iso2");
        put(CodeScheme.ISO3, economy.code(), economy);
        put(CodeScheme.ISO2, iso2, economy);
        put(CodeScheme.M49, cell(header, row, "m49"), economy);
        List<String> comtrade = list(header, row, "comtrade");
        comtrade.forEach(code -> put(CodeScheme.COMTRADE, code, economy));
        put(CodeScheme.COMTRADE, cell(header, row, "m49"), economy);
        list(header, row, "eurostat").forEach(code -> put(CodeScheme.EUROSTAT, code, economy));
        put(CodeScheme.EUROSTAT, iso2, economy);
        list(header, row, "census").forEach(code -> put(CodeScheme.CENSUS, code, economy));
        put(CodeScheme.NAMES, cell(header, row, "name"), economy);
        put(CodeScheme.NAMES, cell(header, row, "name_in_text"), economy);
        list(header, row, "aliases").forEach(alias -> put(CodeScheme.NAMES, alias, economy));
        put(CodeScheme.NAMES, economy.code(), economy);
        list(header, row, "aliases").stream()
                .filter(alias -> alias.length() <= 3 && CODE.matcher(alias).matches())
                .forEach(alias -> put(CodeScheme.ISO3, alias, economy));
        if (Set.of("bloc", "group").contains(cell(header, row, "kind"))) {
            blocs.add(economy);
        }
    }

    private void put(CodeScheme scheme, String code, Economy economy) {
        if (!code.isEmpty()) {
            byScheme.get(scheme).putIfAbsent(normal(scheme, code), economy);
        }
    }

    private static String normal(CodeScheme scheme, String text) {
        String stripped = text.strip();
        return switch (scheme) {
            case ISO3, ISO2, EUROSTAT -> stripped;
            case M49, COMTRADE, CENSUS -> withoutLeadingZeros(stripped);
            case NAMES -> isPlain(stripped) ? stripped.toLowerCase(Locale.ROOT) : plain(stripped).toLowerCase(Locale.ROOT);
        };
    }

    /** Whether the name is ASCII with single blanks inside, as most are: decomposing each costs a tenth of a second at every start. */
    private static boolean isPlain(String name) {
        char before = ' ';
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c < ' ' || c > '~' || (c == ' ' && before == ' ')) {
                return false;
            }
            before = c;
        }
        return true;
    }

    private static String plain(String name) {
        String decomposed = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
        return BLANKS.matcher(decomposed).replaceAll(" ");
    }

    private static String withoutLeadingZeros(String digits) {
        int i = 0;
        while (i < digits.length() - 1 && digits.charAt(i) == '0') {
            i++;
        }
        return digits.substring(i);
    }

    private static List<String> list(List<String> header, String[] row, String column) {
        String cell = cell(header, row, column);
        return cell.isEmpty() ? List.of() : List.of(cell.split("\\|"));
    }

    private static String cell(List<String> header, String[] row, String column) {
        int at = header.indexOf(column);
        return at >= 0 && at < row.length ? row[at].strip() : "";
    }
}
