/**
 * How far a party has come against what it promised. Entry point: {@link dev.lodestone.model.commitment.CommitmentJudge}; the result is a
 * {@link dev.lodestone.model.commitment.CommitmentResult} per commitment, party, stage and commodity.
 */
package dev.lodestone.model.commitment;
