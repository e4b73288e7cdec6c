package dev.lodestone.cli;

import dev.lodestone.model.register.EconomyEntry;
import dev.lodestone.model.register.Registers;
import dev.lodestone.model.text.NearestName;
import dev.lodestone.model.trade.Economy;
import java.util.Locale;
import java.util.Optional;

/** An economy as someone types it: its code, or its name in the registers, in any letters. */
public final class EconomyName {

    private EconomyName() {}

    /** The economy of a code or name that the registers know. */
    public static Optional<Economy> find(Registers registers, String typed) {
        String wanted = typed.strip();
        Optional<Economy> byCode = Economy.find(wanted.toUpperCase(Locale.ROOT))
                .filter(e -> registers.findEconomy(e).isPresent() || registers.isGroup(e.code()));
        return byCode.isPresent()
                ? byCode
                : registers.economies().values().stream()
                        .filter(e -> e.name().equalsIgnoreCase(wanted) || e.nameInText().equalsIgnoreCase(wanted))
                        .map(EconomyEntry::economy)
                        .findFirst();
    }

    /** @throws UsageException if the registers know no such economy; the message has the nearest name where one is near */
    public static Economy of(Registers registers, String typed) {
        return find(registers, typed).orElseThrow(() -> new UsageException(
                "no economy '" + typed + "' in the registers; codes are ISO 3166 alpha-3 such as JPN, and EUU for the EU" + hint(registers, typed)));
    }

    /** Ends a message: {@code ; did you mean JPN (Japan)?}, or nothing. */
    public static String hint(Registers registers, String typed) {
        return NearestName.of(typed.strip(), registers.economies().values().stream().map(EconomyEntry::name).toList())
                .map(name -> "; did you mean " + find(registers, name).map(Economy::code).orElse("") + " (" + name + ")?")
                .orElse("");
    }
}
