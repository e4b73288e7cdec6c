package dev.lodestone.model.measure;

import dev.lodestone.model.trade.Coverage;

/** Wordings of reasons that several measures give. */
final class Reasons {

    private Reasons() {}

    static String partial(SupplierProfile profile) {
        if (profile.coverage() == Coverage.COMPLETE) {
            int flows = profile.withheldFlows();
            return "the source gives no value for " + flows + (flows == 1 ? " flow" : " flows")
                    + " that it lists: an upper bound for the shares of the others, a lower bound for totals";
        }
        return profile.coverage() == Coverage.MAIN_PARTNERS
                ? "the source holds only the main partners: an upper bound for shares, a lower bound for totals"
                : "the source holds only selected partners: an upper bound for shares, a lower bound for totals";
    }

    static String unnamed(double share) {
        return String.format(java.util.Locale.ROOT, "%.1f%% of the total comes from partners that are not named", 100 * share);
    }
}
