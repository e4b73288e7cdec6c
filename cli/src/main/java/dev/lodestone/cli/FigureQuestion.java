package dev.lodestone.cli;

import dev.lodestone.model.measure.Basis;
import dev.lodestone.model.trade.ReferencePeriod;
import java.util.Optional;

/**
 * Which figure a user wants to see taken apart.
 *
 * @param measure id of the measure
 * @param economy the buyer's code
 * @param stage stage id; absent only where the user left it out
 * @param commodity commodity code; empty for the stage as a whole
 * @param period period; absent for the newest
 * @param supplier supplier's code; absent for the watched supplier, or for all where the measure is about all
 * @param basis value or weight; absent for the one that the measure has, else value
 */
public record FigureQuestion(
        String measure,
        String economy,
        Optional<String> stage,
        String commodity,
        Optional<ReferencePeriod> period,
        Optional<String> supplier,
        Optional<Basis> basis) {}
