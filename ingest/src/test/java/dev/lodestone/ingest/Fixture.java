package dev.lodestone.ingest;

import dev.lodestone.model.quality.FileReport;
import dev.lodestone.model.quality.Issue;
import dev.lodestone.model.quality.Loaded;
import dev.lodestone.model.trade.TradeDataset;
import dev.lodestone.model.trade.TradeObservation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Small inputs for tests, and short ways to read them. */
final class Fixture {

    static final String TIDY = "reporter,partner,flow,classification,commodity,period,value,currency,net_weight_kg,valuation,coverage,status,source\n";

    private Fixture() {}

    /** A file of the fixtures folder. */
    static InputSource file(String name) {
        return InputSource.ofBytes(name, bytes(name));
    }

    static byte[] bytes(String name) {
        try (InputStream stream = Fixture.class.getResourceAsStream("fixtures/" + name)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static InputSource text(String name, String text) {
        return InputSource.ofBytes(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A tidy table of rows without status and source. */
    static InputSource tidy(String... rows) {
        return text("t.csv", "reporter,partner,flow,commodity,period,value\n" + String.join("\n", rows) + "\n");
    }

    static Loaded<TradeDataset> read(InputSource... sources) {
        return TradeStatisticsReader.withDefaults().read(List.of(sources));
    }

    /** What was told, but that a table names few partners, as most tables in tests do. */
    static List<String> messages(Loaded<TradeDataset> loaded) {
        return loaded.issues().stream().filter(issue -> !issue.code().equals(IssueCode.FEW_PARTNERS.code())).map(Issue::message).toList();
    }

    /** Observations in one line each: who, with whom, what, when, value and weight. */
    static List<String> lines(Loaded<TradeDataset> loaded) {
        return loaded.value().observations().stream().map(Fixture::line).toList();
    }

    static String line(TradeObservation o) {
        return String.join(
                " ",
                o.reporter().code(),
                o.flow().code(),
                o.partner().code(),
                o.classification() + ":" + o.commodity(),
                o.period().toString(),
                quantity(o.value()) + o.currency(),
                quantity(o.netWeightKg()) + "kg",
                o.valuation().name(),
                o.coverage().code());
    }

    private static String quantity(dev.lodestone.model.trade.Quantity quantity) {
        return switch (quantity.status()) {
            case REPORTED -> plain(quantity.amount());
            case ESTIMATED -> "~" + plain(quantity.amount());
            default -> quantity.status().name().toLowerCase(java.util.Locale.ROOT) + " ";
        };
    }

    private static String plain(double amount) {
        return amount == 0 ? "0" : java.math.BigDecimal.valueOf(amount).stripTrailingZeros().toPlainString();
    }

    static String counts(FileReport report) {
        return report.rowsRead() + " = " + report.rowsKept() + " + " + report.rowsOutOfScope() + " + " + report.rowsSetAside();
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] zip(Map<String, byte[]> members) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] sevenZip(Map<String, byte[]> members) {
        SeekableInMemoryByteChannel out = new SeekableInMemoryByteChannel();
        try (SevenZOutputFile archive = new SevenZOutputFile(out)) {
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                SevenZArchiveEntry entry = new SevenZArchiveEntry();
                entry.setName(member.getKey());
                archive.putArchiveEntry(entry);
                archive.write(member.getValue());
                archive.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Arrays.copyOf(out.array(), (int) out.size());
    }

    static byte[] tar(Map<String, byte[]> members) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                TarArchiveEntry entry = new TarArchiveEntry(member.getKey());
                entry.setSize(member.getValue().length);
                tar.putArchiveEntry(entry);
                tar.write(member.getValue());
                tar.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A workbook: sheet names to rows; cells are texts, numbers or booleans. */
    static byte[] workbook(Map<String, List<List<Object>>> sheets) {
        return workbook(workbook -> sheets.forEach((name, rows) -> sheet(workbook, name, rows)));
    }

    /** Adds a sheet of rows. */
    @SafeVarargs
    static XSSFSheet sheet(XSSFWorkbook workbook, String name, List<Object>... rows) {
        List<List<Object>> all = new ArrayList<>();
        for (List<Object> row : rows) {
            all.add(row);
        }
        return sheet(workbook, name, all);
    }

    private static XSSFSheet sheet(XSSFWorkbook workbook, String name, List<List<Object>> rows) {
        XSSFSheet sheet = workbook.createSheet(name);
        for (int r = 0; r < rows.size(); r++) {
            Row row = sheet.createRow(r);
            for (int c = 0; c < rows.get(r).size(); c++) {
                fill(row, c, rows.get(r).get(c));
            }
        }
        return sheet;
    }

    /** A workbook as its maker fills it. */
    static byte[] workbook(Consumer<XSSFWorkbook> maker) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            maker.accept(workbook);
            workbook.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void fill(Row row, int column, Object value) {
        switch (value) {
            case Number number -> row.createCell(column).setCellValue(number.doubleValue());
            case Boolean yes -> row.createCell(column).setCellValue(yes);
            default -> row.createCell(column).setCellValue(value.toString());
        }
    }

    /** A DataWeb workbook: years 2024 to 2026, the last one not there yet; a line split by unit; withheld quantities. */
    static byte[] dataWeb() {
        return workbook(dataWebSheets());
    }

    static Map<String, List<List<Object>>> dataWebSheets() {
        Map<String, List<List<Object>>> sheets = new LinkedHashMap<>();
        String title = "Imports For Consumption|Annual + Year-To-Date Data from Jan - Apr";
        List<Object> names = List.of("Data Type", "Country", "HTS Number", "Description", "Quantity Description");
        sheets.put("Query Parameters", List.of(
                List.of("Trade Flow", "Imports For Consumption"),
                List.of("Step 2: Data and Years"),
                List.of("Select Type", "Full Years"),
                List.of("Step 3: Countries"),
                List.of("Select Type", "Select Individual Countries")));
        sheets.put("Customs Value", List.of(
                List.of(title),
                List.of("Data Row Count", 4),
                with(names, "2024", "2025", "2026"),
                List.of("Customs Value", "China", "2846", "COMPOUNDS", "Value for: kilograms", 112644992, 100698766, 0),
                List.of("Customs Value", "Myanmar (Burma)", "2846", "COMPOUNDS", "Value for: kilograms", 5, 0, 0),
                List.of("Customs Value", "China", "8505", "MAGNETS", "Value for: number", 415224516, 344128552, 0),
                List.of("Customs Value", "China", "8505", "MAGNETS", "Value for: kilograms", 71690142, 74061130, 0),
                List.of("Total: ", "", "", "", "", "599,559,655", "518,888,448", "0")));
        sheets.put("Customs Value YTD", List.of(
                List.of(title),
                List.of("Data Row Count", 1),
                with(names, "2025_Year_to_date", "2026_Year_to_date"),
                List.of("Customs Value", "China", "2846", "COMPOUNDS", "Value for: kilograms", 59229873, 96366817),
                List.of("Total: ", "", "", "", "", "59,229,873", "96,366,817")));
        sheets.put("First Unit of Quantity", List.of(
                List.of(title),
                List.of("Data Row Count", 4),
                with(names, "2024", "2025", "2026", "2024_Suppressed", "2025_Suppressed"),
                List.of("First Unit of Quantity", "China", "2846", "COMPOUNDS", "kilograms", 10240357, 12047397, 0, 0, 1),
                List.of("First Unit of Quantity", "Myanmar (Burma)", "2846", "COMPOUNDS", "kilograms", 1, 0, 0, 0, 0),
                List.of("First Unit of Quantity", "China", "8505", "MAGNETS", "number", 804827477, 728097842, 0, 0, 0),
                List.of("First Unit of Quantity", "China", "8505", "MAGNETS", "kilograms", 5212740, 4776174, 0, 0, 0)));
        return sheets;
    }

    private static List<Object> with(List<Object> first, Object... more) {
        return Stream.concat(first.stream(), Stream.of(more)).toList();
    }
}
