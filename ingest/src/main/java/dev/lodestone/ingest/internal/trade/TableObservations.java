package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.internal.layout.Layout;
import dev.lodestone.model.quality.DataSource;
import dev.lodestone.model.trade.CommodityCode;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.Observations;
import dev.lodestone.model.trade.Quantity;
import dev.lodestone.model.trade.TradeObservation;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.concurrent.ConcurrentHashMap;

/** A table's figures as observations, each made when it is asked for. */
final class TableObservations extends AbstractList<TradeObservation> implements RandomAccess {

    private final List<Candidate> figures;
    private final TableAccount account;
    private final String layout;
    private final String sha256;
    private final DataSource source;
    private final Map<String, DataSource> sources = new ConcurrentHashMap<>();

    TableObservations(List<Candidate> figures, TableAccount account, Layout layout, String sha256) {
        this.figures = figures;
        this.account = account;
        this.layout = layout.id();
        this.sha256 = sha256;
        this.source = account.source(sha256, layout.id(), layout.title());
    }

    /** The table itself. */
    DataSource source() {
        return source;
    }

    @Override
    public int size() {
        return figures.size();
    }

    @Override
    public TradeObservation get(int index) {
        return figures.get(index).observation(this::sourceOf);
    }

    /** Puts them into columns, as {@link Observations.Builder#add(TradeObservation)} would one by one. */
    void addTo(Observations.Builder columns) {
        if (figures instanceof Figures rows) {
            rows.forEachRow(new Columnist(columns));
        } else {
            forEach(columns::add);
        }
    }

    /** Gives the imports of calendar years. */
    void forEachYearlyImport(YearlyImports receiver, int before) {
        if (figures instanceof Figures rows) {
            rows.forEachRow(new YearlyRows(receiver, before));
        } else {
            for (int i = 0; i < size(); i++) {
                YearlyImports.give(get(i), before + i, receiver);
            }
        }
    }

    /** Renumbers heads and commodities of figures as the columns number theirs. */
    private final class Columnist implements Figures.Receiver {

        private final Observations.Builder columns;
        private final List<HeadNumbers> heads = new ArrayList<>();
        private final Renumbering commodities = new Renumbering();

        /** What of a row its head tells, by the columns' numbers. */
        private record HeadNumbers(
                int reporter, int period, int kind, Quantity.Status value, Quantity.Status weight, String remark) {}

        Columnist(Observations.Builder columns) {
            this.columns = columns;
        }

        @Override
        public void head(int number, Candidate one) {
            while (heads.size() <= number) {
                heads.add(null);
            }
            heads.set(number, new HeadNumbers(
                    columns.numberOf(one.key().reporter()),
                    columns.numberOf(one.key().period()),
                    columns.numberOf(new Observations.Kind(
                            one.key().flow(), one.key().classification(), one.currency(), one.valuation(), one.coverage(),
                            sourceOf(one.publisher()))),
                    one.value().status(),
                    one.netWeightKg().status(),
                    one.publisher()));
        }

        @Override
        public void row(int head, int commodity, Economy partner, CommodityCode code, Figures.Columns from, int at, int index) {
            HeadNumbers of = heads.get(head);
            columns.add(
                    of.reporter(), columns.numberOf(partner), numberOf(commodity, code), of.period(), of.kind(),
                    from.value(at), of.value(),
                    from.weight(at), of.weight(), from.line(at), from.cell(at), Candidate.remark(of.remark(), from.note(at)));
        }

        private int numberOf(int commodity, CommodityCode code) {
            int here = commodities.of(commodity);
            return here == Renumbering.UNKNOWN ? commodities.is(commodity, columns.numberOf(code)) : here;
        }
    }

    /** Leaves out what is no import of a calendar year. */
    private final class YearlyRows implements Figures.Receiver {

        private final YearlyImports receiver;
        private final int before;
        private final List<Optional<YearlyImports.Head>> heads = new ArrayList<>();

        YearlyRows(YearlyImports receiver, int before) {
            this.receiver = receiver;
            this.before = before;
        }

        @Override
        public void head(int number, Candidate one) {
            while (heads.size() <= number) {
                heads.add(Optional.empty());
            }
            boolean isYearly = YearlyImports.isYearly(one.key().flow(), one.key().period(), one.coverage());
            heads.set(number, isYearly
                    ? Optional.of(new YearlyImports.Head(one.key().reporter(), sourceOf(one.publisher()).title(), one.key().period().year()))
                    : Optional.empty());
        }

        @Override
        public void row(int head, int commodity, Economy partner, CommodityCode code, Figures.Columns from, int at, int index) {
            Optional<YearlyImports.Head> of = heads.get(head);
            if (of.isPresent()) {
                receiver.add(of.get(), code, partner, from.value(at), before + index);
            }
        }
    }

    private DataSource sourceOf(String publisher) {
        return publisher.isEmpty() ? source : sources.computeIfAbsent(publisher, name -> account.source(sha256, layout, name));
    }
}
