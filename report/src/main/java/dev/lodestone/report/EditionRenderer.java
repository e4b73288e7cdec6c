package dev.lodestone.report;

import dev.lodestone.model.quality.Loaded;
import dev.lodestone.model.trade.TradeDataset;
import dev.lodestone.report.brief.EditionFacts;
import dev.lodestone.report.brief.EditionPages;
import dev.lodestone.report.data.DataFiles;
import dev.lodestone.report.data.Format;
import dev.lodestone.report.diff.EditionData;
import dev.lodestone.report.view.Page;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
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
    private final Consumer<CharactersWithoutFont> missing;

    private EditionRenderer(PageRenderer pages, PaperRenderer paper, Consumer<CharactersWithoutFont> missing) {
        this.pages = pages;
        this.paper = paper;
        this.missing = missing;
    }

    /** With the shipped templates and fonts. */
    public static EditionRenderer withDefaults() {
        return with(PageRenderer.withDefaults());
    }

    /** With templates of one's own. */
    public static EditionRenderer with(PageRenderer pages) {
        return new EditionRenderer(pages, PaperRenderer.with(pages), missing -> {});
    }

    /**
     * This one, telling what of the texts no font can show in a PDF, and what stands there instead.
     *
     * @param told is called by several threads, and once for each page that holds it
     */
    public EditionRenderer telling(Consumer<CharactersWithoutFont> told) {
        return new EditionRenderer(pages, paper, told);
    }

    /**
     * The files by path relative to the edition's folder, without its manifest.
     *
     * @param facts what the pages are made from
     * @param read what was read, for the data files
     * @param formats which files to make
     * @throws ReportException if a template is broken, or its style brings a character that no font has
     */
    public SortedMap<String, byte[]> render(EditionFacts facts, Loaded<TradeDataset> read, Set<OutputFormat> formats) {
        return render(facts, read, formats, List.of(facts.locale()));
    }

    /**
     * As {@link #render(EditionFacts, Loaded, Set)} in several languages: the pages of the first at the top, those of each other in a
     * folder named by its tag, with a workbook of its own. The other data files are the same in every language.
     *
     * @param languages one or more, each once
     */
    public SortedMap<String, byte[]> render(
            EditionFacts facts, Loaded<TradeDataset> read, Set<OutputFormat> formats, List<Locale> languages) {
        List<Job> papers = new ArrayList<>();
        List<Job> screens = new ArrayList<>();
        for (Locale language : languages) {
            pages(facts.in(language), read, formats, languages, papers, screens);
        }
        List<Job> jobs = new ArrayList<>();
        for (Format format : OutputFormat.dataFormats(formats)) {
            if (format != Format.XLSX) {
                jobs.add(() -> DataFiles.write(facts.assessment(), read, Set.of(format)));
            }
        }
        jobs.addAll(papers);
        jobs.addAll(screens);
        SortedMap<String, byte[]> files = new TreeMap<>();
        InTurn.all(jobs).forEach(files::putAll);
        return files;
    }

    /** The slow ones come first, so that no core waits for the last of them. */
    private void pages(
            EditionFacts facts, Loaded<TradeDataset> read, Set<OutputFormat> formats, List<Locale> languages, List<Job> papers, List<Job> screens) {
        EditionPages told = new EditionPages(facts, formats, pages, languages);
        if (formats.contains(OutputFormat.XLSX)) {
            papers.add(() -> Map.of(told.folder() + "data/workbook.xlsx", told.workbook(read)));
        }
        if (formats.contains(OutputFormat.CSV)) {
            screens.add(() -> told.reasons().map(table -> Map.of(told.folder() + EditionData.REASONS, table)).orElse(Map.of()));
        }
        List<Once> both = new ArrayList<>();
        facts.assessment().economies().forEach(economy -> both.add(new Once(() -> told.ally(economy))));
        both.add(new Once(told::summary));
        if (facts.agenda().isPresent()) {
            both.add(new Once(() -> told.meeting().orElseThrow()));
        }
        LocalDate day = facts.assessment().options().asOf();
        String folder = told.folder();
        if (formats.contains(OutputFormat.PDF)) {
            papers.add(() -> Map.of(folder + "allied.pdf", paper.pdf(told.allied(), day, missing)));
            both.forEach(page -> papers.add(() -> Map.of(folder + page.get().fileBase() + ".pdf", paper.pdf(page.get(), day, missing))));
        }
        if (formats.contains(OutputFormat.HTML)) {
            screens.add(() -> screen(folder + "index.html", told.index()));
            screens.add(() -> screen(folder + "methods.html", told.methods()));
            both.forEach(page -> screens.add(() -> screen(folder + page.get().fileBase() + ".html", page.get())));
        }
    }

    private Map<String, byte[]> screen(String file, Page page) {
        return Map.of(file, pages.html(page).getBytes(StandardCharsets.UTF_8));
    }

    /** Makes some files, by path. */
    @FunctionalInterface
    private interface Job extends Supplier<Map<String, byte[]>> {}

    /** A page that is shown on paper and on screens, told when it is first asked for. */
    private static final class Once implements Supplier<Page> {
        private final Supplier<Page> told;
        private Optional<Page> page = Optional.empty();

        Once(Supplier<Page> told) {
            this.told = told;
        }

        @Override
        public synchronized Page get() {
            if (page.isEmpty()) {
                page = Optional.of(told.get());
            }
            return page.get();
        }
    }
}
