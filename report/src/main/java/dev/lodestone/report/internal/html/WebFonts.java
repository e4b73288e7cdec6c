package dev.lodestone.report.internal.html;

import dev.lodestone.report.ReportException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.List;

/** The shipped typefaces as style rules that carry their own bytes, so that a page looks the same without a network. */
final class WebFonts {

    private static final String FOLDER = "/dev/lodestone/report/fonts/web/";

    /** One file: a family at one weight and slope. */
    private record Face(String family, String file, int weight, String style) {
    }

    private static final List<Face> FACES = List.of(
            new Face("Inter", "inter-latin-400-normal.woff2", 400, "normal"),
            new Face("Inter", "inter-latin-600-normal.woff2", 600, "normal"),
            new Face("Source Serif 4", "source-serif-4-latin-400-normal.woff2", 400, "normal"),
            new Face("Source Serif 4", "source-serif-4-latin-400-italic.woff2", 400, "italic"),
            new Face("Source Serif 4", "source-serif-4-latin-600-normal.woff2", 600, "normal"));

    private WebFonts() {
    }

    /** The {@code @font-face} rules. */
    static String css() {
        StringBuilder css = new StringBuilder();
        for (Face face : FACES) {
            css.append("@font-face{font-family:\"").append(face.family())
                    .append("\";font-style:").append(face.style())
                    .append(";font-weight:").append(face.weight())
                    .append(";font-display:swap;src:url(data:font/woff2;base64,")
                    .append(Base64.getEncoder().encodeToString(bytes(face.file())))
                    .append(") format(\"woff2\")}\n");
        }
        return css.toString();
    }

    private static byte[] bytes(String file) {
        try (InputStream in = WebFonts.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new ReportException("font '" + file + "' is not in the application");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new ReportException("font '" + file + "' cannot be read: " + e.getMessage(), e);
        }
    }
}
