package dev.lodestone.ingest.internal.table;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The merged cells of an xlsx worksheet. They are listed behind its rows, so that a sheet in which a cell is missing is passed over once
 * more for them, quickly where there are none.
 */
final class MergedRegions {

    private static final byte[] NAME = "mergeCell".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern RANGE = Pattern.compile("([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})");

    private MergedRegions() {}

    /** The merged cells that lie in some columns. */
    static MergedCells read(SheetRows.Opening opening, SharedTexts texts, Set<Integer> columns) throws IOException {
        if (!isNamed(opening)) {
            return MergedCells.NONE;
        }
        List<MergedCells.Region> regions = regions(opening);
        Map<Long, Row> firstRows = new HashMap<>();
        regions.forEach(region -> firstRows.put(region.firstRow(), Row.of(0, List.of())));
        try (ParsedSheetRows rows = new ParsedSheetRows(opening.open(), texts)) {
            while (rows.advance()) {
                firstRows.computeIfPresent(rows.row().line(), (line, none) -> rows.row());
            }
        }
        return MergedCells.of(regions, columns, (row, column) -> firstRows.get(row).cell(column));
    }

    /** Whether the sheet's bytes name merged cells anywhere; yes where they are not in a charset that writes names as ASCII does. */
    private static boolean isNamed(SheetRows.Opening opening) throws IOException {
        try (InputStream stream = new BufferedInputStream(opening.open(), 1 << 16)) {
            byte[] buffer = new byte[1 << 16];
            int kept = stream.readNBytes(buffer, 0, NAME.length);
            if (kept >= 2 && (buffer[0] < 0 && buffer[0] != (byte) 0xEF || buffer[0] == 0 || buffer[1] == 0)) {
                return true;
            }
            for (int read = stream.read(buffer, kept, buffer.length - kept); read > 0; read = stream.read(buffer, kept, buffer.length - kept)) {
                int length = kept + read;
                if (contains(buffer, length)) {
                    return true;
                }
                kept = Math.min(NAME.length, length);
                System.arraycopy(buffer, length - kept, buffer, 0, kept);
            }
            return false;
        }
    }

    private static boolean contains(byte[] bytes, int length) {
        for (int i = 0; i + NAME.length <= length; i++) {
            if (bytes[i] == 'm' && bytes[i + 1] == 'e' && bytes[i + NAME.length - 1] == 'l' && isNameAt(bytes, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNameAt(byte[] bytes, int at) {
        for (int i = 0; i < NAME.length; i++) {
            if (bytes[at + i] != NAME[i]) {
                return false;
            }
        }
        return true;
    }

    private static List<MergedCells.Region> regions(SheetRows.Opening opening) throws IOException {
        List<MergedCells.Region> regions = new ArrayList<>();
        try (InputStream stream = opening.open()) {
            XMLStreamReader xml = XmlParts.open(stream);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("mergeCell")) {
                    String range = xml.getAttributeValue(null, "ref");
                    Matcher matcher = RANGE.matcher(range == null ? "" : range);
                    if (matcher.matches()) {
                        regions.add(new MergedCells.Region(
                                Long.parseLong(matcher.group(2)), Long.parseLong(matcher.group(4)), column(matcher.group(1)), column(matcher.group(3))));
                        MergedCells.checkNumber(regions.size());
                    }
                }
            }
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException("the sheet's XML is broken: " + BoundedTags.broken(e).orElse(e.getMessage()), e);
        }
        return regions;
    }

    private static int column(String letters) {
        int column = 0;
        for (int i = 0; i < letters.length(); i++) {
            column = column * 26 + letters.charAt(i) - 'A' + 1;
        }
        return column - 1;
    }
}
