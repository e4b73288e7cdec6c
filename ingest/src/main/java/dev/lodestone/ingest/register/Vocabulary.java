package dev.lodestone.ingest.register;

import dev.lodestone.model.trade.Economy;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The codes that rows may refer to. A code counts as known even where its own row was set aside for another reason, so that one broken row
 * does not set aside every row that refers to it.
 *
 * @param economies codes of economies.csv
 * @param groups codes of groups.csv
 */
record Vocabulary(Set<String> economies, Set<String> groups) {

    Vocabulary {
        economies = Set.copyOf(economies);
        groups = Set.copyOf(groups);
    }

    Optional<Economy> economy(Row row, String column) {
        Optional<Economy> economy = row.economyCode(column);
        if (economy.isPresent() && !economies.contains(economy.get().code())) {
            row.reject(RegisterIssue.UNKNOWN_ECONOMY, column, "a code of economies.csv");
        }
        return economy;
    }

    List<String> economies(Row row, String column) {
        List<String> codes = row.list(column);
        for (String code : codes) {
            if (!economies.contains(code)) {
                row.reject(RegisterIssue.UNKNOWN_ECONOMY, column, code, "a code of economies.csv");
            }
        }
        return codes;
    }

    List<String> parties(Row row, String column) {
        List<String> codes = row.list(column);
        for (String code : codes) {
            if (!economies.contains(code) && !groups.contains(code)) {
                row.reject(RegisterIssue.UNKNOWN_PARTY, column, code, "a code of economies.csv or groups.csv");
            }
        }
        return codes;
    }
}
