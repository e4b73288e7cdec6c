package dev.lodestone.report.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.model.text.Statement;
import dev.lodestone.model.text.Term;
import dev.lodestone.model.trade.ReferencePeriod;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementJsonTest {

    @Test
    void everyTermIsReadAsItWasWritten() {
        Statement inner = Statement.of("inner", Term.words("a \"quoted\" line\nand €"), Term.count(12), Term.figure(1.0 / 3, 2));
        Statement all = Statement.of("outer", inner, Term.percent(0.605), Term.roundPercent(0.6), Term.points(-0.048), Term.signedPoints(0.048), Term.year(2024),
                Term.day(LocalDate.of(2026, 11, 21)), Term.span(ReferencePeriod.parse("2024-03").orElseThrow()), Term.money(128e6), Term.amount(1577e6, "USD"),
                Term.name("economies", "CHN", "name_in_text", "China"), Term.listOf(List.of("A", "B")),
                Term.together(List.of(Term.words("A"), Term.words("B"))));
        Statement text = Statement.text(all, inner);

        assertThat(StatementJson.read(StatementJson.write(text))).contains(text);
        assertThat(StatementJson.write(Statement.of("due", Term.day(LocalDate.of(2026, 11, 21)))))
                .isEqualTo("{\"say\":\"due\",\"terms\":[{\"day\":\"2026-11-21\"}]}");
    }

    @Test
    void whatThisVersionCannotReadIsNoStatement() {
        for (String text : List.of("", "{", "[]", "3", "{\"say\":\"x\",\"terms\":[{\"hologram\":1}]}", "{\"say\":\"x\",\"terms\":[{\"day\":\"soon\"}]}",
                "{\"words\":\"x\"}", "{\"say\":\"x\",\"terms\":[{\"figure\":\"many\"}]}", "{\"say\":\"x\",\"terms\":[{\"span\":\"2024-99\"}]}")) {
            assertThat(StatementJson.read(text)).as(text).isEmpty();
        }
    }
}
