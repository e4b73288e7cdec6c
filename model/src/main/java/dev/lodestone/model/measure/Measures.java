package dev.lodestone.model.measure;

import java.util.List;
import java.util.stream.Stream;

/** The measures that ship, in the order in which they are written. A new measure is one class and one line here. */
public final class Measures {

    private static final List<Measure> OF_ONE_PROFILE = List.of(
            new ImportAmount(Basis.VALUE),
            new ImportAmount(Basis.WEIGHT),
            new SupplierShare(),
            new SupplierAmount(Basis.VALUE),
            new SupplierAmount(Basis.WEIGHT),
            new TopSupplierShare(),
            new Concentration(false),
            new HhiContribution(),
            new Concentration(true),
            new AlliedShare(),
            new UnnamedShare(),
            new UnitValue(),
            new PriceGap());

    private static final List<Measure> STANDARD = Stream.<List<? extends Measure>>of(
                    OF_ONE_PROFILE,
                    List.of(
                            new UnitValueOutliers(),
                            new ImportChange(),
                            new ShareChange(),
                            MixAgainstWithin.within(),
                            MixAgainstWithin.mix(),
                            new HhiChange()),
                    Trend.all(),
                    SupplierGrowth.all(),
                    MonthlyTrend.all(),
                    BlocDependency.all(),
                    List.of(new GeoDependency(), new PublishedReliance(), new RecomputedReliance()),
                    MirrorGap.all(),
                    SupplierSales.all(),
                    List.<Measure>of(new WatchCount()))
            .<Measure>flatMap(List::stream)
            .toList();

    private Measures() {}

    /** Those that read one profile and nothing beside it: what is defined of any sum of imports, of whatever goods and years. */
    public static List<Measure> ofOneProfile() {
        return OF_ONE_PROFILE;
    }

    public static List<Measure> standard() {
        return STANDARD;
    }
}
