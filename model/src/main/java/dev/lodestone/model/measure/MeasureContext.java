package dev.lodestone.model.measure;

import dev.lodestone.model.register.Material;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.EconomySet;
import java.util.Set;

/**
 * What a measure needs to know beside the profile.
 *
 * @param watched suppliers watched as one: the watched supplier, with its special regions where asked
 * @param watchedCode code under which their figures are listed
 * @param alliedSupply economies whose supply counts as allied
 * @param watchFrom US dollars a year from which purchases are worth a second look
 * @param records other years, lines, exports, months and registers
 */
public record MeasureContext(Set<Economy> watched, Economy watchedCode, Set<Economy> alliedSupply, double watchFrom, Records records) {

    public MeasureContext {
        watched = Set.copyOf(watched);
        alliedSupply = EconomySet.copyOf(alliedSupply);
    }

    /** With nothing on record beside the profile. */
    public MeasureContext(Set<Economy> watched, Economy watchedCode, Set<Economy> alliedSupply) {
        this(watched, watchedCode, alliedSupply, Material.WATCH_FROM, Records.NONE);
    }

    public MeasureContext with(Records other) {
        return new MeasureContext(watched, watchedCode, alliedSupply, watchFrom, other);
    }
}
