/**
 * What a restriction of supply would cost: imports at stake, not a forecast.
 * Entry point: {@link dev.lodestone.model.scenario.RestrictionScenario}.
 */
package dev.lodestone.model.scenario;
