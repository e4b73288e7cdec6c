package dev.lodestone.report.diff;

import java.util.Comparator;

/** Which figure: the columns of indicators.csv that name it. */
public record FigureKey(String economy, String material, String stage, String commodity, String period, String measure, String supplier, String basis)
        implements Comparable<FigureKey> {

    private static final Comparator<FigureKey> ORDER = Comparator.comparing(FigureKey::economy)
            .thenComparing(FigureKey::material)
            .thenComparing(FigureKey::stage)
            .thenComparing(FigureKey::commodity)
            .thenComparing(FigureKey::period)
            .thenComparing(FigureKey::measure)
            .thenComparing(FigureKey::supplier)
            .thenComparing(FigureKey::basis);

    /** The same of another period. */
    FigureKey in(String other) {
        return new FigureKey(economy, material, stage, commodity, other, measure, supplier, basis);
    }

    @Override
    public int compareTo(FigureKey other) {
        return ORDER.compare(this, other);
    }
}
