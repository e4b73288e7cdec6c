package dev.lodestone.model.register;

import dev.lodestone.model.trade.ReferencePeriod;

/**
 * Units of {@code currency} per unit of {@code per}, mean over a period.
 *
 * @param currency ISO 4217 code
 * @param per ISO 4217 code
 * @param period period of the mean
 * @param rate the rate, positive
 * @param source where it is read
 */
public record ExchangeRate(String currency, String per, ReferencePeriod period, double rate, String source) {}
