package dev.lodestone.report.brief;

import dev.lodestone.model.measure.Basis;
import dev.lodestone.model.text.Term;
import dev.lodestone.model.trade.ReferencePeriod;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private int rose() {
        return (int) compared.stream().filter(s -> change(s) >= StageStory.HARDLY).count();
    }

    /** Whether none moved by as much as is told. */
    boolean nowhere() {
        return fallen().isEmpty() && rose() == 0;
    }

    /** For how many it has fallen, risen and stayed; of one alone which way it went, and no way that none went; some are compared. */
    String told() {
        Map<String, Integer> ways = new LinkedHashMap<>();
        ways.put("moves.fell", fallen().size());
        ways.put("moves.rose", rose());
        ways.put("moves.stayed", compared.size() - fallen().size() - rose());
        List<String> gone = ways.entrySet().stream()
                .filter(way -> way.getValue() > 0)
                .map(way -> told.size() == 1 ? desk.say(way.getKey() + "-one") : desk.say(way.getKey(), way.getValue()))
                .toList();
        String before = String.join(desk.say("list.comma"), gone.subList(0, gone.size() - 1));
        return before.isEmpty() ? gone.getLast() : before + desk.say("list.and") + gone.getLast();
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
