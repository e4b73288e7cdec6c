package dev.lodestone.ingest.register;

import dev.lodestone.model.quality.FileReport;
import dev.lodestone.model.quality.Issue;
import dev.lodestone.model.quality.Loaded;
import dev.lodestone.model.quality.Severity;
import dev.lodestone.model.register.Material;
import dev.lodestone.model.register.RegisterTexts;
import dev.lodestone.model.register.Registers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads all registers of a folder or of the class path.
 *
 * <p>A broken row is an issue and is set aside, the rest is read. Registers whose files are missing, are not UTF-8 text or whose headers
 * have missing or unknown columns are refused as a whole by {@link RegisterException}, which names every such problem at once.
 */
public final class RegisterReader {

    private final boolean translations;
    private final boolean checksums;
    private final LocalDate latest;

    /** Reads all of them, with checksums. */
    public RegisterReader() {
        this(true, true, LocalDate.MAX);
    }

    private RegisterReader(boolean translations, boolean checksums, LocalDate latest) {
        this.translations = translations;
        this.checksums = checksums;
        this.latest = latest;
    }

    /** Leaves texts in other languages unread, for results in English: they are the larger part of the registers. */
    public RegisterReader withoutTranslations() {
        return new RegisterReader(false, checksums, latest);
    }

    /** Leaves the checksums of files empty, for results that are not published. */
    public RegisterReader withoutChecksums() {
        return new RegisterReader(translations, false, latest);
    }

    /** Tells of rows that say they were checked on a day to come: after the one given, or the next, which it is elsewhere already. */
    public RegisterReader on(LocalDate today) {
        return new RegisterReader(translations, checksums, today.plusDays(1));
    }

    /**
     * Reads a folder.
     *
     * @throws RegisterException if the registers cannot be read at all
     */
    public Loaded<Registers> read(Path directory) throws IOException {
        return read(RegisterSource.ofDirectory(checked(directory)));
    }

    /**
     * Reads a folder, over other registers where it has only some of its own ({@link RegisterSource#ofDirectoryOver}).
     *
     * @throws RegisterException if the registers cannot be read at all
     */
    public Loaded<Registers> read(Path directory, RegisterSource others) throws IOException {
        return read(RegisterSource.ofDirectoryOver(checked(directory), others));
    }

    private static Path checked(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new RegisterException(List.of(directory + ": not a folder"));
        }
        return directory;
    }

    /**
     * Reads a source.
     *
     * @throws RegisterException if the registers cannot be read at all
     */
    public Loaded<Registers> read(RegisterSource source) throws IOException {
        List<String> folders = source.materials();
        Tables tables = new Loading(source, translations, checksums).load(folders);
        List<Issue> issues = new ArrayList<>(strangers(source, folders));

        SharedRegisters shared = SharedRegisters.read(tables);
        Map<String, Material> materials = new LinkedHashMap<>();
        for (String folder : folders) {
            new MaterialRegisters(tables, shared.vocabulary(), folder, latest).read().ifPresent(m -> materials.put(m.id(), m));
        }
        Set<String> beneath = new HashSet<>();
        for (Table table : tables.all()) {
            if (source.isBeneath(table.name())) {
                beneath.add(table.name());
            }
        }
        RegisterTexts texts = new TextRows(tables, shared, beneath).read(materials);
        List<FileReport> files = new ArrayList<>();
        for (Table table : tables.all()) {
            issues.addAll(table.issues());
            files.add(table.report());
        }
        Registers registers = new Registers(shared.economies(), shared.groups(), shared.rates(), materials, shared.breaks(), shared.codeChanges(), texts);
        return new Loaded<>(registers, issues, files);
    }

    /** A misspelt file name would else go unnoticed, and with it all its rows. */
    private static List<Issue> strangers(RegisterSource source, List<String> folders) throws IOException {
        List<Issue> issues = new ArrayList<>();
        for (String name : source.list()) {
            int slash = name.indexOf('/');
            boolean known = slash < 0
                    ? name.equals(MaterialIndex.NAME) || RegisterTable.isKnown(name, false)
                    // A register in a folder that is no material is one whose folder is misspelt or lacks its material.csv.
                    : folders.contains(name.substring(0, slash)) == RegisterTable.isKnown(name.substring(slash + 1), true);
            if (!known) {
                issues.add(Issue.ofFile(
                        RegisterIssue.UNKNOWN_FILE.code(), Severity.WARNING, name, "", "the name of a register", "file not read"));
            }
        }
        return issues;
    }
}
