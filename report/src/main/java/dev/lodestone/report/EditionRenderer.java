package dev.lodestone.report;

import dev.lodestone.model.quality.Loaded;
import dev.lodestone.model.trade.TradeDataset;
import dev.lodestone.report.brief.EditionFacts;
import dev.lodestone.report.brief.EditionPages;
import dev.lodestone.report.data.DataFiles;
import dev.lodestone.report.data.Format;
import dev.lodestone.report.view.Page;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Makes all files of an edition: pages, briefings for paper, data. Same facts, same bytes. Safe for use by several threads.
 *
 * <pre>{@code
 * SortedMap<String, byte[]> files = EditionRenderer.withDefaults().render(facts, loaded, EnumSet.allOf(OutputFormat.class));
 * }</pre>
 */
public final class EditionRenderer {

    private final PageRenderer pages;
    private final PaperRenderer paper;

    private EditionRenderer(PageRenderer pages, PaperRenderer paper) {
        this.pages = pages;
        this.paper = paper;
    }

    /** With the shipped templates and fonts. */
    public static EditionRenderer withDefaults() {
        return with(PageRenderer.withDefaults());
    }

    /** With templates of one's own. */
    public static EditionRenderer with(PageRenderer pages) {
        return new EditionRenderer(pages, PaperRenderer.with(pages));
    }

    /**
     * The files by path relative to the edition's folder, without its manifest.
     *
     * @param facts what the pages are made from
     * @param read what was read, for the data files
     * @param formats which files to make
     * @throws ReportException if a template is broken or a text cannot be shown
     */
    public SortedMap<String, byte[]> render(EditionFacts facts, Loaded<TradeDataset> read, Set<OutputFormat> formats) {
        EditionPages told = new EditionPages(facts, formats, pages.sentences(facts.locale()));
        List<Page> allies = facts.assessment().economies().parallelStream().map(told::ally).toList();
        LocalDate day = facts.assessment().options().asOf();
        List<Job> jobs = new ArrayList<>();
        for (Format format : OutputFormat.dataFormats(formats)) {
            jobs.add(new Job(() -> DataFiles.write(facts.assessment(), read, Set.of(format))));
        }
        if (formats.contains(OutputFormat.PDF)) {
            // The slow ones first, so that no core waits for the last of them.
            jobs.add(paper("allied.pdf", told.allied(), day));
            allies.forEach(page -> jobs.add(paper(page.fileBase() + ".pdf", page, day)));
            told.meeting().ifPresent(page -> jobs.add(paper(page.fileBase() + ".pdf", page, day)));
            jobs.add(paper("summary.pdf", told.summary(), day));
        }
        if (formats.contains(OutputFormat.HTML)) {
            jobs.add(screen("index.html", told.index()));
            jobs.add(screen("methods.html", told.methods()));
            jobs.add(screen("summary.html", told.summary()));
            told.meeting().ifPresent(page -> jobs.add(screen(page.fileBase() + ".html", page)));
            allies.forEach(page -> jobs.add(screen(page.fileBase() + ".html", page)));
        }
        SortedMap<String, byte[]> files = new TreeMap<>();
        jobs.parallelStream().map(job -> job.files().get()).forEachOrdered(files::putAll);
        return files;
    }

    private Job screen(String file, Page page) {
        return new Job(() -> Map.of(file, pages.html(page).getBytes(StandardCharsets.UTF_8)));
    }

    private Job paper(String file, Page page, LocalDate day) {
        return new Job(() -> Map.of(file, paper.pdf(page, day)));
    }

    /** How some files are made, by path. */
    private record Job(Supplier<Map<String, byte[]>> files) {}
}
