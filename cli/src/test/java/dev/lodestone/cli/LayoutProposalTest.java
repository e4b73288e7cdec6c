package dev.lodestone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayoutProposalTest {

    private static final String TABLE = """
            Meldeland;Partnerland;Richtung;Warennummer;Zeitraum;Wert (EUR);Gewicht (kg)
            DE;CN;Einfuhr;28461000;2023;1.234,5;345,2
            DE;GR;Einfuhr;28461000;2023;12,25;3,1
            """;

    @TempDir
    private Path folder;

    @Test
    void proposesALayoutThatReadsTheFileAtOnce() throws IOException {
        Path table = Files.writeString(folder.resolve("zoll.csv"), TABLE);
        Path layout = folder.resolve("mine").resolve("zoll.yaml");

        CommandLineRun refused = CommandLineRun.of("inspect", table.toString());
        CommandLineRun proposal = CommandLineRun.of("inspect", "--draft", "--out", layout.toString(), table.toString());
        CommandLineRun read = CommandLineRun.of("inspect", "--layouts", layout.getParent().toString(), table.toString());

        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.out() + refused.err()).contains("inspect --draft");
        assertThat(proposal.exitCode()).isZero();
        assertThat(proposal.out().replaceAll("\\s+", " ")).contains("trial", "2 rows read, 2 kept", "lodestone inspect --layouts " + layout.getParent() + " " + table);
        assertThat(read.exitCode()).isZero();
        assertThat(read.out().replaceAll(" +", " ")).contains("layout zoll", "\n kept 2\n", "issues none");
    }

    @Test
    void printsTheLayoutAloneOnStdoutAndWhatItRestsOnBesideIt() throws IOException {
        Path table = Files.writeString(folder.resolve("zoll.csv"), TABLE);

        CommandLineRun run = CommandLineRun.of("inspect", "--draft", table.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("\nid: zoll\n", "  # sure: header 'Warennummer', codes of 8 digits\n  commodity: {column: Warennummer}\n");
        assertThat(run.err()).contains("sure", "question", "next");
    }

    @Test
    void neverOverwritesALayout() throws IOException {
        Path table = Files.writeString(folder.resolve("zoll.csv"), TABLE);
        Path there = Files.writeString(folder.resolve("zoll.yaml"), "mine");

        CommandLineRun run = CommandLineRun.of("inspect", "--draft", "--out", there.toString(), table.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("zoll.yaml is there already");
        assertThat(Files.readString(there)).isEqualTo("mine");
    }

    @Test
    void refusesAFileWithoutTable() throws IOException {
        Path text = Files.writeString(folder.resolve("letter.txt"), "Dear reader,\nall is well.\n");

        CommandLineRun run = CommandLineRun.of("inspect", "--draft", text.toString());

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("letter.txt: holds no table");
    }
}
