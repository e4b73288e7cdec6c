/**
 * Measures of import dependence: what one economy buys of one stage or commodity in one period, from whom.
 *
 * <p>Entry points: {@link dev.lodestone.model.measure.SupplierProfile} holds the purchases,
 * {@link dev.lodestone.model.measure.Measure} computes figures from them, {@link dev.lodestone.model.measure.Measures} lists them.
 */
package dev.lodestone.model.measure;
