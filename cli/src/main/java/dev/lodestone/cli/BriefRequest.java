package dev.lodestone.cli;

import dev.lodestone.report.OutputFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a user wants published.
 *
 * @param assessment what to assess
 * @param out where editions go
 * @param formats in which shapes
 * @param languages languages of the pages, the first at the top of the edition
 * @param templates folder of the user's templates
 * @param compare with which earlier edition the new one is compared
 */
public record BriefRequest(
        AssessmentRequest assessment, Path out, Set<OutputFormat> formats, List<Locale> languages, Optional<Path> templates, Comparison compare) {

    public BriefRequest {
        formats = Set.copyOf(formats);
        languages = List.copyOf(languages);
    }
}
