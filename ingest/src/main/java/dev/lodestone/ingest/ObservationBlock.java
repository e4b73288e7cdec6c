package dev.lodestone.ingest;

import dev.lodestone.model.quality.DataSource;
import dev.lodestone.model.trade.CommodityCode;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.Quantity;
import dev.lodestone.model.trade.ReferencePeriod;
import dev.lodestone.model.trade.TradeFlow;
import dev.lodestone.model.trade.TradeObservation;

/** Some consecutive observations of one table, told by columns; good only while the visitor that was given it looks at it. */
public interface ObservationBlock {

    /** The table, with the layout's title as publisher; its checksum is not known before its end and therefore empty. */
    DataSource source();

    /** Number of rows; they are numbered from 0. */
    int size();

    Economy reporter(int row);

    /** The partner; {@link Economy#isWorld()} for a total, which must not be added to partners. */
    Economy partner(int row);

    TradeFlow flow(int row);

    /** Nomenclature and edition of the code. */
    String classification(int row);

    CommodityCode commodity(int row);

    ReferencePeriod period(int row);

    /** Value in units of {@link #currency}; 0 where there is none, which {@link #valueStatus} tells apart. */
    double value(int row);

    Quantity.Status valueStatus(int row);

    /** ISO 4217 code. */
    String currency(int row);

    /** Net weight in kilograms; 0 where there is none, which {@link #weightStatus} tells apart. */
    double weightKg(int row);

    Quantity.Status weightStatus(int row);

    /** Line on which the row starts. */
    long line(int row);

    /** The observation as an object, which may be kept. */
    TradeObservation observation(int row);
}
