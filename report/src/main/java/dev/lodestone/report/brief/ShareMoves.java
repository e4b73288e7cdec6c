package dev.lodestone.report.brief;

import dev.lodestone.model.measure.Basis;
import dev.lodestone.model.text.Term;
import dev.lodestone.model.trade.ReferencePeriod;
import java.util.List;
import java.util.Optional;

/** Which way the watched supplier's share by value went in several stories, since the last year that each can be compared with. */
final class ShareMoves {

    private final Desk desk;
    private final List<StageStory> told;
    private final List<StageStory> compared;

    /**
     * @param told stories with a figure
     */
    ShareMoves(Desk desk, List<StageStory> told) {
        this.desk = desk;
        this.told = told;
        this.compared = told.stream().filter(s -> s.earlier().isPresent()).toList();
    }

    /** Those that have an earlier year to be compared with. */
    List<StageStory> compared() {
        return compared;
    }

    /** The earlier year, where all can be compared with the same. */
    Optional<Integer> sinceOneYear() {
        List<Integer> years = compared.stream().map(s -> s.earlier().orElseThrow().key().period().year()).distinct().toList();
        return years.size() == 1 && compared.size() == told.size() ? Optional.of(years.getFirst()) : Optional.empty();
    }

    /** The year of the figures, or part of one, where it is one. */
    Optional<ReferencePeriod> year() {
        List<ReferencePeriod> years = told.stream().map(StageStory::period).distinct().toList();
        return years.size() == 1 ? Optional.of(years.getFirst()) : Optional.empty();
    }

    List<StageStory> fallen() {
        return compared.stream().filter(s -> change(s) <= -StageStory.HARDLY).toList();
    }

    Term fell() {
        return Term.count(fallen().size());
    }

    Term rose() {
        return Term.count(compared.stream().filter(s -> change(s) >= StageStory.HARDLY).count());
    }

    Term stayed() {
        return Term.count(compared.stream().filter(s -> Math.abs(change(s)) < StageStory.HARDLY).count());
    }

    /** Difference of shares, of a story that has an earlier year. */
    double change(StageStory s) {
        return now(s) - before(s);
    }

    double now(StageStory s) {
        return desk.watchedShare(s.latest().orElseThrow(), Basis.VALUE).value().orElse(0);
    }

    double before(StageStory s) {
        return desk.watchedShare(s.earlier().orElseThrow(), Basis.VALUE).value().orElse(0);
    }
}
