package dev.lodestone.model.measure;

import java.util.List;

/** The measures that ship, in the order in which they are written. A new measure is one class and one line here. */
public final class Measures {

    private static final List<Measure> STANDARD = List.of(
            new ImportAmount(Basis.VALUE),
            new ImportAmount(Basis.WEIGHT),
            new SupplierShare(),
            new TopSupplierShare(),
            new Concentration(false),
            new Concentration(true),
            new AlliedShare(),
            new UnnamedShare(),
            new UnitValue(),
            new PriceGap());

    private Measures() {}

    public static List<Measure> standard() {
        return STANDARD;
    }
}
