package dev.lodestone.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * Writes made-up files of statistics in the layouts of real publishers: the same bytes for the same arguments.
 *
 * <pre>
 * Generate baci FILE ROWS
 * Generate comtrade FILE ROWS
 * Generate workbook FILE ROWS
 * Generate small FOLDER FILES
 * </pre>
 */
public final class Generate {

    private static final long SEED = 20_261_121;
    private static final int COMMODITIES = 5_000;

    /** Numbers of economies that both Comtrade and BACI use. */
    private static final int[] ECONOMIES = {
        8, 12, 24, 31, 32, 36, 40, 44, 48, 50, 51, 52, 56, 60, 64, 68, 70, 72, 76, 84, 90, 96, 100, 104, 108, 112, 116, 120, 124, 132, 140,
        144, 148, 152, 156, 170, 174, 178, 180, 188, 191, 192, 196, 203, 204, 208, 212, 214, 218, 222, 226, 231, 232, 233, 242, 246, 266,
        268, 270, 276, 288, 300, 308, 320, 324, 328, 332, 340, 344, 348, 352, 360, 364, 368, 372, 376, 380, 384, 388, 392, 398, 400, 404,
        408, 410, 414, 417, 418, 422, 426, 428, 430, 434, 440, 442, 446, 450, 454, 458, 462, 466, 470, 478, 480, 484, 496, 498, 504, 508,
        512, 516, 524, 528, 554, 558, 562, 566, 586, 591, 598, 600, 604, 608, 616, 620, 624, 626, 634, 642, 643, 646, 682, 686, 690, 694,
        702, 703, 704, 705, 710, 716, 724, 740, 748, 752, 760, 762, 764, 768, 780, 784, 788, 792, 795, 798, 800, 804, 807, 818, 826, 834,
        854, 858, 860, 862, 882, 887, 894
    };

    private static final String[] WORDS = {
        "Metals", "Rare-earth", "Scandium", "Yttrium", "whether or not intermixed", "inorganic or organic", "compounds", "of cerium",
        "machinery", "parts thereof", "n.e.c. in item no.", "permanent magnets", "of metal", "\"\"other\"\"", "fresh or chilled"
    };

    private static final String COMTRADE_HEADER = "typeCode,freqCode,refPeriodId,refYear,refMonth,period,reporterCode,reporterISO,"
            + "reporterDesc,flowCode,flowDesc,partnerCode,partnerISO,partnerDesc,partner2Code,partner2ISO,partner2Desc,classificationCode,"
            + "classificationSearchCode,isOriginalClassification,cmdCode,cmdDesc,aggrLevel,isLeaf,customsCode,customsDesc,mosCode,motCode,"
            + "motDesc,qtyUnitCode,qtyUnitAbbr,qty,isQtyEstimated,altQtyUnitCode,altQtyUnitAbbr,altQty,isAltQtyEstimated,netWgt,"
            + "isNetWgtEstimated,grossWgt,isGrossWgtEstimated,cifvalue,fobvalue,primaryValue,legacyEstimationFlag,isReported,isAggregate";

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final List<String> commodities;

    private Generate() {
        TreeSet<String> codes = new TreeSet<>(Wanted.CODES);
        while (codes.size() < COMMODITIES) {
            codes.add(String.format("%02d%02d%d0", random.nextInt(1, 98), random.nextInt(1, 30), random.nextInt(1, 10)));
        }
        commodities = List.copyOf(codes);
    }

    public static void main(String[] args) throws IOException {
        Path path = Path.of(args[1]);
        int count = Integer.parseInt(args[2]);
        Generate generate = new Generate();
        switch (args[0]) {
            case "baci" -> generate.baci(path, count);
            case "comtrade" -> generate.comtrade(path, count);
            case "workbook" -> generate.workbook(path, count);
            case "small" -> generate.small(path, count);
            default -> throw new IllegalArgumentException("no such kind of file: " + args[0]);
        }
    }

    /** A year in BACI's six columns. */
    private void baci(Path file, int rows) throws IOException {
        try (OutputStream out = open(file)) {
            write(out, "t,i,j,k,v,q\n");
            StringBuilder line = new StringBuilder();
            long flows = (long) ECONOMIES.length * ECONOMIES.length * commodities.size();
            for (long flow = step(flows, rows); flow < flows; flow += step(flows, rows)) {
                int from = ECONOMIES[(int) (flow / commodities.size() / ECONOMIES.length)];
                int to = ECONOMIES[(int) (flow / commodities.size() % ECONOMIES.length)];
                if (from != to) {
                    line.setLength(0);
                    line.append("2024,").append(from).append(',').append(to).append(',').append(commodities.get((int) (flow % commodities.size())));
                    line.append(',');
                    long value = amount();
                    thousandths(line, value).append(',');
                    if (random.nextInt(100) < 3) {
                        line.append("NA");
                    } else {
                        thousandths(line, weight(value));
                    }
                    write(out, line.append('\n'));
                }
            }
        }
    }

    /** A download of UN Comtrade, 47 columns, every cell quoted. */
    private void comtrade(Path file, int rows) throws IOException {
        try (OutputStream out = open(file)) {
            write(out, "\"" + COMTRADE_HEADER.replace(",", "\",\"") + "\"\n");
            String[] descriptions = commodities.stream().map(code -> description()).toArray(String[]::new);
            StringBuilder line = new StringBuilder();
            long flows = 2L * ECONOMIES.length * ECONOMIES.length * commodities.size();
            for (long flow = step(flows, rows); flow < flows; flow += step(flows, rows)) {
                int commodity = (int) (flow % commodities.size());
                long pair = flow / commodities.size() / 2;
                int reporter = ECONOMIES[(int) (pair / ECONOMIES.length)];
                int partner = ECONOMIES[(int) (pair % ECONOMIES.length)];
                boolean isImport = flow / commodities.size() % 2 == 0;
                if (reporter != partner) {
                    line.setLength(0);
                    comtrade(line, reporter, partner, isImport, commodities.get(commodity), descriptions[commodity]);
                    write(out, line);
                }
            }
        }
    }

    private void comtrade(StringBuilder line, int reporter, int partner, boolean isImport, String code, String description) {
        long amount = amount();
        String value = thousandths(new StringBuilder(), amount).toString();
        boolean weighed = random.nextInt(20) > 0;
        String weight = weighed ? thousandths(new StringBuilder(), weight(amount)).toString() : "";
        cells(line, "C", "A", "20240101", "2024", "52", "2024");
        cells(line, Integer.toString(reporter), "R" + reporter, "Economy " + reporter + " (C\u00f4te)", isImport ? "M" : "X", isImport ? "Import" : "Export");
        cells(line, Integer.toString(partner), "R" + partner, "Economy " + partner + " (C\u00f4te)", "0", "W00", "World", "H6", "HS", "true", code, description, "6", "true");
        cells(line, "C00", "TOTAL CPC", "0", "0", "TOTAL MOT", "8", "kg", weight, "false", "8", "kg", weight, "false", weight, weighed ? "false" : "true");
        cells(line, "0", "false", isImport ? value : "", isImport ? "" : value, value, "0", "true", "false");
        line.setCharAt(line.length() - 1, '\n');
    }

    private static void cells(StringBuilder line, String... cells) {
        for (String cell : cells) {
            line.append('"').append(cell).append("\",");
        }
    }

    /** A workbook of twelve columns with the tidy layout's headers among them. */
    private void workbook(Path file, int rows) throws IOException {
        String[] headers = {
            "reporter", "partner", "flow", "classification", "commodity", "description", "period", "value", "currency", "net_weight_kg", "unit", "quantity"
        };
        String[] economies = {"USA", "CHN", "JPN", "KOR", "DEU", "FRA", "GBR", "ITA", "CAN", "AUS", "IND", "MEX", "VNM", "MYS", "THA", "EST", "BRA", "ZAF"};
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(null, 100, false, true); OutputStream out = open(file)) {
            Sheet sheet = workbook.createSheet("Trade");
            text(sheet.createRow(0), 0, headers);
            long flows = 10L * economies.length * economies.length * commodities.size();
            int at = 1;
            for (long flow = step(flows, rows); flow < flows; flow += step(flows, rows)) {
                String code = commodities.get((int) (flow % commodities.size()));
                long rest = flow / commodities.size();
                int partner = (int) (rest % economies.length);
                int reporter = (int) (rest / economies.length % economies.length);
                if (partner != reporter) {
                    Row row = sheet.createRow(at++);
                    double value = amount() / 1000.0;
                    double weight = Math.round(value * 300) / 1000.0;
                    text(row, 0, economies[reporter], economies[partner], "M", "HS2022", code, "Description of product " + code + ", not elsewhere specified");
                    row.createCell(6).setCellValue(2015 + rest / economies.length / economies.length);
                    row.createCell(7).setCellValue(value);
                    text(row, 8, "USD");
                    row.createCell(9).setCellValue(weight);
                    text(row, 10, "kg");
                    row.createCell(11).setCellValue(weight);
                }
            }
            workbook.write(out);
        }
    }

    private static void text(Row row, int from, String... texts) {
        for (int i = 0; i < texts.length; i++) {
            row.createCell(from + i).setCellValue(texts[i]);
        }
    }

    /** Small tidy tables, as many as asked for, of 20 rows each. */
    private void small(Path folder, int files) throws IOException {
        String[] partners = {"CHN", "JPN", "KOR", "DEU", "FRA", "GBR", "ITA", "CAN", "AUS", "IND"};
        Files.createDirectories(folder);
        for (int i = 0; i < files; i++) {
            StringBuilder text = new StringBuilder("reporter,partner,flow,commodity,period,value,net_weight_kg\n");
            for (String partner : partners) {
                for (String code : List.of("850511", commodities.get(random.nextInt(commodities.size() / 2)))) {
                    text.append("USA,").append(partner).append(",M,").append(code).append(',').append(1990 + i % 30).append('-');
                    text.append(String.format("%02d", 1 + i / 30 % 12)).append(',').append(amount() / 1000).append(',').append(amount() / 1000).append('\n');
                }
            }
            Files.writeString(folder.resolve(String.format("trade-%06d.csv", i)), text);
        }
    }

    /** Distance to the next flow that there is, so that about so many of all remain. */
    private long step(long all, int wanted) {
        double share = Math.min(0.99, (double) wanted / all);
        return 1 + (long) (Math.log(1 - random.nextDouble()) / Math.log1p(-share));
    }

    /** Thousandths of a value, spread over six orders of magnitude. */
    private long amount() {
        double spread = random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5;
        return 1 + (long) (Math.exp(9.2 + 4.6 * spread) * 10);
    }

    private long weight(long value) {
        return 1 + (long) (value * (0.05 + random.nextDouble()));
    }

    private String description() {
        StringBuilder text = new StringBuilder();
        int words = random.nextInt(3, 10);
        for (int i = 0; i < words; i++) {
            text.append(i == 0 ? "" : random.nextInt(3) == 0 ? "; " : ", ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return text.toString();
    }

    private static StringBuilder thousandths(StringBuilder text, long amount) {
        long fraction = amount % 1000;
        return text.append(amount / 1000).append(fraction < 10 ? ".00" : fraction < 100 ? ".0" : ".").append(fraction);
    }

    private static OutputStream open(Path file) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(file), 1 << 20);
    }

    private static void write(OutputStream out, CharSequence text) throws IOException {
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
