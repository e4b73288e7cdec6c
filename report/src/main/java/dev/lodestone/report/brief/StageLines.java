package dev.lodestone.report.brief;

import dev.lodestone.model.measure.Basis;
import dev.lodestone.model.measure.SupplierProfile;
import dev.lodestone.model.register.CommodityEntry;
import dev.lodestone.model.trade.ReferencePeriod;
import java.util.List;

/**
 * The customs lines of a stage that a briefing tells: in the year told of the stage those that it is made of, where there are several; where the
 * stage is not told as a whole, since lines of it are missing, those at hand in the newest year that has any.
 */
final class StageLines {

    private final Desk desk;

    StageLines(Desk desk) {
        this.desk = desk;
    }

    List<SupplierProfile> of(StageStory story) {
        if (story.spoken().isPresent()) {
            List<SupplierProfile> lines = in(story, story.period());
            return lines.size() > 1 ? lines : List.of();
        }
        return isPartial(story) ? partial(story) : List.of();
    }

    /** Whether lines of the stage have figures and the stage as a whole has none. */
    boolean isPartial(StageStory story) {
        return !story.told().hasAnything() && !partial(story).isEmpty();
    }

    private List<SupplierProfile> partial(StageStory story) {
        List<SupplierProfile> periods = story.years().isEmpty() ? desk.assessment.parts(story.buyer(), story.stage().id()) : story.years();
        return periods.reversed().stream().map(p -> in(story, p.key().period())).filter(lines -> !lines.isEmpty()).findFirst().orElse(List.of());
    }

    private List<SupplierProfile> in(StageStory story, ReferencePeriod period) {
        List<SupplierProfile> lines = desk.assessment.lines(story.buyer(), story.stage().id(), period).stream()
                .filter(p -> desk.commodity(p.key().stage(), p.key().commodity())
                        .filter(c -> c.use() == CommodityEntry.Use.MEASURE)
                        .isPresent())
                .filter(p -> p.obstacle(Basis.VALUE).isEmpty())
                .toList();
        boolean finer = lines.stream().anyMatch(p -> !isWhole(p));
        return finer ? lines.stream().filter(p -> !isWhole(p)).toList() : lines;
    }

    private boolean isWhole(SupplierProfile p) {
        return desk.commodity(p.key().stage(), p.key().commodity()).map(CommodityEntry::wholeStage).orElse(false);
    }
}
