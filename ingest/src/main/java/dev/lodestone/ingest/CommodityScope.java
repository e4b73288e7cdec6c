package dev.lodestone.ingest;

import dev.lodestone.model.trade.CommodityCode;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Which commodities are wanted. A sound row of another commodity is out of scope. */
public final class CommodityScope {

    /** Every commodity. */
    public static final CommodityScope EVERYTHING = new CommodityScope(List.of());

    private final List<CommodityCode> wanted;

    private CommodityScope(List<CommodityCode> wanted) {
        this.wanted = wanted;
    }

    /**
     * The codes given and all codes below them: {@code 2846} wants {@code 284690} too.
     *
     * @throws IllegalArgumentException if no code is given
     */
    public static CommodityScope of(Collection<CommodityCode> codes) {
        if (codes.isEmpty()) {
            throw new IllegalArgumentException("a scope needs at least one commodity code; use EVERYTHING for all");
        }
        return new CommodityScope(List.copyOf(new TreeSet<>(codes)));
    }

    /** As {@link #of(Collection)}, from text such as {@code "2846"}. */
    public static CommodityScope of(String... codes) {
        return of(List.of(codes).stream().map(CommodityCode::of).toList());
    }

    public boolean wants(CommodityCode code) {
        if (wanted.isEmpty()) {
            return true;
        }
        for (CommodityCode each : wanted) {
            if (code.isWithin(each)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return wanted.isEmpty() ? "everything" : wanted.toString();
    }
}
