package dev.lodestone.model.measure;

import java.util.EnumSet;
import java.util.Set;

/** The fixed parts of a measure: what is left to write is how it reads a profile. */
abstract class Described implements Measure {

    private static final Set<Basis> BOTH = Set.copyOf(EnumSet.allOf(Basis.class));

    private final String id;
    private final String formula;
    private final Form form;

    Described(String id, String formula, Form form) {
        this.id = id;
        this.formula = formula;
        this.form = form;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final String formula() {
        return formula;
    }

    @Override
    public String unit() {
        return "1";
    }

    @Override
    public final Form form() {
        return form;
    }

    /** Of a stage of which nothing is on record the basic measures say so; another thirty rows that say it again tell a reader nothing. */
    @Override
    public boolean isAlwaysTold() {
        return false;
    }

    @Override
    public Set<Basis> bases() {
        return BOTH;
    }
}
