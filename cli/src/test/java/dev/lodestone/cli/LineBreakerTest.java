package dev.lodestone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class LineBreakerTest {

    private static String broken(String text) {
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(new LineBreaker(out, 30));
        writer.print(text);
        writer.flush();
        return out.toString();
    }

    @Test
    void aLongLineGoesOnIndentedAndNoWordIsCut() {
        assertThat(broken("    China supplied 60.5% of imports by value then.\n")).isEqualTo("    China supplied 60.5% of\n      imports by value then.\n");
        assertThat(broken("short\n\n  as it is\n")).isEqualTo("short\n\n  as it is\n");
        assertThat(broken("no blank before https://example.org/a/very/long/address here\n"))
                .isEqualTo("no blank before\n  https://example.org/a/very/long/address\n  here\n");
        assertThat(broken("    " + "x".repeat(40) + "\n")).as("one word alone").isEqualTo("    " + "x".repeat(40) + "\n");
    }

    @Test
    void theTextBesideALabelGoesOnBeneathItself() {
        assertThat(broken("last error   cannot publish into the folder\n")).isEqualTo("last error   cannot publish\n             into the folder\n");
    }

    @Test
    void aRowOfATableIsBrokenBetweenItsCells() {
        assertThat(broken("  a.csv:12  DEU from CHN  2024  218506 EUR  no weight\n")).isEqualTo("  a.csv:12  DEU from CHN  2024\n    218506 EUR  no weight\n");
    }

    @Test
    void numbersStayWithTheirUnitsWhereNoBlankIsToBeBroken() {
        assertThat(broken("the share of China is at 82,4\u202f% now\n")).isEqualTo("the share of China is at\n  82,4\u202f% now\n");
    }

    @Test
    void whatIsNotAWholeLineYetShows() {
        assertThat(broken("how so")).isEqualTo("how so");
    }

    @Test
    void onATerminalWordsAreBrokenAndTablesForProgramsAreNot() {
        String before = System.getProperty("lodestone.terminal", "");
        try {
            System.setProperty("lodestone.terminal", "out");
            assertThat(CommandLineRun.of("commitments", "--party", "EUU", "--status", "not-testable").out().lines())
                    .hasSizeGreaterThan(10).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(79));
            assertThat(CommandLineRun.of("commitments", "--party", "EUU", "--status", "not-testable", "--format", "csv").out().lines())
                    .allSatisfy(line -> assertThat(line.split(",")).hasSizeGreaterThan(20));
            System.setProperty("lodestone.terminal", "pipe");
            assertThat(CommandLineRun.of("commitments", "--party", "EUU", "--status", "not-testable").out().lines()).anySatisfy(line -> assertThat(line.length()).isGreaterThan(120));
        } finally {
            System.setProperty("lodestone.terminal", before);
        }
    }
}
