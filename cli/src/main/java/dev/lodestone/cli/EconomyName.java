package dev.lodestone.cli;

import dev.lodestone.model.register.EconomyEntry;
import dev.lodestone.model.register.Registers;
import dev.lodestone.model.text.NearestName;
import dev.lodestone.model.trade.Economy;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** An economy as someone types it: its code, or its name in the registers, in any letters. */
public final class EconomyName {

    private static final int LETTERS_OF_A_CODE = 3;

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
        String wanted = typed.strip();
        return ofTwoLetters(wanted)
                .or(() -> NearestName.of(wanted, usual(registers)))
                .or(() -> wanted.length() < LETTERS_OF_A_CODE ? Optional.empty() : NearestName.of(wanted, codes(registers)))
                .or(() -> NearestName.of(wanted, registers.economies().values().stream().map(EconomyEntry::name).toList()))
                .flatMap(near -> find(registers, near))
                .map(economy -> "; did you mean " + named(registers, economy) + "?")
                .orElse("");
    }

    private static String named(Registers registers, Economy economy) {
        String name = registers.nameOf(economy);
        return name.equals(economy.code()) ? name : economy.code() + " (" + name + ")";
    }

    /** The code in three letters of one in two; UK is reserved for what has GB. */
    private static Optional<String> ofTwoLetters(String wanted) {
        String two = wanted.equalsIgnoreCase("UK") ? "GB" : wanted.toUpperCase(Locale.ROOT);
        return Arrays.asList(Locale.getISOCountries()).contains(two) ? Optional.of(Locale.of("", two).getISO3Country()) : Optional.empty();
    }

    /** Those that are asked for most: groups with their members, and suppliers watched. JAN is sooner Japan than Jamaica. */
    private static List<String> usual(Registers registers) {
        return Stream.concat(
                        registers.groups().stream().flatMap(g -> Stream.of(g.group(), g.member().code())),
                        registers.materials().values().stream().map(material -> material.watched().code()))
                .distinct().toList();
    }

    private static List<String> codes(Registers registers) {
        return registers.economies().keySet().stream().map(Economy::code).toList();
    }
}
