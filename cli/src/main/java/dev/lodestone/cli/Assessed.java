package dev.lodestone.cli;

import dev.lodestone.model.assess.Assessment;
import dev.lodestone.model.quality.FileReport;
import dev.lodestone.model.quality.Issue;
import dev.lodestone.model.quality.Loaded;
import dev.lodestone.model.trade.TradeDataset;
import java.util.ArrayList;
import java.util.List;

/**
 * An assessment with everything that was read for it.
 *
 * @param assessment what was measured and judged
 * @param statistics the statistics read
 * @param registerFiles the account of every register
 * @param registerIssues what was wrong with the registers
 */
public record Assessed(
        Assessment assessment, Loaded<TradeDataset> statistics, List<FileReport> registerFiles, List<Issue> registerIssues) {

    public Assessed {
        registerFiles = List.copyOf(registerFiles);
        registerIssues = List.copyOf(registerIssues);
    }

    /** Statistics and registers in one account, statistics first. */
    public Loaded<TradeDataset> everythingRead() {
        List<Issue> issues = new ArrayList<>(statistics.issues());
        issues.addAll(registerIssues);
        List<FileReport> files = new ArrayList<>(statistics.files());
        files.addAll(registerFiles);
        return new Loaded<>(statistics.value(), issues, files);
    }
}
