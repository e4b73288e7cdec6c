package dev.lodestone.report.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180ParserBuilder;
import java.io.StringReader;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CsvTableTest {

    @Test
    void quotesOnlyWhereItMust() throws Exception {
        StringBuilder out = new StringBuilder();
        new CsvTable(out, List.of("a", "b", "c", "d", "e"))
                .text("plain")
                .text("comma, inside")
                .text("a \"quoted\" word")
                .text("two\nlines")
                .text(" blank before")
                .end();
        assertThat(out.toString()).isEqualTo("""
                a,b,c,d,e
                plain,"comma, inside","a ""quoted"" word","two
                lines"," blank before"
                """);
    }

    @Test
    void keepsNegativeNumbersAndMakesTextsSafe() throws Exception {
        StringBuilder out = new StringBuilder();
        new CsvTable(out, List.of("n", "t", "p")).number("-0.5").text("-0.5").position(0).end();
        assertThat(out.toString()).isEqualTo("n,t,p\n-0.5,'-0.5,\n");
    }

    @Test
    void refusesARecordOfAnotherWidth() throws Exception {
        CsvTable table = new CsvTable(new StringBuilder(), List.of("a", "b"));
        table.text("one");
        assertThatThrownBy(table::end)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("record with 1 cells in a table of 2 columns");
    }

    @Example
    void keepsCarriageReturnsAtTheEndsOfCells() throws Exception {
        isReadBackByAnotherReader("\r", "b\r");
        isReadBackByAnotherReader("", "\r\n");
    }

    @Property(seed = "20261123")
    void isReadBackByAnotherReader(@ForAll String first, @ForAll String second) throws Exception {
        StringBuilder out = new StringBuilder();
        // A last column of plain words: this reader drops a carriage return that ends the last cell of a record, quoted or not.
        new CsvTable(out, List.of("a", "b", "last")).text(first).text(second).text("plain").end();
        try (CSVReader reader = new CSVReaderBuilder(new StringReader(out.toString()))
                .withCSVParser(new RFC4180ParserBuilder().build())
                .withKeepCarriageReturn(true)
                .build()) {
            assertThat(reader.readNext()).containsExactly("a", "b", "last");
            assertThat(reader.readNext()).containsExactly(SafeText.of(first), SafeText.of(second), "plain");
            assertThat(reader.readNext()).isNull();
        }
    }
}
