package dev.lodestone.model.register;

import dev.lodestone.model.trade.Economy;
import java.time.LocalDate;

/**
 * Membership of a group by inclusion, with dates.
 *
 * @param group group code: {@code EUU}, {@code G7}, {@code ALLIES}, {@code ALLIED-SUPPLY}
 * @param groupName name of the group
 * @param member the member
 * @param from first day of membership; {@link LocalDate#MIN} when unlimited
 * @param until last day of membership; {@link LocalDate#MAX} when unlimited
 * @param source where this is read
 */
public record GroupMembership(String group, String groupName, Economy member, LocalDate from, LocalDate until, String source) {

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }
}
