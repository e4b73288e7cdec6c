package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.internal.layout.ColumnRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * Texts that stand beside a table: its title rows, and the cells of a cover sheet.
 *
 * @param title texts of the cells above the header, and of what stands beside the table as far as it was read
 * @param cover texts of the cover sheet's cells, asked for by section and label
 */
record TableTexts(List<String> title, Map<ColumnRule.CoverCell, String> cover) {

    /** What the title or the cover sheet says for a rule. */
    Optional<String> of(ColumnRule rule) {
        if (rule.title().isPresent()) {
            for (String text : title) {
                Matcher matcher = rule.title().get().matcher(text);
                if (matcher.find()) {
                    return Optional.of(matcher.group(1).strip());
                }
            }
        }
        return rule.cover().map(cover::get);
    }
}
