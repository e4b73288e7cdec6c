package dev.lodestone.model.measure;

import java.util.Set;

/** A measure that tells an amount on one basis: value in US dollars, or net weight in kilograms. */
abstract class Amount implements Measure {

    private final String name;
    private final String formula;
    private final Basis basis;

    /**
     * An amount.
     *
     * @param name what it is of; with {@code -value} or {@code -weight} the id
     * @param formula formula in one line
     * @param basis value or weight
     */
    Amount(String name, String formula, Basis basis) {
        this.name = name;
        this.formula = formula;
        this.basis = basis;
    }

    final Basis basis() {
        return basis;
    }

    @Override
    public final String id() {
        return name + (basis == Basis.VALUE ? "-value" : "-weight");
    }

    @Override
    public final String formula() {
        return formula;
    }

    @Override
    public final String unit() {
        return basis == Basis.VALUE ? "USD" : "kg";
    }

    @Override
    public final Set<Basis> bases() {
        return Set.of(basis);
    }
}
