package dev.lodestone.cli;

import dev.lodestone.ingest.CommodityScope;
import dev.lodestone.ingest.InputSource;
import dev.lodestone.ingest.LayoutDraft;
import dev.lodestone.ingest.LayoutDrafter;
import dev.lodestone.ingest.PublishedFigure;
import dev.lodestone.ingest.PublishedFigureReader;
import dev.lodestone.ingest.TradeStatisticsReader;
import dev.lodestone.ingest.register.RegisterReader;
import dev.lodestone.model.assess.Assessment;
import dev.lodestone.model.assess.AssessmentOptions;
import dev.lodestone.model.assess.Assessor;
import dev.lodestone.model.quality.FileReport;
import dev.lodestone.model.quality.Loaded;
import dev.lodestone.model.register.CommodityEntry;
import dev.lodestone.model.register.Event;
import dev.lodestone.model.register.Material;
import dev.lodestone.model.register.Registers;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.TradeDataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The way from a user's files to results; commands only say what is wanted. */
public final class Workbench {

    /** A scope that keeps no row: to learn which layout fits a file of any size. */
    private static final CommodityScope NO_COMMODITY = CommodityScope.of("999999999999");

    private final Progress progress;

    Workbench(Progress progress) {
        this.progress = progress;
    }

    /** What is being done, for who waits. */
    public Progress progress() {
        return progress;
    }

    /**
     * Reads statistics for their accounts; the figures themselves are not kept.
     *
     * @param paths files and folders
     * @param layouts folder of further layouts
     * @param scope commodities wanted
     * @param withChecksums whether the files' checksums will be shown: on a large file they take longer than all other reading
     * @return what was read, with the files that the user named and no layout fits
     * @throws InputRefusedException if a path cannot be read at all
     * @throws dev.lodestone.ingest.IngestException if a layout is wrong or a file fits two layouts
     */
    public Reading read(List<Path> paths, Optional<Path> layouts, CommodityScope scope, boolean withChecksums) {
        NamedSources named = NamedSources.of(paths);
        progress.step(reading(named));
        TradeStatisticsReader scoped = reader(layouts).withScope(scope);
        TradeStatisticsReader reader = withChecksums ? scoped : scoped.withoutChecksums();
        Loaded<?> loaded = progress.reading(named.sources(), reader::account);
        return new Reading(loaded, named.refusals(loaded.files()));
    }

    /**
     * Proposes a layout for a file.
     *
     * @throws InputRefusedException if the file is not there, cannot be read or holds no table
     */
    public LayoutProposal propose(Path path, Optional<Path> layouts) throws IOException {
        if (Files.isDirectory(path)) {
            throw new InputRefusedException(path + ": is a folder; a layout is proposed for one file");
        }
        NamedSources named = NamedSources.of(List.of(path));
        progress.step("Looking for a table");
        try {
            List<LayoutDraft> drafts = new LayoutDrafter().draft(named.sources().get(0));
            if (drafts.isEmpty()) {
                throw new InputRefusedException(path + ": holds no table, that is, no row of headers above rows of figures");
            }
            Set<String> fitting = reader(layouts).withScope(NO_COMMODITY).withoutChecksums().read(named.sources()).files().stream()
                    .filter(FileReport::isRecognised)
                    .map(report -> report.source().layout())
                    .collect(Collectors.toCollection(TreeSet::new));
            return new LayoutProposal(path, drafts, fitting);
        } catch (IOException e) {
            throw new InputRefusedException(path + ": " + Failures.reasonOf(e));
        }
    }

    /**
     * Reads registers and statistics, measures and judges.
     *
     * @throws InputRefusedException if a path cannot be read, or a file that the user named has no known layout
     * @throws UsageException if a material or an economy is in no register
     * @throws IOException if reading fails
     */
    public Assessed assess(AssessmentRequest request) throws IOException {
        return assess(request, () -> reader(request.layouts()), new RegisterReader());
    }

    /**
     * As {@link #assess}, for figures that are shown in English and without their sources: files have no checksums, the longest part of
     * reading a large one, and registers no texts in other languages.
     */
    public Assessed measure(AssessmentRequest request) throws IOException {
        return assess(
                request, () -> reader(request.layouts()).withoutChecksums(), new RegisterReader().withoutTranslations().withoutChecksums());
    }

    private Assessed assess(AssessmentRequest request, Supplier<TradeStatisticsReader> layouts, RegisterReader reader) throws IOException {
        Beside<TradeStatisticsReader> unscoped = Beside.start(layouts);
        progress.step("Reading registers");
        Loaded<Registers> registers = registers(reader, request.registers());
        Material material = material(registers.value(), request.material());
        AssessmentOptions options = new AssessmentOptions(
                request.asOf(),
                material.id(),
                buyers(request, registers.value(), material),
                request.watched().map(code -> economy(registers.value(), code)),
                request.withSpecialRegions());

        CommodityScope scope = CommodityScope.of(material.commodities().stream().map(CommodityEntry::code).toList());
        TradeStatisticsReader trade = unscoped.get().withScope(scope);
        Loaded<TradeDataset> statistics =
                statistics(request, trade, (sources, files) -> new NothingOfMaterial(material, registers.value().materials().values()).message(sources, files, trade));
        progress.step(String.format(Locale.ROOT, "Assessing %,d observations", statistics.value().observations().size()));
        Assessment assessment = new Assessor(registers.value()).assess(statistics.value(), options);
        return new Assessed(assessment, statistics, registers.files(), registers.issues());
    }

    /**
     * Looks up the names in a request, and reads no statistics.
     *
     * @throws UsageException if a material, an economy or a meeting is in no register
     * @throws IOException if reading fails
     */
    public void checkNames(AssessmentRequest request) throws IOException {
        Registers registers = registers(new RegisterReader().withoutTranslations().withoutChecksums(), request.registers()).value();
        Material material = material(registers, request.material());
        request.watched().ifPresent(code -> economy(registers, code));
        buyers(request, registers, material);
    }

    /**
     * The meetings that the registers know of a material.
     *
     * @throws UsageException if a material is in no register
     * @throws IOException if reading fails
     */
    public MeetingList meetings(AssessmentRequest request) throws IOException {
        Registers registers = registers(new RegisterReader(), request.registers()).value();
        return new MeetingList(registers, material(registers, request.material()), request.asOf());
    }

    /**
     * Rows of a material's register of production, from tables that a survey publishes.
     *
     * @throws InputRefusedException if a path cannot be read, or a file that the user named holds no such table
     * @throws UsageException if the material is in no register, or something that a file does not say was not given
     * @throws IOException if reading fails
     */
    public ProductionRows production(
            List<Path> paths, Optional<Path> layouts, Optional<Path> folder, String materialId, ProductionRows.Given given) throws IOException {
        Material material = material(registers(new RegisterReader(), folder).value(), materialId);
        NamedSources named = NamedSources.of(paths);
        progress.step(reading(named));
        PublishedFigureReader reader = PublishedFigureReader.withDefaults();
        Loaded<List<PublishedFigure>> loaded =
                (layouts.isPresent() ? reader.withLayouts(checked(layouts.get())) : reader).read(named.sources());
        List<String> refused = named.refusals(loaded.files());
        if (!refused.isEmpty()) {
            throw new InputRefusedException(String.join(System.lineSeparator() + "  ", refused));
        }
        if (loaded.value().isEmpty()) {
            throw new InputRefusedException("none of the files gives a figure on production or reliance; 'lodestone inspect' tells what they hold");
        }
        return new ProductionRows(material, loaded, given);
    }

    /**
     * Whom to assess: nobody for what it buys from itself, no group for what it buys from one of its members.
     *
     * @throws UsageException if such an economy was asked for by name
     */
    private static List<Economy> buyers(AssessmentRequest request, Registers registers, Material material) {
        Economy watched = request.watched().map(code -> economy(registers, code)).orElse(material.watched());
        List<Economy> asked = economies(request, registers, material).stream().map(code -> economy(registers, code)).toList();
        Predicate<Economy> isOrHoldsWatched =
                buyer -> buyer.equals(watched) || registers.membersOf(buyer.code(), request.asOf()).contains(watched);
        if (request.economies().isEmpty()) {
            List<Economy> all = asked.isEmpty() ? registers.listMembers("ALLIES", request.asOf()) : asked;
            return all.stream().anyMatch(isOrHoldsWatched) ? all.stream().filter(isOrHoldsWatched.negate()).toList() : asked;
        }
        asked.stream().filter(isOrHoldsWatched).findFirst().ifPresent(buyer -> {
            throw new UsageException(registers.nameOf(buyer) + " cannot be assessed for what it buys from "
                    + (buyer.equals(watched) ? "itself" : registers.nameOf(watched) + ", one of its members") + ": leave it out, or --watch another supplier");
        });
        return asked;
    }

    /** The economies named, else those that take part in the meeting, else none for all allies. */
    private static List<String> economies(AssessmentRequest request, Registers registers, Material material) {
        if (request.meeting().isEmpty()) {
            return request.economies();
        }
        MeetingList meetings = new MeetingList(registers, material, request.asOf());
        Event meeting = meetings.coming(request.meeting().get());
        return request.economies().isEmpty() ? meetings.participants(meeting) : request.economies();
    }

    /**
     * Reads statistics, the user's or the shipped ones.
     *
     * @param ifNothing what to say of the user's files where none of their rows bears on the material
     */
    private Loaded<TradeDataset> statistics(
            AssessmentRequest request, TradeStatisticsReader reader, BiFunction<List<InputSource>, List<FileReport>, String> ifNothing) throws IOException {
        if (request.trade().isEmpty()) {
            progress.step("Reading the shipped statistics");
            return reader.read(ShippedData.trade());
        }
        NamedSources named = NamedSources.of(request.trade());
        progress.step(reading(named));
        List<InputSource> sources = new ArrayList<>(named.sources());
        Loaded<TradeDataset> loaded = progress.reading(sources, reader::read);
        List<String> refused = named.refusals(loaded.files());
        if (!refused.isEmpty()) {
            throw new InputRefusedException(String.join(System.lineSeparator() + "  ", refused)
                    + System.lineSeparator() + "Nothing was published. 'lodestone inspect' tells what was looked for; --layouts adds layouts.");
        }
        if (loaded.value().observations().isEmpty()) {
            throw new InputRefusedException(ifNothing.apply(sources, loaded.files()) + System.lineSeparator() + "Nothing was published.");
        }
        return loaded;
    }

    private static String reading(NamedSources named) {
        int files = named.sources().size();
        return files == 1 ? "Reading 1 file" : "Reading " + files + " files";
    }

    private static TradeStatisticsReader reader(Optional<Path> layouts) {
        TradeStatisticsReader reader = TradeStatisticsReader.withDefaults();
        if (layouts.isEmpty()) {
            return reader;
        }
        return reader.withLayouts(checked(layouts.get()));
    }

    private static Path checked(Path layouts) {
        if (!Files.isDirectory(layouts)) {
            throw new InputRefusedException(layouts + ": no such folder of layouts");
        }
        return layouts;
    }

    /**
     * Reads the registers of all materials for what is wrong with them.
     *
     * @param today the day, after which no row can have been checked
     * @throws IOException if reading fails
     */
    public Loaded<Registers> registers(Optional<Path> folder, LocalDate today) throws IOException {
        progress.step("Reading registers");
        return registers(new RegisterReader().on(today), folder);
    }

    /**
     * Reads the registers of all materials.
     *
     * @throws IOException if reading fails
     */
    public Loaded<Registers> registers(Optional<Path> folder) throws IOException {
        progress.step("Reading registers");
        return registers(new RegisterReader(), folder);
    }

    private static Loaded<Registers> registers(RegisterReader reader, Optional<Path> folder) throws IOException {
        return folder.isPresent() ? reader.read(folder.get(), ShippedData.registers()) : reader.read(ShippedData.registers());
    }

    private static Material material(Registers registers, String id) {
        Material material = registers.materials().get(id);
        if (material == null) {
            Set<String> known = registers.materials().keySet();
            throw new UsageException("no material '" + id + "' in the registers" + DidYouMean.among(id, known));
        }
        return material;
    }

    private static Economy economy(Registers registers, String code) {
        return EconomyName.of(registers, code);
    }

    /**
     * What was read.
     *
     * @param loaded issues and the account of every table
     * @param refused one line for each file that the user named and that holds no table of a known layout
     */
    public record Reading(Loaded<?> loaded, List<String> refused) {

        public Reading {
            refused = List.copyOf(refused);
        }
    }
}
