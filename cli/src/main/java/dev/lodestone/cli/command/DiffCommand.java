package dev.lodestone.cli.command;

import dev.lodestone.cli.DiffJson;
import dev.lodestone.cli.DiffText;
import dev.lodestone.cli.Editions;
import dev.lodestone.cli.ExitCode;
import dev.lodestone.cli.Languages;
import dev.lodestone.cli.Terminal;
import dev.lodestone.cli.Workbench;
import dev.lodestone.report.brief.Wording;
import dev.lodestone.report.diff.EditionData;
import dev.lodestone.report.diff.EditionDiff;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what changed between two editions. */
@Command(
        name = "diff",
        addMethodSubcommands = false,
        description = "Tell what changed between two editions: method, data, figures, commitments, verdicts.",
        footer = {
            "", "Examples:", "  lodestone diff", "  lodestone diff 2026-11-14 2026-11-21",
            "  lodestone diff a/editions/2026-11-14 b/editions/2026-11-14 --format json"
        })
public final class DiffCommand implements Callable<Integer> {

    private enum Format { TEXT, JSON }

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0", arity = "0..1", paramLabel = "EARLIER",
            description = "An edition's folder, or its name in --out; default the one before the newest, on the same question.")
    private Optional<String> earlier;

    @Parameters(index = "1", arity = "0..1", paramLabel = "LATER", description = "The edition to compare with it; default the newest on its material.")
    private Optional<String> later;

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "out", description = "Where editions stand; default ${DEFAULT-VALUE}.")
    private Path out;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text", description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private Format format;

    @Option(names = "--figures", paramLabel = "N", defaultValue = "20", description = "Figures shown in text; default ${DEFAULT-VALUE}.")
    private int figures;

    @Option(names = "--all", description = "Show every figure in text; JSON always holds all.")
    private boolean all;

    @Option(names = "--lang", paramLabel = "LANG", description = "Language of the text; default that of the later edition.")
    private Optional<String> language;

    @Option(names = "--templates", paramLabel = "DIR", description = "Folder whose texts replace the shipped ones.")
    private Optional<Path> templates;

    @Option(names = "--registers", paramLabel = "DIR", description = "Folder of registers whose names the text uses, as for brief; default the shipped ones.")
    private Optional<Path> registers;

    private final Workbench workbench;

    public DiffCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() throws IOException {
        Editions.Pair pair = new Editions(out).pair(Stream.of(earlier, later).flatMap(Optional::stream).toList());
        EditionData told = pair.later();
        EditionData before = pair.earlier();
        EditionDiff diff = EditionDiff.between(before, told);
        PrintWriter printer = format == Format.TEXT ? Terminal.words(spec) : spec.commandLine().getOut();
        switch (format) {
            case TEXT -> {
                Locale reader = Languages.ofText(language, told, templates);
                Wording words = Languages.wording(reader, templates, workbench.registers(registers).value(), told.material());
                new DiffText(printer, words, why -> reason(why, reader, words, before, told), all ? Integer.MAX_VALUE : figures).print(diff, told);
            }
            case JSON -> DiffJson.print(diff, printer);
        }
        printer.flush();
        return ExitCode.DONE;
    }

    /**
     * A reason as the reader's language has it: as the pages told it, else made anew of what was said; where neither edition holds that, in
     * English, and said to be.
     */
    private static String reason(String english, Locale reader, Wording words, EditionData before, EditionData after) {
        String tag = reader.toLanguageTag();
        return after.reasonIn(tag, english)
                .or(() -> before.reasonIn(tag, english))
                .or(() -> after.statement(english).or(() -> before.statement(english)).flatMap(words::tell))
                .orElseGet(() -> reader.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? english : words.say("diff.in-english", english));
    }
}
