package dev.lodestone.report.internal.html;

import dev.lodestone.report.ReportException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.List;

/** The shipped typefaces as style rules that carry their own bytes, so that a page looks the same without a network. */
final class WebFonts {

    private static final String FOLDER = "/dev/lodestone/report/fonts/web/";

    /** One file: a family at one weight and slope, and the characters for which it stands in, empty for all that it has. */
    private record Face(String family, String file, int weight, String style, String range) {
        Face(String family, String file, int weight, String style) {
            this(family, file, weight, style, "");
        }

        String format() {
            return file.substring(file.lastIndexOf('.') + 1);
        }
    }

    private static final List<Face> FACES = List.of(
            new Face("Inter", "inter-latin-400-normal.woff2", 400, "normal"),
            new Face("Inter", "inter-latin-600-normal.woff2", 600, "normal"),
            new Face("Source Serif 4", "source-serif-4-latin-400-normal.woff2", 400, "normal"),
            new Face("Source Serif 4", "source-serif-4-latin-400-italic.woff2", 400, "italic"),
            new Face("Source Serif 4", "source-serif-4-latin-600-normal.woff2", 600, "normal"),
            // The names that economies give themselves, and nothing else: whole fonts would outweigh the page.
            new Face("Inter", "noto-sans-jp-names.woff", 400, "normal", "U+4E2D,U+56FD,U+65E5,U+672C,U+7063,U+81FA"),
            new Face("Inter", "noto-sans-kr-names.woff", 400, "normal", "U+AD6D,U+B300,U+BBFC,U+D55C"));

    private WebFonts() {
    }

    /** The {@code @font-face} rules. */
    static String css() {
        StringBuilder css = new StringBuilder();
        for (Face face : FACES) {
            css.append("@font-face{font-family:\"").append(face.family())
                    .append("\";font-style:").append(face.style())
                    .append(";font-weight:").append(face.weight())
                    .append(";font-display:swap;src:url(data:font/").append(face.format()).append(";base64,")
                    .append(Base64.getEncoder().encodeToString(bytes(face.file())))
                    .append(") format(\"").append(face.format()).append("\")")
                    .append(face.range().isEmpty() ? "" : ";unicode-range:" + face.range())
                    .append("}\n");
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
