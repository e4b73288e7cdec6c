package dev.lodestone.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StatementTest {

    private static final Statement ONE = Statement.of("commitment.no-target");
    private static final Statement TWO = Statement.of("commitment.no-date");

    @Test
    void aTextFallsIntoItsSentencesAgain() {
        assertThat(Statement.NONE.sentences()).isEmpty();
        assertThat(ONE.sentences()).containsExactly(ONE);
        assertThat(Statement.text(ONE, Statement.NONE, TWO.and(ONE)).sentences()).containsExactly(ONE, TWO, ONE);
        assertThat(Statement.text(ONE.and(TWO).sentences())).isEqualTo(ONE.and(TWO));
    }
}
