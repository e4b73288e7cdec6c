package dev.lodestone.cli;

import dev.lodestone.ingest.CommodityScope;
import dev.lodestone.ingest.InputSource;
import dev.lodestone.ingest.ObservationBlock;
import dev.lodestone.ingest.ObservationVisitor;
import dev.lodestone.ingest.TradeStatisticsReader;
import dev.lodestone.model.quality.DataSource;
import dev.lodestone.model.quality.FileReport;
import dev.lodestone.model.register.CommodityEntry;
import dev.lodestone.model.register.Material;
import dev.lodestone.model.trade.CommodityCode;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says of a user's files that none of their rows bears on the material, what they hold instead, and which material that would be. */
final class NothingOfMaterial {

    private static final int CODES_NAMED = 8;

    private static final int FILES_NAMED = 10;

    private final Material material;
    private final Collection<Material> all;

    NothingOfMaterial(Material material, Collection<Material> all) {
        this.material = material;
        this.all = List.copyOf(all);
    }

    /**
     * The message; reads the files once more, for their codes.
     *
     * @param sources the files
     * @param reports what was said of them
     * @param reader with the user's layouts
     */
    String message(List<InputSource> sources, List<FileReport> reports, TradeStatisticsReader reader) {
        Map<String, SortedSet<CommodityCode>> held = heldBy(sources, reader);
        String end = System.lineSeparator() + "  ";
        Stream<String> files = reports.stream().limit(FILES_NAMED).map(report -> said(report, held.getOrDefault(report.source().label(), new TreeSet<>())));
        Stream<String> more = reports.size() > FILES_NAMED ? Stream.of(String.format(Locale.ROOT, "and %,d more", reports.size() - FILES_NAMED)) : Stream.of();
        return "no row read tells of partners' trade in " + material.noun() + ", under " + few(outermost(material)) + " or codes within"
                + Stream.concat(files, more).collect(Collectors.joining(end, end, "")) + others(held.values());
    }

    private static Map<String, SortedSet<CommodityCode>> heldBy(List<InputSource> sources, TradeStatisticsReader reader) {
        Map<String, SortedSet<CommodityCode>> held = new TreeMap<>();
        reader.withScope(CommodityScope.EVERYTHING).withoutChecksums().visit(sources, new ObservationVisitor() {
            @Override
            public void give(ObservationBlock block) {
                SortedSet<CommodityCode> codes = held.computeIfAbsent(block.source().label(), file -> new TreeSet<>());
                for (int row = 0; row < block.size(); row++) {
                    codes.add(block.commodity(row));
                }
            }

            @Override
            public void takeBack(ObservationBlock block) {
                // A code that was met was met.
            }

            @Override
            public void breaksOff(DataSource table) {
                // As above.
            }
        });
        return held;
    }

    private static String said(FileReport report, SortedSet<CommodityCode> codes) {
        String aside = report.rowsSetAside() == 0 ? "" : String.format(Locale.ROOT, "; %,d set aside, which 'lodestone inspect' names", report.rowsSetAside());
        return OneLine.of(report.source().label() + String.format(Locale.ROOT, ": %,d %s read", report.rowsRead(), report.rowsRead() == 1 ? "row" : "rows")
                + (codes.isEmpty() ? " (" + report.why() + ")" : ", of " + few(codes)) + aside);
    }

    /** The materials whose codes the files hold. */
    private String others(Collection<SortedSet<CommodityCode>> held) {
        String found = all.stream()
                .filter(other -> !other.id().equals(material.id()))
                .filter(other -> other.commodities().stream()
                        .filter(entry -> entry.use() == CommodityEntry.Use.MEASURE)
                        .anyMatch(entry -> held.stream().flatMap(Collection::stream).anyMatch(code -> code.isWithin(entry.code()))))
                .map(other -> "--material " + other.id())
                .collect(Collectors.joining(" or "));
        return found.isEmpty() ? "" : System.lineSeparator() + "These are codes of another material: " + found + ".";
    }

    private static List<CommodityCode> outermost(Material material) {
        List<CommodityCode> codes = material.commodities().stream()
                .filter(entry -> entry.use() != CommodityEntry.Use.NOTE_ONLY)
                .map(CommodityEntry::code)
                .distinct()
                .toList();
        return codes.stream().filter(code -> codes.stream().noneMatch(other -> !other.equals(code) && code.isWithin(other))).sorted().toList();
    }

    private static String few(Collection<CommodityCode> codes) {
        String named = codes.stream().limit(CODES_NAMED).map(CommodityCode::digits).collect(Collectors.joining(", "));
        return codes.size() <= CODES_NAMED ? named : String.format(Locale.ROOT, "%s and %,d more codes", named, codes.size() - CODES_NAMED);
    }
}
