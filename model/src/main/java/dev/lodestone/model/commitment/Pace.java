package dev.lodestone.model.commitment;

import java.util.OptionalDouble;

/**
 * Pace against a dated target.
 *
 * @param needed change a year from the last figure to the target at its date
 * @param seen change a year over the comparable years (Sen's slope)
 * @param distanceYears years by which the last figure lies behind (positive) the straight path from the first comparable year to the
 *     target, at the pace that the path asks; absent when the path is flat
 * @param projectedYear year in which the target is met: the projection's median where one was made, else at the pace seen; absent when the
 *     pace leads away from it
 * @param projectedLow earliest such year within the 90 % interval; absent when unknown
 * @param projectedHigh latest such year within the 90 % interval; absent when never
 * @param chance chance of meeting the target at its date, 0..1; absent when not estimated
 * @param years number of comparable years
 */
public record Pace(
        double needed,
        double seen,
        OptionalDouble distanceYears,
        OptionalDouble projectedYear,
        OptionalDouble projectedLow,
        OptionalDouble projectedHigh,
        OptionalDouble chance,
        int years) {}
