package dev.lodestone.model.register;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A change of a customs nomenclature: from a year on, goods stand under other codes than before. Figures of the two sides are compared only
 * where both lists of codes are known as a whole and both sides hold all of theirs; else the change is a break.
 *
 * @param nomenclature family of the classification, such as {@code HS} or {@code CN}
 * @param year first year of the new codes
 * @param before codes of the goods before; empty where they are not known
 * @param after codes of the goods since
 * @param complete whether both lists hold every code of the goods, so that their sums are of the same goods
 * @param note what changed, for the reader
 * @param source where this is read
 * @param confidence how far to trust it
 */
public record CodeChange(
        String nomenclature,
        int year,
        Set<String> before,
        Set<String> after,
        boolean complete,
        String note,
        String source,
        Confidence confidence) {

    public CodeChange {
        before = Set.copyOf(before);
        after = Set.copyOf(after);
        if (after.isEmpty()) {
            throw new IllegalArgumentException("a change of codes needs the codes since");
        }
        if (complete && before.isEmpty()) {
            throw new IllegalArgumentException("a change whose former codes are not known is not complete");
        }
    }

    /** Whether a classification such as {@code CN2023} or {@code HTS} is an edition of this nomenclature. */
    public boolean isOf(String classification) {
        return classification.startsWith(nomenclature) && classification.substring(nomenclature.length()).chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Whether codes of the two sides are touched by the change and not of the same goods. */
    public boolean breaks(Collection<String> earlier, Collection<String> later) {
        boolean touched = earlier.stream().anyMatch(code -> isAmong(before, code) || isAmong(after, code))
                || later.stream().anyMatch(code -> isAmong(before, code) || isAmong(after, code));
        return touched && !(complete && holdsAll(earlier, before) && holdsAll(later, after));
    }

    /** The codes in order, those before the change first, for a sentence. */
    public List<String> codes() {
        return Stream.concat(before.stream().sorted(), after.stream().sorted()).distinct().toList();
    }

    /** National lines refine the six digits of the Harmonized System. */
    private static boolean isAmong(Set<String> codes, String code) {
        return codes.stream().anyMatch(each -> code.equals(each) || (each.length() == 6 && code.startsWith(each)));
    }

    private static boolean holdsAll(Collection<String> codes, Set<String> wanted) {
        return wanted.stream().allMatch(each -> codes.stream().anyMatch(code -> code.equals(each)));
    }
}
