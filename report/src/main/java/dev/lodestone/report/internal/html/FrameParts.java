package dev.lodestone.report.internal.html;

import dev.lodestone.report.ReportException;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateHTMLOutputModel;
import freemarker.template.TemplateModelException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** What every page of an edition shares: style sheets, the script, the logo. Read when first needed, then kept. */
final class FrameParts {

    private final TemplateFiles files;
    private volatile String screenCss;
    private volatile String printCss;
    private volatile String script;
    private volatile Optional<Logo> logo;
    private volatile Optional<Logo> pngLogo;

    FrameParts(TemplateFiles files) {
        this.files = files;
    }

    /**
     * The user's mark in place of ours.
     *
     * @param ratio of width to height
     */
    record Logo(String dataUri, double ratio) {

        private static final double USUAL_RATIO = 4;
        private static final double LEAST_RATIO = 0.25;
        private static final double MOST_RATIO = 16;

        /** A tall mark is higher than a wide one, so that both are about as large: from half as high as one of four to one to 2.4 times as high. */
        String height(double usual, String unit) {
            return String.format(Locale.ROOT, "%.2f%s", usual * Math.clamp(Math.sqrt(USUAL_RATIO / Math.clamp(ratio, LEAST_RATIO, MOST_RATIO)), 0.5, 2.4), unit);
        }
    }

    String script() {
        String known = script;
        if (known == null) {
            TemplateFiles.TextFile file = files.getText("page.js");
            if (file.text().toLowerCase(Locale.ROOT).contains("</script") || file.text().contains("<!--")) {
                throw new ReportException("holds '</script' or '<!--', which would end the script inside a page", file.label(), 0, 0, null);
            }
            known = file.text();
            script = known;
        }
        return known;
    }

    /** The user's logo: SVG before PNG on a screen; on paper PNG alone, which the PDF can show, and without one the house's name. */
    Optional<Logo> logo(Target target) {
        return target == Target.HTML ? screenLogo() : paperLogo();
    }

    private Optional<Logo> screenLogo() {
        Optional<Logo> known = logo;
        if (known == null) {
            known = files.findBytes("logo.svg").map(bytes -> svg(Logos.svg(bytes, files.label("logo.svg")))).or(this::paperLogo);
            logo = known;
        }
        return known;
    }

    private Optional<Logo> paperLogo() {
        Optional<Logo> known = pngLogo;
        if (known == null) {
            known = files.findBytes("logo.png").map(bytes -> png(Logos.png(bytes, files.label("logo.png"))));
            pngLogo = known;
        }
        return known;
    }

    private static Logo svg(byte[] bytes) {
        return new Logo(dataUri("image/svg+xml", bytes), Logos.ratioOfSvg(bytes));
    }

    private static Logo png(byte[] bytes) {
        return new Logo(dataUri("image/png", bytes), Logos.ratioOfPng(bytes));
    }

    /** Text that is markup already and must be placed as it is. */
    static TemplateHTMLOutputModel markup(String markup) {
        try {
            return HTMLOutputFormat.INSTANCE.fromMarkup(markup);
        } catch (TemplateModelException e) {
            throw new ReportException("markup cannot be placed: " + e.getMessage(), e);
        }
    }

    String screenCss() {
        String known = screenCss;
        if (known == null) {
            known = new StyleSheets(files).screen();
            screenCss = known;
        }
        return known;
    }

    String printCss() {
        String known = printCss;
        if (known == null) {
            known = new StyleSheets(files).print();
            printCss = known;
        }
        return known;
    }

    private static String dataUri(String type, byte[] bytes) {
        return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes);
    }
}
