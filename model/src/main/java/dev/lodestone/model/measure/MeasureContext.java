package dev.lodestone.model.measure;

import dev.lodestone.model.trade.Economy;
import java.util.Set;

/**
 * What a measure needs to know beside the profile.
 *
 * @param watched suppliers watched as one: the watched supplier, with its special regions where asked
 * @param watchedCode code under which their figures are listed
 * @param alliedSupply economies whose supply counts as allied
 */
public record MeasureContext(Set<Economy> watched, Economy watchedCode, Set<Economy> alliedSupply) {

    public MeasureContext {
        watched = Set.copyOf(watched);
        alliedSupply = Set.copyOf(alliedSupply);
    }
}
