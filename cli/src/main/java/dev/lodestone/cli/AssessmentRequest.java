package dev.lodestone.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a user wants assessed.
 *
 * @param trade files and folders of statistics; empty for the shipped ones
 * @param layouts folder of further layouts
 * @param registers folder of registers; absent for the shipped ones
 * @param material material id
 * @param economies ISO3 codes; empty for all allies
 * @param watched ISO3 of the supplier to watch; absent for the material's default
 * @param withSpecialRegions whether China's special administrative regions count with China
 * @param asOf the briefings' date
 * @param meeting id of the meeting to prepare: its participants are assessed where no economies are named; absent for none
 */
public record AssessmentRequest(
        List<Path> trade,
        Optional<Path> layouts,
        Optional<Path> registers,
        String material,
        List<String> economies,
        Optional<String> watched,
        boolean withSpecialRegions,
        LocalDate asOf,
        Optional<String> meeting) {

    public AssessmentRequest {
        trade = List.copyOf(trade);
        economies = List.copyOf(economies);
    }

    /** For no meeting. */
    public AssessmentRequest(
            List<Path> trade,
            Optional<Path> layouts,
            Optional<Path> registers,
            String material,
            List<String> economies,
            Optional<String> watched,
            boolean withSpecialRegions,
            LocalDate asOf) {
        this(trade, layouts, registers, material, economies, watched, withSpecialRegions, asOf, Optional.empty());
    }

    /** The same for a meeting, where there is one. */
    public AssessmentRequest forMeeting(Optional<String> id) {
        return new AssessmentRequest(trade, layouts, registers, material, economies, watched, withSpecialRegions, asOf, id);
    }

    /** The same on another day. */
    public AssessmentRequest withAsOf(LocalDate day) {
        return new AssessmentRequest(trade, layouts, registers, material, economies, watched, withSpecialRegions, day, meeting);
    }

    /** The same with one more file or folder of statistics, where there is one. */
    public AssessmentRequest withTrade(Optional<Path> more) {
        List<Path> all = new ArrayList<>(trade);
        more.filter(path -> !all.contains(path)).ifPresent(all::add);
        return new AssessmentRequest(all, layouts, registers, material, economies, watched, withSpecialRegions, asOf, meeting);
    }
}
