package dev.lodestone.cli;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;

/** A PDF as another program reads it. */
final class PublishedPaper implements AutoCloseable {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");
    private static final Pattern SUBSET = Pattern.compile("[A-Z]{6}\\+.+");

    private final PDDocument document;

    PublishedPaper(byte[] pdf) throws IOException {
        document = Loader.loadPDF(pdf);
    }

    /** How often each word stands in a text; capitals do not count, as a style may set them. */
    static Map<String, Integer> words(Stream<String> texts) {
        Map<String, Integer> counts = new TreeMap<>();
        texts.forEach(text -> {
            Matcher words = WORD.matcher(Normalizer.normalize(text, Normalizer.Form.NFC).replace("\u00ad", ""));
            while (words.find()) {
                counts.merge(words.group().toLowerCase(Locale.ROOT), 1, Integer::sum);
            }
        });
        return counts;
    }

    String text() throws IOException {
        return new PDFTextStripper().getText(document);
    }

    int pages() {
        return document.getNumberOfPages();
    }

    /** The first page, from 1, that says this; 0 if none does. */
    int firstPageWith(String words) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        for (int page = 1; page <= pages(); page++) {
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            if (stripper.getText(document).contains(words)) {
                return page;
            }
        }
        return 0;
    }

    String title() {
        return document.getDocumentInformation().getTitle();
    }

    String language() {
        return document.getDocumentCatalog().getLanguage();
    }

    /** Whether a reader shows the title in its window, not the file's name. */
    boolean showsItsTitle() {
        return document.getDocumentCatalog().getViewerPreferences() != null
                && document.getDocumentCatalog().getViewerPreferences().displayDocTitle();
    }

    /** The titles of all bookmarks, in order; one that leads nowhere is told as such. */
    List<String> bookmarks() throws IOException {
        List<String> titles = new ArrayList<>();
        if (document.getDocumentCatalog().getDocumentOutline() != null) {
            for (PDOutlineItem item : document.getDocumentCatalog().getDocumentOutline().children()) {
                collect(item, titles);
            }
        }
        return titles;
    }

    private void collect(PDOutlineItem item, List<String> titles) throws IOException {
        titles.add(item.findDestinationPage(document) == null ? item.getTitle() + " (leads nowhere)" : item.getTitle());
        for (PDOutlineItem child : item.children()) {
            collect(child, titles);
        }
    }

    /** Names of the fonts that are not embedded as a subset. */
    List<String> fontsNotEmbeddedAsSubset() throws IOException {
        List<String> names = new ArrayList<>();
        for (PDPage page : document.getPages()) {
            collect(page.getResources(), names);
        }
        return names.stream().distinct().toList();
    }

    private static void collect(PDResources resources, List<String> names) throws IOException {
        for (COSName name : resources.getFontNames()) {
            PDFont font = resources.getFont(name);
            if (!font.isEmbedded() || !SUBSET.matcher(font.getName()).matches()) {
                names.add(font.getName());
            }
        }
        for (COSName name : resources.getXObjectNames()) {
            if (resources.getXObject(name) instanceof PDFormXObject form && form.getResources() != null) {
                collect(form.getResources(), names);
            }
        }
    }

    int fonts() throws IOException {
        int count = 0;
        for (PDPage page : document.getPages()) {
            for (COSName ignored : page.getResources().getFontNames()) {
                count++;
            }
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
