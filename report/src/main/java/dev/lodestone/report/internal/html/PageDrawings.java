package dev.lodestone.report.internal.html;

import dev.lodestone.report.chart.Drawing;
import dev.lodestone.report.view.Figure;
import dev.lodestone.report.view.Page;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The drawings of a page. */
public final class PageDrawings {

    private PageDrawings() {
    }

    /** For paper: the drawing of each figure, by the figure's id, in the order of the page. */
    public static Map<String, Drawing> of(Page page) {
        Map<String, Drawing> drawings = new LinkedHashMap<>();
        for (Figure figure : PageParts.of(page).figures()) {
            drawings.put(figure.id(), figure.paper());
        }
        return Collections.unmodifiableMap(drawings);
    }
}
