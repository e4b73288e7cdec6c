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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads all registers of a folder or of the class path.
 *
 * <p>A broken row is an issue and is set aside, the rest is read. Registers whose files are missing, are not UTF-8 text or whose headers
 * have missing or unknown columns are refused as a whole by {@link RegisterException}, which names every such problem at once.
 */
public final class RegisterReader {

    private final boolean translations;
    private final boolean checksums;

    /** Reads all of them, with checksums. */
    public RegisterReader() {
        this(true, true);
    }

    private RegisterReader(boolean translations, boolean checksums) {
        this.translations = translations;
        this.checksums = checksums;
    }

    /** Leaves texts in other languages unread, for results in English: they are the larger part of the registers. */
    public RegisterReader withoutTranslations() {
        return new RegisterReader(false, checksums);
    }

    /** Leaves the checksums of files empty, for results that are not published. */
    public RegisterReader withoutChecksums() {
        return new RegisterReader(translations, false);
    }

    /**
     * Reads a folder.
     *
     * @throws RegisterException if the registers cannot be read at all
     */
    public Loaded<Registers> read(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            throw new RegisterException(List.of(directory + ": not a folder"));
        }
        return read(RegisterSource.ofDirectory(directory));
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
            new MaterialRegisters(tables, shared.vocabulary(), folder).read().ifPresent(m -> materials.put(m.id(), m));
        }
        RegisterTexts texts = new TextRows(tables, shared).read(materials);
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
                    : !folders.contains(name.substring(0, slash)) || RegisterTable.isKnown(name.substring(slash + 1), true);
            if (!known) {
                issues.add(Issue.ofFile(
                        RegisterIssue.UNKNOWN_FILE.code(), Severity.WARNING, name, "", "the name of a register", "file not read"));
            }
        }
        return issues;
    }
}
