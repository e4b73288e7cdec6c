package dev.lodestone.cli;

import dev.lodestone.ingest.TradeStatisticsReader;
import dev.lodestone.model.quality.Loaded;
import dev.lodestone.model.trade.TradeDataset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The way from a user's files to results; commands only say what is wanted. Stateless. */
public final class Workbench {

    /**
     * Reads statistics, every commodity in scope.
     *
     * @param paths files and folders
     * @param layouts folder of further layouts
     * @return what was read, with the files that the user named and no layout fits
     * @throws InputRefusedException if a path cannot be read at all
     * @throws dev.lodestone.ingest.IngestException if a layout is wrong or a file fits two layouts
     */
    public Reading read(List<Path> paths, Optional<Path> layouts) {
        NamedSources named = NamedSources.of(paths);
        TradeStatisticsReader reader = TradeStatisticsReader.withDefaults();
        if (layouts.isPresent()) {
            reader = reader.withLayouts(layouts.get());
        }
        Loaded<TradeDataset> loaded = reader.read(named.sources());
        return new Reading(loaded, named.refusals(loaded.files()));
    }

    /**
     * What was read.
     *
     * @param loaded observations, issues and the account of every table
     * @param refused one line for each file that the user named and that holds no table of a known layout
     */
    public record Reading(Loaded<TradeDataset> loaded, List<String> refused) {

        public Reading {
            refused = List.copyOf(refused);
        }
    }
}
