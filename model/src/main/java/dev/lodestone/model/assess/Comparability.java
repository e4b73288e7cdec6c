package dev.lodestone.model.assess;

import dev.lodestone.model.measure.SupplierProfile;
import dev.lodestone.model.register.CodeChange;
import dev.lodestone.model.register.CommodityEntry;
import dev.lodestone.model.register.Material;
import dev.lodestone.model.register.Registers;
import dev.lodestone.model.register.SeriesBreak;
import dev.lodestone.model.text.Statement;
import dev.lodestone.model.text.Term;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Decides whether two profiles of the same series may be compared. A break is never read as growth. */
final class Comparability {

    private Comparability() {}

    static Optional<Statement> breakBetween(Registers registers, Material material, SupplierProfile a, SupplierProfile b) {
        boolean swap = a.key().period().compareTo(b.key().period()) > 0;
        SupplierProfile earlier = swap ? b : a;
        SupplierProfile later = swap ? a : b;
        if (!earlier.publisher().equals(later.publisher())) {
            return Optional.of(Statement.of("break.source", Term.words(earlier.publisher()), Term.words(later.publisher())));
        }
        if (!earlier.flaw().isEmpty() || !later.flaw().isEmpty()) {
            return Optional.of(Statement.of("break.defect", earlier.flaw().isEmpty() ? later.flaw() : earlier.flaw()));
        }
        if (earlier.key().period().months() != later.key().period().months()) {
            return Optional.of(Statement.of("break.length"));
        }
        if (!earlier.valuations().equals(later.valuations())) {
            return Optional.of(Statement.of("break.valuation"));
        }
        for (SeriesBreak declared : registers.breaks()) {
            if (later.publisher().contains(declared.publisher())
                    && holds(earlier.classification(), declared.fromClassification())
                    && holds(later.classification(), declared.toClassification())) {
                return Optional.of(Statement.only(Term.name("breaks", declared.id(), "note", declared.note())));
            }
        }
        Set<Integer> lengthsBefore = lengths(earlier);
        Set<Integer> lengthsAfter = lengths(later);
        if (!lengthsBefore.equals(lengthsAfter)) {
            return Optional.of(Statement.of("break.detail"));
        }
        int from = earlier.key().period().year();
        int to = later.key().period().year();
        for (CommodityEntry e : material.commodities()) {
            boolean used = earlier.codes().contains(e.code().digits()) || later.codes().contains(e.code().digits());
            boolean succeeds = !e.forerunners().isBlank() && earlier.codes().containsAll(List.of(e.forerunners().split(" ")));
            if (used && !succeeds && e.stage().equals(later.key().stage()) && e.fromYear() > from && e.fromYear() <= to) {
                return Optional.of(Statement.of("break.begins", Term.words(e.code().digits()), Term.year(e.fromYear())));
            }
            if (used && e.stage().equals(later.key().stage()) && e.untilYear() >= from && e.untilYear() < to) {
                return Optional.of(Statement.of("break.ends", Term.words(e.code().digits()), Term.year(e.untilYear())));
            }
        }
        for (CodeChange change : registers.codeChanges()) {
            boolean between = begins(change, earlier.classification(), from) < change.year()
                    && change.year() <= begins(change, later.classification(), to);
            if (between && change.breaks(earlier.codes(), later.codes())) {
                return Optional.of(Statement.of("break.recoded", Term.words(String.join(", ", change.codes())), Term.year(change.year())));
            }
        }
        return Optional.empty();
    }

    /**
     * The year whose codes a profile has, of the change's nomenclature: its edition where the classification names one, since a publisher
     * may keep an edition for many years, else the year of the figures; 0 where it is of another nomenclature.
     */
    private static int begins(CodeChange change, String classifications, int year) {
        return Arrays.stream(classifications.split(" "))
                .filter(change::isOf)
                .mapToInt(each -> each.length() > change.nomenclature().length() ? Integer.parseInt(each.substring(change.nomenclature().length())) : year)
                .max()
                .orElse(0);
    }

    /** Whether a list of classifications, separated by blanks, names this one. */
    private static boolean holds(String classifications, String one) {
        return List.of(classifications.split(" ")).contains(one);
    }

    private static Set<Integer> lengths(SupplierProfile p) {
        Set<Integer> lengths = new TreeSet<>();
        p.codes().forEach(c -> lengths.add(c.length()));
        return lengths;
    }
}
