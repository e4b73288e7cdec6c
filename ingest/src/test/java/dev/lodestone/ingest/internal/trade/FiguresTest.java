package dev.lodestone.ingest.internal.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.model.trade.CommodityCode;
import dev.lodestone.model.trade.Coverage;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.Quantity;
import dev.lodestone.model.trade.ReferencePeriod;
import dev.lodestone.model.trade.TradeFlow;
import dev.lodestone.model.trade.Valuation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private static final int MANY = 2 * FigureBlock.ROWS + 5;

    @Test
    void givesBackEveryRowThatWentIn() {
        List<Candidate> rows = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            rows.add(row(i, "partner " + i % 7, i + 2, "", ""));
        }
        assertThat(figures(rows)).isEqualTo(rows);
    }

    @Test
    void givesBackLinesThatDoNotFollowEachOtherWithCellsAndNotes() {
        List<Candidate> rows = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            rows.add(row(i, "partner", 2L * i + (i > FigureBlock.ROWS ? 5_000_000_000L : 0), "C" + i, i % 1000 == 0 ? "sum of " + i : ""));
        }
        assertThat(figures(rows)).isEqualTo(rows);
    }

    @Test
    void numbersMoreThingsThanTwoBytesHold() {
        List<Candidate> rows = new ArrayList<>();
        for (int i = 0; i < 5 * FigureBlock.ROWS; i++) {
            rows.add(row(i, "partner " + i, i, "", ""));
        }
        assertThat(figures(rows)).isEqualTo(rows);
    }

    @Test
    void hasNoRowBehindItsLast() {
        Figures one = figures(List.of(row(1, "p", 2, "", "")));

        assertThatThrownBy(() -> one.get(1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static Figures figures(List<Candidate> rows) {
        Figures figures = new Figures();
        figures.addAll(rows);
        return figures;
    }

    private static Candidate row(int i, String partner, long line, String cell, String note) {
        return new Candidate(
                new Candidate.Key(
                        Economy.of(i % 3 == 0 ? "JPN" : "DEU"),
                        Economy.of(i % 2 == 0 ? "CHN" : "VNM"),
                        i % 5 == 0 ? TradeFlow.EXPORT : TradeFlow.IMPORT,
                        "HS2022",
                        CommodityCode.of(String.valueOf(280000 + i % 100)),
                        ReferencePeriod.ofYear(2020 + i % 4)),
                "reporter",
                partner,
                i % 11 == 0 ? "part" : "",
                i % 13 == 0 ? Quantity.SUPPRESSED : Quantity.reported(i / 3.0),
                "USD",
                i % 17 == 0 ? Quantity.estimated(i) : Quantity.MISSING,
                Valuation.CIF,
                i % 19 == 0 ? Coverage.MAIN_PARTNERS : Coverage.COMPLETE,
                i % 23 == 0 ? "Office" : "",
                note,
                line,
                line - 1,
                "value",
                cell);
    }
}
