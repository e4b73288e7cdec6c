package dev.lodestone.cli;

import dev.lodestone.model.assess.Assessment;
import dev.lodestone.model.quality.Loaded;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.TradeDataset;
import dev.lodestone.report.EditionRenderer;
import dev.lodestone.report.OutputFormat;
import dev.lodestone.report.PageRenderer;
import dev.lodestone.report.brief.EditionFacts;
import dev.lodestone.report.brief.EditionsPage;
import dev.lodestone.report.edition.EditionException;
import dev.lodestone.report.edition.EditionStore;
import dev.lodestone.report.edition.Manifest;
import dev.lodestone.report.edition.Publication;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** From an assessment to an edition that stands. */
public final class Publisher {

    private final Progress progress;

    public Publisher(Progress progress) {
        this.progress = progress;
    }

    /**
     * Makes the edition's files and publishes them.
     *
     * @throws EditionException if the folder cannot be written; then nothing is left of the edition
     * @throws dev.lodestone.report.ReportException if a template is broken or a text cannot be shown
     */
    public Publication publish(Assessed assessed, BriefRequest request) throws EditionException {
        Loaded<TradeDataset> read = assessed.everythingRead();
        EditionFacts facts =
                new EditionFacts(assessed.assessment(), read.files(), read.issues(), Version.number(), request.language());
        PageRenderer pages = PageRenderer.withDefaults();
        if (request.templates().isPresent()) {
            pages = pages.withTemplates(request.templates().get());
        }
        progress.step("Writing " + assessed.assessment().economies().size() + " briefings");
        SortedMap<String, byte[]> files = EditionRenderer.with(pages).render(facts, read, request.formats());
        progress.step("Publishing " + files.size() + " files");
        Manifest manifest = Manifest.of(Version.number(), request.assessment().asOf(), options(assessed, request), read.files());
        return new EditionStore(request.out(), new EditionsPage(pages, request.language())).publish(manifest, files);
    }

    /** Options that bear on results, as they were understood; paths are the user's affair and inputs are listed with checksums. */
    private static SortedMap<String, String> options(Assessed assessed, BriefRequest request) {
        Assessment assessment = assessed.assessment();
        SortedMap<String, String> options = new TreeMap<>();
        options.put("ally", assessment.economies().stream().map(Economy::code).collect(Collectors.joining(",")));
        options.put("format", request.formats().stream().sorted().map(Publisher::word).collect(Collectors.joining(",")));
        options.put("lang", request.language().toLanguageTag());
        options.put("material", assessment.material().id());
        options.put("watch", assessment.context().watchedCode().code());
        options.put("with-special-regions", Boolean.toString(assessment.options().withSpecialRegions()));
        return options;
    }

    private static String word(OutputFormat format) {
        return format.name().toLowerCase(Locale.ROOT);
    }
}
