package dev.lodestone.model.measure;

/**
 * One figure of an assessment.
 *
 * @param about economy, material, stage, commodity and period
 * @param measure id of the measure
 * @param supplier supplier's code; empty when about all suppliers
 * @param basis value or weight
 * @param unit unit
 * @param outcome value, bounds or reason
 */
public record Indicator(ProfileKey about, String measure, String supplier, Basis basis, String unit, Outcome outcome) {}
