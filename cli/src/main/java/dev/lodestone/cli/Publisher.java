package dev.lodestone.cli;

import dev.lodestone.model.assess.Assessment;
import dev.lodestone.model.meeting.Agenda;
import dev.lodestone.model.meeting.Meetings;
import dev.lodestone.model.quality.Loaded;
import dev.lodestone.model.register.Event;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.TradeDataset;
import dev.lodestone.report.CharacterWithoutFontException;
import dev.lodestone.report.CharactersWithoutFont;
import dev.lodestone.report.EditionRenderer;
import dev.lodestone.report.OutputFormat;
import dev.lodestone.report.PageRenderer;
import dev.lodestone.report.ReportException;
import dev.lodestone.report.brief.EditionFacts;
import dev.lodestone.report.brief.EditionsPage;
import dev.lodestone.report.data.DataFiles;
import dev.lodestone.report.data.Format;
import dev.lodestone.report.diff.EditionData;
import dev.lodestone.report.diff.EditionDiff;
import dev.lodestone.report.edition.Edition;
import dev.lodestone.report.edition.EditionException;
import dev.lodestone.report.edition.EditionStore;
import dev.lodestone.report.edition.Manifest;
import dev.lodestone.report.edition.PlainEditionIndex;
import dev.lodestone.report.edition.Publication;
import dev.lodestone.report.edition.Question;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

/** From an assessment to an edition that stands. */
public final class Publisher {

    /** Texts without a font that are told one by one. */
    private static final int MOST_TOLD = 10;

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
        Manifest manifest = manifest(assessed, request);
        Optional<LocalDate> metBefore = agenda(assessed, request).flatMap(Agenda::previous).map(Event::date);
        Optional<EditionData> earlier = request.compare().among(
                request.out(), request.assessment().asOf(), Question.of(manifest), metBefore);
        Optional<EditionDiff> changes = earlier.map(e -> EditionDiff.between(e, content(assessed, manifest)));
        return publish(assessed, request, manifest, changes);
    }

    /**
     * Publishes unless nothing but the date changed since the newest edition that stands on the same question and is not of a later date.
     *
     * @return what was done; {@link Publication.Outcome#UNCHANGED} with that edition where there is nothing to tell
     * @throws EditionException if the folder cannot be read or written
     */
    public Publication publishIfChanged(Assessed assessed, BriefRequest request) throws EditionException {
        Manifest manifest = manifest(assessed, request);
        // One of a later date was made by a wrong clock, or to look ahead.
        Optional<Edition> newest = new EditionStore(request.out(), new PlainEditionIndex("")).listOn(Question.of(manifest)).stream()
                .filter(e -> !e.name().asOf().isAfter(manifest.asOf()))
                .findFirst();
        if (newest.isPresent() && EditionData.standsIn(newest.get().folder())) {
            EditionData standing = Comparison.read(newest.get().folder());
            if (EditionDiff.between(standing, content(assessed, manifest)).isEmpty()) {
                store(request, pages(request)).tidy();
                return new Publication(Publication.Outcome.UNCHANGED, newest.get());
            }
        }
        return publish(assessed, request);
    }

    private Publication publish(Assessed assessed, BriefRequest request, Manifest manifest, Optional<EditionDiff> changes) throws EditionException {
        Loaded<TradeDataset> read = assessed.everythingRead();
        EditionFacts facts =
                new EditionFacts(assessed.assessment(), read.files(), read.issues(), Version.number(), request.languages().getFirst(), changes);
        Optional<Agenda> agenda = agenda(assessed, request);
        if (agenda.isPresent()) {
            facts = facts.forMeeting(agenda.get());
        }
        PageRenderer pages = pages(request);
        progress.step("Writing " + assessed.assessment().economies().size() + " briefings");
        SortedMap<String, byte[]> files = files(pages, facts, read, request);
        progress.step("Publishing " + files.size() + " files");
        Manifest compared = manifest.withOption("compare", changes.map(EditionDiff::earlier).orElse("none"));
        return store(request, pages).publish(compared, files);
    }

    /** The question that the edition of a request answers. */
    static Question question(Assessed assessed, BriefRequest request) {
        return new Question(options(assessed, request));
    }

    /**
     * Removes all but the newest editions that answer a request.
     *
     * @throws EditionException if the folder cannot be read or written
     */
    public static void keepNewest(int count, Assessed assessed, BriefRequest request) throws EditionException {
        store(request, pages(request)).keepNewest(count, question(assessed, request));
    }

    /** The editions of a request's folder, with the front page as its reader has it. */
    static EditionStore store(BriefRequest request, PageRenderer pages) {
        return new EditionStore(request.out(), new EditionsPage(pages, request.languages().getFirst()));
    }

    private SortedMap<String, byte[]> files(PageRenderer pages, EditionFacts facts, Loaded<TradeDataset> read, BriefRequest request) {
        List<Path> roots = new ArrayList<>();
        request.assessment().registers().ifPresent(roots::add);
        request.templates().ifPresent(roots::add);
        roots.addAll(request.assessment().trade());
        SortedMap<String, CharactersWithoutFont> missing = new ConcurrentSkipListMap<>();
        try {
            SortedMap<String, byte[]> files = EditionRenderer.with(pages)
                    .telling(characters -> missing.putIfAbsent(characters.characters(), characters))
                    .render(facts, read, request.formats(), request.languages());
            tell(missing.values(), roots, request.templates());
            tellLogoOfScreensAlone(request);
            return files;
        } catch (CharacterWithoutFontException e) {
            throw CharacterPlaces.named(e, roots);
        }
    }

    /** A house's own words are to be shown as they are; one name among the facts must not keep an edition from its readers. */
    private void tell(Collection<CharactersWithoutFont> missing, List<Path> roots, Optional<Path> templates) {
        for (CharactersWithoutFont characters : missing) {
            Optional<ReportException> refused = templates.flatMap(folder -> CharacterPlaces.refused(characters, folder));
            if (refused.isPresent()) {
                throw refused.get();
            }
        }
        missing.stream().limit(MOST_TOLD).forEach(characters -> progress.remark(CharacterPlaces.told(characters, roots)));
        if (missing.size() > MOST_TOLD) {
            progress.remark("and " + (missing.size() - MOST_TOLD) + " more texts that the PDFs cannot show");
        }
    }

    /** Paper cannot show an SVG: two marks in one edition are not what its house expects. */
    private void tellLogoOfScreensAlone(BriefRequest request) {
        request.templates()
                .filter(folder -> request.formats().contains(OutputFormat.PDF))
                .filter(folder -> Files.exists(folder.resolve("logo.svg")) && !Files.exists(folder.resolve("logo.png")))
                .ifPresent(folder -> progress.remark(folder.resolve("logo.svg") + " is shown on screens alone: PDFs have a name in its place until a logo.png lies beside it"));
    }

    private static Optional<Agenda> agenda(Assessed assessed, BriefRequest request) {
        return request.assessment().meeting()
                .flatMap(id -> new Meetings(assessed.assessment().registers(), assessed.assessment().material()).find(id))
                .map(meeting -> Agenda.of(meeting, assessed.assessment()));
    }

    /** The shipped templates, or the user's before them. */
    static PageRenderer pages(BriefRequest request) {
        PageRenderer shipped = PageRenderer.withDefaults();
        return request.templates().isPresent() ? shipped.withTemplates(request.templates().get()) : shipped;
    }

    private static Manifest manifest(Assessed assessed, BriefRequest request) {
        return Manifest.of(Version.number(), request.assessment().asOf(), options(assessed, request), assessed.everythingRead().files());
    }

    /** What the edition will tell, for comparison; the tables are made whatever formats are asked for. */
    private static EditionData content(Assessed assessed, Manifest manifest) {
        SortedMap<String, byte[]> tables = DataFiles.write(assessed.assessment(), assessed.everythingRead(), Set.of(Format.CSV));
        return EditionData.of(manifest.asOf().toString(), manifest, tables.get(EditionData.INDICATORS), tables.get(EditionData.COMMITMENTS),
                tables.get(EditionData.COMMITMENT_TERMS));
    }

    /** Options that bear on results, as they were understood; paths are the user's affair and inputs are listed with checksums. */
    private static SortedMap<String, String> options(Assessed assessed, BriefRequest request) {
        Assessment assessment = assessed.assessment();
        SortedMap<String, String> options = new TreeMap<>();
        options.put("ally", assessment.economies().stream().map(Economy::code).collect(Collectors.joining(",")));
        options.put("format", request.formats().stream().sorted().map(Publisher::word).collect(Collectors.joining(",")));
        options.put("lang", request.languages().stream().map(Locale::toLanguageTag).collect(Collectors.joining(",")));
        request.assessment().meeting().ifPresent(id -> options.put("meeting", id));
        options.put("material", assessment.material().id());
        options.put("watch", assessment.context().watchedCode().code());
        options.put("with-special-regions", Boolean.toString(assessment.options().withSpecialRegions()));
        return options;
    }

    private static String word(OutputFormat format) {
        return format.name().toLowerCase(Locale.ROOT);
    }
}
