package dev.lodestone.report.internal.html;

import dev.lodestone.report.ReportException;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Looks at a user's logo before a page shows it: a picture that cannot be shown would be missing without a word. */
final class Logos {

    /** A logo stands in every page: a larger one makes each edition that much larger, and takes minutes. */
    private static final int MOST_BYTES = 2 * 1024 * 1024;

    private Logos() {
    }

    private static void small(byte[] bytes, String label) {
        if (bytes.length > MOST_BYTES) {
            throw new ReportException("has " + bytes.length / 1024 + " KB; a logo stands in every page and may have "
                    + MOST_BYTES / 1024 + " KB at most", label, 0, 0, null);
        }
    }

    /** @throws ReportException naming file, line and column when it is no SVG, or when it is too large for a page */
    static byte[] svg(byte[] bytes, String label) {
        small(bytes, label);
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            builder.setEntityResolver((publicId, systemId) -> {
                throw new SAXException("it asks for \"" + systemId + "\", and pages may ask for nothing");
            });
            String root = builder.parse(new InputSource(new ByteArrayInputStream(bytes))).getDocumentElement().getNodeName();
            if (!root.equals("svg") && !root.endsWith(":svg")) {
                throw new ReportException("is no SVG picture: it holds <" + root + ">", label, 0, 0, null);
            }
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
}
