package dev.lodestone.cli;

import dev.lodestone.ingest.LayoutDraft;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A layout proposed for a file.
 *
 * @param file the file
 * @param drafts one draft for each of its tables, the likeliest first; at least one
 * @param fitting layouts that fit the file already
 */
public record LayoutProposal(Path file, List<LayoutDraft> drafts, Set<String> fitting) {

    public LayoutProposal {
        drafts = List.copyOf(drafts);
        fitting = Set.copyOf(fitting);
    }

    /** The layout file of the likeliest table. */
    public String yaml() {
        return best().yaml();
    }

    /**
     * Writes the layout file.
     *
     * @throws UsageException if a file of that name is there already
     */
    public void write(Path out) throws IOException {
        try {
            if (out.toAbsolutePath().getParent() != null) {
                Files.createDirectories(out.toAbsolutePath().getParent());
            }
            Files.write(out, yaml().getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw new UsageException(out + " is there already; a proposal never overwrites a layout");
        }
    }

    /** Tells a person what was guessed, what is open and what to do next. */
    public void tell(PrintWriter out, Optional<Path> written) {
        Paragraphs page = new Paragraphs(out);
        out.println(best().table());
        if (!fitting.isEmpty()) {
            page.line("note", "fits the layout " + String.join(", ", fitting) + " already; a second layout for it needs more required headers");
        }
        for (LayoutDraft.Guess guess : best().guesses()) {
            page.line(guess.confidence().word(), guess.field() + ": " + guess.reason());
        }
        for (String question : best().questions()) {
            page.line("question", question);
        }
        if (!best().trial().isEmpty()) {
            page.line("trial", best().trial());
        }
        if (drafts.size() > 1) {
            page.line("other tables", String.join(", ", drafts.stream().skip(1).map(LayoutDraft::table).toList()) + ": no draft of these is shown");
        }
        written.ifPresent(path -> page.line("written", path.toString()));
        String folder = written.map(path -> path.getParent() == null ? "." : path.getParent().toString()).orElse("FOLDER");
        page.line("next", (best().isComplete() ? "check the guesses" : "answer the questions on " + String.join(", ", best().open()))
                + (written.isPresent() ? "" : ", keep the draft as a .yaml file in a folder") + ", then: lodestone inspect --layouts " + folder + " " + file);
        out.flush();
    }

    private LayoutDraft best() {
        return drafts.get(0);
    }
}
