package dev.lodestone.report.data;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.ConditionalFormattingThreshold.RangeType;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFColorScaleFormatting;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Writes tables as a workbook.
 *
 * <p>POI makes everything but the rows: styles, panes, filters, links, print set-up, properties. The rows are then streamed into the sheets
 * while the package is written anew with fixed times, so that the same tables give the same bytes and the number of rows costs no memory.
 */
final class WorkbookFile {

    /** Of deflating: a quarter of the time of the usual 6, for a file larger by a sixth. */
    private static final int EFFORT = 2;

    /** Any day that the zip format holds without an additional field, which would depend on the time zone. */
    private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);
    private static final int HEADER_LINES = 4;

    /** Characters of a row across a landscape page of A4 at three quarters of their size; columns that do not part leave some of it. */
    private static final int LEGIBLE = 200;

    private static final double SIDE_INCHES = 0.4;
    private static final String SHARED_TEXTS = "xl/sharedStrings.xml";
    private static final String STYLES = "xl/styles.xml";
    private static final String END_OF_FORMATS = "</cellXfs>";

    /** The name of the style of cells that have none, which POI leaves out and other readers miss. */
    private static final String NORMAL = "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>";
    private static final String NO_ROWS = "<sheetData/>";
    private static final String NO_DIMENSION = "<dimension ref=\"A1\"/>";
    private static final XSSFColor INK = colour(0x1F2A37);
    private static final XSSFColor PAPER = colour(0xE8ECF1);
    private static final XSSFColor LINE = colour(0x9AA5B1);
    private static final XSSFColor LINK = colour(0x0B5394);
    private static final XSSFColor PALE = colour(0xFFFFFF);
    private static final XSSFColor DEEP = colour(0xE59866);

    private final Map<Look, Integer> styles = new EnumMap<>(Look.class);
    private final SharedTexts texts = new SharedTexts();
    private final Map<String, SheetTable> tableOfEntry = new HashMap<>();
    private final List<SheetTable> tables;

    private WorkbookFile(List<SheetTable> tables) {
        this.tables = tables;
    }

    /**
     * Writes a workbook and leaves the stream open.
     *
     * @param tables its sheets, in order; the first is for reading and has no filter
     * @param title its title, in the document's properties
     * @param day day that its properties give as that of its making
     */
    static void write(List<SheetTable> tables, String title, LocalDate day, OutputStream out) throws IOException {
        WorkbookFile file = new WorkbookFile(tables);
        file.fill(file.frame(title, day), out);
    }

    /** The workbook without its rows. */
    private byte[] frame(String title, LocalDate day) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            for (Look look : Look.values()) {
                styles.put(look, (int) style(workbook, look).getIndex());
            }
            for (SheetTable table : tables) {
                XSSFSheet sheet = workbook.createSheet(WorkbookUtil.createSafeSheetName(table.name()));
                tableOfEntry.put(sheet.getPackagePart().getPartName().getName().substring(1), table);
                layOut(workbook, sheet, table);
            }
            describe(workbook.getProperties(), title, day);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    private void layOut(XSSFWorkbook workbook, XSSFSheet sheet, SheetTable table) {
        boolean first = table == tables.getFirst();
        for (int c = 0; c < table.columns().size(); c++) {
            sheet.setColumnWidth(c, table.columns().get(c).width() * 256);
        }
        sheet.setDisplayGridlines(!first);
        sheet.getPrintSetup().setPaperSize(PaperSize.A4_PAPER);
        sheet.getPrintSetup().setLandscape(!first);
        sheet.setFitToPage(true);
        int across = pagesAcross(table);
        sheet.getPrintSetup().setFitWidth((short) across);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.setMargin(PageMargin.LEFT, SIDE_INCHES);
        sheet.setMargin(PageMargin.RIGHT, SIDE_INCHES);
        sheet.getFooter().setLeft("&A");
        sheet.getFooter().setRight("&P / &N");
        if (!first) {
            sheet.createFreezePane(1, 1);
            sheet.setRepeatingRows(new CellRangeAddress(0, 0, -1, -1));
            if (across > 1) {
                // What the rows are of stands on each of the pages that lie side by side.
                sheet.getPrintSetup().setLeftToRight(true);
                sheet.setRepeatingColumns(new CellRangeAddress(-1, -1, 0, 0));
            }
            sheet.setAutoFilter(new CellRangeAddress(0, table.shown(), 0, table.columns().size() - 1));
        }
        for (SheetTable.Link link : table.links()) {
            XSSFHyperlink hyperlink = workbook.getCreationHelper().createHyperlink(HyperlinkType.URL);
            hyperlink.setAddress(link.address());
            hyperlink.setCellReference(new CellReference(link.record() + 1, link.column()).formatAsString());
            sheet.addHyperlink(hyperlink);
        }
        for (int column : table.shares()) {
            shade(sheet, new CellRangeAddress(1, Math.max(1, table.shown()), column, column));
        }
    }

    /** How many sheets of paper lie side by side, so that print stays legible. */
    private static int pagesAcross(SheetTable table) {
        int wide = table.columns().stream().mapToInt(SheetTable.Column::width).sum();
        return Math.ceilDiv(wide, LEGIBLE);
    }

    /** Shades shares from 0 to 1, so that columns compare. */
    private static void shade(XSSFSheet sheet, CellRangeAddress range) {
        ConditionalFormattingRule rule = sheet.getSheetConditionalFormatting().createConditionalFormattingColorScaleRule();
        XSSFColorScaleFormatting scale = (XSSFColorScaleFormatting) rule.getColorScaleFormatting();
        scale.setNumControlPoints(2);
        for (int i = 0; i < 2; i++) {
            scale.getThresholds()[i].setRangeType(RangeType.NUMBER);
            scale.getThresholds()[i].setValue((double) i);
        }
        scale.setColors(new XSSFColor[] {PALE, DEEP});
        sheet.getSheetConditionalFormatting().addConditionalFormatting(new CellRangeAddress[] {range}, rule);
    }

    private static XSSFCellStyle style(XSSFWorkbook workbook, Look look) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.getCreationHelper().createDataFormat().getFormat(look.format()));
        style.setVerticalAlignment(VerticalAlignment.TOP);
        XSSFFont font = workbook.createFont();
        font.setFontName("Calibri");
        font.setFontHeightInPoints((short) 11);
        switch (look) {
            case HEADER -> {
                font.setBold(true);
                font.setColor(INK);
                style.setWrapText(true);
                style.setVerticalAlignment(VerticalAlignment.CENTER);
                style.setAlignment(HorizontalAlignment.LEFT);
                style.setIndention((short) 1);
                style.setFillForegroundColor(PAPER);
                style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
                style.setBorderBottom(BorderStyle.THIN);
                style.setBottomBorderColor(LINE);
            }
            case TITLE -> {
                font.setBold(true);
                font.setFontHeightInPoints((short) 16);
                font.setColor(INK);
            }
            case LINK -> {
                font.setUnderline(Font.U_SINGLE);
                font.setColor(LINK);
            }
            case TEXT -> {
                // a text right of a number must not touch it
                style.setAlignment(HorizontalAlignment.LEFT);
                style.setIndention((short) 1);
            }
            case WRAPPED -> {
                style.setAlignment(HorizontalAlignment.LEFT);
                style.setIndention((short) 1);
                style.setWrapText(true);
            }
            case PROSE -> style.setWrapText(true);
            case DATE -> style.setAlignment(HorizontalAlignment.LEFT);
            default -> {}
        }
        style.setFont(font);
        return style;
    }

    private static void describe(POIXMLProperties properties, String title, LocalDate day) throws IOException {
        Optional<Date> made = Optional.of(Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant()));
        properties.getCoreProperties().setTitle(title);
        properties.getCoreProperties().setCreator("Lodestone");
        properties.getCoreProperties().setCreated(made);
        properties.getCoreProperties().setModified(made);
        properties.getExtendedProperties().setApplication("Lodestone");
        properties.commit();
    }

    /** Writes the package anew, with its rows and with the same time on every entry. */
    private void fill(byte[] frame, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.setLevel(EFFORT);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(frame), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().equals(SHARED_TEXTS)) {
                    continue;
                }
                zip.putNextEntry(entry(entry.getName()));
                SheetTable table = tableOfEntry.get(entry.getName());
                if (entry.getName().equals(STYLES)) {
                    zip.write(named(new String(in.readAllBytes(), StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
                } else if (table == null) {
                    in.transferTo(zip);
                } else {
                    sheet(new String(in.readAllBytes(), StandardCharsets.UTF_8), table, zip);
                }
                zip.closeEntry();
            }
        }
        zip.putNextEntry(entry(SHARED_TEXTS));
        Batches writer = Batches.utf8(zip);
        texts.writeTo(writer);
        writer.flush();
        zip.closeEntry();
        zip.finish();
        zip.flush();
    }

    private static String named(String styles) {
        if (styles.contains("<cellStyles") || !styles.contains(END_OF_FORMATS)) {
            return styles;
        }
        return styles.replace(END_OF_FORMATS, END_OF_FORMATS + NORMAL);
    }

    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(ENTRY_TIME);
        return entry;
    }

    private void sheet(String frame, SheetTable table, OutputStream out) throws IOException {
        String last = new CellReference(table.shown(), table.columns().size() - 1).formatAsString();
        String sized = frame.replace(NO_DIMENSION, "<dimension ref=\"A1:" + last + "\"/>");
        int at = sized.indexOf(NO_ROWS);
        if (at < 0) {
            throw new IllegalStateException("the sheet '" + table.name() + "' has no place for its rows");
        }
        Batches writer = Batches.utf8(out);
        writer.append(sized, 0, at).append("<sheetData>");
        SheetWriter rows = new SheetWriter(writer, table.columns(), table.wraps(), styles, texts);
        rows.lines(table == tables.getFirst() ? 2 : HEADER_LINES);
        for (SheetTable.Column column : table.columns()) {
            rows.text(column.title(), table == tables.getFirst() ? Look.TITLE : Look.HEADER);
        }
        rows.end();
        for (int i = 0; i < table.shown(); i++) {
            table.record().write(i, rows);
            rows.end();
        }
        writer.append("</sheetData>").append(sized, at + NO_ROWS.length(), sized.length());
        writer.flush();
    }

    private static XSSFColor colour(int rgb) {
        return new XSSFColor(new byte[] {(byte) 0xFF, (byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb}, null);
    }
}
