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

    /** The user's mark in place of ours. */
    record Logo(String dataUri) {
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
            known = files.findBytes("logo.svg").map(bytes -> new Logo(dataUri("image/svg+xml", Logos.svg(bytes, files.label("logo.svg"))))).or(this::paperLogo);
            logo = known;
        }
        return known;
    }

    private Optional<Logo> paperLogo() {
        Optional<Logo> known = pngLogo;
        if (known == null) {
            known = files.findBytes("logo.png").map(bytes -> new Logo(dataUri("image/png", Logos.png(bytes, files.label("logo.png")))));
            pngLogo = known;
        }
        return known;
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
