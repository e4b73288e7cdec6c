package dev.lodestone.model.quality;

import java.util.List;

/**
 * A value that was read, with the issues met and the account of every table.
 *
 * @param <T> what was read
 * @param value the value
 * @param issues issues in the order met; at most a fixed number per code and file is stored, {@link FileReport#issueCounts} counts all
 * @param files one account per table
 */
public record Loaded<T>(T value, List<Issue> issues, List<FileReport> files) {

    public Loaded {
        issues = List.copyOf(issues);
        files = List.copyOf(files);
    }
}
