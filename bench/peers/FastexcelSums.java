import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** Adds up value and weight of the wanted commodities of a workbook with fastexcel-reader: {@code FastexcelSums FILE}. */
public final class FastexcelSums {

    private static final Set<String> WANTED = Set.of("253090", "280530", "284610", "284690", "850511");

    private FastexcelSums() {}

    public static void main(String[] args) throws IOException {
        double[] sums = new double[2];
        long[] rows = new long[1];
        try (InputStream in = Files.newInputStream(Path.of(args[0]));
                ReadableWorkbook workbook = new ReadableWorkbook(in);
                Stream<Row> all = workbook.getFirstSheet().openStream()) {
            int[] columns = new int[3];
            all.forEach(row -> {
                if (row.getRowNum() == 1) {
                    List<String> header = row.stream().map(cell -> cell == null ? "" : cell.getText()).toList();
                    columns[0] = header.indexOf("commodity");
                    columns[1] = header.indexOf("value");
                    columns[2] = header.indexOf("net_weight_kg");
                } else if (WANTED.contains(row.getCellText(columns[0]))) {
                    rows[0]++;
                    sums[0] += Double.parseDouble(row.getCellRawValue(columns[1]).orElse("0"));
                    sums[1] += Double.parseDouble(row.getCellRawValue(columns[2]).orElse("0"));
                }
            });
        }
        System.out.println(String.format(Locale.ROOT, "%d %.2f %.2f", rows[0], sums[0], sums[1]));
    }
}
