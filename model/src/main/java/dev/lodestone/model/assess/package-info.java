/**
 * From observations and registers to an assessment: which series is used for what, what is measured, how commitments stand.
 * Entry point: {@link dev.lodestone.model.assess.Assessor}.
 */
package dev.lodestone.model.assess;
