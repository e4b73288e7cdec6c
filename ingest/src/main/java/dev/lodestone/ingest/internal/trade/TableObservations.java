package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.internal.layout.Layout;
import dev.lodestone.model.quality.DataSource;
import dev.lodestone.model.trade.TradeObservation;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
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

    private DataSource sourceOf(String publisher) {
        return publisher.isEmpty() ? source : sources.computeIfAbsent(publisher, name -> account.source(sha256, layout, name));
    }
}
