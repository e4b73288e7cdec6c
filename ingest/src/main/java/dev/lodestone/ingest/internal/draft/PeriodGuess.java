package dev.lodestone.ingest.internal.draft;

import dev.lodestone.ingest.internal.layout.PeriodForm;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a column writes periods.
 *
 * @param forms forms that read every text that any form reads
 * @param others forms that read all of them just as well and mean other months
 * @param share share of the texts that are read, 0 to 1
 */
record PeriodGuess(List<PeriodForm> forms, List<PeriodForm> others, double share) {

    private static final List<PeriodForm> CERTAIN = List.of(
            PeriodForm.ISO, PeriodForm.YEAR_MONTH, PeriodForm.YEAR_52, PeriodForm.MONTH_DATE, PeriodForm.MONTH_NAME, PeriodForm.MONTH_AND_YEAR,
            PeriodForm.QUARTER, PeriodForm.EAST_ASIAN, PeriodForm.DAY_DATE);
    private static final List<PeriodForm> FISCAL = List.of(PeriodForm.FISCAL_APRIL, PeriodForm.FISCAL_JULY, PeriodForm.FISCAL_OCTOBER);

    static PeriodGuess of(ColumnProfile column) {
        PeriodGuess best = new PeriodGuess(List.of(), List.of(), 0);
        for (PeriodForm form : CERTAIN) {
            double share = column.share(text -> form.parse(text).isPresent());
            if (share > best.share()) {
                best = new PeriodGuess(List.of(form), List.of(), share);
            }
        }
        if (best.share() < 1 && column.isTyped()) {
            double share = column.share(text -> text.matches("[2-6]\\d{4}") && PeriodForm.SPREADSHEET_DATE.parse(text).isPresent());
            best = share > best.share() ? new PeriodGuess(List.of(PeriodForm.SPREADSHEET_DATE), List.of(), share) : best;
        }
        double fiscal = column.share(text -> PeriodForm.FISCAL_APRIL.parse(text).isPresent());
        if (fiscal > 0 && fiscal >= best.share()) {
            return new PeriodGuess(List.of(), Stream.concat(FISCAL.stream(), best.forms().stream()).toList(), fiscal);
        }
        if (best.share() > 0 && best.share() < 1) {
            List<PeriodForm> first = best.forms();
            for (PeriodForm second : CERTAIN) {
                double share = column.share(text -> first.get(0).parse(text).isPresent() || second.parse(text).isPresent());
                if (share > best.share()) {
                    best = new PeriodGuess(List.of(first.get(0), second), List.of(), share);
                }
            }
        }
        return best;
    }

    /** The forms as layout files write them. */
    static List<String> words(List<PeriodForm> forms) {
        return forms.stream().map(form -> form.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')).toList();
    }
}
