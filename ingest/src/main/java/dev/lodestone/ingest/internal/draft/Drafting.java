package dev.lodestone.ingest.internal.draft;

import dev.lodestone.ingest.InputSource;
import dev.lodestone.ingest.LayoutDraft;
import dev.lodestone.ingest.internal.economy.EconomyCodes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Proposes layouts for the tables of a file: roles by header and figures, formats by all texts of a column. What it cannot tell it asks
 * in the file that it proposes; nothing is decided by a coin.
 */
public final class Drafting {

    private final EconomyCodes economies;
    private final Set<String> idsTaken;
    private final Words words = Words.packed();

    /**
     * @param idsTaken ids of the layouts that are there already
     */
    public Drafting(EconomyCodes economies, Set<String> idsTaken) {
        this.economies = economies;
        this.idsTaken = Set.copyOf(idsTaken);
    }

    /** A draft for each table that has a header and rows, the likeliest table of trade statistics first; without trial. */
    public List<LayoutDraft> drafts(InputSource source) throws IOException {
        List<TableDraft> drafts = new ArrayList<>();
        for (Sample sample : LabelledSamples.of(Sampling.of(source), words)) {
            TableShape shape = TableShape.of(sample, words);
            Roles roles = Roles.of(shape, words, economies);
            if (shape.columns().size() > 1 && !shape.data().isEmpty() && roles.areOfTrade()) {
                drafts.add(new TableDraft(sample, shape, roles, words, economies));
            }
        }
        drafts.sort(Comparator.comparingInt((TableDraft draft) -> draft.openFields()).thenComparing(draft -> -draft.rows()));
        // text that two encodings allow was sampled twice: the reading that answers more questions stands
        Map<String, LayoutDraft> best = new LinkedHashMap<>();
        drafts.stream().map(draft -> draft.layout(id(source.name()))).forEach(draft -> best.putIfAbsent(draft.table(), draft));
        return List.copyOf(best.values());
    }

    /** The file's name as an id: lower-case words with hyphens, none that is taken. */
    private String id(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        String bare = last.replaceFirst("(\\.[A-Za-z0-9]{1,5}){1,2}$", "");
        String id = Words.normal(bare).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "").toLowerCase(Locale.ROOT);
        String free = id.isEmpty() || !id.matches("[a-z].*") ? "my-" + (id.isEmpty() ? "layout" : id) : id;
        return idsTaken.contains(free) ? "my-" + free : free;
    }
}
