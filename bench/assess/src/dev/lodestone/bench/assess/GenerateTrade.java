package dev.lodestone.bench.assess;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Writes made-up statistics and the registers to assess them with: the same bytes for the same arguments.
 *
 * <p>{@code GenerateTrade REGISTERS FOLDER REPORTERS}: reads the economies of REGISTERS; writes FOLDER/registers and FOLDER/trade. The
 * table {@code complete.csv} has a row for each of REPORTERS x 250 partners x 30 years x 20 codes; one value in 200 has no weight, one
 * partner is unnamed. {@code main-partners.csv} tells ten partners of the first three years again, which must not be added.
 */
public final class GenerateTrade {

    private static final long SEED = 20_261_121;
    private static final int PARTNERS = 250;
    private static final int FIRST_YEAR = 1995;
    private static final int YEARS = 30;
    private static final int STAGES = 5;
    private static final int CODES = 20;
    private static final String HEADER = "reporter,partner,flow,classification,commodity,period,value,currency,net_weight_kg,valuation,coverage";

    /** The largest economies among them, so that blocs and allies occur. */
    private static final String FIRST = "CHN USA JPN DEU KOR FRA GBR ITA CAN AUS IND MEX NLD POL ESP BEL AUT SWE HUN CZE DNK FIN ROU PRT SVK SVN "
            + "BGR HRV EST LTU LVA GRC IRL CYP MLT LUX NOR CHE BRA VNM MYS THA RUS";

    private GenerateTrade() {}

    public static void main(String[] args) throws IOException {
        Path shipped = Path.of(args[0]);
        Path folder = Path.of(args[1]);
        int reporters = Integer.parseInt(args[2]);
        List<String> economies = economies(shipped);
        registers(shipped, folder.resolve("registers"), economies.subList(1, 1 + reporters));
        trade(folder.resolve("trade"), economies, reporters);
    }

    private static List<String> economies(Path shipped) throws IOException {
        List<String> large = List.of(FIRST.split(" "));
        List<String> all = Files.readAllLines(shipped.resolve("economies.csv")).stream()
                .skip(1)
                .filter(line -> line.contains(",economy,"))
                .map(line -> line.substring(0, line.indexOf(',')))
                .filter(code -> !code.startsWith("X9") && !code.equals("W00") && !code.equals("EUU") && !large.contains(code))
                .distinct()
                .toList();
        List<String> chosen = new java.util.ArrayList<>(large);
        chosen.addAll(all);
        // There are fewer economies than 250: the bench makes up the rest.
        for (int i = 0; chosen.size() < PARTNERS - 1; i++) {
            chosen.add("Q" + (char) ('A' + i / 26) + (char) ('A' + i % 26));
        }
        List<String> first = new java.util.ArrayList<>(chosen.subList(0, PARTNERS - 1));
        first.add("X99");
        return first;
    }

    private static void registers(Path shipped, Path folder, List<String> reporters) throws IOException {
        Path material = Files.createDirectories(folder.resolve("bench"));
        for (String name : List.of("groups.csv", "exchange-rates.csv", "breaks.csv")) {
            Files.copy(shipped.resolve(name), folder.resolve(name), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        StringBuilder known = new StringBuilder(Files.readString(shipped.resolve("economies.csv")));
        for (int i = 0; i < 26 * 2; i++) {
            String code = "Q" + (char) ('A' + i / 26) + (char) ('A' + i % 26);
            known.append(code).append(",Made up ").append(code).append(",Made up ").append(code).append(",,,,,,,,economy,,,\n");
        }
        Files.writeString(folder.resolve("economies.csv"), known);
        Files.writeString(folder.resolve("materials.csv"), "id\nbench\n");
        Files.writeString(material.resolve("material.csv"), "id,label,noun,watched\nbench,Bench,bench goods,CHN\n");
        StringBuilder stages = new StringBuilder("id,label,noun,order,note\n");
        StringBuilder codes = new StringBuilder(
                "stage,nomenclature,code,label,use,whole_stage,from_year,until_year,forerunners,mixes_in,caveat,source,confidence\n");
        for (int s = 0; s < STAGES; s++) {
            stages.append("s").append(s).append(",Stage ").append(s).append(",goods of stage ").append(s).append(',').append(s + 1).append(",\n");
        }
        for (int c = 0; c < CODES; c++) {
            codes.append("s").append(c % STAGES).append(",HS,").append(code(c)).append(",Goods ").append(c)
                    .append(",measure,no,,,,,,made up,verified\n");
        }
        Files.writeString(material.resolve("stages.csv"), stages);
        Files.writeString(material.resolve("commodities.csv"), codes);
        Files.writeString(folder.resolveSibling("reporters.txt"), String.join(",", reporters) + "\n");
    }

    private static String code(int index) {
        return String.format(Locale.ROOT, "%06d", 281000 + 10 * index);
    }

    private static void trade(Path folder, List<String> economies, int reporters) throws IOException {
        Files.createDirectories(folder);
        SplittableRandom random = new SplittableRandom(SEED);
        try (PrintWriter complete = writer(folder.resolve("complete.csv"));
                PrintWriter part = writer(folder.resolve("main-partners.csv"))) {
            complete.println(HEADER);
            part.println(HEADER);
            for (int r = 1; r <= reporters; r++) {
                for (int c = 0; c < CODES; c++) {
                    for (int y = 0; y < YEARS; y++) {
                        for (int p = 0; p < PARTNERS; p++) {
                            row(random, complete, part, economies.get(r), economies.get(p), p, c, y);
                        }
                    }
                }
            }
        }
    }

    private static void row(SplittableRandom random, PrintWriter complete, PrintWriter part, String reporter, String partner, int p, int c, int y) {
        // The first economies sell most; whole numbers, so that every sum is exact in any order.
        long value = 1 + (long) Math.exp(random.nextDouble() * 6 + (p < 12 ? 8 - 0.3 * p : 1));
        long weight = 1 + (long) (value / (5 + 40 * random.nextDouble()));
        boolean weighed = random.nextInt(200) != 0;
        String row = reporter + "," + partner + ",M,HS2017," + code(c) + "," + (FIRST_YEAR + y) + "," + value + ",USD,"
                + (weighed ? Long.toString(weight) : "") + ",CIF,";
        complete.println(row + "complete");
        if (y < 3 && p < 10) {
            part.println(row + "main-partners");
        }
    }

    private static PrintWriter writer(Path file) throws IOException {
        BufferedWriter buffered = Files.newBufferedWriter(file, StandardCharsets.US_ASCII);
        return new PrintWriter(buffered) {
            @Override
            public void println(String line) {
                write(line);
                write('\n');
            }
        };
    }
}
