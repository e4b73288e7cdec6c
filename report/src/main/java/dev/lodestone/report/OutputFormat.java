package dev.lodestone.report;

import dev.lodestone.report.data.Format;
import java.util.EnumSet;
import java.util.Set;

/** A shape in which an edition is told. */
public enum OutputFormat {
    /** Pages for screens. */
    HTML,
    /** Briefings for paper and archives. */
    PDF,
    /** Tables to read and filter. */
    XLSX,
    /** Tables for scripts. */
    CSV,
    /** The whole assessment for programs. */
    JSON;

    static Set<Format> dataFormats(Set<OutputFormat> formats) {
        Set<Format> data = EnumSet.noneOf(Format.class);
        for (OutputFormat format : formats) {
            switch (format) {
                case XLSX -> data.add(Format.XLSX);
                case CSV -> data.add(Format.CSV);
                case JSON -> data.add(Format.JSON);
                case HTML, PDF -> { }
            }
        }
        return data;
    }
}
