package dev.lodestone.model.explain;

import dev.lodestone.model.commitment.CommitmentResult;
import java.util.List;

/**
 * How a commitment stands for one party, stage and line, taken apart.
 *
 * @param result the verdict with its reason
 * @param figures the shares that it rests on, newest first; empty where nothing is measured
 */
public record CommitmentExplanation(CommitmentResult result, List<FigureExplanation> figures) {

    public CommitmentExplanation {
        figures = List.copyOf(figures);
    }
}
