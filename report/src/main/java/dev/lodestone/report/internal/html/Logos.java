package dev.lodestone.report.internal.html;

import dev.lodestone.report.ReportException;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;
import org.xml.sax.helpers.LocatorImpl;

/** Looks at a user's logo before a page shows it: a picture that cannot be shown would be missing without a word. */
final class Logos {

    /** A logo stands in every page: a larger one makes each edition that much larger, and takes minutes. */
    private static final int MOST_BYTES = 2 * 1024 * 1024;

    private static final int MOST_PIXELS = 4000;

    /** The first bytes of every PNG, and where its width stands, which its height follows. */
    private static final int PNG = 0x89504E47;
    private static final int PNG_WIDTH_AT = 16;

    private static final double UNTOLD_RATIO = 4;

    private Logos() {
    }

    private static void small(byte[] bytes, String label) {
        if (bytes.length > MOST_BYTES) {
            throw new ReportException("has " + bytes.length / 1024 + " KB; a logo stands in every page and may have "
                    + MOST_BYTES / 1024 + " KB at most", label, 0, 0, null);
        }
    }

    /** A picture of few bytes may be one of many pixels. */
    private static void small(byte[] bytes, int at, String label) {
        if (bytes.length >= at + Integer.BYTES && ByteBuffer.wrap(bytes).getInt() == PNG && ByteBuffer.wrap(bytes, at, Integer.BYTES).getInt() > MOST_PIXELS) {
            throw new ReportException("is " + ByteBuffer.wrap(bytes, at, Integer.BYTES).getInt() + " pixels wide or high; a logo may have "
                    + MOST_PIXELS + " at most", label, 0, 0, null);
        }
    }

    /** @throws ReportException naming file, line and column when it is no SVG, or when it is too large for a page */
    static byte[] svg(byte[] bytes, String label) {
        small(bytes, label);
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            factory.newSAXParser().parse(new ByteArrayInputStream(bytes), new Looking(label));
            return bytes;
        } catch (SAXParseException e) {
            throw new ReportException("is no SVG picture: " + e.getMessage(), label, e.getLineNumber(), e.getColumnNumber(), e);
        } catch (SAXException | IOException e) {
            throw new ReportException("is no SVG picture: " + e.getMessage(), label, 0, 0, e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("this Java has no safe XML parser", e);
        }
    }

    /**
     * The picture, its colours told one by one where it has a table of them: the PDF library takes a table of two for black and white.
     *
     * @throws ReportException naming the file when it is no picture, or when it is too large for a page
     */
    static byte[] png(byte[] bytes, String label) {
        small(bytes, label);
        small(bytes, PNG_WIDTH_AT, label);
        small(bytes, PNG_WIDTH_AT + Integer.BYTES, label);
        try {
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(bytes));
            if (picture == null) {
                throw new ReportException("is no PNG picture", label, 0, 0, null);
            }
            if (!(picture.getColorModel() instanceof IndexColorModel)) {
                return bytes;
            }
            boolean clear = picture.getColorModel().hasAlpha();
            BufferedImage told = new BufferedImage(
                    picture.getWidth(), picture.getHeight(), clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
            Graphics2D copy = told.createGraphics();
            copy.drawImage(picture, 0, 0, null);
            copy.dispose();
            ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length * 2);
            ImageIO.write(told, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new ReportException("is no PNG picture: " + e.getMessage(), label, 0, 0, e);
        }
    }

    /** @param bytes a picture that was looked at already */
    static double ratioOfPng(byte[] bytes) {
        ByteBuffer head = ByteBuffer.wrap(bytes);
        return (double) head.getInt(PNG_WIDTH_AT) / head.getInt(PNG_WIDTH_AT + Integer.BYTES);
    }

    /** Of its view box, or else of its width and height in the same unit; 4 of a drawing that tells neither. */
    static double ratioOfSvg(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        Matcher root = Pattern.compile("<(\\w+:)?svg\\b[^>]*>").matcher(text);
        if (!root.find()) {
            return UNTOLD_RATIO;
        }
        Matcher box = Pattern.compile("\\bviewBox\\s*=\\s*[\"']\\s*\\S+[\\s,]+\\S+[\\s,]+([0-9.]+)[\\s,]+([0-9.]+)\\s*[\"']").matcher(root.group());
        Matcher sides = Pattern.compile("(?s)\\swidth\\s*=\\s*[\"']([0-9.]+)(\\w*)[\"'].*\\sheight\\s*=\\s*[\"']([0-9.]+)\\2[\"']").matcher(root.group());
        if (box.find()) {
            return ratio(box.group(1), box.group(2));
        }
        return sides.find() ? ratio(sides.group(1), sides.group(3)) : UNTOLD_RATIO;
    }

    private static double ratio(String width, String height) {
        try {
            double ratio = Double.parseDouble(width) / Double.parseDouble(height);
            return ratio > 0 && Double.isFinite(ratio) ? ratio : UNTOLD_RATIO;
        } catch (NumberFormatException e) {
            return UNTOLD_RATIO;
        }
    }

    /** Says what of a drawing a page would not show: browsers run no script in a picture, and load nothing that it names. */
    private static final class Looking extends DefaultHandler {

        private final String label;
        private Locator at = new LocatorImpl();
        private boolean begun;

        Looking(String label) {
            this.label = label;
        }

        @Override
        public void setDocumentLocator(Locator locator) {
            at = locator;
        }

        @Override
        public InputSource resolveEntity(String publicId, String systemId) throws SAXException {
            throw new SAXException("it asks for \"" + systemId + "\", and pages may ask for nothing");
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void startElement(String uri, String localName, String name, Attributes attributes) {
            String element = name.substring(name.indexOf(':') + 1);
            if (!begun && !element.equals("svg")) {
                throw new ReportException("is no SVG picture: it holds <" + name + ">", label, 0, 0, null);
            }
            begun = true;
            if (element.equals("script")) {
                throw refusal("a logo may hold no script: no page would run it");
            }
            for (int i = 0; i < attributes.getLength(); i++) {
                String attribute = attributes.getQName(i);
                String value = attributes.getValue(i).strip();
                if (attribute.toLowerCase(Locale.ROOT).startsWith("on")) {
                    throw refusal("a logo may hold no script: no page would run '" + attribute + "'");
                }
                boolean names = attribute.equals("href") || attribute.endsWith(":href") || attribute.equals("src");
                if (names && !element.equals("a") && !value.startsWith("#") && !value.startsWith("data:")) {
                    throw refusal("<" + name + "> asks for \"" + value + "\", and pages may ask for nothing");
                }
            }
        }

        private ReportException refusal(String problem) {
            return new ReportException(problem, label, at.getLineNumber(), at.getColumnNumber(), null);
        }
    }
}
