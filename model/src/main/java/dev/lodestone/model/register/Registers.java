package dev.lodestone.model.register;

import dev.lodestone.model.text.Term;
import dev.lodestone.model.trade.Economy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * All registers.
 *
 * @param economies names of economies
 * @param groups group memberships
 * @param rates exchange rates
 * @param materials materials by id, in reading order
 * @param breaks declared breaks of publishers' series
 * @param codeChanges changes of customs nomenclatures
 * @param texts the registers' texts in other languages
 */
public record Registers(
        Map<Economy, EconomyEntry> economies,
        List<GroupMembership> groups,
        List<ExchangeRate> rates,
        Map<String, Material> materials,
        List<SeriesBreak> breaks,
        List<CodeChange> codeChanges,
        RegisterTexts texts) {

    public Registers {
        economies = Collections.unmodifiableMap(new LinkedHashMap<>(economies));
        groups = List.copyOf(groups);
        rates = List.copyOf(rates);
        materials = Collections.unmodifiableMap(new LinkedHashMap<>(materials));
        breaks = List.copyOf(breaks);
        codeChanges = List.copyOf(codeChanges);
    }

    /** Registers in English only, without changes of codes. */
    public Registers(
            Map<Economy, EconomyEntry> economies,
            List<GroupMembership> groups,
            List<ExchangeRate> rates,
            Map<String, Material> materials,
            List<SeriesBreak> breaks) {
        this(economies, groups, rates, materials, breaks, List.of(), RegisterTexts.NONE);
    }

    /** Registers without declared breaks. */
    public Registers(
            Map<Economy, EconomyEntry> economies, List<GroupMembership> groups, List<ExchangeRate> rates, Map<String, Material> materials) {
        this(economies, groups, rates, materials, List.of());
    }

    /** The same registers with these changes of codes. */
    public Registers withCodeChanges(List<CodeChange> changes) {
        return new Registers(economies, groups, rates, materials, breaks, changes, texts);
    }

    /** Members of a group on a day, in alphabetical order. */
    public Set<Economy> membersOf(String group, LocalDate day) {
        Set<Economy> members = new TreeSet<>();
        for (GroupMembership g : groups) {
            if (g.group().equals(group) && g.holdsOn(day)) {
                members.add(g.member());
            }
        }
        return Collections.unmodifiableSet(members);
    }

    /** Members of a group on a day, in the register's order. */
    public List<Economy> listMembers(String group, LocalDate day) {
        List<Economy> members = new ArrayList<>();
        for (GroupMembership g : groups) {
            if (g.group().equals(group) && g.holdsOn(day) && !members.contains(g.member())) {
                members.add(g.member());
            }
        }
        return Collections.unmodifiableList(members);
    }

    public boolean isGroup(String code) {
        return groups.stream().anyMatch(g -> g.group().equals(code));
    }

    public Optional<EconomyEntry> findEconomy(Economy economy) {
        return Optional.ofNullable(economies.get(economy));
    }

    /** Name for tables: an economy's, or that of a group which the register of economies does not name; else the code itself. */
    public String nameOf(Economy economy) {
        EconomyEntry entry = economies.get(economy);
        return entry == null ? groupName(economy.code()).orElse(economy.code()) : entry.name();
    }

    /** Name for a place that holds a name by itself. */
    public Term named(Economy economy) {
        return Term.name(registerOf(economy.code()), economy.code(), "name", nameOf(economy));
    }

    /** Name for a place inside a sentence. */
    public Term inText(Economy economy) {
        return inText(economy.code());
    }

    /** Name of a party, an economy or a group, for a place inside a sentence. */
    public Term inText(String party) {
        String register = registerOf(party);
        return Term.name(
                register, party, register.equals("groups") ? "name" : "name_in_text",
                Economy.find(party).map(this::nameInText).or(() -> groupName(party)).orElse(party));
    }

    /** Name inside a sentence; a group's, or the code itself, where the register of economies has none. */
    public String nameInText(Economy economy) {
        EconomyEntry entry = economies.get(economy);
        return entry == null ? groupName(economy.code()).orElse(economy.code()) : entry.nameInText();
    }

    private Optional<String> groupName(String code) {
        return groups.stream().filter(g -> g.group().equals(code)).map(GroupMembership::groupName).findFirst();
    }

    /** The register that names a party. */
    private String registerOf(String party) {
        boolean isEconomy = Economy.find(party).filter(economies::containsKey).isPresent();
        return !isEconomy && isGroup(party) ? "groups" : "economies";
    }
}
